import ArgumentParser
import ClusterRuntime
import Foundation

/// How a client command reaches its coordinator.
struct ClientArguments: ParsableArguments {
  @OptionGroup var address: CoordinatorAddress
  @OptionGroup var security: SecurityOptions
  @OptionGroup var log: LogOptions

  func options(_ command: String, key role: String) throws -> ClientOptions {
    ClientOptions(
      name: "\(command)-\(getpid())", software: "silsila " + SoftwareVersion.current, coordinator: address.coordinator,
      security: try security.peer(address.coordinator, server: address.coordinatorKey, role: role),
      logger: log.logger(command))
  }
}

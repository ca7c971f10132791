import ArgumentParser
import ClusterRuntime
import Foundation
import Logging
import Monitoring
import WebConsole

/// `--metrics HOST:PORT`.
struct MetricsOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Serve /metrics and a dashboard there, as in 127.0.0.1:9420; beyond loopback SILSILA_TOKEN is asked of readers.",
      valueName: "host:port"))
  var metrics: String?

  func console(
    registry: MetricsRegistry, content: @escaping @Sendable () -> WebConsole.Content,
    condition: @escaping @Sendable () -> RoleCondition, logger: Logger
  ) throws -> WebConsole? {
    guard let metrics else { return nil }
    guard let colon = metrics.lastIndex(of: ":"), let port = UInt16(metrics[metrics.index(after: colon)...]) else {
      throw ValidationError("--metrics \(metrics): expected HOST:PORT")
    }
    let token = ProcessInfo.processInfo.environment["SILSILA_TOKEN"]
    let host = String(metrics[..<colon])
    return try WebConsole(
      configuration: .init(host: host.isEmpty ? "127.0.0.1" : host, port: Int(port), token: token), registry: registry,
      snapshot: content, health: { WebConsole.Health(condition()) }, logger: logger,
      onRunning: { logger.notice("metrics", metadata: ["port": "\($0)"]) })
  }
}

extension WebConsole.Health {
  init(_ condition: RoleCondition) {
    switch condition {
    case .well: self = .ok
    case .draining: self = .draining
    case .failing(let reason): self = .failing(reason)
    }
  }
}

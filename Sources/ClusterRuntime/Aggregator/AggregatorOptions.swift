public import Logging
public import Storage

/// What an aggregator needs to know to start.
public struct AggregatorOptions: Sendable {
  public var name = "aggregator"
  /// Name and version of the program.
  public var software: String
  /// Where workers and the coordinator connect.
  public var listen: Endpoint
  public var security: ListenerSecurity
  public var data: DataDirectory
  /// Of the coder whose results are collected.
  public var fingerprint: String
  public var logger: Logger

  public init(
    software: String, listen: Endpoint, security: ListenerSecurity = .plain(insecure: false), data: DataDirectory,
    fingerprint: String, logger: Logger
  ) {
    self.software = software
    self.listen = listen
    self.security = security
    self.data = data
    self.fingerprint = fingerprint
    self.logger = logger
  }
}

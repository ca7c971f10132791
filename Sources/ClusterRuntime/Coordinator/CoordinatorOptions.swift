public import Logging
public import Storage

/// What a coordinator needs to know to start.
public struct CoordinatorOptions: Sendable {
  /// For people: how it calls itself towards the aggregator.
  public var name = "coordinator"
  /// Name and version of the program.
  public var software: String
  /// Where workers and clients connect.
  public var listen: Endpoint
  public var security: ListenerSecurity
  public var aggregator: Endpoint
  public var aggregatorSecurity: PeerSecurity
  public var data: DataDirectory
  /// Of the coder whose results this cluster collects: pinned in the ledger at first use, stated by every worker.
  public var fingerprint: String
  /// The largest text that is admitted, in UTF-8 bytes.
  public var maximumArticleSize = 5_000_000
  /// How many waiting articles there may be before submitters are told to wait.
  public var backlogLimit: UInt64 = 1_000_000
  /// How long a worker may show no progress before its work is given to others, in milliseconds.
  public var leaseMilliseconds: Int64 = 10_000
  public var logger: Logger

  public init(
    software: String, listen: Endpoint, security: ListenerSecurity = .plain(insecure: false), aggregator: Endpoint,
    aggregatorSecurity: PeerSecurity = .plain(insecure: false), data: DataDirectory, fingerprint: String,
    logger: Logger
  ) {
    self.software = software
    self.listen = listen
    self.security = security
    self.aggregator = aggregator
    self.aggregatorSecurity = aggregatorSecurity
    self.data = data
    self.fingerprint = fingerprint
    self.logger = logger
  }
}

public import Logging
public import NewsEvents

/// What a worker needs to know to start.
public struct WorkerOptions: Sendable {
  /// What `top` shows; a host name and a number, say.
  public var name: String
  /// Name and version of the program.
  public var software: String
  public var coordinator: Endpoint
  public var coordinatorSecurity: PeerSecurity
  public var aggregator: Endpoint
  public var aggregatorSecurity: PeerSecurity
  public var languages: [Language]
  public var coder: Coder
  /// Articles read at the same time, each on a thread of its own.
  public var parallelism = 1
  /// Articles and bytes of text in hand at once: waiting, being read, and not yet committed.
  public var capacity: (articles: UInt64, bytes: UInt64) = (128, 1 << 20)
  /// The command (path, then arguments) that runs `SoloExtraction.serve`: suspects are read there. Without it they are
  /// read like any other article.
  public var soloCommand: [String] = []
  public var soloLimits = SoloLimits()
  public var logger: Logger

  public init(
    name: String, software: String, coordinator: Endpoint,
    coordinatorSecurity: PeerSecurity = .plain(insecure: false), aggregator: Endpoint,
    aggregatorSecurity: PeerSecurity = .plain(insecure: false), languages: [Language] = Language.allCases,
    coder: Coder, logger: Logger
  ) {
    self.name = name
    self.software = software
    self.coordinator = coordinator
    self.coordinatorSecurity = coordinatorSecurity
    self.aggregator = aggregator
    self.aggregatorSecurity = aggregatorSecurity
    self.languages = languages
    self.coder = coder
    self.logger = logger
  }
}

/// What the child that reads a suspect may use.
public struct SoloLimits: Sendable, Hashable {
  /// Of processor time, in seconds.
  public var seconds: UInt64 = 60
  /// Of address space, in bytes.
  public var memory: UInt64 = 4 << 30

  public init() {}
}

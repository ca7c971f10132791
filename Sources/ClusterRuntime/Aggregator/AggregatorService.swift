internal import Logging
public import Storage
public import WireProtocol
public import WorkDistribution
internal import ZeroMQ

/// The aggregator as a process part: socket, timeline store and core put together. Used as `CoordinatorService` is.
public final class AggregatorService: Sendable {
  /// What the metrics page shows, refreshed every half second while the service runs.
  public struct Snapshot: Sendable {
    public var lag = Wire.Lag()
    /// Articles with a result.
    public var results: UInt64 = 0
    public var statistics = AggregatorStatistics()
    public var transport = TransportStatistics()
    /// Whether the last write to the store failed; it is tried again.
    public var isStoreFailing = false
    public var isDraining = false
    /// When this was so; nil before the first report.
    var at: ContinuousClock.Instant?
  }

  private let options: AggregatorOptions
  private let lock: DirectoryLock
  private let inbox: Inbox<AggregatorEvent>
  private let published = Locked(Snapshot())

  /// The store, for queries while the service runs; closed when it ends.
  public let store: TimelineStore

  /// Takes the data directory and opens its timeline.
  /// - Throws: `StorageError` (in use, damaged, coded with another lexicon …) or `ClusterError.unprotected`.
  public init(_ options: AggregatorOptions) throws {
    try options.security.check(options.listen)
    try options.data.create()
    lock = try options.data.lock(.aggregator)
    store = try options.data.openTimeline()
    try store.pin(fingerprint: options.fingerprint)
    inbox = try Inbox()
    self.options = options
  }

  /// Serves until `drain` is through or `stop` is called; then everything that was acknowledged is on the disk.
  /// - Parameter ready: called once with the endpoint (the actual port for `*`) when peers may connect.
  public func run(ready: (String) -> Void = { _ in }) throws {
    let loop = try AggregatorLoop(options, store: store, inbox: inbox) { snapshot in
      self.published.withLock {
        $0 = snapshot
        $0.at = .now
      }
    }
    ready(loop.endpoint)
    defer {
      // Everything acknowledged is on the disk already; closing only folds the log into the file.
      do { try store.close() } catch { options.logger.warning("timeline: not closed: \(error)") }
    }
    try loop.run()
  }

  /// Commits what was taken, takes nothing more, then ends `run`.
  public func drain() { inbox.post(.drain) }

  /// Ends `run` at once.
  public func stop() { inbox.post(.stop) }

  public var snapshot: Snapshot { published.withLock { $0 } }

  /// How it is now.
  public var condition: RoleCondition {
    let last = snapshot
    return RoleCondition.of(
      age: last.at.map { .now - $0 }, isStoreFailing: last.isStoreFailing,
      isDraining: last.isDraining, store: "timeline")
  }
}

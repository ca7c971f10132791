internal import Logging
internal import Storage
public import WireProtocol
public import WorkDistribution
internal import ZeroMQ

/// The coordinator as a process part: sockets, ledger and core put together.
///
/// ```swift
/// let service = try CoordinatorService(options)   // holds the data directory, opens the ledger
/// try service.run { print("listening at \($0)") } // until drained; blocks the calling thread, which owns the sockets
/// ```
/// `drain()` and `stop()` may be called from any thread.
public final class CoordinatorService: Sendable {
  /// What the metrics page and `/status` show, refreshed every half second while the service runs.
  public struct Snapshot: Sendable {
    public var status = Wire.Status()
    public var statistics = CoordinatorStatistics()
    public var transport = TransportStatistics()
    /// Whether the last write to the store failed; it is tried again.
    public var isStoreFailing = false
    /// When this was so; nil before the first report.
    var at: ContinuousClock.Instant?
  }

  private let options: CoordinatorOptions
  private let ledger: Ledger
  private let lock: DirectoryLock
  private let inbox: Inbox<CoordinatorEvent>
  private let published = Locked(Snapshot())

  /// Takes the data directory and opens its ledger.
  /// - Throws: `StorageError` (in use, damaged, coded with another lexicon …) or `ClusterError.unprotected`.
  public init(_ options: CoordinatorOptions) throws {
    try options.security.check(options.listen)
    try options.aggregatorSecurity.check(options.aggregator)
    try options.data.create()
    lock = try options.data.lock(.coordinator)
    ledger = try options.data.openLedger()
    try ledger.pin(fingerprint: options.fingerprint)
    inbox = try Inbox()
    self.options = options
  }

  /// Serves until `drain` is through or `stop` is called; then everything that was accepted is on the disk.
  /// - Parameter ready: called once with the endpoint (the actual port for `*`) when peers may connect.
  /// - Throws: `ZMQError` when the endpoint cannot be had, `ClusterError.refused` when the aggregator does not belong
  ///   to this ledger.
  public func run(ready: (String) -> Void = { _ in }) throws {
    let loop = try CoordinatorLoop(options, ledger: ledger, inbox: inbox) { snapshot in
      self.published.withLock {
        $0 = snapshot
        $0.at = .now
      }
    }
    ready(loop.endpoint)
    defer {
      // Everything acknowledged is on the disk already; closing only folds the log into the file.
      do { try ledger.close() } catch { options.logger.warning("ledger: not closed: \(error)") }
    }
    try loop.run()
  }

  /// Admits nothing more, lets workers finish or hand back, then ends `run`.
  public func drain() { inbox.post(.drain) }

  /// Ends `run` at once. Nothing that was acknowledged is lost.
  public func stop() { inbox.post(.stop) }

  public var snapshot: Snapshot { published.withLock { $0 } }

  /// How it is now.
  public var condition: RoleCondition {
    let last = snapshot
    return RoleCondition.of(
      age: last.at.map { .now - $0 }, isStoreFailing: last.isStoreFailing,
      isDraining: last.status.isDraining, store: "ledger")
  }
}

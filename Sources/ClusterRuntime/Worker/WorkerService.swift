public import WorkDistribution
internal import ZeroMQ

/// A worker as a process part: sockets, work threads and core put together. Used as `CoordinatorService` is.
public final class WorkerService: Sendable {
  /// Refreshed every half second while the service runs.
  public struct Snapshot: Sendable {
    public var statistics = WorkerStatistics()
    /// Articles in hand.
    public var held = 0
  }

  private let options: WorkerOptions
  private let inbox: Inbox<WorkerEvent>
  private let published = Locked(Snapshot())

  /// - Throws: `ClusterError.unprotected`.
  public init(_ options: WorkerOptions) throws {
    try options.coordinatorSecurity.check(options.coordinator)
    try options.aggregatorSecurity.check(options.aggregator)
    inbox = try Inbox()
    self.options = options
  }

  /// Works until `drain` is through or `stop` is called, whatever becomes of the connections meanwhile.
  /// - Throws: `ClusterError.refused` when coordinator or aggregator turns this worker away for good.
  public func run() throws {
    try WorkerLoop(options, inbox: inbox) { snapshot in self.published.withLock { $0 = snapshot } }.run()
  }

  /// Hands back what is not begun, finishes and commits the rest, then ends `run`.
  public func drain() { inbox.post(.drain) }

  /// Ends `run` at once; others do its work again.
  public func stop() { inbox.post(.stop) }

  public var snapshot: Snapshot { published.withLock { $0 } }
}

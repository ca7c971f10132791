/// Counters of a coordinator since it started, for the metrics.
public struct CoordinatorStatistics: Hashable, Sendable {
  public var submissions: UInt64 = 0
  public var accepted: UInt64 = 0
  public var duplicates: UInt64 = 0
  public var conflicts: UInt64 = 0
  public var rejected: UInt64 = 0
  public var busyAnswers: UInt64 = 0
  public var batches: UInt64 = 0
  public var dispatched: UInt64 = 0
  public var done: UInt64 = 0
  /// Done by a worker whose lease had ended.
  public var lateResults: UInt64 = 0
  /// Done marks of jobs that were done before, or that nobody knows.
  public var repeatedResults: UInt64 = 0
  /// Done marks without the aggregator's receipt.
  public var unprovenResults: UInt64 = 0
  /// Messages with another epoch.
  public var staleMessages: UInt64 = 0
  public var messagesFromDeparted: UInt64 = 0
  public var leasesExpired: UInt64 = 0
  public var leasesLost: UInt64 = 0
  public var leasesReleased: UInt64 = 0
  public var mismatches: UInt64 = 0
  public var failures: UInt64 = 0
  public var deadLetters: UInt64 = 0
  public var refusals: UInt64 = 0
  public var reconciledRequeued: UInt64 = 0
  public var reconciledFound: UInt64 = 0
  public var storeFailures: UInt64 = 0
  /// Leaps of the clock that were ignored.
  public var clockLeaps: UInt64 = 0

  public init() {}
}

/// A snapshot of the cluster, for `status`, `top` and the metrics.
public struct ClusterStatus: Hashable, Sendable {
  /// One language's queue.
  public struct Queue: Hashable, Sendable {
    public var language: LanguageCode
    /// Admitted and not handed out.
    public var waiting: UInt64
    public var leased: UInt64
    /// Waiting for a backoff to pass.
    public var retrying: UInt64
    public var done: UInt64
    public var dead: UInt64
  }

  /// One connected worker.
  public struct Worker: Hashable, Sendable {
    public enum State: UInt8, Hashable, Sendable { case active, draining, silent }

    public var name: String
    public var languages: [LanguageCode]
    public var state: State
    public var inFlight: UInt32
    public var articlesPerThousandSeconds: UInt64
    /// Jobs taken away from it or failed by it since it connected.
    public var retries: UInt64
    public var lastHeard: TimeSpan
    /// Articles that its work threads have finished since it started.
    public var finished: UInt64
  }

  public var epoch: Epoch
  public var uptime: TimeSpan
  public var queues: [Queue]
  public var workers: [Worker]
  public var totals: Totals
  public var aggregator: AggregatorLag?
  public var isDraining: Bool
}

/// The cluster at one moment, for `status`, `top` and the dashboard. Encodes as the JSON of `silsila status`.
public struct ClusterSnapshot: Sendable, Hashable, Codable {
  /// One language's queue.
  public struct Queue: Sendable, Hashable, Codable {
    public var language: String
    /// Admitted and not handed out.
    public var waiting: UInt64
    public var leased: UInt64
    /// Waiting for a backoff to pass.
    public var retrying: UInt64
    public var done: UInt64
    public var dead: UInt64

    public init(language: String, waiting: UInt64, leased: UInt64, retrying: UInt64, done: UInt64, dead: UInt64) {
      self.language = language
      self.waiting = waiting
      self.leased = leased
      self.retrying = retrying
      self.done = done
      self.dead = dead
    }
  }

  /// One connected worker.
  public struct Worker: Sendable, Hashable, Codable {
    public enum State: String, Sendable, Hashable, Codable, CaseIterable {
      case active, draining, silent
    }

    public var name: String
    public var languages: [String]
    public var state: State
    public var articlesPerSecond: Double
    public var inFlight: UInt64
    /// Jobs taken away from it or failed by it.
    public var retries: UInt64
    /// Since its last message.
    public var lastHeardMilliseconds: Int64

    public init(
      name: String, languages: [String], state: State, articlesPerSecond: Double, inFlight: UInt64, retries: UInt64,
      lastHeardMilliseconds: Int64
    ) {
      self.name = name
      self.languages = languages
      self.state = state
      self.articlesPerSecond = articlesPerSecond
      self.inFlight = inFlight
      self.retries = retries
      self.lastHeardMilliseconds = lastHeardMilliseconds
    }
  }

  /// What the aggregator last told.
  public struct Aggregator: Sendable, Hashable, Codable {
    public var committed: UInt64
    /// Received and not yet durable.
    public var lag: UInt64
    public var commitMicroseconds: UInt64
    public var mentions: UInt64
    public var events: UInt64

    public init(committed: UInt64, lag: UInt64, commitMicroseconds: UInt64, mentions: UInt64, events: UInt64) {
      self.committed = committed
      self.lag = lag
      self.commitMicroseconds = commitMicroseconds
      self.mentions = mentions
      self.events = events
    }
  }

  public struct Totals: Sendable, Hashable, Codable {
    public var accepted: UInt64
    public var committed: UInt64
    public var dead: UInt64
    public var rejected: UInt64

    public init(accepted: UInt64, committed: UInt64, dead: UInt64, rejected: UInt64) {
      self.accepted = accepted
      self.committed = committed
      self.dead = dead
      self.rejected = rejected
    }
  }

  public var queues: [Queue]
  public var workers: [Worker]
  /// nil while the coordinator has no connection to it.
  public var aggregator: Aggregator?
  public var totals: Totals
  public var uptimeSeconds: Double
  public var isDraining: Bool

  public init(
    queues: [Queue], workers: [Worker], aggregator: Aggregator?, totals: Totals, uptimeSeconds: Double,
    isDraining: Bool = false
  ) {
    self.queues = queues
    self.workers = workers
    self.aggregator = aggregator
    self.totals = totals
    self.uptimeSeconds = uptimeSeconds
    self.isDraining = isDraining
  }

  /// Of all workers together.
  public var articlesPerSecond: Double { workers.reduce(0) { $0 + $1.articlesPerSecond } }

  /// Articles that still need work.
  public var pending: UInt64 { queues.reduce(0) { $0 &+ $1.waiting &+ $1.leased &+ $1.retrying } }

  /// How long that takes at the present rate; nil when nothing moves or nothing is left.
  public var secondsLeft: Double? {
    pending > 0 && articlesPerSecond > 0.01 ? Double(pending) / articlesPerSecond : nil
  }
}

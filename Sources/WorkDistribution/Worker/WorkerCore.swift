/// A worker without its sockets, clock and work threads: takes what it has room for, has it read, keeps every result
/// until the aggregator has committed it, and only then says *done* and asks for more.
///
/// Memory is bounded by ``WorkerConfiguration/capacity`` (and one article more than its bytes). Every input costs O(1)
/// per job it moves.
public struct WorkerCore: Sendable {
  public let configuration: WorkerConfiguration
  public internal(set) var statistics = WorkerStatistics()

  var clock: SteadyClock
  var generator: SplitMix64
  var now = Instant.zero
  var effects: [WorkerEffect] = []

  var coordinator: Link
  var aggregator: Link
  /// Of the aggregator's store; the coordinator is greeted when it is known.
  var storeIdentity: String?
  var leaseDuration = TimeSpan.seconds(10)
  var heartbeatInterval = TimeSpan.milliseconds(500)

  /// All that was received and is neither committed nor failed nor handed back.
  var held: [JobID: HeldJob] = [:]
  var heldBytes: UInt64 = 0
  var waiting = RingQueue<JobID>()
  var waitingCount = 0
  var runningCount = 0
  /// Work threads that are busy: how many of their articles are missing.
  var chunks: [Int: Int] = [:]
  var nextChunk = 0
  var progress: UInt64 = 0
  var lastProgress = Instant.zero

  // Of the present connection to the coordinator.
  var received = Allowance(jobs: 0, bytes: 0)
  var granted = Allowance(jobs: 0, bytes: 0)
  var batches = SeenNumbers()
  var nextHeartbeat: Instant?
  var heartbeatSequence: UInt64 = 0
  var progressAtHeartbeat: UInt64 = 0
  var timeOfHeartbeat = Instant.zero
  /// Committed, to be reported.
  var doneToReport: [DoneJob] = []
  /// The coordinator's start that the leases in `doneToReport` and `reported` belong to.
  var doneEpoch: Epoch?
  /// The last ones reported, said again on a new connection, for the message may have been lost with the old one.
  var reported = RingQueue<DoneJob>()

  /// Results to be sent.
  var outbox = RingQueue<JobID>()
  /// Messages that the aggregator has not answered.
  var unanswered: [UInt64: [JobID]] = [:]
  var sendOrder = RingQueue<SentMessage>()
  /// Since when the aggregator has owed an answer; resending does not move it.
  var awaitingSince: Instant?
  var nextSequence: UInt64 = 1
  var busyUntil = Instant.zero

  var isDraining = false
  var isStopped = false

  public init(configuration: WorkerConfiguration) {
    self.configuration = configuration
    clock = SteadyClock(maximumStep: min(configuration.silence / 2, .seconds(1)))
    generator = SplitMix64(seed: configuration.seed)
    coordinator = Link(backoff: configuration.connectBackoff, helloTimeout: configuration.helloTimeout)
    aggregator = Link(backoff: configuration.connectBackoff, helloTimeout: configuration.helloTimeout)
  }

  /// Handles one input and returns what is to be done about it.
  public mutating func handle(_ input: WorkerInput, at instant: Instant) -> [WorkerEffect] {
    if isStopped { return [] }
    now = clock.advance(to: instant)
    effects = []
    switch input {
    case .coordinator(let message): receive(message)
    case .aggregator(let message): receive(message)
    case .extracted(let reports): extracted(reports)
    case .disconnected(.coordinator): coordinatorLost()
    case .disconnected(.aggregator): aggregatorLost()
    case .tick: break
    case .drain: beginDrain()
    }
    settle()
    defer { effects = [] }
    return effects
  }

  private mutating func settle() {
    guard !isStopped else { return }
    keepConnected()
    resendOverdue()
    sendResults()
    startExtractions()
    reportDone()
    grantCredit()
    beat()
    finishDrain()
  }

  /// When the shell must call again at the latest, on the shell's clock.
  public var nextDeadline: Instant {
    if isStopped { return .never }
    var earliest: Instant?
    func consider(_ instant: Instant?) {
      guard let instant else { return }
      earliest = earliest.map { min($0, instant) } ?? instant
    }
    consider(aggregator.deadline)
    if storeIdentity != nil { consider(coordinator.deadline) }
    if coordinator.isOpen {
      consider(nextHeartbeat)
      consider(coordinator.lastHeard + configuration.silence)
    }
    if aggregator.isOpen {
      if !outbox.isEmpty { consider(busyUntil) }
      if let first = sendOrder.first { consider(first.at + configuration.resendAfter) }
      if let awaitingSince { consider(max(aggregator.lastHeard, awaitingSince) + configuration.silence) }
    }
    return clock.deadline(for: earliest)
  }

  /// Articles in the worker's hands, at most its capacity plus what a reconnection left.
  public var heldCount: Int { held.count }

  /// The jobs that are waiting or being read, not those that wait for their commit. O(held).
  public var jobsInProgress: [JobID] {
    held.filter { $0.value.phase != .uncommitted }.map(\.key)
  }
}

/// An article in a worker's hands.
struct HeldJob: Sendable {
  enum Phase: UInt8, Sendable { case waiting, running, uncommitted }

  var item: BatchItem
  /// The coordinator's start that handed it out.
  var epoch: Epoch
  var isSolo: Bool
  var phase = Phase.waiting
  var chunk = 0
  var resultBytes: UInt32 = 0
}

/// A message of results and when it was sent.
struct SentMessage: Sendable {
  var sequence: UInt64
  var at: Instant
}

/// The numbers that have come, for a connection that may repeat and reorder: those far below the highest count as seen.
struct SeenNumbers: Sendable {
  private(set) var highest: UInt64 = 0
  private var recent: UInt64 = 0

  /// True if the number has not come before.
  mutating func insert(_ number: UInt64) -> Bool {
    if number > highest {
      let shift = number - highest
      recent = shift >= 64 ? 0 : recent << shift
      recent |= 1
      highest = number
      return true
    }
    let age = highest - number
    guard age < 64, recent & (1 << age) == 0 else { return false }
    recent |= 1 << age
    return true
  }
}

/// Counters of a worker since it started, for the metrics.
public struct WorkerStatistics: Hashable, Sendable {
  public var received: UInt64 = 0
  public var extracted: UInt64 = 0
  public var failed: UInt64 = 0
  public var committed: UInt64 = 0
  public var resent: UInt64 = 0
  public var busyAnswers: UInt64 = 0
  public var released: UInt64 = 0
  /// Batches beyond the credit given, or repeated.
  public var batchesIgnored: UInt64 = 0
  public var reconnections: UInt64 = 0

  public init() {}
}

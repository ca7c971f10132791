/// The coordinator without its sockets, clock and database: admits articles, hands out jobs to workers that asked for
/// work, takes them back from those that stopped, and knows when all is done.
///
/// The shell feeds ``handle(_:at:)`` and executes the effects in order. Every input costs O(log n) in workers and
/// delayed jobs, plus what it moves; memory is bounded by the configuration, not by the ledger.
public struct CoordinatorCore: Sendable {
  public let configuration: CoordinatorConfiguration
  public internal(set) var statistics = CoordinatorStatistics()

  var clock: SteadyClock
  var generator: SplitMix64
  /// Steady time of the input being handled.
  var now = Instant.zero
  var effects: [CoordinatorEffect] = []

  var jobs = JobTable()
  var queues: [LanguageQueue] = []
  var queueOfLanguage: [LanguageCode: Int] = [:]
  /// Bits of queues in which something changed that may allow handing out.
  var touchedQueues: UInt64 = 0
  /// Which queue's turn it is.
  var nextQueue = 0

  var workers: [WorkerRecord] = []
  var freeWorkers: [Int32] = []
  /// In which queues' `eligible` ring a slot is, one bit each; outlives the worker of the slot.
  var ringMembership: [UInt64] = []
  var peers: [PeerID: Party] = [:]
  var workerOfSender: [Epoch: PeerID] = [:]
  var departed = RingQueue<PeerID>()
  var timers = TimerHeap<CoordinatorTimer>()
  var pingAllAt: Instant?

  var sessions: [Epoch: SubmitterSession] = [:]
  var admissions = AdmissionBuffer()
  var awaitingFinish: Set<PeerID> = []
  var rejectedTotal: UInt64

  var nextGroup: UInt64 = 1
  var donePending: [JobID] = []
  var donePendingSince: Instant?
  var doneInFlight: GroupID?
  /// Writes on their way, kept so that a failed one can be tried again.
  var writes: [GroupID: PendingWrite] = [:]

  var incidents: [JobID: [DeadLetter.Incident]] = [:]
  var aggregator: AggregatorLink
  var isDraining = false
  var isStopped = false

  /// - Parameter ledger: what the ledger holds at this start.
  public init(configuration: CoordinatorConfiguration, ledger: LedgerSummary) {
    self.configuration = configuration
    clock = SteadyClock(maximumStep: min(configuration.leaseDuration / 4, .seconds(1)))
    generator = SplitMix64(seed: configuration.seed)
    aggregator = AggregatorLink(configuration: configuration)
    rejectedTotal = ledger.rejected
    for tombstone in ledger.unconfirmedTombstones { aggregator.add(tombstone) }
    for (language, counts) in ledger.counts.sorted(by: { $0.key < $1.key }) {
      _ = queueIndex(of: language, counts: counts, turn: ledger.turns[language] ?? 0)
    }
    touchedQueues = ~0
  }

  /// Handles one input and returns what is to be done about it.
  public mutating func handle(_ input: CoordinatorInput, at instant: Instant) -> [CoordinatorEffect] {
    var result: [CoordinatorEffect] = []
    handle(input, at: instant, into: &result)
    return result
  }

  /// The same, appending to an array that the shell uses again and again.
  public mutating func handle(
    _ input: CoordinatorInput, at instant: Instant, into result: inout [CoordinatorEffect]
  ) {
    if isStopped { return }
    now = clock.advance(to: instant)
    statistics.clockLeaps = UInt64(clock.leaps)
    swap(&effects, &result)
    defer { swap(&effects, &result) }
    switch input {
    case .message(let message, let peer): receive(message, from: peer)
    case .unreachable(let peer): peerIsUnreachable(peer)
    case .connectionLost: connectionWasLost()
    case .aggregator(let message): receive(message)
    case .tick: break
    case .drain: beginDrain()
    case .admissionsPersisted(let group, let results): admissionsPersisted(group, results)
    case .waitingLoaded(let language, let rows, let isComplete): waitingLoaded(language, rows, isComplete: isComplete)
    case .donePersisted(let group): donePersisted(group)
    case .deadLetterPersisted(let group): deadLetterPersisted(group)
    case .retractionsPersisted(let group, let results): retractionsPersisted(group, results)
    case .tombstonesConfirmed(let group): tombstonesConfirmed(group)
    case .reconciled(let group, let outcome): reconciled(group, outcome)
    case .deadLettersRequeued(let rows): deadLettersRequeued(rows)
    case .deadLettersDiscarded(let rows): deadLettersDiscarded(rows)
    case .persistenceFailed(let group): persistenceFailed(group)
    }
    settle()
  }

  /// When the shell must call again at the latest, on the shell's clock.
  public var nextDeadline: Instant {
    if isStopped { return .never }
    var earliest = timers.earliest
    func consider(_ instant: Instant?) {
      guard let instant else { return }
      earliest = earliest.map { min($0, instant) } ?? instant
    }
    consider(pingAllAt)
    consider(aggregator.deadline(configuration))
    if doneInFlight == nil, let since = donePendingSince { consider(since + configuration.doneDelay) }
    for queue in queues { consider(queue.loadAgainAt) }
    return clock.deadline(for: earliest)
  }

  /// What follows from any input: due timers, writes to start, work to load and to hand out, an end to announce.
  private mutating func settle() {
    runTimers()
    serveAggregatorLink()
    startAdmissions()
    flushDone()
    dispatchWherePossible()
    loadWhereNeeded()
    announceFinish()
    finishDrain()
  }

  /// A fresh number for a write.
  mutating func makeGroup() -> GroupID {
    defer { nextGroup += 1 }
    return GroupID(nextGroup)
  }

  /// The index of a language's queue, made if need be; nil if there would be more than 64.
  mutating func queueIndex(
    of language: LanguageCode, counts: LedgerCounts = LedgerCounts(), turn: Int64 = 0
  ) -> Int? {
    if let index = queueOfLanguage[language] { return index }
    guard queues.count < 64 else { return nil }
    queues.append(LanguageQueue(language: language, counts: counts, turn: turn))
    queueOfLanguage[language] = queues.count - 1
    return queues.count - 1
  }
}

/// Who is at the other end of a connection.
enum Party: Hashable, Sendable {
  case worker(slot: Int32)
  case client(Role, session: Epoch)
  /// A worker whose jobs were taken back; what it still says is legal.
  case departed
}

/// What a timer is about.
enum CoordinatorTimer: Sendable {
  case worker(PeerID)
  case job(JobReference)
  case write(GroupID)
}

/// A write on its way, and what to do again if it fails.
struct PendingWrite: Sendable {
  var effect: CoordinatorEffect
  var failures = 0
  /// Who asked for it, if anybody did.
  var peer: PeerID?
}

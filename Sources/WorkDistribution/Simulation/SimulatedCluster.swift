/// A whole cluster in one value: the real cores on a simulated network, disk and clock, driven by one seed.
///
/// Processes: coordinator, aggregator, two submitters (the second replaces), workers. A run is a function of its seed
/// and options, so whatever it finds can be looked at again.
public struct SimulatedCluster {
  static let coordinatorProcess = 0
  static let aggregatorProcess = 1
  static let submitterProcess = 2
  static let replacerProcess = 3
  static let firstWorker = 4

  let seed: UInt64
  let options: SimulationOptions
  var generator: SplitMix64
  var now = Instant.zero
  var events = EventQueue()
  let schedule: [ScheduledFault]
  var steps = 0
  var crashes = 0

  var processes: [SimulatedProcess]
  var sockets: [SimulatedSocket] = []
  var blocked: [(from: Int, to: Int, until: Instant)] = []
  var lastFaultEnd = Instant.zero

  var coordinator: CoordinatorCore?
  var aggregator: AggregatorCore?
  var submitters: [SubmitterCore?] = [nil, nil]
  var workers: [WorkerCore?]

  // What the shells keep: gone when their process ends.
  var submissionTexts: [PayloadID: [UInt64]] = [:]
  var resultValues: [PayloadID: [UInt64]] = [:]
  var nextPayload: UInt64 = 1
  var workerTexts: [[JobID: UInt64]]
  var inputPosition = [0, 0]
  var outcomes: [[Int: AdmissionOutcome]] = [[:], [:]]
  var hasFinished = [false, false]

  // Durable.
  var ledger = SimulatedLedger()
  var store = SimulatedStore()
  var backup: SimulatedStore?
  var diskQueues: [RingQueue<DiskOperation>] = [RingQueue(), RingQueue()]
  /// Only with a sabotaged disk: what a crash goes back to.
  var unsyncedLedger: SimulatedLedger?
  var unsyncedStore: SimulatedStore?

  var poison: [String: SimulatedPoison] = [:]
  var retractions: Set<String> = []
  /// Dead letters that an operator withdrew: their ids are free again.
  var discarded: Set<String> = []
  var operatorSocket: Int?
  var isRetracted = false
  var lastResults: Results?
  var doublyHeld: [JobID: Instant] = [:]
  var violations: [String] = []
  /// Which input met which state, how often.
  var coverage = TransitionCoverage()
  var trace: [String] = []

  public init(seed: UInt64, options: SimulationOptions) {
    self.seed = seed
    self.options = options
    generator = SplitMix64(seed: seed)
    schedule = options.schedule(using: &generator)
    processes = Array(repeating: SimulatedProcess(), count: Self.firstWorker + options.workers)
    workers = Array(repeating: nil, count: options.workers)
    workerTexts = Array(repeating: [:], count: options.workers)
    ledger.admitsRepeatedly = options.sabotage == .admitsRepeatedly
    store.sabotage = options.sabotage
    for number in 0..<options.poison {
      let kind = SimulatedPoison.allCases[generator.below(SimulatedPoison.allCases.count)]
      poison[articleID(generator.below(options.articles))] = number == 0 ? kind : .budget
    }
    for _ in 0..<options.retracted { retractions.insert(articleID(generator.below(options.articles))) }
    isRetracted = retractions.isEmpty
    hasFinished[1] = options.replaced == 0
  }

  /// Runs until everything is committed, or time is up.
  public mutating func run() -> SimulationOutcome {
    for process in processes.indices where process != Self.replacerProcess || options.replaced > 0 {
      schedule(.restart(process: process, incarnation: 0), after: .milliseconds(Int64(generator.below(50))))
    }
    for index in schedule.indices { events.insert(.fault(index), at: schedule[index].at) }
    if !retractions.isEmpty { schedule(.operatorTurn, after: .milliseconds(Int64(500 + generator.below(4_000)))) }
    if options.restoresBackup { schedule(.backup, after: .milliseconds(Int64(500 + generator.below(2_000)))) }
    schedule(.checkLeases, after: .milliseconds(250))
    while violations.isEmpty, let next = events.earliest {
      if isComplete { break }
      if next > max(lastFaultEnd, Instant.zero + options.faultPeriod) + options.patience {
        violate("no progress: " + whatIsMissing)
        break
      }
      now = max(now, next)
      guard let event = events.popDue(at: now) else { break }
      steps += 1
      handle(event)
    }
    if violations.isEmpty { checkEnd() }
    return SimulationOutcome(
      seed: seed, violations: violations, schedule: schedule.map(\.description), trace: trace,
      duration: now - .zero, steps: steps, coordinator: coordinator?.statistics ?? CoordinatorStatistics(),
      crashes: crashes, coverage: coverage)
  }

  var faultsAreOver: Bool { now >= max(lastFaultEnd, Instant.zero + options.faultPeriod) }

  mutating func schedule(_ event: SimulatedEvent, after span: TimeSpan) {
    events.insert(event, at: now + span)
  }

  mutating func violate(_ text: String) {
    violations.append("\(now.milliseconds) ms: \(text)")
  }

  mutating func note(_ text: @autoclosure () -> String) {
    if options.traces { trace.append("\(now.milliseconds) ms \(text())") }
  }

  /// The time as a process sees it.
  func clock(_ process: Int) -> Instant { now + processes[process].clockOffset }

  func articleID(_ number: Int) -> String { "article-\(number)" }
}

/// What an article does to its extraction.
enum SimulatedPoison: Sendable, CaseIterable {
  /// Ends the process that reads it, unless that is a supervised child.
  case trap
  /// Exceeds its budget.
  case budget
}

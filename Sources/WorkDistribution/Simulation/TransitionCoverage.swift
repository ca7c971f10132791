/// Which input met which state of a core, how often: what a campaign of simulations has tried.
public struct TransitionCoverage: Sendable {
  /// One input in one state.
  public struct Transition: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// `coordinator`, `aggregator`, `worker`, `submitter`, or `job`: a job of the coordinator.
    public var party: String
    public var input: String
    public var state: String

    public init(_ party: String, _ input: String, _ state: String) {
      self.party = party
      self.input = input
      self.state = state
    }

    public var description: String { "\(party): \(input) × \(state)" }

    public static func < (a: Transition, b: Transition) -> Bool {
      (a.party, a.input, a.state) < (b.party, b.input, b.state)
    }
  }

  /// Party, input and state in one number: counting must not slow a simulation down.
  private var numbers: [UInt32: Int] = [:]

  init() {}

  mutating func count(_ party: CoveredParty, _ input: Int, _ state: Int) {
    numbers[UInt32(party.rawValue) << 16 | UInt32(input) << 8 | UInt32(state), default: 0] += 1
  }

  /// Adds what another run has tried.
  public mutating func add(_ other: TransitionCoverage) {
    numbers.merge(other.numbers, uniquingKeysWith: +)
  }

  public static var empty: TransitionCoverage { TransitionCoverage() }

  /// What was reached, with its counts.
  public var reached: [Transition: Int] {
    var reached: [Transition: Int] = [:]
    for (number, count) in numbers {
      guard let party = CoveredParty(rawValue: UInt8(number >> 16)) else { continue }
      let input = party.inputs[Int(number >> 8 & 0xFF)]
      reached[Transition("\(party)", input, party.states[Int(number & 0xFF)])] = count
    }
    return reached
  }
}

/// A core as the coverage counts it.
enum CoveredParty: UInt8, CaseIterable {
  /// What somebody says to the coordinator, by who it is to the coordinator.
  case coordinator
  /// What the ledger, the aggregator and the clock say to it, by the connection to the aggregator.
  case coordinatorInside
  /// What is said of a job, by where it stands.
  case job
  case aggregator
  case worker
  case submitter

  static let messages = [
    "hello", "credit", "done", "failed", "release", "heartbeat", "goodbye", "submit", "end of input",
    "status request", "drain request", "dead letters", "retract",
  ]
  static let completions = [
    "unreachable", "connection lost", "tick", "drain", "admissions persisted", "waiting loaded", "done persisted",
    "dead letter persisted", "retractions persisted", "tombstones confirmed", "reconciled", "dead letters requeued",
    "dead letters discarded", "persistence failed", "aggregator's welcome", "aggregator's refusal", "inventory",
    "tombstones committed", "lag",
  ]
  static let links = ["resting", "greeting", "open", "closed"]

  var inputs: [String] {
    switch self {
    case .coordinator: Self.messages
    case .coordinatorInside: Self.completions
    case .job: ["done", "failed", "release"]
    case .aggregator:
      [
        "hello", "results", "goodbye", "inventory request", "tombstones", "unreachable", "committed", "commit failed",
        "inventory read", "tick", "drain",
      ]
    case .worker:
      [
        "coordinator's welcome", "coordinator's refusal", "batch", "drain order", "ping", "aggregator's welcome",
        "aggregator's refusal", "committed", "busy", "extracted", "coordinator disconnected",
        "aggregator disconnected", "tick", "drain",
      ]
    case .submitter:
      ["welcome", "refusal", "submitted", "busy", "finished", "offer", "end of input", "disconnected", "tick", "other"]
    }
  }

  var states: [String] {
    switch self {
    case .coordinator:
      let known = ["unknown", "worker", "departed", "submitter", "observer", "operator"]
      return known + known.map { $0 + ", draining" }
    case .coordinatorInside: return Self.links + Self.links.map { $0 + ", draining" }
    case .job:
      return ["unknown", "ready", "delayed", "leased to the sender", "leased to another", "finishing", "burying"]
    case .aggregator:
      let states = ["idle", "gathering", "committing", "waiting to commit again"]
      return states + states.map { $0 + ", draining" }
    case .worker:
      let states = Self.links.prefix(3).flatMap { one in
        Self.links.prefix(3).map { "coordinator \(one), aggregator \($0)" }
      }
      return states + states.map { $0 + ", draining" }
    case .submitter: return Self.links
    }
  }
}

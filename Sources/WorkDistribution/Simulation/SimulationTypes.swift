/// What a simulated run led to.
public struct SimulationOutcome: Sendable {
  public var seed: UInt64
  /// What was promised and not kept, with the time; empty when all is well.
  public var violations: [String]
  /// The schedule of faults, to be read.
  public var schedule: [String]
  /// Every step, if that was asked for.
  public var trace: [String]
  /// Simulated time until the end.
  public var duration: TimeSpan
  public var steps: Int
  public var coordinator: CoordinatorStatistics
  public var crashes: Int
  /// Which input met which state of each core, how often.
  public var coverage: TransitionCoverage

  /// All there is to know to look into a failure.
  public var report: String {
    (["seed \(seed): \(violations.joined(separator: "; "))", "schedule:"] + schedule.map { "  " + $0 }
      + (trace.isEmpty ? [] : ["trace:"] + trace.suffix(400))).joined(separator: "\n")
  }
}

/// A message on the simulated network, with what the shell adds to it.
enum Envelope: Sendable {
  case toCoordinator(MessageToCoordinator, texts: [UInt64])
  case fromCoordinator(MessageFromCoordinator, texts: [UInt64])
  case toAggregator(MessageToAggregator, values: [UInt64])
  case fromAggregator(MessageFromAggregator)
}

/// What happens in a simulated cluster.
enum SimulatedEvent: Sendable {
  case deliver(Envelope, socket: Int, toServer: Bool, serverIncarnation: UInt32)
  case wake(process: Int, token: Int)
  case disk(process: Int, incarnation: UInt32)
  case extracted(process: Int, incarnation: UInt32, [ExtractionReport])
  case unreachable(process: Int, incarnation: UInt32, PeerID)
  case connectionHint(process: Int, incarnation: UInt32)
  case disconnected(process: Int, socket: Int)
  case fault(Int)
  case endOfDiskFailure(process: Int)
  case restart(process: Int, incarnation: UInt32)
  case resume(process: Int, incarnation: UInt32)
  case operatorTurn
  case checkLeases
  case backup
}

/// A simulated process: what survives its core.
struct SimulatedProcess: Sendable {
  var incarnation: UInt32 = 0
  var isUp = false
  var pausedUntil: Instant?
  /// Its clock minus the simulated time.
  var clockOffset = TimeSpan.zero
  var wakeToken = 0
  var wakeAt: Instant?
  /// Its open socket to each server.
  var sockets: [Int?] = [nil, nil]
  var diskFreeAt = Instant.zero
  var diskFails = false
  var slowness: Int64 = 1
  var slowUntil = Instant.zero
  /// Ticks in the present tenth of a second: one that spins is found out.
  var recentTicks = 0
  var recentTicksSince = Instant.zero
  /// What came while it was stopped.
  var postponed: [SimulatedEvent] = []
}

/// A client's connection to a server.
struct SimulatedSocket: Sendable {
  var client: Int
  var incarnation: UInt32
  var server: Int
  var isOpen = true
  var lastToServer = Instant.zero
  var lastToClient = Instant.zero
}

/// A write on its way to a simulated disk.
enum DiskOperation: Sendable {
  case ledger(CoordinatorEffect)
  case store(AggregatorEffect)
}

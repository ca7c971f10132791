/// The aggregator without its sockets, clock and database: gathers results into groups, has them committed, and
/// acknowledges them only then.
///
/// Repeated, late and superseded results are acknowledged like any other; that they have no effect is ``CommitRule``'s
/// part, applied by the transaction. What is not yet written is bounded by ``AggregatorConfiguration/highWater``.
public struct AggregatorCore: Sendable {
  public let configuration: AggregatorConfiguration
  public internal(set) var statistics = AggregatorStatistics()

  var clock: SteadyClock
  var generator: SplitMix64
  var now = Instant.zero
  var effects: [AggregatorEffect] = []

  var peers: [PeerID: AggregatorPeer] = [:]
  var peerOfSender: [Epoch: PeerID] = [:]
  var coordinators: Set<PeerID> = []

  var gathered = RingQueue<GatheredMessage>()
  var gatheredItems = 0
  /// Items and bytes gathered and being written.
  var load = Allowance(jobs: 0, bytes: 0)
  var inFlight: (group: GroupID, messages: [GatheredMessage], items: [CommitItem])?
  var commitAgainAt: Instant?
  var commitFailures = 0
  var nextGroup: UInt64 = 1

  var lag: AggregatorLag
  var nextLag = Instant.zero
  var nextSweep = Instant.zero
  var grantKey: GrantKey?
  var isDraining = false
  var isStopped = false

  public init(configuration: AggregatorConfiguration) {
    self.configuration = configuration
    clock = SteadyClock(maximumStep: .seconds(1))
    generator = SplitMix64(seed: configuration.seed)
    grantKey = configuration.grantKey
    lag = AggregatorLag(epoch: configuration.identity.epoch)
  }

  /// Handles one input and returns what is to be done about it.
  public mutating func handle(_ input: AggregatorInput, at instant: Instant) -> [AggregatorEffect] {
    if isStopped { return [] }
    now = clock.advance(to: instant)
    effects = []
    switch input {
    case .message(let message, let peer): receive(message, from: peer)
    case .unreachable(let peer): forget(peer)
    case .committed(let group, let report): committed(group, report)
    case .commitFailed(let group): commitFailed(group)
    case .inventoryRead(let page, let peer):
      if peers[peer] != nil { effects.append(.send(.inventory(page), to: peer)) }
    case .tick: break
    case .drain: isDraining = true
    }
    commitWhenDue()
    reportLag()
    sweep()
    if isDraining, gathered.isEmpty, inFlight == nil {
      effects.append(.drained)
      isStopped = true
    }
    defer { effects = [] }
    return effects
  }

  /// When the shell must call again at the latest, on the shell's clock.
  public var nextDeadline: Instant {
    if isStopped { return .never }
    var earliest = nextSweep
    if !coordinators.isEmpty { earliest = min(earliest, nextLag) }
    if let at = commitAgainAt { earliest = min(earliest, at) }
    if inFlight == nil, let first = gathered.first {
      earliest = min(earliest, first.arrived + configuration.commitDelay)
    }
    return clock.deadline(for: earliest)
  }

  /// Items taken and not yet durable.
  public var uncommitted: Int { Int(load.jobs) }
}

/// A peer that said hello.
struct AggregatorPeer: Sendable {
  var role: Role
  var sender: Epoch
  var lastHeard: Instant
}

/// A message whose content waits for its commit.
struct GatheredMessage: Sendable {
  enum Answer: Sendable {
    case results(sequence: UInt64, receipts: [UInt64], payload: PayloadID)
    case tombstones([Tombstone])
  }

  var peer: PeerID
  var answer: Answer
  var items: [CommitItem]
  var bytes: UInt64
  var arrived: Instant
}

/// Counters of an aggregator since it started, for the metrics.
public struct AggregatorStatistics: Hashable, Sendable {
  public var messages: UInt64 = 0
  public var results: UInt64 = 0
  public var written: UInt64 = 0
  /// Repeated or superseded: acknowledged without effect.
  public var ignored: UInt64 = 0
  public var commits: UInt64 = 0
  public var commitFailures: UInt64 = 0
  public var busyAnswers: UInt64 = 0
  public var refusals: UInt64 = 0
  /// Results without the coordinator's grant: of articles or revisions that were never handed out.
  public var unproven: UInt64 = 0

  public init() {}
}

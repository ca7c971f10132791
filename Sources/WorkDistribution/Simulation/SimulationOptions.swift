/// How large a simulated cluster is and what may happen to it.
public struct SimulationOptions: Hashable, Sendable {
  public var workers = 3
  public var articles = 40
  /// One or two.
  public var languages = 1
  /// Faults in the schedule.
  public var faults = 8
  /// They happen within this time; afterwards everything works.
  public var faultPeriod = TimeSpan.seconds(4)
  /// Chances in a thousand, per message, while faults happen.
  public var loss = 20
  public var duplication = 20
  public var reordering = 20
  /// Chance in a thousand that a process dies within the effects of one step, while faults happen.
  public var crashInStep = 3
  /// Articles whose extraction ends its process or exceeds its budget.
  public var poison = 1
  /// Articles that a second submitter replaces.
  public var replaced = 4
  /// Articles that an operator withdraws.
  public var retracted = 2
  /// The aggregator's store may be set back to an older state (a restored backup).
  public var restoresBackup = false
  /// Every process is up and everything is committed after this at the latest, counted from the last fault.
  public var patience = TimeSpan.seconds(180)
  public var sabotage: Sabotage?
  /// Whether to record every step.
  public var traces = false

  public init() {}

  /// Varied by the seed, small enough for thousands of runs.
  public static func random(seed: UInt64) -> SimulationOptions {
    var generator = SplitMix64(seed: seed ^ 0x51_4C_53_4C)
    var options = SimulationOptions()
    options.workers = 1 + generator.below(4)
    options.articles = 15 + generator.below(30)
    options.faults = generator.below(9)
    options.loss = generator.below(3) * 20
    options.duplication = generator.below(3) * 20
    options.reordering = generator.below(3) * 20
    options.crashInStep = generator.below(3) * 2
    options.poison = generator.below(3)
    options.replaced = generator.below(3) * 2
    options.retracted = generator.below(3)
    options.restoresBackup = generator.below(8) == 0
    options.languages = 1 + generator.below(2)
    return options
  }
}

/// A cluster that is broken on purpose, to see whether the simulation notices.
public enum Sabotage: String, Hashable, Sendable, CaseIterable {
  /// The coordinator accepts articles before they are durable.
  case acceptsBeforeDurable
  /// The aggregator acknowledges results before they are durable.
  case acknowledgesBeforeDurable
  /// The store counts every result it gets.
  case commitsRepeatedly
  /// The store takes older revisions over newer ones.
  case commitsStaleRevisions
  /// The worker says done when it has sent, not when the aggregator has committed.
  case reportsDoneBeforeCommit
  /// Nobody takes jobs back from a dead worker.
  case neverReclaims
  /// The worker sends each result once.
  case neverResendsResults
  /// The submitter sends each article once.
  case neverResendsSubmissions
  /// The ledger admits an article as often as it comes.
  case admitsRepeatedly
  /// The coordinator believes its done marks whatever the aggregator holds.
  case skipsReconciliation
  /// A result that was not taken is acknowledged all the same.
  case acknowledgesWhenBusy
  /// The ledger's backlog beyond the first rows is never read.
  case forgetsBacklog
  /// Withdrawals are not told to the aggregator.
  case dropsTombstones
  /// A worker's death is held against the articles it had.
  case blamesArticlesForDeaths
  /// Workers commit what they like: the grant is not checked.
  case believesWorkers
  /// A worker asks for more than it has room for.
  case grantsWithoutBound
}

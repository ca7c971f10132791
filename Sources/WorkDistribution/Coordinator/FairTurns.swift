/// Decides whose turn it is: start-time fair queueing (Goyal, Vin and Cheng, 1996) among the sources of one language.
///
/// Every article is stamped at admission with a turn; the article with the lowest turn is handed out first. A source's
/// turns advance by a fixed step for each of its articles, and never lie behind what is being handed out now. So ten
/// articles of one source do not wait behind a million of another, and a source that was silent has not saved up
/// anything. The turn is kept with the article: the order survives a restart, and reading the ledger by turn is all
/// that dispatch has to do.
///
/// Priority changes the step: each point doubles the source's share, and nothing waits for ever.
struct FairTurns: Sendable {
  /// The step of priority 0.
  private static let step: Int64 = 1 << 20
  /// Priorities beyond these count as these.
  static let priorities: ClosedRange<Int32> = -8...8
  /// Sources remembered at most; those beyond share the present turn.
  private static let limit = 65_536

  /// The turn that is being handed out.
  private(set) var now: Int64
  /// Where the next article of a source goes, for sources that are ahead of `now`.
  private var next: [UInt64: Int64] = [:]
  private var stampsSinceSweep = 0

  init(now: Int64) { self.now = now }

  /// The turn of the next article of a source. Amortised O(1).
  mutating func stamp(source: UInt64, priority: Int32) -> Int64 {
    let start = max(now, next[source] ?? now)
    stampsSinceSweep += 1
    if next.count >= Self.limit, next[source] == nil {
      sweep()
      if next.count >= Self.limit { return start }
    }
    next[source] = start &+ Self.step(priority)
    return start
  }

  /// The article that was stamped turned out to be none: its source does not pay for it.
  mutating func giveBack(source: UInt64, priority: Int32) {
    guard let ahead = next[source] else { return }
    next[source] = ahead &- Self.step(priority)
  }

  private static func step(_ priority: Int32) -> Int64 {
    let points = min(max(priority, priorities.lowerBound), priorities.upperBound)
    return points >= 0 ? step >> Int64(points) : step << Int64(-points)
  }

  /// Forgets sources that are not ahead: their turn says nothing. Not oftener than pays.
  private mutating func sweep() {
    guard stampsSinceSweep >= Self.limit else { return }
    stampsSinceSweep = 0
    let now = now
    next = next.filter { $0.value > now }
  }

  /// An article with this turn was handed out.
  mutating func served(_ turn: Int64) { now = max(now, turn) }
}

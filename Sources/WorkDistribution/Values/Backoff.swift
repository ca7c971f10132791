/// Capped exponential backoff with jitter: the n-th wait is between half and the whole of `base · 2ⁿ`, at most `cap`.
public struct Backoff: Hashable, Sendable {
  public var base: TimeSpan
  public var cap: TimeSpan

  public init(base: TimeSpan, cap: TimeSpan) {
    self.base = base
    self.cap = cap
  }

  /// The wait before try number `failures` (0 = the first retry).
  func delay(afterFailures failures: Int, using generator: inout SplitMix64) -> TimeSpan {
    let doublings = Int64(1) << Int64(min(max(failures, 0), 30))
    let full = min(base * doublings, cap)
    let half = full.nanoseconds / 2
    let jitter = half > 0 ? Int64(generator.next() % UInt64(half + 1)) : 0
    return TimeSpan(nanoseconds: full.nanoseconds - half + jitter)
  }
}

internal import WorkDistribution

/// When a part that ended may start again: at once at first, then with growing pauses, and not more often than the
/// limit within a minute.
struct RestartPolicy {
  private let limit: Int
  private var starts: [Instant] = []

  init(limit: Int) { self.limit = limit }

  /// The pause before the next start; nil when it ended too often.
  mutating func pause(after now: Instant) -> TimeSpan? {
    starts.removeAll { now - $0 >= .seconds(60) }
    guard starts.count < limit else { return nil }
    starts.append(now)
    return .milliseconds(min(5_000, 50 << Int64(min(starts.count - 1, 10))))
  }

  /// How often it was started again within the last minute.
  var recent: Int { starts.count }
}

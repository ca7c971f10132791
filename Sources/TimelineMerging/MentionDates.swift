import NewsEvents

/// Gives mentions the day that their event is known to have, where their own article says less: none, an open side, or a
/// longer time. The basis says that it is inferred; a day that a mention states itself and that differs stays.
enum MentionDates {
  /// O(mentions).
  static func complete(_ events: inout [TimelineEvent]) {
    for i in events.indices {
      guard let date = events[i].date, date.start != nil || date.end != nil else { continue }
      var inferred = DateInterval(start: date.start, end: date.end, granularity: date.granularity, basis: .inferred)
      if date.basis == .published {
        inferred.basis = .published
        inferred.anchor = date.anchor
      }
      for j in events[i].mentions.indices where isLess(events[i].mentions[j].date, than: date) {
        events[i].mentions[j].date = inferred
      }
    }
  }

  /// Whether an interval holds another and more.
  private static func isLess(_ own: DateInterval?, than date: DateInterval) -> Bool {
    guard let own else { return true }
    let low = own.start ?? Day(number: .min), high = own.end ?? Day(number: .max)
    let start = date.start ?? Day(number: .min), end = date.end ?? Day(number: .max)
    return low <= start && end <= high && (low < start || end < high)
  }
}

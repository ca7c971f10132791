/// A binary heap of things to do at an instant; the earliest first, equal ones in any but a deterministic order.
///
/// Entries are not removed early: whoever pops one checks whether it still means anything.
/// `insert` and `popDue` are O(log n).
struct TimerHeap<Payload>: Sendable where Payload: Sendable {
  private var entries: [(at: Instant, payload: Payload)] = []

  var count: Int { entries.count }

  /// When the earliest entry is due.
  var earliest: Instant? { entries.first?.at }

  mutating func insert(_ payload: Payload, at instant: Instant) {
    entries.append((instant, payload))
    var child = entries.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      if entries[parent].at <= entries[child].at { break }
      entries.swapAt(parent, child)
      child = parent
    }
  }

  /// Removes and returns the earliest entry if it is due.
  mutating func popDue(at now: Instant) -> Payload? {
    guard let first = entries.first, first.at <= now else { return nil }
    let last = entries.removeLast()
    if !entries.isEmpty {
      entries[0] = last
      var parent = 0
      while true {
        var least = parent
        for child in [2 * parent + 1, 2 * parent + 2]
        where child < entries.count && entries[child].at < entries[least].at {
          least = child
        }
        if least == parent { break }
        entries.swapAt(parent, least)
        parent = least
      }
    }
    return first.payload
  }
}

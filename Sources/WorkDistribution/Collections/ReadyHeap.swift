/// Where a waiting article stands in its queue: by turn, then in the order of admission.
public struct QueuePlace: Hashable, Comparable, Sendable {
  public var turn: Int64
  public var job: JobID

  public init(turn: Int64, job: JobID) {
    self.turn = turn
    self.job = job
  }

  /// Before every article.
  public static let beginning = QueuePlace(turn: .min, job: .none)

  /// Just before this place.
  var predecessor: QueuePlace { QueuePlace(turn: turn, job: JobID(job.rawValue &- 1)) }

  public static func < (a: QueuePlace, b: QueuePlace) -> Bool {
    a.turn == b.turn ? a.job < b.job : a.turn < b.turn
  }
}

/// References to ready jobs, the one whose turn it is first. `insert` and `popFirst` are O(log n).
struct ReadyHeap: Sendable {
  private var entries: [(place: QueuePlace, reference: JobReference)] = []

  var count: Int { entries.count }

  var first: JobReference? { entries.first?.reference }

  mutating func insert(_ reference: JobReference, at place: QueuePlace) {
    entries.append((place, reference))
    var child = entries.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      if entries[parent].place <= entries[child].place { break }
      entries.swapAt(parent, child)
      child = parent
    }
  }

  @discardableResult
  mutating func popFirst() -> JobReference? {
    guard let first = entries.first else { return nil }
    let last = entries.removeLast()
    if !entries.isEmpty {
      entries[0] = last
      var parent = 0
      while true {
        var least = parent
        for child in [2 * parent + 1, 2 * parent + 2]
        where child < entries.count && entries[child].place < entries[least].place {
          least = child
        }
        if least == parent { break }
        entries.swapAt(parent, least)
        parent = least
      }
    }
    return first.reference
  }
}

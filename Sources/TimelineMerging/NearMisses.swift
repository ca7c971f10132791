import NewsEvents

/// The events that a cluster was nearly joined with: a few, whatever its size.
struct NearMisses {
  struct Item {
    /// Number of the other cluster, in order of creation.
    var cluster: Int
    var points: Int
  }

  private(set) var items: [Item] = []

  /// How many are kept; the output shows three, and some may end in the same event.
  private static let limit = 6
  static let shown = 3
  /// Points below the threshold that are still near.
  private static let reach = 15
  /// Days between two events that a reader may still take for one.
  static let days = 7

  /// Whether a pair that was not joined is worth telling: the parties agree and the deed is of one type.
  static func isNear(_ affinity: Affinity, _ a: Profile, _ b: Profile) -> Bool {
    guard affinity.partiesAgree, affinity.daysApart <= days, !a.types.isDisjoint(with: b.types) else { return false }
    return affinity.isVetoed || affinity.points >= Affinity.acrossArticles - reach
  }

  /// Keeps the nearest. O(items).
  mutating func note(_ found: [Item]) {
    guard !found.isEmpty else { return }
    for item in found {
      if let at = items.firstIndex(where: { $0.cluster == item.cluster }) {
        items[at].points = max(items[at].points, item.points)
      } else {
        items.append(item)
      }
    }
    items.sort { $0.points != $1.points ? $0.points > $1.points : $0.cluster < $1.cluster }
    if items.count > Self.limit { items.removeLast(items.count - Self.limit) }
  }

  /// For each event the events it was nearly one with, and why it is not. `eventOf` gives the event of each cluster
  /// number. O(events).
  static func explained(
    _ events: [EventCluster], eventOf: [Int], ids: [String], interner: Interner
  ) -> [[NearMiss]] {
    struct Pair: Hashable {
      var a: Int
      var b: Int
    }
    var points: [Pair: Int] = [:]
    for (i, event) in events.enumerated() {
      for item in event.near.items where eventOf[item.cluster] != i {
        let other = eventOf[item.cluster]
        let pair = Pair(a: min(i, other), b: max(i, other))
        points[pair] = max(points[pair] ?? .min, item.points)
      }
    }
    var partners: [[(event: Int, points: Int)]] = Array(repeating: [], count: events.count)
    for (pair, points) in points {
      partners[pair.a].append((pair.b, points))
      partners[pair.b].append((pair.a, points))
    }
    return events.indices.map { i in
      let nearest = partners[i].sorted {
        $0.points != $1.points ? $0.points > $1.points : ids[$0.event] < ids[$1.event]
      }
      return nearest.prefix(shown).map {
        miss(events[min(i, $0.event)], events[max(i, $0.event)], ids[$0.event], interner)
      }
    }
  }

  private static func miss(_ a: EventCluster, _ b: EventCluster, _ id: String, _ interner: Interner) -> NearMiss {
    let affinity = Affinity.between(a.profile, b.profile, sameArticle: false, interner: interner, explains: true)
    var against = affinity.doubts
    if a.profile.sharesArticle(with: b.profile) { against.append("one article tells of both") }
    if !affinity.isVetoed {
      if affinity.joins {
        if against.isEmpty { against.append("another event fits as well, or better") }
      } else if affinity.points < Affinity.acrossArticles {
        against.append("too little in common")
      } else {
        against.append("nothing that only one event would show")
      }
    } else if against.isEmpty {
      against.append("other parties")
    }
    return NearMiss(event: id, reasons: affinity.reasons, against: against)
  }
}

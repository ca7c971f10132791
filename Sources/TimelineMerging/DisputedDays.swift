import NewsEvents

/// Joins two events that differ in nothing but the day.
///
/// "On 17 January" in one article and "two days after 16 January" in another are one strike when no article tells of
/// two, and when nothing of the kind happened between these parties in the week around it; where deeds repeat day by
/// day, neighbouring days stay two events.
enum DisputedDays {
  /// Days by which sources may differ on one event.
  static let tolerance: Int32 = 1
  /// Days around it in which the same deed must not occur again.
  static let solitude: Int32 = 7

  /// The clusters that remain, and for each cluster given the place of what it has become part of.
  static func merge(_ clusters: [EventCluster], interner: Interner) -> (clusters: [EventCluster], eventOf: [Int]) {
    struct Direction: Hashable {
      var type: EventType
      var actors: [Int32]
    }
    var byDirection: [Direction: [Int]] = [:]
    for (i, cluster) in clusters.enumerated() {
      let profile = cluster.profile
      guard profile.isExactDay, profile.reality == .real else { continue }
      let countries = profile.mutual || profile.family.ignoresRoles ? profile.parties : profile.actors
      let actors = countries.countries.isEmpty ? countries.groups : countries.countries
      guard !actors.isEmpty else { continue }
      for type in profile.types where disputable(type) {
        byDirection[Direction(type: type, actors: actors.items), default: []].append(i)
      }
    }
    var into: [Int: Int] = [:]
    var reasons: [Int: [String]] = [:]
    var used: Set<Int> = []
    // In an order that no hash decides: an event may stand in the files of two types.
    let directions = byDirection.sorted { a, b in
      let x = a.value.map { clusters[$0].leastID }.min() ?? "", y = b.value.map { clusters[$0].leastID }.min() ?? ""
      return x != y ? x < y : a.key.type < b.key.type
    }
    for (_, members) in directions {
      let order = members.sorted {
        let x = clusters[$0], y = clusters[$1]
        return x.profile.start != y.profile.start ? x.profile.start < y.profile.start : x.leastID < y.leastID
      }
      for k in order.indices.dropLast() {
        let a = order[k], b = order[k + 1]
        guard !used.contains(a), !used.contains(b) else { continue }
        let x = clusters[a].profile, y = clusters[b].profile
        guard y.start - x.start > 0, y.start - x.start <= tolerance, !x.sharesArticle(with: y),
          k == 0 || x.start - clusters[order[k - 1]].profile.start > solitude,
          k + 2 >= order.count || clusters[order[k + 2]].profile.start - y.start > solitude
        else { continue }
        var moved = y
        moved.start = x.start
        moved.end = x.end
        let affinity = Affinity.between(x, moved, sameArticle: false, interner: interner, explains: true)
        guard affinity.joins, affinity.points >= Affinity.acrossArticles + 15 else { continue }
        into[b] = a
        used.formUnion([a, b])
        let shared = affinity.reasons.filter { !$0.hasPrefix("same day") }
        reasons[b] =
          shared + ["days \(Day(number: x.start)) and \(Day(number: y.start)) disagree; no other such event that week"]
      }
    }
    var out = clusters
    for (b, a) in into.sorted(by: { $0.key < $1.key }) {
      out[a].profile.formUnion(clusters[b].profile)
      out[a].disputesDay = true
      out[a].reasons += clusters[b].reports.prefix(1).map { ($0, (reasons[b] ?? []).joined(separator: "; ")) }
      out[a].reasons += clusters[b].reasons
      out[a].reports += clusters[b].reports
      out[a].near.note(clusters[b].near.items)
      out[a].leastID = min(out[a].leastID, clusters[b].leastID)
    }
    var kept: [EventCluster] = []
    var places = [Int](repeating: 0, count: out.count)
    for (i, cluster) in out.enumerated() where into[i] == nil {
      places[i] = kept.count
      kept.append(cluster)
    }
    return (kept, out.indices.map { places[into[$0] ?? $0] })
  }

  /// Deeds and occasions that happen once; words may be said on two days running.
  private static func disputable(_ type: EventType) -> Bool {
    switch type {
    case .assault, .consult, .agree, .sanction, .retreat, .protest, .coerce: true
    case .support, .concede, .cooperate, .aid, .request, .accuse, .reject, .threaten, .mobilize: false
    }
  }
}

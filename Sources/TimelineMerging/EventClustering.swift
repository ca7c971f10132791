import NewsEvents

/// Reports of many articles, joined into events.
struct EventCluster {
  var profile: Profile
  var reports: [Int]
  /// Why each later report joined; equal reasons are one string.
  var reasons: [(report: Int, because: String)] = []
  /// A day that other articles give for the event, when one differs from the rest.
  var disputesDay = false
  var leastID: String
  /// What was nearly joined with it.
  var near = NearMisses()
}

/// Greedy clustering in a canonical order: the reports that say most precisely when and who come first and found the
/// events; each further report joins the event that it fits best as a whole, or founds its own. A chain of
/// half-fitting reports can therefore not tie two events together.
struct EventClustering {
  let reports: [Report]
  let interner: Interner

  /// Near-linear in the reports: each is compared with the events of its parties in its weeks.
  func clusters() -> [EventCluster] {
    var clusters: [EventCluster] = []
    var index = ClusterIndex()
    var told = Interner()
    for at in canonicalOrder() {
      let report = reports[at]
      let choice = choose(for: report, among: index.candidates(report.profile), clusters)
      if let home = choice.home {
        let why = Affinity.between(
          clusters[home].profile, report.profile, sameArticle: false, interner: interner, explains: true)
        // Filing reads the old profile: copying it would cost the size of the event for each of its reports.
        index.extend(Int32(home), from: clusters[home].profile, by: report.profile)
        clusters[home].profile.formUnion(report.profile)
        clusters[home].reports.append(at)
        clusters[home].reasons.append((at, told.shared(why.reasons.joined(separator: "; "))))
        clusters[home].leastID = min(clusters[home].leastID, report.leastID)
        clusters[home].near.note(choice.near)
      } else {
        index.insert(Int32(clusters.count), report.profile)
        var founded = EventCluster(profile: report.profile, reports: [at], leastID: report.leastID)
        founded.near.note(choice.near)
        clusters.append(founded)
      }
    }
    return clusters
  }

  /// What decides the order, small enough to sort by.
  private struct Rank {
    var tier: Int32
    var start: Int32
    var knowledge: Int32
    var report: Int32
  }

  private func canonicalOrder() -> [Int] {
    var ranks = reports.indices.map { at in
      let profile = reports[at].profile
      return Rank(
        tier: Int32(Self.tier(profile)), start: profile.dated ? profile.start : 0,
        knowledge: Int32(Self.knowledge(profile)), report: Int32(at))
    }
    ranks.sort { a, b in
      if a.tier != b.tier { return a.tier < b.tier }
      if a.start != b.start { return a.start < b.start }
      if a.knowledge != b.knowledge { return a.knowledge > b.knowledge }
      return reports[Int(a.report)].leastID < reports[Int(b.report)].leastID
    }
    return ranks.map { Int($0.report) }
  }

  /// How well a report stands alone; less is better.
  private static func tier(_ profile: Profile) -> Int {
    if profile.dated {
      switch profile.width {
      case 0...2: return profile.carriesDate ? 2 : 0
      case 3...8: return 1
      case 9...62: return 2
      default: return 3
      }
    }
    return profile.hasAnchor ? 4 : 5
  }

  private static func knowledge(_ profile: Profile) -> Int {
    (profile.actors.isEmpty ? 0 : 2) + (profile.recipients.isEmpty && !profile.mutual ? 0 : 2)
      + (profile.places.isEmpty ? 0 : 1) + (profile.reality == .real ? 1 : 0)
  }

  private func choose(
    for report: Report, among candidates: [Int32], _ clusters: [EventCluster]
  ) -> (home: Int?, near: [NearMisses.Item]) {
    var best: (at: Int, points: Int, timeless: Bool)?
    var rival: (at: Int, points: Int)?
    var near: [NearMisses.Item] = []
    func beaten(_ at: Int, _ points: Int) {
      if points > rival?.points ?? .min { rival = (at, points) }
    }
    for number in candidates {
      let candidate = Int(number)
      // Too far in time to be one event, or to be worth telling that they are not.
      guard clusters[candidate].profile.gap(to: report.profile) <= NearMisses.days else { continue }
      let affinity = Affinity.between(
        clusters[candidate].profile, report.profile, sameArticle: false, interner: interner)
      // Two reports of one article were told apart in it; a third article does not tie them together.
      guard affinity.joins, !clusters[candidate].profile.sharesArticle(with: report.profile) else {
        if NearMisses.isNear(affinity, clusters[candidate].profile, report.profile) {
          near.append(NearMisses.Item(cluster: candidate, points: affinity.points))
        }
        continue
      }
      if let now = best, affinity.points <= now.points {
        // Of equals the later event is nearer to the article that tells it.
        guard affinity.points == now.points, clusters[candidate].profile.start > clusters[now.at].profile.start
        else {
          beaten(candidate, affinity.points)
          continue
        }
      }
      if let now = best { beaten(now.at, now.points) }
      best = (candidate, affinity.points, affinity.timeless)
    }
    if let rival { near.append(NearMisses.Item(cluster: rival.at, points: rival.points)) }
    guard let best else { return (nil, near) }
    // Nothing in time decides between two that fit alike: to join either would be a guess.
    if best.timeless, let rival, rival.points > best.points - 5 {
      near.append(NearMisses.Item(cluster: best.at, points: best.points))
      return (nil, near)
    }
    return (best.at, near)
  }
}

import NewsEvents

/// Reports of many articles, joined into events.
struct EventCluster {
  var profile: Profile
  var reports: [Int]
  /// Why each later report joined.
  var reasons: [(report: Int, because: [String])] = []
  /// A day that other articles give for the event, when one differs from the rest.
  var disputesDay = false
  var leastID: String
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
    for at in canonicalOrder() {
      let report = reports[at]
      if let home = best(for: report, among: index.candidates(report.profile), clusters) {
        let why = Affinity.between(
          clusters[home].profile, report.profile, sameArticle: false, interner: interner, explains: true)
        let old = clusters[home].profile
        clusters[home].profile.formUnion(report.profile)
        clusters[home].reports.append(at)
        clusters[home].reasons.append((at, why?.reasons ?? []))
        clusters[home].leastID = min(clusters[home].leastID, report.leastID)
        index.extend(Int32(home), from: old, to: clusters[home].profile)
      } else {
        index.insert(Int32(clusters.count), report.profile)
        clusters.append(EventCluster(profile: report.profile, reports: [at], leastID: report.leastID))
      }
    }
    return DisputedDays.merge(clusters, interner: interner)
  }

  private func canonicalOrder() -> [Int] {
    reports.indices.sorted { a, b in
      let x = reports[a], y = reports[b]
      let xt = Self.tier(x.profile), yt = Self.tier(y.profile)
      if xt != yt { return xt < yt }
      if x.profile.dated, x.profile.start != y.profile.start { return x.profile.start < y.profile.start }
      let xk = Self.knowledge(x.profile), yk = Self.knowledge(y.profile)
      if xk != yk { return xk > yk }
      return x.leastID < y.leastID
    }
  }

  /// How well a report stands alone; less is better.
  private static func tier(_ profile: Profile) -> Int {
    if profile.dated {
      switch profile.width {
      case 0...2: return 0
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

  private func best(for report: Report, among candidates: [Int32], _ clusters: [EventCluster]) -> Int? {
    var best: (at: Int, points: Int, timeless: Bool)?
    var rival = Int.min
    for candidate in candidates {
      let cluster = clusters[Int(candidate)]
      // Two reports of one article were told apart in it; a third article does not tie them together.
      guard cluster.profile.articles.isDisjoint(with: report.profile.articles) else { continue }
      guard
        let affinity = Affinity.between(
          cluster.profile, report.profile, sameArticle: false, interner: interner),
        affinity.points >= Affinity.acrossArticles
      else { continue }
      if let now = best, affinity.points <= now.points {
        // Of equals the later event is nearer to the article that tells it.
        guard affinity.points == now.points, cluster.profile.start > clusters[now.at].profile.start else {
          rival = max(rival, affinity.points)
          continue
        }
      }
      if let now = best { rival = max(rival, now.points) }
      best = (Int(candidate), affinity.points, affinity.timeless)
    }
    guard let best else { return nil }
    // Nothing in time decides between two that fit alike: to join either would be a guess.
    if best.timeless, rival > best.points - 5 { return nil }
    return best.at
  }
}

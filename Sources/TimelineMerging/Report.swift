import NewsEvents

/// What one article says of one event: a headline, its lead and the clauses that come back to it.
struct Report {
  var profile: Profile
  /// Indexes into the sorted mentions, in order of joining.
  var mentions: [Int]
  /// Why the later mentions joined, index by index.
  var reasons: [(mention: Int, because: String)] = []
  /// The least mention id: the order in which equals are taken.
  var leastID: String
}

/// Joins the mentions of one article that tell one event.
///
/// The best-dated mentions found the reports and vaguer ones join them, each by what the whole report says. O(m²) in the
/// mentions of one article.
struct ArticleGrouping {
  static func reports(
    of mentions: [(index: Int, mention: EventMention, profile: Profile)], interner: Interner
  ) -> [Report] {
    let order = mentions.sorted { a, b in
      let x = a.profile, y = b.profile
      let xt = dateRank(x), yt = dateRank(y)
      if xt != yt { return xt < yt }
      if x.width != y.width { return x.width < y.width }
      let xr = sectionRank(a.mention.section), yr = sectionRank(b.mention.section)
      if xr != yr { return xr < yr }
      if a.mention.trigger.range != b.mention.trigger.range { return a.mention.trigger.range < b.mention.trigger.range }
      return a.mention.id < b.mention.id
    }
    let starts = Dictionary(uniqueKeysWithValues: mentions.map { ($0.index, Int($0.mention.trigger.range.start)) })
    /// Scalars between a mention and the nearest one of a report.
    func distance(_ report: Report, _ mention: EventMention) -> Int {
      report.mentions.compactMap { starts[$0] }.map { abs($0 - Int(mention.trigger.range.start)) }.min() ?? 0
    }
    var reports: [Report] = []
    for item in order {
      var best: (at: Int, points: Int)?
      for (i, report) in reports.enumerated() {
        let affinity = Affinity.between(
          report.profile, item.profile, sameArticle: true, distance: distance(report, item.mention),
          interner: interner)
        if affinity.joins, affinity.points > best?.points ?? .min { best = (i, affinity.points) }
      }
      if let best {
        let why = Affinity.between(
          reports[best.at].profile, item.profile, sameArticle: true,
          distance: distance(reports[best.at], item.mention), interner: interner, explains: true)
        reports[best.at].profile.formUnion(item.profile)
        reports[best.at].mentions.append(item.index)
        reports[best.at].reasons.append((item.index, why.reasons.joined(separator: "; ")))
        reports[best.at].leastID = min(reports[best.at].leastID, item.mention.id)
      } else {
        reports.append(Report(profile: item.profile, mentions: [item.index], leastID: item.mention.id))
      }
    }
    return reports
  }

  /// A day beside the deed, a day taken over from another sentence, no day.
  private static func dateRank(_ profile: Profile) -> Int { profile.dated ? (profile.carriesDate ? 1 : 0) : 2 }

  private static func sectionRank(_ section: Section) -> Int {
    switch section {
    case .lead: 0
    case .title: 1
    case .body: 2
    case .caption: 3
    case .embedded: 4
    case .related: 5
    }
  }
}

import NewsEvents

/// Builds the timeline event of a cluster: every field merged from all its mentions.
struct EventAssembly {
  let articles: [ArticleResult]
  /// For each article the number of its text (syndicated copies share it).
  let texts: [Int32]
  let mentions: [EventMention]
  let articleOf: [Int32]
  let reports: [Report]
  let names: NameTable

  func event(_ cluster: EventCluster) -> TimelineEvent {
    let members = cluster.reports.flatMap { reports[$0].mentions }.sorted { mentions[$0].id < mentions[$1].id }
    let evidence = members.map { Evidence(mention: mentions[$0], text: texts[Int(articleOf[$0])]) }
    let type = Ballot.winner(evidence, \.mention.type.rawValue).flatMap(EventType.init) ?? mentions[members[0]].type
    let status = StatusMerging.status(evidence)
    let dates = DateMerging(evidence)
    let deaths = CountMerging(evidence, \.deaths)
    let parties = PartyMerging(evidence, type: type, mutual: cluster.profile.mutual)
    let location = PlaceMerging.place(evidence)
    var conflicts: [Conflict] = []
    if let conflict = dates.conflict { conflicts.append(conflict) }
    if let conflict = deaths.conflict(field: "deaths") { conflicts.append(conflict) }
    if let conflict = parties.conflict { conflicts.append(conflict) }
    let injured = CountMerging(evidence, \.injured)
    if let conflict = injured.conflict(field: "injured") { conflicts.append(conflict) }
    let arrested = CountMerging(evidence, \.arrested)
    if let conflict = arrested.conflict(field: "arrested") { conflicts.append(conflict) }
    if let conflict = StatusMerging.conflict(evidence) { conflicts.append(conflict) }
    let sources = sources(of: members)

    var event = TimelineEvent(
      id: ContentHash(fields: [evidence[0].mention.id]).hex(16), type: type,
      modes: union(evidence.filter { $0.mention.type == type }.map(\.mention.modes)),
      contexts: union(evidence.map(\.mention.contexts)), status: status, actors: parties.actors,
      recipients: parties.recipients, date: dates.date, location: location, deaths: deaths.range,
      injured: injured.range, arrested: arrested.range, title: LocalizedText(en: "", fa: "", ar: "", ur: ""),
      summary: LocalizedText(en: "", fa: "", ar: "", ur: ""), mentions: evidence.map { dates.dated($0.mention) },
      sources: sources, conflicts: conflicts, reasons: reasons(cluster, dates),
      confidence: Confidence.of(evidence, conflicts: conflicts.count))
    let headline = Headline(event: event, mutual: cluster.profile.mutual, names: names)
    event.title = headline.title
    event.summary = headline.summary
    return event
  }

  private func union(_ lists: [[String]]) -> [String] { Array(Set(lists.joined())).sorted() }

  /// One source for each text; its copies stand beside the one with the least id.
  private func sources(of members: [Int]) -> [EventSource] {
    let numbers = Set(members.map { Int(articleOf[$0]) }).sorted()
    let byText = Dictionary(grouping: numbers) { texts[$0] }
    return byText.values.compactMap { group -> EventSource? in
      let sorted = group.sorted { articles[$0].article < articles[$1].article }
      guard let first = sorted.first, let language = articles[first].language ?? language(of: first, members) else {
        return nil
      }
      let article = articles[first]
      return EventSource(
        article: article.article, language: language, source: article.source, url: article.url,
        published: article.published, copies: sorted.dropFirst().map { articles[$0].article })
    }.sorted { $0.article < $1.article }
  }

  private func language(of article: Int, _ members: [Int]) -> Language? {
    members.first { Int(articleOf[$0]) == article }.map { mentions[$0].language }
  }

  /// Why these mentions are one event: equal reasons are told once, with the mentions they joined.
  private func reasons(_ cluster: EventCluster, _ dates: DateMerging) -> [String] {
    var joined: [String: [String]] = [:]
    func note(_ because: String, _ who: String) {
      joined[because.isEmpty ? "nothing contradicts" : because, default: []].append(who)
    }
    for report in cluster.reports {
      for (mention, because) in reports[report].reasons {
        note("in one article; " + because, mentions[mention].id)
      }
    }
    for (report, because) in cluster.reasons {
      note(because, "\(reports[report].leastID) of \(mentions[reports[report].mentions[0]].article)")
    }
    var lines: [(least: String, text: String)] = []
    for (why, who) in joined {
      let sorted = who.sorted()
      lines.append((sorted[0], Self.list(sorted) + ": " + why))
    }
    lines.sort { $0.least != $1.least ? $0.least < $1.least : $0.text < $1.text }
    return lines.map(\.text) + dates.reasons
  }

  private static func list(_ items: [String]) -> String {
    items.count <= 4
      ? items.joined(separator: ", ") : items.prefix(3).joined(separator: ", ") + " and \(items.count - 3) more"
  }
}

/// A mention and the text it stands in: mentions of one syndicated text are one voice.
struct Evidence {
  var mention: EventMention
  var text: Int32
}

/// A vote in which each text has one voice for each value.
enum Ballot {
  /// Values by the number of texts that say them, then by confidence, then by value.
  static func ranked(_ evidence: [Evidence], _ value: (Evidence) -> String?) -> [(value: String, mentions: [String])] {
    var texts: [String: Set<Int32>] = [:]
    var weight: [String: Int] = [:]
    var said: [String: [String]] = [:]
    for item in evidence {
      guard let value = value(item) else { continue }
      texts[value, default: []].insert(item.text)
      weight[value, default: 0] += item.mention.confidence
      said[value, default: []].append(item.mention.id)
    }
    return said.map { ($0.key, $0.value.sorted()) }.sorted { a, b in
      let x = texts[a.0]?.count ?? 0, y = texts[b.0]?.count ?? 0
      if x != y { return x > y }
      let wx = weight[a.0] ?? 0, wy = weight[b.0] ?? 0
      return wx != wy ? wx > wy : a.0 < b.0
    }
  }

  static func winner(_ evidence: [Evidence], _ value: (Evidence) -> String?) -> String? {
    ranked(evidence, value).first?.value
  }
}

/// How sure the timeline is of an event, in thousandths.
enum Confidence {
  /// The chance that not every independent text is wrong, each with its surest mention; contradictions and a rumour's
  /// lack of a date do not raise it above 990.
  static func of(_ evidence: [Evidence], conflicts: Int) -> Int {
    var best: [Int32: Int] = [:]
    for item in evidence { best[item.text] = max(best[item.text] ?? 0, min(1000, max(0, item.mention.confidence))) }
    var doubt = 1000
    for confidence in best.values.sorted(by: >).prefix(12) { doubt = (doubt * (1000 - confidence) + 500) / 1000 }
    return max(0, min(990, 1000 - doubt) - 30 * min(conflicts, 3))
  }
}

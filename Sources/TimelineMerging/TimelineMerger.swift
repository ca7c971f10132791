public import NewsEvents

/// Merges the mentions of many articles, in any of the languages, into one timeline.
///
/// The timeline is a pure function of the set of results: neither their order nor the number of times one is given
/// matters, and after a result is left out it is as if its article had never come. Of two results with one article id
/// the one with the smaller content hash counts. O(n log n) for n mentions, times the number of events that share
/// parties and week.
public struct TimelineMerger: Sendable {
  private let names: NameTable

  /// `names` supplies the names that titles print.
  public init(names: NameTable = .builtin) { self.names = names }

  public func merge(_ results: [ArticleResult]) -> Timeline {
    let articles = Self.canonical(results)
    let texts = Syndication.texts(articles)
    let copies = texts.reduce(into: [Int32: Int]()) { $0[$1, default: 0] += 1 }
    let people = PersonKeys(articles.lazy.flatMap(\.mentions))
    var interner = Interner()
    var mentions: [EventMention] = []
    var articleOf: [Int32] = []
    var reports: [Report] = []
    for (number, article) in articles.enumerated() {
      let anchor = article.anchor.day
      var own: [(index: Int, mention: EventMention, profile: Profile)] = []
      var seen: Set<String> = []
      for mention in article.mentions.sorted(by: { $0.id < $1.id }) where seen.insert(mention.id).inserted {
        let mention = linked(mention, people)
        let profile = Profile(
          mention, article: Int32(number), text: copies[texts[number], default: 0] > 1 ? texts[number] : nil,
          anchor: anchor, interner: &interner)
        own.append((mentions.count, mention, profile))
        mentions.append(mention)
        articleOf.append(Int32(number))
      }
      reports += ArticleGrouping.reports(of: own, interner: interner)
    }
    let (clusters, eventOf) = DisputedDays.merge(
      EventClustering(reports: reports, interner: interner).clusters(), interner: interner)
    let assembly = EventAssembly(
      articles: articles, texts: texts, mentions: mentions, articleOf: articleOf, reports: reports, names: names)
    var events = clusters.map(assembly.event)
    let near = NearMisses.explained(clusters, eventOf: eventOf, ids: events.map(\.id), interner: interner)
    for i in events.indices { events[i].nearMisses = near[i] }
    UndatedEvents(articles: articles).bound(&events, clusters)
    MentionDates.complete(&events)
    return Timeline(events: Self.chronological(events))
  }

  private func linked(_ mention: EventMention, _ people: PersonKeys) -> EventMention {
    var out = names.linker.linked(mention)
    guard !people.isEmpty else { return out }
    for i in out.actors.indices { out.actors[i] = people.canonical(out.actors[i]) }
    for i in out.recipients.indices { out.recipients[i] = people.canonical(out.recipients[i]) }
    return out
  }

  /// One result an article, ordered by article id.
  private static func canonical(_ results: [ArticleResult]) -> [ArticleResult] {
    let sorted = results.sorted {
      $0.article != $1.article ? $0.article < $1.article : $0.contentHash < $1.contentHash
    }
    var out: [ArticleResult] = []
    for result in sorted where out.last?.article != result.article { out.append(result) }
    return out
  }

  /// By start (an open start by its end), then by end, then by id; undated events last.
  private static func chronological(_ events: [TimelineEvent]) -> [TimelineEvent] {
    // Events are big; numbers are sorted in their place.
    struct Rank {
      var day: Int32
      var end: Int32
      var event: Int
    }
    var ranks = events.indices.map { i in
      let date = events[i].date
      return Rank(
        day: (date?.start ?? date?.end)?.number ?? .max, end: date?.end?.number ?? .max, event: i)
    }
    ranks.sort { a, b in
      if a.day != b.day { return a.day < b.day }
      return a.end != b.end ? a.end < b.end : events[a.event].id < events[b.event].id
    }
    return ranks.map { events[$0.event] }
  }
}

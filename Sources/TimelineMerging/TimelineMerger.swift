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
    let texts = Syndication.texts(articles.map(\.sketch))
    var interner = Interner()
    var mentions: [EventMention] = []
    var articleOf: [Int32] = []
    var reports: [Report] = []
    for (number, article) in articles.enumerated() {
      let anchor = article.anchor.day
      var own: [(index: Int, mention: EventMention, profile: Profile)] = []
      var seen: Set<String> = []
      for mention in article.mentions.sorted(by: { $0.id < $1.id }) where seen.insert(mention.id).inserted {
        let profile = Profile(
          mention, article: Int32(number), text: article.sketch.isEmpty ? nil : texts[number], anchor: anchor,
          interner: &interner)
        own.append((mentions.count, mention, profile))
        mentions.append(mention)
        articleOf.append(Int32(number))
      }
      reports += ArticleGrouping.reports(of: own, interner: interner)
    }
    let clusters = EventClustering(reports: reports, interner: interner).clusters()
    let assembly = EventAssembly(
      articles: articles, texts: texts, mentions: mentions, articleOf: articleOf, reports: reports, names: names)
    var events = clusters.map(assembly.event)
    UndatedEvents(articles: articles).bound(&events)
    events.sort(by: Self.precedes)
    return Timeline(events: events)
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

  /// Chronological: by start (an open start by its end), then by end, then by id; undated events last.
  static func precedes(_ a: TimelineEvent, _ b: TimelineEvent) -> Bool {
    let x = a.date?.start ?? a.date?.end, y = b.date?.start ?? b.date?.end
    switch (x, y) {
    case (let x?, let y?) where x != y: return x < y
    case (nil, .some): return false
    case (.some, nil): return true
    default:
      let xe = a.date?.end?.number ?? .max, ye = b.date?.end?.number ?? .max
      return xe != ye ? xe < ye : a.id < b.id
    }
  }
}

import NewsEvents
import TimelineMerging

/// What the events of a page can be filtered by, and what its cards say of each other. Gathered in one pass before the
/// first card is written; memory is that of the distinct values.
struct Facets {
  /// Values in the order of arrival; a card names them by number, so that no name of an article can end an attribute.
  struct Index {
    private var numbers: [String: Int] = [:]
    private(set) var values: [(key: String, label: Label, events: Int)] = []

    subscript(key: String) -> Int? { numbers[key] }

    mutating func add(_ key: String, _ label: @autoclosure () -> Label) {
      if let number = numbers[key] {
        values[number].events += 1
      } else {
        numbers[key] = values.count
        values.append((key, label(), 1))
      }
    }

    /// The numbers of the values that most events have, at most `limit`, by name.
    func choices(_ limit: Int) -> [Int] {
      let ranked = values.indices.sorted {
        values[$0].events != values[$1].events
          ? values[$0].events > values[$1].events : values[$0].key < values[$1].key
      }
      return ranked.prefix(limit).sorted { values[$0].label.en < values[$1].label.en }
    }
  }

  private(set) var events = 0
  private(set) var articles: Set<String> = []
  private(set) var types: Set<EventType> = []
  private(set) var countries: Set<String> = []
  private(set) var languages: Set<Language> = []
  private(set) var statuses: Set<EventStatus> = []
  private(set) var parties = Index()
  private(set) var sources = Index()
  private(set) var hasDates = false
  /// By event id, for links from one card to another.
  private(set) var titles: [String: LocalizedText] = [:]

  mutating func add(_ event: TimelineEvent) {
    events += 1
    types.insert(event.type)
    statuses.insert(event.status)
    countries.formUnion(Markup.countries(event))
    hasDates = hasDates || event.date != nil
    titles[event.id] = event.title
    for mention in event.mentions {
      articles.insert(mention.article)
      languages.insert(mention.language)
    }
    for (key, name) in Self.parties(event) { parties.add(key, Label(name, name, name, name)) }
    for name in Self.sources(event) { sources.add(name, Label(name, name, name, name)) }
  }

  /// Parties other than whole countries, which have a filter of their own: key and English name.
  private static func parties(_ event: TimelineEvent) -> [(String, String)] {
    var seen: Set<String> = []
    return (event.actors + event.recipients).compactMap { party in
      guard let name = party.name.flatMap(PlainText.visible), party.entity != party.country else { return nil }
      let key = party.entity ?? name
      return seen.insert(key).inserted ? (key, name) : nil
    }
  }

  /// Outlets; where an article has none, the article.
  private static func sources(_ event: TimelineEvent) -> [String] {
    Set(event.sources.compactMap { PlainText.visible($0.source ?? $0.article) }).sorted()
  }

  func partyNumbers(_ event: TimelineEvent) -> [Int] { Self.parties(event).compactMap { parties[$0.0] } }
  func sourceNumbers(_ event: TimelineEvent) -> [Int] { Self.sources(event).compactMap { sources[$0] } }
}

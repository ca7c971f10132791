import NewsEvents

/// A generator of numbers that repeats itself from its seed (SplitMix64, Steele et al. 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Mentions and articles of the tests' own, short to write.
enum Made {
  static func party(_ country: String?, _ sector: String? = nil, group: String? = nil) -> Party {
    Party(country: country, sector: sector, entity: group.map { "group:" + $0 }, name: group)
  }

  static func day(_ text: String) -> Day {
    guard let day = Day(iso: text) else { preconditionFailure("no day: \(text)") }
    return day
  }

  static func date(_ text: String, basis: DateBasis = .stated) -> DateInterval {
    let parts = text.split(separator: "/")
    let start = Day(iso: parts[0]), end = Day(iso: parts[parts.count - 1])
    return DateInterval(start: start, end: end, granularity: start == end ? .day : .range, basis: basis)
  }

  /// A mention whose sentence is `text` and whose trigger is the sentence's last word.
  static func mention(
    _ article: String, _ type: EventType, _ actors: [Party], _ recipients: [Party] = [], on date: String? = nil,
    text: String = "خبر", at offset: Int = 100, section: Section = .body, language: Language = .persian,
    status: EventStatus = .occurred, modes: [String] = [], place: Place? = nil, deaths: CountRange? = nil,
    confidence: Int = 700
  ) -> EventMention {
    let length = text.unicodeScalars.count
    let last = text.split(separator: " ").last.map(String.init) ?? text
    let trigger = TextRange(start: offset + length - last.unicodeScalars.count, end: offset + length)
    return EventMention(
      id: EventMention.id(
        article: article, content: ContentHash(fields: [article]), trigger: trigger, type: type, ordinal: 0),
      article: article, language: language, section: section, type: type, modes: modes, status: status,
      actors: actors, recipients: recipients, date: date.map { Made.date($0) }, location: place, deaths: deaths,
      trigger: Quote(text: last, range: trigger),
      sentence: Quote(text: text, range: TextRange(start: offset, end: offset + length)), confidence: confidence)
  }

  static func article(
    _ id: String, _ mentions: [EventMention], anchor: String? = nil, sketch: [UInt32] = [],
    language: Language = .persian
  ) -> ArticleResult {
    ArticleResult(
      article: id, contentHash: ContentHash(fields: [id]), language: language,
      anchor: ArticleAnchor(day: anchor.map(day), reason: "test"), sketch: sketch, mentions: mentions)
  }
}

/// News with a known truth: stories between countries, told by articles with gaps, errors and copies.
struct SyntheticNews {
  var articles: [ArticleResult] = []
  /// The story of each mention.
  var truth: [String: Int] = [:]

  private static let types: [EventType] = [.assault, .agree, .consult, .support, .sanction, .accuse, .protest, .coerce]
  private static let cities = ["Alpha", "Beta", "Gamma", "Delta"]
  private static let subjects = ["سفیر", "موشک", "مرز", "تجارت", "آتش‌بس", "زندانی"]

  init(
    seed: UInt64, stories: Int, articles count: Int, countries: [String] = ["IRN", "PAK", "IRQ", "TUR", "SAU"],
    prefix: String = "a", days: Int = 300
  ) {
    var random = SeededGenerator(seed: seed)
    let base = Made.day("2024-01-01")
    struct Story {
      var type: EventType
      var actor: Party
      var recipient: Party
      var day: Day
      var city: String
      var subject: String
      var deaths: Int?
    }
    let told = (0..<stories).map { _ -> Story in
      let pair = countries.shuffled(using: &random).prefix(2)
      let type = Self.types.randomElement(using: &random) ?? .assault
      return Story(
        type: type, actor: Made.party(pair[0], "GOV"), recipient: Made.party(pair[1]),
        day: base + Int.random(in: 0..<days, using: &random),
        city: Self.cities.randomElement(using: &random) ?? "Alpha",
        subject: Self.subjects.randomElement(using: &random) ?? "مرز",
        deaths: type == .assault && Bool.random(using: &random) ? Int.random(in: 1...40, using: &random) : nil)
    }
    for n in 0..<count {
      let id = "\(prefix)\(n)"
      var mentions: [EventMention] = []
      // A few stories are told often, most seldom.
      let tellings = Int.random(in: 1...3, using: &random)
      var latest = base
      for k in 0..<tellings {
        let unit = Double.random(in: 0..<1, using: &random)
        let at = min(stories - 1, Int(unit * unit * unit * Double(stories)))
        let story = told[at]
        let roll = Int.random(in: 0..<10, using: &random)
        let date: String? = roll < 7 ? story.day.description : nil
        let mention = Made.mention(
          id, story.type, [story.actor], [story.recipient], on: date, text: "گزارش \(story.subject) \(at) شد",
          at: 100 + 400 * k, section: k == 0 ? .lead : .body, language: Language.allCases[n % 3],
          place: Place(name: story.city, country: story.recipient.country),
          deaths: story.deaths.map { CountRange(min: $0, max: $0) },
          confidence: Int.random(in: 400...950, using: &random))
        truth[mention.id] = at
        mentions.append(mention)
        latest = max(latest, story.day)
      }
      articles.append(
        Made.article(
          id, mentions, anchor: (latest + Int.random(in: 0...2, using: &random)).description,
          sketch: (0..<32).map { _ in UInt32.random(in: 0...(.max), using: &random) },
          language: Language.allCases[n % 3]))
    }
  }
}

/// B³ and LEA of a clustering against the truth (Bagga & Baldwin 1998; Moosavi & Strube 2016).
enum CoreferenceScore {
  static func bCubed(_ timeline: Timeline, truth: [String: Int]) -> Double {
    var clusterOf: [String: Int] = [:]
    for (i, event) in timeline.events.enumerated() { for m in event.mentions { clusterOf[m.id] = i } }
    let byTruth = Dictionary(grouping: truth.keys) { truth[$0] ?? -1 }.mapValues(Set.init)
    let byCluster = Dictionary(grouping: truth.keys) { clusterOf[$0] ?? -1 }.mapValues(Set.init)
    var precision = 0.0, recall = 0.0
    for mention in truth.keys {
      let a = byTruth[truth[mention] ?? -1] ?? [], b = byCluster[clusterOf[mention] ?? -1] ?? []
      let common = Double(a.intersection(b).count)
      precision += common / Double(b.count)
      recall += common / Double(a.count)
    }
    let n = Double(max(1, truth.count))
    return 2 * precision * recall / n / (precision + recall)
  }
}

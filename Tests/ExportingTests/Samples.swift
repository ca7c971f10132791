import NewsEvents
import TimelineMerging

/// Timelines of the tests' own.
enum Samples {
  /// What no output may obey: markup, script, an end of a script, entities, formulas, escapes, bidi controls, separators.
  static let hostile =
    "\"'><script>alert(1)</script>&amp;<img src=x onerror=alert(2)> ]]> \u{1B}[31m \u{202E}evil\u{2066} a,b;c\td\r\ne\u{2028}\u{0}\\n`*_# =1+1"

  static func day(_ text: String) -> Day {
    guard let day = Day(iso: text) else { preconditionFailure("no day: \(text)") }
    return day
  }

  static func mention(
    _ article: String, sentence: String, trigger: ClosedRange<Int>, offset: Int = 20, language: Language = .persian,
    date: String? = "2024-03-05", actor: Party = Party(country: "IRN", sector: "MIL"), name: String = "Northern Front",
    place: String = "Hill"
  ) -> EventMention {
    let scalars = Array(sentence.unicodeScalars)
    var word = String.UnicodeScalarView()
    word.append(contentsOf: scalars[trigger])
    let range = TextRange(start: offset + trigger.lowerBound, end: offset + trigger.upperBound + 1)
    return EventMention(
      id: EventMention.id(
        article: article, content: ContentHash(fields: [sentence]), trigger: range, type: .assault, ordinal: 0),
      article: article, language: language, section: .lead, type: .assault, modes: ["drone"], contexts: ["military"],
      actors: [actor], recipients: [Party(sector: "REB", entity: "group:n", name: name)],
      date: date.map {
        DateInterval(
          start: day($0), end: day($0), granularity: .day, basis: .stated, calendar: .solarHijri,
          quote: Quote(text: "۱۵ اسفند", range: TextRange(start: 1, end: 9)))
      },
      location: Place(name: place, country: "PAK", latitude: 26_200_000, longitude: -61_400_005),
      deaths: CountRange(min: 11, max: nil), attribution: Attribution(source: "agency", country: "PAK"),
      trigger: Quote(text: String(word), range: range),
      sentence: Quote(text: sentence, range: TextRange(start: offset, end: offset + scalars.count)), confidence: 930)
  }

  static func article(_ id: String, _ mentions: [EventMention], url: String? = nil, source: String? = nil)
    -> ArticleResult
  {
    ArticleResult(
      article: id, contentHash: ContentHash(fields: [id]), language: mentions.first?.language, url: url,
      source: source, anchor: ArticleAnchor(day: nil, reason: "test"), mentions: mentions)
  }

  /// One attack, told in Persian and in Urdu on different days.
  static var plain: Timeline {
    TimelineMerger().merge([
      article(
        "one", [mention("one", sentence: "ارتش به تپه حمله کرد", trigger: 12...19)],
        url: "https://example.org/1?a=1&b=2", source: "Daily"),
      article(
        "two",
        [mention("two", sentence: "فوج نے ٹیلے پر حملہ کیا", trigger: 15...22, language: .urdu, date: "2024-03-06")]),
    ])
  }

  /// Everything that comes from outside is hostile.
  static var attacked: Timeline {
    TimelineMerger().merge([
      article(
        "id " + hostile,
        [mention("id " + hostile, sentence: "جمله " + hostile, trigger: 5...20, name: hostile, place: hostile)],
        url: "javascript:alert(1)", source: hostile)
    ])
  }
}

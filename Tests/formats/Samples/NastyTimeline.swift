import NewsEvents

/// Events that have tripped exporters: markup, formulas, control characters, both directions, open and wide dates,
/// nothing known at all.
enum NastyTimeline {
  static let hostile = [
    "\"'><script>alert(1)</script>&amp;<img src=x onerror=alert(2)>]]>",
    "=HYPERLINK(\"http://example.org\",\"x\"),+1;-1\t@SUM(A1)",
    "a\r\nBEGIN:VEVENT\nline\\nback\\slash; comma, \u{2028}separator\u{2029}\u{0}\u{1B}[31m\u{7F}",
    "\u{202E}evil\u{202C} \u{2066}left\u{2069} حمله به \"تپه\" (A-10) در ۱۴۰۲/۱۰/۲۶، ‌ھٰ",
    "</textarea></title></script><!-- --><![CDATA[ ]]> {{x}} ${y} `z` *b* _i_ | # > 1. [l](javascript:alert(3))",
    "👩‍👩‍👧‍👦 𝕬 \u{FFFE}\u{FFFF}\u{301} " + String(repeating: "پاکستان ", count: 60),
    "", " ", "﷽",
  ]

  static let timeline: Timeline = {
    var events: [TimelineEvent] = []
    for (i, date) in dates.enumerated() {
      events.append(event(i, date: date, text: hostile[i % hostile.count]))
    }
    for (i, text) in hostile.enumerated() { events.append(event(100 + i, date: dates[0], text: text)) }
    return Timeline(events: events)
  }()

  private static func day(_ text: String) -> Day {
    guard let day = Day(iso: text) else { preconditionFailure("no day: \(text)") }
    return day
  }

  private static let dates: [DateInterval?] = {
    func interval(_ start: String?, _ end: String?, _ granularity: Granularity, _ basis: DateBasis) -> DateInterval {
      DateInterval(
        start: start.map(day), end: end.map(day), granularity: granularity, basis: basis, calendar: .islamic,
        quote: Quote(text: "۲۶ دی ۱۴۰۲", range: TextRange(start: 3, end: 13)))
    }
    var timed = interval("2024-01-16", "2024-01-16", .day, .stated)
    timed.time = "14:30+03:30"
    return [
      timed,
      interval("2024-01-16", "2024-01-18", .range, .resolved),
      interval("2024-12-31", "2025-01-01", .range, .resolved),
      interval("2023-01-01", "2023-12-31", .year, .stated),
      interval("2020-01-01", "2029-12-31", .decade, .stated),
      interval("2024-02-01", "2024-02-29", .month, .stated),
      interval("2023-03-21", "2024-03-19", .year, .stated),
      interval("2024-01-20", nil, .range, .published),
      interval(nil, "2024-01-26", .day, .resolved),
      interval("0622-07-16", "0622-07-16", .day, .inferred),
      interval("1979-02-01", "2024-02-01", .range, .stated),
      nil,
    ]
  }()

  private static func event(_ number: Int, date: DateInterval?, text: String) -> TimelineEvent {
    let statuses = EventStatus.allCases, types = EventType.allCases
    let type = types[number % types.count], status = statuses[number % statuses.count]
    let mentions = (0..<(number % 5 + 1)).map { mention(number, $0, type, status, date, text) }
    let sources = mentions.map { mention in
      EventSource(
        article: mention.article, language: mention.language, source: number % 3 == 0 ? nil : text,
        url: ["javascript:alert(4)", "https://example.org/?a=1&b=\"2\"<3>", nil][number % 3], published: date?.start,
        copies: number % 2 == 0 ? ["copy of \(text)"] : [])
    }
    let places = [
      Place(name: text, country: "PAK", latitude: -90_000_000, longitude: 180_000_000),
      Place(name: "Rask", country: nil, latitude: 26_236_700, longitude: nil),
      Place(name: "Null Island", country: nil, latitude: 0, longitude: -1), nil,
    ]
    let counts = [
      CountRange(min: 11, max: nil), CountRange(min: nil, max: 4), CountRange(min: 2, max: 3),
      CountRange(min: 0, max: 0), nil,
    ]
    let conflict = Conflict(
      field: ["date", "deaths", "actors"][number % 3],
      values: [
        .init(value: ["2024-01-17", "11", text][number % 3], mentions: [mentions[0].id]),
        .init(value: ["2024-01-18", "5…9", "IRN"][number % 3], mentions: [mentions[0].id]),
      ])
    return TimelineEvent(
      id: ContentHash(fields: ["\(number)"]).hex(16), type: type,
      modes: EventModes.of(type).prefix(number % 3).sorted(),
      contexts: ["military"], status: status,
      actors: number % 4 == 0 ? [] : [Party(country: "IRN", sector: "MIL", entity: "x:\(text)", name: text)],
      recipients: number % 3 == 0 ? [] : [Party(), Party(country: "IMG", sector: "REB")], date: date,
      location: places[number % places.count], deaths: counts[number % counts.count],
      injured: counts[(number + 1) % counts.count], arrested: counts[(number + 2) % counts.count],
      title: LocalizedText(en: "Title " + text, fa: "عنوان " + text, ar: "عنوان " + text, ur: text),
      summary: LocalizedText(en: text, fa: text, ar: text, ur: text), mentions: mentions, sources: sources,
      conflicts: number % 2 == 0 ? [conflict] : [], reasons: number % 2 == 0 ? [text, "same day"] : [],
      links: number % 4 == 1 ? [EventLink(relation: .fulfils, event: "0123456789abcdef", because: text)] : [],
      nearMisses: number % 4 == 2
        ? [NearMiss(event: "0123456789abcdef", reasons: [text], against: ["other day", text])] : [],
      confidence: number * 83 % 1001)
  }

  private static func mention(
    _ event: Int, _ number: Int, _ type: EventType, _ status: EventStatus, _ date: DateInterval?, _ text: String
  ) -> EventMention {
    let sentence = "جمله \(number) " + text, scalars = sentence.unicodeScalars.count
    let article = "folder \(event)/\(number) " + text
    let id = EventMention.id(
      article: article, content: ContentHash(fields: [sentence]), trigger: TextRange(start: 0, end: 4), type: type,
      ordinal: number)
    return EventMention(
      id: id, article: article, language: [Language.persian, .arabic, .urdu][number % 3],
      section: Section.allCases[number % Section.allCases.count], type: type, status: status, date: date,
      // Where the trigger lies outside its sentence nothing can be marked.
      attribution: number % 2 == 0 ? Attribution(source: text, country: nil) : nil,
      trigger: Quote(
        text: "جمله", range: TextRange(start: number == 4 ? 900_000 : 50, end: number == 4 ? 900_004 : 54)),
      sentence: Quote(text: sentence, range: TextRange(start: 50, end: 50 + scalars)), confidence: 700)
  }
}

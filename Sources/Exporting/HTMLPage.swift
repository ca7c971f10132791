import Calendars
import NewsEvents
import TimelineMerging

/// The timeline as one page that needs nothing else: no script, font or picture from outside, readable without
/// JavaScript, in four languages and both directions.
///
/// Titles and labels stand in the page in all four languages; one is shown at a time. Everything that comes from an
/// article is escaped, and the page forbids the browser to load anything.
struct HTMLPage {
  let options: ExportOptions

  private static let languages: [DisplayLanguage] = [.english, .persian, .arabic, .urdu]

  func write(_ events: some Collection<TimelineEvent>, to sink: (String) throws -> Void) rethrows {
    let start = DisplayLanguage(rawValue: options.language) ?? .english
    var facets = Facets()
    for event in events { facets.add(event) }
    try sink(head(start))
    try sink(header(facets, start))
    try sink("<main id=\"timeline\">\n")
    if events.isEmpty { try sink("<p class=\"empty\">\(labels(.empty))</p>\n") }
    var month: String?
    for event in events {
      let day = event.date?.start ?? event.date?.end
      let now = day.map { $0.formattedMonth(.gregorian, in: .english) } ?? ""
      if now != month {
        if month != nil { try sink("</section>\n") }
        month = now
        try sink("<section class=\"month\"><h2>\(monthHeading(day))</h2>\n")
      }
      try sink(EventCard(event: event).html)
    }
    if month != nil { try sink("</section>\n") }
    try sink("<p id=\"nothing\" class=\"empty\" hidden>\(labels(.nothing))</p>\n</main>\n")
    try sink(footer + "<script>\(PageScript.source)</script>\n</body>\n</html>\n")
  }

  private func head(_ start: DisplayLanguage) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(start.rawValue)" dir="\(start == .english ? "ltr" : "rtl")" data-ui="\(start.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
    script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <title>Silsila · \(HTML.text(Label.tagline[start]))</title>
    <style>\(PageStyle.source)</style>
    </head>
    <body>

    """
  }

  private func header(_ facets: Facets, _ start: DisplayLanguage) -> String {
    var out = "<header class=\"top\"><div class=\"brand\"><h1>Silsila <span lang=\"fa\" dir=\"rtl\">سلسله</span></h1>"
    out += "<p>\(labels(.tagline))</p></div>\n<div class=\"ui\" role=\"group\" aria-label=\"Language\">"
    let own = ["English", "فارسی", "العربية", "اردو"]
    for (language, name) in zip(Self.languages, own) {
      out += "<button type=\"button\" data-set=\"\(language.rawValue)\" lang=\"\(language.rawValue)\""
      out += " aria-pressed=\"\(language == start)\">\(name)</button>"
    }
    out += "</div>\n<p class=\"counts\"><b id=\"shown\">\(facets.events)</b> \(labels(.events)) · "
    out += "<b>\(facets.articles.count)</b> \(labels(.articles))</p>\n<div class=\"filters\" id=\"filters\" hidden>"
    out += select("type", .allTypes, facets.types.sorted().map { ($0.rawValue, Label.type($0)) })
    out += select(
      "country", .allCountries,
      facets.countries.sorted().map { code in
        (code, NameTable.builtin.name(code).map { Label($0.text) } ?? Label(code, code, code, code))
      })
    out += select("language", .allLanguages, facets.languages.sorted().map { ($0.rawValue, Label.language($0)) })
    out += select("status", .allStatuses, facets.statuses.sorted().map { ($0.rawValue, Label.status($0)) })
    out += "<input type=\"search\" data-filter=\"text\" \(attributes("placeholder", .search, start))"
    out += " aria-label=\"\(Label.search[start])\"></div></header>\n"
    return out
  }

  private func select(_ key: String, _ all: Label, _ values: [(String, Label)]) -> String {
    guard values.count > 1 else { return "" }
    var out = "<select data-filter=\"\(key)\" aria-label=\"\(HTML.text(key))\">"
    out += "<option value=\"\" \(attributes("data", all, nil))>\(HTML.text(all.en))</option>"
    for (value, label) in values {
      out += "<option value=\"\(HTML.text(value))\" \(attributes("data", label, nil))>\(HTML.text(label.en))</option>"
    }
    return out + "</select>"
  }

  /// The label in each language as data for the script: options and placeholders cannot hold elements.
  private func attributes(_ name: String, _ label: Label, _ start: DisplayLanguage?) -> String {
    var out = Self.languages.map { "data-\($0.rawValue)=\"\(HTML.text(label[$0]))\"" }.joined(separator: " ")
    if let start { out += " \(name)=\"\(HTML.text(label[start]))\"" }
    return out
  }

  /// The month in each language's own calendar.
  private func monthHeading(_ day: Day?) -> String {
    guard let day else { return labels(.undated) }
    return Self.languages.map { language in
      "<span class=\"l\" lang=\"\(language.rawValue)\">\(HTML.text(day.formattedMonth(language.calendar, in: language)))</span>"
    }.joined()
  }

  private func labels(_ label: Label) -> String { Markup.labels(label) }

  private var footer: String {
    "<footer><p>Silsila · PLOVER 2.0 · "
      + labels(
        Label(
          "Every statement links to the sentence that says it.", "هر گزاره به جمله‌ای که آن را می‌گوید می‌رسد.",
          "كل قول يعود إلى الجملة التي قالته.", "ہر بات اس جملے تک پہنچتی ہے جس میں وہ کہی گئی۔")) + "</p></footer>\n"
  }
}

/// What the events of a page can be filtered by.
private struct Facets {
  var events = 0
  var articles: Set<String> = []
  var types: Set<EventType> = []
  var countries: Set<String> = []
  var languages: Set<Language> = []
  var statuses: Set<EventStatus> = []

  mutating func add(_ event: TimelineEvent) {
    events += 1
    types.insert(event.type)
    statuses.insert(event.status)
    countries.formUnion(Markup.countries(event))
    for mention in event.mentions {
      articles.insert(mention.article)
      languages.insert(mention.language)
    }
  }
}

/// Pieces of markup that page and cards share.
enum Markup {
  /// The label in all four languages, of which the page shows one.
  static func labels(_ label: Label) -> String {
    if label.en == label.fa, label.en == label.ar, label.en == label.ur { return HTML.text(label.en) }
    return [("en", label.en), ("fa", label.fa), ("ar", label.ar), ("ur", label.ur)].map { code, text in
      "<span class=\"l\" lang=\"\(code)\">\(HTML.text(text))</span>"
    }.joined()
  }

  /// Countries of the parties and of the place, sorted.
  static func countries(_ event: TimelineEvent) -> [String] {
    Set((event.actors + event.recipients).compactMap(\.country) + [event.location?.country].compactMap { $0 }).sorted()
  }
}

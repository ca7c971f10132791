import Calendars
import NewsEvents
import TimelineMerging

/// The timeline as one page that needs nothing else: no script, font or picture from outside, readable without
/// JavaScript, in four languages and both directions.
///
/// Titles and labels stand in the page in all four languages; one is shown at a time. Everything that comes from an
/// article is escaped, and the page forbids the browser to load anything, or to run any script or style but its own.
struct HTMLPage {
  let options: ExportOptions

  static let languages: [DisplayLanguage] = [.english, .persian, .arabic, .urdu]
  /// The most values that a filter offers; rarer ones are found by searching.
  private static let choices = 200

  func write(_ events: some Collection<TimelineEvent>, to sink: (String) throws -> Void) rethrows {
    let start = DisplayLanguage(rawValue: options.language) ?? .english
    var facets = Facets()
    for event in events { facets.add(event) }
    try sink(head(start))
    try sink(header(facets, start))
    try sink("<main id=\"timeline\" tabindex=\"-1\">\n")
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
      try sink(EventCard(event: event, facets: facets).html)
    }
    if month != nil { try sink("</section>\n") }
    try sink("<p id=\"nothing\" class=\"empty\" hidden>\(labels(.nothing))</p>\n</main>\n")
    try sink(footer + "<script>\(PageScript.source)</script>\n</body>\n</html>\n")
  }

  /// Styles and scripts that the browser may use: these two, by their hash.
  private static let policy =
    "default-src 'none'; style-src '\(Digest.source(PageStyle.source))'; "
    + "script-src '\(Digest.source(PageScript.source))'; base-uri 'none'; form-action 'none'"

  private func head(_ start: DisplayLanguage) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(start.rawValue)" dir="\(start == .english ? "ltr" : "rtl")" data-ui="\(start.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <title>Silsila · \(HTML.text(Label.tagline[start]))</title>
    <style>\(PageStyle.source)</style>
    </head>
    <body>

    """
  }

  private func header(_ facets: Facets, _ start: DisplayLanguage) -> String {
    var out = "<a class=\"skip\" href=\"#timeline\">\(labels(.skip))</a>\n<header class=\"top\"><div class=\"brand\">"
    out += "<h1><bdi lang=\"en\" class=\"name\">Silsila</bdi> <bdi lang=\"fa\" class=\"script\">سلسله</bdi></h1>"
    out += "<p>\(labels(.tagline))</p></div>\n"
    out += "<div class=\"ui\" role=\"group\" \(attributes("aria-label", .pageLanguage, start))>"
    let own = ["English", "فارسی", "العربية", "اردو"]
    for (language, name) in zip(Self.languages, own) {
      out += "<button type=\"button\" data-set=\"\(language.rawValue)\" lang=\"\(language.rawValue)\""
      out += " aria-pressed=\"\(language == start)\">\(name)</button>"
    }
    out += "</div>\n<p class=\"counts\" aria-live=\"polite\"><b id=\"shown\" data-n=\"\(facets.events)\">"
    out += "\(Markup.number(facets.events))</b> \(labels(.events)) · "
    out += "<b>\(Markup.number(facets.articles.count))</b> \(labels(.articles))</p>\n"
    out += filters(facets, start)
    return out + "</header>\n"
  }

  private func filters(_ facets: Facets, _ start: DisplayLanguage) -> String {
    var out = "<details class=\"filtering\" id=\"filtering\" hidden><summary>\(labels(.filters))</summary>\n"
    out += "<div class=\"filters\" id=\"filters\">"
    out += select("type", .allTypes, facets.types.sorted().map { ($0.rawValue, Label.type($0)) }, start)
    out += select("country", .allCountries, facets.countries.sorted().map { ($0, Markup.country($0)) }, start)
    out += select("actor", .allParties, choices(facets.parties), start)
    out += select("language", .allLanguages, facets.languages.sorted().map { ($0.rawValue, Label.language($0)) }, start)
    out += select("status", .allStatuses, facets.statuses.sorted().map { ($0.rawValue, Label.status($0)) }, start)
    out += select("source", .allSources, choices(facets.sources), start)
    if facets.hasDates {
      for (key, label) in [("from", Label.from), ("to", Label.to)] {
        out += "<label class=\"day\">\(labels(label)) <input type=\"date\" data-filter=\"\(key)\"></label>"
      }
    }
    out += "<input type=\"search\" data-filter=\"text\" \(attributes("placeholder", .search, start))"
    out += " \(attributes("aria-label", .search, start, isSecond: true))>"
    return out + "<button type=\"button\" id=\"clear\" hidden>\(labels(.clear))</button></div></details>\n"
  }

  private func choices(_ index: Facets.Index) -> [(String, Label)] {
    index.choices(Self.choices).map { ("\($0)", index.values[$0].label) }
  }

  private func select(_ key: String, _ all: Label, _ values: [(String, Label)], _ start: DisplayLanguage) -> String {
    guard values.count > 1 else { return "" }
    var out = "<select data-filter=\"\(key)\" \(attributes("aria-label", all, start))>"
    out += "<option value=\"\" \(attributes("data", all, nil))>\(HTML.text(all[start]))</option>"
    for (value, label) in values {
      out += "<option value=\"\(HTML.text(value))\""
      // A name that is the same in every language needs no translation.
      if label.isOne {
        out += " dir=\"auto\">\(HTML.text(label.en))</option>"
      } else {
        out += " \(attributes("data", label, nil))>\(HTML.text(label[start]))</option>"
      }
    }
    return out + "</select>"
  }

  /// The label in each language as data for the script, since options and attributes cannot hold elements; and, when
  /// `start` is given, the attribute itself.
  private func attributes(
    _ name: String, _ label: Label, _ start: DisplayLanguage?, isSecond: Bool = false
  ) -> String {
    var out: [String] = []
    if !isSecond { out += Self.languages.map { "data-\($0.rawValue)=\"\(HTML.text(label[$0]))\"" } }
    if let start { out.append("\(name)=\"\(HTML.text(label[start]))\"") }
    return out.joined(separator: " ")
  }

  /// The month in each language's own calendar.
  private func monthHeading(_ day: Day?) -> String {
    guard let day else { return labels(.undated) }
    return Markup.perLanguage { day.formattedMonth($0.calendar, in: $0) }
  }

  private func labels(_ label: Label) -> String { Markup.labels(label) }

  private var footer: String {
    "<footer><p><bdi>Silsila · PLOVER 2.0</bdi> · "
      + labels(
        Label(
          "Every statement links to the sentence that says it.", "هر گزاره به جمله‌ای که آن را می‌گوید می‌رسد.",
          "كل قول يعود إلى الجملة التي قالته.", "ہر بات اس جملے تک پہنچتی ہے جس میں وہ کہی گئی۔")) + "</p></footer>\n"
  }
}

/// Pieces of markup that page and cards share.
enum Markup {
  /// The label in all four languages, of which the page shows one.
  static func labels(_ label: Label) -> String {
    if label.isOne { return HTML.text(label.en) }
    return [("en", label.en), ("fa", label.fa), ("ar", label.ar), ("ur", label.ur)].map { code, text in
      "<span class=\"l\" lang=\"\(code)\">\(HTML.text(text))</span>"
    }.joined()
  }

  /// A text of each language, of which the page shows one.
  static func perLanguage(_ text: (DisplayLanguage) -> String) -> String {
    labels(Label(text(.english), text(.persian), text(.arabic), text(.urdu)))
  }

  /// A number in each language's digits.
  static func number(_ n: Int) -> String { perLanguage { localizedDigits(n, $0) } }

  /// What stands between two facts of a line.
  static let dot = "<span class=\"dot\"> · </span>"

  static func country(_ code: String) -> Label {
    NameTable.builtin.name(code).map { Label($0.text) } ?? Label(code, code, code, code)
  }

  /// Countries of the parties and of the place, sorted.
  static func countries(_ event: TimelineEvent) -> [String] {
    Set((event.actors + event.recipients).compactMap(\.country) + [event.location?.country].compactMap { $0 }).sorted()
  }
}

/// The hash by which a content security policy admits an inline script or style.
enum Digest {
  static func source(_ text: String) -> String { "sha256-" + base64(ContentHash(of: Array(text.utf8)).bytes) }

  /// RFC 4648 §4.
  static func base64(_ bytes: some Collection<UInt8>) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let three = rest.prefix(3)
      rest = rest.dropFirst(3)
      var word: UInt32 = 0
      for i in 0..<3 { word = word << 8 | UInt32(i < three.count ? three[three.startIndex + i] : 0) }
      for i in 0..<4 {
        out.append(i <= three.count ? letters[Int(word >> UInt32(18 - 6 * i)) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

import Calendars
import NewsEvents

/// The timeline as CommonMark.
struct MarkdownTimeline {
  let options: ExportOptions

  private var language: DisplayLanguage { DisplayLanguage(rawValue: options.language) ?? .english }

  func write(_ events: some Collection<TimelineEvent>, to sink: (String) throws -> Void) rethrows {
    try sink("# \(Label.tagline[language])\n")
    if events.isEmpty { try sink("\n\(Label.empty[language])\n") }
    var month = ""
    for event in events {
      let now =
        (event.date?.start ?? event.date?.end)?.formattedMonth(language.calendar, in: language)
        ?? Label.undated[language]
      if now != month {
        month = now
        try sink("\n## \(now)\n")
      }
      try sink("\n" + block(event))
    }
  }

  private func block(_ event: TimelineEvent) -> String {
    var out = "### \(Self.escaped(Label(event.title)[language]))\n\n"
    var facts = ["**\(Label.type(event.type)[language])**"]
    if let date = event.date {
      var calendars: [CalendarSystem] = [.gregorian, .solarHijri, .islamic]
      calendars.sort { $0 == language.calendar && $1 != language.calendar }
      facts.append(calendars.map { date.shown($0, language) }.joined(separator: " · "))
      if date.basis != .stated { facts.append(Label.basis(date.basis)[language]) }
    } else {
      facts.append(Label.undated[language])
    }
    if event.status != .occurred { facts.append(Label.status(event.status)[language]) }
    out += facts.joined(separator: " · ") + "\n\n"
    var numbers: [String] = []
    if let deaths = event.deaths { numbers.append("\(Label.killed[language]): \(deaths.shown(language))") }
    if let injured = event.injured { numbers.append("\(Label.injured[language]): \(injured.shown(language))") }
    if let arrested = event.arrested { numbers.append("\(Label.arrested[language]): \(arrested.shown(language))") }
    numbers.append("\(Label.sources[language]): \(event.sources.count)")
    numbers.append("\(Label.confidence[language]): \(Decimals.fixed(event.confidence, places: 3))")
    out += numbers.joined(separator: " · ") + "\n"
    for conflict in event.conflicts {
      let values = conflict.values.map { "\(Self.escaped($0.value)) (\($0.mentions.count))" }.joined(separator: " / ")
      out += "\n**\(Label.conflict[language])** – \(Label.field(conflict.field)[language]): \(values)\n"
    }
    let quotes = QuoteOrder.ranked(event.mentions)
    for mention in quotes.prefix(options.quotes) {
      let quote = MarkedQuote(mention)
      let text =
        Self.escaped(quote.before)
        + (quote.trigger.isEmpty ? "" : "**\(Self.escaped(quote.trigger).trimmingSpaces)**") + Self.escaped(quote.after)
      out += "\n> \(PlainText.isolated(text))\n>\n> — \(Label.language(mention.language)[language]), "
      out += "`\(PlainText.safe(mention.article).replacingBackticks)`\n"
    }
    if quotes.count > options.quotes { out += "\n+ \(quotes.count - options.quotes) \(Label.more[language])\n" }
    return out
  }

  /// Text in which no character means anything to CommonMark.
  static func escaped(_ text: String) -> String {
    var out = ""
    var atStart = true
    for character in leadingAndTrailingSpacesKept(text) {
      if "\\`*_{}[]<>#|~&!$".contains(character) || (atStart && "+-.)=".contains(character)) { out += "\\" }
      atStart = atStart && (character.isNumber || character == " ")
      out.append(character)
    }
    return out
  }

  /// One line, with a space at an end where the text had one there.
  private static func leadingAndTrailingSpacesKept(_ text: String) -> String {
    let safe = PlainText.safe(text)
    guard !safe.isEmpty else { return text.isEmpty ? "" : " " }
    let lead = text.first?.isWhitespace == true ? " " : "", trail = text.last?.isWhitespace == true ? " " : ""
    return lead + safe + trail
  }
}

extension String {
  /// Without spaces at both ends.
  fileprivate var trimmingSpaces: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  fileprivate var replacingBackticks: String { String(map { $0 == "`" ? "'" : $0 }) }
}

import Calendars
import NewsEvents

/// The timeline for a terminal: one block an event, quotations isolated so that right-to-left words do not disturb the
/// line they stand in.
struct TextTimeline {
  let options: ExportOptions

  private var language: DisplayLanguage { DisplayLanguage(rawValue: options.language) ?? .english }

  func write(_ events: some Collection<TimelineEvent>, to sink: (String) throws -> Void) rethrows {
    if events.isEmpty {
      try sink(Label.empty[language] + "\n")
      return
    }
    var month = ""
    for event in events {
      let now =
        (event.date?.start ?? event.date?.end)?.formattedMonth(language.calendar, in: language)
        ?? Label.undated[language]
      if now != month {
        month = now
        let rule = String(repeating: "─", count: max(3, min(options.width, 100) - now.count - 4))
        try sink("\n" + dim("── ") + bold(now) + " " + dim(rule) + "\n")
      }
      try sink("\n" + block(event))
    }
  }

  private func block(_ event: TimelineEvent) -> String {
    var out = ""
    let when = event.date?.shown(language.calendar, language) ?? Label.undated[language]
    let status = event.status == .occurred ? "" : " · " + Label.status(event.status)[language]
    out += "  " + colored(event.type, Label.type(event.type)[language]) + " · " + bold(when)
    if let date = event.date {
      let other: CalendarSystem = language.calendar == .gregorian ? .solarHijri : .gregorian
      out += dim(" · \(date.shown(other, language))")
      if date.basis == .inferred || date.basis == .published { out += dim(" (\(Label.basis(date.basis)[language]))") }
    }
    out += dim(status) + "\n"
    let title = Label(event.title)[language]
    out += "  " + bold(PlainText.safe(title)) + "\n"
    var facts: [String] = []
    if let deaths = event.deaths { facts.append("\(Label.killed[language]): \(deaths.shown(language))") }
    if let injured = event.injured { facts.append("\(Label.injured[language]): \(injured.shown(language))") }
    if let arrested = event.arrested { facts.append("\(Label.arrested[language]): \(arrested.shown(language))") }
    let copies = event.sources.reduce(0) { $0 + $1.copies.count }
    facts.append(
      "\(Label.sources[language]): \(event.sources.count)"
        + (copies > 0 ? " (+\(copies) \(Label.copies[language]))" : ""))
    facts.append("\(Label.confidence[language]): \(Decimals.fixed(event.confidence, places: 3))")
    out += "  " + dim(facts.joined(separator: " · ")) + "\n"
    for conflict in event.conflicts {
      let values = conflict.values.map { "\(PlainText.safe($0.value)) (\($0.mentions.count))" }.joined(separator: " / ")
      out += "  " + warning("≠ \(Label.conflict[language]): \(Label.field(conflict.field)[language]): \(values)") + "\n"
    }
    let quotes = QuoteOrder.ranked(event.mentions)
    for mention in quotes.prefix(options.quotes) {
      let quote = MarkedQuote(mention).shortened(max(60, options.width + 20))
      var text = PlainText.safe(quote.before + "«" + quote.trigger + "»" + quote.after)
      if quote.trigger.isEmpty { text = PlainText.safe(quote.before) }
      out += "    " + PlainText.isolated(text) + "\n"
      out += "      " + dim("— \(mention.language.rawValue) · \(PlainText.safe(mention.article))") + "\n"
    }
    if quotes.count > options.quotes {
      out += "    " + dim("+ \(quotes.count - options.quotes) \(Label.more[language])") + "\n"
    }
    return out
  }

  private func bold(_ text: String) -> String { styled("1", text) }
  private func dim(_ text: String) -> String { text.isEmpty ? "" : styled("2", text) }
  private func warning(_ text: String) -> String { styled("33", text) }

  /// Green and blue for cooperation, yellow and red for conflict.
  private func colored(_ type: EventType, _ text: String) -> String {
    styled(["32", "36", "33", "31"][type.quad - 1], text)
  }

  private func styled(_ code: String, _ text: String) -> String {
    options.colors ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

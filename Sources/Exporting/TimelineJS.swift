import Calendars
import NewsEvents

/// The timeline as JSON for TimelineJS 3. Its texts are HTML, so everything from an article is escaped; undated events
/// have no place on its axis and are left out.
struct TimelineJS {
  let options: ExportOptions

  private var language: DisplayLanguage { DisplayLanguage(rawValue: options.language) ?? .english }

  func write(_ events: some Collection<TimelineEvent>, to sink: (String) throws -> Void) rethrows {
    try sink("{\"scale\":\"human\",\"events\":[")
    var first = true
    for event in events {
      guard let slide = slide(event) else { continue }
      try sink((first ? "\n" : ",\n") + slide.line)
      first = false
    }
    try sink("\n]}\n")
  }

  private func slide(_ event: TimelineEvent) -> JSON? {
    guard let date = event.date, let start = date.start ?? date.end else { return nil }
    var out: [JSON.Member] = [.init("start_date", self.date(start, date))]
    if let end = date.end, end != start, !isWholeYear(date), !CalendarSystem.gregorian.isWholeMonth(start, end) {
      out.append(.init("end_date", self.date(end, nil)))
    }
    out.append(.init("display_date", .string(date.shown(language.calendar, language))))
    let quotes = QuoteOrder.ranked(event.mentions).prefix(options.quotes).map { mention in
      let quote = MarkedQuote(mention)
      return "<blockquote dir=\"rtl\" lang=\"\(mention.language.rawValue)\">\(HTML.text(quote.before))"
        + "<strong>\(HTML.text(quote.trigger))</strong>\(HTML.text(quote.after))</blockquote>"
    }
    out.append(
      .init(
        "text",
        .members(
          ("headline", .string(HTML.text(Label(event.title)[language]))),
          ("text", .string("<p>\(HTML.text(Label(event.summary)[language]))</p>" + quotes.joined())))))
    out.append(.init("group", .string(Label.type(event.type)[language])))
    out.append(.init("unique_id", .string("event-" + event.id)))
    out.append(.init("autolink", .bool(false)))
    return .object(out)
  }

  /// Only the parts that the date's exactness supports: a year, a month or a day.
  private func date(_ day: Day, _ interval: DateInterval?) -> JSON {
    let (year, month, dayOfMonth) = day.gregorian
    var out: [JSON.Member] = [.init("year", .integer(year))]
    if let interval, isWholeYear(interval) { return .object(out) }
    out.append(.init("month", .integer(month)))
    if let interval, let a = interval.start, let b = interval.end, CalendarSystem.gregorian.isWholeMonth(a, b) {
      return .object(out)
    }
    out.append(.init("day", .integer(dayOfMonth)))
    return .object(out)
  }

  private func isWholeYear(_ date: DateInterval) -> Bool {
    guard let a = date.start?.gregorian, let b = date.end?.gregorian else { return false }
    return a.year == b.year && a.month == 1 && a.day == 1 && b.month == 12 && b.day == 31
  }
}

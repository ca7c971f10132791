import Calendars
import NewsEvents

/// The dated events as an iCalendar file (RFC 5545): all-day entries that take no time.
///
/// DTSTAMP is the event's last day, not the clock's time: equal timelines give equal files.
struct ICalendar {
  let options: ExportOptions

  private var language: DisplayLanguage { DisplayLanguage(rawValue: options.language) ?? .english }

  func write(_ events: some Collection<TimelineEvent>, to sink: (String) throws -> Void) rethrows {
    try sink(Self.lines(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Silsila//Timeline//EN", "CALSCALE:GREGORIAN"]))
    for event in events {
      guard let date = event.date, let start = date.start ?? date.end else { continue }
      try sink(Self.lines(entry(event, start, date.end ?? start)))
    }
    try sink(Self.lines(["END:VCALENDAR"]))
  }

  private func entry(_ event: TimelineEvent, _ start: Day, _ end: Day) -> [String] {
    var out = [
      "BEGIN:VEVENT", "UID:\(event.id)@silsila", "DTSTAMP:\(Self.compact(end))T000000Z",
      "DTSTART;VALUE=DATE:\(Self.compact(start))", "DTEND;VALUE=DATE:\(Self.compact(end + 1))",
      "SUMMARY;LANGUAGE=\(language.rawValue):\(Self.escaped(Label(event.title)[language]))",
    ]
    let quotes = QuoteOrder.ranked(event.mentions).prefix(options.quotes).map(\.sentence.text)
    out.append("DESCRIPTION:" + Self.escaped(([Label(event.summary)[language]] + quotes).joined(separator: "\n")))
    if let place = event.location {
      out.append("LOCATION:" + Self.escaped([place.name, place.country].compactMap { $0 }.joined(separator: ", ")))
      if let lat = place.latitude, let lon = place.longitude {
        out.append("GEO:\(Decimals.fixed(Int(lat), places: 6));\(Decimals.fixed(Int(lon), places: 6))")
      }
    }
    out.append("CATEGORIES:" + Self.escaped(event.type.rawValue))
    if event.status == .planned || event.status == .hypothetical { out.append("STATUS:TENTATIVE") }
    return out + ["TRANSP:TRANSPARENT", "END:VEVENT"]
  }

  private static func compact(_ day: Day) -> String { String(day.description.filter { $0 != "-" }) }

  /// TEXT values: RFC 5545 §3.3.11.
  static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": out.append(contentsOf: "\\\\".unicodeScalars)
      case ";": out.append(contentsOf: "\\;".unicodeScalars)
      case ",": out.append(contentsOf: "\\,".unicodeScalars)
      case "\n", "\u{2028}", "\u{2029}": out.append(contentsOf: "\\n".unicodeScalars)
      case "\t": out.append(" ")
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): break
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// Content lines folded to 75 octets, never inside a character (§3.1).
  static func lines(_ lines: [String]) -> String {
    var out = String.UnicodeScalarView()
    for line in lines {
      var octets = 0
      for scalar in line.unicodeScalars {
        let size = UTF8.width(scalar)
        if octets + size > 75 {
          out.append(contentsOf: "\r\n ".unicodeScalars)
          octets = 1
        }
        out.append(scalar)
        octets += size
      }
      out.append(contentsOf: "\r\n".unicodeScalars)
    }
    return String(out)
  }
}

import NewsEvents

/// The timeline as a table (RFC 4180): one event a row, lists joined with `; `.
enum CSVTimeline {
  private static let header = [
    "id", "type", "mode", "status", "start", "end", "granularity", "basis", "actors", "recipients", "place", "country",
    "latitude", "longitude", "deaths_min", "deaths_max", "injured_min", "injured_max", "arrested_min", "arrested_max",
    "title_en", "title_fa", "title_ar", "title_ur", "sources", "copies", "mentions", "articles", "conflicts",
    "confidence", "quote", "quote_language", "quote_article", "urls",
  ]

  static func write(_ events: some Collection<TimelineEvent>, to sink: (String) throws -> Void) rethrows {
    try sink(row(header))
    for event in events { try sink(row(fields(event))) }
  }

  private static func fields(_ event: TimelineEvent) -> [String] {
    func count(_ range: CountRange?) -> [String] {
      [range?.min.map(String.init) ?? "", range?.max.map(String.init) ?? ""]
    }
    var out = [
      event.id, event.type.rawValue, event.modes.joined(separator: "; "), event.status.rawValue,
      event.date?.start?.description ?? "", event.date?.end?.description ?? "", event.date?.granularity.rawValue ?? "",
      event.date?.basis.rawValue ?? "",
    ]
    out += [event.actors.map(party).joined(separator: "; "), event.recipients.map(party).joined(separator: "; ")]
    out += [event.location?.name ?? "", event.location?.country ?? ""]
    out += [event.location?.latitude, event.location?.longitude].map {
      $0.map { Decimals.shortest(Int($0), places: 6) } ?? ""
    }
    out += count(event.deaths) + count(event.injured) + count(event.arrested)
    out += [event.title.en, event.title.fa, event.title.ar, event.title.ur]
    out += [
      "\(event.sources.count)", "\(event.sources.reduce(0) { $0 + $1.copies.count })", "\(event.mentions.count)",
      Set(event.mentions.map(\.article)).sorted().joined(separator: "; "),
      event.conflicts.map { "\($0.field)=" + $0.values.map(\.value).joined(separator: "|") }.joined(separator: "; "),
      Decimals.fixed(event.confidence, places: 3),
    ]
    let first = QuoteOrder.ranked(event.mentions).first
    out += [first?.sentence.text ?? "", first?.language.rawValue ?? "", first?.article ?? ""]
    out.append(event.sources.compactMap(\.url).joined(separator: "; "))
    return out
  }

  private static func party(_ party: Party) -> String {
    let code = [party.country, party.sector].compactMap { $0 }.joined(separator: ":")
    guard let name = party.name, !name.isEmpty else { return code }
    return code.isEmpty ? name : "\(name) (\(code))"
  }

  private static func row(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") + "\r\n" }

  /// Quoted where RFC 4180 asks for it. A text that a spreadsheet would run as a formula gets an apostrophe before it;
  /// control characters other than the line end are dropped, a tab becomes a space.
  static func field(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09: kept.append(" ")
      case 0x0A: kept.append(scalar)
      case 0x00...0x1F, 0x7F...0x9F: break
      default: kept.append(scalar)
      }
    }
    var text = String(kept)
    if let first = text.unicodeScalars.first, "=+@".unicodeScalars.contains(first) { text = "'" + text }
    let special = text.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
    guard special else { return text }
    return "\"" + text.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }
}

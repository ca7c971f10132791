import NewsEvents

/// The timeline in the 40 columns of POLECAT: tab-separated, `None` for what is missing, lists joined with `; `.
enum PolecatTable {
  private static let columns = [
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
  ]

  static func write(_ events: some Collection<TimelineEvent>, to sink: (String) throws -> Void) rethrows {
    try sink(columns.joined(separator: "\t") + "\n")
    for event in events { try sink(row(event).map(field).joined(separator: "\t") + "\n") }
  }

  private static func row(_ event: TimelineEvent) -> [String?] {
    func list(_ items: [String?]) -> String? {
      let known = items.compactMap { $0 }
      return known.isEmpty ? nil : known.joined(separator: "; ")
    }
    func parties(_ parties: [Party]) -> [String?] {
      [
        list(parties.map(\.name)), list(parties.map(\.country)), nil, parties.first?.sector,
        list(parties.map(\.sector)), nil, list(parties.map { $0.quote?.text }), nil,
      ]
    }
    let score = Decimals.fixed(PloverScores.score(event.type, modes: event.modes), places: 1)
    let place = event.location
    let head: [String?] = [
      event.id, (event.date?.start ?? event.date?.end)?.description, event.type.rawValue,
      list(event.modes.map { $0 }), score, String(event.type.quad), list(event.contexts.map { $0 }),
    ]
    let ground: [String?] = [
      place?.name, nil, nil, nil, place?.country, place?.latitude.map { Decimals.shortest(Int($0), places: 6) },
      place?.longitude.map { Decimals.shortest(Int($0), places: 6) }, nil, place?.quote?.text, nil,
    ]
    let origin: [String?] = [
      list(event.sources.map { $0.source ?? $0.article }), event.sources.compactMap(\.published).min()?.description,
      nil, nil, nil, list(Set(event.sources.map(\.language.rawValue)).sorted().map { $0 }), "silsila",
    ]
    return head + parties(event.actors) + parties(event.recipients) + ground + origin
  }

  /// Tabs and line ends would break the row.
  private static func field(_ text: String?) -> String {
    text.flatMap(PlainText.visible) ?? "None"
  }
}

import ArgumentParser
import NewsEvents
import TimelineMerging

/// Which events are wanted, everywhere alike.
struct FilterOptions: ParsableArguments {
  @Option(help: ArgumentHelp("First day, YYYY-MM-DD.", valueName: "day")) var from: Day?
  @Option(help: ArgumentHelp("Last day, YYYY-MM-DD.", valueName: "day")) var to: Day?
  @Option(help: ArgumentHelp("Country of a party or of the place, as in IRN; may be repeated.", valueName: "code"))
  var country: [String] = []
  @Option(help: ArgumentHelp("A party: lexicon id, country code or English name.", valueName: "actor"))
  var actor: [String] = []
  @Option(help: ArgumentHelp("A PLOVER type, as in ASSAULT.", valueName: "type")) var type: [EventType] = []
  @Option(help: ArgumentHelp("A language in which it is told: fa, ar, ur.", valueName: "language"))
  var language: [Language] = []
  @Option(
    help: ArgumentHelp("occurred, ongoing, planned, hypothetical, denied or historical.", valueName: "status"))
  var status: [EventStatus] = []
  @Option(help: ArgumentHelp("An outlet or an article id.", valueName: "source")) var source: [String] = []

  func validate() throws {
    if let from, let to, to < from { throw ValidationError("--to \(to) is before --from \(from)") }
    for code in country where NameTable.builtin.name(code.uppercased()) == nil || code.utf8.count != 3 {
      throw ValidationError("--country \(code): no such code; write ISO 3166-1 alpha-3, as in IRN")
    }
  }

  func apply(to timeline: Timeline) -> Timeline {
    TimelineFilter(
      from: from, to: to, countries: Set(country.map { $0.uppercased() }), actors: Set(actor), types: Set(type),
      languages: Set(language),
      statuses: Set(status), sources: Set(source)
    ).apply(to: timeline)
  }
}

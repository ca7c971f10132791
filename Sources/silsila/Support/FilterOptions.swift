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

  func apply(to timeline: Timeline) -> Timeline {
    TimelineFilter(
      from: from, to: to, countries: Set(country), actors: Set(actor), types: Set(type), languages: Set(language),
      statuses: Set(status), sources: Set(source)
    ).apply(to: timeline)
  }
}

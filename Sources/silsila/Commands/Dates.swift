import ArabicScript
import ArgumentParser
import Exporting
import Foundation
import NewsEvents
import TemporalTagging

struct Dates: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find and resolve date expressions.",
    discussion: """
      JSON lines with `text`, `lang` and `reference` (the day of the article), or plain lines, in; \
      {"dates":[{"start","end","granularity","calendar","basis","text","offset","kind"}]} out. A date that cannot be \
      resolved is given with null for what is not known; so are lengths of time (`kind` "duration"), times of day \
      ("time") and what recurs ("recurring"), which are no dates. Dates inside a range, or both readings of a date in \
      two calendars, follow it.
      """)

  @Argument(help: "Files; standard input when none is given.") var paths: [String] = []
  @Option(help: ArgumentHelp("The day that plain lines refer to.", valueName: "day")) var reference: Day?

  func run() throws {
    let tagger = TemporalTagger()
    func flat(_ expression: TemporalExpression) -> [TemporalExpression] {
      [expression] + expression.parts.flatMap(flat)
    }
    try LineCommand.run(paths) { item in
      let language =
        item.language.flatMap(Language.init(rawValue:)) ?? LanguageIdentifier.identify(item.text).language ?? .persian
      let text = AnalyzedText(item.text, language: language)
      let day = item.reference.flatMap { Day(iso: $0) } ?? reference
      let dates = tagger.tag(text, reference: day).flatMap(flat)
      return answerLine(item.id, ("dates", .array(dates.map { Dates.json($0, text) })))
    }
  }

  private static func json(_ expression: TemporalExpression, _ text: AnalyzedText) -> JSON {
    let interval = expression.interval
    let quote = interval.quote ?? text.quote(expression.tokens)
    var members: [JSON.Member] = [
      .init("start", string(interval.start?.description)), .init("end", string(interval.end?.description)),
      .init("granularity", .string(interval.granularity.rawValue)),
      .init("calendar", string(interval.calendar?.rawValue)), .init("basis", .string(interval.basis.rawValue)),
      .init("text", .string(quote.text)), .init("offset", .integer(Int(quote.range.start))),
      .init("kind", .string(expression.kind.rawValue)),
    ]
    if let time = interval.time { members.append(.init("time", .string(time))) }
    if expression.uncertainty > 0 { members.append(.init("uncertainty_days", .integer(expression.uncertainty))) }
    if let anchor = interval.anchor { members.append(.init("anchor", .string(anchor.description))) }
    if let contradiction = expression.contradiction {
      members.append(.init("contradiction", .string(contradiction)))
    }
    return .object(members)
  }

  private static func string(_ value: String?) -> JSON { value.map { .string($0) } ?? .null }
}

public import NewsEvents

/// Event mentions in the product's output contract.
public enum MentionWriter {
  /// One line of `extract`: the mention as a JSON object, without the newline.
  public static func line(_ mention: EventMention) -> String { json(mention).line }

  /// A mention of a timeline: with the id of its event, and with what the other articles tell of it.
  public static func json(_ mention: EventMention, of event: String) -> JSON {
    guard case .object(let members) = json(mention) else { return json(mention) }
    return .object(members.prefix(1) + [.init("event", .string(event))] + members.dropFirst())
  }

  /// All members are always there; what is unknown is null or an empty list.
  public static func json(_ mention: EventMention) -> JSON {
    .members(
      ("id", .string(mention.id)),
      ("article", .string(mention.article)),
      ("language", .string(mention.language.rawValue)),
      ("section", .string(mention.section.rawValue)),
      ("type", .string(mention.type.rawValue)),
      ("mode", .strings(mention.modes)),
      ("context", .strings(mention.contexts)),
      ("status", .string(mention.status.rawValue)),
      ("actors", .array(mention.actors.map { party($0, quoted: true) })),
      ("recipients", .array(mention.recipients.map { party($0, quoted: true) })),
      ("date", mention.date.map { date($0, quoted: true) } ?? .null),
      ("location", mention.location.map { place($0, quoted: true) } ?? .null),
      ("deaths", count(mention.deaths)),
      ("injured", count(mention.injured)),
      ("arrested", count(mention.arrested)),
      ("attribution", mention.attribution.map(attribution) ?? .null),
      ("trigger", quote(mention.trigger)),
      ("sentence", quote(mention.sentence)),
      ("confidence", .thousandths(mention.confidence)))
  }

  static func quote(_ quote: Quote) -> JSON { .object(members(quote)) }

  static func party(_ party: Party, quoted: Bool) -> JSON {
    .object(
      [
        .init("country", .optional(party.country)), .init("sector", .optional(party.sector)),
        .init("entity", .optional(party.entity)), .init("name", .optional(party.name)),
      ] + (quoted ? members(party.quote) : []))
  }

  static func date(_ date: DateInterval, quoted: Bool) -> JSON {
    var out: [JSON.Member] = [
      .init("start", .optional(date.start?.description)), .init("end", .optional(date.end?.description)),
      .init("granularity", .string(date.granularity.rawValue)), .init("basis", .string(date.basis.rawValue)),
    ]
    if quoted { out.append(.init("text", .optional(date.quote?.text))) }
    out.append(.init("calendar", .optional(date.calendar?.rawValue)))
    if let time = date.time { out.append(.init("time", .string(time))) }
    return .object(out)
  }

  static func place(_ place: Place, quoted: Bool) -> JSON {
    .object(
      [
        .init("name", .string(place.name)), .init("country", .optional(place.country)),
        .init("lat", .millionths(place.latitude)), .init("lon", .millionths(place.longitude)),
      ] + (quoted ? members(place.quote) : []))
  }

  static func count(_ range: CountRange?) -> JSON {
    range.map { .members(("min", .optional($0.min)), ("max", .optional($0.max))) } ?? .null
  }

  static func attribution(_ said: Attribution) -> JSON {
    .members(("source", .string(said.source)), ("country", .optional(said.country)))
  }

  private static func members(_ quote: Quote?) -> [JSON.Member] {
    [
      .init("text", .optional(quote?.text)), .init("start", .optional(quote.map { Int($0.range.start) })),
      .init("end", .optional(quote.map { Int($0.range.end) })),
    ]
  }
}

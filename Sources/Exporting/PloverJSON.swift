import NewsEvents

/// Timeline events as PLOVER 2.0 records, one JSON object each.
///
/// PLOVER's record requires a date and an actor. An event without a date is written with `"date":null`, one without an
/// actor with the sector UNK, so that nothing is lost; `comment` says so and readers that hold to the letter skip them.
enum PloverJSON {
  static let codebook = "plover-base-2.0"

  static func json(_ event: TimelineEvent) -> JSON {
    var out: [JSON.Member] = [.init("id", .string(event.id))]
    func add(_ key: String, _ value: JSON) { out.append(.init(key, value)) }
    let start = event.date?.start ?? event.date?.end
    add("date", .optional(start?.description))
    if let time = event.date?.time, event.date?.start != nil { add("time", .string(time)) }
    if let end = event.date?.end, end != start { add("enddate", .string(end.description)) }
    add(
      "actor",
      .array(event.actors.isEmpty ? [.members(("code", .null), ("sector", .string("UNK")))] : event.actors.map(entity)))
    if !event.recipients.isEmpty { add("recipient", .array(event.recipients.map(entity))) }
    add("event", .strings([event.type.rawValue]))
    if let place = event.location { add("event_loc", location(place)) }
    add("event_text", .strings(event.mentions.map(\.sentence.text)))
    add("quad_code", .integer(event.type.quad))
    add("event_scale", .decimal(Decimals.fixed(PloverScores.score(event.type, modes: event.modes), places: 1)))
    if !event.modes.isEmpty { add("mode", .strings(event.modes)) }
    let context = event.contexts + auxiliary(event.status)
    if !context.isEmpty { add("context", .strings(context)) }
    let size = [("dead", event.deaths), ("injured", event.injured), ("arrested", event.arrested)].compactMap {
      name, range in (range?.min ?? range?.max).map { JSON.Member(name, .integer($0)) }
    }
    if !size.isEmpty { add("size", .object(size)) }
    add(
      "text_info",
      .array(
        event.mentions.map {
          .members(
            ("article", .string($0.article)), ("start", .integer(Int($0.sentence.range.start))),
            ("end", .integer(Int($0.sentence.range.end))))
        }))
    add(
      "cite_info",
      .array(
        event.sources.map { source in
          .members(
            ("citation", .string(source.article)), ("url", .optional(source.url)),
            ("language", .string(source.language.rawValue)), ("publication", .optional(source.source)),
            ("codebook", .string(codebook)))
        }))
    add("coder", .string("silsila"))
    let remarks = (start == nil ? ["no date known"] : []) + (event.actors.isEmpty ? ["no actor named"] : [])
    if !remarks.isEmpty { add("comment", .string(remarks.joined(separator: "; "))) }
    return .object(out)
  }

  private static func entity(_ party: Party) -> JSON {
    var out: [JSON.Member] = [.init("code", .optional(party.country))]
    if let sector = party.sector { out.append(.init("sector", .string(sector))) }
    if let text = party.quote?.text { out.append(.init("entity_text", .string(text))) }
    if let entity = party.entity { out.append(.init("identifier_id", .string(entity))) }
    if let name = party.name { out.append(.init("identifier_text", .string(name))) }
    return .object(out)
  }

  private static func location(_ place: Place) -> JSON {
    .members(
      ("extracted_place", .optional(place.quote?.text)), ("resolved_place", .string(place.name)),
      ("lat", .millionths(place.latitude)), ("lon", .millionths(place.longitude)),
      ("country_code", .optional(place.country)))
  }

  /// PLOVER's auxiliary modes, which its manual puts among the contexts.
  private static func auxiliary(_ status: EventStatus) -> [String] {
    switch status {
    case .occurred, .ongoing: []
    case .planned: ["future"]
    case .hypothetical: ["hypothetical"]
    case .denied: ["negation"]
    case .historical: ["historical"]
    }
  }
}

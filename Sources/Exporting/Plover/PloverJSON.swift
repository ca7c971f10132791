import NewsEvents

/// Timeline events as PLOVER 2.0 records, one JSON object each.
///
/// PLOVER's record requires a date and an actor. An event without any date is no record: the JSON formats have it. One
/// without an actor gets the sector UNK, and `comment` says so. `text_info` and `cite_info` hold the first mention and
/// its source, as the codebook has one object there; `mentions` and `sources`, beyond the codebook, hold all.
enum PloverJSON {
  static let codebook = "plover-base-2.0"

  /// nil for an event without any date.
  static func json(_ event: TimelineEvent) -> JSON? {
    guard let start = event.date?.start ?? event.date?.end else { return nil }
    var out: [JSON.Member] = [.init("id", .string(event.id))]
    func add(_ key: String, _ value: JSON) { out.append(.init(key, value)) }
    add("date", .string(start.description))
    if let time = event.date?.time, event.date?.start != nil { add("time", .string(time)) }
    if let end = event.date?.end, end != start { add("enddate", .string(end.description)) }
    add(
      "actor",
      .array(event.actors.isEmpty ? [.object(unknown)] : event.actors.map(entity)))
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
    if let link = event.links.first { add("link", .string(min(event.id, link.event))) }
    if let mention = QuoteOrder.ranked(event.mentions).first {
      add("text_info", .object(span(mention)))
      let source = event.sources.first { $0.article == mention.article || $0.copies.contains(mention.article) }
      if let source { add("cite_info", citation(source)) }
    }
    add("coder", .string("silsila"))
    if event.actors.isEmpty { add("comment", .string("no actor is named: an extension of PLOVER, which asks for one")) }
    add(
      "mentions",
      .array(event.mentions.map { .object([.init("article", .string($0.article))] + span($0)) }))
    add("sources", .array(event.sources.map(citation)))
    return .object(out)
  }

  private static func span(_ mention: EventMention) -> [JSON.Member] {
    [
      .init("start", .integer(Int(mention.sentence.range.start))),
      .init("end", .integer(Int(mention.sentence.range.end))),
    ]
  }

  private static func citation(_ source: EventSource) -> JSON {
    var out: [JSON.Member] = [.init("citation", .string(source.article))]
    if let url = source.url { out.append(.init("url", .string(url))) }
    out.append(.init("language", .string(source.language.rawValue)))
    if let outlet = source.source { out.append(.init("publication", .string(outlet))) }
    out.append(.init("codebook", .string(codebook)))
    return .object(out)
  }

  /// A party that nothing is known of but that there is one.
  private static let unknown: [JSON.Member] = [.init("sector", .string("UNK"))]

  private static func entity(_ party: Party) -> JSON {
    var out: [JSON.Member] = []
    if let country = party.country { out.append(.init("code", .string(country))) }
    if let sector = party.sector { out.append(.init("sector", .string(sector))) }
    if let text = party.quote?.text { out.append(.init("entity_text", .string(text))) }
    if let entity = party.entity { out.append(.init("identifier_id", .string(entity))) }
    if let name = party.name { out.append(.init("identifier_text", .string(name))) }
    return .object(out.isEmpty ? unknown : out)
  }

  private static func location(_ place: Place) -> JSON {
    var out: [JSON.Member] = []
    if let text = place.quote?.text { out.append(.init("extracted_place", .string(text))) }
    out.append(.init("resolved_place", .string(place.name)))
    if place.latitude != nil, place.longitude != nil {
      out += [.init("lat", .millionths(place.latitude)), .init("lon", .millionths(place.longitude))]
    }
    // A sea or a region belongs to no country.
    if let country = place.country, !PloverCodebook.nonState.contains(country) {
      out.append(.init("country_code", .string(country)))
    }
    return .object(out)
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

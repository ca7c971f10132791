import NewsEvents

/// Timeline events in the product's output contract.
enum EventJSON {
  static let schema = "silsila.timeline/1"

  static func json(_ event: TimelineEvent) -> JSON {
    .members(
      ("id", .string(event.id)),
      ("type", .string(event.type.rawValue)),
      ("mode", .strings(event.modes)),
      ("context", .strings(event.contexts)),
      ("status", .string(event.status.rawValue)),
      ("actors", .array(event.actors.map { MentionWriter.party($0, quoted: false) })),
      ("recipients", .array(event.recipients.map { MentionWriter.party($0, quoted: false) })),
      ("date", event.date.map { MentionWriter.date($0, quoted: false) } ?? .null),
      ("location", event.location.map { MentionWriter.place($0, quoted: false) } ?? .null),
      ("deaths", MentionWriter.count(event.deaths)),
      ("injured", MentionWriter.count(event.injured)),
      ("arrested", MentionWriter.count(event.arrested)),
      ("title", localized(event.title)),
      ("summary", localized(event.summary)),
      ("mentions", .array(event.mentions.map(mention))),
      ("sources", .array(event.sources.map(source))),
      ("conflicts", .array(event.conflicts.map(conflict))),
      ("reasons", .strings(event.reasons)),
      ("links", .array(event.links.map(link))),
      ("near_misses", .array(event.nearMisses.map(nearMiss))),
      ("confidence", .thousandths(event.confidence)))
  }

  private static func localized(_ text: LocalizedText) -> JSON {
    .members(("en", .string(text.en)), ("fa", .string(text.fa)), ("ar", .string(text.ar)), ("ur", .string(text.ur)))
  }

  /// A mention's id, where it stands, its date and the words that say it.
  private static func mention(_ mention: EventMention) -> JSON {
    .members(
      ("id", .string(mention.id)),
      ("article", .string(mention.article)),
      ("language", .string(mention.language.rawValue)),
      ("section", .string(mention.section.rawValue)),
      ("type", .string(mention.type.rawValue)),
      ("status", .string(mention.status.rawValue)),
      ("date", mention.date.map { MentionWriter.date($0, quoted: true) } ?? .null),
      ("deaths", MentionWriter.count(mention.deaths)),
      ("attribution", mention.attribution.map(MentionWriter.attribution) ?? .null),
      ("trigger", MentionWriter.quote(mention.trigger)),
      ("sentence", MentionWriter.quote(mention.sentence)),
      ("confidence", .thousandths(mention.confidence)))
  }

  private static func source(_ source: EventSource) -> JSON {
    .members(
      ("article", .string(source.article)),
      ("language", .string(source.language.rawValue)),
      ("source", .optional(source.source)),
      ("url", .optional(source.url)),
      ("published", .optional(source.published?.description)),
      ("copies", .strings(source.copies)))
  }

  private static func link(_ link: EventLink) -> JSON {
    .members(
      ("relation", .string(link.relation.rawValue)), ("event", .string(link.event)), ("because", .string(link.because)))
  }

  private static func nearMiss(_ miss: NearMiss) -> JSON {
    .members(
      ("event", .string(miss.event)), ("reasons", .strings(miss.reasons)), ("against", .strings(miss.against)))
  }

  private static func conflict(_ conflict: Conflict) -> JSON {
    .members(
      ("field", .string(conflict.field)),
      (
        "values",
        .array(
          conflict.values.map {
            .members(("value", .string($0.value)), ("mentions", .strings($0.mentions)))
          })
      ))
  }
}

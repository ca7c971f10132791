import NewsEvents

/// The timeline as a GeoJSON FeatureCollection (RFC 7946); events without coordinates have a null geometry.
enum GeoJSON {
  static func write(_ events: some Collection<TimelineEvent>, to sink: (String) throws -> Void) rethrows {
    try sink("{\"type\":\"FeatureCollection\",\"features\":[")
    var first = true
    for event in events {
      try sink((first ? "\n" : ",\n") + feature(event).line)
      first = false
    }
    try sink("\n]}\n")
  }

  private static func feature(_ event: TimelineEvent) -> JSON {
    var geometry = JSON.null
    if let place = event.location, place.latitude != nil, place.longitude != nil {
      geometry = .members(
        ("type", .string("Point")),
        ("coordinates", .array([.millionths(place.longitude), .millionths(place.latitude)])))
    }
    return .members(
      ("type", .string("Feature")), ("id", .string(event.id)), ("geometry", geometry),
      (
        "properties",
        .members(
          ("type", .string(event.type.rawValue)), ("status", .string(event.status.rawValue)),
          ("start", .optional(event.date?.start?.description)), ("end", .optional(event.date?.end?.description)),
          ("place", .optional(event.location?.name)), ("country", .optional(event.location?.country)),
          ("title", .string(event.title.en)), ("title_fa", .string(event.title.fa)),
          ("title_ar", .string(event.title.ar)), ("title_ur", .string(event.title.ur)),
          ("deaths", MentionWriter.count(event.deaths)), ("sources", .integer(event.sources.count)),
          ("confidence", .thousandths(event.confidence)))
      ))
  }
}

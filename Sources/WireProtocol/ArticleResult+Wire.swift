public import NewsEvents
internal import SwiftProtobuf

extension ArticleResult {
  /// The result as the protocol carries it. O(size).
  ///
  /// Mentions are written without their article, which is always the result's.
  public var wireBytes: [UInt8] { PBArticleResult(self).bytes }

  /// Reads what `wireBytes` wrote.
  /// - Throws: `WireError` for bytes that are no result, and for every field beyond `limits` or without meaning.
  public init(wire bytes: some ByteFrame, limits: WireLimits = .standard) throws(WireError) {
    guard bytes.count <= limits.body else {
      throw .overLimit(field: "result", limit: limits.body, found: bytes.count)
    }
    self = try FieldChecks(limits: limits).result(try PBArticleResult(reading: bytes, kind: "result"))
  }
}

extension PBArticleResult {
  init(_ result: ArticleResult) {
    self.init()
    article = result.article
    contentHash = .init(result.contentHash.bytes)
    if let value = result.language { language = value.rawValue }
    if let value = result.published { published = value.number }
    if let value = result.title { title = value }
    if let value = result.url { url = value }
    if let value = result.source { source = value }
    if let value = result.anchor.day { anchor = value.number }
    anchorReason = result.anchor.reason
    sketch = result.sketch
    mentions = result.mentions.map(PBEventMention.init)
    rejects = result.rejects.map { reject in
      .with {
        $0.code = reject.code.rawValue
        $0.message = reject.message
      }
    }
  }
}

extension PBEventMention {
  init(_ mention: EventMention) {
    self.init()
    id = mention.id
    language = mention.language.rawValue
    section = mention.section.rawValue
    type = mention.type.rawValue
    modes = mention.modes
    contexts = mention.contexts
    status = mention.status.rawValue
    actors = mention.actors.map(PBParty.init)
    recipients = mention.recipients.map(PBParty.init)
    if let value = mention.date { date = PBDateInterval(value) }
    if let value = mention.location { location = PBPlace(value) }
    if let value = mention.deaths { deaths = PBCountRange(value) }
    if let value = mention.injured { injured = PBCountRange(value) }
    if let value = mention.arrested { arrested = PBCountRange(value) }
    if let value = mention.attribution {
      attribution = .with {
        $0.source = value.source
        if let country = value.country { $0.country = country }
        if let quote = value.quote { $0.quote = PBQuote(quote) }
      }
    }
    trigger = PBQuote(mention.trigger)
    sentence = PBQuote(mention.sentence)
    confidence = UInt32(clamping: mention.confidence)
  }
}

extension PBQuote {
  init(_ quote: Quote) {
    self.init()
    text = quote.text
    start = UInt32(clamping: quote.range.start)
    end = UInt32(clamping: quote.range.end)
  }
}

extension PBDateInterval {
  init(_ date: DateInterval) {
    self.init()
    if let value = date.start { start = value.number }
    if let value = date.end { end = value.number }
    granularity = date.granularity.rawValue
    basis = date.basis.rawValue
    if let value = date.calendar { calendar = value.rawValue }
    if let value = date.quote { quote = PBQuote(value) }
    if let value = date.time { time = value }
    if let value = date.anchor { anchor = value.number }
  }
}

extension PBParty {
  init(_ party: Party) {
    self.init()
    if let value = party.country { country = value }
    if let value = party.sector { sector = value }
    if let value = party.entity { entity = value }
    if let value = party.name { name = value }
    if let value = party.quote { quote = PBQuote(value) }
  }
}

extension PBPlace {
  init(_ place: Place) {
    self.init()
    name = place.name
    if let value = place.country { country = value }
    if let value = place.latitude { latitude = value }
    if let value = place.longitude { longitude = value }
    if let value = place.entity { entity = value }
    if let value = place.quote { quote = PBQuote(value) }
  }
}

extension PBCountRange {
  init(_ range: CountRange) {
    self.init()
    if let value = range.min { min = UInt64(clamping: value) }
    if let value = range.max { max = UInt64(clamping: value) }
  }
}

extension FieldChecks {
  func result(_ pb: PBArticleResult) throws(WireError) -> ArticleResult {
    guard let hash = ContentHash(bytes: [UInt8](pb.contentHash)) else {
      throw .invalid(field: "result.content_hash", value: "\(pb.contentHash.count) bytes")
    }
    let article = try identifier(pb.article, "result.article")
    return ArticleResult(
      article: article,
      contentHash: hash,
      language: pb.hasLanguage ? try choice(pb.language, "result.language") : nil,
      published: pb.hasPublished ? try day(pb.published, "result.published") : nil,
      title: pb.hasTitle ? try line(pb.title, "result.title") : nil,
      url: pb.hasURL ? try line(pb.url, "result.url") : nil,
      source: pb.hasSource ? try line(pb.source, "result.source") : nil,
      anchor: ArticleAnchor(
        day: pb.hasAnchor ? try day(pb.anchor, "result.anchor") : nil,
        reason: try line(pb.anchorReason, "result.anchor_reason")),
      sketch: try list(pb.sketch, "result.sketch", limits.sketch),
      mentions: try each(pb.mentions, "result.mentions", limits.mentions) { (pb) throws(WireError) in
        try mention(pb, article: article)
      },
      rejects: try each(pb.rejects, "result.rejects", limits.parts) { (pb) throws(WireError) in
        Reject(code: try choice(pb.code, "reject.code"), message: try line(pb.message, "reject.message"))
      })
  }

  private func mention(_ pb: PBEventMention, article: String) throws(WireError) -> EventMention {
    guard pb.confidence <= 1_000 else { throw .invalid(field: "mention.confidence", value: "\(pb.confidence)") }
    return EventMention(
      id: try identifier(pb.id, "mention.id"),
      article: article,
      language: try choice(pb.language, "mention.language"),
      section: try choice(pb.section, "mention.section"),
      type: try choice(pb.type, "mention.type"),
      modes: try each(pb.modes, "mention.modes", limits.parts) { (mode) throws(WireError) in
        try name(mode, "mention.mode")
      },
      contexts: try each(pb.contexts, "mention.contexts", limits.parts) { (context) throws(WireError) in
        try name(context, "mention.context")
      },
      status: try choice(pb.status, "mention.status"),
      actors: try each(pb.actors, "mention.actors", limits.parts, party),
      recipients: try each(pb.recipients, "mention.recipients", limits.parts, party),
      date: pb.hasDate ? try date(pb.date) : nil,
      location: pb.hasLocation ? try place(pb.location) : nil,
      deaths: pb.hasDeaths ? try count(pb.deaths, "mention.deaths") : nil,
      injured: pb.hasInjured ? try count(pb.injured, "mention.injured") : nil,
      arrested: pb.hasArrested ? try count(pb.arrested, "mention.arrested") : nil,
      attribution: pb.hasAttribution ? try attribution(pb.attribution) : nil,
      trigger: try quote(pb.trigger, "mention.trigger"),
      sentence: try quote(pb.sentence, "mention.sentence"),
      confidence: Int(pb.confidence))
  }

  private func quote(_ pb: PBQuote, _ field: String) throws(WireError) -> Quote {
    guard pb.start <= pb.end, pb.end <= UInt32(Int32.max) else {
      throw .invalid(field: field, value: "\(pb.start)..<\(pb.end)")
    }
    return Quote(
      text: try text(pb.text, field, limits.quote), range: TextRange(start: Int(pb.start), end: Int(pb.end)))
  }

  private func party(_ pb: PBParty) throws(WireError) -> Party {
    Party(
      country: pb.hasCountry ? try name(pb.country, "party.country") : nil,
      sector: pb.hasSector ? try name(pb.sector, "party.sector") : nil,
      entity: pb.hasEntity ? try line(pb.entity, "party.entity") : nil,
      name: pb.hasName ? try line(pb.name, "party.name") : nil,
      quote: pb.hasQuote ? try quote(pb.quote, "party.quote") : nil)
  }

  private func place(_ pb: PBPlace) throws(WireError) -> Place {
    guard !pb.hasLatitude || (-90_000_000...90_000_000).contains(pb.latitude) else {
      throw .invalid(field: "place.latitude", value: "\(pb.latitude)")
    }
    guard !pb.hasLongitude || (-180_000_000...180_000_000).contains(pb.longitude) else {
      throw .invalid(field: "place.longitude", value: "\(pb.longitude)")
    }
    return Place(
      name: try line(pb.name, "place.name"),
      country: pb.hasCountry ? try name(pb.country, "place.country") : nil,
      latitude: pb.hasLatitude ? pb.latitude : nil,
      longitude: pb.hasLongitude ? pb.longitude : nil,
      entity: pb.hasEntity ? try line(pb.entity, "place.entity") : nil,
      quote: pb.hasQuote ? try quote(pb.quote, "place.quote") : nil)
  }

  private func date(_ pb: PBDateInterval) throws(WireError) -> DateInterval {
    DateInterval(
      start: pb.hasStart ? try day(pb.start, "date.start") : nil,
      end: pb.hasEnd ? try day(pb.end, "date.end") : nil,
      granularity: try choice(pb.granularity, "date.granularity"),
      basis: try choice(pb.basis, "date.basis"),
      calendar: pb.hasCalendar ? try choice(pb.calendar, "date.calendar") : nil,
      quote: pb.hasQuote ? try quote(pb.quote, "date.quote") : nil,
      time: pb.hasTime ? try name(pb.time, "date.time") : nil,
      anchor: pb.hasAnchor ? try day(pb.anchor, "date.anchor") : nil)
  }

  private func count(_ pb: PBCountRange, _ field: String) throws(WireError) -> CountRange {
    CountRange(
      min: pb.hasMin ? try number(pb.min, field) : nil,
      max: pb.hasMax ? try number(pb.max, field) : nil)
  }

  private func attribution(_ pb: PBAttribution) throws(WireError) -> Attribution {
    Attribution(
      source: try line(pb.source, "attribution.source"),
      country: pb.hasCountry ? try name(pb.country, "attribution.country") : nil,
      quote: pb.hasQuote ? try quote(pb.quote, "attribution.quote") : nil)
  }
}

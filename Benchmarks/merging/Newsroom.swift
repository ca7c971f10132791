import NewsEvents

/// Writes the articles of the synthetic news: each outlet knows a part, words it in its language, and errs now and then.
///
/// Chances are thousandths of a mention or an article, as the constants below say.
struct Newsroom {
  /// Articles that are another outlet's text.
  static let syndicated = 300
  /// Articles that take the day before or after for the day.
  static let wrongDay = 60
  /// Articles with another toll than the one that proves true.
  static let earlyToll = 350
  /// Originals that also tell an earlier event of the chain.
  static let looksBack = 350

  private var random: Random
  private var serial: UInt64 = 0
  private let seed: UInt64
  private let world: World
  private(set) var results: [ArticleResult] = []
  private(set) var mentionCount = 0
  /// The event of each mention, by the number that its id shows in hexadecimal.
  private(set) var truth: [UInt64: UInt32] = [:]

  init(world: World, seed: UInt64) {
    self.world = world
    self.seed = Random.mix(seed ^ 0x6E65_7773)
    random = Random(seed: seed ^ 0x726F_6F6D)
  }

  /// All articles about one event, until there are `limit` mentions.
  mutating func report(_ event: TrueEvent, chain: [TrueEvent], limit: Int) {
    if let announced = event.announced {
      for _ in 0..<max(1, event.articles / 3) where mentionCount < limit {
        publish(draft(event, on: announced + random.below(2), isPlan: true, chain: chain), limit)
      }
      guard event.isFulfilled else { return }
    }
    var originals: [Draft] = []
    for _ in 0..<event.articles where mentionCount < limit {
      if !originals.isEmpty, random.chance(Newsroom.syndicated) {
        publish(copy(random.pick(originals)), limit)
      } else {
        let lag = random.chance(850) ? random.below(2) : random.below(8)
        let article = draft(event, on: event.day + lag, isPlan: false, chain: chain)
        originals.append(article)
        publish(article, limit)
      }
    }
  }

  /// An article before it gets its ids.
  private struct Draft {
    var language: Language
    var published: Day
    var sketch: [UInt32]
    var mentions: [(mention: EventMention, event: UInt32)] = []
    var length = 40
  }

  private mutating func publish(_ draft: Draft, _ limit: Int) {
    serial += 1
    let outlet = random.below(300)
    let id = "outlet-\(outlet)/\(serial)"
    let content = ContentHash(fields: [id])
    var mentions: [EventMention] = []
    for (mention, event) in draft.mentions where mentionCount < limit {
      mentionCount += 1
      let key = Random.mix(seed &+ UInt64(mentionCount))
      truth[key] = event
      var own = mention
      own.article = id
      let hex = String(key, radix: 16)
      own.id = String(repeating: "0", count: 16 - hex.count) + hex
      mentions.append(own)
    }
    results.append(
      ArticleResult(
        article: id, contentHash: content, language: draft.language, published: draft.published,
        source: "outlet-\(outlet)", anchor: ArticleAnchor(day: draft.published, reason: "metadata"),
        sketch: draft.sketch, mentions: mentions))
  }

  /// The same text in another outlet, with a line cut or added at the end.
  private mutating func copy(_ draft: Draft) -> Draft {
    var out = draft
    for i in out.sketch.indices where random.chance(60) { out.sketch[i] = UInt32(truncatingIfNeeded: random.next()) }
    if random.chance(300), out.mentions.count > 1 { out.mentions.removeLast() }
    out.published = out.published + random.below(2)
    return out
  }

  private mutating func draft(_ event: TrueEvent, on day: Day, isPlan: Bool, chain: [TrueEvent]) -> Draft {
    let language = random.pick([Language.persian, .arabic, .urdu])
    var out = Draft(
      language: language, published: day, sketch: (0..<64).map { _ in UInt32(truncatingIfNeeded: random.next()) })
    var known = event
    if random.chance(Newsroom.wrongDay) { known.day = event.day + (random.chance(500) ? 1 : -1) }
    if let toll = event.deaths, random.chance(Newsroom.earlyToll) {
      known.deaths = max(1, toll - 1 - random.below(toll))
    }
    if random.chance(600) { add(known, to: &out, .title, isPlan: isPlan) }
    add(known, to: &out, .lead, isPlan: isPlan)
    if random.chance(400) { add(known, to: &out, .body, isPlan: isPlan) }
    if random.chance(150) { add(known, to: &out, .body, isPlan: isPlan) }
    let past = chain.filter { $0.day < event.day && $0.isFulfilled }
    if !past.isEmpty, random.chance(Newsroom.looksBack) {
      add(past[random.below(past.count)], to: &out, .body, isPlan: false)
    }
    return out
  }

  private mutating func add(_ event: TrueEvent, to draft: inout Draft, _ section: Section, isPlan: Bool) {
    let isNews = section != .body
    let type = isPlan && random.chance(300) ? .agree : random.chance(60) ? drifted(event.type) : event.type
    let actors = told(event.actors, missing: event.isMutual ? 0 : isNews ? 50 : 200)
    let recipients = told(event.recipients, missing: isNews ? 80 : 250)
    let date = date(of: event, in: draft, section, isPlan: isPlan)
    let place = random.chance(650) ? event.place : nil
    let deaths =
      isPlan || random.chance(400) ? nil : event.deaths.map { CountRange(min: $0, max: random.chance(800) ? $0 : nil) }
    var details = event.subjects.filter { _ in random.chance(700) }.compactMap { Wording.subjects[$0][draft.language] }
    if let place { details.append(place.name) }
    if let deaths, let n = deaths.min { details.append("\(n)") }
    if let start = date?.start { details.append(start.description) }
    let clause = Wording.clause(
      type, draft.language, actors: actors.map { Wording.name($0, draft.language) },
      recipients: recipients.map { Wording.name($0, draft.language) }, details: details, &random)
    let at = draft.length
    let scalars = Array(clause.text.unicodeScalars)
    draft.length += scalars.count + (isNews ? 1 : 50 + random.below(400))
    var trigger = String.UnicodeScalarView()
    trigger.append(contentsOf: scalars[clause.trigger])
    let sentence = TextRange(start: at, end: at + scalars.count)
    func quoted(_ parties: [Party]) -> [Party] {
      parties.map { party in
        var out = party
        out.quote = Quote(text: Wording.name(party, draft.language), range: TextRange(start: at, end: at + 4))
        return out
      }
    }
    let modes = type == event.type && random.chance(600) ? event.modes : []
    draft.mentions.append(
      (
        EventMention(
          id: "", article: "", language: draft.language, section: section, type: type, modes: modes,
          status: isPlan ? .planned : draft.published - event.day > 60 ? .historical : .occurred,
          actors: quoted(actors), recipients: quoted(recipients), date: date, location: place, deaths: deaths,
          trigger: Quote(
            text: String(trigger),
            range: TextRange(start: at + clause.trigger.lowerBound, end: at + clause.trigger.upperBound)),
          sentence: Quote(text: clause.text, range: sentence), confidence: 600 + random.below(350)), event.number
      ))
  }

  /// Another word of the same family that reporters use for such an event.
  private mutating func drifted(_ type: EventType) -> EventType {
    switch type {
    case .consult: random.pick([.agree, .support])
    case .agree: random.pick([.consult, .support])
    case .cooperate: .agree
    case .concede: .support
    case .retreat: .concede
    case .sanction: .reject
    case .reject: .sanction
    default: type
    }
  }

  /// The parties as an article names them: a state, or its army or minister; now and then not at all.
  private mutating func told(_ parties: [Party], missing: Int) -> [Party] {
    if random.chance(missing) { return [] }
    return parties.map { party in
      guard let code = party.country, party.entity == code, random.chance(250),
        let at = World.codes.firstIndex(of: code)
      else { return party }
      return random.pick(world.countries[at].institutions)
    }
  }

  private mutating func date(of event: TrueEvent, in draft: Draft, _ section: Section, isPlan: Bool) -> DateInterval? {
    func interval(_ before: Int, _ after: Int, _ granularity: Granularity) -> DateInterval {
      DateInterval(
        start: event.day - before, end: event.day + after, granularity: granularity,
        basis: before + after == 0 ? .resolved : .stated,
        calendar: draft.language == .persian ? .solarHijri : .gregorian,
        anchor: draft.published)
    }
    let at = random.below(1000)
    if isPlan {
      return at < 700 ? interval(0, 0, .day) : at < 850 ? interval(random.below(7), random.below(3), .week) : nil
    }
    switch section {
    case .title: return at < 200 ? interval(0, 0, .day) : nil
    case .lead: return at < 650 ? interval(0, 0, .day) : nil
    default:
      if at < 400 { return interval(0, 0, .day) }
      if at < 550 { return interval(random.below(4), random.below(4), .week) }
      return at < 650 ? interval(random.below(15), random.below(15), .month) : nil
    }
  }
}

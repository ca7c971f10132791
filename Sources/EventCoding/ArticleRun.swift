import ArabicScript
import Lexicons
import NewsEvents
import TemporalTagging

/// One article on its way through the steps.
struct ArticleRun {
  let coder: EventCoder
  let article: Article
  let hash: ContentHash
  let text: AnalyzedText

  private var steps = 0
  private var mentions: [EventMention] = []
  private var lines: [PageLine] = []
  /// Index of the first line of the body; 0 when there is none.
  private var firstBody = 0
  private var sentences: [SentenceAnalysis] = []
  private var anchor = ArticleAnchor(day: nil, reason: "not read")
  private var ordinals: [TriggerPlace: Int] = [:]
  private let namer: EventMention.Namer
  /// Whether the steps of each sentence are kept for `explain`.
  private let keepsSteps: Bool
  private var facts: [NarrativeDates.Fact] = []
  private var recalled: [Recalled] = []
  /// Sentences coded so far.
  private var sentenceNumber = 0

  /// A recollection, and where its mention would stand.
  private struct Recalled {
    var recollection: Recollection
    var unit: Unit
    /// Index into `mentions` before which it would stand.
    var at: Int
    var sentence: Int
  }

  private struct TriggerPlace: Hashable {
    var start: Int32
    var end: Int32
    /// `EventType.place`.
    var type: Int
  }

  init(coder: EventCoder, article: Article, hash: ContentHash, text: AnalyzedText, keepsSteps: Bool) {
    self.keepsSteps = keepsSteps
    namer = EventMention.Namer(article: article.id, content: hash)
    self.coder = coder
    self.article = article
    self.hash = hash
    self.text = text
  }

  var analysis: ArticleAnalysis {
    ArticleAnalysis(
      result: ArticleResult(
        article: article.id, contentHash: hash, language: text.language, published: article.published,
        title: article.title, url: article.url, source: article.source, anchor: anchor, sketch: sketch(),
        mentions: mentions),
      text: text, lines: lines, sentences: sentences)
  }

  private func sketch() -> [UInt32] {
    let body = lines.filter { $0.story == 0 && $0.role != .furniture && $0.role != .content(.related) }
    return Sketch.make(text.tokens, in: body.map(\.tokens))
  }

  private struct Unit {
    var tokens: Range<Int>
    var line: Int
    var section: Section
    var story: Int
    var reading: SentenceReading
    var dates: [TemporalExpression]
  }

  /// False when the work budget is exceeded.
  mutating func code() -> Bool {
    guard spend(text.tokens.count) else { return false }
    let tagger = DateReader(text: text, published: article.published)
    anchor = tagger.anchor
    lines = PageSegmenter(tables: coder.tables, article: article, text: text).lines()
    firstBody = lines.firstIndex { $0.role == .content(.body) } ?? 0
    var units: [Unit] = []
    let reader = SentenceReader(tables: coder.tables, text: text)
    var line = 0
    for sentence in text.sentences {
      while line < lines.count, lines[line].tokens.upperBound <= sentence.tokens.lowerBound { line += 1 }
      guard line < lines.count, case .content(let section) = lines[line].role else { continue }
      let dates = tagger.expressions(
        sentence.tokens, isOtherStory: section == .embedded || section == .related)
      let reading = reader.read(sentence.tokens, dates: dates.map(\.tokens))
      guard spend(sentence.tokens.count + reading.markers.count + reading.entities.count) else { return false }
      units.append(
        Unit(
          tokens: sentence.tokens, line: line, section: section, story: lines[line].story, reading: reading,
          dates: dates))
    }
    let sport = sportStories(units)
    var discourse: [Int: Discourse] = [:]
    for unit in units {
      // A headline of another story leaves no trace in this one. What does leave one is taken out and put back, so
      // that nothing is copied.
      let leavesTrace = unit.section != .related
      var local =
        (leavesTrace ? discourse.removeValue(forKey: unit.story) : discourse[unit.story]) ?? Discourse()
      guard code(unit, &local, isSport: sport.contains(unit.story)) else { return false }
      if leavesTrace { discourse[unit.story] = local }
    }
    addRecalled()
    shareDates()
    NarrativeDates(facts: facts, anchor: anchor.day).fill(&mentions)
    shareBounds()
    return true
  }

  private mutating func spend(_ n: Int) -> Bool {
    steps += n
    return steps <= coder.budget
  }

  /// Stories that are mostly about sport.
  private func sportStories(_ units: [Unit]) -> Set<Int> {
    var words: [Int: Int] = [:], sentences: [Int: Int] = [:]
    for unit in units {
      sentences[unit.story, default: 0] += 1
      words[unit.story, default: 0] += unit.reading.markers.count { $0.set.has(.sport) }
    }
    return Set(sentences.keys.filter { words[$0, default: 0] >= max(3, sentences[$0, default: 0] * 2 / 3) })
  }

  // MARK: Sentence

  private mutating func code(_ unit: Unit, _ discourse: inout Discourse, isSport: Bool) -> Bool {
    let tables = coder.tables
    let words = tables.words[CoderTables.index(text.language)]
    let (triggers, names) = (unit.reading.triggers.count, unit.reading.entities.count)
    guard spend(triggers * triggers * 4 + names * (names + unit.reading.markers.count)) else { return false }
    let parties = PartyFinder(
      tables: tables, text: text, reading: unit.reading, day: anchor.day ?? article.published
    ).find(&discourse)
    let dates = unit.dates
    var segmenter = ClauseSegmenter(text: text, reading: unit.reading, words: words)
    segmenter.segment()
    guard spend(triggers * (parties.count + segmenter.groups.count) * 8) else { return false }
    let isSport = isSport || unit.reading.markers.count { $0.set.has(.sport) } >= 2
    let sentence = SentenceCoder(
      tables: tables, text: text, reading: unit.reading, parties: parties,
      clauses: segmenter.clauses, groups: segmenter.groups, dates: dates, isSport: isSport,
      day: anchor.day ?? article.published)
    let events = sentence.code(&discourse)
    sentence.remember(&discourse)
    for recollection in sentence.recollections where unit.section != .related {
      recalled.append(
        Recalled(
          recollection: recollection, unit: unit, at: mentions.count + recollection.earlier, sentence: sentenceNumber))
    }
    var ids: [String] = []
    for event in events {
      let mention = mention(event, unit)
      ids.append(mention.id)
      mentions.append(mention)
      facts.append(
        NarrativeDates.Fact(
          sentence: sentenceNumber, story: unit.story, section: unit.section, isBackground: event.isBackground,
          isRecalled: event.isRecalled))
    }
    sentenceNumber += 1
    guard keepsSteps else { return true }
    sentences.append(
      SentenceAnalysis(
        tokens: unit.tokens, section: unit.section, reading: unit.reading, clauses: segmenter.clauses, parties: parties,
        dates: dates.map(\.tokens), decisions: sentence.decisions, mentions: ids))
    return true
  }

  /// Mentions of attacks that a sentence takes as known and the article tells elsewhere. O(mentions).
  private mutating func addRecalled() {
    guard !recalled.isEmpty else { return }
    var told: [Int: ToldAttacks] = [:]
    for n in mentions.indices { told[facts[n].story, default: ToldAttacks()].add(mentions[n]) }
    var added: [(at: Int, mention: EventMention, fact: NarrativeDates.Fact)] = []
    for known in recalled.reversed() {
      let event = known.recollection.event
      guard let told = told[known.unit.story], told.mayHold(known.recollection) else { continue }
      var mention = mention(event, known.unit)
      // "Islamabad said the attack hit the bases of …": of those who attacked, the one who says whom it hit.
      if mention.actors.isEmpty, let source = mention.attribution, let country = source.country,
        var actor = told.actor(of: country, meantBy: known.recollection)
      {
        actor.quote = source.quote
        mention.actors = [actor]
      }
      let fact = NarrativeDates.Fact(
        sentence: known.sentence, story: known.unit.story, section: known.unit.section,
        isBackground: event.isBackground, isRecalled: true)
      added.append((known.at, mention, fact))
      if keepsSteps {
        sentences[known.sentence].decisions[known.recollection.decision].rejection = nil
        sentences[known.sentence].decisions[known.recollection.decision].reasons.append(.toldElsewhere)
        sentences[known.sentence].mentions.append(mention.id)
      }
    }
    insert(added)
  }

  /// Inserts mentions before those that stand at their places now; `added` begins with the last. O(mentions).
  private mutating func insert(_ added: [(at: Int, mention: EventMention, fact: NarrativeDates.Fact)]) {
    guard !added.isEmpty else { return }
    let (before, known) = (mentions, facts)
    var rest = added[...]
    mentions = []
    mentions.reserveCapacity(before.count + added.count)
    facts = []
    for n in 0...before.count {
      while let next = rest.last, next.at == n {
        mentions.append(next.mention)
        facts.append(next.fact)
        rest.removeLast()
      }
      guard n < before.count else { break }
      mentions.append(before[n])
      facts.append(known[n])
    }
  }

  private mutating func mention(_ event: CodedEvent, _ unit: Unit) -> EventMention {
    let site = event.site
    var span = site.tokens
    if let verb = site.verb, verb.lowerBound == span.upperBound { span = span.lowerBound ..<| verb.upperBound }
    if let verb = site.verb, verb.upperBound == span.lowerBound { span = verb.lowerBound ..<| span.upperBound }
    let trigger = text.quote(span)
    let key = TriggerPlace(start: trigger.range.start, end: trigger.range.end, type: site.type.place)
    let ordinal = ordinals[key, default: 0]
    ordinals[key] = ordinal + 1
    return EventMention(
      id: namer.id(trigger: trigger.range, type: site.type, ordinal: ordinal),
      article: article.id, language: text.language, section: unit.section, type: site.type,
      modes: modes(event), contexts: event.contexts,
      status: status(event), actors: event.actors.map { party($0) }, recipients: event.recipients.map { party($0) },
      date: date(event, unit), location: event.place.flatMap { place($0) }, deaths: event.counts.deaths,
      injured: event.counts.injured, arrested: event.counts.arrested, attribution: event.attribution,
      trigger: trigger, sentence: text.quote(unit.tokens), confidence: Confidence.thousandths(event))
  }

  private func modes(_ event: CodedEvent) -> [String] {
    guard !event.modes.isEmpty else { return [] }
    let known = EventModes.of(event.site.type)
    return event.modes.filter { known.contains($0) }
  }

  /// What happened two years before the article's day is history.
  private func status(_ event: CodedEvent) -> EventStatus {
    guard event.status == .occurred, let day = anchor.day, let date = event.date else { return event.status }
    // What is dated after the article's own day is still to come.
    if let start = date.start, start - day > 1, start - day < 730 { return .planned }
    guard let end = date.end, day - end > 730 else { return event.status }
    return .historical
  }

  private func party(_ p: PartyMention) -> Party {
    let entities = coder.tables.entities
    return Party(
      country: p.country?.description, sector: p.sector?.description, entity: entities.id(p.entity),
      name: entities.name(p.entity),
      quote: p.tokens.isEmpty ? nil : text.quote(p.tokens))
  }

  private func place(_ p: CodedEvent.PlaceMention) -> Place? {
    if let n = p.place {
      let entry = coder.tables.lexicon.places[n]
      return Place(
        name: entry.display.en, country: entry.country, latitude: entry.latitude, longitude: entry.longitude,
        entity: entry.id, quote: text.quote(p.tokens))
    }
    guard let country = p.country else { return nil }
    let code = country.description
    let name = coder.tables.entities.countryNames[country] ?? code
    return Place(name: name, country: code, entity: code, quote: text.quote(p.tokens))
  }

  /// The date of the clause; else, for the news itself, what the publication day bounds, and says so.
  private func date(_ event: CodedEvent, _ unit: Unit) -> DateInterval? {
    if let date = event.date { return date }
    guard unit.story == 0, let day = anchor.day else { return nil }
    if event.status == .planned {
      return DateInterval(start: day, end: nil, granularity: .range, basis: .published, anchor: day)
    }
    guard event.status == .occurred, !event.isBackground else { return nil }
    let isNews = unit.section == .title || unit.section == .lead || unit.section == .body && unit.line <= firstBody + 1
    guard isNews else { return nil }
    return DateInterval(start: day - 2, end: day, granularity: .range, basis: .published, anchor: day)
  }

  // MARK: Article

  /// Mentions of one story with one key may tell the same event: a hash of what they have in common.
  private static func key(_ m: EventMention) -> UInt64 {
    var key = WordHash.add(m.section == .embedded ? 1 : 0, to: WordHash.seed)
    func add(_ text: String) {
      for byte in text.utf8 { key = WordHash.add(byte, to: key) }
      key = WordHash.add(0, to: key)
    }
    add(m.type.rawValue)
    add(m.status.rawValue)
    for side in [m.actors, m.recipients] {
      var names: [String] = []
      for party in side {
        if let name = party.country ?? party.entity, !names.contains(name) { names.append(name) }
      }
      if names.count > 1 { names.sort() }
      for name in names { add(name) }
      add(">")
    }
    return key
  }

  private static func hasTwoCountries(_ m: EventMention) -> Bool {
    var first: String?
    for side in [m.actors, m.recipients] {
      for party in side {
        guard let country = party.country else { continue }
        if let first, first != country { return true }
        first = country
      }
    }
    return false
  }

  /// An undated dealing of two countries that the news itself tells as well is bounded by the same days.
  private mutating func shareBounds() {
    func isDealing(_ n: Int) -> Bool {
      mentions[n].section != .related && mentions[n].section != .embedded && mentions[n].status == .occurred
        && mentions[n].type != .assault && ArticleRun.hasTwoCountries(mentions[n])
    }
    guard mentions.indices.contains(where: { mentions[$0].date == nil && isDealing($0) }) else { return }
    var known: [UInt64: DateInterval] = [:]
    for n in mentions.indices {
      guard let date = mentions[n].date, date.basis == .published, date.end != nil, isDealing(n) else { continue }
      let k = ArticleRun.key(mentions[n])
      if known[k] == nil { known[k] = date }
    }
    guard !known.isEmpty else { return }
    for n in mentions.indices where mentions[n].date == nil && isDealing(n) {
      mentions[n].date = known[ArticleRun.key(mentions[n])]
    }
  }

  /// A mention without a date takes the date of one of the same type between the same parties in this article.
  private mutating func shareDates() {
    /// Working out a key costs more than seeing that no mention of the type lacks a date.
    func lacksDate(_ n: Int) -> Bool {
      mentions[n].section != .related && !mentions[n].actors.isEmpty
        && (mentions[n].date == nil || mentions[n].date?.basis == .published)
    }
    var wanting: [(type: EventType, status: EventStatus)] = []
    func isWanting(_ n: Int) -> Bool {
      wanting.contains { $0.type == mentions[n].type && $0.status == mentions[n].status }
    }
    for n in mentions.indices where lacksDate(n) && !isWanting(n) {
      wanting.append((mentions[n].type, mentions[n].status))
    }
    guard !wanting.isEmpty else { return }
    var known: [UInt64: DateInterval] = [:]
    var ambiguous: Set<UInt64> = []
    for n in mentions.indices where mentions[n].section != .related {
      guard let date = mentions[n].date, date.basis != .published, date.start != nil, date.end != nil,
        !mentions[n].actors.isEmpty
      else { continue }
      guard isWanting(n) else { continue }
      let k = ArticleRun.key(mentions[n])
      if let other = known[k], other.start != date.start || other.end != date.end { ambiguous.insert(k) }
      if known[k] == nil { known[k] = date }
    }
    guard !known.isEmpty else { return }
    for i in mentions.indices where lacksDate(i) {
      let k = ArticleRun.key(mentions[i])
      guard let date = known[k], !ambiguous.contains(k) else { continue }
      var shared = date
      shared.basis = .resolved
      mentions[i].date = shared
    }
  }
}

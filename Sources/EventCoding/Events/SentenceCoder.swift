import ArabicScript
import Lexicons
import NewsEvents
import TemporalTagging

/// Codes one sentence: sites, roles, one event for one happening, status, numbers, date and place.
final class SentenceCoder {
  let tables: CoderTables
  let text: AnalyzedText
  let reading: SentenceReading
  let parties: [PartyMention]
  let clauses: [Clause]
  let groups: [VerbGroup]
  let dates: [TemporalExpression]
  let isSport: Bool
  /// The article's day.
  let day: Day?

  let words: ClosedWords
  let phrases: [[Phrase]]
  let sites: [EventSite]
  let assigner: RoleAssigner
  private(set) var decisions: [TriggerDecision] = []
  /// Words too weak by themselves that take an attack as known: mentions of it if the article tells of one.
  private(set) var recollections: [Recollection] = []
  /// Sites that tell no event of their own.
  var isSilent: [Bool] = []

  init(
    tables: CoderTables, text: AnalyzedText, reading: SentenceReading, parties: [PartyMention],
    clauses: [Clause], groups: [VerbGroup], dates: [TemporalExpression], isSport: Bool, day: Day?
  ) {
    self.tables = tables
    self.text = text
    self.reading = reading
    self.parties = parties
    self.clauses = clauses
    self.groups = groups
    self.dates = dates
    self.isSport = isSport
    self.day = day
    let language = CoderTables.index(text.language)
    let words = tables.words[language]
    self.words = words
    let parser = PhraseParser(
      text: text, reading: reading, parties: parties, words: words, governors: tables.governors[language],
      groups: groups, dates: dates.map(\.tokens))
    let phrases = clauses.map { parser.phrases(of: $0) }
    self.phrases = phrases
    var decisions: [TriggerDecision] = []
    let sites = SiteFinder(
      tables: tables, text: text, reading: reading, clauses: clauses, groups: groups, words: words
    ).find(&decisions)
    self.decisions = decisions
    self.sites = sites
    assigner = RoleAssigner(
      tables: tables, text: text, reading: reading, clauses: clauses, groups: groups,
      parties: parties, sites: sites, words: words, phrases: phrases, dates: dates.map(\.tokens))
  }

  // MARK: Decisions

  func reject(_ site: EventSite, _ why: Rejection, _ reasons: [EvidenceReason] = []) {
    decisions.append(
      TriggerDecision(
        trigger: tables.lexicon.triggers[site.trigger].id, type: site.type, tokens: site.tokens, rejection: why,
        reasons: reasons))
  }

  func reasons(
    _ event: CodedEvent, _ n: Int, _ merged: [Int?], passive: Bool
  ) -> [EvidenceReason] {
    guard event.site.type == .assault || event.site.type == .protest else { return [] }
    return EvidenceReader(
      text: text, reading: reading, clause: clauses[event.site.clause], dates: dates,
      siblings: sites.filter { $0.type == event.site.type },
      merged: merged.indices.filter { merged[$0] == n }.map { sites[$0] }, isSuffering: { self.isSuffering($0) },
      isClaimed: !event.actors.isEmpty && claims(event.site),
      described: clauses.indices.filter { describedEvent($0) == n }.map { clauses[$0] }, tables: tables,
      day: day
    ).reasons(event, passive: passive)
  }

  /// Verbal acts: what they are about is no event of its own.
  static let verbal: EventTypeSet = [
    .agree, .consult, .support, .concede, .request, .accuse, .reject, .threaten, .cooperate,
  ]

  /// Deeds that others report.
  static let deeds: EventTypeSet = [.assault, .coerce, .protest, .mobilize]

  func phrase(of site: EventSite) -> Phrase? {
    phrases[site.clause].first { $0.tokens.overlaps(site.tokens) }
  }

  func isBackground(_ site: EventSite) -> Bool {
    guard site.kind == .noun, let phrase = phrase(of: site), phrase.set.meets(.temporal), let marker = phrase.marker
    else { return false }
    // The marker governs the first noun, not one further on in the phrase.
    let between =
      text.language == .urdu
      ? site.tokens.upperBound ..<| marker.lowerBound : marker.upperBound ..<| site.tokens.lowerBound
    return between.count <= 4 && !between.contains { t in sites.contains { $0.tokens.contains(t) } }
  }

  func isSuffering(_ site: EventSite) -> Bool {
    let frame = tables.triggers[site.trigger].frames[CoderTables.index(text.language)]
    return frame.recipient.contains(.subject) || site.passive && site.type == .assault
      || site.type == .assault && !frame.agent.contains(.subject)
  }

  /// The events of the sentence. O(sites² + sites × parties).
  func code(_ discourse: inout Discourse) -> [CodedEvent] {
    guard !sites.isEmpty else { return [] }
    if isSport {
      for site in sites { reject(site, .sport) }
      return []
    }
    var roles = sites.map { assigner.roles($0) }
    for n in sites.indices { describe(n, &roles) }
    var dropped = [Rejection?](repeating: nil, count: sites.count)
    /// Site → the site it is merged into.
    var merged = [Int?](repeating: nil, count: sites.count)
    joinSame(roles, &dropped, &merged)
    dropContents(roles, &dropped)
    isSilent = dropped.map { $0 != nil }

    var out: [CodedEvent] = []
    for n in sites.indices {
      if let why = dropped[n] {
        reject(sites[n], why)
        continue
      }
      guard var event = event(n, roles, merged, dropped, discourse, out) else { continue }
      if isLabel(event.site) {
        reject(sites[n], .content)
        continue
      }
      if isHomecoming(event) || isTalkWithoutParties(event, discourse) {
        reject(sites[n], .noParty)
        continue
      }
      finish(&event, n, merged)
      let reasons = reasons(event, n, merged, passive: roles[n].passive)
      let evidence = Evidence(
        text: text, reading: reading, clause: clauses[event.site.clause], dates: dates,
        trigger: tables.triggers[event.site.trigger], isSuffering: isSuffering(event.site) || roles[n].passive,
        isRecalled: isRecalled(event),
        isPartOfAttack: merged.contains(n) || discourse.events[.assault] != nil
          || sites.contains { $0.type == .assault && $0 != event.site && !isSuffering($0) },
        reasons: reasons)
      event.isRecalled = evidence.isRecalled || pointsBack(event)
      event.evidence = evidence.points(event)
      if let why = evidence.lacks(event) {
        if why == .weak, takesAsKnown(event) {
          recollections.append(Recollection(event: event, decision: decisions.count, earlier: out.count))
        }
        reject(sites[n], why, reasons)
        continue
      }
      if let why = Plausibility(
        text: text, reading: reading, clause: clauses[event.site.clause], phrases: phrases[event.site.clause],
        trigger: tables.triggers[event.site.trigger]
      ).lacks(event) {
        reject(sites[n], why, reasons)
        continue
      }
      if out.contains(where: { repeats($0, event) }) {
        reject(sites[n], .sameEvent, reasons)
        continue
      }
      if !event.actors.isEmpty {
        discourse.events[event.site.type] = (event.actors, event.recipients)
        if event.site.type == .assault, event.actors.contains(where: { !$0.isAlias }) {
          discourse.attacks.append((event.actors, event.recipients))
        }
      }
      decisions.append(
        TriggerDecision(
          trigger: tables.lexicon.triggers[event.site.trigger].id, type: event.site.type, tokens: event.site.tokens,
          reasons: reasons))
      out.append(event)
    }
    return out
  }

  /// وصل … في زيارة: one sentence tells a visit or a talk of the same parties once.
  func repeats(_ one: CodedEvent, _ other: CodedEvent) -> Bool {
    guard one.site.type == other.site.type, one.site.type == .consult, one.status == other.status, !one.actors.isEmpty,
      one.actors.count == other.actors.count, one.recipients.count == other.recipients.count
    else { return false }
    return zip(one.actors, other.actors).allSatisfy { $0.isSame(as: $1) }
      && zip(one.recipients, other.recipients).allSatisfy { $0.isSame(as: $1) }
  }

  /// The parties that a clause about an event's noun gives it: whom the attack hit, who carried it out.
  func describe(_ n: Int, _ roles: inout [RoleAssigner.Roles]) {
    for c in clauses.indices {
      guard let event = describedEvent(c), event == n, let g = clauses[c].groups.first,
        let v = reading.verb(at: groups[g].tokens.lowerBound)
      else { continue }
      let after = assigner.subject(of: c).filter { parties[$0].tokens.lowerBound >= groups[g].tokens.upperBound }
      let own = sites.indices.first {
        sites[$0].clause == c && sites[$0].verb?.lowerBound == groups[g].tokens.lowerBound
      }
      if reading.verbs[v].hasPronoun {
        // شنه, نفذتها: the pronoun is the event, its subject the agent.
        if roles[n].actors.isEmpty, !after.isEmpty {
          roles[n].actors = after.filter { !parties[$0].isPlaceOnly }
          roles[n].ownAgent = !roles[n].actors.isEmpty
        }
        if roles[n].recipients.isEmpty {
          let target = assigner.target(of: sites[n], in: c)
          roles[n].recipients = target.filter { !roles[n].actors.contains($0) }
          roles[n].ownRecipient = !roles[n].recipients.isEmpty
        }
      } else if let own, sites[own].type == .assault {
        let isToll = isSuffering(sites[own]) || roles[own].passive
        let found = isToll ? roles[own].recipients : after.isEmpty ? roles[own].recipients : after
        roles[own].actors = []
        roles[own].ownAgent = false
        if !found.isEmpty { roles[own].recipients = found }
        if roles[n].recipients.isEmpty {
          roles[n].recipients = found
          roles[n].ownRecipient = !found.isEmpty
        }
      }
    }
  }

  /// 1980 میں: a bare year two years or more before the article's, in the event's own clause.
  func isYearsAgo(_ site: EventSite) -> Bool {
    guard text.language == .urdu, let day else { return false }
    let year = Int64(day.gregorian.year)
    return clauses[site.clause].ranges.contains { range in
      range.contains { t in
        text.tokens[t].kind == .number && text.tokens[t].value >= 1800 && text.tokens[t].value < year - 1
          && t + 1 < reading.tokens.upperBound && ClosedWords.urduIn.contains(text.tokens[t + 1].hash)
      }
    }
  }

  func status(_ site: EventSite) -> EventStatus {
    let reader = StatusReader(
      tables: tables, text: text, reading: reading, clauses: clauses, groups: groups, phrases: phrases, words: words)
    let own = reader.status(site)
    if own == .occurred, isYearsAgo(site) { return .historical }
    guard own == .occurred || own == .hypothetical, clauses[site.clause].kind == .complement,
      let parent = clauses[site.clause].parent
    else { return own }
    // What was agreed or promised is still to come.
    if sites.contains(where: { $0.clause == parent && $0.isVerbal && $0.type == .agree }) { return .planned }
    return own
  }

  /// "The two attacks": a definite noun of violence without an agent of its own.
  func pointsBack(_ event: CodedEvent) -> Bool {
    event.site.type == .assault && event.site.kind == .noun && text.language == .arabic && !event.ownAgent
      && event.site.affixes.contains(.definite)
  }

  /// A noun that only points back to an attack told before.
  func isRecalled(_ event: CodedEvent) -> Bool {
    let all = event.actors + event.recipients
    return !all.isEmpty && event.site.kind == .noun && all.allSatisfy { $0.isAlias && $0.tokens == event.site.tokens }
  }

  // MARK: For the next sentence

  /// The subject of the first main clause, and of the verb of speech.
  func remember(_ discourse: inout Discourse) {
    for party in parties {
      if let place = party.place,
        tables.lexicon.places[place].feature == .city || tables.lexicon.places[place].feature == .region
      {
        discourse.lastTown = place
      }
      if let first = party.tokens.first, ClosedWords.regime.contains(text.tokens[first].hash), !party.isAlias {
        discourse.lastRegime = party
      }
    }
    for c in clauses.indices {
      guard clauses[c].groups.contains(where: { groups[$0].isSpeech }) else { continue }
      if let subject = list(assigner.subject(of: c)).first {
        if !subject.isPlaceOnly { discourse.lastSpeaker = subject }
      } else if assigner.hasUnknownSpeaker(c) {
        discourse.lastSpeaker = nil
      }
    }
    for c in clauses.indices where clauses[c].kind == .main {
      if let subject = list(assigner.subject(of: c)).first(where: { !$0.isPlaceOnly }) {
        discourse.lastSubject = subject
        break
      }
    }
  }
}

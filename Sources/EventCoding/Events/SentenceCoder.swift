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

  private let words: ClosedWords
  private let phrases: [[Phrase]]
  private let sites: [EventSite]
  private let assigner: RoleAssigner
  private(set) var decisions: [TriggerDecision] = []
  /// Sites that tell no event of their own.
  private var isSilent: [Bool] = []

  init(
    tables: CoderTables, text: AnalyzedText, reading: SentenceReading, parties: [PartyMention],
    clauses: [Clause], groups: [VerbGroup], dates: [TemporalExpression], isSport: Bool
  ) {
    self.tables = tables
    self.text = text
    self.reading = reading
    self.parties = parties
    self.clauses = clauses
    self.groups = groups
    self.dates = dates
    self.isSport = isSport
    let language = CoderTables.index(text.language)
    let words = tables.words[language]
    self.words = words
    let parser = PhraseParser(
      text: text, reading: reading, parties: parties, words: words, governors: tables.governors[language],
      groups: groups)
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
      parties: parties, sites: sites, words: words, phrases: phrases)
  }

  // MARK: Decisions

  private func reject(_ site: EventSite, _ why: Rejection) {
    decisions.append(
      TriggerDecision(
        trigger: tables.lexicon.triggers[site.trigger].id, type: site.type, tokens: site.tokens, rejection: why))
  }

  /// Verbal acts: what they are about is no event of its own.
  private static let verbal: Set<EventType> = [
    .agree, .consult, .support, .concede, .request, .accuse, .reject, .threaten, .cooperate,
  ]

  private func phrase(of site: EventSite) -> Phrase? {
    phrases[site.clause].first { $0.tokens.overlaps(site.tokens) }
  }

  private func isBackground(_ site: EventSite) -> Bool {
    guard site.kind == .noun, let phrase = phrase(of: site), phrase.set.meets(.temporal), let marker = phrase.marker
    else { return false }
    // The marker governs the first noun, not one further on in the phrase.
    let between =
      text.language == .urdu
      ? site.tokens.upperBound ..<| marker.lowerBound : marker.upperBound ..<| site.tokens.lowerBound
    return between.count <= 4 && !between.contains { t in sites.contains { $0.tokens.contains(t) } }
  }

  private func isSuffering(_ site: EventSite) -> Bool {
    tables.triggers[site.trigger].frames[CoderTables.index(text.language)].recipient.contains(.subject)
      || site.passive && site.type == .assault
  }

  /// The events of the sentence. O(sites² + sites × parties).
  func code(_ discourse: inout Discourse) -> [CodedEvent] {
    guard !sites.isEmpty else { return [] }
    if isSport {
      for site in sites { reject(site, .sport) }
      return []
    }
    let roles = sites.map { assigner.roles($0) }
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
      finish(&event, n, merged)
      let evidence = Evidence(
        text: text, reading: reading, clause: clauses[event.site.clause], dates: dates,
        trigger: tables.triggers[event.site.trigger], isSuffering: isSuffering(event.site) || roles[n].passive,
        isRecalled: isRecalled(event))
      event.evidence = evidence.points(event)
      if let why = evidence.lacks(event) {
        reject(sites[n], why)
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
          trigger: tables.lexicon.triggers[event.site.trigger].id, type: event.site.type, tokens: event.site.tokens))
      out.append(event)
    }
    return out
  }

  // MARK: One event, not two

  private func joinSame(_ roles: [RoleAssigner.Roles], _ dropped: inout [Rejection?], _ merged: inout [Int?]) {
    for b in sites.indices {
      for a in sites.indices where a != b && dropped[a] == nil && dropped[b] == nil && sites[a].type == sites[b].type {
        let sameClause = sites[a].clause == sites[b].clause
        // The dead of an attack belong to the attack.
        if sites[a].type == .assault, isSuffering(sites[b]) || roles[b].passive,
          !isSuffering(sites[a]), !roles[a].passive,
          sameClause || isLinked(sites[a].clause, sites[b].clause), !isBackground(sites[b])
        {
          dropped[b] = .sameEvent
          merged[b] = a
          continue
        }
        guard sameClause, sites[b].kind == .noun, !isBackground(sites[b]) else { continue }
        // "The attacks led to the death of eleven": the attacks are the event.
        if sites[a].kind == .noun, isSuffering(sites[a]), !isSuffering(sites[b]) { continue }
        if sites[a].isVerbal {
          dropped[b] = .sameEvent
          merged[b] = a
        } else if a < b
          || roles[a].actors.count + roles[a].recipients.count > roles[b].actors.count + roles[b].recipients.count,
          !isBackground(sites[a]) || roles[b].actors.isEmpty,
          roles[b].actors.isEmpty || sites[a].type != .assault || roles[a].actors == roles[b].actors
        {
          dropped[b] = .sameEvent
          merged[b] = a
        }
      }
    }
  }

  /// The second clause hangs on the first: a relative, a participle, a result.
  private func isLinked(_ a: Int, _ b: Int) -> Bool {
    guard b > a else { return false }
    return clauses[b].parent == a || clauses[b].kind == .relative && b == a + 1
  }

  private func dropContents(_ roles: [RoleAssigner.Roles], _ dropped: inout [Rejection?]) {
    for n in sites.indices where dropped[n] == nil {
      let site = sites[n]
      let material = [EventType.assault, .protest, .coerce, .sanction].contains(site.type)
      if site.kind == .noun, !isBackground(site) {
        for h in sites.indices where h != n && sites[h].clause == site.clause && dropped[h] == nil {
          let head = sites[h]
          // What lies in the background is about nothing but its own phrase.
          if isBackground(head), phrase(of: head) != phrase(of: site) { continue }
          let governs: Bool
          if head.isVerbal {
            governs = text.language == .arabic ? head.tokens.lowerBound < site.tokens.lowerBound : true
          } else {
            governs = text.language == .urdu ? h > n : h < n
          }
          guard governs, SentenceCoder.verbal.contains(head.type) || head.isVerbal else { continue }
          if material, roles[n].ownAgent, [.accuse, .support, .consult, .assault].contains(head.type) { continue }
          dropped[n] = .content
          break
        }
      }
      if dropped[n] == nil, let parent = clauses[site.clause].parent,
        clauses[site.clause].kind == .complement || isControlled(site.clause)
      {
        for h in sites.indices where sites[h].clause == parent && sites[h].isVerbal && dropped[h] == nil {
          switch sites[h].type {
          case .request, .threaten, .reject: dropped[n] = .unreal
          case .accuse: dropped[n] = .content
          // "Decided to …": one decision.
          case .agree where isControlled(site.clause) || site.kind == .noun && !isBackground(site):
            dropped[n] = .content
          default: break
          }
        }
      }
    }
  }

  /// A clause in the subjunctive that the verb before it governs without a complementizer (تصمیم گرفت … پایان دهد).
  private func isControlled(_ clause: Int) -> Bool {
    guard text.language == .persian, let g = clauses[clause].groups.last else { return false }
    let features = groups[g].features
    return features.contains(.subjunctive) && !features.contains(.past)
      || features.contains(.participle) && features.isDisjoint(with: [.past, .present])
  }

  // MARK: Parties of an event

  private func list(_ indices: [Int]) -> [PartyMention] {
    var out: [PartyMention] = []
    for n in indices where parties[n].isKnown && !parties[n].isMedia {
      if !out.contains(where: { $0.isSame(as: parties[n]) }) { out.append(parties[n]) }
    }
    return out
  }

  private func event(
    _ n: Int, _ roles: [RoleAssigner.Roles], _ merged: [Int?], _ dropped: [Rejection?], _ discourse: Discourse,
    _ earlier: [CodedEvent]
  ) -> CodedEvent? {
    var site = sites[n]
    let trigger = tables.triggers[site.trigger]
    // Calling in the other's ambassador is a complaint, calling home one's own is breaking off.
    if site.type == .sanction, trigger.isRecall,
      roles[n].recipients.contains(where: { !parties[$0].isOwned && parties[$0].isPerson })
    {
      site.type = .accuse
    }
    var actors = list(roles[n].actors)
    // One's own ambassador is what is called home, not who is hit by it.
    var recipients = list(roles[n].recipients).filter { !$0.isOwned }
    var ownAgent = roles[n].ownAgent && !actors.isEmpty
    for (m, target) in merged.enumerated() where target == n {
      if actors.isEmpty {
        actors = list(roles[m].actors)
        ownAgent = !actors.isEmpty
      }
      if recipients.isEmpty {
        recipients = list(roles[m].recipients).filter { r in !actors.contains { $0.isSame(as: r) } }
      }
    }
    let frame = trigger.frames[CoderTables.index(text.language)]
    // An unsaid subject.
    if actors.isEmpty, site.isVerbal, !roles[n].passive, frame.agent.contains(.subject) {
      if site.features.contains(.firstPerson),
        let speaker = speaker(of: site.clause) ?? discourse.lastSpeaker ?? discourse.lastSubject
      {
        actors = [speaker]
      } else if !hasEventSubject(site) {
        actors = list(assigner.subjectOrInherited(site.clause).parties).filter { a in
          !a.isPlaceOnly && !recipients.contains { $0.isSame(as: a) }
        }
      }
    }
    if actors.isEmpty, site.kind == .noun, site.type != .assault, site.type != .protest, announces(site) {
      actors = list(assigner.subjectOrInherited(site.clause).parties).filter { a in
        !a.isPlaceOnly && !recipients.contains { $0.isSame(as: a) }
      }
      ownAgent = !actors.isEmpty
    }
    if actors.isEmpty, text.language == .arabic, site.kind == .noun, site.affixes.contains(.bi) {
      actors = list(assigner.subjectOrInherited(site.clause).parties).filter { !$0.isPlaceOnly }
      ownAgent = !actors.isEmpty
    }
    if actors.isEmpty, site.kind == .noun, isPossessed(site),
      let owner = mainSubject(site) ?? discourse.lastSubject.map({ [$0] })
    {
      actors = owner.filter { a in !recipients.contains { $0.isSame(as: a) } }
    }
    // "Decided to end the crisis with Iran": the other side stands in what was decided.
    if site.type == .agree, site.isVerbal, recipients.isEmpty, actors.distinctCountries < 2 {
      let other = partner(ofDecision: site, actors)
      if trigger.mutual, hasMutualWord(site) { actors += other } else { recipients = other }
    }
    let isMutual = trigger.mutual && !(site.type == .agree && !recipients.isEmpty) || isExchange(site)
    if isMutual { complete(&actors, &recipients, site, discourse) }
    // Talks of one side in the other's country: a visit.
    if trigger.mutual, site.type == .consult, actors.distinctCountries == 1,
      let mine = actors.first?.country,
      mine.utf8.count == 3, let host = place(site, actors, inSentence: false)?.country, host != mine
    {
      recipients = [alias(host, site)]
    }
    if actors.isEmpty, site.kind == .noun, site.type == .assault,
      recipients.isEmpty || isPlural(site) && site.affixes.contains(.definite) && discourse.attacks.count >= 2
    {
      recall(&actors, &recipients, site, discourse)
    }
    // Visiting and meeting in another country: its host is whom the verb's clause names besides.
    if trigger.mutual, site.isVerbal,
      site.type == .consult || site.type == .agree && site.features.contains(.future) || hasFuture(site),
      recipients.isEmpty, actors.distinctCountries == 1, let mine = actors.first?.country,
      mine.utf8.count == 3,
      let host = host(site, not: mine)
    {
      recipients = [host]
    }
    // What was condemned or answered is an attack told before: its attacker is meant.
    if recipients.allSatisfy(\.isPlaceOnly), [.accuse, .threaten, .reject].contains(site.type) {
      for m in sites.indices
      where m != n && sites[m].clause == site.clause && sites[m].kind == .noun && sites[m].type == .assault {
        let own = list(roles[m].actors)
        recipients = (own.isEmpty ? discourse.events[.assault]?.actors ?? [] : own).filter { r in
          !actors.contains { $0.country == r.country }
        }
      }
    }
    if recipients.isEmpty, site.type == .sanction, !actors.isEmpty {
      if let last = earlier.last(where: {
        $0.site.type == site.type && $0.actors.first?.country == actors.first?.country
      }) {
        recipients = last.recipients
      } else if discourse.isBilateral, let mine = actors.first?.country, discourse.dyad.contains(mine),
        let other = discourse.dyad.first(where: { $0 != mine })
      {
        recipients = [alias(other, site)]
      }
    }
    if recipients.isEmpty, site.type == .assault, let attacker = actors.first?.country, attacker.utf8.count == 3,
      let place = place(site, actors), let country = place.country, country != attacker
    {
      recipients = [alias(country, site)]
    }
    recipients.removeAll { r in
      r.isOwned
        || r.isPlaceOnly && (r.country == nil || site.type != .assault && site.type != .aid && site.type != .consult)
    }
    recipients = recipients.map { r in
      var r = r
      if r.isPlaceOnly { r.entity = nil; r.name = nil }
      return r
    }

    return CodedEvent(
      site: site, actors: actors, recipients: recipients, ownAgent: ownAgent,
      ownRecipient: roles[n].ownRecipient && !recipients.isEmpty, status: status(site, earlier),
      isBackground: isBackground(site), weight: trigger.weight)
  }

  private func hasFuture(_ site: EventSite) -> Bool {
    (site.verb ?? site.tokens).contains { words.future.contains(text.tokens[$0].hash) }
  }

  /// The other country of a visit: دیدار از X, X کا دورہ.
  private func host(_ site: EventSite, not mine: String) -> PartyMention? {
    for phrase in phrases[site.clause] where !phrase.set.has(.attribution) && !phrase.set.meets(.temporal) {
      for p in list(phrase.parties) where p.country?.utf8.count == 3 && p.country != mine && p.sector == nil {
        let at = p.tokens.upperBound
        if text.language == .urdu {
          if reading.tokens.contains(at), words.genitive.contains(text.tokens[at].hash),
            site.tokens.lowerBound - at <= 3
          {
            return p
          }
        } else if phrase.set.has(.from) || phrase.set.has(.to) {
          return p
        }
      }
    }
    return nil
  }

  /// The verb of the clause announces: its subject speaks of what it does itself.
  private func announces(_ site: EventSite) -> Bool {
    clauses[site.clause].groups.contains { groups[$0].isSpeech }
  }

  /// Parties that the clauses governed by a decision name with "with" or as the side whose ties are meant.
  private func partner(ofDecision site: EventSite, _ actors: [PartyMention]) -> [PartyMention] {
    let mine = Set(actors.compactMap(\.country))
    var at = [site.clause]
    for c in clauses.indices where c > site.clause && isControlled(c) {
      if let parent = clauses[c].parent, at.contains(parent) { at.append(c) }
    }
    guard at.count > 1 || hasMutualWord(site) else { return [] }
    for c in at {
      for phrase in phrases[c] where phrase.set.has(.with) {
        let found = list(phrase.parties).filter {
          $0.country?.utf8.count == 3 && !mine.contains($0.country!) && !$0.isPlaceOnly
        }
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  /// "With" or "together" in the decision itself.
  private func hasMutualWord(_ site: EventSite) -> Bool {
    phrases[site.clause].contains { $0.set.has(.with) && !$0.parties.isEmpty }
  }

  /// قصف متبادل, تبادل: each does it to the other.
  private func isExchange(_ site: EventSite) -> Bool {
    guard site.type == .assault || site.type == .accuse || site.type == .sanction else { return false }
    if let verb = site.verb, let v = reading.verb(at: verb.lowerBound),
      reading.verbs[v].light.contains(where: { tables.lexicon.lightVerbs[$0.index].id.hasSuffix("tabadal") })
    {
      return true
    }
    let near =
      max(reading.tokens.lowerBound, site.tokens.lowerBound - 2)
      ..<| min(reading.tokens.upperBound, site.tokens.upperBound + 4)
    return reading.markers.contains { $0.set.has(.reciprocal) && near.contains($0.tokens.lowerBound) }
  }

  /// "The attack", "the two attacks": those told before.
  private func recall(
    _ actors: inout [PartyMention], _ recipients: inout [PartyMention], _ site: EventSite, _ discourse: Discourse
  ) {
    guard text.language != .arabic || site.affixes.contains(.definite) else { return }
    let told = discourse.attacks
    guard let last = told.last else { return }
    if isPlural(site) {
      recipients = []
      for event in told.suffix(2) {
        for a in event.actors where !actors.contains(where: { $0.country == a.country && $0.entity == a.entity }) {
          actors.append(moved(a, site))
        }
      }
    } else {
      actors = last.actors.map { moved($0, site) }
      recipients = last.recipients.map { moved($0, site) }
    }
  }

  private func moved(_ party: PartyMention, _ site: EventSite) -> PartyMention {
    var p = party
    p.tokens = site.tokens
    p.isAlias = true
    return p
  }

  /// A dual or a plural by its ending.
  private func isPlural(_ site: EventSite) -> Bool {
    if site.affixes.contains(.plural) { return true }
    let codes = text.codes(text.tokens[site.tokens.lowerBound])
    let last = Array(codes.suffix(2))
    switch text.language {
    case .arabic:
      return [
        [LetterCode.alef, LetterCode.noon], [LetterCode.yeh, LetterCode.noon], [LetterCode.alef, LetterCode.teh],
      ].contains(last)
    case .persian: return last == [LetterCode.alef, LetterCode.teh] || last == [LetterCode.heh, LetterCode.alef]
    case .urdu: return last == [LetterCode.waw, LetterCode.noonGhunna]
    }
  }

  private func alias(_ country: String, _ site: EventSite) -> PartyMention {
    var party = PartyMention(tokens: site.tokens, country: country)
    party.isAlias = true
    return party
  }

  /// "The attack hit …": the subject is an event, its agent is not said.
  private func hasEventSubject(_ site: EventSite) -> Bool {
    guard let verb = site.verb else { return false }
    for phrase in phrases[site.clause]
    where phrase.marker == nil && phrase.tokens.upperBound <= verb.lowerBound
      || phrase.marker == nil && phrase.tokens.lowerBound == verb.upperBound
    {
      if sites.contains(where: {
        $0.kind == .noun && phrase.tokens.contains($0.tokens.lowerBound) && $0.tokens != site.tokens
      }) {
        return true
      }
    }
    return false
  }

  /// لقائه, حمله خود, اپنے حملے.
  private func isPossessed(_ site: EventSite) -> Bool {
    if site.affixes.contains(.pronoun) { return true }
    guard let own = ClosedWords.own[text.language] else { return false }
    let near =
      text.language == .urdu
      ? max(reading.tokens.lowerBound, site.tokens.lowerBound - 3) ..<| site.tokens.lowerBound
      : site.tokens.upperBound ..<| min(reading.tokens.upperBound, site.tokens.upperBound + 2)
    return near.contains { own.contains(text.tokens[$0].hash) }
  }

  /// The subject of the sentence's main predicate.
  private func mainSubject(_ site: EventSite) -> [PartyMention]? {
    let order = [site.clause] + clauses.indices.filter { $0 != site.clause }
    for c in order {
      let found = list(assigner.subject(of: c)).filter { !$0.isPlaceOnly }
      if !found.isEmpty { return found }
    }
    return nil
  }

  private func speaker(of clause: Int) -> PartyMention? {
    var at = clauses[clause].parent
    while let c = at {
      if clauses[c].groups.contains(where: { groups[$0].isSpeech }) {
        return list(assigner.subject(of: c)).first
      }
      at = clauses[c].parent
    }
    return nil
  }

  /// The missing side of a meeting or agreement: the subject of the clause, both sides of the story.
  private func complete(
    _ actors: inout [PartyMention], _ recipients: inout [PartyMention], _ site: EventSite, _ discourse: Discourse
  ) {
    actors.append(contentsOf: recipients.filter { r in !actors.contains { $0.isSame(as: r) } })
    recipients = []
    func sides() -> Int { actors.distinctCountries }
    guard sides() < 2 else { return }
    if site.isVerbal, site.features.contains(.firstPerson),
      let speaker = speaker(of: site.clause) ?? discourse.lastSpeaker ?? discourse.lastSubject,
      !actors.contains(where: { $0.country == speaker.country })
    {
      actors.insert(speaker, at: 0)
    } else {
      var subject = list(assigner.subject(of: site.clause))
      if subject.isEmpty { subject = list(assigner.subjectOrInherited(site.clause).parties) }
      if subject.isEmpty, actors.isEmpty, let main = mainSubject(site) { subject = main }
      for party in subject where !party.isPlaceOnly && !actors.contains(where: { $0.isSame(as: party) }) {
        actors.insert(party, at: 0)
      }
    }
    guard sides() < 2 else { return }
    let range = clauses[site.clause].ranges.first { $0.contains(site.tokens.lowerBound) } ?? site.tokens
    let scan = MarkerScan(reading: reading)
    let reciprocal =
      scan.any(.reciprocal, in: range) || scan.any(.we, in: range) || site.features.contains(.dual)
      || site.features.contains(.firstPerson)
    if reciprocal, discourse.dyad.count == 2, discourse.isBilateral || actors.isEmpty {
      let have = Set(actors.compactMap(\.country))
      if have.isEmpty || !have.isDisjoint(with: discourse.dyad) {
        for country in discourse.dyad where !have.contains(country) { actors.append(alias(country, site)) }
      }
    }
  }

  private func status(_ site: EventSite, _ earlier: [CodedEvent]) -> EventStatus {
    let reader = StatusReader(
      tables: tables, text: text, reading: reading, clauses: clauses, groups: groups, phrases: phrases, words: words)
    let own = reader.status(site)
    guard own == .occurred || own == .hypothetical, clauses[site.clause].kind == .complement,
      let parent = clauses[site.clause].parent
    else { return own }
    // What was agreed or promised is still to come.
    if sites.contains(where: { $0.clause == parent && $0.isVerbal && $0.type == .agree }) { return .planned }
    return own
  }

  /// A noun that only points back to an attack told before.
  private func isRecalled(_ event: CodedEvent) -> Bool {
    let all = event.actors + event.recipients
    return !all.isEmpty && event.site.kind == .noun && all.allSatisfy { $0.isAlias && $0.tokens == event.site.tokens }
  }

  // MARK: Attributes

  private func finish(_ event: inout CodedEvent, _ n: Int, _ merged: [Int?]) {
    let site = event.site
    let trigger = tables.triggers[site.trigger]
    let clause = clauses[site.clause]
    let range = clause.ranges.first { $0.contains(site.tokens.lowerBound) } ?? site.tokens
    // Lists of one or two: sets would cost more than they save.
    var modes: [String] = trigger.mode.map { [$0] } ?? []
    var contexts: [String] = []
    func add(_ name: String, to names: inout [String]) { if !names.contains(name) { names.append(name) } }
    for (m, target) in merged.enumerated() where target == n {
      if site.type == .assault, let mode = tables.triggers[sites[m].trigger].mode { add(mode, to: &modes) }
    }
    for context in trigger.contexts { add(context, to: &contexts) }
    let near =
      event.isBackground
      ? max(range.lowerBound, site.tokens.lowerBound - 2) ..<| min(range.upperBound, site.tokens.upperBound + 6) : range
    for marker in reading.markers {
      for entry in marker.entries {
        let word = tables.lexicon.markers[entry]
        if let mode = word.mode, word.modeType == site.type.rawValue, near.contains(marker.tokens.lowerBound) {
          add(mode, to: &modes)
        }
        if let context = word.context { add(context, to: &contexts) }
      }
    }
    for party in event.actors { for context in party.contexts { add(context, to: &contexts) } }
    for party in event.recipients { for context in party.contexts { add(context, to: &contexts) } }
    if site.type == .consult, trigger.mutual, !event.recipients.isEmpty { add("visit", to: &modes) }
    if modes.count > 1 { modes.sort() }
    if contexts.count > 1 { contexts.sort() }
    event.modes = modes
    event.contexts = contexts

    if [.assault, .coerce, .protest].contains(site.type), !event.isBackground || sites.count == 1 {
      let dateSpans = dates.map(\.tokens)
      let killers = sites.filter { $0.type == .assault && tables.triggers[$0.trigger].isKilling }.map(\.tokens)
      let reader = CasualtyReader(text: text, reading: reading, killers: killers)
      var counts = reader.read(clause.start ..<| clause.end, dates: dateSpans)
      if counts.isEmpty, site.type == .assault {
        for c in clauses.indices
        where isLinked(site.clause, c)
          || c == site.clause + 1
            && !sites.contains(where: { $0.clause == c && merged[sites.firstIndex(of: $0)!] == nil })
        {
          counts = reader.read(clauses[c].start ..<| clauses[c].end, dates: dateSpans)
          if !counts.isEmpty { break }
        }
      }
      if site.type == .coerce { counts.deaths = nil; counts.injured = nil }
      event.counts = counts
    }
    event.date = DateChooser(text: text, reading: reading, clauses: clauses, dates: dates).date(
      site, range: range, isBackground: event.isBackground)
    event.place = place(site, event.actors)
    event.attribution = attribution(site)
  }

  /// The place in the event's own clause, nearest to it; then in a clause of its sentence that tells no event of its
  /// own. From there the country of who acts is no place: no place is better than the agent's.
  private func place(
    _ site: EventSite, _ actors: [PartyMention], inSentence: Bool = true
  ) -> CodedEvent.PlaceMention? {
    let clause = clauses[site.clause]
    let own = actors.compactMap(\.country)
    func isCandidate(_ p: PartyMention, _ inClause: Bool) -> Bool {
      guard inClause == clause.contains(p.tokens.lowerBound) else { return false }
      // A town's police station is a place as well.
      let isTown = p.place != nil && (p.isPlaceOnly || p.sector == "COP" && !p.isPerson)
      guard isTown || p.country != nil && !p.isPerson && p.sector == nil && p.country!.utf8.count == 3 else {
        return false
      }
      if !inClause, let country = p.country, own.contains(country) { return false }
      return !belongsToAnother(p, than: site, inClause: inClause) && (isTown || isLocative(p))
    }
    func distance(_ p: PartyMention) -> Int {
      let d =
        p.tokens.lowerBound >= site.tokens.upperBound
        ? p.tokens.lowerBound - site.tokens.upperBound : site.tokens.lowerBound - p.tokens.upperBound
      return d * 2 + (p.place == nil ? 6 : 0)
    }
    for inClause in inSentence ? [true, false] : [true] {
      var best: (distance: Int, party: Int)?
      for n in parties.indices where isCandidate(parties[n], inClause) {
        let d = distance(parties[n])
        if d < best?.distance ?? .max { best = (d, n) }
      }
      if let n = best?.party {
        return .init(place: parties[n].place, country: parties[n].country, tokens: parties[n].tokens)
      }
    }
    return nil
  }

  /// An Arabic place follows what happened there: it belongs to the last event named before it. A Persian or Urdu one
  /// belongs to its own clause and, in it, to a background noun that it stands with.
  private func belongsToAnother(_ party: PartyMention, than site: EventSite, inClause: Bool) -> Bool {
    func anotherSite(_ matches: (EventSite) -> Bool) -> Bool {
      for n in sites.indices where matches(sites[n]) && !isSilent[n] && sites[n] != site { return true }
      return false
    }
    let at = party.tokens.lowerBound
    guard text.language == .arabic else {
      return inClause ? belongsToBackground(party, of: site) : anotherSite { clauses[$0.clause].contains(at) }
    }
    if at >= site.tokens.upperBound {
      let between = site.tokens.upperBound ..<| at
      return anotherSite { between.contains($0.tokens.lowerBound) && $0.type != site.type }
    }
    return anotherSite { $0.tokens.upperBound <= at }
  }

  /// "After the attack on a base at the border agreed …": the border is where the attack was. The place follows the
  /// noun in Persian and precedes it in Urdu, and no verb stands between.
  private func belongsToBackground(_ party: PartyMention, of site: EventSite) -> Bool {
    sites.contains { other in
      guard other != site, other.clause == site.clause, other.kind == .noun, isBackground(other) else { return false }
      let between =
        text.language == .urdu
        ? party.tokens.upperBound ..<| other.tokens.lowerBound : other.tokens.upperBound ..<| party.tokens.lowerBound
      let isOrdered =
        text.language == .urdu
        ? party.tokens.upperBound <= other.tokens.lowerBound : other.tokens.upperBound <= party.tokens.lowerBound
      guard isOrdered, between.count <= 12, !between.overlaps(site.tokens) else { return false }
      return !clauses[site.clause].groups.contains { groups[$0].tokens.overlaps(between) }
    }
  }

  /// در ایران, في باكستان, بشرق إيران, ایران میں.
  private func isLocative(_ party: PartyMention) -> Bool {
    if let e = reading.entity(at: party.tokens.lowerBound), reading.entities[e].affixes.contains(.bi) { return true }
    for list in phrases {
      if let phrase = list.first(where: { $0.tokens.contains(party.tokens.lowerBound) }) {
        guard let marker = phrase.marker,
          party.tokens.lowerBound - phrase.tokens.lowerBound <= 2 || text.language == .urdu,
          !ClosedWords.regime.contains(text.tokens[party.tokens.lowerBound].hash)
        else { return false }
        return phrase.set.has(.in) && !phrase.set.has(.agent)
          || reading.classes(at: marker.lowerBound).has(.in)
      }
    }
    return false
  }

  /// Who says so: the subject of the verb of speech above the clause.
  private func attribution(_ site: EventSite) -> Attribution? {
    var at: Int? = clauses[site.clause].kind == .complement ? clauses[site.clause].parent : nil
    while let c = at {
      if clauses[c].groups.contains(where: { groups[$0].isSpeech }) {
        guard let n = assigner.subject(of: c).first else { return nil }
        return source(parties[n])
      }
      at = clauses[c].kind == .complement ? clauses[c].parent : nil
    }
    for list in phrases {
      for phrase in list where phrase.set.has(.attribution) {
        if let n = phrase.parties.first { return source(parties[n]) }
      }
    }
    return nil
  }

  private func source(_ party: PartyMention) -> Attribution {
    let quote = text.quote(party.tokens)
    return Attribution(source: party.name ?? quote.text, country: party.country, quote: quote)
  }

  // MARK: For the next sentence

  /// The subject of the first main clause, and of the verb of speech.
  func remember(_ discourse: inout Discourse) {
    for n in parties.indices {
      if let place = parties[n].place,
        tables.lexicon.places[place].feature == .city || tables.lexicon.places[place].feature == .region
      {
        discourse.lastTown = place
      }
      if let first = parties[n].tokens.first, ClosedWords.regime.contains(text.tokens[first].hash),
        !parties[n].isAlias
      {
        discourse.lastRegime = parties[n]
      }
    }
    for c in clauses.indices where clauses[c].groups.contains(where: { groups[$0].isSpeech }) {
      let subject = assigner.subject(of: c).first { parties[$0].isKnown && !parties[$0].isMedia }
      if let subject, !parties[subject].isPlaceOnly { discourse.lastSpeaker = parties[subject] }
    }
    for c in clauses.indices where clauses[c].kind == .main {
      if let subject = list(assigner.subject(of: c)).first(where: { !$0.isPlaceOnly }) {
        discourse.lastSubject = subject
        break
      }
    }
  }
}

import ArabicScript
import Lexicons
import NewsEvents
import TemporalTagging

/// What an event's own frame leaves unsaid: unsaid subjects, hosts, both sides of a meeting, attacks told before.
extension SentenceCoder {
  func hasFuture(_ site: EventSite) -> Bool {
    (site.verb ?? site.tokens).contains { words.future.contains(text.tokens[$0].hash) }
  }

  /// The other country of a visit: دیدار از X, X کا دورہ.
  func host(_ site: EventSite, not mine: PartyCode) -> PartyMention? {
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

  /// Urdu: گرفتار ہوئے, with a subject and not in the passive.
  func isBecoming(_ site: EventSite) -> Bool {
    guard text.language == .urdu, site.passive, let group = site.group, let last = site.tokens.last else {
      return false
    }
    return ClosedWords.urduPredicates.contains(text.tokens[last].hash)
      && !groups[group].tokens.contains { ClosedWords.urduPassive.contains(text.tokens[$0].hash) }
  }

  /// Persian, Urdu: ۷۴ فلسطینی در حمله … زخمی شدند, the subject of a predicate of harm suffers the attack of its clause.
  func harmed(in site: EventSite) -> [PartyMention] {
    guard text.language != .arabic, let group = clauses[site.clause].groups.first else { return [] }
    let predicate = reading.classes(at: groups[group].tokens.lowerBound - 1)
    guard predicate.has(.injured) || predicate.has(.killed) else { return [] }
    return list(assigner.subject(of: site.clause)).filter {
      !$0.isPlaceOnly && $0.tokens.upperBound <= site.tokens.lowerBound
    }
  }

  /// The verb of the clause announces or denies: its subject speaks of what it does itself.
  func announces(_ site: EventSite) -> Bool {
    let clause = clauses[site.clause]
    return clause.groups.contains { groups[$0].isSpeech }
      || clause.ranges.contains { MarkerScan(reading: reading).any(.denied, in: $0) }
  }

  /// تهدید کردند حملات به اسرائیل را از سر می‌گیرند, هدد باستئناف هجماته على إسرائيل: who is threatened stands with the act.
  func threatened(by n: Int, _ roles: [RoleAssigner.Roles]) -> [PartyMention] {
    for m in sites.indices where m != n && SentenceCoder.deeds.contains(sites[m].type) {
      let isTold = sites[m].clause == sites[n].clause || isThreatened(sites[m])
      guard isTold, sites[m].tokens.lowerBound >= sites[n].tokens.lowerBound else { continue }
      let found = list(roles[m].recipients).filter { !$0.isPlaceOnly && ($0.country != nil || $0.entity != nil) }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The clause, or one it hangs on, says what somebody threatens to do.
  func isThreatened(_ site: EventSite) -> Bool {
    var at = site.clause
    for _ in 0..<3 {
      guard let parent = clauses[at].parent else { return false }
      if sites.contains(where: { $0.clause == parent && $0.type == .threaten && $0.isVerbal }) {
        return site.kind == .noun || status(site) != .occurred
      }
      at = parent
    }
    return false
  }

  /// پاکستان می‌گوید مواضع … را بمباران کرده است: a verb in the singular with an object and no subject is the speaker's.
  func isOfSpeaker(_ site: EventSite) -> Bool {
    text.language == .persian && !site.features.contains(.plural) && !site.passive
      && phrases[site.clause].contains { $0.isObject }
      && clauses[site.clause].parent.map { clauses[$0].groups.contains { groups[$0].isSpeech } } ?? false
  }

  /// مسئولیت حمله را پذیرفت, أعلنت مسؤوليتها عن الهجوم, تبنى الهجوم, حملے کی ذمہ داری قبول کی: who claims an attack made it.
  func claims(_ site: EventSite) -> Bool {
    guard site.type == .assault, site.kind == .noun else { return false }
    let before = max(reading.tokens.lowerBound, site.tokens.lowerBound - 3) ..<| site.tokens.lowerBound
    let after = site.tokens.upperBound ..<| min(reading.tokens.upperBound, site.tokens.upperBound + 4)
    switch text.language {
    case .persian:
      return before.contains { ClosedWords.persianResponsibility.contains(text.tokens[$0].hash) }
        && clauses[site.clause].groups.contains {
          groups[$0].tokens.contains { ClosedWords.persianTaking.contains(text.tokens[$0].hash) }
        }
    case .arabic:
      return before.contains { ClosedWords.arabicResponsibility.contains(text.tokens[$0].hash) }
        && clauses[site.clause].groups.contains { groups[$0].isSpeech || isAdopting(groups[$0]) }
    case .urdu:
      return after.contains { ClosedWords.urduResponsibility.contains(text.tokens[$0].hash) }
        && clauses[site.clause].groups.contains {
          let verb = groups[$0].tokens.lowerBound
          return reading.tokens.contains(verb - 1) && ClosedWords.urduAccepting.contains(text.tokens[verb - 1].hash)
            || ClosedWords.urduAccepting.contains(text.tokens[verb].hash)
        }
    }
  }

  private func isAdopting(_ group: VerbGroup) -> Bool {
    reading.verb(at: group.tokens.lowerBound).map {
      reading.verbs[$0].light.contains { tables.lexicon.lightVerbs[$0.index].id == "ar-tabanna" }
    } ?? false
  }

  /// "Denied having attacked": who denies is who would have done it.
  func deniesOwn(_ site: EventSite, _ status: EventStatus) -> Bool { status == .denied && isNominal(site) }

  /// ما وصفه بالتهديدات, ما أسمته بالعدوان: what somebody calls something is no event.
  func isLabel(_ site: EventSite) -> Bool {
    guard text.language == .arabic, site.kind == .noun, site.affixes.contains(.bi) else { return false }
    return (site.tokens.lowerBound - 2 ..<| site.tokens.lowerBound).contains {
      reading.tokens.contains($0) && ClosedWords.arabicCalling.contains(text.tokens[$0].hash)
    }
  }

  /// "Cooperation and coordination", "the dialogue": a noun of talk without a party of its own, which neither points back
  /// to talks told before nor says when they were.
  func isTalkWithoutParties(_ event: CodedEvent, _ discourse: Discourse) -> Bool {
    let site = event.site
    guard site.type == .consult, site.kind == .noun, !event.actors.isEmpty,
      (event.actors + event.recipients).allSatisfy({ $0.isAlias && $0.tokens == site.tokens })
    else { return false }
    if discourse.events[.consult] == nil { return event.recipients.isEmpty }
    return text.language == .arabic && !isPlacedInTime(site)
  }

  /// عقب الزيارة, المحادثات التي جرت أمس: after a word of time, or with a date in its clause.
  private func isPlacedInTime(_ site: EventSite) -> Bool {
    let clause = clauses[site.clause]
    if dates.contains(where: { date in clause.ranges.contains { $0.overlaps(date.tokens) } }) { return true }
    return (site.tokens.lowerBound - 2 ..<| site.tokens.lowerBound).contains {
      reading.tokens.contains($0) && reading.classes(at: $0).meets(.temporal)
    }
  }

  /// سفير كان في زيارة لبلده: who goes to his own country visits nobody.
  func isHomecoming(_ event: CodedEvent) -> Bool {
    let site = event.site
    guard text.language == .arabic, site.type == .consult,
      let mine = event.actors.first?.country, event.actors.distinctCountries == 1
    else { return false }
    return parties.contains {
      $0.isAlias && $0.country == mine && $0.tokens.lowerBound >= site.tokens.upperBound
        && $0.tokens.lowerBound - site.tokens.upperBound <= 2
    }
  }

  /// A noun, or an Arabic light verb that is a verbal noun itself (نفت إيران شن هجوم).
  func isNominal(_ site: EventSite) -> Bool {
    !site.isVerbal || text.language == .arabic && site.kind == .light && site.group == nil
  }

  /// نفت روسيا قصف أوكرانيا, يواصل الجيش قصف المدينة: the subject of a verb of denying, intending or going on is who acts,
  /// and the genitive of its object is whom it hits.
  func governingSubject(_ site: EventSite, _ status: EventStatus, _ actors: [PartyMention]) -> [PartyMention] {
    guard text.language == .arabic, isNominal(site), status == .denied || status == .ongoing || status == .planned,
      !tables.triggers[site.trigger].mutual
    else { return [] }
    return list(assigner.subject(of: site.clause)).filter { s in
      !s.isPlaceOnly && s.tokens.upperBound <= site.tokens.lowerBound && !actors.contains { $0.isSame(as: s) }
    }
  }

  /// تعتزم قطر تقديم مساعدات: who plans it is who will do it.
  func isIntended(_ site: EventSite, _ status: EventStatus) -> Bool {
    text.language == .arabic && (status == .planned || status == .ongoing) && isNominal(site)
  }

  /// Parties that the clauses governed by a decision name with "with" or as the side whose ties are meant.
  func partner(ofDecision site: EventSite, _ actors: [PartyMention]) -> [PartyMention] {
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
  func hasMutualWord(_ site: EventSite) -> Bool {
    phrases[site.clause].contains { $0.set.has(.with) && !$0.parties.isEmpty }
  }

  /// قصف متبادل, تبادل: each does it to the other.
  func isExchange(_ site: EventSite) -> Bool {
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
  func recall(
    _ actors: inout [PartyMention], _ recipients: inout [PartyMention], _ site: EventSite, _ discourse: Discourse
  ) {
    guard text.language != .arabic || site.affixes.contains(.definite) else { return }
    // What police and army do to an attacker at home is no attack to come back to.
    let told =
      text.language == .arabic
      ? discourse.attacks
      : discourse.attacks.filter { attack in
        !attack.actors.allSatisfy { actor in
          actor.sector == "COP" || actor.sector == "MIL" && attack.recipients.allSatisfy { $0.country == actor.country }
        }
      }
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

  func moved(_ party: PartyMention, _ site: EventSite) -> PartyMention {
    var p = party
    p.tokens = site.tokens
    p.isAlias = true
    return p
  }

  /// A dual or a plural by its ending.
  func isPlural(_ site: EventSite) -> Bool {
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

  func alias(_ country: PartyCode, _ site: EventSite) -> PartyMention {
    var party = PartyMention(tokens: site.tokens, country: country)
    party.isAlias = true
    return party
  }

  /// "The attack hit …": the subject is an event, its agent is not said.
  func hasEventSubject(_ site: EventSite) -> Bool {
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
  func isPossessed(_ site: EventSite) -> Bool {
    if site.affixes.contains(.pronoun) { return true }
    guard let own = ClosedWords.own[text.language] else { return false }
    let near =
      text.language == .urdu
      ? max(reading.tokens.lowerBound, site.tokens.lowerBound - 3) ..<| site.tokens.lowerBound
      : site.tokens.upperBound ..<| min(reading.tokens.upperBound, site.tokens.upperBound + 2)
    return near.contains { own.contains(text.tokens[$0].hash) }
  }

  /// The subject of the sentence's main predicate.
  func mainSubject(_ site: EventSite) -> [PartyMention]? {
    let order = [site.clause] + clauses.indices.filter { $0 != site.clause }
    for c in order {
      let found = list(assigner.subject(of: c)).filter { !$0.isPlaceOnly }
      if !found.isEmpty { return found }
    }
    return nil
  }

  func speaker(of clause: Int) -> PartyMention? {
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
  func complete(
    _ actors: inout [PartyMention], _ recipients: inout [PartyMention], _ site: EventSite, _ discourse: Discourse
  ) {
    actors.append(contentsOf: recipients.filter { r in !actors.contains { $0.isSame(as: r) } })
    recipients = []
    func sides() -> Int { actors.distinctCountries }
    guard sides() < 2 else { return }
    if site.isVerbal, site.features.contains(.firstPerson),
      let speaker = speaker(of: site.clause) ?? discourse.lastSpeaker,
      !actors.contains(where: { $0.country == speaker.country })
    {
      actors.insert(speaker, at: 0)
    } else {
      if site.type == .assault, !site.isVerbal {
        // "The spokesman told of clashes": who speaks does not fight.
        if clauses[site.clause].groups.contains(where: { groups[$0].isSpeech }) { return }
        // أزمة ناجمة عن الحرب الروسية: the war is Russia's, whoever is the subject of the clause.
        if !actors.isEmpty, actors.allSatisfy({ $0.isAdjective && !$0.isAlias }) { return }
      }
      // The summit of an organisation is its members'.
      if text.language != .arabic, !site.isVerbal,
        actors.contains(where: { ["IGO", "UNO"].contains($0.country ?? "") })
      {
        return
      }
      var subject = list(assigner.subject(of: site.clause))
      if subject.isEmpty { subject = list(assigner.subjectOrInherited(site.clause).parties) }
      if subject.isEmpty, actors.isEmpty, text.language == .arabic || site.isVerbal || isPossessed(site),
        let main = mainSubject(site)
      {
        subject = main
      }
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
}

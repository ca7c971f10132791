import ArabicScript
import Lexicons
import NewsEvents
import TemporalTagging

/// The parties of one event: the frame's, then those that the sentence and the story supply.
extension SentenceCoder {
  func list(_ indices: [Int]) -> [PartyMention] {
    guard !indices.isEmpty else { return [] }
    var out: [PartyMention] = []
    out.reserveCapacity(indices.count)
    for n in indices where parties[n].isKnown && !parties[n].isMedia {
      if !out.contains(where: { $0.isSame(as: parties[n]) }) { out.append(parties[n]) }
    }
    return out
  }

  /// محاصره, حصار, حاصر: in the letters of each language alike.
  private func isSiege(_ site: EventSite) -> Bool {
    typealias L = LetterCode
    return site.tokens.contains { token in
      let codes = Array(text.codes(text.tokens[token]))
      return codes.indices.contains {
        codes[$0...].starts(with: [L.hah, L.alef, L.sad, L.reh])
          || codes[$0...].starts(with: [L.hah, L.sad, L.alef, L.reh])
      }
    }
  }

  private func isForeign(_ party: PartyMention, to others: [PartyMention]) -> Bool {
    guard let country = party.country, PartyMention.isState(country) else { return false }
    return others.contains { $0.country.map { PartyMention.isState($0) && $0 != country } ?? false }
  }

  func event(
    _ n: Int, _ roles: [RoleAssigner.Roles], _ merged: [Int?], _ dropped: [Rejection?], _ discourse: Discourse,
    _ earlier: [CodedEvent]
  ) -> CodedEvent? {
    var site = sites[n]
    var own = roles[n]
    let trigger = tables.triggers[site.trigger]
    // Calling in the other's ambassador is a complaint, calling home one's own is breaking off.
    if site.type == .sanction, trigger.isRecall,
      roles[n].recipients.contains(where: { !parties[$0].isOwned && parties[$0].isPerson })
    {
      site.type = .accuse
    }
    var actors = list(roles[n].actors)
    // ایران کی کمپنیوں پر پابندی عائد کی: what one country forbids another's is a sanction.
    if site.type == .coerce, trigger.mode == "restrict", site.isVerbal, !isSiege(site) {
      if own.recipients.isEmpty { own.recipients = assigner.restricted(by: site) }
      if list(own.recipients).contains(where: { hit in isForeign(hit, to: actors) }) {
        site.type = .sanction
      } else {
        own.recipients = roles[n].recipients
      }
    }
    // One's own ambassador is what is called home, not who is hit by it.
    var recipients = list(own.recipients).filter { !$0.isOwned }
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
    // اندلعت أعمال شغب خلال مظاهرة نظمها محتجون: who demonstrates is who riots.
    if actors.isEmpty, site.type == .protest, text.language == .arabic {
      actors =
        sites.indices.lazy.filter { $0 != n && self.sites[$0].type == .protest }
        .map { self.list(roles[$0].actors) }.first { !$0.isEmpty } ?? []
    }
    let frame = trigger.frames[CoderTables.index(text.language)]
    // Asked for up to six times.
    var known: EventStatus?
    func status() -> EventStatus {
      if let known { return known }
      let read = self.status(site)
      known = read
      return read
    }
    if recipients.isEmpty, site.type == .reject, text.language == .urdu, !actors.isEmpty {
      recipients = list(assigner.beside(site)).filter { r in !actors.contains { $0.isSame(as: r) } }
    }
    // غارة أميركية: strikes from the air and with heavy weapons are the military's.
    if text.language == .arabic, site.type == .assault, trigger.contexts.contains("military"),
      trigger.mode == "aerial" || trigger.mode == "heavy-weapons"
    {
      for i in actors.indices
      where actors[i].isAdjective && actors[i].sector == nil && actors[i].country?.utf8.count == 3 {
        actors[i].sector = "MIL"
        actors[i].entity = nil
      }
    }
    // An unsaid subject.
    if actors.isEmpty, !isNominal(site), !roles[n].passive, frame.agent.contains(.subject),
      !assigner.isWitnessed(site), !assigner.isSpokenOf(site)
    {
      if site.features.contains(.firstPerson),
        let speaker = speaker(of: site.clause) ?? discourse.lastSpeaker
      {
        actors = [speaker]
      } else if !hasEventSubject(site) {
        let isDeed =
          text.language != .arabic && SentenceCoder.deeds.contains(site.type) && !isOfSpeaker(site)
        var found = assigner.subjectOrInherited(site.clause, exceptSpeakers: isDeed)
        // استاد گفت: … به صدام کمک می‌کردند: several do what the verb says, not the one who speaks.
        if text.language == .persian, !found.own, site.features.contains(.plural), found.parties.count == 1,
          found.parties.allSatisfy({ parties[$0].isPerson })
        {
          found.parties = []
        }
        actors = list(found.parties).filter { a in
          !a.isPlaceOnly && !recipients.contains { $0.isSame(as: a) }
            // The victims of the clause before attack nobody in this one.
            && (found.own || text.language == .arabic || site.type != .assault || a.sector != "CVL")
        }
      }
    }
    // لاہور میں اترتے ہی گرفتار ہوئے: who was named before suffers it.
    if recipients.isEmpty, actors.isEmpty, isBecoming(site) {
      recipients = list(assigner.subjectOrInherited(site.clause).parties).filter { !$0.isPlaceOnly }
    }
    if recipients.isEmpty, !actors.isEmpty {
      let subject = governingSubject(site, status(), actors)
      if !subject.isEmpty, frame.agent.contains(.genitive) {
        recipients = actors
        actors = subject
      }
    }
    if actors.isEmpty, isNominal(site),
      site.type != .assault && site.type != .protest && announces(site)
        && !(text.language != .arabic && site.type == .coerce && isBackground(site))
        || deniesOwn(site, status())
        || isIntended(site, status())
    {
      actors = list(assigner.subjectOrInherited(site.clause).parties).filter { a in
        !a.isPlaceOnly && !recipients.contains { $0.isSame(as: a) }
      }
      ownAgent = !actors.isEmpty
    }
    // قام بقصف; not أدانت قتله برصاص الجيش: who condemns has done nothing, nor who is killed.
    if actors.isEmpty, text.language == .arabic, site.kind == .noun, site.affixes.contains(.bi),
      !sites.contains(where: {
        $0.clause == site.clause && $0.isVerbal
          && (SentenceCoder.verbal.contains($0.type) || $0.type == .assault && $0.kind == .verb)
      })
    {
      actors = list(assigner.subjectOrInherited(site.clause).parties).filter { !$0.isPlaceOnly }
      ownAgent = !actors.isEmpty
    }
    if actors.isEmpty, site.kind == .noun, isPossessed(site),
      let owner = mainSubject(site) ?? discourse.lastSubject.map({ [$0] })
    {
      actors = owner.filter { a in !recipients.contains { $0.isSame(as: a) } }
      // تواصل إسرائيل هجومها: the owner is the subject of the noun's own clause.
      if text.language == .arabic, !actors.isEmpty, status() == .ongoing { ownAgent = true }
    }
    // "Decided to end the crisis with Iran": the other side stands in what was decided.
    if site.type == .agree, site.isVerbal, recipients.isEmpty, actors.distinctCountries < 2 {
      let other = partner(ofDecision: site, actors)
      if trigger.mutual, hasMutualWord(site) { actors += other } else { recipients = other }
    }
    let isMutual = trigger.mutual && !(site.type == .agree && !recipients.isEmpty) || isExchange(site)
    if isMutual {
      complete(&actors, &recipients, site, discourse)
      // In an exchange each side is named as the agent.
      if isExchange(site), actors.distinctCountries >= 2 { ownAgent = true }
    }
    if site.type == .threaten, recipients.isEmpty, !actors.isEmpty {
      recipients = threatened(by: n, roles).filter { r in !actors.contains { $0.isSame(as: r) } }
    }
    if actors.isEmpty || !ownAgent, claims(site) {
      let claimants = list(assigner.subjectOrInherited(site.clause).parties).filter { !$0.isPlaceOnly }
      if !claimants.isEmpty {
        actors = claimants
        ownAgent = true
        recipients.removeAll { r in actors.contains { $0.isSame(as: r) } }
      }
    }
    // Talks of one side in the other's country: a visit.
    if trigger.mutual, site.type == .consult, actors.distinctCountries == 1,
      let mine = actors.first?.country,
      PartyMention.isState(mine), let host = place(site, actors, inSentence: false)?.country, host != mine
    {
      recipients = [alias(host, site)]
    }
    if actors.isEmpty, site.kind == .noun, site.type == .assault,
      recipients.isEmpty || isPlural(site) && site.affixes.contains(.definite) && discourse.attacks.count >= 2
    {
      recall(&actors, &recipients, site, discourse)
    }
    if recipients.isEmpty, site.type == .assault, site.kind == .noun {
      recipients = harmed(in: site).filter { r in !actors.contains { $0.isSame(as: r) } }
    }
    // عقب الزيارة: "the" visit is the one told before.
    if text.language == .arabic, site.type == .consult, site.kind == .noun, site.affixes.contains(.definite),
      recipients.isEmpty, !ownAgent || actors.distinctCountries < 2, let told = discourse.events[.consult]
    {
      actors = told.actors.map { moved($0, site) }
      recipients = told.recipients.map { moved($0, site) }
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
    // درخواست آمریکا را رد کرد: whose request or offer was refused.
    if recipients.isEmpty, site.type == .reject {
      let refused = sites.indices.first { m in
        m != n && sites[m].clause == site.clause && sites[m].kind == .noun && dropped[m] == .content
          && SentenceCoder.verbal.contains(sites[m].type)
      }
      recipients = list(refused.map { roles[$0].actors } ?? []).filter { r in !actors.contains { $0.isSame(as: r) } }
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
    if recipients.isEmpty, site.type == .assault, text.language == .arabic || actors.distinctCountries < 2,
      let attacker = actors.first?.country, attacker.utf8.count == 3,
      let place = place(site, actors), let country = place.country, country != attacker
    {
      var hit = alias(country, site)
      hit.tokens = place.tokens
      recipients = [hit]
    }
    recipients.removeAll { r in
      r.isOwned
        || r.isPlaceOnly && (r.country == nil || site.type != .assault && site.type != .aid && site.type != .consult)
    }
    recipients = recipients.map { r in
      var r = r
      if r.isPlaceOnly { r.entity = nil }
      return r
    }

    // عشرة قتلى باستهداف حافلة: the dead attack nobody.
    if site.type == .assault {
      actors.removeAll { party in
        guard let first = party.tokens.first, reading.tokens.contains(first), !party.isAlias else { return false }
        return reading.classes(at: first).has(.killed) || reading.classes(at: first).has(.injured)
      }
    }
    // A party that would do it to itself alone was resolved wrongly.
    if text.language != .arabic, recipients.allSatisfy({ r in actors.contains { $0.isSame(as: r) } }) {
      recipients = []
    }

    return CodedEvent(
      site: site, actors: actors, recipients: recipients, ownAgent: ownAgent,
      ownRecipient: roles[n].ownRecipient && !recipients.isEmpty, status: status(),
      isBackground: isBackground(site), weight: trigger.weight)
  }
}

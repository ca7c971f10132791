import ArabicScript
import Lexicons
import NewsEvents

/// The positions of a frame and the parties that stand there.
extension RoleAssigner {
  /// Tokens in which an event's own parties stand.
  func scope(_ site: EventSite) -> Range<Int> {
    let clause = clauses[site.clause]
    guard let range = clause.ranges.first(where: { $0.contains(site.tokens.lowerBound) }) else { return site.tokens }
    if site.isVerbal { return clause.start ..<| clause.end }
    if text.language == .urdu {
      var start = range.lowerBound
      for phrase in phrases[site.clause] where phrase.tokens.upperBound <= site.tokens.lowerBound {
        // The agent of the main verb and what another event owns stay outside.
        if phrase.literal.count == 1, words.ergative.contains(phrase.literal.first) {
          start = max(start, phrase.marker!.upperBound)
        }
        if phrase.set.meets(.temporal), !phrase.set.has(.cause) {
          start = max(start, phrase.marker?.upperBound ?? start)
        }
      }
      for other in sites
      where other.tokens.upperBound <= site.tokens.lowerBound && range.contains(other.tokens.lowerBound)
        && other.kind != .noun
      {
        start = max(start, other.tokens.upperBound)
      }
      return min(start, site.tokens.lowerBound) ..<| site.tokens.upperBound
    }
    var end = range.upperBound
    for other in sites where other.tokens.lowerBound >= site.tokens.upperBound && other.tokens.lowerBound < end {
      end = other.tokens.lowerBound
    }
    for g in clause.groups where groups[g].tokens.lowerBound >= site.tokens.upperBound {
      end = min(end, groups[g].tokens.lowerBound)
    }
    for phrase in phrases[site.clause] where phrase.tokens.lowerBound > site.tokens.upperBound {
      if phrase.set.meets(.temporal), phrase.marker != nil { end = min(end, phrase.marker!.lowerBound) }
    }
    return site.tokens.lowerBound ..<| max(end, site.tokens.upperBound)
  }

  func fill(_ slot: Slot, _ site: EventSite, _ scope: Range<Int>) -> [Int] {
    switch slot {
    case .subject:
      guard site.isVerbal, !isSpokenOf(site) else { return [] }
      // إثر شن إيران هجوما: the light verb is a noun, its subject stands in the genitive.
      if text.language == .arabic, site.kind == .light, site.group == nil, let verb = site.verb {
        guard let phrase = phrases[site.clause].first(where: { $0.tokens.contains(verb.upperBound) }) else { return [] }
        let found = head(of: phrase, from: verb.upperBound)
        return found.first.map { parties[$0].tokens.lowerBound - verb.upperBound <= 2 } == true ? found : []
      }
      return subject(of: site.clause)
    case .object:
      return site.isVerbal ? object(site) : []
    case .genitive:
      return site.kind == .verb && text.language == .arabic || isOwnedByPronoun(site) || endsInPreposition(site)
        ? [] : genitive(site, scope)
    case .adjective:
      return site.kind == .verb && text.language == .arabic || isOwnedByPronoun(site) ? [] : adjective(site, scope)
    case .marker(let literal):
      return marked(literal, site, scope)
    case .clitic(let affix):
      for (n, party) in parties.enumerated() where scope.contains(party.tokens.lowerBound) {
        guard let e = reading.entity(at: party.tokens.lowerBound) else { continue }
        if reading.entities[e].affixes.contains(affix),
          party.tokens.lowerBound >= site.tokens.upperBound || site.isVerbal
        {
          return phrases[site.clause].first { $0.parties.contains(n) }.map { coordinated(n, in: $0) } ?? [n]
        }
      }
      return []
    }
  }

  /// أدانت تونس اغتيال … برصاص الجيش: a phrase of violence in what a verb condemns, asks for or supports.
  func isSpokenOf(_ site: EventSite) -> Bool {
    text.language == .arabic && site.kind == .form
      && sites.contains {
        $0.clause == site.clause && $0.kind == .verb && $0.type != site.type && SentenceCoder.verbal.contains($0.type)
          && $0.tokens.lowerBound < site.tokens.lowerBound
      }
  }

  /// دعمها للخطة, رفضهم العرض: the pronoun fills the place of the noun's owner.
  private func isOwnedByPronoun(_ site: EventSite) -> Bool {
    text.language == .arabic && site.kind == .noun && site.affixes.contains(.pronoun)
      && !tables.triggers[site.trigger].mutual
  }

  /// طلبت من السكان: what the phrase's own preposition governs is no owner.
  private func endsInPreposition(_ site: EventSite) -> Bool {
    guard text.language == .arabic, site.kind == .form, site.tokens.count > 1, let last = site.tokens.last else {
      return false
    }
    return ClosedWords.arabicVerbParticles.contains(text.tokens[last].hash)
  }

  /// غارة نفذها الجيش على …: whom the clause about an event's noun names behind the noun's own prepositions.
  func target(of site: EventSite, in clause: Int) -> [Int] {
    var described = site
    described.clause = clause
    let scope = clauses[clause].start ..<| clauses[clause].end
    for case .marker(let literal) in tables.triggers[site.trigger].frames[language].recipient {
      let found = marked(literal, described, scope)
      if !found.isEmpty { return found }
    }
    return []
  }

  func object(_ site: EventSite) -> [Int] {
    let list = phrases[site.clause]
    let subject = Set(subject(of: site.clause))
    switch text.language {
    case .persian:
      for (n, phrase) in list.enumerated() where phrase.isObject {
        // سفیر ایران در مادرید را: the head stands before the prepositions.
        var at = n
        while at > 0, list[at].marker != nil, list[at - 1].tokens.upperBound == list[at].marker!.lowerBound { at -= 1 }
        if at < n, list[at].marker == nil {
          let found = head(of: list[at], skipping: subject)
          if !found.isEmpty { return found }
        }
        // علیه شرکت … دارایی‌های ایران را: what stands next to را is the object, not what the preposition governs.
        if phrase.marker != nil, phrase.parties.count >= 2, let last = phrase.parties.last,
          parties[last].tokens.lowerBound - phrase.tokens.lowerBound >= 3, !subject.contains(last)
        {
          return [last]
        }
        return head(of: phrase, skipping: subject, rejected: site)
      }
      guard let verb = site.verb?.lowerBound else { return [] }
      for phrase in list.reversed() where phrase.marker == nil && phrase.tokens.upperBound <= verb {
        let found = head(of: phrase, skipping: subject)
        if !found.isEmpty { return found }
      }
      return []
    case .arabic:
      guard let verb = site.verb ?? Optional(site.tokens) else { return [] }
      if hasObjectPronoun(verb) { return pronounObject(site.clause, verb) }
      guard let after = list.first(where: { $0.tokens.lowerBound == verb.upperBound && $0.marker == nil }) else {
        return []
      }
      // The first noun after the verb is the subject when nothing before it is.
      let taken = after.parties.filter { subject.contains($0) }
      let found = head(
        of: after, from: taken.last.map { parties[$0].tokens.upperBound }, skipping: subject, rejected: site)
      if !found.isEmpty || taken.isEmpty { return found }
      // ناشد غوتيريش، الذي زار موسكو، روسيا …: a relative clause stands between subject and object.
      let resumed = list.first {
        $0.marker == nil && $0.tokens.lowerBound > after.tokens.upperBound && !$0.parties.isEmpty
          && text.tokens[$0.tokens.lowerBound - 1].isMark(UInt8(ascii: ","))
      }
      guard let resumed, let first = resumed.parties.first,
        parties[first].tokens.lowerBound == resumed.tokens.lowerBound
      else { return afterPreposition(site, subject) }
      return head(of: resumed, skipping: subject)
    case .urdu:
      for phrase in list where phrase.marker == nil {
        let found = headLast(of: phrase).filter { !subject.contains($0) }
        if !found.isEmpty { return found }
      }
      return []
    }
  }

  /// Arabic: اتهم الوزير أمام البرلمان إيران بـ…, دعا في اتصال مع نتنياهو إسرائيل إلى …: a country right after what a
  /// preposition governs, when that is definite or a name and can have no genitive.
  private func afterPreposition(_ site: EventSite, _ subject: Set<Int>) -> [Int] {
    guard let verb = site.verb, SentenceCoder.verbal.contains(site.type) else { return [] }
    for phrase in phrases[site.clause] where phrase.marker != nil && phrase.tokens.lowerBound > verb.lowerBound {
      for (first, second) in zip(phrase.parties, phrase.parties.dropFirst()) {
        guard parties[second].isCountryItself, !parties[second].isAdjective, !subject.contains(second),
          parties[second].tokens.lowerBound == parties[first].tokens.upperBound, let last = parties[first].tokens.last,
          parties[first].entity != nil
            || text.codes(text.tokens[last]).starts(with: [LetterCode.alef, LetterCode.lam])
        else { continue }
        return [second]
      }
    }
    return []
  }

  func genitive(_ site: EventSite, _ scope: Range<Int>) -> [Int] {
    let noun = site.tokens
    if text.language == .urdu {
      // The nearest party with کا, کے, کی after it; what the noun governs with another postposition may stand between.
      for p in parties.indices.reversed()
      where parties[p].tokens.upperBound <= noun.lowerBound && scope.contains(parties[p].tokens.lowerBound)
        && !parties[p].isMedia
      {
        let gap = parties[p].tokens.upperBound ..<| noun.lowerBound
        guard let first = gap.first, gap.count <= 12, words.genitive.contains(text.tokens[first].hash) else { continue }
        // X کے درمیان, X کے خلاف: the genitive belongs to a postposition.
        if reading.classes(at: first).meets(.adposition) { continue }
        if gap.contains(where: { t in
          text.tokens[t].kind == .mark || words.ergative.contains(text.tokens[t].hash)
            || groups.contains { $0.tokens.contains(t) } || sites.contains { $0.tokens.contains(t) }
        }) {
          break
        }
        // ڈھاکہ کے ہوائی اڈے پر حراست: a town with its airport is where it happened.
        if parties[p].place != nil,
          gap.contains(where: { reading.classes(at: $0).has(.on) || reading.classes(at: $0).has(.in) }),
          !parties.contains(where: { gap.contains($0.tokens.lowerBound) })
        {
          continue
        }
        // فورسز کی لبنان کے علاقوں پر بمباری: the owner of what is hit stands within the phrase of پر.
        if hitsWhatIsOwned(gap, site) { continue }
        // اسرائیل کے سفارت خانوں پر حملے: what is hit is theirs.
        if site.type == .assault, gap.contains(where: { ClosedWords.urduOwned.contains(text.tokens[$0].hash) }),
          gap.contains(where: { reading.classes(at: $0).has(.on) })
        {
          break
        }
        guard let phrase = phrases[site.clause].first(where: { $0.parties.contains(p) }) else { return [p] }
        return before(p, in: phrase)
      }
      return []
    }
    // اجلاس سران سازمان …, خروج نیروهای آمریکایی: the party's first word may be one of the event's last.
    guard
      let p = parties.indices.first(where: {
        parties[$0].tokens.lowerBound >= noun.upperBound
          || (text.language == .persian || site.type == .retreat)
            && parties[$0].tokens.lowerBound > noun.lowerBound && parties[$0].tokens.upperBound >= noun.upperBound
      }),
      scope.contains(parties[p].tokens.lowerBound), !parties[p].isMedia
    else { return [] }
    // مقتل ثلاثة من رجال الشرطة: "of" after a quantity parts nothing.
    let gap = min(afterQuantity(noun.upperBound), parties[p].tokens.lowerBound) ..<| parties[p].tokens.lowerBound
    guard gap.count <= 4, !gap.contains(where: { isBoundary($0) }) else { return [] }
    if let e = reading.entity(at: parties[p].tokens.lowerBound),
      !reading.entities[e].affixes.isDisjoint(with: [.bi, .li, .and])
    {
      return []
    }
    guard let phrase = phrases[site.clause].first(where: { $0.parties.contains(p) }) else { return [p] }
    return coordinated(p, in: phrase)
  }

  /// Urdu: nothing but nouns of things between the genitive and the پر or کو that the event governs.
  private func hitsWhatIsOwned(_ gap: Range<Int>, _ site: EventSite) -> Bool {
    guard site.type == .assault,
      let on = gap.first(where: { reading.classes(at: $0).has(.on) || words.accusative.contains(text.tokens[$0].hash) })
    else { return false }
    let owned = gap.lowerBound + 1 ..<| on
    return !owned.isEmpty && owned.contains { reading.entity(at: $0) == nil }
      && !parties.contains { owned.contains($0.tokens.lowerBound) && $0.place == nil }
  }

  /// Urdu: a party and those coordinated before it.
  func before(_ last: Int, in phrase: Phrase) -> [Int] {
    var out = [last]
    for p in phrase.parties.reversed() where p < last {
      let gap = parties[p].tokens.upperBound ..<| max(parties[p].tokens.upperBound, parties[out[0]].tokens.lowerBound)
      guard parties[out[0]].sharesWords || isAnd(gap, out[0]) else { break }
      out.insert(p, at: 0)
    }
    return out.filter { !parties[$0].isPlaceOnly }
  }

  func isBoundary(_ token: Int) -> Bool {
    text.tokens[token].kind == .mark
      || text.language == .persian && ClosedWords.persianParting.contains(text.tokens[token].hash)
      || reading.classes(at: token).meets(.adposition)
      || words.complementizer.contains(text.tokens[token].hash) || words.relative.contains(text.tokens[token].hash)
      || words.and.contains(text.tokens[token].hash)
      || groups.contains { $0.tokens.contains(token) }
  }

  func adjective(_ site: EventSite, _ scope: Range<Int>) -> [Int] {
    let noun = site.tokens
    for (n, party) in parties.enumerated() where party.isAdjective && scope.contains(party.tokens.lowerBound) {
      // An adjective inside the trigger's own words: غارة إسرائيلية.
      if noun.contains(party.tokens.lowerBound) { return [n] }
      let gap =
        text.language == .urdu
        ? party.tokens.upperBound ..<| max(party.tokens.upperBound, noun.lowerBound)
        : noun.upperBound ..<| max(noun.upperBound, party.tokens.lowerBound)
      let placed =
        text.language == .urdu ? party.tokens.upperBound <= noun.lowerBound : party.tokens.lowerBound >= noun.upperBound
      if placed, gap.count <= 2,
        !gap.contains(where: { isBoundary($0) || words.genitive.contains(text.tokens[$0].hash) })
      {
        return [n]
      }
    }
    return []
  }

  /// X پر پابندی, حظر التصدير إلى X, صادرات به X را ممنوع کرد: whom a restriction is laid upon.
  func restricted(by site: EventSite) -> [Int] {
    for to in ClosedWords.restrictedTo[language] {
      let found = marked(WordPhrase(CollectionOfOne(to)), site, scope(site))
      if !found.isEmpty { return found }
    }
    return []
  }

  /// روس نے امریکہ کی جانب سے الزامات کو مسترد کیا: beside an agent with نے, "from the side of" names whose words they are.
  func beside(_ site: EventSite) -> [Int] {
    phrases[site.clause].first { $0.set.has(.agent) && $0.literal.count > 1 && !$0.parties.isEmpty }
      .map { headLast(of: $0) } ?? []
  }

  /// در حاشیه نشست سران با X دیدار کرد: the occasion of a meeting does not take whom it is with.
  private func isOccasion(_ noun: EventSite, of site: EventSite) -> Bool {
    tables.triggers[site.trigger].mutual && noun.type == site.type
      && phrases[site.clause].contains { $0.tokens.contains(noun.tokens.lowerBound) && $0.set.has(.in) }
  }

  private func takes(_ literal: WordPhrase, _ site: EventSite) -> Bool {
    let frame = tables.triggers[site.trigger].frames[language]
    return site.type == .consult && ClosedWords.persianVisits.contains(text.tokens[site.tokens.lowerBound].hash)
      || !ClosedWords.persianFrom.contains(literal.first)
      || (frame.agent + frame.recipient).contains(.marker(literal))
  }

  /// بچوں کو ہراساں کرنے والا ملزم گرفتار: what a participle with والا governs is not the event's, unless the participle
  /// is of the event itself, کے درمیان ہونے والی ملاقات.
  private func isOfParticiple(_ phrase: Phrase, before site: EventSite) -> Bool {
    guard let marker = phrase.marker, words.accusative.contains(phrase.literal.first) else { return false }
    return (marker.upperBound ..<| site.tokens.lowerBound - 1).contains {
      ClosedWords.urduDoer.contains(text.tokens[$0].hash)
    }
  }

  /// ہم منصب سے ملاقات میں … پر زور دیا: with whom a meeting is told is asked nothing.
  private func isOfNoun(_ phrase: Phrase, before site: EventSite) -> Bool {
    guard let marker = phrase.marker, site.isVerbal else { return false }
    return sites.contains {
      $0.kind == .noun && $0.type == .consult && $0.tokens != site.tokens && $0.tokens.lowerBound == marker.upperBound
    }
  }

  /// The party of the phrase that this word or phrase governs, nearest to the event.
  func marked(_ literal: WordPhrase, _ site: EventSite, _ scope: Range<Int>) -> [Int] {
    var best: (distance: Int, found: [Int])?
    for phrase in phrases[site.clause] where phrase.literal == literal && scope.overlaps(phrase.tokens) {
      if text.language == .urdu, isOfParticiple(phrase, before: site) || isOfNoun(phrase, before: site) { continue }
      // دیدار از X: the phrase belongs to the noun before it; کمک‌ها از X خواست: unless that noun takes no از.
      if site.isVerbal, text.language != .urdu, let marker = phrase.marker,
        sites.contains(where: {
          $0.kind == .noun && $0.tokens != site.tokens && $0.tokens.upperBound <= marker.lowerBound
            && marker.lowerBound - $0.tokens.upperBound <= 1 && $0.clause == site.clause && takes(literal, $0)
            && !isOccasion($0, of: site)
        })
      {
        continue
      }
      // مبارزه با داعش: whom a fight is against meets nobody.
      if text.language == .persian, let before = phrase.marker.map({ $0.lowerBound - 1 }),
        reading.tokens.contains(before), ClosedWords.persianFights.contains(text.tokens[before].hash)
      {
        continue
      }
      var found = text.language == .urdu ? headLast(of: phrase) : head(of: phrase)
      if found.isEmpty, text.language == .urdu, phrase.parties.isEmpty == false {
        found = [phrase.parties[phrase.parties.count - 1]].filter { !parties[$0].isMedia }
      }
      // احتجاجا على زيارة الرئيس: what a protest is about is somebody's act.
      if found.isEmpty, site.type == .protest, text.language == .arabic,
        let about = phrase.parties.first(where: { !parties[$0].isMedia && !parties[$0].isPlaceOnly })
      {
        found = [about]
      }
      guard !found.isEmpty else { continue }
      // با تلاش کارآگاهان یک سارق …: what follows the agent's own words is no agent.
      if text.language == .persian, parties[found[0]].tokens.lowerBound - phrase.tokens.lowerBound > 4 { continue }
      let at = parties[found[0]].tokens
      let distance =
        at.lowerBound >= site.tokens.upperBound
        ? at.lowerBound - site.tokens.upperBound : site.tokens.lowerBound - at.upperBound
      if best == nil || distance < best!.distance { best = (distance, found) }
    }
    return best?.found ?? []
  }
}

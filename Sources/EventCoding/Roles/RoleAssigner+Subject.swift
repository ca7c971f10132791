import ArabicScript
import Lexicons
import NewsEvents

/// The subject of a clause by the word order of its language.
extension RoleAssigner {
  /// The subject of a clause by the word order of its language; empty when it has none or it is an event.
  func findSubject(of clause: Int) -> [Int] {
    let list = phrases[clause]
    switch text.language {
    case .persian:
      let verb = clauses[clause].groups.first.map { groups[$0].tokens.lowerBound } ?? clauses[clause].end
      if let first = list.first(where: { $0.isObject && $0.tokens.lowerBound < verb }), first.marker == nil,
        let subject = partedSubject(first)
      {
        return subject
      }
      for (n, phrase) in list.enumerated()
      where phrase.marker == nil && !phrase.isObject && phrase.tokens.lowerBound < verb && !headsObject(n, list)
        && !goesOnList(n, list)
      {
        if phrase.parties.isEmpty { continue }
        // پاکستان «ملا برادر» را مطابق خواست طالبان …: the subject stands before the object.
        if let object = list[..<n].first(where: { $0.isObject && $0.marker == nil && $0.parties.count >= 2 }) {
          let first = head(of: object)
          if first.count == 1, parties[first[0]].tokens.lowerBound == object.tokens.lowerBound { return first }
        }
        return head(of: phrase)
      }
      // هند دیپلمات پاکستانی را …: nothing parts the subject from the object.
      for phrase in list
      where phrase.isObject && phrase.marker == nil && phrase.tokens.lowerBound < verb && phrase.parties.count >= 2 {
        let first = head(of: phrase)
        if !first.isEmpty, first.count < phrase.parties.count,
          parties[first[0]].tokens.lowerBound == phrase.tokens.lowerBound
        {
          return first
        }
      }
      // آنها حدود ۹۰ نفر را …: a pronoun opens the clause, and another noun phrase with a number is the object.
      for phrase in list where phrase.isObject && phrase.tokens.lowerBound < verb && phrase.parties.count == 1 {
        let p = phrase.parties[0]
        let rest = parties[p].tokens.upperBound ..<| phrase.tokens.upperBound
        if parties[p].isAlias, parties[p].tokens.lowerBound == phrase.tokens.lowerBound,
          rest.contains(where: { Numerals.canBegin(text.tokens[$0], .persian) })
        {
          return [p]
        }
      }
      // در همان لحظات گروه‌های … : an adverbial of time or place runs into the subject.
      for phrase in list where phrase.set.has(.in) && !phrase.isObject && phrase.tokens.lowerBound < verb {
        if let p = phrase.parties.first(where: {
          parties[$0].sector != nil && !parties[$0].isPlaceOnly
            && parties[$0].tokens.lowerBound > phrase.tokens.lowerBound + 1
        }), !sites.contains(where: { $0.kind == .noun && phrase.tokens.contains($0.tokens.lowerBound) }) {
          return coordinated(p, in: phrase)
        }
      }
      return []
    case .urdu:
      if let agent = list.first(where: {
        $0.set.has(.agent) && $0.literal.count == 1 && words.ergative.contains($0.literal.first)
      }) {
        // The head of an Urdu noun phrase is its last party; coordinated ones stand before it.
        return namesCompany(agent) ? [] : headLast(of: agent)
      }
      let verb = clauses[clause].groups.first.map { groups[$0].tokens.lowerBound } ?? clauses[clause].end
      if let both = partedByPlace(list, verb) { return both }
      for phrase in list where phrase.marker == nil && phrase.tokens.lowerBound < verb && !phrase.parties.isEmpty {
        let found = unmarkedHead(of: phrase)
        // … اسلام آباد پہنچیں گے: the town before a verb is where somebody goes while another noun opens the clause.
        if phrase.tokens.upperBound == verb, !found.isEmpty, found.allSatisfy({ parties[$0].place != nil }) {
          let leader = urduLeader(clause, verb, list)
          if !leader.isEmpty { return leader }
        }
        // … نیپال کی مدد کرتا ہے: the owner of the noun is no subject while another noun opens the clause.
        if found.count == 1, let after = found.first.map({ parties[$0].tokens.upperBound }),
          reading.tokens.contains(after), words.genitive.contains(text.tokens[after].hash)
        {
          let leader = urduLeader(clause, verb, list)
          if !leader.isEmpty { return leader }
        }
        return found
      }
      // امریکا روس پر …, پاکستان ایرانی سفیر کو …: without نے nothing parts the subject from what the postposition governs.
      for phrase in list
      where phrase.tokens.lowerBound < verb && phrase.parties.count >= 2 && !phrase.set.has(.attribution) {
        let p = phrase.parties[0]
        let at = parties[p].tokens.upperBound
        guard opens(phrase, p), !parties[p].isMedia, !parties[p].isPlaceOnly, !parties[p].isAdjective,
          !parties[phrase.parties[1]].sharesWords, !words.genitive.contains(text.tokens[at].hash),
          !words.and.contains(text.tokens[at].hash)
        else { continue }
        return [p]
      }
      return urduLeader(clause, verb, list)
    case .arabic:
      guard let group = clauses[clause].groups.first.map({ groups[$0] }) else {
        for phrase in list where phrase.marker == nil && !phrase.parties.isEmpty { return head(of: phrase) }
        return []
      }
      let verb = group.tokens
      // هاجمتهم قوة, عسكريون خطفهم مقاتلون: with the object on the verb the noun after it is the subject.
      if hasObjectPronoun(verb),
        let after = list.first(where: { $0.tokens.lowerBound == verb.upperBound && $0.marker == nil }),
        mayBeSubject(after, of: verb)
      {
        let found = head(of: after)
        if let first = found.first, parties[first].tokens.lowerBound - verb.upperBound <= 2 { return found }
      }
      if let before = leadingNoun(clause, group, list) { return before }
      // A plural verb without a noun before it, or one after أنه, has a pronoun for its subject: not the noun after it.
      if isPronounSubject(clause, group) { return [] }
      if let leader = leader(clause, verb, list) { return leader }
      if isSubjectRelative(clause, verb) || isSaidByDocument(verb) { return [] }
      if let after = list.first(where: { $0.tokens.lowerBound == verb.upperBound && $0.marker == nil }),
        mayBeSubject(after, of: verb)
      {
        let found = head(of: after)
        if let first = found.first, parties[first].tokens.lowerBound - afterQuantity(verb.upperBound) <= 3 {
          return found
        }
      }
      for phrase in list where phrase.marker == nil && phrase.tokens.upperBound <= verb.lowerBound {
        if phrase.parties.isEmpty { continue }
        // مشروع مغربي يدعم …: a thing of theirs.
        if ClosedWords.arabicThings.contains(text.tokens[phrase.tokens.lowerBound].hash) { return [] }
        return head(of: phrase)
      }
      return []
    }
  }

  /// Persian: روسیه این قطعنامه را …, دولت سوریه صدها زندانی را …: a proper name takes no ezafe but before an adjective, so
  /// a plural, a determiner or a number after it begins the object.
  private func partedSubject(_ phrase: Phrase) -> [Int]? {
    guard let p = phrase.parties.first, !parties[p].isMedia, !parties[p].isPlaceOnly,
      opens(phrase, p) && !parties[p].isAdjective || opensWithNoun(phrase, p)
    else { return nil }
    let list = coordinated(p, in: phrase)
    guard let last = list.last else { return nil }
    let next = parties[last].tokens.upperBound
    guard next < phrase.tokens.upperBound, endsInName(parties[last]), !words.and.contains(text.tokens[next].hash) else {
      return nil
    }
    let token = text.tokens[next]
    let begins =
      phrase.parties.contains { q in
        q > last && parties[q].country != nil && !list.contains { parties[$0].country == parties[q].country }
      }
      || (next ..<| phrase.tokens.upperBound).contains {
        ClosedWords.own[.persian]?.contains(text.tokens[$0].hash) ?? false
      }
      || ClosedWords.persianDemonstrative.contains(token.hash) || words.quantity.contains(token.hash)
      || Numerals.canBegin(token, .persian) || isPlural(next) || reading.entity(at: next) != nil
      || phrase.tokens.count - (next - phrase.tokens.lowerBound) == 1
    return begins ? list : nil
  }

  /// Persian: نیروهای اسرائیلی, توپخانه ترکیه: the nationality or country of the noun that opens the phrase.
  private func opensWithNoun(_ phrase: Phrase, _ p: Int) -> Bool {
    let lead = phrase.tokens.lowerBound ..<| parties[p].tokens.lowerBound
    guard parties[p].isAdjective || lead.count == 1 && lead.allSatisfy({ !isPlural($0) }) else { return false }
    return (1...2).contains(lead.count)
      && lead.allSatisfy {
        (isPlainWord($0) || reading.classes(at: $0).has(.mode) && reading.entity(at: $0) == nil) && !isDate($0)
      }
  }

  /// The party ends in a name of its own: a country, a person, an organisation; not in a noun that may take an ezafe.
  private func endsInName(_ party: PartyMention) -> Bool {
    party.isCountryItself || party.entity != nil
      || reading.entities.contains { e in
        e.tokens.upperBound == party.tokens.upperBound
          && e.meanings.contains {
            if case .country = $0 { return true }
            return false
          }
      }
  }

  /// Persian: a plural in ها.
  private func isPlural(_ token: Int) -> Bool {
    let codes = text.codes(text.tokens[token])
    return codes.count >= 4 && ClosedWords.persianPlurals.contains { codes.suffix($0.count).elementsEqual($0) }
  }

  /// پاکستان سوزوکی نے: a country's bare name right before another name is part of that name.
  private func namesCompany(_ agent: Phrase) -> Bool {
    guard agent.parties.count == 1, let p = agent.parties.first else { return false }
    let rest = parties[p].tokens.upperBound ..<| agent.tokens.upperBound
    return parties[p].isCountryItself && !parties[p].isAdjective && !rest.isEmpty
      && rest.allSatisfy { t in
        text.tokens[t].kind == .word && reading.classes(at: t) == [] && reading.trigger(at: t) == nil
          && !words.genitive.contains(text.tokens[t].hash) && !words.and.contains(text.tokens[t].hash)
          && !isDate(t)
      }
  }

  /// Whether a clause of speech has a speaker whom no table knows.
  func hasUnknownSpeaker(_ clause: Int) -> Bool {
    guard let group = clauses[clause].groups.first.map({ groups[$0] }) else { return false }
    let list = phrases[clause]
    switch text.language {
    case .urdu:
      return list.contains {
        $0.set.has(.agent) && $0.literal.count == 1 && words.ergative.contains($0.literal.first) && $0.parties.isEmpty
      }
    case .persian:
      return list.contains {
        $0.marker == nil && !$0.isObject && $0.parties.isEmpty && $0.tokens.upperBound <= group.tokens.lowerBound
          && $0.tokens.contains { isPlainWord($0) && !isDate($0) }
      }
    case .arabic:
      return list.contains {
        $0.marker == nil && $0.parties.isEmpty && $0.tokens.lowerBound == group.tokens.upperBound
          && $0.tokens.first.map { isPlainWord($0) && !isDate($0) } ?? false
      }
    }
  }

  /// Persian: به عربستان، امارات و کویت: what a comma adds to the object of a preposition.
  private func goesOnList(_ n: Int, _ list: [Phrase]) -> Bool {
    guard n > 0, list[n - 1].marker != nil, let last = list[n - 1].parties.last, let first = list[n].parties.first,
      parties[first].tokens.lowerBound == list[n].tokens.lowerBound,
      parties[last].tokens.upperBound + 1 == list[n].tokens.lowerBound,
      text.tokens[parties[last].tokens.upperBound].isMark(UInt8(ascii: ","))
    else { return false }
    return PartyList(text: text, parties: parties, and: words.and).goesOn(from: last)
  }

  /// Persian: دارایی‌های ایران در این کانال را: the noun before the prepositions that lead to را is the object.
  private func headsObject(_ n: Int, _ list: [Phrase]) -> Bool {
    var at = n
    while at + 1 < list.count, let marker = list[at + 1].marker, marker.lowerBound == list[at].tokens.upperBound {
      at += 1
      if list[at].isObject { return n > 0 }
    }
    return false
  }

  /// The party is the first word of its phrase, but for a conjunction: کہ پاکستان …
  private func opens(_ phrase: Phrase, _ p: Int) -> Bool {
    var start = phrase.tokens.lowerBound
    while start < parties[p].tokens.lowerBound,
      words.subordinator.contains(text.tokens[start].hash) || text.tokens[start].kind == .mark
    {
      start += 1
    }
    return start == parties[p].tokens.lowerBound
  }

  /// مدثر اور اسلام آباد میں ایران کے سفیر …: a place with its postposition stands between two subjects.
  private func partedByPlace(_ list: [Phrase], _ verb: Int) -> [Int]? {
    for (n, phrase) in list.enumerated() where phrase.set.has(.in) && phrase.parties.count == 2 && n + 1 < list.count {
      let (first, place) = (phrase.parties[0], phrase.parties[1])
      let gap = parties[first].tokens.upperBound ..<| parties[place].tokens.lowerBound
      guard parties[first].isPerson, parties[place].place != nil, gap.count == 1, isAnd(gap, place),
        parties[place].tokens.upperBound == phrase.tokens.upperBound, list[n + 1].tokens.lowerBound < verb,
        let second = list[n + 1].parties.first, parties[second].isPerson
      else { continue }
      return [first, second]
    }
    return nil
  }

  /// چین دہشت گردی کے خلاف پاکستان کی مدد کرتا ہے: what opens the clause without a postposition of its own is the subject,
  /// unless the verb is a perfective, whose agent takes نے.
  private func urduLeader(_ clause: Int, _ verb: Int, _ list: [Phrase]) -> [Int] {
    guard let g = clauses[clause].groups.first, groups[g].features.isDisjoint(with: .past) || isIntransitive(g),
      let phrase = list.first(where: { !$0.parties.isEmpty && $0.tokens.lowerBound < verb }),
      let p = phrase.parties.first, opens(phrase, p),
      !parties[p].isMedia, !parties[p].isPlaceOnly, !parties[p].isAdjective, !phrase.set.has(.attribution)
    else { return [] }
    let leaders = urduList(from: p, in: phrase)
    let next = parties[leaders[leaders.count - 1]].tokens.upperBound
    guard next < phrase.tokens.upperBound, text.tokens[next].kind == .word,
      !words.genitive.contains(text.tokens[next].hash), !words.and.contains(text.tokens[next].hash)
    else { return [] }
    return leaders
  }

  /// متفق ہو گئے, پہنچ گئے: the subject of an intransitive verb never has نے.
  private func isIntransitive(_ group: Int) -> Bool {
    groups[group].tokens.first.map { ClosedWords.urduIntransitiveVerbs.contains(text.tokens[$0].hash) } ?? false
  }

  /// شام اور اس کا اتحادی روس, جان کیری اور ان کے ہم منصب لاوروف: a list whose second member is told by the first, as far as
  /// nothing but اور and a pronoun's genitive stands in between.
  private func urduList(from p: Int, in phrase: Phrase) -> [Int] {
    var out = [p]
    for next in phrase.parties where next > p {
      let gap = parties[out[out.count - 1]].tokens.upperBound ..<| parties[next].tokens.lowerBound
      guard let and = gap.first, words.and.contains(text.tokens[and].hash), gap.count <= 5,
        !parties[next].isPlaceOnly, !parties[next].isMedia
      else { break }
      let owned = gap.dropFirst(2).first.map { words.genitive.contains(text.tokens[$0].hash) } ?? (gap.count == 1)
      guard owned, gap.dropFirst(3).allSatisfy({ isPlainWord($0) }) else { break }
      out.append(next)
    }
    return out
  }

  /// Arabic: the noun before the verb when it must be the subject. A verb in the plural or dual follows its subject (a
  /// verb before a noun stays singular), and أن or إن puts the noun first. nil when the verb comes first.
  func leadingNoun(_ clause: Int, _ group: VerbGroup, _ list: [Phrase]) -> [Int]? {
    let verb = group.tokens
    guard let phrase = list.first(where: { $0.tokens.upperBound <= verb.lowerBound && $0.tokens.count > 0 }) else {
      return nil
    }
    let start = clauses[clause].start
    let agrees =
      !group.features.isDisjoint(with: [.plural, .dual]) && group.features.isDisjoint(with: .firstPerson)
    // With a pronoun on it (أنها, بأنهم) the pronoun is the subject.
    let isAfterThat = ClosedWords.arabicThat.contains(text.tokens[start].hash)
    guard agrees || isAfterThat else { return nil }
    for phrase in list where phrase.marker == nil && phrase.tokens.upperBound <= verb.lowerBound {
      if phrase.parties.isEmpty { continue }
      let found = head(of: phrase)
      return found.isEmpty ? nil : found
    }
    // إن خمسة أشخاص … : the quantity's noun may be no party; then nobody is the subject, not the noun after the verb.
    return isAfterThat && phrase.marker == nil && phrase.tokens.count >= 2
      && verb.lowerBound - phrase.tokens.upperBound <= 1 ? [] : nil
  }

  /// إسرائيل تقصف غزة, ما زالت روسيا تقصف أوكرانيا: headlines, and the auxiliaries that go on, put the subject between
  /// the clause's beginning and its first verb, when another noun is left to be the object.
  func leader(_ clause: Int, _ verb: Range<Int>, _ list: [Phrase]) -> [Int]? {
    guard let first = list.first(where: { $0.tokens.upperBound == verb.lowerBound && $0.marker == nil }),
      !list.contains(where: { $0.tokens.upperBound <= first.tokens.lowerBound && !$0.parties.isEmpty }),
      let after = list.first(where: { $0.tokens.lowerBound == verb.upperBound && $0.marker == nil }),
      let object = after.parties.first, parties[object].tokens.lowerBound == verb.upperBound
    else { return nil }
    let found = head(of: first)
    return found.isEmpty || found.contains(where: { parties[$0].isPlaceOnly }) ? nil : found
  }

  /// ما لا يقل عن 28 …, عشرات من …: the first token after the words of a quantity, or `start`.
  func afterQuantity(_ start: Int) -> Int {
    guard text.language == .arabic else { return start }
    var i = start
    while i < reading.tokens.upperBound {
      let set = reading.classes(at: i)
      let isQuantity =
        set.has(.atLeast) || set.has(.atMost) || set.has(.about) || Numerals.canBegin(text.tokens[i], .arabic)
        || words.quantity.contains(text.tokens[i].hash)
      guard isQuantity || i > start && words.of.contains(text.tokens[i].hash) || isDate(i) else { break }
      i += 1
    }
    return i
  }

  /// هاجمتهم: the object is written on the verb.
  func hasObjectPronoun(_ verb: Range<Int>) -> Bool {
    guard text.language == .arabic, let v = reading.verb(at: verb.lowerBound), reading.verbs[v].hasPronoun else {
      return false
    }
    // يلتقي ends in a letter of its own.
    return text.codes(text.tokens[verb.lowerBound]).last != LetterCode.yeh
  }

  /// What the pronoun on a verb stands for: the noun before the verb in its clause (عسكريون خطفهم مقاتلون), or the one
  /// that a relative clause is about (الجنود الذين خطفهم مقاتلون).
  func pronounObject(_ clause: Int, _ verb: Range<Int>) -> [Int] {
    let subject = Set(subject(of: clause))
    for phrase in phrases[clause] where phrase.marker == nil && phrase.tokens.upperBound <= verb.lowerBound {
      let found = head(of: phrase, skipping: subject)
      if !found.isEmpty { return found }
    }
    guard clauses[clause].kind == .relative, let parent = clauses[clause].parent else { return [] }
    let start = clauses[clause].start
    return parties.indices.last {
      parties[$0].tokens.upperBound <= start && start - parties[$0].tokens.upperBound <= 2
        && clauses[parent].contains(parties[$0].tokens.lowerBound) && !parties[$0].isPlaceOnly && !parties[$0].isMedia
    }.map { [$0] } ?? []
  }

  /// الدول التي أدانت روسيا: the relative pronoun is the subject unless a pronoun in the clause takes it up.
  private func isSubjectRelative(_ clause: Int, _ verb: Range<Int>) -> Bool {
    guard clauses[clause].kind == .relative, !hasObjectPronoun(verb),
      let relative = (clauses[clause].start ..<| verb.lowerBound).first(where: {
        words.relative.contains(text.tokens[$0].hash)
      }), agrees(text.tokens[relative].hash, clauses[clause].groups.first)
    else { return false }
    return !(verb.upperBound ..<| min(clauses[clause].end, verb.upperBound + 8)).contains {
      ClosedWords.arabicResumptive.contains(text.tokens[$0].hash)
    }
  }

  /// الرئيس الذي رحبت طهران باختياره: the verb is of another gender than a relative pronoun in the singular.
  private func agrees(_ relative: UInt64, _ group: Int?) -> Bool {
    guard let features = group.map({ groups[$0].features }), features.isDisjoint(with: [.plural, .dual, .firstPerson])
    else { return true }
    if ClosedWords.arabicMasculineRelative.contains(relative) { return !features.contains(.feminine) }
    return !ClosedWords.arabicFeminineRelative.contains(relative) || features.contains(.feminine)
  }

  /// رسالة تطالب الحكومة, تقرير يتهم …: the document is the subject.
  private func isSaidByDocument(_ verb: Range<Int>) -> Bool {
    verb.lowerBound > reading.tokens.lowerBound
      && ClosedWords.arabicDocuments.contains(text.tokens[verb.lowerBound - 1].hash)
  }

  /// Whether the noun phrase right after an Arabic verb can be its subject: not بجهود, لمراسل nor طلبت من السكان; not
  /// انتقد دخول الجيش nor, after a definite noun that is nobody known, a second one (طالبت المؤسسة الكونغرس).
  private func mayBeSubject(_ phrase: Phrase, of verb: Range<Int>) -> Bool {
    let next = verb.upperBound
    if startsWithPreposition(next) { return false }
    if verb.count > 1, let last = verb.last, ClosedWords.arabicVerbParticles.contains(text.tokens[last].hash) {
      return false
    }
    guard let p = phrase.parties.first else { return true }
    if isAddressed(parties[p], by: verb) || isMasculinePlural(parties[p]) && isFeminine(verb) { return false }
    if let e = reading.entity(at: parties[p].tokens.lowerBound),
      !reading.entities[e].affixes.isDisjoint(with: [.bi, .li, .ka])
    {
      return false
    }
    guard parties[p].tokens.lowerBound == next + 1, reading.entity(at: next) == nil else { return true }
    if ClosedWords.arabicThings.contains(text.tokens[next].hash) { return false }
    let isDefinite = text.codes(text.tokens[next]).starts(with: [LetterCode.alef, LetterCode.lam])
    return !isDefinite || parties[p].isAdjective || parties[p].isPerson || parties[p].isAlias
  }

  /// واعتقلت أربعة شبان فلسطينيين: men are not the subject of a feminine verb.
  func isMasculinePlural(_ party: PartyMention) -> Bool {
    guard let last = party.tokens.last, party.isAdjective || party.entity == nil else { return false }
    let codes = text.codes(text.tokens[last])
    return codes.count >= 6 && codes.last == LetterCode.noon
      && [LetterCode.yeh, LetterCode.waw].contains(codes[codes.endIndex - 2])
  }

  func isFeminine(_ verb: Range<Int>) -> Bool {
    reading.verb(at: verb.lowerBound).map { reading.verbs[$0].features.contains(.feminine) } ?? false
  }

  /// أدانت مصر الهجوم، ودعت المجتمع الدولي إلى …: after و people or bodies in general are called on; the subject goes on.
  private func isAddressed(_ party: PartyMention, by verb: Range<Int>) -> Bool {
    guard party.entity == nil || party.isAlias, party.country?.utf8.count != 3 || party.isAlias,
      let v = reading.verb(at: verb.lowerBound), reading.verbs[v].hasAnd
    else { return false }
    return sites.contains { $0.type == .request && $0.kind == .verb && $0.tokens.lowerBound == verb.lowerBound }
  }

  /// قتلوا, أنه قتل: the subject was named before.
  func isPronounSubject(_ clause: Int, _ group: VerbGroup) -> Bool {
    let isThird = group.features.isDisjoint(with: .firstPerson)
    if isThird, !group.features.isDisjoint(with: [.plural, .dual]) { return true }
    let start = clauses[clause].start
    return ClosedWords.arabicThatPronoun.contains(text.tokens[start].hash) && group.tokens.lowerBound - start <= 2
      && group.features.contains(.past)
  }

  /// Urdu without نے: the first party that is not only the owner of what follows.
  func unmarkedHead(of phrase: Phrase) -> [Int] {
    for p in phrase.parties where !parties[p].isMedia && !parties[p].isPlaceOnly {
      var at = parties[p].tokens.upperBound
      // بھارتی پراکسیز کی …: the adjective's noun is the owner.
      let isOfThing = parties[p].isAdjective && at < phrase.tokens.upperBound && reading.entity(at: at) == nil
      if isOfThing { at += 1 }
      if at < phrase.tokens.upperBound, words.genitive.contains(text.tokens[at].hash) { continue }
      let list = urduList(from: p, in: phrase)
      if list.count > 1 { return list }
      var cut = phrase
      cut.parties = phrase.parties.filter { $0 <= p }
      var end = p
      for next in phrase.parties where next > p {
        guard
          parties[next].sharesWords || isAnd(parties[end].tokens.upperBound ..<| parties[next].tokens.lowerBound, next)
        else { break }
        cut.parties.append(next)
        end = next
      }
      cut.tokens = phrase.tokens.lowerBound ..<| parties[end].tokens.upperBound
      return headLast(of: cut)
    }
    return headLast(of: phrase)
  }

  /// Urdu: the parties that the postposition governs: the last one and those coordinated before it. A party with
  /// a genitive after it only modifies the head, which then counts by its owner.
  func headLast(of phrase: Phrase) -> [Int] {
    guard let last = phrase.parties.last(where: { !parties[$0].isMedia }) else { return [] }
    // "X of the attack": the head of the phrase is an event.
    let tail = parties[last].tokens.upperBound ..<| max(parties[last].tokens.upperBound, phrase.tokens.upperBound)
    if tail.contains(where: { t in sites.contains { $0.tokens.contains(t) && $0.kind == .noun } }) { return [] }
    var out = [last]
    for p in phrase.parties.reversed() where p < last {
      let first = out[0]
      let gap = parties[p].tokens.upperBound ..<| max(parties[p].tokens.upperBound, parties[first].tokens.lowerBound)
      if parties[first].sharesWords || isAnd(gap, first) {
        out.insert(p, at: 0)
      } else if isAndWithPlace(gap) {
        out.insert(p, at: 0)
      }
    }
    // یوکرین کے شہر خیرسون سے: a town after its country counts as the country.
    if out.count == 1, parties[out[0]].isPlaceOnly,
      let country = phrase.parties.last(where: { $0 < out[0] }), parties[country].isCountryItself,
      parties[country].country == parties[out[0]].country, !parties[country].isAdjective
    {
      return [country]
    }
    return out.filter { !parties[$0].isPlaceOnly || out.count == 1 }
  }

  /// اور اسلام آباد میں …: a place between two coordinated people.
  func isAndWithPlace(_ gap: Range<Int>) -> Bool {
    gap.count <= 5 && gap.contains { words.and.contains(text.tokens[$0].hash) }
      && gap.contains { t in parties.contains { $0.place != nil && $0.tokens.contains(t) } }
  }

  /// The subject, or that of the clause it depends on or follows.
  ///
  /// `exceptSpeakers` leaves out the subject of a verb of speech: who reports an arrest or an attack did not do it.
  func subjectOrInherited(_ clause: Int, exceptSpeakers: Bool = false) -> (parties: [Int], own: Bool) {
    let own = subject(of: clause)
    if !own.isEmpty { return (own, true) }
    // An agent of its own that nobody knows: "a man of the name of … promised".
    if text.language == .urdu,
      phrases[clause].contains(where: { $0.literal.count == 1 && words.ergative.contains($0.literal.first) })
    {
      return ([], false)
    }
    if hasUnknownSubject(clause) { return ([], false) }
    // A clause whose subject is an event or a nameless noun does not borrow one.
    if clauses[clause].kind == .relative, let parent = clauses[clause].parent {
      let range = clauses[parent].ranges.first ?? 0 ..<| 0
      if let near = parties.indices.last(where: {
        parties[$0].tokens.upperBound <= clauses[clause].start && range.contains(parties[$0].tokens.lowerBound)
      }) {
        return ([near], false)
      }
    }
    var at = clauses[clause].parent
    var steps = 0
    while let c = at, steps < 6 {
      let found = subject(of: c)
      if !found.isEmpty {
        let speaks = exceptSpeakers && clauses[c].groups.contains { groups[$0].isSpeech }
        return (speaks ? [] : found, false)
      }
      if hasUnknownSubject(c) { return ([], false) }
      at = clauses[c].parent
      steps += 1
    }
    return ([], false)
  }

  /// Persian: این خانواده‌ها …, دادگاهی در …: a noun that is nobody known opens the clause and is its subject.
  private func hasUnknownSubject(_ clause: Int) -> Bool {
    guard text.language == .persian, var at = clauses[clause].ranges.first?.lowerBound else { return false }
    let end = clauses[clause].ranges[0].upperBound
    while at < end, text.tokens[at].kind == .mark || words.subordinator.contains(text.tokens[at].hash) { at += 1 }
    guard at + 1 < end, isPlainWord(at) else { return false }
    // که یک شبکه فروش نفت را تحریم کرده: it is the object.
    if phrases[clause].contains(where: { $0.isObject && $0.tokens.contains(at) }) { return false }
    if ClosedWords.persianDemonstrative.contains(text.tokens[at].hash) {
      return isPlainWord(at + 1) && !isDate(at + 1) && reading.trigger(at: at + 1) == nil
        && !ClosedWords.persianPeriods.contains(text.tokens[at + 1].hash)
    }
    let codes = text.codes(text.tokens[at])
    return codes.count >= 6 && codes.last == LetterCode.yeh && reading.trigger(at: at) == nil && !isDate(at)
      && ClosedWords.persianIn.contains(text.tokens[at + 1].hash)
  }

  private func isPlainWord(_ token: Int) -> Bool {
    text.tokens[token].kind == .word && reading.entity(at: token) == nil && reading.verb(at: token) == nil
      && reading.classes(at: token).subtracting(.alias) == []
  }
}

import ArabicScript
import Lexicons
import NewsEvents

/// The subject of a clause by the word order of Arabic.
extension RoleAssigner {
  /// Arabic: the subject follows its verb, or leads the clause.
  func arabicSubject(of clause: Int) -> [Int] {
    let list = phrases[clause]
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
}

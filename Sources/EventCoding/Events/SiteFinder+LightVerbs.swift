import ArabicScript
import Lexicons
import NewsEvents

/// The verb that makes a predicate of an event's noun.
extension SiteFinder {
  func lightVerb(
    for noun: Int, _ match: TriggerMatch, _ clause: Int, _ used: Set<Int>
  ) -> (verb: Int, passive: Bool, features: VerbFeatures)? {
    let allowed = tables.lexicon.lightNouns[noun].verbs
    func fits(_ v: Int) -> (verb: Int, passive: Bool, features: VerbFeatures)? {
      let readings = reading.verbs[v].light.filter { allowed.contains($0.index) }
      guard let first = readings.first(where: { !tables.lexicon.lightVerbs[$0.index].passive }) ?? readings.first else {
        return nil
      }
      let verb = tables.lexicon.lightVerbs[first.index]
      let passive = verb.passive || first.features.contains(.passive) || isUndergone(match, verb)
      return (v, passive, first.features)
    }
    if text.language == .arabic {
      // نشرت صحف صورا لقوات الأمن, ينشره الجيش: what is deployed stands bare after a verb without a pronoun.
      let isDeployed = tables.triggers[tables.lexicon.lightNouns[noun].trigger].type == .mobilize
      if isDeployed, !match.affixes.isDisjoint(with: [.li, .bi]) || isPublishingArmy(match) { return nil }
      if let v = verbAfterSubject(match, clause), !used.contains(v), let found = fits(v) { return found }
      for v in reading.verbs.indices.reversed() {
        let verb = reading.verbs[v].tokens
        guard verb.upperBound <= match.tokens.lowerBound else { continue }
        guard match.tokens.lowerBound - verb.upperBound <= 14 else { return nil }
        guard clauses[clause].contains(verb.lowerBound) || verb.upperBound == match.tokens.lowerBound else {
          return nil
        }
        if isDeployed, reading.verbs[v].hasPronoun { return nil }
        if !used.contains(v), let found = fits(v) { return found }
        // Another predicate between the two claims the noun.
        if reading.verbs[v].isTrigger, groups.contains(where: { $0.tokens.contains(verb.lowerBound) }) { return nil }
      }
      return nil
    }
    if isGoverned(match.tokens) { return nil }
    for v in reading.verbs.indices {
      let verb = reading.verbs[v].tokens
      guard verb.lowerBound >= match.tokens.upperBound else { continue }
      guard clauses[clause].contains(verb.lowerBound) else { return nil }
      guard let group = groups.first(where: { $0.tokens.contains(verb.lowerBound) }) ?? nil else {
        if text.language == .persian, !used.contains(v), isNear(match.tokens.upperBound ..<| verb.lowerBound),
          let found = fits(v)
        {
          return found
        }
        // مسئول مسموم کردن جاسوس دانست: an infinitive between the two claims nothing.
        if reading.verbs[v].features.contains(.infinitive) { continue }
        return nil
      }
      // در حمله به راهپیمایی زخمی شدند: the predicate right before the verb has taken it.
      if isTaken(group.tokens.lowerBound - 1, match) { return nil }
      // نیروهای خود را از سوریه خارج کرد: a verb that means something by itself takes its object from afar.
      if verb.lowerBound - match.tokens.upperBound <= 14, !used.contains(v), isApart(v), let found = fits(v) {
        return found
      }
      // Any verb of the group may be the light verb: شروع به حمله کرد, قبول کر لی.
      guard isNear(match.tokens.upperBound ..<| group.tokens.lowerBound) else { return nil }
      for w in group.verbs where !used.contains(w) { if let found = fits(w) { return found } }
      return nil
    }
    return nil
  }

  /// ایٹمی حملے کی دھمکی دی, حمله هوایی کرد: the whole noun says more than its head, whose light verb it takes.
  func special(_ match: TriggerMatch, _ order: Int, _ trigger: Int) -> Int {
    guard order >= match.whole else { return trigger }
    for case .triggerNoun(let n) in match.meanings.prefix(match.whole)
    where tables.triggers[n].type == tables.triggers[trigger].type {
      return n
    }
    return trigger
  }

  private func isApart(_ v: Int) -> Bool {
    reading.verbs[v].light.contains { tables.lexicon.lightVerbs[$0.index].apart }
  }

  /// Whether the word before a verb is another predicate than the noun.
  private func isTaken(_ token: Int, _ match: TriggerMatch) -> Bool {
    guard token >= match.tokens.upperBound else { return false }
    let hash = text.tokens[token].hash
    return text.language == .persian
      ? ClosedWords.persianPredicates.contains(hash) : ClosedWords.urduPredicates.contains(hash)
  }

  /// ملزم گرفتار ہو گیا, دو اہلکار زخمی ہوئے: who becomes what the predicate says suffers it.
  private func isUndergone(_ match: TriggerMatch, _ verb: LightVerbEntry) -> Bool {
    guard text.language == .urdu, let last = match.tokens.last else { return false }
    return ClosedWords.urduPredicates.contains(text.tokens[last].hash) && verb.id == "ur-ho"
  }

  /// نشر جيش أوكرانيا وثيقة: the army of a country right after the verb is its subject.
  private func isPublishingArmy(_ match: TriggerMatch) -> Bool {
    guard match.tokens.lowerBound > reading.tokens.lowerBound, reading.verb(at: match.tokens.lowerBound - 1) != nil,
      let next = reading.entity(at: match.tokens.upperBound)
    else { return false }
    return text.codes(text.tokens[match.tokens.lowerBound]).first == LetterCode.jeem
      && reading.entities[next].meanings.contains {
        if case .country = $0 { return true }
        return false
      }
  }

  /// The next verb of the clause is finite, or there is none: ہلاک اور زخمی ہوئے, not ہلاک اور زخمی ہونے والے.
  private func isFiniteAfter(_ token: Int, _ clause: Int) -> Bool {
    guard
      let v = reading.verbs.indices.first(where: {
        reading.verbs[$0].tokens.lowerBound > token && clauses[clause].contains(reading.verbs[$0].tokens.lowerBound)
      })
    else { return true }
    return reading.verbs[v].features.isDisjoint(with: .infinitive)
  }

  /// پانچ شہری شہید، 30 زخمی ہو گئے; ملزم گرفتار: headlines and lists leave out "became" and "was made" after a word that
  /// is nothing but a predicate; in Persian the next clause supplies it: ۵ نفر دستگیر و اموال آنان ضبط شد. Whether the
  /// predicate is a passive; nil when it is none.
  func verblessPredicate(_ noun: Int, _ match: TriggerMatch, _ clause: Int) -> Bool? {
    guard let last = match.tokens.last else { return nil }
    let next = match.tokens.upperBound
    let lightVerbs = tables.lexicon.lightVerbs
    let allowed = tables.lexicon.lightNouns[noun].verbs
    switch text.language {
    case .urdu:
      guard ClosedWords.urduPredicates.contains(text.tokens[last].hash) else { return nil }
      let isEnd =
        next >= reading.tokens.upperBound || text.tokens[next].kind == .mark
        || words.and.contains(text.tokens[next].hash) && isFiniteAfter(next, clause)
      guard isEnd, allowed.contains(where: { lightVerbs[$0].id == "ur-ho" || lightVerbs[$0].id == "ur-kar" }) else {
        return nil
      }
      return true
    case .persian:
      guard ClosedWords.persianPredicates.contains(text.tokens[last].hash), next < reading.tokens.upperBound,
        words.and.contains(text.tokens[next].hash),
        let v = reading.verbs.indices.first(where: {
          reading.verbs[$0].tokens.lowerBound > next && clauses[clause].contains(reading.verbs[$0].tokens.lowerBound)
        }), let light = reading.verbs[v].light.first(where: { allowed.contains($0.index) })
      else { return nil }
      return lightVerbs[light.index].passive
    case .arabic: return nil
    }
  }

  /// A noun of people is the subject of the verb, not whom it hits: no preposition before it, and no other party between
  /// the two. Nouns of things (a road, a slogan) may be objects.
  func isActing(_ match: TriggerMatch, _ v: Int) -> Bool {
    guard text.language == .arabic, reading.entity(at: match.tokens.lowerBound) != nil else { return true }
    guard match.affixes.isDisjoint(with: [.bi, .li, .ka]) else { return false }
    let verb = reading.verbs[v].tokens
    if verb.lowerBound >= match.tokens.upperBound { return true }
    for t in verb.upperBound ..<| match.tokens.lowerBound {
      if reading.entity(at: t) != nil { return false }
      // About, at least, a number of: a quantity of them.
      let set = reading.classes(at: t)
      let isQuantity =
        words.of.contains(text.tokens[t].hash) || words.quantity.contains(text.tokens[t].hash) || set.has(.about)
        || set.has(.atLeast) || set.has(.atMost) || Numerals.canBegin(text.tokens[t], .arabic)
      if isQuantity { continue }
      // قاموا بتطويق المتظاهرين: a noun with its own preposition has them for its object.
      let codes = text.codes(text.tokens[t])
      if set.meets(.adposition) || codes.first == LetterCode.beh && codes.count >= 5 { return false }
    }
    return true
  }

  /// الآلاف من المتظاهرين: "of" after a quantity governs nothing.
  private func isCounted(_ token: Int) -> Bool {
    guard token - 2 >= reading.tokens.lowerBound, words.of.contains(text.tokens[token - 1].hash) else { return false }
    let number = text.tokens[token - 2]
    return words.quantity.contains(number.hash) || ClosedWords.crowdNumbers.contains(number.hash)
      || Numerals.canBegin(number, .arabic)
  }

  /// المتظاهرون تدفقوا: the noun is itself who acts and stands before its verb, with at most a few words about it between.
  private func verbAfterSubject(_ match: TriggerMatch, _ clause: Int) -> Int? {
    guard reading.entity(at: match.tokens.lowerBound) != nil, match.affixes.isDisjoint(with: [.bi, .li, .ka]),
      !reading.classes(at: match.tokens.lowerBound - 1).meets(.adposition) || isCounted(match.tokens.lowerBound)
    else { return nil }
    for v in reading.verbs.indices where reading.verbs[v].tokens.lowerBound >= match.tokens.upperBound {
      let verb = reading.verbs[v].tokens.lowerBound
      guard verb - match.tokens.upperBound <= 14, groups.contains(where: { $0.tokens.lowerBound == verb }) else {
        return nil
      }
      let isRelative = words.relative.contains(text.tokens[verb - 1].hash)
      guard clauses[clause].contains(verb) || isRelative || verb == match.tokens.upperBound else { return nil }
      return reading.verbs[v].features.isDisjoint(with: [.plural, .dual]) && !isRelative ? nil : v
    }
    return nil
  }

  /// Verbs that make a predicate of any verbal noun: تم اغتصابها and تعرض للخطف are passives, قام بخطف is active.
  func carrier(before noun: TriggerMatch, _ clause: Int, _ used: Set<Int>) -> (verb: Int, passive: Bool)? {
    guard text.language == .arabic else { return nil }
    func isCarrier(_ v: Int, _ id: String) -> Bool {
      reading.verbs[v].light.contains { tables.lexicon.lightVerbs[$0.index].id == id }
    }
    if let v = reading.verb(at: noun.tokens.lowerBound - 1), !used.contains(v),
      isCarrier(v, "ar-tamm") || isCarrier(v, "ar-jara")
    {
      return (v, true)
    }
    let isOn = ClosedWords.arabicOn.contains(text.tokens[max(0, noun.tokens.lowerBound - 1)].hash)
    let id =
      noun.affixes.contains(.bi) ? "ar-qam" : noun.affixes.contains(.li) ? "ar-taarrad" : isOn ? "ar-aqdam" : nil
    guard let id,
      let v = reading.verbs.indices.last(where: {
        reading.verbs[$0].tokens.upperBound <= noun.tokens.lowerBound
          && clauses[clause].contains(reading.verbs[$0].tokens.lowerBound)
      }), !used.contains(v), isCarrier(v, id), noun.tokens.lowerBound - reading.verbs[v].tokens.upperBound <= 14
    else { return nil }
    return (v, id == "ar-taarrad")
  }

  /// "To do" or "to be done" right after a noun of Persian or Urdu makes a predicate of any event noun.
  func plainVerb(after noun: Range<Int>, _ clause: Int, _ used: Set<Int>) -> (verb: Int, passive: Bool)? {
    guard text.language != .arabic, !isGoverned(noun), let v = reading.verb(at: noun.upperBound), !used.contains(v),
      reading.verbs[v].tokens.lowerBound == noun.upperBound, clauses[clause].contains(noun.upperBound),
      groups.contains(where: { $0.tokens.contains(noun.upperBound) })
    else { return nil }
    let readings = reading.verbs[v].light.filter { SiteFinder.plain.contains(tables.lexicon.lightVerbs[$0.index].id) }
    guard let first = readings.first(where: { !tables.lexicon.lightVerbs[$0.index].passive }) ?? readings.first else {
      return nil
    }
    return (v, tables.lexicon.lightVerbs[first.index].passive)
  }

  private static let plain: Set<String> = ["ur-kar", "fa-kard", "fa-anjam-dad", "fa-dasht"]

  /// برای حمله …, از حمله خودداری کرد: what a preposition governs is no part of the predicate.
  private func isGoverned(_ noun: Range<Int>) -> Bool {
    let before = noun.lowerBound - 1
    guard text.language == .persian, before >= reading.tokens.lowerBound,
      ClosedWords.persianGoverning.contains(text.tokens[before].hash)
    else { return false }
    // برخی از تحریم‌ها را لغو کرد: some of them.
    return
      !(before > reading.tokens.lowerBound && words.of.contains(text.tokens[before].hash)
      && words.quantity.contains(text.tokens[before - 1].hash))
  }

  /// Persian: nothing or a prepositional phrase; Urdu: an adverb or a negation.
  private func isNear(_ gap: Range<Int>) -> Bool {
    if gap.isEmpty { return true }
    switch text.language {
    case .urdu:
      return gap.count <= 2
        && gap.allSatisfy {
          let h = text.tokens[$0].hash
          return text.tokens[$0].kind == .word && !words.genitive.contains(h) && !words.ergative.contains(h)
            && !words.accusative.contains(h) && reading.trigger(at: $0) == nil
            && !reading.classes(at: $0).meets(.adposition)
        }
    case .persian:
      if gap.contains(where: { words.accusative.contains(text.tokens[$0].hash) }) { return false }
      // وجود دارد, قرار گرفت: the verb has a noun of its own.
      if let last = gap.last, ClosedWords.persianVerbNouns.contains(text.tokens[last].hash) { return false }
      if gap.count <= 1 { return true }
      let isPhrase = gap.contains { reading.classes(at: $0).meets(.adposition) }
      // حمله به ایران معرفی کرد: a noun after the phrase claims the verb.
      if isPhrase, gap.count >= 3, let last = gap.last, reading.entity(at: last) == nil,
        !reading.classes(at: last - 1).meets(.adposition), reading.classes(at: last) == []
      {
        return reading.entity(at: last - 1) == nil
          && !text.tokens[last - 1].isMark(UInt8(ascii: "\"")) && gap.count <= 4
      }
      return isPhrase || gap.count <= 3
    case .arabic: return true
    }
  }
}

import ArabicScript
import Lexicons
import NewsEvents

/// Arabic verbs whose passive is written like the active.
extension RoleAssigner {
  /// قتل is "killed" and "was killed". A transitive verb without an object is the passive: nothing, a preposition or a
  /// date follows it or its only noun, or a number of people does.
  func isUnvowelledPassive(_ site: EventSite) -> Bool {
    guard text.language == .arabic, site.kind == .verb, let verb = site.verb else { return false }
    guard tables.triggers[site.trigger].mayBePassive else { return false }
    // قتلته, اختطفهم: an object pronoun.
    if let v = reading.verb(at: site.tokens.lowerBound), reading.verbs[v].hasPronoun { return false }
    let next = verb.upperBound
    guard let after = phrases[site.clause].first(where: { $0.tokens.lowerBound == next && $0.marker == nil }),
      !isDate(next), !startsWithPreposition(next)
    else { return true }
    let hasNumber = Numerals.canBegin(text.tokens[next], .arabic) || reading.classes(at: next).has(.atLeast)
    // The subject stands before: what follows is the object.
    if leadsClause(site, verb) { return false }
    if isFeminine(verb), isCountOfMen(next) || after.parties.first.map({ isMasculinePlural(parties[$0]) }) ?? false {
      return false
    }
    if hasNumber { return true }
    guard let first = after.parties.first, parties[first].tokens.lowerBound - afterQuantity(next) <= 2 else {
      // A noun of no known party: "killed one of …" is the passive unless a second party follows as the object.
      // حارس فرنسي بالسفارة: what ب adds is no object.
      return after.parties.count { !hasBi(parties[$0]) } < 2
    }
    let group = coordinated(first, in: after)
    let end = group.map { parties[$0].tokens.upperBound }.max() ?? after.tokens.upperBound
    if end >= after.tokens.upperBound {
      // خطف مسلحون قبل أيام عددا من …: armed men with an object further on are who did it.
      let isArmed = group.contains { ["UAF", "REB", "CRM"].contains(parties[$0].sector ?? "") }
      let rest = end ..<| min(clauses[site.clause].end, end + 10)
      return !(isArmed && rest.contains { isAccusative($0) })
    }
    // An object: a number or another party in the same phrase, or an indefinite accusative.
    let rest = end ..<| after.tokens.upperBound
    // What stands in brackets explains the noun before it.
    if let next = rest.first, text.tokens[next].isMark(UInt8(ascii: "(")) { return true }
    let hasObject = rest.contains { t in
      Numerals.canBegin(text.tokens[t], .arabic) || isAccusative(t)
        || parties.contains { $0.tokens.lowerBound == t && !$0.isPlaceOnly && !hasBi($0) }
    }
    return !hasObject
  }

  /// أربعة شبان: from three to ten the number of men ends in ة.
  private func isCountOfMen(_ token: Int) -> Bool {
    Numerals.canBegin(text.tokens[token], .arabic) && text.codes(text.tokens[token]).last == LetterCode.tehMarbuta
  }

  /// A noun phrase stands between the head of the clause and the verb: أن القوات قتلت, مسلحون اغتالوا.
  func leadsClause(_ site: EventSite, _ verb: Range<Int>) -> Bool {
    guard let group = clauses[site.clause].groups.first.map({ groups[$0] }), group.tokens == verb else { return false }
    // A noun that is no known party leads the clause as well: أن قواته قتلت مسلحا.
    if leadingNoun(site.clause, group, phrases[site.clause]) != nil { return true }
    if isPronounSubject(site.clause, group), !reading.verbs.contains(where: { $0.tokens == verb && $0.hasAnd }) {
      return ClosedWords.arabicThatPronoun.contains(text.tokens[clauses[site.clause].start].hash)
    }
    return phrases[site.clause].contains {
      $0.marker == nil && $0.tokens.upperBound <= verb.lowerBound && !$0.parties.isEmpty
        && verb.lowerBound - $0.tokens.upperBound <= 1
    }
  }

  private func hasBi(_ party: PartyMention) -> Bool {
    reading.entity(at: party.tokens.lowerBound).map { reading.entities[$0].affixes.contains(.bi) } ?? false
  }

  func isDate(_ token: Int) -> Bool { dates.contains { $0.contains(token) } }

  /// بانفجار, لتعذيب: a preposition written on a noun.
  func startsWithPreposition(_ token: Int) -> Bool {
    if let t = reading.trigger(at: token), !reading.triggers[t].affixes.isDisjoint(with: [.bi, .li]) { return true }
    if let e = reading.entity(at: token), !reading.entities[e].affixes.isDisjoint(with: [.bi, .li]) { return true }
    let codes = text.codes(text.tokens[token])
    return codes.count >= 5 && codes.first == LetterCode.beh && reading.entity(at: token) == nil
      || codes.starts(with: [LetterCode.beh, LetterCode.alef, LetterCode.lam])
  }

  /// An indefinite noun in the accusative ends in alef: مسلحا, ضابطا.
  func isAccusative(_ token: Int) -> Bool {
    let t = text.tokens[token]
    guard t.kind == .word, t.count >= 4 else { return false }
    let codes = text.codes(t)
    return codes.last == LetterCode.alef && codes.dropLast().last != LetterCode.heh
  }
}

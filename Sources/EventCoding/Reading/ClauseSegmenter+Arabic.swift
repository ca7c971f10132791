import ArabicScript
import Lexicons
import NewsEvents

/// Arabic: a clause begins with its verb, or with the particle or noun before it.
extension ClauseSegmenter {
  mutating func arabic() {
    var i = reading.tokens.lowerBound
    while i < reading.tokens.upperBound {
      if stop(at: i) {
        i += 1
        continue
      }
      let token = text.tokens[i]
      if token.isMark(comma) {
        if clauses[current].kind == .relative, !startsClause(i + 1) {
          var host = current
          while clauses[host].kind == .relative, let parent = clauses[host].parent { host = parent }
          close(i)
          resume(host, at: i + 1)
        }
        i += 1
        continue
      }
      if i > from {
        if words.complementizer.contains(token.hash) {
          open(i, .complement)
        } else if words.relative.contains(token.hash) {
          open(i, .relative)
        } else if looksLikeVerb(i) {
          open(i, .main)
        } else if words.subordinator.contains(token.hash), !clauses[current].groups.isEmpty {
          open(i, .subordinate)
        }
      }
      if let v = reading.verb(at: i), reading.verbs[v].tokens.lowerBound == i, isArabicVerb(i, v) {
        if i > from, describesEvent(i, v) {
          open(particles(before: i), .relative)
        } else if i > from, !clauses[current].groups.isEmpty || hasAnd(i) && startsAnew(i) {
          let particles = particles(before: i)
          if clauses[current].kind == .relative, let parent = clauses[current].parent, hasAnd(i) {
            close(particles)
            start(particles, .relative, parent: parent)
          } else {
            open(particles, .main)
          }
        }
        let end = group(from: i)
        clauses[current].groups.append(groups.count - 1)
        i = max(end, i + 1)
        continue
      }
      i += 1
    }
  }

  /// غارة جوية شنتها طائرات: a verb with a pronoun right after an event's noun opens a clause about it.
  private func describesEvent(_ i: Int, _ v: Int) -> Bool {
    guard reading.verbs[v].hasPronoun, !reading.verbs[v].hasAnd, !reading.verbs[v].light.isEmpty else { return false }
    return reading.triggers.contains { $0.tokens.upperBound <= i && i - $0.tokens.upperBound <= 2 }
  }

  /// "، واتهم": a verb with و ends a relative clause, and after a comma any other, too, whose own verb is unknown.
  private func startsAnew(_ i: Int) -> Bool {
    clauses[current].kind == .relative || text.tokens[i - 1].isMark(comma)
  }

  private func hasAnd(_ i: Int) -> Bool {
    reading.verb(at: i).map { reading.verbs[$0].hasAnd } ?? false
  }

  /// ، وتدهورت: a comma, و and an unknown word with the ending of a feminine past is a new predicate.
  private func looksLikeVerb(_ i: Int) -> Bool {
    let token = text.tokens[i]
    guard token.kind == .word, token.count >= 5, text.tokens[i - 1].isMark(comma), reading.verb(at: i) == nil,
      reading.entity(at: i) == nil, reading.trigger(at: i) == nil
    else { return false }
    let codes = text.codes(token)
    return codes.first == LetterCode.waw && codes.last == LetterCode.teh && codes.dropLast().last != LetterCode.alef
  }

  /// After a preposition the same letters are a verbal noun: إثر شن إيران هجوما.
  private func isArabicVerb(_ i: Int, _ v: Int) -> Bool {
    let verb = reading.verbs[v]
    guard verb.isSpeech || !verb.features.isDisjoint(with: [.past, .present, .future]) else { return false }
    guard i > reading.tokens.lowerBound else { return true }
    if isObjectNoun(i, v) || isReciprocalNoun(i) { return false }
    return !words.notBefore.contains(text.tokens[i - 1].hash)
  }

  /// نفت روسيا قصف أوكرانيا, يواصل الجيش قصف …: after a verb of denying or going on the same letters are its object.
  private func isObjectNoun(_ i: Int, _ v: Int) -> Bool {
    guard reading.verbs[v].isTrigger || !reading.verbs[v].light.isEmpty, !reading.verbs[v].hasAnd,
      let g = clauses[current].groups.last,
      reading.verbs[v].features.contains(.past), i - groups[g].tokens.upperBound <= 4
    else { return false }
    let governing = reading.classes(at: groups[g].tokens.lowerBound)
    return governing.has(.denied) || governing.has(.ongoing) || isBareObject(i, after: groups[g].tokens.upperBound)
  }

  /// رفض القاضي طلب …: three letters without و right after a verb and its subject are a verbal noun; two finite verbs
  /// would need a conjunction.
  private func isBareObject(_ i: Int, after end: Int) -> Bool {
    guard hasThreeLetters(i), i > end, groups[groups.count - 1].features.contains(.past) else { return false }
    guard (end ..<| i).allSatisfy({ text.tokens[$0].kind == .word && !words.relative.contains(text.tokens[$0].hash) })
    else { return false }
    // أكدت الصين دعمها, طلبت بغداد من واشنطن سحب …: a subject, and whom it asks, stand in between.
    guard reading.entities.contains(where: { $0.tokens.lowerBound == end }) else { return false }
    return (end ..<| i).allSatisfy { reading.entity(at: $0) != nil || words.of.contains(text.tokens[$0].hash) }
  }

  /// قصف, دعمها: three letters, and a pronoun.
  private func hasThreeLetters(_ i: Int) -> Bool {
    let count = text.tokens[i].count
    if count == 3 { return true }
    guard let v = reading.verb(at: i), reading.verbs[v].hasPronoun else { return false }
    let codes = text.codes(text.tokens[i])
    return codes.last == LetterCode.heh ? count == 4 : count == 5
  }

  /// اتفاقية تعاون, مذكرة تفاهم: right after a noun without the article the form of تفاعل is a verbal noun.
  private func isReciprocalNoun(_ i: Int) -> Bool {
    let codes = text.codes(text.tokens[i])
    guard codes.count == 5, codes.first == LetterCode.teh, codes[codes.startIndex + 2] == LetterCode.alef,
      i > from, text.tokens[i - 1].kind == .word, !clauses[current].groups.isEmpty,
      !groups[clauses[current].groups.last!].tokens.contains(i - 1)
    else { return false }
    let before = text.codes(text.tokens[i - 1])
    return !before.starts(with: [LetterCode.alef, LetterCode.lam]) && reading.entity(at: i - 1) == nil
      && reading.classes(at: i - 1) == []
  }

  /// قد, لم, سوف before a verb belong to its clause.
  private func particles(before i: Int) -> Int {
    var at = i
    while at - 1 > from, words.auxiliary.contains(text.tokens[at - 1].hash) { at -= 1 }
    return at
  }

  private func startsClause(_ i: Int) -> Bool {
    guard i < reading.tokens.upperBound else { return false }
    if let v = reading.verb(at: i), reading.verbs[v].tokens.lowerBound == i { return hasAnd(i) }
    return words.subordinator.contains(text.tokens[i].hash)
  }
}

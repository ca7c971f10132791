import ArabicScript
import Lexicons
import NewsEvents

/// A verb with its auxiliaries: کرده بود, ہلاک ہو گیا, خواهد شد.
struct VerbGroup: Sendable, Hashable {
  var tokens: Range<Int>
  /// Indices into `SentenceReading.verbs`: a group's verbs follow one another.
  var verbs: Range<Int>
  var features: VerbFeatures
  var isSpeech: Bool
}

/// A clause: one predicate and what belongs to it. A relative clause in the middle leaves its host two ranges.
public struct Clause: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    case main, complement, relative, participle, subordinate
  }

  public var kind: Kind
  /// Token ranges of the article, in order.
  public var ranges: Few<Range<Int>>
  /// The clause it depends on or follows.
  public var parent: Int?
  /// Indices into the sentence's verb groups.
  var groups: Few<Int> = []
  /// Classes of the words that open it.
  var opener: MarkerSet = []

  public var start: Int { ranges.first?.lowerBound ?? 0 }
  public var end: Int { ranges.last?.upperBound ?? 0 }
  func contains(_ token: Int) -> Bool { ranges.contains { $0.contains(token) } }
}

/// Splits a sentence into clauses at verbs, conjunctions, complementizers, relatives and stops.
struct ClauseSegmenter {
  let text: AnalyzedText
  let reading: SentenceReading
  let words: ClosedWords
  private(set) var clauses: [Clause] = []
  private(set) var groups: [VerbGroup] = []
  private var current = 0
  private var from: Int

  private let comma = UInt8(ascii: ",")

  init(text: AnalyzedText, reading: SentenceReading, words: ClosedWords) {
    self.text = text
    self.reading = reading
    self.words = words
    from = reading.tokens.lowerBound
    clauses = [Clause(kind: .main, ranges: [])]
  }

  /// O(tokens).
  mutating func segment() {
    switch text.language {
    case .persian: persian()
    case .arabic: arabic()
    case .urdu: urdu()
    }
    close(reading.tokens.upperBound)
    while clauses.last?.ranges.isEmpty == true { clauses.removeLast() }
  }

  // MARK: Persian

  private mutating func persian() {
    var i = reading.tokens.lowerBound
    while i < reading.tokens.upperBound {
      if stop(at: i) {
        i += 1
        continue
      }
      if words.complementizer.contains(text.tokens[i].hash), i == from, clauses[current].ranges.isEmpty {
        if clauses[current].parent != nil { clauses[current].kind = .complement }
        i += 1
        continue
      }
      if words.complementizer.contains(text.tokens[i].hash), reading.entity(at: i) == nil, i > from {
        let afterVerb = clauses[current].groups.last.map { groups[$0].tokens.upperBound >= i - 1 } ?? false
        open(i, afterVerb ? .complement : .relative)
        i += 1
        continue
      }
      if opensClause(i), i > from, !clauses[current].groups.isEmpty { open(i, .subordinate) }
      if let v = reading.verb(at: i), reading.verbs[v].tokens.lowerBound == i {
        let end = group(from: i)
        let g = groups[groups.count - 1]
        let next = end < reading.tokens.upperBound ? text.tokens[end] : nil
        let finite =
          g.features.isDisjoint(with: [.participle, .infinitive])
          || !g.features.isDisjoint(with: [.past, .present, .subjunctive])
            && !(g.features.contains(.infinitive))
        // متهم کرده که …: a perfect without its است; بازداشت شده که may describe the noun before it.
        let closed =
          next == nil || next!.isMark(comma) || words.and.contains(next!.hash)
          || (words.complementizer.contains(next!.hash) || isWithinHost(end)) && !g.features.contains(.passive)
        if g.features.contains(.infinitive) && g.features.isDisjoint(with: .past) {
          groups.removeLast()
        } else if finite || closed {
          finish(after: end)
        }
        i = max(end, i + 1)
        continue
      }
      if let end = unknownVerb(at: i) {
        groups.append(VerbGroup(tokens: i ..<| end, verbs: 0..<0, features: .present, isSpeech: false))
        finish(after: end)
        i = end
        continue
      }
      i += 1
    }
  }

  /// وزیری که به تهران سفر کرده با رئیس مجلس دیدار کرد: the participle ends its relative clause while the host still lacks a
  /// verb and another follows.
  private func isWithinHost(_ end: Int) -> Bool {
    guard clauses[current].kind == .relative, let parent = clauses[current].parent, clauses[parent].groups.isEmpty
    else { return false }
    return reading.verbs.contains {
      $0.tokens.lowerBound >= end && !$0.features.isDisjoint(with: [.past, .present])
        && $0.features.isDisjoint(with: [.participle, .infinitive])
    }
  }

  /// Persian: the end of a finite verb that the lexicon does not know. Its form gives it away: می‌ or نمی‌ before it and
  /// a personal ending, or one of the commonest pasts.
  private func unknownVerb(at i: Int) -> Int? {
    let token = text.tokens[i]
    guard token.kind == .word, reading.entity(at: i) == nil, reading.trigger(at: i) == nil, reading.verb(at: i) == nil
    else { return nil }
    if PersianVerbs.pasts.contains(token.hash) { return i + 1 }
    if PersianVerbs.imperfect.contains(token.hash) {
      let next = i + 1
      guard next < reading.tokens.upperBound, text.tokens[next].kind == .word, reading.verb(at: next) == nil,
        PersianVerbs.hasEnding(text.codes(text.tokens[next]))
      else { return nil }
      return next + 1
    }
    return PersianVerbs.isImperfect(text.codes(token)) && !PersianVerbs.nouns.contains(token.hash) ? i + 1 : nil
  }

  // MARK: Urdu

  private mutating func urdu() {
    var i = reading.tokens.lowerBound
    while i < reading.tokens.upperBound {
      if stop(at: i) {
        i += 1
        continue
      }
      let hash = text.tokens[i].hash
      if i == from, clauses[current].ranges.isEmpty, clauses[current].parent != nil {
        if words.complementizer.contains(hash) { clauses[current].kind = .complement }
        if words.relative.contains(hash) { clauses[current].kind = .relative }
      }
      if i > from, reading.entity(at: i) == nil {
        if words.complementizer.contains(hash) {
          open(i, .complement)
        } else if words.relative.contains(hash) {
          open(i, .relative)
        } else if opensClause(i), !clauses[current].groups.isEmpty {
          open(i, .subordinate)
        }
      }
      if let v = reading.verb(at: i), reading.verbs[v].tokens.lowerBound == i, isUrduVerb(v) {
        let end = group(from: i)
        let g = groups[groups.count - 1]
        let last = text.tokens[end - 1].hash
        let after = afterQuotes(end)
        let next = after < reading.tokens.upperBound ? text.tokens[after] : nil
        let closed = next == nil || next!.kind == .mark || words.subordinator.contains(next!.hash)
        if words.participleEnd.contains(last), !closed || next?.isMark(comma) == true,
          g.features.contains(.present) || g.features.contains(.stem)
        {
          finish(after: end, as: .participle)
        } else if ClosedWords.urduCopula.contains(last) || closed && g.features.isDisjoint(with: .infinitive) {
          finish(after: end)
        } else if g.features.contains(.infinitive) {
          groups.removeLast()
        } else {
          clauses[current].groups.append(groups.count - 1)
        }
        i = max(end, i + 1)
        continue
      }
      i += 1
    }
  }

  /// کی before a noun is the genitive, not the past of کرنا.
  private func isUrduVerb(_ v: Int) -> Bool {
    let verb = reading.verbs[v]
    guard verb.tokens.count == 1, words.genitive.contains(text.tokens[verb.tokens.lowerBound].hash) else { return true }
    let next = afterQuotes(verb.tokens.upperBound)
    guard next < reading.tokens.upperBound else { return true }
    let token = text.tokens[next]
    return token.kind == .mark || words.auxiliary.contains(token.hash) || words.subordinator.contains(token.hash)
  }

  private func afterQuotes(_ i: Int) -> Int {
    var at = i
    while at < reading.tokens.upperBound,
      text.tokens[at].isMark(UInt8(ascii: "\"")) || text.tokens[at].isMark(UInt8(ascii: "'"))
    { at += 1 }
    return at
  }

  // MARK: Arabic

  private mutating func arabic() {
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

  // MARK: Common

  /// A conjunction or phrase that begins a clause: در حالی که, جبکہ, اگر.
  private func opensClause(_ i: Int) -> Bool {
    let set = reading.classes(at: i)
    return set.meets(.opening)
      || words.subordinator.contains(text.tokens[i].hash)
        && !words.and.contains(text.tokens[i].hash)
  }

  /// A mark that ends a clause whatever stands in it.
  private mutating func stop(at i: Int) -> Bool {
    let t = text.tokens[i]
    guard t.kind == .mark, i > from else { return false }
    let hard =
      t.isMark(UInt8(ascii: ";")) || t.isMark(UInt8(ascii: ":")) || t.isMark(UInt8(ascii: "!"))
      || t.isMark(UInt8(ascii: "?")) || t.isMark(UInt8(ascii: "|")) || t.isMark(LetterCode.ellipsis)
      || t.isMark(UInt8(ascii: ".")) && i + 1 < reading.tokens.upperBound
        && text.tokens[i + 1].isMark(UInt8(ascii: "."))
    // A clock time and a ratio keep their colon.
    if t.isMark(UInt8(ascii: ":")), i + 1 < reading.tokens.upperBound, text.tokens[i + 1].kind == .number {
      return false
    }
    guard hard else {
      if t.isMark(comma), text.language != .arabic, !clauses[current].groups.isEmpty,
        groups[clauses[current].groups.last!].tokens.upperBound < i, clauses[current].kind == .relative
      {
        open(i + 1, .main)
        return true
      }
      return false
    }
    close(i)
    start(i + 1, t.isMark(UInt8(ascii: ":")) ? .complement : .main, parent: current)
    return true
  }

  /// Joins the verb at `i` and the verbs and auxiliaries that follow it; returns the group's end.
  private mutating func group(from i: Int) -> Int {
    var end = i
    var verbs = 0..<0
    var features: VerbFeatures = []
    var speech = false
    while end < reading.tokens.upperBound {
      if let v = reading.verb(at: end), reading.verbs[v].tokens.lowerBound == end {
        // In Arabic two verbs in a row are two predicates, except كان and the like.
        if text.language == .arabic, !verbs.isEmpty { break }
        if text.language == .persian, !verbs.isEmpty, !isPersianAuxiliary(v) { break }
        verbs = verbs.isEmpty ? v..<v + 1 : verbs.lowerBound..<v + 1
        features.formUnion(reading.verbs[v].features)
        speech = speech || reading.verbs[v].isSpeech
        end = reading.verbs[v].tokens.upperBound
      } else if !verbs.isEmpty, text.language != .arabic, words.auxiliary.contains(text.tokens[end].hash) {
        end += 1
      } else if !verbs.isEmpty, text.language == .urdu, text.tokens[end].hash == ClosedWords.urduParticiple {
        end += 1
      } else {
        break
      }
    }
    // خواهد stands before the verb it makes future.
    var begin = i
    if text.language == .persian, i > from, words.future.contains(text.tokens[i - 1].hash) { begin = i - 1 }
    groups.append(VerbGroup(tokens: begin ..<| end, verbs: verbs, features: features, isSpeech: speech))
    return end
  }

  private func isPersianAuxiliary(_ v: Int) -> Bool {
    words.auxiliary.contains(text.tokens[reading.verbs[v].tokens.lowerBound].hash)
      || reading.verbs[v].features == [] && !reading.verbs[v].isTrigger && reading.verbs[v].light.isEmpty
  }

  /// A verb of Persian or Urdu closes its clause; after a relative clause its host goes on if it still lacks a verb.
  private mutating func finish(after end: Int, as kind: Clause.Kind? = nil) {
    clauses[current].groups.append(groups.count - 1)
    if let kind { clauses[current].kind = kind }
    // A complementizer right after the verb opens its own clause.
    close(end)
    var next = end
    while next < reading.tokens.upperBound,
      text.tokens[next].isMark(comma) || text.tokens[next].isMark(UInt8(ascii: "\""))
    { next += 1 }
    if clauses[current].kind == .relative, let parent = clauses[current].parent, clauses[parent].groups.isEmpty {
      resume(parent, at: next)
    } else {
      start(next, .main, parent: current)
    }
  }

  private mutating func open(_ i: Int, _ kind: Clause.Kind) {
    close(i)
    start(i, kind, parent: current)
  }

  private mutating func start(_ i: Int, _ kind: Clause.Kind, parent: Int) {
    if clauses[current].ranges.isEmpty, clauses[current].groups.isEmpty {
      clauses[current].kind = kind
      from = i
      if i < reading.tokens.upperBound { clauses[current].opener.formUnion(reading.classes(at: i)) }
      return
    }
    clauses.append(Clause(kind: kind, ranges: [], parent: parent))
    current = clauses.count - 1
    if i < reading.tokens.upperBound { clauses[current].opener = reading.classes(at: i) }
    from = i
  }

  private mutating func resume(_ clause: Int, at i: Int) {
    current = clause
    from = i
  }

  private mutating func close(_ end: Int) {
    if end > from { clauses[current].ranges.append(from ..<| end) }
    from = end
  }
}

import ArabicScript
import Lexicons
import NewsEvents

/// Splits a sentence into clauses at verbs, conjunctions, complementizers, relatives and stops.
struct ClauseSegmenter {
  let text: AnalyzedText
  let reading: SentenceReading
  let words: ClosedWords
  var clauses: [Clause] = []
  var groups: [VerbGroup] = []
  var current = 0
  var from: Int

  let comma = UInt8(ascii: ",")

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

  mutating func persian() {
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
  func isWithinHost(_ end: Int) -> Bool {
    guard clauses[current].kind == .relative, let parent = clauses[current].parent, clauses[parent].groups.isEmpty
    else { return false }
    return reading.verbs.contains {
      $0.tokens.lowerBound >= end && !$0.features.isDisjoint(with: [.past, .present])
        && $0.features.isDisjoint(with: [.participle, .infinitive])
    }
  }

  /// Persian: the end of a finite verb that the lexicon does not know. Its form gives it away: می‌ or نمی‌ before it and
  /// a personal ending, or one of the commonest pasts.
  func unknownVerb(at i: Int) -> Int? {
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

  mutating func urdu() {
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
  func isUrduVerb(_ v: Int) -> Bool {
    let verb = reading.verbs[v]
    guard verb.tokens.count == 1, words.genitive.contains(text.tokens[verb.tokens.lowerBound].hash) else { return true }
    let next = afterQuotes(verb.tokens.upperBound)
    guard next < reading.tokens.upperBound else { return true }
    let token = text.tokens[next]
    return token.kind == .mark || words.auxiliary.contains(token.hash) || words.subordinator.contains(token.hash)
  }

  func afterQuotes(_ i: Int) -> Int {
    var at = i
    while at < reading.tokens.upperBound,
      text.tokens[at].isMark(UInt8(ascii: "\"")) || text.tokens[at].isMark(UInt8(ascii: "'"))
    { at += 1 }
    return at
  }

  // MARK: Common

  /// A conjunction or phrase that begins a clause: در حالی که, جبکہ, اگر.
  func opensClause(_ i: Int) -> Bool {
    let set = reading.classes(at: i)
    return set.meets(.opening)
      || words.subordinator.contains(text.tokens[i].hash)
        && !words.and.contains(text.tokens[i].hash)
  }

  /// A mark that ends a clause whatever stands in it.
  mutating func stop(at i: Int) -> Bool {
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
  mutating func group(from i: Int) -> Int {
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

  func isPersianAuxiliary(_ v: Int) -> Bool {
    words.auxiliary.contains(text.tokens[reading.verbs[v].tokens.lowerBound].hash)
      || reading.verbs[v].features == [] && !reading.verbs[v].isTrigger && reading.verbs[v].light.isEmpty
  }

  /// A verb of Persian or Urdu closes its clause; after a relative clause its host goes on if it still lacks a verb.
  mutating func finish(after end: Int, as kind: Clause.Kind? = nil) {
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

  mutating func open(_ i: Int, _ kind: Clause.Kind) {
    close(i)
    start(i, kind, parent: current)
  }

  mutating func start(_ i: Int, _ kind: Clause.Kind, parent: Int) {
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

  mutating func resume(_ clause: Int, at i: Int) {
    current = clause
    from = i
  }

  mutating func close(_ end: Int) {
    if end > from { clauses[current].ranges.append(from ..<| end) }
    from = end
  }
}

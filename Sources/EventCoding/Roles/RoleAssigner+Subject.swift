import ArabicScript
import Lexicons
import NewsEvents

/// The subject of a clause, its own or that of the clause it hangs on.
extension RoleAssigner {
  /// The subject of a clause by the word order of its language; empty when it has none or it is an event.
  func findSubject(of clause: Int) -> [Int] {
    switch text.language {
    case .persian: persianSubject(of: clause)
    case .arabic: arabicSubject(of: clause)
    case .urdu: urduSubject(of: clause)
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

  /// The party is the first word of its phrase, but for a conjunction: کہ پاکستان …
  func opens(_ phrase: Phrase, _ p: Int) -> Bool {
    var start = phrase.tokens.lowerBound
    while start < parties[p].tokens.lowerBound,
      words.subordinator.contains(text.tokens[start].hash) || text.tokens[start].kind == .mark
    {
      start += 1
    }
    return start == parties[p].tokens.lowerBound
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
  func hasUnknownSubject(_ clause: Int) -> Bool {
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

  func isPlainWord(_ token: Int) -> Bool {
    text.tokens[token].kind == .word && reading.entity(at: token) == nil && reading.verb(at: token) == nil
      && reading.classes(at: token).subtracting(.alias) == []
  }
}

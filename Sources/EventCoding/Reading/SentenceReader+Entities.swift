import ArabicScript
import Lexicons
import NewsEvents

extension SentenceReader {
  private func isEntity(_ meaning: Meaning) -> Bool {
    switch meaning {
    case .country, .actor, .person, .office, .place: true
    default: false
    }
  }

  /// Leftmost, then longest; a name that is also an ordinary word only beside a title, an office or a nationality.
  func chooseEntities(_ matches: [LexiconMatch], _ out: inout SentenceReading.Draft) {
    var certain = Places(out.tokens)
    for m in matches where !m.needsContext {
      switch m.meaning {
      case .office, .country(_, .adjective), .country(_, .name), .actor:
        certain.insert(m.tokens.lowerBound)
        certain.insert(m.tokens.upperBound)
      case .marker(let n) where tables.markerClass[n] == .counterpart:
        certain.insert(m.tokens.lowerBound)
        certain.insert(m.tokens.upperBound)
      default: break
      }
    }
    out.entities.reserveCapacity(8)
    var end = out.tokens.lowerBound
    var i = 0
    while i < matches.count {
      let m = matches[i]
      guard isEntity(m.meaning), m.tokens.lowerBound >= end, !isFunctionWord(m), !isMisread(m, matches) else {
        i += 1
        continue
      }
      if m.needsContext, !hasContext(m, certain, out.tokens) {
        i += 1
        continue
      }
      var affixes = m.affixes
      var meanings = Few(m.meaning)
      var j = i + 1
      while j < matches.count, matches[j].tokens.lowerBound == m.tokens.lowerBound {
        if matches[j].tokens == m.tokens, isEntity(matches[j].meaning), !isMisread(matches[j], matches),
          !matches[j].needsContext || hasContext(matches[j], certain, out.tokens)
        {
          meanings.append(matches[j].meaning)
          affixes.formUnion(matches[j].affixes)
        }
        j += 1
      }
      for t in m.tokens { out.words[t - out.tokens.lowerBound].entity = Int32(out.entities.count) }
      out.entities.append(EntityMatch(tokens: m.tokens, meanings: meanings, affixes: affixes))
      end = m.tokens.upperBound
      i = j
    }
  }

  /// What an Arabic name does not carry: the article on a person's name (الرئيسي is no Raisi), ف anywhere but at the
  /// head of a clause (فخمين is no Khomein), a pronoun where the word is a verb with its object (قتلتهم).
  private func isMisread(_ m: LexiconMatch, _ matches: [LexiconMatch]) -> Bool {
    guard text.language == .arabic, m.affixes != [] else { return false }
    let first = m.tokens.lowerBound
    if case .person = m.meaning, m.affixes.contains(.definite) || m.affixes.contains(.pronoun) { return true }
    if m.affixes.contains(.and), text.codes(text.tokens[first]).first == LetterCode.feh, first > 0,
      text.tokens[first - 1].kind != .mark
    {
      return true
    }
    if m.affixes.contains(.pronoun), m.tokens.count == 1 {
      var n = firstMatch(at: first, matches)
      while n < matches.count, matches[n].tokens.lowerBound == first {
        if matches[n].tokens == m.tokens {
          switch matches[n].meaning {
          case .triggerVerb, .lightVerb: return true
          default: break
          }
        }
        n += 1
      }
    }
    return false
  }

  /// The index of the first match that begins at `token` or after it. O(log matches).
  private func firstMatch(at token: Int, _ matches: [LexiconMatch]) -> Int {
    var low = 0
    var high = matches.count
    while low < high {
      let middle = (low + high) / 2
      if matches[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// A particle that only looks like a name with a clitic, or a Persian or Urdu verb that is also a name (کرد).
  private func isFunctionWord(_ m: LexiconMatch) -> Bool {
    guard m.tokens.count == 1 else { return false }
    let hash = text.tokens[m.tokens.lowerBound].hash
    let words = tables.words[CoderTables.index(text.language)]
    return words.complementizer.contains(hash) || words.relative.contains(hash) || words.verbs.contains(hash)
  }

  /// Tokens of a sentence and the one after it.
  private struct Places {
    private var bits: [Bool]
    private let start: Int
    private(set) var isEmpty = true

    init(_ sentence: Range<Int>) {
      bits = [Bool](repeating: false, count: sentence.count + 1)
      start = sentence.lowerBound
    }

    mutating func insert(_ token: Int) {
      bits[token - start] = true
      isEmpty = false
    }

    func contains(_ token: Int) -> Bool { bits[token - start] }
  }

  private func hasContext(_ m: LexiconMatch, _ certain: Places, _ sentence: Range<Int>) -> Bool {
    // المنظمات الدولية لفتح تحقيق: what has a preposition written on it is no apposition.
    let isApart = text.language == .arabic && !m.affixes.isDisjoint(with: [.li, .bi, .ka])
    if !isApart, certain.contains(m.tokens.lowerBound) || certain.contains(m.tokens.upperBound) { return true }
    // شام, Syria or the evening: with a postposition beside another country of the sentence.
    if case .country(_, .name) = m.meaning, text.language == .urdu, !certain.isEmpty,
      m.tokens.upperBound < sentence.upperBound
    {
      return ClosedWords.urduCases.contains(text.tokens[m.tokens.upperBound].hash)
        && (m.tokens.upperBound + 1 >= sentence.upperBound
          || !ClosedWords.urduTime.contains(text.tokens[m.tokens.upperBound + 1].hash))
    }
    // شمالی شام: a direction stands before a country.
    if case .country(_, .name) = m.meaning, m.tokens.lowerBound > sentence.lowerBound,
      ClosedWords.directions.contains(text.tokens[m.tokens.lowerBound - 1].hash)
    {
      return true
    }
    // به گزارش فارس, به نقل از مهر: there only an outlet stands.
    if case .actor(let n) = m.meaning, text.language == .persian, tables.lexicon.actors[n].kind == .media,
      m.tokens.lowerBound > sentence.lowerBound,
      ClosedWords.persianReport.contains(text.tokens[m.tokens.lowerBound - 1].hash)
    {
      return true
    }
    // قواته: an owned body is one.
    if case .actor = m.meaning, text.language == .arabic, m.affixes.contains(.pronoun) { return true }
    // ۳ غیرنظامی, ایک شہری: what is counted is people.
    if case .actor = m.meaning, text.language != .arabic, m.tokens.lowerBound > sentence.lowerBound,
      Numerals.canBegin(text.tokens[m.tokens.lowerBound - 1], text.language)
        || ClosedWords.one.contains(text.tokens[m.tokens.lowerBound - 1].hash)
    {
      return true
    }
    guard case .place = m.meaning, m.tokens.lowerBound > sentence.lowerBound else { return false }
    return tables.words[CoderTables.index(text.language)].placeNoun.contains(
      text.tokens[m.tokens.lowerBound - 1].hash)
  }
}

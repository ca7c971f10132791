import ArabicScript
import NewsEvents

/// A trie over word ids with the meanings of its phrases: how one language's entries are found in tokens.
struct PhraseAutomaton: Sendable {
  /// Conditions on a phrase's affixes, and what it means, in one word.
  struct Output: Sendable, Hashable {
    var meaning: Meaning
    var needsContext: Bool
    /// Names take no plural and no possessive; a Persian ی only after a vowel letter.
    var isName: Bool
  }

  let language: Language
  var words: WordTable
  /// (node << 32 | word) → node.
  var edges: WordTable
  /// Outputs (packed) of node n are `outputs[starts[n]..<starts[n + 1]]`.
  var starts: [UInt32]
  var outputs: [UInt64]

  /// A known word that a token can be read as.
  struct Reading: Sendable {
    var word: UInt32
    var affixes: Affixes
  }

  func matches(in text: AnalyzedText, tokens range: Range<Int>) -> [LexiconMatch] {
    let analyzer = WordAnalyzer(language: language, words: words)
    var readings: [Reading] = []
    var readingStarts: [Int] = []
    readings.reserveCapacity(range.count * 2)
    readingStarts.reserveCapacity(range.count + 1)
    for i in range {
      readingStarts.append(readings.count)
      analyzer.read(text, text.tokens[i], into: &readings)
    }
    readingStarts.append(readings.count)

    var out: [LexiconMatch] = []
    for i in range {
      let k = i - range.lowerBound
      let first = out.count
      for r in readingStarts[k]..<readingStarts[k + 1] {
        let reading = readings[r]
        guard let node = edges.value(UInt64(reading.word)) else { continue }
        follow(
          node, text: text, range: range, start: i, at: i, first: reading.affixes, last: reading.affixes,
          readings: readings, readingStarts: readingStarts, analyzer: analyzer, from: first, into: &out)
      }
      sortLongestFirst(&out, from: first)
    }
    return out
  }

  /// Stable insertion sort: there are seldom more than two.
  private func sortLongestFirst(_ matches: inout [LexiconMatch], from first: Int) {
    guard matches.count - first > 1 else { return }
    for i in first + 1..<matches.count {
      let match = matches[i]
      var at = i
      while at > first, matches[at - 1].tokens.upperBound < match.tokens.upperBound {
        matches[at] = matches[at - 1]
        at -= 1
      }
      matches[at] = match
    }
  }

  private func follow(
    _ node: UInt32, text: AnalyzedText, range: Range<Int>, start: Int, at: Int, first: Affixes, last: Affixes,
    readings: [Reading], readingStarts: [Int], analyzer: WordAnalyzer, from firstMatch: Int,
    into found: inout [LexiconMatch]
  ) {
    var end = at + 1
    var last = last
    // A Persian plural or ezafe written apart (گروه های) belongs to the word before it.
    if language == .persian, end < range.upperBound, analyzer.isDetachedSuffix(text.tokens[end]) {
      last.insert(text.tokens[end].count > 2 ? [.plural, .ya] : text.tokens[end].count > 1 ? .plural : .ya)
      end += 1
    }
    let a = Int(starts[Int(node)]), b = Int(starts[Int(node) + 1])
    for k in a..<b {
      let output = Output(packed: outputs[k])
      let affixes = first.union(last)
      guard allows(output, first: first, last: last) else { continue }
      let match = LexiconMatch(
        tokens: start..<end, meaning: output.meaning, affixes: affixes, needsContext: output.needsContext)
      if !(firstMatch..<found.count).contains(where: { found[$0] == match }) { found.append(match) }
    }
    guard end < range.upperBound, end - start < 12 else { return }
    let k = end - range.lowerBound
    for r in readingStarts[k]..<readingStarts[k + 1] {
      let reading = readings[r]
      // Inside a phrase a conjunction or preposition would be another phrase.
      guard reading.affixes.isDisjoint(with: [.and, .bi, .ka]) else { continue }
      guard let next = edges.value(UInt64(node) << 32 | UInt64(reading.word)) else { continue }
      follow(
        next, text: text, range: range, start: start, at: end, first: first,
        last: reading.affixes.subtracting(.definite), readings: readings, readingStarts: readingStarts,
        analyzer: analyzer, from: firstMatch, into: &found)
    }
  }

  private func allows(_ output: Output, first: Affixes, last: Affixes) -> Bool {
    if output.isName, !last.isDisjoint(with: [.plural, .pronoun, .indefinite]) { return false }
    switch output.meaning {
    case .triggerVerb, .lightVerb:
      if !first.isDisjoint(with: [.definite, .bi, .ka]) { return false }
      if language == .persian, !last.isEmpty { return false }
    case .marker:
      if language == .persian, !last.isEmpty { return false }
    default: break
    }
    return true
  }
}

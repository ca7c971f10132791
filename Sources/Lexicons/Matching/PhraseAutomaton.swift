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
  let words: WordTable
  /// (node << 32 | word) → node.
  let edges: WordTable
  /// Outputs (packed) of node n are `outputs[starts[n]..<starts[n + 1]]`.
  let starts: [UInt32]
  let outputs: [UInt64]
  /// Word → the node of phrases that begin with it, 0 for none: `edges` of the root, which every token asks for.
  private let roots: [UInt32]
  /// One bit a node: whether a longer phrase goes on there.
  private let inner: [UInt64]

  /// O(size of the tables).
  init(language: Language, words: WordTable, edges: WordTable, starts: [UInt32], outputs: [UInt64]) {
    self.language = language
    self.words = words
    self.edges = edges
    self.starts = starts
    self.outputs = outputs
    // Words are numbered from 1 without gaps; a table that was tampered with is not believed.
    var roots = [UInt32](repeating: 0, count: min(Int(words.values.max() ?? 0), words.keys.count) + 1)
    var inner = [UInt64](repeating: 0, count: starts.count / 64 + 1)
    let keys = edges.keys.span
    for slot in keys.indices where keys[slot] != 0 {
      let node = Int(keys[slot] >> 32), word = Int(keys[slot] & 0xFFFF_FFFF)
      if node == 0 {
        if word < roots.count { roots[word] = edges.values[slot] }
      } else if node < starts.count {
        inner[node >> 6] |= 1 << UInt64(node & 63)
      }
    }
    self.roots = roots
    self.inner = inner
  }

  private func root(_ word: UInt32) -> UInt32 {
    Int(word) < roots.count ? roots[Int(word)] : edges.value(UInt64(word)) ?? 0
  }

  private func goesOn(_ node: Int) -> Bool { inner[node >> 6] & (1 << UInt64(node & 63)) != 0 }

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
    out.reserveCapacity(range.count + 4)
    for i in range {
      let k = i - range.lowerBound
      let first = out.count
      for r in readingStarts[k]..<readingStarts[k + 1] {
        let reading = readings[r]
        let node = root(reading.word)
        guard node != 0 else { continue }
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
    guard end < range.upperBound, end - start < 12, goesOn(Int(node)) else { return }
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
    if output.isName {
      if !last.isDisjoint(with: [.plural, .pronoun, .indefinite]) { return false }
      // An Arabic name keeps its article or has none: الموت, الرئيسي and المشهد are no Alamut, Raisi and Mashhad.
      if first.contains(.definite) { return false }
    }
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

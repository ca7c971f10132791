import ArabicScript
import NewsEvents

/// Builds the automaton of one language, phrase by phrase.
struct AutomatonBuilder {
  let language: Language
  private var wordIDs: [UInt64: UInt32] = [:]
  private var children: [UInt64: UInt32] = [:]
  private var outputs: [[PhraseAutomaton.Output]] = [[]]

  init(language: Language) { self.language = language }

  /// The words of a phrase as matching keys. Names keep the Arabic article and verbs their first letters (التقى),
  /// other phrases lose the article.
  static func words(of phrase: String, language: Language, keepsArticle: Bool) -> [[UInt8]] {
    let text = AnalyzedText(phrase, language: language)
    return text.tokens.indices.compactMap { index in
      let token = text.tokens[index]
      guard token.kind != .lineBreak else { return nil }
      let codes = Array(text.codes(token))
      if language == .arabic, !keepsArticle, codes.count >= 4, hasArticle(text.text(index..<index + 1)) {
        return Array(codes[2...])
      }
      return codes
    }
  }

  /// Verbal nouns of roots in ل begin like an article: التزام, not ال + تزام.
  private static let withoutArticle = [
    "التزام", "التماس", "التحاق", "التقاء", "التقاط", "التباس", "التهاب", "التهام", "التفاف", "التفات", "التئام",
    "التواء", "التصاق", "التجاء",
  ]

  /// Whether an Arabic word as written begins with the article; إلغاء and ألغام do not, folded or not.
  static func hasArticle(_ word: String) -> Bool {
    let scalars = Array(word.unicodeScalars.prefix(2))
    guard scalars == ["ا", "ل"] else { return false }
    return !withoutArticle.contains { word.hasPrefix($0) }
  }

  /// The phrase itself and, where it has a zero-width non-joiner, the same with spaces: both are written.
  static func spellings(of phrase: String) -> [String] {
    guard phrase.unicodeScalars.contains("\u{200C}") else { return [phrase] }
    var spaced = String.UnicodeScalarView()
    for scalar in phrase.unicodeScalars { spaced.append(scalar == "\u{200C}" ? " " : scalar) }
    return [phrase, String(spaced)]
  }

  /// Adds `words`, meaning `output`; the same meaning twice is one.
  mutating func add(_ words: [[UInt8]], _ output: PhraseAutomaton.Output) {
    var node: UInt32 = 0
    for word in words {
      let hash = WordHash.of(word)
      let id = wordIDs[hash] ?? UInt32(wordIDs.count + 1)
      wordIDs[hash] = id
      let key = UInt64(node) << 32 | UInt64(id)
      if let next = children[key] {
        node = next
      } else {
        node = UInt32(outputs.count)
        outputs.append([])
        children[key] = node
      }
    }
    guard node != 0, !outputs[Int(node)].contains(output) else { return }
    outputs[Int(node)].append(output)
  }

  func build() -> PhraseAutomaton {
    var starts: [UInt32] = [0]
    var flat: [UInt64] = []
    for list in outputs {
      flat.append(contentsOf: list.map(\.packed))
      starts.append(UInt32(flat.count))
    }
    // Sorted, so that the compiled bytes do not depend on hashing seeds.
    let words = wordIDs.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) }
    let edges = children.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) }
    return PhraseAutomaton(
      language: language, words: WordTable(words), edges: WordTable(edges), starts: starts, outputs: flat)
  }
}

/// A fixed set of words, asked with slices of scalars.
struct ScalarWords: Sendable {
  private var hashes: Set<UInt64>

  /// The words of a text, divided by white space; `letter` may replace letters first.
  init(_ words: String, letter: (UInt32) -> UInt32 = { $0 }) {
    hashes = Set(
      words.split(whereSeparator: \.isWhitespace).map { word in
        ScalarWords.hash(word.unicodeScalars.map { letter($0.value) })
      })
  }

  init(_ words: [[UInt32]]) { hashes = Set(words.map { ScalarWords.hash($0) }) }

  func contains(_ word: some Sequence<UInt32>) -> Bool { hashes.contains(ScalarWords.hash(word)) }
  func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }

  /// FNV-1a over scalars.
  static func hash(_ word: some Sequence<UInt32>) -> UInt64 {
    var h: UInt64 = 0xCBF2_9CE4_8422_2325
    for s in word { h = (h ^ UInt64(s)) &* 0x100_0000_01B3 }
    return h
  }
}

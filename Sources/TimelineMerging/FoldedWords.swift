import ArabicScript
import NewsEvents

/// The words of a text in any of the three languages, in one spelling: what keyboards and languages write differently
/// (ي ى ئ ی ے, ك ک, أ إ آ ا, ة ه ہ ھ, ٹ ت) is one letter. Runs of digits count as words.
struct FoldedWords: Sequence {
  let codes: [UInt8]
  private let folded: FoldedText

  /// The offset of a code's Unicode scalar.
  func offset(_ code: Int) -> Int { folded.scalarOffset(code) }

  init(_ text: String) {
    // Persian folds most of what the others tell apart; the rest is folded here.
    let folded = FoldedText(text, language: .persian)
    var codes = folded.codes
    for i in codes.indices where codes[i] == LetterCode.alefMadda { codes[i] = LetterCode.alef }
    self.codes = codes
    self.folded = folded
  }

  struct Iterator: IteratorProtocol {
    let codes: [UInt8]
    var at = 0

    mutating func next() -> ArraySlice<UInt8>? {
      while at < codes.count, !FoldedWords.isWord(codes[at]) { at += 1 }
      guard at < codes.count else { return nil }
      let start = at
      let digits = FoldedWords.isDigit(codes[at])
      while at < codes.count, FoldedWords.isWord(codes[at]), FoldedWords.isDigit(codes[at]) == digits { at += 1 }
      return codes[start..<at]
    }
  }

  func makeIterator() -> Iterator { Iterator(codes: codes) }

  static func isDigit(_ code: UInt8) -> Bool { code >= UInt8(ascii: "0") && code <= UInt8(ascii: "9") }
  static func isWord(_ code: UInt8) -> Bool { code >= LetterCode.hamza || isDigit(code) }
}

public import NewsEvents

/// A text as matching sees it: one code a letter, folded for its language, with the way back to the original.
///
/// The original is never rewritten; everything that is found is reported as scalar offsets of the original and
/// quoted from it.
public struct FoldedText: Sendable {
  /// The letter codes (`LetterCode`).
  public let codes: [UInt8]
  /// For each code the offset of its Unicode scalar; one more at the end, the number of scalars.
  public let scalarOffsets: [UInt32]
  /// For each code the offset of its first UTF-8 byte; one more at the end, the number of bytes.
  public let byteOffsets: [UInt32]
  /// The UTF-8 of the original.
  public let utf8: [UInt8]
  /// The language it is folded for.
  public let language: Language

  /// Folds `text` for `language`. O(n); one pass over the bytes and one over the codes.
  public init(_ text: String, language: Language) {
    let utf8 = Array(text.utf8)
    self.init(universal: UniversalFolding(utf8), utf8: utf8, language: language)
  }

  init(universal: UniversalFolding, utf8: [UInt8], language: Language) {
    let map = FoldingTable.of(language).map
    var codes = universal.codes
    for i in codes.indices { codes[i] = map[Int(codes[i])] }
    self.codes = codes
    scalarOffsets = universal.scalars
    byteOffsets = universal.bytes
    self.utf8 = utf8
    self.language = language
  }

  /// The codes of a word or phrase of a lexicon, folded for `language`.
  public static func key(_ text: String, language: Language) -> [UInt8] {
    FoldedText(text, language: language).codes
  }

  /// The original range of a range of codes. Marks that follow the last letter belong to it.
  public func range(_ codes: Range<Int>) -> TextRange {
    TextRange(start: Int(scalarOffsets[codes.lowerBound]), end: Int(scalarOffsets[codes.upperBound]))
  }

  /// The original text of a range of codes.
  public func text(_ codes: Range<Int>) -> String {
    let a = Int(byteOffsets[codes.lowerBound]), b = Int(byteOffsets[codes.upperBound])
    return String(decoding: utf8[a..<b], as: UTF8.self)
  }

  public func quote(_ codes: Range<Int>) -> Quote { Quote(text: text(codes), range: range(codes)) }
}

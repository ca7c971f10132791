public import NewsEvents

/// A text as matching sees it: one code a letter, folded for its language, with the way back to the original.
///
/// The original is never rewritten; everything that is found is reported as scalar offsets of the original and
/// quoted from it.
public struct FoldedText: Sendable {
  /// The letter codes (`LetterCode`).
  public let codes: [UInt8]
  /// For each code the offset of its first UTF-8 byte; one more at the end, the number of bytes.
  public let byteOffsets: [UInt32]
  /// The UTF-8 of the original.
  public let utf8: [UInt8]
  /// The language it is folded for.
  public let language: Language
  private let scalars: ScalarIndex

  /// Folds `text` for `language`. O(n).
  public init(_ text: String, language: Language) {
    let utf8 = Array(text.utf8)
    let folding = UniversalFolding(utf8, table: FoldingTable.of(language))
    self.init(codes: folding.codes, bytes: folding.bytes, utf8: utf8, language: language)
  }

  /// What was folded to tell its language, now for that language.
  init(universal: UniversalFolding, utf8: [UInt8], language: Language) {
    let map = FoldingTable.of(language).map
    var codes = universal.codes
    let table = map.span
    var span = codes.mutableSpan
    for i in span.indices { span[i] = table[Int(span[i])] }
    self.init(codes: codes, bytes: universal.bytes, utf8: utf8, language: language)
  }

  private init(codes: [UInt8], bytes: [UInt32], utf8: [UInt8], language: Language) {
    self.codes = codes
    byteOffsets = bytes
    self.utf8 = utf8
    self.language = language
    scalars = ScalarIndex(utf8)
  }

  /// The codes of a word or phrase of a lexicon, folded for `language`.
  public static func key(_ text: String, language: Language) -> [UInt8] {
    FoldedText(text, language: language).codes
  }

  /// The offset of the Unicode scalar that a code stands for; the number of scalars at the end of the codes. O(1).
  public func scalarOffset(_ code: Int) -> Int { scalars.offset(ofByte: Int(byteOffsets[code]), in: utf8) }

  /// The original range of a range of codes. Marks that follow the last letter belong to it.
  public func range(_ codes: Range<Int>) -> TextRange {
    TextRange(start: scalarOffset(codes.lowerBound), end: scalarOffset(codes.upperBound))
  }

  /// The original text of a range of codes.
  public func text(_ codes: Range<Int>) -> String {
    let a = Int(byteOffsets[codes.lowerBound]), b = Int(byteOffsets[codes.upperBound])
    return String(decoding: utf8[a..<b], as: UTF8.self)
  }

  public func quote(_ codes: Range<Int>) -> Quote { Quote(text: text(codes), range: range(codes)) }
}

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
  /// The original.
  public let original: String
  /// The language it is folded for.
  public let language: Language
  /// See `UniversalFolding.marks`.
  private let scalarMarks: [UInt32]

  /// Folds `text` for `language`. O(n).
  public init(_ text: String, language: Language) {
    let folding = UniversalFolding(text.utf8Span.span, table: FoldingTable.of(language))
    self.init(codes: folding.codes, bytes: folding.bytes, marks: folding.marks, original: text, language: language)
  }

  /// What was folded to tell its language, now for that language.
  init(universal: UniversalFolding, original: String, language: Language) {
    let map = FoldingTable.of(language).map
    var codes = universal.codes
    let table = map.span
    var span = codes.mutableSpan
    for i in span.indices { span[i] = table[Int(span[i])] }
    self.init(codes: codes, bytes: universal.bytes, marks: universal.marks, original: original, language: language)
  }

  private init(codes: [UInt8], bytes: [UInt32], marks: [UInt32], original: String, language: Language) {
    self.codes = codes
    byteOffsets = bytes
    self.original = original
    self.language = language
    scalarMarks = marks
  }

  /// The codes of a word or phrase of a lexicon, folded for `language`.
  public static func key(_ text: String, language: Language) -> [UInt8] {
    FoldedText(text, language: language).codes
  }

  /// The offset of the Unicode scalar that a code stands for; the number of scalars at the end of the codes. O(1).
  public func scalarOffset(_ code: Int) -> Int {
    let utf8 = original.utf8Span.span
    var offset = Int(scalarMarks[code >> 4])
    // Bytes that do not continue a scalar begin one.
    for i in Int(byteOffsets[code & ~15])..<Int(byteOffsets[code]) where Int8(bitPattern: utf8[i]) >= -64 {
      offset += 1
    }
    return offset
  }

  /// The original range of a range of codes. Marks that follow the last letter belong to it.
  public func range(_ codes: Range<Int>) -> TextRange {
    TextRange(start: scalarOffset(codes.lowerBound), end: scalarOffset(codes.upperBound))
  }

  /// The original text of a range of codes.
  public func text(_ codes: Range<Int>) -> String {
    // A part of the original is copied as it is; decoding its bytes would check them again.
    let bytes = original.utf8
    let a = bytes.index(bytes.startIndex, offsetBy: Int(byteOffsets[codes.lowerBound]))
    let b = bytes.index(bytes.startIndex, offsetBy: Int(byteOffsets[codes.upperBound]))
    return String(original.unicodeScalars[a..<b])
  }

  public func quote(_ codes: Range<Int>) -> Quote { Quote(text: text(codes), range: range(codes)) }
}

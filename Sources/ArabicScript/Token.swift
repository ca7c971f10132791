public import NewsEvents

/// A word, number or mark of a folded text.
public struct Token: Sendable, Hashable {
  public enum Kind: UInt8, Sendable, Hashable {
    /// Letters of Arabic script.
    case word
    /// Latin letters.
    case latin
    /// A run of digits; its value is in `value`.
    case number
    /// One punctuation mark or symbol.
    case mark
    /// One or more line feeds with the white space around them.
    case lineBreak
  }

  /// Code indices into `FoldedText.codes`.
  public let start: Int32
  public let end: Int32
  public let kind: Kind
  /// Whether white space (or a line break) stands before it.
  public let spaceBefore: Bool
  /// The number's value; -1 when it has more than 18 digits. 0 for other kinds; the code itself for a mark.
  public let value: Int64
  /// FNV-1a hash of the codes, the key of word tables.
  public let hash: UInt64

  @inlinable public init(start: Int, end: Int, kind: Kind, spaceBefore: Bool, value: Int64, hash: UInt64) {
    self.start = Int32(start)
    self.end = Int32(end)
    self.kind = kind
    self.spaceBefore = spaceBefore
    self.value = value
    self.hash = hash
  }

  @inlinable public var codes: Range<Int> { Int(start)..<Int(end) }
  @inlinable public var count: Int { Int(end - start) }

  /// Whether this is the mark with that ASCII letter or code.
  @inlinable public func isMark(_ code: UInt8) -> Bool { kind == .mark && value == Int64(code) }
}

/// The hash of word tables: 64-bit FNV-1a (Fowler, Noll, Vo) over the letter codes.
public enum WordHash {
  public static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  @inlinable public static func add(_ code: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(code)) &* 0x100_0000_01b3
  }
  @inlinable public static func of(_ codes: some Sequence<UInt8>) -> UInt64 {
    var h = seed
    for c in codes { h = add(c, to: h) }
    return h
  }

  /// The hash that a token of a text in `language` has when it is this word.
  public static func of(_ word: String, _ language: Language) -> UInt64 {
    of(FoldedText.key(word, language: language))
  }
}

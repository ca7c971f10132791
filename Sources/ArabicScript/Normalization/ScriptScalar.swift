/// Scalars and classes of scalars that normalisation asks for. A value from `placeholder` on is no scalar: it stands
/// for a verbatim span.
enum ScriptScalar {
  static let lineFeed: UInt32 = 10
  static let space: UInt32 = 32
  static let zwnj: UInt32 = 0x200C
  static let tatweel: UInt32 = 0x640
  static let fathatan: UInt32 = 0x64B
  static let shadda: UInt32 = 0x651
  static let hamzaAbove: UInt32 = 0x654
  static let daggerAlef: UInt32 = 0x670
  static let heh: UInt32 = 0x647
  static let ellipsis: UInt32 = 0x2026
  static let openQuote: UInt32 = 0xAB
  static let closeQuote: UInt32 = 0xBB
  static let placeholder: UInt32 = 0x110000

  /// A letter of Arabic script in the main block.
  @inline(__always)
  static func isLetter(_ s: UInt32) -> Bool {
    s >= 0x620 && s <= 0x6FF
      && (s <= 0x63F || s >= 0x641 && s <= 0x64A || s == 0x66E || s == 0x66F || s >= 0x671 && s <= 0x6D3 || s == 0x6D5
        || s == 0x6EE || s == 0x6EF || s >= 0x6FA && s <= 0x6FC || s == 0x6FF)
  }

  /// A mark that stays on a letter in normal text.
  @inline(__always)
  static func isKeptMark(_ s: UInt32) -> Bool {
    s == fathatan || s == hamzaAbove || s == shadda || s == daggerAlef
  }

  /// What a word of Arabic script is made of.
  @inline(__always)
  static func isWordPart(_ s: UInt32) -> Bool { isLetter(s) || isKeptMark(s) || s == zwnj }

  /// Whether the letter is joined to the next one. After one that is not, ZWNJ changes nothing.
  static func joinsNext(_ s: UInt32) -> Bool {
    switch s {
    case 0x621...0x625, 0x627, 0x629, 0x62F...0x632, 0x648, 0x671, 0x672, 0x673, 0x675...0x677, 0x688...0x699,
      0x6C0, 0x6C3...0x6CB, 0x6CD, 0x6CF, 0x6D2, 0x6D3, 0x6D5, 0x6EE, 0x6EF:
      false
    default: isLetter(s)
    }
  }

  @inline(__always)
  static func isDigit(_ s: UInt32) -> Bool {
    s >= 0x30 && s <= 0x39 || s >= 0x660 && s <= 0x669 || s >= 0x6F0 && s <= 0x6F9
  }

  @inline(__always)
  static func isLatin(_ s: UInt32) -> Bool {
    s >= 0x61 && s <= 0x7A || s >= 0x41 && s <= 0x5A || s >= 0xC0 && s <= 0x24F && s != 0xD7 && s != 0xF7
  }

  @inline(__always)
  static func isOpener(_ s: UInt32) -> Bool {
    s == 0x28 || s == 0x5B || s == 0x7B || s == openQuote || s == 0x201C
  }

  @inline(__always)
  static func isCloser(_ s: UInt32) -> Bool {
    s == 0x29 || s == 0x5D || s == 0x7D || s == closeQuote || s == 0x201D
  }

  /// A combining mark of Arabic script.
  static func isArabicMark(_ s: UInt32) -> Bool {
    switch s {
    case 0x610...0x61A, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E8, 0x6EA...0x6ED, 0x8D3...0x8FF: true
    default: false
    }
  }

  /// White space of any kind.
  static func isBlank(_ s: UInt32) -> Bool {
    switch s {
    case 0x09...0x0D, space, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Controls and marks of direction or width zero, which have no place in normal text.
  static func isInvisible(_ s: UInt32) -> Bool {
    switch s {
    case 0x09...0x0D, 0x85: false
    case 0x00...0x1F, 0x7F...0x9F, 0x61C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F,
      0xFEFF:
      true
    default: false
    }
  }
}

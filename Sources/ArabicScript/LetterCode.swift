/// The one-byte alphabet of folded text.
///
/// ASCII stands for itself in lower case: letters, digits 0-9 (Arabic-Indic and extended digits too), punctuation,
/// space (32) and line feed (10). Arabic-script letters have codes from 0x80. Matching compares these bytes, never
/// `Character`s: one code a letter, whatever its spelling in Unicode.
public enum LetterCode {
  public static let lineFeed: UInt8 = 10
  public static let space: UInt8 = 32
  /// ۔, the full stop of Urdu.
  public static let urduStop: UInt8 = 0x01
  /// … and ‥
  public static let ellipsis: UInt8 = 0x02
  /// • ● ◾ and other list marks.
  public static let bullet: UInt8 = 0x03
  /// ٬, the thousands mark.
  public static let thousands: UInt8 = 0x04
  /// Any other symbol, emoji or letter of another script.
  public static let other: UInt8 = 0x05
  /// A control character that is not white space, or a byte that is not UTF-8.
  public static let invalid: UInt8 = 0x06

  public static let hamza: UInt8 = 0x80
  public static let alef: UInt8 = 0x81
  public static let alefMadda: UInt8 = 0x82
  public static let alefHamzaAbove: UInt8 = 0x83
  public static let alefHamzaBelow: UInt8 = 0x84
  public static let beh: UInt8 = 0x85
  public static let peh: UInt8 = 0x86
  public static let tehMarbuta: UInt8 = 0x87
  public static let teh: UInt8 = 0x88
  public static let tteh: UInt8 = 0x89
  public static let theh: UInt8 = 0x8A
  public static let jeem: UInt8 = 0x8B
  public static let tcheh: UInt8 = 0x8C
  public static let hah: UInt8 = 0x8D
  public static let khah: UInt8 = 0x8E
  public static let dal: UInt8 = 0x8F
  public static let ddal: UInt8 = 0x90
  public static let thal: UInt8 = 0x91
  public static let reh: UInt8 = 0x92
  public static let rreh: UInt8 = 0x93
  public static let zain: UInt8 = 0x94
  public static let jeh: UInt8 = 0x95
  public static let seen: UInt8 = 0x96
  public static let sheen: UInt8 = 0x97
  public static let sad: UInt8 = 0x98
  public static let dad: UInt8 = 0x99
  public static let tah: UInt8 = 0x9A
  public static let zah: UInt8 = 0x9B
  public static let ain: UInt8 = 0x9C
  public static let ghain: UInt8 = 0x9D
  public static let feh: UInt8 = 0x9E
  public static let veh: UInt8 = 0x9F
  public static let qaf: UInt8 = 0xA0
  public static let kaf: UInt8 = 0xA1
  public static let gaf: UInt8 = 0xA2
  public static let lam: UInt8 = 0xA3
  public static let meem: UInt8 = 0xA4
  public static let noon: UInt8 = 0xA5
  public static let noonGhunna: UInt8 = 0xA6
  public static let heh: UInt8 = 0xA7
  /// ہ as written in Urdu; folds to `heh`.
  public static let hehGoal: UInt8 = 0xA8
  /// ھ, the aspiration mark of Urdu.
  public static let hehDoachashmee: UInt8 = 0xA9
  public static let waw: UInt8 = 0xAA
  public static let wawHamza: UInt8 = 0xAB
  public static let yeh: UInt8 = 0xAC
  /// ى without dots.
  public static let alefMaksura: UInt8 = 0xAD
  /// ی of Persian and Urdu; folds to `yeh`, kept apart only as evidence of language.
  public static let farsiYeh: UInt8 = 0xAE
  public static let yehHamza: UInt8 = 0xAF
  public static let yehBarree: UInt8 = 0xB0
  /// ک of Persian and Urdu; folds to `kaf`.
  public static let keheh: UInt8 = 0xB1
  /// ۀ and ۂ; fold to `heh`.
  public static let hehYeh: UInt8 = 0xB2
  /// Another letter of Arabic script (Pashto, Sindhi, Kurdish …).
  public static let otherArabic: UInt8 = 0xB3

  /// Whether the code is a letter of Arabic script.
  @inlinable public static func isArabicLetter(_ code: UInt8) -> Bool { code >= 0x80 }
  @inlinable public static func isDigit(_ code: UInt8) -> Bool { code >= 48 && code <= 57 }
  @inlinable public static func isLatinLetter(_ code: UInt8) -> Bool { code >= 97 && code <= 122 }
}

/// The classes of consonants that the three languages exchange when they write one another's words.
///
/// Short vowels are unwritten and long ones are spelt differently in each language, so a word is compared by its
/// consonants; letters that transliteration exchanges are one class (پ ب; چ ج ژ; گ غ ك ق; ث س ص; ذ ز ض ظ; ت ط; ح خ).
public enum ConsonantClass {
  private typealias L = LetterCode

  /// The class of a letter code as a lower-case ASCII letter; nil for a vowel, for ه inside a word and for what is no
  /// letter. At the beginning of a word vowels and ه are written in all three languages and count.
  @inlinable
  public static func of(_ code: UInt8, isFirst: Bool) -> UInt8? {
    let letter = isFirst ? initial[Int(code)] : inner[Int(code)]
    return letter == 0 ? nil : letter
  }

  @usableFromInline static let inner: [UInt8] = table([
    ("h", [L.hah, L.khah]), ("b", [L.beh, L.peh]), ("t", [L.teh, L.tah, L.tteh]), ("s", [L.theh, L.seen, L.sad]),
    ("j", [L.jeem, L.tcheh, L.jeh]), ("k", [L.gaf, L.ghain, L.kaf, L.keheh, L.qaf]), ("d", [L.dal, L.ddal]),
    ("z", [L.thal, L.zain, L.dad, L.zah]), ("r", [L.reh, L.rreh]), ("x", [L.sheen]), ("f", [L.feh, L.veh]),
    ("l", [L.lam]), ("m", [L.meem]), ("n", [L.noon, L.noonGhunna]),
  ])

  @usableFromInline static let initial: [UInt8] = {
    var table = Self.table([
      ("a", [L.alef, L.alefMadda, L.alefHamzaAbove, L.alefHamzaBelow, L.alefMaksura, L.ain, L.hamza]),
      ("w", [L.waw, L.wawHamza]), ("y", [L.yeh, L.farsiYeh, L.yehBarree]),
      ("h", [L.heh, L.hehGoal, L.tehMarbuta, L.hehDoachashmee]),
    ])
    for code in inner.indices where inner[code] != 0 { table[code] = inner[code] }
    return table
  }()

  private static func table(_ classes: [(Unicode.Scalar, [UInt8])]) -> [UInt8] {
    var table = [UInt8](repeating: 0, count: 256)
    for (letter, codes) in classes { for code in codes { table[Int(code)] = UInt8(ascii: letter) } }
    return table
  }
}

import NewsEvents

/// Which letters count as one in each language.
///
/// Folding is per language because the same pair of letters is a spelling variant in one and a distinction in
/// another: ے is not ی in Urdu, ى is not ي at the end of an Arabic word, ة is not the pronoun ه.
struct FoldingTable: Sendable {
  /// 256 entries: universal code → code of this language.
  let map: [UInt8]
  /// ASCII, then U+0600 … U+06FF → code of this language; 0 means dropped.
  let entries: [UInt8]

  /// The number of entries.
  static let size = 128 + 256

  private init(_ pairs: [(UInt8, UInt8)]) {
    var map = (0...255).map { UInt8($0) }
    for (from, to) in pairs { map[Int(from)] = to }
    self.map = map
    entries = ((0..<128).map(FoldingTable.ascii) + UniversalCodes.arabicBlock).map { $0 == 0 ? 0 : map[Int($0)] }
  }

  /// Keeps every letter apart: the evidence of language.
  static let universal = FoldingTable([])

  /// Whether the entry is one of U+0653 … U+0655, marks that make another letter of the one before them.
  @inline(__always)
  static func isCombining(_ index: Int) -> Bool { index >= 128 + 0x53 && index <= 128 + 0x55 }

  private static func ascii(_ value: Int) -> UInt8 {
    let b = UInt8(value)
    if b >= 65, b <= 90 { return b + 32 }
    if b >= 32, b < 127 { return b }
    switch b {
    case 10, 11, 12, 13: return LetterCode.lineFeed
    case 9: return LetterCode.space
    default: return LetterCode.invalid
    }
  }

  private typealias L = LetterCode

  private static let common: [(UInt8, UInt8)] = [
    (L.alefHamzaAbove, L.alef), (L.alefHamzaBelow, L.alef), (L.wawHamza, L.waw), (L.yehHamza, L.yeh),
    (L.farsiYeh, L.yeh), (L.keheh, L.kaf), (L.hehGoal, L.heh), (L.hehYeh, L.heh),
  ]

  private static let persian = FoldingTable(
    common + [
      (L.alefMaksura, L.yeh), (L.yehBarree, L.yeh), (L.tehMarbuta, L.heh), (L.hehDoachashmee, L.heh),
      (L.noonGhunna, L.noon), (L.tteh, L.teh), (L.ddal, L.dal), (L.rreh, L.reh),
    ])

  private static let arabic = FoldingTable(
    common + [
      (L.alefMadda, L.alef), (L.yehBarree, L.yeh), (L.hehDoachashmee, L.heh), (L.noonGhunna, L.noon),
      (L.peh, L.beh), (L.veh, L.feh), (L.tteh, L.teh), (L.ddal, L.dal), (L.rreh, L.reh),
    ])

  private static let urdu = FoldingTable(common + [(L.alefMaksura, L.yeh), (L.tehMarbuta, L.heh)])

  static func of(_ language: Language) -> FoldingTable {
    switch language {
    case .persian: persian
    case .arabic: arabic
    case .urdu: urdu
    }
  }
}

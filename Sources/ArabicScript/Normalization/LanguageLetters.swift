internal import NewsEvents

/// Which letter stands for which variant in each language.
enum LanguageLetters {
  static func replacements(_ language: Language) -> [UInt32: UInt32] {
    switch language {
    case .persian: persian
    case .arabic: arabic
    case .urdu: urdu
    }
  }

  private static let persian: [UInt32: UInt32] = [
    0x64A: 0x6CC, 0x649: 0x6CC, 0x6D2: 0x6CC, 0x6CD: 0x6CC, 0x6D3: 0x626, 0x643: 0x6A9, 0x6AA: 0x6A9, 0x6C1: 0x647,
    0x6BE: 0x647, 0x6D5: 0x647, 0x6C3: 0x629, 0x671: 0x627,
  ]

  private static let arabic: [UInt32: UInt32] = [
    0x6CC: 0x64A, 0x6D2: 0x64A, 0x6A9: 0x643, 0x6AA: 0x643, 0x6C1: 0x647, 0x6BE: 0x647, 0x6D5: 0x647, 0x6C3: 0x629,
    0x671: 0x627,
  ]

  private static let urdu: [UInt32: UInt32] = [
    0x64A: 0x6CC, 0x649: 0x6CC, 0x643: 0x6A9, 0x6AA: 0x6A9, 0x647: 0x6C1, 0x6D5: 0x6C1, 0x6C0: 0x6C2, 0x629: 0x6C3,
    0x671: 0x627,
  ]

  /// Common Arabic words with a final ى; all others that end in a Persian ی have ي.
  static let maksuraWords = ScalarWords(
    """
    على علی إلى الى حتى لدى سوى مدى متى أخرى اخرى الأخرى الاخرى كبرى الكبرى صغرى وسطى الوسطى القوى قوى مستوى المستوى
    أدنى الأدنى أقصى الأقصى أعلى الأعلى أولى الأولى الاولى جرحى الجرحى قتلى القتلى مرضى المرضى أسرى الأسرى موسى عيسى
    يحيى مصطفى مرتضى عظمى العظمى جدوى دعوى الدعوى فتوى شكوى منتدى المنتدى مبنى المبنى معنى المعنى مرمى ذكرى مستشفى
    المستشفى ملتقى مسمى منفى سلمى ليلى نهى هدى ندى منى بنى أنهى أجرى التقى تلقى ألقى أعطى تولى تخلى أدلى يسمى
    """
  ) { $0 == 0x649 ? 0x64A : $0 == 0x6CC ? 0x64A : $0 }

  /// ﷽ written out.
  static let basmala = "بسم الله الرحمن الرحيم".unicodeScalars.map(\.value)

  /// The scalars of packed letter codes, empty when one of them has no letter of its own.
  static func scalars(_ packed: UInt64) -> [UInt32] {
    var result: [UInt32] = []
    var rest = packed
    while rest != 0 {
      let code = UInt8(truncatingIfNeeded: rest)
      guard code >= LetterCode.hamza, code < LetterCode.otherArabic else { return [] }
      result.append(letterOfCode[Int(code - LetterCode.hamza)])
      rest >>= 8
    }
    return result
  }

  /// In the order of `LetterCode`, from `hamza` on.
  private static let letterOfCode: [UInt32] = [
    0x621, 0x627, 0x622, 0x623, 0x625, 0x628, 0x67E, 0x629, 0x62A, 0x679, 0x62B, 0x62C, 0x686, 0x62D, 0x62E, 0x62F,
    0x688, 0x630, 0x631, 0x691, 0x632, 0x698, 0x633, 0x634, 0x635, 0x636, 0x637, 0x638, 0x639, 0x63A, 0x641, 0x6A4,
    0x642, 0x643, 0x6AF, 0x644, 0x645, 0x646, 0x6BA, 0x647, 0x6C1, 0x6BE, 0x648, 0x624, 0x64A, 0x649, 0x6CC, 0x626,
    0x6D2, 0x6A9, 0x6C0,
  ]
}

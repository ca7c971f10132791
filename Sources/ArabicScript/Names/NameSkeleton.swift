public import NewsEvents

/// The transliteration key of a personal name: for each word its consonants, as classes that the three languages
/// exchange.
///
/// Short vowels are unwritten and long ones are spelt differently in each language, so only consonants are kept;
/// letters that transliteration exchanges are one class (پ ب; چ ج ژ; گ غ ك ق; ث س ص; ذ ز ض ظ; ت ط ث; ح ه خ). The idea is
/// that of Freeman, Condon and Ackerman, "Cross linguistic name matching in English and Arabic" (NAACL 2006).
public struct NameSkeleton: Sendable, Hashable {
  /// A skeleton for each word of the name, titles and articles left out.
  public let words: [[UInt8]]

  /// The key of `name` as written in `language`. O(n).
  public init(_ name: String, language: Language) {
    let text = AnalyzedText(name, language: language)
    var parts: [[UInt8]] = []
    for token in text.tokens where token.kind == .word {
      parts.append(Array(text.codes(token)))
    }
    words = NameSkeleton.joined(parts.filter { !NameSkeleton.titles.contains(NameSkeleton.neutral($0)) })
      .map(NameSkeleton.skeleton).filter { !$0.isEmpty }
  }

  /// All consonants in a row.
  public var key: [UInt8] { words.flatMap { $0 } }

  /// The key as Latin letters, for ids.
  public var text: String {
    words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
  }

  private typealias L = LetterCode

  /// Titles and honorifics that are no part of a name.
  private static let titles: Set<[UInt8]> = Set(
    [
      "سید", "سيد", "دکتر", "دكتور", "ڈاکٹر", "آیت‌الله", "آية", "آیت", "حجت‌الاسلام", "مولانا", "شیخ", "شيخ", "ملا",
      "حاج", "حاجی",
      "سردار", "جنرل", "جنرال", "السيد", "الشيخ", "الدكتور", "علامہ", "علامه", "مرزا", "مخدوم", "میر", "بن", "ابن",
    ].map { neutral(FoldedText.key($0, language: .persian)) })

  /// Spelling differences between the languages' foldings that do not matter for a title or particle.
  private static func neutral(_ word: [UInt8]) -> [UInt8] {
    word.map { code in
      switch code {
      case L.alefMadda: L.alef
      case L.alefMaksura, L.yehBarree: L.yeh
      case L.tehMarbuta, L.hehDoachashmee: L.heh
      case L.noonGhunna: L.noon
      default: code
      }
    }
  }

  private static let abd = neutral(FoldedText.key("عبد", language: .arabic))
  private static let abu = neutral(FoldedText.key("ابو", language: .arabic))
  private static let abi = neutral(FoldedText.key("ابی", language: .persian))
  private static let al = neutral(FoldedText.key("آل", language: .persian))
  private static let allah = neutral(FoldedText.key("الله", language: .arabic))
  private static let din = neutral(FoldedText.key("الدین", language: .persian))

  /// Compound names are written apart or together: عبد الله, ابو بکر, نصر الله, آل ثانی become one word each; the
  /// article goes.
  private static func joined(_ words: [[UInt8]]) -> [[UInt8]] {
    var out: [[UInt8]] = []
    var prefix: [UInt8] = []
    for word in words {
      let plain = neutral(word)
      if plain == abd || plain == abu || plain == abi {
        prefix += plain
        continue
      }
      if plain == al { continue }
      if plain == allah || plain == din, prefix.isEmpty, let last = out.last {
        out[out.count - 1] = last + withoutArticle(plain)
        continue
      }
      out.append(prefix + withoutArticle(plain))
      prefix = []
    }
    if !prefix.isEmpty { out.append(prefix) }
    return out
  }

  private static func withoutArticle(_ word: [UInt8]) -> [UInt8] {
    // آل is written ال in Urdu (الثانی): the rest is the name either way.
    word.count >= 5 && word[0] == L.alef && word[1] == L.lam ? Array(word[2...]) : word
  }

  private static func skeleton(_ word: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    // الله inside a compound is لله or له after the article.
    for (i, code) in word.enumerated() {
      guard let letter = letter(code, isFirst: i == 0, isLast: i == word.count - 1) else { continue }
      if letter == UInt8(ascii: "l"), out.last == letter, i > 0, word[i - 1] == code { continue }
      out.append(letter)
    }
    return out
  }

  private static func letter(_ code: UInt8, isFirst: Bool, isLast: Bool) -> UInt8? {
    switch code {
    case L.alef, L.alefMadda, L.alefMaksura, L.ain, L.hamza: isFirst ? UInt8(ascii: "a") : nil
    case L.waw: isFirst ? UInt8(ascii: "w") : nil
    case L.yeh, L.yehBarree: isFirst ? UInt8(ascii: "y") : nil
    case L.heh, L.tehMarbuta, L.hehDoachashmee: isFirst ? UInt8(ascii: "h") : nil
    case L.hah, L.khah: UInt8(ascii: "h")
    case L.beh, L.peh: UInt8(ascii: "b")
    case L.teh, L.tah, L.tteh: UInt8(ascii: "t")
    case L.theh, L.seen, L.sad: UInt8(ascii: "s")
    case L.jeem, L.tcheh, L.jeh: UInt8(ascii: "j")
    case L.gaf, L.ghain, L.kaf, L.qaf: UInt8(ascii: "k")
    case L.dal, L.ddal: UInt8(ascii: "d")
    case L.thal, L.zain, L.dad, L.zah: UInt8(ascii: "z")
    case L.reh, L.rreh: UInt8(ascii: "r")
    case L.sheen: UInt8(ascii: "x")
    case L.feh, L.veh: UInt8(ascii: "f")
    case L.lam: UInt8(ascii: "l")
    case L.meem: UInt8(ascii: "m")
    case L.noon, L.noonGhunna: UInt8(ascii: "n")
    default: nil
    }
  }
}

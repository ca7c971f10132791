public import NewsEvents

/// The transliteration key of a personal name: for each word its consonants, as classes that the three languages
/// exchange.
///
/// Only consonants are kept, as `ConsonantClass` groups them. The idea is that of Freeman, Condon and Ackerman, "Cross
/// linguistic name matching in English and Arabic" (NAACL 2006).
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

  /// The skeleton that `text` names: its words in lower-case Latin letters, joined by hyphens.
  public init(key text: String) {
    words = Array(text.utf8).split(separator: UInt8(ascii: "-")).map { Array($0) }
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
      guard let letter = ConsonantClass.of(code, isFirst: i == 0) else { continue }
      if letter == UInt8(ascii: "l"), out.last == letter, i > 0, word[i - 1] == code { continue }
      out.append(letter)
    }
    return out
  }
}

public import NewsEvents

/// A number as written: digits, words, or both (`3 میلیون`).
public struct Numeral: Sendable, Hashable {
  public var value: Int64
  /// How many tokens it spans.
  public var tokens: Int
  /// `سوم`, `الحادي عشر`, `پانچواں`, `29th`.
  public var isOrdinal: Bool
  /// Whether it consists of one run of digits and nothing else but an ordinal ending.
  public var isDigits: Bool
  /// Whether it begins with the Arabic conjunction (`وثلاثة`).
  public var isJoined: Bool
}

/// Reads numbers of Persian, Arabic and Urdu.
///
/// Indefinite quantities (ده‌ها, عشرات, ہزاروں, آلاف without a number before it) are none. Conjunctions are those of
/// the language: Persian joins every part with و, Arabic with a prefixed و, Urdu with nothing.
public enum Numerals {
  /// The number that begins at token `i`, or nil. Reads no further than `end` (the text's end by default).
  /// O(tokens of the number).
  public static func read(_ text: AnalyzedText, at i: Int, before end: Int? = nil) -> Numeral? {
    var reader = NumeralReader(text: text, end: min(end ?? text.tokens.count, text.tokens.count))
    return reader.read(i)
  }

  /// The words that can begin a number, for scanners that test every token.
  public struct Words: Sendable {
    private let table: WordTable<NumeralWord>

    public init(_ language: Language) { table = NumeralWords.of(language) }

    public func contains(_ hash: UInt64) -> Bool { table[hash] != nil }

    /// The hashes of all of them, in no order that means anything.
    public var hashes: [UInt64] { table.hashes }
  }

  /// Whether a token can begin a number at all. O(1).
  public static func canBegin(_ token: Token, _ language: Language) -> Bool {
    token.kind == .number || token.kind == .word && NumeralWords.of(language)[token.hash] != nil
  }
}

struct NumeralReader {
  let text: AnalyzedText
  let end: Int
  private let words: WordTable<NumeralWord>

  private var total: Int64 = 0
  private var group: Int64 = 0
  private var hasGroup = false
  private var lastScale: Int64 = .max
  private var isOrdinal = false
  private var lastUnit = false

  init(text: AnalyzedText, end: Int) {
    self.text = text
    self.end = end
    words = NumeralWords.of(text.language)
  }

  mutating func read(_ start: Int) -> Numeral? {
    guard start < end else { return nil }
    let first = text.tokens[start]
    var i = start
    var isJoined = false
    var onlyDigits = false
    if first.kind == .number {
      guard let digits = NumeralDigits.read(text, start, end) else { return nil }
      i = digits.next
      if let scale = scale(at: i), let value = digits.scaled(by: scale.value) {
        total = value
        lastScale = scale.value
        i += 1
        isOrdinal = scale.isOrdinal
      } else {
        guard let value = digits.integer else { return nil }
        group = value
        hasGroup = true
        onlyDigits = true
      }
    } else if first.kind == .word, let word = words[first.hash], !word.isWeak {
      if word.kind == .scale, word.isPlural { return nil }
      guard add(word) else { return nil }
      isJoined = word.isJoined
      i += 1
    } else {
      return nil
    }
    if !onlyDigits {
      while !isOrdinal || text.language == .arabic, let next = extend(i) { i = next }
    }
    if let after = ordinalEnding(at: i, afterDigits: onlyDigits) {
      i = after
      isOrdinal = true
    }
    return Numeral(
      value: total + group, tokens: i - start, isOrdinal: isOrdinal, isDigits: onlyDigits, isJoined: isJoined)
  }

  private func scale(at i: Int) -> NumeralWord? {
    guard i < end, text.tokens[i].kind == .word, let word = words[text.tokens[i].hash], word.kind == .scale,
      !word.isJoined, word.multiple == 1
    else { return nil }
    return word
  }

  /// Takes one more part of the number; the index after it, or nil when none fits.
  private mutating func extend(_ i: Int) -> Int? {
    guard i < end else { return nil }
    var at = i
    var conjunction = false
    if text.language == .persian, text.tokens[i].hash == NumeralWords.persianAnd {
      conjunction = true
      at += 1
      guard at < end else { return nil }
    }
    let token = text.tokens[at]
    if token.kind == .number {
      // «هزار و ۴۰۰», «۳ میلیون و ۲۰۰ هزار»: digits go on only below a scale.
      guard lastScale != .max, !hasGroup, conjunction || text.language == .urdu,
        let digits = NumeralDigits.read(text, at, end)
      else { return nil }
      if let scale = scale(at: digits.next), scale.value < lastScale, let value = digits.scaled(by: scale.value) {
        total += value
        lastScale = scale.value
        return digits.next + 1
      }
      guard let value = digits.integer, value < lastScale, value < 1000 else { return nil }
      group = value
      hasGroup = true
      return digits.next
    }
    guard token.kind == .word, let word = words[token.hash] else { return nil }
    if text.language == .arabic { conjunction = word.isJoined }
    return fits(word, conjunction) && add(word) ? at + 1 : nil
  }

  private func fits(_ word: NumeralWord, _ conjunction: Bool) -> Bool {
    let multiplies =
      word.kind == .scale && hasGroup && word.multiple == 1 || word.kind == .hundred && hasGroup
      || word.kind == .tenOfTeens && lastUnit
    if multiplies, !conjunction { return true }
    switch text.language {
    case .urdu: return true
    case .persian, .arabic: return conjunction
    }
  }

  /// Adds a word to the number; false when the order of magnitudes forbids it.
  private mutating func add(_ word: NumeralWord) -> Bool {
    let rest = group % 100
    switch word.kind {
    case .unit:
      let afterTens = text.language == .persian && rest >= 20 && rest % 10 == 0
      guard !hasGroup || rest == 0 && group > 0 || afterTens else { return false }
      group += word.value
      lastUnit = true
    case .tenOfTeens:
      if hasGroup, lastUnit, (1...9).contains(rest), !word.isJoined {
        group += 10
      } else {
        guard !hasGroup || rest == 0 && group > 0 else { return false }
        group += 10
      }
      lastUnit = false
    case .tens:
      let afterUnit = text.language == .arabic && (1...9).contains(rest) && lastUnit && word.isJoined
      guard !hasGroup || rest == 0 && group > 0 || afterUnit else { return false }
      group += word.value
      lastUnit = false
    case .small:
      guard !hasGroup || rest == 0 && group > 0 else { return false }
      group += word.value
      lastUnit = false
    case .hundred:
      if hasGroup {
        guard (1...99).contains(group), lastUnit || text.language == .urdu, !word.isJoined else { return false }
        group *= 100
      } else {
        group = 100
      }
      lastUnit = false
    case .hundreds:
      guard !hasGroup else { return false }
      group = word.value
      lastUnit = false
    case .scale:
      guard word.value < lastScale, hasGroup || total == 0 || word.isJoined || text.language == .persian else {
        return false
      }
      total += (hasGroup ? group : 1) * word.multiple * word.value
      lastScale = word.value
      group = 0
      hasGroup = false
      lastUnit = false
      isOrdinal = isOrdinal || word.isOrdinal
      return true
    }
    hasGroup = true
    isOrdinal = isOrdinal || word.isOrdinal
    return true
  }

  /// `۱۴م`, `۹ ام`, `21ویں`, `سی ام`, `29th`.
  private func ordinalEnding(at i: Int, afterDigits: Bool) -> Int? {
    guard i < end, !isOrdinal else { return nil }
    let token = text.tokens[i]
    if afterDigits, token.kind == .latin, !token.spaceBefore, NumeralWords.latinOrdinals.contains(token.hash) {
      return i + 1
    }
    guard token.kind == .word, NumeralWords.ordinalEndings(text.language).contains(token.hash) else { return nil }
    // «۲۶ م» with a space is an abbreviation, not an ending.
    return afterDigits && token.spaceBefore && token.count == 1 ? nil : i + 1
  }
}

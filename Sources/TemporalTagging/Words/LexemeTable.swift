import ArabicScript
import Calendars
import NewsEvents

/// The words and phrases of date expressions of one language, found by token hashes.
struct LexemeTable: Sendable {
  struct Entry: Sendable {
    var lexeme: Lexeme?
    /// Whether a longer phrase begins so.
    var continues = false
  }

  /// A word of dates or numbers.
  struct Word: Sendable {
    /// The index of its entry; -1 when no phrase begins or goes on so.
    var entry: Int
    /// Whether a number may begin with it.
    var isNumeral: Bool
  }

  /// The index of an entry, plus one, times two; odd when a number may begin so.
  private let table: WordTable<Int32>
  private let entries: [Entry]
  /// Which of the 2^16 remainders of hashes occur: one read tells nearly every other word of a text.
  private let present: [UInt64]

  static func of(_ language: Language) -> LexemeTable {
    switch language {
    case .persian: persian
    case .arabic: arabic
    case .urdu: urdu
    }
  }

  private static let persian = LexemeTable(PersianWords.builder())
  private static let arabic = LexemeTable(ArabicWords.builder())
  private static let urdu = LexemeTable(UrduWords.builder())

  private init(_ builder: LexemeBuilder) {
    var entries: [Entry] = []
    var values: [UInt64: Int32] = [:]
    for (hash, entry) in builder.entries {
      entries.append(entry)
      values[hash] = Int32(entries.count) << 1
    }
    for hash in Numerals.Words(builder.language).hashes { values[hash, default: 0] |= 1 }
    var present = [UInt64](repeating: 0, count: 1 << 10)
    for hash in values.keys {
      let bit = LexemeTable.bit(hash)
      present[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    self.entries = entries
    self.present = present
    table = WordTable(values.map { (hash: $0.key, value: $0.value) })
  }

  private static func bit(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0xFFFF) }

  /// False when `find` would find nothing.
  @inline(__always)
  func mayHold(_ hash: UInt64) -> Bool {
    let bit = LexemeTable.bit(hash)
    return present[bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }

  func find(_ hash: UInt64) -> Word? {
    table[hash].map { Word(entry: Int($0 >> 1) - 1, isNumeral: $0 & 1 != 0) }
  }

  /// A word or phrase found in a text.
  struct Match {
    var lexeme: Lexeme
    /// The token after it.
    var next: Int32
  }

  /// The longest word or phrase that begins with a word at token `i`. O(its tokens).
  func longest(_ word: Word, _ tokens: Span<Token>, _ i: Int, _ limit: Int) -> Match? {
    guard word.entry >= 0 else { return nil }
    var entry = entries[word.entry]
    var best = entry.lexeme.map { Match(lexeme: $0, next: Int32(i + 1)) }
    var key = tokens[i].hash
    var j = i + 1
    while entry.continues, j < limit, tokens[j].kind != .lineBreak {
      key = LexemeTable.chain(key, tokens[j].hash)
      guard mayHold(key), let longer = find(key), longer.entry >= 0 else { break }
      entry = entries[longer.entry]
      j += 1
      if let lexeme = entry.lexeme { best = Match(lexeme: lexeme, next: Int32(j)) }
    }
    return best
  }

  /// The key of a phrase that goes on with a word.
  static func chain(_ hash: UInt64, _ word: UInt64) -> UInt64 { (hash &* 31) ^ (word << 7 | word >> 57) }
}

/// Collects the words of a language; one word may be given several times with different roles.
struct LexemeBuilder {
  let language: Language
  private(set) var entries: [UInt64: LexemeTable.Entry] = [:]

  init(_ language: Language) { self.language = language }

  /// Adds phrases separated by `|`.
  mutating func add(_ roles: Roles, _ phrases: String, _ change: (inout Lexeme) -> Void = { _ in }) {
    for phrase in phrases.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
      var lexeme = Lexeme(roles: roles)
      change(&lexeme)
      insert(String(phrase), lexeme)
    }
  }

  mutating func unit(_ unit: Unit, count: Int = 1, _ phrases: String, _ more: Roles = []) {
    add([.unit, more], phrases) {
      $0.unit = unit
      $0.count = count
    }
  }

  mutating func number(_ role: Roles, _ offset: Int, _ phrases: String) {
    add(role, phrases) { $0.offset = offset }
  }

  mutating func insert(_ phrase: String, _ lexeme: Lexeme) {
    let folded = FoldedText(phrase, language: language)
    let tokens = Tokenizer.tokens(of: folded)
    var spellings = [tokens.map { WordHash.of(folded.codes[$0.codes]) }]
    if language == .arabic { spellings += arabicSpellings(folded, tokens) }
    var seen: Set<UInt64> = []
    for words in spellings {
      guard let first = words.first else { continue }
      var key = first
      for (position, word) in words.enumerated() {
        if position > 0 {
          entries[key, default: LexemeTable.Entry()].continues = true
          key = LexemeTable.chain(key, word)
        }
      }
      if seen.insert(key).inserted { merge(lexeme, at: key) }
    }
  }

  /// ة typed as ه and ى as ي at the end of words.
  private func arabicSpellings(_ folded: FoldedText, _ tokens: [Token]) -> [[UInt64]] {
    var changed = false
    let words = tokens.map { token -> UInt64 in
      var codes = Array(folded.codes[token.codes])
      switch codes.last {
      case LetterCode.tehMarbuta:
        codes[codes.count - 1] = LetterCode.heh
        changed = true
      case LetterCode.alefMaksura:
        codes[codes.count - 1] = LetterCode.yeh
        changed = true
      default: break
      }
      return WordHash.of(codes)
    }
    return changed ? [words] : []
  }

  private mutating func merge(_ lexeme: Lexeme, at key: UInt64) {
    guard var old = entries[key]?.lexeme else {
      entries[key, default: LexemeTable.Entry()].lexeme = lexeme
      return
    }
    if old.has(.month), lexeme.has(.month) { return }
    if lexeme.has(.month) {
      old.month = lexeme.month
      old.calendar = lexeme.calendar
    }
    if lexeme.has(.weekday) { old.weekday = lexeme.weekday }
    if lexeme.has(.unit), !old.has(.unit) {
      old.unit = lexeme.unit
      old.count = lexeme.count
    }
    if lexeme.has(.counted), !old.has(.unit) {
      old.unit = lexeme.unit
      old.count = lexeme.count
    }
    if lexeme.offset != 0 { old.offset = lexeme.offset }
    old.roles.formUnion(lexeme.roles)
    entries[key]?.lexeme = old
  }

  /// Adds the months of all calendars, with `said` forms such as دی‌ماه.
  mutating func months(prefixes: [(String, Roles)] = [("", [])], suffixed: String? = nil) {
    for name in MonthNames.all(language) {
      var lexeme = Lexeme(roles: .month)
      lexeme.month = name.month
      lexeme.calendar = name.calendar
      switch name.strength {
      case .plain: break
      case .homograph: lexeme.roles.insert(.homograph)
      case .needsYear: lexeme.roles.formUnion([.homograph, .needsYear])
      }
      for (prefix, roles) in prefixes {
        var prefixed = lexeme
        prefixed.roles.formUnion(roles)
        prefixed.prefixLength = prefix.unicodeScalars.count
        insert(prefix + name.name, prefixed)
      }
      // Names of two words are also written as one (جمادی‌الثانی).
      if language != .arabic, name.name.contains(" ") { insert(name.name.split(separator: " ").joined(), lexeme) }
      if let suffixed, name.calendar == .solarHijri {
        var said = lexeme
        said.roles.remove(.homograph)
        said.roles.insert(.monthSaid)
        insert(name.name + suffixed, said)
      }
    }
  }
}

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

  subscript(entry: Int) -> Entry { entries[entry] }

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

/// Feasts with a fixed day in their calendar.
enum Holidays {
  static let days: [(calendar: CalendarSystem, month: Int, day: Int)] = [
    (.gregorian, 0, 0),  // 0 is no holiday
    (.solarHijri, 1, 1),  // 1 Nowruz
    (.islamic, 10, 1),  // 2 Eid al-Fitr
    (.islamic, 12, 10),  // 3 Eid al-Adha
    (.islamic, 1, 10),  // 4 Ashura
    (.islamic, 2, 20),  // 5 Arbaeen
    (.islamic, 1, 1),  // 6 Islamic New Year
    (.islamic, 3, 12),  // 7 Mawlid (Sunni)
    (.gregorian, 12, 25),  // 8 Christmas
    (.gregorian, 1, 1),  // 9 New Year
    (.solarHijri, 9, 30),  // 10 Yalda
    (.gregorian, 0, 0),  // 11 Easter, computed
    (.gregorian, 3, 23),  // 12 Pakistan Day
    (.gregorian, 8, 14),  // 13 Independence Day of Pakistan
    (.gregorian, 2, 5),  // 14 Kashmir Solidarity Day
    (.gregorian, 5, 1),  // 15 Labour Day
    (.islamic, 3, 17),  // 16 Mawlid (Shia)
    (.islamic, 12, 18),  // 17 Ghadir
    (.solarHijri, 1, 13),  // 18 Sizdah Bedar
    (.islamic, 12, 9),  // 19 Arafah
    (.gregorian, 11, 9),  // 20 Iqbal Day
    (.gregorian, 3, 8),  // 21 Women's Day
    (.islamic, 7, 27),  // 22 Isra and Miraj
    (.gregorian, 9, 6),  // 23 Defence Day of Pakistan
    (.islamic, 8, 15),  // 24 Mid-Shaban
  ]
  static let easter = 11

  /// Western Easter Sunday (Meeus, Jones, Butcher).
  static func easter(of year: Int) -> Day? {
    let a = year % 19, b = year / 100, c = year % 100
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - b / 4 - g + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 19 * l) / 433
    let month = (h + l - 7 * m + 90) / 25
    return Day(year: year, month: month, day: (h + l - 7 * m + 33 * month + 19) % 32)
  }
}

import ArabicScript
import Calendars
import NewsEvents

/// What the grammar found at a token, before it becomes a `TemporalExpression`.
struct Reading {
  /// The token after it.
  var end: Int
  var kind: TemporalExpression.Kind
  var start: Day?
  var finish: Day?
  var granularity: Granularity = .day
  var calendar: CalendarSystem?
  var basis: DateBasis = .stated
  var anchor: Day?
  var time: String?
  var year: Int?
  var month: Int?
  var day: Int?
  var weekday: Int?
  var isRelativeToContext = false
  var parts: [(tokens: Range<Int>, reading: Reading)] = []
  var contradiction: String?
  /// The expression begins here when that is before the token it was found at.
  var begin: Int?

  init(end: Int, kind: TemporalExpression.Kind) {
    self.end = end
    self.kind = kind
  }

  var isResolved: Bool { start != nil && finish != nil }
  /// Whether it says when, not how long or how often.
  var isDate: Bool { kind != .duration && kind != .time && kind != .recurring }
  var isSingleDay: Bool { start != nil && start == finish }

  mutating func set(_ days: ClosedRange<Day>?, _ granularity: Granularity) {
    start = days?.lowerBound
    finish = days?.upperBound
    self.granularity = granularity
  }

  mutating func set(_ day: Day?) {
    start = day
    finish = day
    granularity = .day
  }
}

/// The grammar's view of a text: tokens with the words of dates already found, and what is known about days.
struct DateGrammar {
  let text: AnalyzedText
  let language: Language
  /// Tokens beyond are not read.
  let limit: Int
  /// The article's day.
  let reference: Day?
  /// The last single day found before, while it is near enough to be meant.
  var context: Day?
  /// The last day written with its year, while the passage still speaks of it.
  var past: Day?
  /// What the sentence around the expression says.
  var setting = Setting()

  struct Setting {
    /// The sentence speaks of the future.
    var isFuture = false
    /// The text is nothing but the expression: a label, a table cell.
    var isFragment = false
  }

  private var slots: [Int32] = []
  private var lexemes: [(lexeme: Lexeme, next: Int32)] = []
  /// Where a lexeme or a number stands: only these can begin an expression.
  private(set) var candidates: [Int] = []

  init(_ text: AnalyzedText, tokens: Range<Int>, reference: Day?) {
    self.text = text
    self.reference = reference
    language = text.language
    limit = tokens.upperBound
    slots = [Int32](repeating: -1, count: tokens.upperBound)
    let table = LexemeTable.of(language)
    let all = text.tokens
    for i in tokens {
      let token = all[i]
      if token.kind == .number {
        candidates.append(i)
        continue
      }
      guard token.kind == .word || token.kind == .latin, let entry = table[token.hash] else {
        if token.kind == .latin { latin(token, i) } else if Numerals.canBegin(token, language) { candidates.append(i) }
        continue
      }
      var best = entry.lexeme
      var next = i + 1
      var key = token.hash
      var continues = entry.continues
      var j = i + 1
      while continues, j < limit, all[j].kind != .lineBreak {
        key = LexemeTable.chain(key, all[j].hash)
        guard let longer = table[key] else { break }
        j += 1
        if let lexeme = longer.lexeme {
          best = lexeme
          next = j
        }
        continues = longer.continues
      }
      if let best {
        slots[i] = Int32(lexemes.count)
        lexemes.append((best, Int32(next)))
        candidates.append(i)
      } else if Numerals.canBegin(token, language) {
        candidates.append(i)
      }
    }
  }

  /// English month and weekday names of page headers (12 Dec, 2024).
  private mutating func latin(_ token: Token, _ i: Int) {
    guard let lexeme = LatinWords.table[token.hash] else { return }
    slots[i] = Int32(lexemes.count)
    lexemes.append((lexeme, Int32(i + 1)))
    candidates.append(i)
  }

  // MARK: Looking at tokens

  func lexeme(_ i: Int) -> Lexeme? {
    guard i >= 0, i < limit, slots[i] >= 0 else { return nil }
    return lexemes[Int(slots[i])].lexeme
  }

  /// The token after the lexeme at `i`.
  func after(_ i: Int) -> Int { i < limit && slots[i] >= 0 ? Int(lexemes[Int(slots[i])].next) : i + 1 }

  func isInert(_ i: Int) -> Bool { slots[i] >= 0 && lexemes[Int(slots[i])].lexeme.roles.isEmpty }

  /// The index after the lexeme at `i` when it has one of the roles.
  func take(_ role: Roles, _ i: Int) -> Int? {
    guard let lexeme = lexeme(i), lexeme.has(role) else { return nil }
    return after(i)
  }

  func skip(_ role: Roles, _ i: Int) -> Int { take(role, i) ?? i }

  func isMark(_ i: Int, _ mark: Unicode.Scalar) -> Bool {
    i < limit && i >= 0 && text.tokens[i].isMark(UInt8(truncatingIfNeeded: mark.value))
  }

  func isComma(_ i: Int) -> Bool { isMark(i, ",") }
  func skipComma(_ i: Int) -> Int { isComma(i) ? i + 1 : i }

  func token(_ i: Int) -> Token? { i >= 0 && i < limit ? text.tokens[i] : nil }

  func isDigits(_ i: Int) -> Bool { token(i)?.kind == .number }

  func number(_ i: Int) -> Numeral? { Numerals.read(text, at: i, before: limit) }

  /// A day of the month: 1 … 31, in digits or words.
  func dayNumber(_ i: Int) -> (value: Int, next: Int, isOrdinal: Bool, isDigits: Bool)? {
    guard let first = token(i), first.kind == .number || first.kind == .word else { return nil }
    if first.kind == .number, first.count > 2 { return nil }
    if first.kind == .number, let mark = token(i + 1), mark.isMark(UInt8(ascii: "%")) { return nil }
    if first.kind == .number {
      guard (1...31).contains(first.value) else { return nil }
      var next = i + 1
      var isOrdinal = false
      if let numeral = number(i), numeral.isDigits, numeral.value == first.value {
        next = i + numeral.tokens
        isOrdinal = numeral.isOrdinal
      }
      return (Int(first.value), next, isOrdinal, true)
    }
    guard let numeral = number(i), (1...31).contains(numeral.value) else { return nil }
    return (Int(numeral.value), i + numeral.tokens, numeral.isOrdinal, false)
  }

  /// A year of four digits or in words (not two digits).
  func fullYear(_ i: Int) -> (value: Int, next: Int, isDigits: Bool)? {
    guard let first = token(i) else { return nil }
    if first.kind == .number {
      guard first.count == 4, (1000...2999).contains(first.value) else { return nil }
      // 2,000 and 2013.5 are no years.
      if isMark(i + 1, "."), let after = token(i + 2), after.kind == .number, !after.spaceBefore,
        !text.tokens[i + 1].spaceBefore
      {
        return nil
      }
      if isMark(i + 1, "%") { return nil }
      return (Int(first.value), i + 1, true)
    }
    guard first.kind == .word, let numeral = number(i), !numeral.isOrdinal, (1000...2999).contains(numeral.value)
    else { return nil }
    return (Int(numeral.value), i + numeral.tokens, false)
  }
}

/// English names of months and weekdays as page furniture writes them.
enum LatinWords {
  static let table: WordTable<Lexeme> = {
    let months = [
      "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
      "sep sept september", "oct october", "nov november", "dec december",
    ]
    let days = [
      "mon monday", "tue tuesday", "wed wednesday", "thu thursday", "fri friday", "sat saturday", "sun sunday",
    ]
    var entries: [(hash: UInt64, value: Lexeme)] = []
    func add(_ word: Substring, _ lexeme: Lexeme) { entries.append((WordHash.of(Array(word.utf8)), lexeme)) }
    for (i, names) in months.enumerated() {
      var lexeme = Lexeme(roles: [.month, .homograph])
      lexeme.month = i + 1
      for name in names.split(separator: " ") { add(name, lexeme) }
    }
    for (i, names) in days.enumerated() {
      var lexeme = Lexeme(roles: [.weekday, .homograph])
      lexeme.weekday = i
      for name in names.split(separator: " ") { add(name, lexeme) }
    }
    add("ad", Lexeme(roles: .eraGregorian))
    add("ce", Lexeme(roles: .eraGregorian))
    add("ah", Lexeme(roles: .eraLunar))
    add("ap", Lexeme(roles: .eraSolar))
    return WordTable(entries)
  }()
}

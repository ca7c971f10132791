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
  var parts: [ReadingPart] = []
  var contradiction: String?
  /// Days from the article's day, when a word such as "today" stands before the date.
  var daysFromArticle: Int?
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

/// A date inside a range, or one of the dates of a double one.
struct ReadingPart {
  var tokens: Range<Int>
  var reading: Reading

  init(_ tokens: Range<Int>, _ reading: Reading) {
    self.tokens = tokens
    self.reading = reading
  }
}

/// The grammar's view of a text: tokens with the words of dates already found, and what is known about days.
struct DateGrammar {
  let text: AnalyzedText
  let language: Language
  /// Tokens beyond are not read.
  let limit: Int
  /// The article's day.
  private(set) var reference: Day?
  /// The last single day found before, while it is near enough to be meant.
  var context: Day?
  /// The last day written with its year, while the passage still speaks of it.
  var past: Day?
  /// The last year or month found before, while it is near enough to be meant.
  var span: ToldSpan?
  /// What the sentence around the expression says.
  var setting = Setting()

  struct ToldSpan {
    var days: ClosedRange<Day>
    var calendar: CalendarSystem
    var granularity: Granularity
  }

  struct Setting {
    /// The sentence speaks of the future.
    var isFuture = false
    /// The text is nothing but the expression: a label, a table cell.
    var isFragment = false
  }

  private var slots: [Int32]
  private var lexemes: [(lexeme: Lexeme, next: Int32)] = []
  /// Whether a number may begin at the token.
  private var numerals: [Bool]
  /// Where an expression can begin: words of dates and numbers, prepositions only before these.
  private(set) var candidates: [Int] = []
  /// Tokens that speak of the future.
  private(set) var futures: [Int] = []

  init(_ text: AnalyzedText, tokens range: Range<Int>, reference: Day?) {
    self.text = text
    self.reference = reference
    language = text.language
    limit = range.upperBound
    slots = [Int32](repeating: -1, count: range.upperBound)
    numerals = [Bool](repeating: false, count: range.upperBound)
    let table = LexemeTable.of(language)
    let numeralWords = Numerals.Words(language)
    let all = text.tokens
    for i in range {
      let token = all[i]
      switch token.kind {
      case .number: numerals[i] = true
      case .mark, .lineBreak: break
      case .latin:
        if let lexeme = LatinWords.table[token.hash] {
          slots[i] = Int32(lexemes.count)
          lexemes.append((lexeme, Int32(i + 1)))
        } else {
          look(i, token, all, table)
        }
      case .word:
        look(i, token, all, table)
        if numeralWords.contains(token.hash) { numerals[i] = true }
        if slots[i] >= 0 ? lexemes[Int(slots[i])].lexeme.has(.future) : language == .arabic && isArabicFuture(i) {
          futures.append(i)
        }
      }
    }
    for i in range where slots[i] >= 0 || numerals[i] {
      if canBegin(i) { candidates.append(i) }
    }
  }

  /// Starts again at the text's beginning, with another article's day.
  mutating func begin(reference: Day) {
    self.reference = reference
    context = nil
    past = nil
    setting = Setting()
  }

  /// Finds the longest word or phrase at a token.
  private mutating func look(_ i: Int, _ token: Token, _ all: [Token], _ table: LexemeTable) {
    let first = table.find(token.hash)
    guard first >= 0 else { return }
    var entry = table[first]
    var best = entry.lexeme
    var next = i + 1
    var key = token.hash
    var j = i + 1
    while entry.continues, j < limit, all[j].kind != .lineBreak {
      key = LexemeTable.chain(key, all[j].hash)
      let longer = table.find(key)
      guard longer >= 0 else { break }
      entry = table[longer]
      j += 1
      if let lexeme = entry.lexeme {
        best = lexeme
        next = j
      }
    }
    guard let best else { return }
    slots[i] = Int32(lexemes.count)
    lexemes.append((best, Int32(next)))
  }

  /// Prepositions, pronouns and conjunctions begin an expression only before a word of dates or a number.
  private func canBegin(_ i: Int) -> Bool {
    if slots[i] < 0 { return true }
    let (lexeme, next) = lexemes[Int(slots[i])]
    if numerals[i] || lexeme.roles.isEmpty || lexeme.has(Roles.content) { return true }
    guard lexeme.has(Roles.leading), Int(next) < limit else { return false }
    if numerals[Int(next)] { return true }
    let follows = slots[Int(next)]
    guard follows >= 0 else { return false }
    // «اس سے تین روز قبل», «اس کے دو دن بعد»
    if language == .urdu, lexeme.has(.that), lexemes[Int(follows)].lexeme.has([.dative, .from]) { return true }
    return lexeme.has([.from, .between]) || lexemes[Int(follows)].lexeme.has(Roles.content)
      || lexemes[Int(follows)].lexeme.has(.about)
  }

  // MARK: Looking at tokens

  func lexeme(_ i: Int) -> Lexeme? {
    guard i >= 0, i < limit, slots[i] >= 0 else { return nil }
    return lexemes[Int(slots[i])].lexeme
  }

  /// The token after the lexeme at `i`.
  func after(_ i: Int) -> Int { i < limit && slots[i] >= 0 ? Int(lexemes[Int(slots[i])].next) : i + 1 }

  func isNumeralWord(_ i: Int) -> Bool { numerals[i] }

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

  func number(_ i: Int) -> Numeral? {
    i >= 0 && i < limit && numerals[i] ? Numerals.read(text, at: i, before: limit) : nil
  }

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

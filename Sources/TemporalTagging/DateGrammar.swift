import ArabicScript
import Calendars
import NewsEvents

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

  /// For each token the index of its word or phrase of dates; -1 without one.
  private var slots: [Int32]
  private var lexemes: [(lexeme: Lexeme, next: Int32)] = []
  /// For each token the index of the number that may begin there; -1 without one.
  private var numerals: [Int32]
  /// Numbers are read once; many productions ask for them.
  private var numbers: [Numeral?] = []
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
    numerals = [Int32](repeating: -1, count: range.upperBound)
    let table = LexemeTable.of(language)
    let tokens = text.tokens
    let letters = text.folded.codes
    let all = tokens.span
    let codes = letters.span
    let isArabic = language == .arabic
    var marked: [Int32] = []
    marked.reserveCapacity(range.count / 4 + 8)
    for i in range {
      switch all[i].kind {
      case .mark, .lineBreak: continue
      case .number: numerals[i] = 0
      case .latin:
        guard let lexeme = LatinWords.table[all[i].hash] else {
          look(i, all, table)
          if slots[i] >= 0 { marked.append(Int32(i)) }
          continue
        }
        slots[i] = Int32(lexemes.count)
        lexemes.append((lexeme, Int32(i + 1)))
      case .word:
        let hash = all[i].hash
        if table.mayHold(hash) {
          let isNumeral = look(i, all, table)
          if isNumeral { numerals[i] = 0 }
          if slots[i] >= 0, lexemes[Int(slots[i])].lexeme.has(.future) { futures.append(i) }
        }
        if isArabic, slots[i] < 0, codes[Int(all[i].start)] == LetterCode.seen, isArabicFuture(i) { futures.append(i) }
        guard slots[i] >= 0 || numerals[i] >= 0 else { continue }
      }
      marked.append(Int32(i))
    }
    candidates.reserveCapacity(marked.count)
    for k in marked {
      let i = Int(k)
      if numerals[i] >= 0 {
        numerals[i] = Int32(numbers.count)
        numbers.append(Numerals.read(text, at: i, before: limit))
      }
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

  /// Finds the longest word or phrase at a token; whether a number may begin there.
  @discardableResult
  private mutating func look(_ i: Int, _ all: Span<Token>, _ table: LexemeTable) -> Bool {
    guard let word = table.find(all[i].hash) else { return false }
    guard word.entry >= 0 else { return word.isNumeral }
    var entry = table[word.entry]
    var best = entry.lexeme
    var next = i + 1
    var key = all[i].hash
    var j = i + 1
    while entry.continues, j < limit, all[j].kind != .lineBreak {
      key = LexemeTable.chain(key, all[j].hash)
      guard let longer = table.find(key), longer.entry >= 0 else { break }
      entry = table[longer.entry]
      j += 1
      if let lexeme = entry.lexeme {
        best = lexeme
        next = j
      }
    }
    guard let best else { return word.isNumeral }
    slots[i] = Int32(lexemes.count)
    lexemes.append((best, Int32(next)))
    return word.isNumeral
  }

  /// Prepositions, pronouns and conjunctions begin an expression only before a word of dates or a number.
  private func canBegin(_ i: Int) -> Bool {
    if slots[i] < 0 { return true }
    let (lexeme, next) = lexemes[Int(slots[i])]
    if numerals[i] >= 0 || lexeme.roles.isEmpty || lexeme.has(Roles.content) { return true }
    guard lexeme.has(Roles.leading), Int(next) < limit else { return false }
    if numerals[Int(next)] >= 0 { return true }
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

  func hasLexeme(_ i: Int) -> Bool { slots[i] >= 0 }

  /// The token after the lexeme at `i`.
  func after(_ i: Int) -> Int { i < limit && slots[i] >= 0 ? Int(lexemes[Int(slots[i])].next) : i + 1 }

  func isNumeralWord(_ i: Int) -> Bool { numerals[i] >= 0 }

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
    i >= 0 && i < limit && numerals[i] >= 0 ? numbers[Int(numerals[i])] : nil
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

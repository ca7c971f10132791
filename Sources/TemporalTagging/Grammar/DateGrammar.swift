import ArabicScript
import Calendars
import NewsEvents

/// The grammar's view of a text: tokens with the words of dates already found, and what is known about days.
struct DateGrammar {
  let text: AnalyzedText
  let language: Language
  /// Words before are not looked up, tokens beyond are not read.
  private let first: Int
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
  private var slots: [Int32] = []
  private var lexemes: [(lexeme: Lexeme, next: Int32)] = []
  /// For each token the index of the number that may begin there; -1 without one.
  private var numerals: [Int32] = []
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
    first = range.lowerBound
    limit = range.upperBound
    let table = LexemeTable.of(language)
    let tokens = text.tokens
    let letters = text.folded.codes
    let all = tokens.span
    let codes = letters.span
    let isArabic = language == .arabic
    var slots = [Int32](repeating: -1, count: range.count)
    var marked: [Int32] = []
    marked.reserveCapacity(range.count / 4 + 8)
    lexemes.reserveCapacity(range.count / 4 + 8)
    numerals = [Int32](repeating: -1, count: range.count)
    for i in range {
      var isNumeral = false
      switch all[i].kind {
      case .mark, .lineBreak: continue
      case .number: isNumeral = true
      case .latin:
        guard let lexeme = LatinWords.table[all[i].hash] else { continue }
        slots[i - first] = Int32(lexemes.count)
        lexemes.append((lexeme, Int32(i + 1)))
      case .word:
        var found: LexemeTable.Match?
        if table.mayHold(all[i].hash), let word = table.find(all[i].hash) {
          isNumeral = word.isNumeral
          found = table.longest(word, all, i, limit)
          if let found {
            slots[i - first] = Int32(lexemes.count)
            lexemes.append((found.lexeme, found.next))
            if found.lexeme.has(.future) { futures.append(i) }
          }
        }
        if found == nil, isArabic, codes[Int(all[i].start)] == LetterCode.seen, !isNumeral, isArabicFuture(i) {
          futures.append(i)
        }
        guard found != nil || isNumeral else { continue }
      }
      if isNumeral { numerals[i - first] = 0 }
      marked.append(Int32(i))
    }
    self.slots = slots
    candidates.reserveCapacity(marked.count)
    for k in marked {
      let i = Int(k)
      if numerals[i - first] >= 0 {
        numerals[i - first] = Int32(numbers.count)
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

  /// Prepositions, pronouns and conjunctions begin an expression only before a word of dates or a number.
  private func canBegin(_ i: Int) -> Bool {
    let slot = slot(i)
    if slot < 0 { return true }
    let (lexeme, next) = lexemes[slot]
    if isNumeralWord(i) || lexeme.roles.isEmpty || lexeme.has(Roles.content) { return true }
    guard lexeme.has(Roles.leading), Int(next) < limit else { return false }
    if isNumeralWord(Int(next)) { return true }
    let follows = self.slot(Int(next))
    guard follows >= 0 else { return false }
    // «اس سے تین روز قبل», «اس کے دو دن بعد»
    if language == .urdu, lexeme.has(.that), lexemes[follows].lexeme.has([.dative, .from]) { return true }
    return lexeme.has([.from, .between]) || lexemes[follows].lexeme.has(Roles.content)
      || lexemes[follows].lexeme.has(.about)
  }

  // MARK: Looking at tokens

  /// The index of the word or phrase at a token; -1 without one, and beyond the tokens that are read.
  private func slot(_ i: Int) -> Int { i >= first && i < limit ? Int(slots[i - first]) : -1 }

  func lexeme(_ i: Int) -> Lexeme? {
    let slot = slot(i)
    return slot >= 0 ? lexemes[slot].lexeme : nil
  }

  func hasLexeme(_ i: Int) -> Bool { slot(i) >= 0 }

  /// The token after the lexeme at `i`.
  func after(_ i: Int) -> Int {
    let slot = slot(i)
    return slot >= 0 ? Int(lexemes[slot].next) : i + 1
  }

  func isNumeralWord(_ i: Int) -> Bool { i >= first && i < limit && numerals[i - first] >= 0 }

  func isInert(_ i: Int) -> Bool { lexeme(i).map(\.roles.isEmpty) ?? false }

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
    isNumeralWord(i) ? numbers[Int(numerals[i - first])] : nil
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

import ArabicScript
import Calendars
import NewsEvents

extension DateGrammar {
  /// Dates in digits: 2024-01-16, ۱۴۰۲/۱۰/۲۶, 29-1-2024م, 14/02/2010, 2/2013, 4/22.
  func numericDate(_ i: Int) -> Reading? {
    guard isDigits(i), !isTied(before: i) else { return nil }
    return threeNumbers(i) ?? twoNumbers(i)
  }

  /// Whether a number and a separator stand right before: then this is the tail of something longer.
  private func isTied(before i: Int) -> Bool {
    guard i >= 2, let mark = token(i - 1), mark.kind == .mark, !text.tokens[i].spaceBefore,
      DateGrammar.separators.contains(UInt8(truncatingIfNeeded: mark.value)) || mark.isMark(58), isDigits(i - 2)
    else { return false }
    return true
  }

  private static let separators: [UInt8] = [45, 46, 47, 92]

  /// The separator at `i`, when a number follows and the spacing is the same on both sides.
  private func separator(_ i: Int) -> UInt8? {
    guard let mark = token(i), mark.kind == .mark, isDigits(i + 1) else { return nil }
    let code = UInt8(truncatingIfNeeded: mark.value)
    guard DateGrammar.separators.contains(code), mark.spaceBefore == text.tokens[i + 1].spaceBefore else { return nil }
    return code
  }

  private func threeNumbers(_ i: Int) -> Reading? {
    let tokens = text.tokens
    guard let first = separator(i + 1), let second = separator(i + 3), first == second else { return nil }
    if separator(i + 5) != nil, !(tokens[i + 5].spaceBefore) { return nil }
    let fields = [tokens[i], tokens[i + 2], tokens[i + 4]]
    guard fields.allSatisfy({ $0.count <= 4 && $0.value >= 0 }) else { return nil }
    let values = fields.map { Int($0.value) }
    var end = i + 5
    let mark = era(end)
    if let mark, tokens[end].kind == .word || isMark(end, "(") { end = mark.next }
    let candidates: [(year: Int, month: Int, day: Int, short: Bool)] =
      if fields[0].count == 4 {
        [(values[0], values[1], values[2], false)]
      } else if fields[2].count == 4 {
        [(values[2], values[1], values[0], false), (values[2], values[0], values[1], false)]
      } else if fields.allSatisfy({ $0.count <= 2 }) {
        language == .persian
          ? [(values[0], values[1], values[2], true), (values[2], values[1], values[0], true)]
          : [(values[2], values[1], values[0], true), (values[0], values[1], values[2], true)]
      } else {
        []
      }
    var found: [(day: Day, calendar: CalendarSystem, fields: (Int, Int, Int))] = []
    for candidate in candidates {
      for calendar in calendars(
        of: candidate.year, short: candidate.short, mark: mark?.calendar, open: eraIsOpen(i + 5))
      {
        let year = candidate.short ? expand(candidate.year, calendar) : candidate.year
        if let day = calendar.day(year: year, month: candidate.month, day: candidate.day) {
          found.append((day, calendar, (year, candidate.month, candidate.day)))
          break
        }
      }
    }
    // Two digits do not say which is the year: the reading nearest to the article's day.
    let best =
      if let reference, candidates.first?.short == true {
        found.min { abs($0.day - reference) < abs($1.day - reference) }
      } else {
        found.first
      }
    guard let best else { return nil }
    var reading = Reading(end: end, kind: .absolute)
    reading.calendar = best.calendar
    (reading.year, reading.month, reading.day) = (best.fields.0, best.fields.1, best.fields.2)
    reading.set(best.day)
    return reading
  }

  /// The calendars a year may belong to, best first.
  func calendars(of year: Int, short: Bool, mark: CalendarSystem?, open: Bool = false) -> [CalendarSystem] {
    if let mark, !open { return [mark] }
    if short { return language == .persian ? [.solarHijri] : [.gregorian] }
    switch year {
    case 1250...1429 where language == .persian: return [.solarHijri]
    case 1430...1500 where language == .persian: return open ? [.islamic] : [.solarHijri]
    case 1300...1500: return [.islamic]
    case 1600...2200: return [.gregorian]
    default: return []
    }
  }

  /// Month and year, or day and month.
  private func twoNumbers(_ i: Int) -> Reading? {
    let tokens = text.tokens
    guard let mark = separator(i + 1), mark != 92 else { return nil }
    if separator(i + 3) != nil, !tokens[i + 3].spaceBefore { return nil }
    let a = tokens[i], b = tokens[i + 2]
    guard !tokens[i + 1].spaceBefore, a.value >= 0, b.value >= 0 else { return nil }
    let first = Int(a.value), second = Int(b.value)
    let next = i + 3
    if a.count == 4 || b.count == 4 {
      let (year, month) = a.count == 4 ? (first, second) : (second, first)
      guard a.count <= 2 || b.count <= 2, (1...12).contains(month) else { return nil }
      let named = era(next)
      guard let calendar = calendars(of: year, short: false, mark: named?.calendar, open: eraIsOpen(next)).first,
        calendar != .gregorian || (1900...2100).contains(year), let days = calendar.month(month, of: year)
      else { return nil }
      var reading = Reading(end: named?.next ?? next, kind: .absolute)
      reading.calendar = calendar
      reading.year = year
      reading.month = month
      reading.set(days, .month)
      return reading
    }
    guard a.count <= 2, b.count <= 2 else { return nil }
    // 08/12, 2015
    if mark == 47, isComma(next), let year = token(next + 1), year.kind == .number, year.count == 4 || year.count == 2,
      let day = Day(
        year: year.count == 4 ? Int(year.value) : expand(Int(year.value), .gregorian), month: first, day: second)
    {
      var reading = Reading(end: next + 2, kind: .absolute)
      reading.calendar = .gregorian
      (reading.year, reading.month, reading.day) = (day.gregorian.year, day.gregorian.month, day.gregorian.day)
      reading.set(day)
      return reading
    }
    return dayAndMonth(i, first, second, mark)
  }

  /// 4/22 and 22-4 are dates only when one number can be the month and the other cannot, nothing is counted with
  /// them, and with a hyphen or a point only after a preposition of time.
  private func dayAndMonth(_ i: Int, _ first: Int, _ second: Int, _ mark: UInt8) -> Reading? {
    let (day, month) = first > 12 ? (first, second) : (second, first)
    guard (13...31).contains(day), (1...12).contains(month), language != .persian else { return nil }
    let next = i + 3
    if let follows = token(next) {
      guard follows.kind == .lineBreak || follows.kind == .mark && !follows.isMark(37) else { return nil }
    }
    if mark != 47 {
      guard i == 0 || lexeme(i - 1)?.has([.at, .of, .dateWord, .unit]) == true || setting.isFuture else { return nil }
    }
    guard day <= CalendarSystem.gregorian.maximumLength(ofMonth: month) else { return nil }
    var reading = Reading(end: next, kind: .partial)
    reading.calendar = .gregorian
    reading.day = day
    reading.month = month
    resolveYear(&reading)
    return reading
  }

  /// A year alone: «سال ۱۴۰۲», «عام 2023», «2007ء», «در ۲۰۱۸», in words too; and years of two digits after سال.
  func yearAlone(_ i: Int) -> Reading? {
    var j = i
    var said = false
    if let lexeme = lexeme(j), lexeme.has(.unit), lexeme.unit == .year, !lexeme.has(.adjectiveUnit), lexeme.count < 2 {
      j = after(j)
      said = true
    } else if language == .arabic, let lexeme = lexeme(j), lexeme.has(.of), saysYear(j) {
      j = after(j)
      said = true
    }
    if said, language == .urdu { j = skip(.dative, j) }
    // «العام الهجري 1445», «سال میلادی ۲۰۲۴»
    var named: CalendarSystem?
    if said, let era = era(j), text.tokens[j].count > 1, fullYear(era.next) != nil {
      named = eraIsOpen(j) && language == .persian ? nil : era.calendar
      j = era.next
    }
    var value: Int
    var next: Int
    if let year = fullYear(j) {
      (value, next) = (year.value, year.next)
      if !said, !year.isDigits, !introduced(i) { return nil }
      if !said, !year.isDigits, language != .arabic { return nil }
    } else if said, let glued = gluedYear(j) {
      (value, next) = (glued, j + 1)
    } else if said || isBirth(i), let token = token(j), token.kind == .number, token.count == 2, language == .persian,
      !countedAfter(j + 1)
    {
      said = true
      (value, next) = (expand(Int(token.value), .solarHijri), j + 1)
    } else if let token = token(j), token.kind == .number, (3...4).contains(token.count), let mark = era(j + 1),
      text.tokens[j + 1].count > 1
    {
      (value, next) = (Int(token.value), j + 1)
      _ = mark
    } else {
      return nil
    }
    let mark = era(next)
    if let mark { next = mark.next }
    if !said, mark == nil, isNumbered(i) { return nil }
    guard
      said || mark != nil || introduced(i) || isFullYearSpan(j, next) || endsPhrase(j, next, value)
        || isDatedNoun(i) || urduYear(i, next, value), value >= 1
    else {
      return nil
    }
    if !said, mark == nil, countedAfter(next) || value % 100 == 0 { return nil }
    if !said, mark == nil, isTied(before: i) || separatorFollows(next) { return nil }
    guard let calendar = named ?? yearCalendar(value, mark?.calendar, open: mark != nil && eraIsOpen(next - 1)),
      let days = calendar.years(value, through: value)
    else { return nil }
    var reading = Reading(end: next, kind: .absolute)
    reading.calendar = calendar
    reading.year = value
    reading.set(days, .year)
    return reading
  }

  /// «2012 میں», «2023 کے موسم گرما میں», «2023 کی پہلی سہ ماہی»; not «2012 میں سے».
  private func urduYear(_ i: Int, _ next: Int, _ value: Int) -> Bool {
    guard language == .urdu, isDigits(i), (1850...2060).contains(value), let link = lexeme(next) else { return false }
    if link.has(.at) {
      return DateGrammar.urduIn.contains(text.tokens[next].hash) && lexeme(after(next))?.has(.from) != true
    }
    guard link.has(.dative) else { return false }
    let j = after(next)
    if let word = lexeme(j),
      word.has([.season, .seasonWord, .quarter, .half]) || word.has(.unit) && word.unit == .decade
    {
      return true
    }
    guard let ordinal = number(j), ordinal.isOrdinal else { return false }
    return lexeme(j + ordinal.tokens)?.has([.quarter, .half]) == true
  }

  private static let urduIn = WordSet("میں تک", .urdu)

  /// Whether a link ends in the word for year.
  func saysYear(_ i: Int) -> Bool {
    let last = after(i) - 1
    guard language == .arabic else { return lexeme(last).map { $0.has(.unit) && $0.unit == .year } ?? false }
    return last < limit && DateGrammar.arabicYearWords.contains(text.tokens[last].hash)
  }

  private static let arabicYearWords = WordSet("عام سنة سنه لعام لسنة العام بعام وعام", .arabic)

  func yearCalendar(_ year: Int, _ mark: CalendarSystem?, open: Bool) -> CalendarSystem? {
    if let mark, !open { return mark }
    switch year {
    case 1200...1500: return language == .persian ? .solarHijri : open || mark != nil ? .islamic : .gregorian
    case 1501...2200: return .gregorian
    default: return mark
    }
  }

  /// A year without its word is believed after a preposition of time.
  private func introduced(_ i: Int) -> Bool {
    guard let before = lexeme(i - 1) else { return false }
    return before.has([.at, .from, .to, .between, .season, .holiday])
  }

  /// A four-digit number that is the whole sentence or stands in brackets.
  private func isFullYearSpan(_ i: Int, _ next: Int) -> Bool {
    isDigits(i) && text.tokens[i].count == 4 && (1300...1450).contains(text.tokens[i].value) == (language == .persian)
      && isMark(i - 1, "(") && isMark(next, ")")
  }

  /// «جام جهانی ۲۰۱۴.», «مونديال 2022،»: a number of our times right after a noun, with nothing counted by it.
  private func endsPhrase(_ i: Int, _ next: Int, _ value: Int) -> Bool {
    guard isDigits(i), let before = token(i - 1), before.kind == .word, lexeme(i - 1)?.has([.unit, .about]) != true,
      !Numerals.canBegin(before, language)
    else { return false }
    let isRecent = (1930...2035).contains(value) || language == .persian && (1330...1410).contains(value)
    guard isRecent else { return false }
    guard let follows = token(next) else { return true }
    return follows.kind == .lineBreak || follows.kind == .mark && !follows.isMark(37) && !separatorFollows(next)
  }

  private func separatorFollows(_ i: Int) -> Bool {
    guard let mark = token(i), mark.kind == .mark, !mark.spaceBefore else { return false }
    return [45, 47, 46, 58].contains(UInt8(truncatingIfNeeded: mark.value)) && isDigits(i + 1)
      && !text.tokens[i + 1].spaceBefore
  }

  /// Whether the number before is the count of a noun.
  private func countedAfter(_ i: Int) -> Bool {
    guard let token = token(i) else { return false }
    if token.kind == .mark { return token.isMark(37) }
    guard let lexeme = lexeme(i) else { return false }
    return lexeme.has(.unit) && !lexeme.has([.of, .clock])
  }

  /// Number words of a year run together: هزارونهصدونود.
  private func gluedYear(_ i: Int) -> Int? {
    guard language == .persian, let token = token(i), token.kind == .word, token.count >= 8 else { return nil }
    return GluedNumber.read(Array(text.codes(token)))
  }
}

import ArabicScript
import Calendars
import NewsEvents

extension DateGrammar {
  /// «السبعينيات», «دهه ۶۰», «ستر کی دہائی», «قرن بیستم».
  func decade(_ i: Int) -> Reading? {
    var tens: Int?
    var last: Int?
    var end = after(i)
    var calendar = civilCalendar
    if let word = lexeme(i), word.has(.decade) {
      tens = word.offset
      if language == .arabic, let links = Optional(skipLinks(end).next), lexeme(links)?.has(.unit) == true,
        lexeme(links)?.unit == .century, let numeral = number(after(links)),
        numeral.isOrdinal || numeral.value == 20
      {
        end = after(links) + numeral.tokens
        tens = (Int(numeral.value) - 1) * 100 + word.offset
      }
    } else if let word = lexeme(i), word.has(.unit), word.unit == .decade, language == .persian,
      let numeral = number(end),
      !numeral.isOrdinal, numeral.value % 10 == 0, numeral.value >= 10
    {
      tens = Int(numeral.value)
      end += numeral.tokens
      last = moreDecades(&end, tens ?? 0)
      if let era = era(end) {
        calendar = era.calendar
        end = era.next
      }
    } else if language == .urdu, let numeral = number(i), numeral.value % 10 == 0,
      let dative = take(.dative, i + numeral.tokens), let unit = lexeme(dative), unit.has(.unit), unit.unit == .decade
    {
      tens = Int(numeral.value)
      end = after(dative)
    } else if let word = lexeme(i), word.has(.unit), word.unit == .century, let numeral = number(end),
      numeral.isOrdinal || language == .arabic && numeral.value == 20 && word.has(.definite), numeral.value <= 21
    {
      let first = (Int(numeral.value) - 1) * 100 + 1
      calendar = numeral.value > 15 ? .gregorian : civilCalendar
      var reading = Reading(end: end + numeral.tokens, kind: .absolute)
      if let era = era(reading.end) {
        calendar = era.calendar
        reading.end = era.next
      }
      reading.calendar = calendar
      reading.set(calendar.years(first, through: first + 99), .range)
      return reading
    }
    // «اکیسویں صدی»
    if language == .urdu, let numeral = number(i), numeral.isOrdinal, (1...21).contains(numeral.value),
      let unit = lexeme(i + numeral.tokens), unit.has(.unit), unit.unit == .century, unit.count == 1
    {
      var reading = Reading(end: after(i + numeral.tokens), kind: .absolute)
      reading.calendar = .gregorian
      let first = (Int(numeral.value) - 1) * 100 + 1
      reading.set(CalendarSystem.gregorian.years(first, through: first + 99), .range)
      return reading
    }
    guard var first = tens else { return nil }
    var reading = Reading(end: end, kind: .absolute)
    let span = (last ?? first) - first
    if first < 100 {
      let now = reference.map { calendar.fields(of: $0).year } ?? (calendar == .gregorian ? 2015 : 1395)
      // The decade of that name that has begun.
      first += now / 100 * 100
      if first > now { first -= 100 }
    } else {
      calendar = yearCalendar(first, nil, open: false) ?? calendar
    }
    // «تسعينيات القرن الماضي»: the century is said again.
    if let century = relativeUnit(skip(.of, end)), century.unit == .century, century.shift <= 0 {
      reading.end = century.next
      if let reference {
        let now = calendar.fields(of: reference).year / 100 + century.shift
        first = now * 100 + first % 100
      }
    }
    reading.calendar = calendar
    reading.year = first
    reading.set(calendar.years(first, through: first + span + 9), span == 0 ? .decade : .range)
    return reading
  }

  /// «دهه‌های ۶۰ و ۷۰», «دهه ۶۰، ۷۰ و ۸۰»: the last of the tens that follow.
  private func moreDecades(_ end: inout Int, _ first: Int) -> Int? {
    var last: Int?
    for _ in 0..<8 {
      var j = end
      if isComma(j) { j += 1 } else if let and = take([.and, .to], j) { j = and } else { break }
      guard let numeral = number(j), !numeral.isOrdinal, numeral.value % 10 == 0, numeral.value > Int64(last ?? first),
        (numeral.value < 100) == (first < 100), lexeme(j + numeral.tokens)?.has(.unit) != true
      else { break }
      last = Int(numeral.value)
      end = j + numeral.tokens
    }
    return last
  }
}

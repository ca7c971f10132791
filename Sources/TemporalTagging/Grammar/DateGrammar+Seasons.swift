import ArabicScript
import Calendars
import NewsEvents

extension DateGrammar {
  /// Seasons, quarters, halves, decades, centuries.
  func namedPeriod(_ i: Int) -> Reading? { season(i) ?? quarter(i) ?? decade(i) ?? ordinalMonth(i) }

  /// «دومین ماه سال جاری», «پہلے مہینے»: the nth month of a year.
  private func ordinalMonth(_ i: Int) -> Reading? {
    guard let numeral = number(i), numeral.isOrdinal, (1...12).contains(numeral.value),
      let unit = lexeme(i + numeral.tokens), unit.has(.unit), unit.unit == .month, unit.count == 1
    else { return nil }
    let j = yearLinks(after(i + numeral.tokens))
    var calendar = civilCalendar
    var reading = Reading(end: j, kind: .period)
    if let relative = relativeYear(j) {
      reading.basis = .resolved
      reading.anchor = reference
      reading.year = reference.map { civilCalendar.fields(of: $0).year + relative.shift }
      reading.end = relative.next
    } else if let full = fullYear(j) {
      calendar = yearCalendar(full.value, era(full.next)?.calendar, open: false) ?? calendar
      reading.year = full.value
      reading.end = skipEra(full.next)
    } else {
      return nil
    }
    reading.calendar = calendar
    reading.month = Int(numeral.value)
    reading.granularity = .month
    if let year = reading.year { reading.set(calendar.month(Int(numeral.value), of: year), .month) }
    return reading
  }

  func season(_ i: Int) -> Reading? {
    var j = i
    var said = false
    var before: Lexeme?
    if language == .urdu, let word = lexeme(j), word.has([.last, .next, .this]), !word.has([.unit, .season]) {
      before = word
      j = after(j)
    }
    if let word = lexeme(j), word.has(.seasonWord), !word.has(.season) {
      j = after(j)
      said = true
    }
    guard let word = lexeme(j), word.has(.season) else { return nil }
    if before != nil, !said, text.tokens[j].hash == DateGrammar.bihar { return nil }
    j = after(j)
    var reading = Reading(end: j, kind: .period)
    reading.granularity = .season
    var year: Int?
    var calendar = civilCalendar
    let links = yearLinks(j)
    if let full = fullYear(links) {
      year = full.value
      reading.end = skipEra(full.next)
      calendar = yearCalendar(full.value, era(full.next)?.calendar, open: false) ?? calendar
      reading.kind = .absolute
    } else if let relative = relativeYear(links), let reference {
      year = civilCalendar.fields(of: reference).year + relative.shift
      reading.end = relative.next
      reading.basis = .resolved
      reading.anchor = reference
    } else if let modifier = before ?? lexeme(j), modifier.has([.last, .next, .this]),
      before != nil || !modifier.has([.after, .of, .that, .unit]), before != nil || language != .urdu
    {
      reading.end = before != nil ? j : after(j)
      reading.basis = .resolved
      reading.anchor = reference
      if let reference {
        let now = calendar.fields(of: reference).year
        let spans = ((now - 2)...(now + 1)).compactMap { seasonDays(word.offset, $0, calendar) }
        let fitting =
          modifier.has(.last)
          ? spans.last { $0.upperBound < reference }
          : modifier.has(.next) ? spans.first { $0.lowerBound > reference } : spans.first { $0.upperBound >= reference }
        reading.set(fitting, .season)
      }
      return reading
    } else {
      guard said else { return nil }
      reading.basis = .resolved
      return reading
    }
    reading.calendar = calendar
    reading.year = year
    if let year { reading.set(seasonDays(word.offset, year, calendar), .season) }
    return reading
  }

  /// Iranian seasons are thirds of the solar year's quarters; elsewhere the three months that carry the season's name.
  func seasonDays(_ season: Int, _ year: Int, _ calendar: CalendarSystem) -> ClosedRange<Day>? {
    let first = calendar == .solarHijri ? 3 * (season - 1) + 1 : 3 * season
    let lastMonth = calendar == .gregorian && season == 4 ? 2 : first + 2
    let lastYear = calendar == .gregorian && season == 4 ? year + 1 : year
    guard let start = calendar.month(first, of: year), let end = calendar.month(lastMonth, of: lastYear) else {
      return nil
    }
    return start.lowerBound...end.upperBound
  }

  func yearLinks(_ i: Int) -> Int {
    var j = skipComma(i)
    for _ in 0..<3 {
      guard let lexeme = lexeme(j), lexeme.has(.of) || lexeme.has(.unit) && lexeme.unit == .year,
        !lexeme.has([.month, .weekday])
      else { break }
      if relativeYear(j) != nil { break }
      // «من العام الجاري»: a phrase of two words may hide the year's own.
      if after(j) > j + 1, relativeYear(j + 1) != nil { return j + 1 }
      j = after(j)
    }
    return j
  }

  /// «الربع الثالث من عام 2016», «سه‌ماهه نخست سال ۱۴۰۲», «نیمه دوم سال», «نصف الثاني».
  func quarter(_ i: Int) -> Reading? {
    guard let word = lexeme(i), word.has([.quarter, .half]) else { return nil }
    let isQuarter = word.has(.quarter)
    let ordinal: Int
    let j: Int
    if let numeral = number(after(i)), numeral.isOrdinal, (1...(isQuarter ? 4 : 2)).contains(numeral.value) {
      ordinal = Int(numeral.value)
      j = after(i) + numeral.tokens
    } else if language == .arabic, let last = token(after(i)), DateGrammar.finalWords.contains(last.hash) {
      ordinal = isQuarter ? 4 : 2
      j = after(i) + 1
    } else {
      return nil
    }
    var reading = Reading(end: j, kind: .period)
    // «نیمه اول مهرماه», «النصف الثاني من يناير»
    if !isQuarter, var month = monthReference(skipLinks(j).next) ?? monthReference(j), month.month > 0 {
      month.isHomograph = false
      reading.end = month.next
      place(&reading, in: month)
      if let start = reading.start, let finish = reading.finish {
        reading.set(ordinal == 1 ? start...(start + 14) : (start + 15)...finish, .range)
      }
      return reading
    }
    // «نیمه دوم دهه ۹۰», «النصف الأول من التسعينيات»
    if !isQuarter, let decade = decade(skip(.of, j)), decade.granularity == .decade {
      var half = decade
      half.granularity = .range
      if let calendar = decade.calendar, let year = decade.year {
        let first = ordinal == 1 ? year : year + 5
        half.set(calendar.years(first, through: first + 4), .range)
      }
      return half
    }
    var calendar = civilCalendar
    let links = yearLinks(j)
    var year: Int?
    if let full = fullYear(links) {
      year = full.value
      calendar = yearCalendar(full.value, era(full.next)?.calendar, open: false) ?? calendar
      reading.end = skipEra(full.next)
    } else if let relative = relativeYear(links) {
      year = reference.map { civilCalendar.fields(of: $0).year + relative.shift }
      reading.end = relative.next
      reading.basis = .resolved
      reading.anchor = reference
    } else {
      // «نیمه دوم سال», of the year that is meant; «النصف الأول من القرن» is none.
      guard links > j, let unit = lexeme(links - 1), unit.has(.unit), unit.unit == .year else { return nil }
      reading.end = links
      reading.basis = .resolved
      return reading
    }
    reading.calendar = calendar
    reading.year = year
    let length = isQuarter ? 3 : 6
    let first = (ordinal - 1) * length + 1
    if let year, let start = calendar.month(first, of: year), let end = calendar.month(first + length - 1, of: year) {
      reading.set(start.lowerBound...end.upperBound, .range)
    }
    return reading
  }
}

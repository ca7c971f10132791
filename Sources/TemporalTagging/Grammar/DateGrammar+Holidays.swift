import ArabicScript
import Calendars
import NewsEvents

extension DateGrammar {
  /// Feasts, with a year or the one nearest to the article.
  func holiday(_ i: Int) -> Reading? {
    guard let word = lexeme(i), word.has(.holiday), Holidays.days.indices.contains(word.offset),
      lexeme(i - 1)?.has(.named) != true
    else { return nil }
    let fixed = Holidays.days[word.offset]
    var j = after(i)
    var yearSaid = false
    for _ in 0..<2 {
      guard let lexeme = lexeme(j), lexeme.has(.of) || lexeme.has(.unit) && lexeme.unit == .year else { break }
      if relativeYear(j) != nil { break }
      j = after(j)
      yearSaid = true
    }
    var reading = Reading(end: after(i), kind: .period)
    reading.calendar = fixed.calendar
    var year: Int?
    if let full = fullYear(j) {
      year = full.value
      reading.end = skipEra(full.next)
    } else if let relative = relativeYear(j), let reference {
      year = civilCalendar.fields(of: reference).year + relative.shift
      reading.end = relative.next
    } else if yearSaid {
      j = after(i)
    }
    func days(_ year: Int) -> [Day] {
      if word.offset == Holidays.easter { return [Holidays.easter(of: year)].compactMap(\.self) }
      if plausibleIn(fixed.calendar, year) {
        return [fixed.calendar.day(year: year, month: fixed.month, day: fixed.day)].compactMap(\.self)
      }
      // The feast that falls in a year of another calendar.
      let calendar: CalendarSystem = year >= 1600 ? .gregorian : civilCalendar
      guard let span = calendar.years(year, through: year) else { return [] }
      let first = fixed.calendar.fields(of: span.lowerBound).year
      return (first...(first + 1)).compactMap { fixed.calendar.day(year: $0, month: fixed.month, day: fixed.day) }
        .filter { span.contains($0) }
    }
    if let year {
      reading.year = year
      reading.set(days(year).first)
      return reading
    }
    reading.basis = .resolved
    reading.anchor = reference
    guard let reference else { return reading }
    let now =
      (fixed.calendar == .islamic && !setting.isFragment)
      ? IslamicCalendar.fields(of: reference).year : reference.gregorian.year
    let candidates = ((now - 1)...(now + 1)).flatMap { days($0) }
    if setting.isFragment, word.offset != 0 {
      let same = candidates.filter { $0.gregorian.year == reference.gregorian.year }
      if let first = same.first {
        reading.set(first)
        return reading
      }
    }
    reading.set(candidates.min { abs($0 - reference) < abs($1 - reference) })
    return reading
  }

  private func plausibleIn(_ calendar: CalendarSystem, _ year: Int) -> Bool {
    switch calendar {
    case .gregorian: year >= 1600
    case .solarHijri: year < 1600 && language == .persian
    case .islamic: year < 1600 && (language != .persian || year >= 1435)
    }
  }
}

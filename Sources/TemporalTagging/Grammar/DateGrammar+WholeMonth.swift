import ArabicScript
import Calendars
import NewsEvents

extension DateGrammar {
  /// «دسامبر ۲۰۲۳», «دی‌ماه», «يناير الماضي»; also a part of a month when a word for it stands before.
  func monthOnly(_ i: Int) -> Reading? {
    // What stands before a month that is no day of it makes it no month either: 31 Mehr, 30 February.
    if let before = token(i - 1),
      before.kind == .number
        ? before.count <= 2 && before.value < 60
        : before.kind == .word
          && lexeme(i - 1) == nil && Numerals.canBegin(before, language), !isComma(i - 1)
    {
      return nil
    }
    var j = i
    var part: Roles = []
    if let lexeme = lexeme(j), lexeme.has([.early, .middle, .late, .beginning, .ending]), !lexeme.has(.month) {
      part = lexeme.roles.intersection([.early, .middle, .late, .beginning, .ending])
      j = after(j)
    }
    var saidBefore = false
    if !part.isEmpty {
      let links = skipLinks(j)
      j = links.next
      saidBefore = links.monthSaid
    }
    guard var month = monthReference(j) ?? (saidBefore ? monthReference(j - 1) : nil) else { return nil }
    // «اواخر مهر», «پایان دی»: a part makes it a month.
    if saidBefore || !part.isEmpty && month.calendar == .solarHijri && language == .persian {
      month.isHomograph = false
    }
    if part.isEmpty, month.year == nil, lexeme(i - 1)?.has(.named) == true { return nil }
    if month.isRelative { return part.isEmpty ? nil : partOfMonth(part, month) }
    if month.needsYear, month.year == nil { return nil }
    if month.isHomograph, month.year == nil, month.modifier.isEmpty, !isRamadan(month, i) { return nil }
    // «این ماه می رود»: the prefix of a verb.
    if language == .persian, month.calendar == .gregorian, month.month == 5, month.year == nil,
      PersianPresent.isVerb(text, after: month.next - 1, before: limit)
    {
      return nil
    }
    if !part.isEmpty { return partOfMonth(part, month) }
    var reading = Reading(end: month.next, kind: month.year == nil ? .partial : .absolute)
    reading.granularity = .month
    place(&reading, in: month, hasBegun: isSince(i))
    return reading
  }

  /// Gives a reading the days of a month; a year that is not said is found from the article's day.
  ///
  /// - Parameter hasBegun: the month is not after the article's day.
  func place(_ reading: inout Reading, in month: MonthReference, hasBegun: Bool = false) {
    reading.calendar = month.calendar
    reading.month = month.month
    reading.year = month.year
    if let year = month.year {
      reading.set(days(month.calendar, year, month.month), .month)
    } else {
      resolveYear(&reading, modifier: month.modifier, hasBegun: hasBegun)
    }
  }

  /// «ماه‌های مارس و آوریل», «شهري يناير وفبراير 2023», «أشهر يونيو ويوليو وأغسطس»: from the first to the last.
  func monthList(_ i: Int) -> Reading? {
    guard language != .urdu, let noun = lexeme(i), noun.has(.unit), noun.unit == .month, noun.count != 1,
      var first = namedMonth(after(i))
    else { return nil }
    var last = first
    var j = first.next
    for _ in 0..<11 {
      var next = j
      if isComma(next) || isMark(next, "-") { next += 1 } else if let and = take([.and, .to], next) { next = and }
      guard next > j || lexeme(next)?.has(.joined) == true, let month = namedMonth(next),
        month.calendar == first.calendar
      else { break }
      last = month
      j = month.next
    }
    guard last.next > first.next else { return nil }
    readYear(&last)
    first.isHomograph = false
    var reading = Reading(end: last.next, kind: last.year == nil ? .partial : .absolute)
    place(&reading, in: last)
    reading.granularity = .range
    guard let finish = reading.finish, let year = reading.year else { return reading }
    if let start = days(first.calendar, first.month <= last.month ? year : year - 1, first.month)?.lowerBound {
      reading.set(start...finish, .range)
    }
    reading.month = first.month
    return reading
  }

  /// Ramadan is named without the word for month, but then after a preposition of time; Ramadan is also a name.
  private func isRamadan(_ month: MonthReference, _ i: Int) -> Bool {
    guard month.calendar == .islamic, month.month == 9 else { return false }
    if setting.isFragment || language == .urdu && lexeme(month.next)?.has([.at, .dative]) == true { return true }
    return lexeme(i - 1)?.has([.at, .within, .from, .to, .after, .before, .early, .late, .middle, .ending, .beginning])
      == true
  }

  /// The days of a month; an Islamic month may carry a Gregorian year.
  func days(_ calendar: CalendarSystem, _ year: Int, _ month: Int) -> ClosedRange<Day>? {
    if calendar == .islamic, year >= 1600 { return islamicMonths(month, in: year).first }
    if calendar == .solarHijri, year >= 1600 { return SolarHijriYear.days(month, gregorian: year) }
    return calendar.month(month, of: year)
  }

  /// The Islamic months with that number that begin in a Gregorian year; one or two.
  func islamicMonths(_ month: Int, in year: Int) -> [ClosedRange<Day>] {
    guard let newYear = Day(year: year, month: 1, day: 1) else { return [] }
    let first = IslamicCalendar.fields(of: newYear).year
    return (first...(first + 1)).compactMap { CalendarSystem.islamic.month(month, of: $0) }
      .filter { $0.lowerBound.gregorian.year == year }
  }

  /// Early is the first ten days, late the days from the 21st; middle and "half" of a month its 15th.
  func partOfMonth(_ part: Roles, _ month: MonthReference) -> Reading? {
    var reading = Reading(end: month.next, kind: month.year == nil ? .partial : .absolute)
    reading.granularity = .month
    guard month.month > 0 else {
      reading.calendar = month.calendar
      reading.year = month.year
      return reading
    }
    place(&reading, in: month)
    if month.year != nil, month.isRelative {
      reading.basis = .resolved
      reading.anchor = reference
    }
    guard let start = reading.start, let finish = reading.finish else { return reading }
    if part.contains(.early) {
      reading.set(start...(start + 9), .range)
    } else if part.contains(.late) {
      reading.set((start + 20)...finish, .range)
    } else if part.contains(.middle) {
      reading.set(language == .arabic ? (start + 14)...(start + 14) : (start + 10)...(start + 19), .range)
    } else if part.contains(.beginning) {
      reading.set(start)
    } else {
      reading.set(finish)
    }
    return reading
  }
}

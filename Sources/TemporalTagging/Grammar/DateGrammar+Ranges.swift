import ArabicScript
import Calendars
import NewsEvents

extension DateGrammar {
  func range(from first: inout Reading, begin: Int, between: Bool) -> Reading? {
    guard first.kind != .duration, first.kind != .recurring, first.kind != .time else { return nil }
    var j = first.end
    var certain = true
    if let to = take(.to, j), language != .urdu || !(lexeme(j)?.has(.from) ?? false) || dated(to) != nil {
      j = to
    } else if isMark(j, "-") {
      j += 1
      certain = false
    } else if between, let and = take(.and, j) {
      j = and
    } else if between, language == .arabic, lexeme(j)?.has(.joined) == true || number(j)?.isJoined == true {
    } else {
      return nil
    }
    if let skipped = lexeme(j), skipped.has(.ending), language == .persian, single(j) == nil { j = after(j) }
    guard var second = partOfPeriod(j) ?? dated(j) ?? bareYear(j, first), second.kind != .duration,
      second.kind != .recurring,
      second.kind != .time
    else { return nil }
    // «از دوشنبه تا جمعه»: the second day follows the first.
    if second.kind == .weekday, let start = first.start, let weekday = second.weekday, let day = second.start,
      day < start
    {
      second.set(start + (weekday - start.weekday + 7) % 7)
    }
    // The first takes the year of the second: «2 أكتوبر إلى 22 أكتوبر 2016».
    if first.kind == .partial, second.kind == .absolute, let year = second.year, let month = first.month,
      let calendar = first.calendar, calendar == second.calendar, let last = second.month
    {
      let year = month <= last ? year : year - 1
      if let day = first.day {
        first.set(calendar.day(year: year, month: month, day: day))
      } else {
        first.set(calendar.month(month, of: year), .month)
      }
      first.year = year
    } else if second.kind == .partial, first.isResolved, let start = first.start, let end = second.finish, end < start,
      let month = second.month, let calendar = second.calendar
    {
      let year = calendar.fields(of: start).year
      for candidate in [year, year + 1] {
        if let day = second.day, let later = calendar.day(year: candidate, month: month, day: day), later >= start {
          second.set(later)
          break
        }
      }
    }
    if !certain, first.granularity != second.granularity { return nil }
    var range = Reading(end: second.end, kind: first.kind)
    range.calendar = first.calendar ?? second.calendar
    range.basis = first.basis == .stated && second.basis == .stated ? .stated : .resolved
    range.anchor = first.anchor ?? second.anchor
    range.granularity = .range
    range.month = first.month
    range.day = first.day
    range.year = first.year
    range.isRelativeToContext = first.isRelativeToContext || second.isRelativeToContext
    range.parts = [ReadingPart(begin..<first.end, first), ReadingPart(j..<second.end, second)]
    guard let start = first.start, let finish = second.finish else { return certain ? range : nil }
    guard start <= finish, finish - start < 400_000 else { return nil }
    range.set(start...finish, .range)
    return range
  }

  /// «از بهمن ۱۴۰۱ تاکنون», «منذ عام 2011 حتى اليوم», «2011 سے اب تک»: up to the article's day.
  func untilNow(_ first: Reading, _ begin: Int) -> Reading? {
    guard first.isDate, let next = take(.untilNow, skipComma(first.end)) else { return nil }
    var range = first
    range.end = next
    range.granularity = .range
    range.basis = .resolved
    range.anchor = reference
    range.parts = [ReadingPart(begin..<first.end, first)]
    range.start = nil
    range.finish = nil
    var begun = first
    // «از فروردین تاکنون»: the last one, though the next may be nearer.
    if let start = first.start, let reference, start > reference, first.kind == .partial {
      resolveYear(&begun, hasBegun: true)
      range.year = begun.year
    }
    if let start = begun.start, let reference, start <= reference { range.set(start...reference, .range) }
    return range
  }

  /// «سال‌های ۵۹ تا ۷۲», «عام 2012 إلى 2015».
  private func bareYear(_ i: Int, _ first: Reading) -> Reading? {
    guard first.granularity == .year, let calendar = first.calendar, let token = token(i), token.kind == .number else {
      return nil
    }
    var year = Int(token.value)
    if token.count == 2 {
      year = expand(year, calendar)
    } else if token.count != 4 {
      return nil
    }
    guard let days = calendar.years(year, through: year) else { return nil }
    var reading = Reading(end: skipEra(i + 1), kind: .absolute)
    reading.calendar = calendar
    reading.year = year
    reading.set(days, .year)
    return reading
  }
}

import ArabicScript
import Calendars
import NewsEvents

extension DateGrammar {
  /// A second date right after, in brackets or after a word for "corresponding to": the same day in other words.
  func twoCalendars(_ first: Reading, _ i: Int) -> Reading {
    guard first.day != nil else { return first }
    var j = skipComma(first.end)
    let bracket = isMark(j, "(") || isMark(j, "[")
    if bracket { j += 1 }
    let equals = take(.equals, j)
    if let equals { j = equals }
    let slash = !bracket && equals == nil && (isMark(first.end, "/") || isMark(first.end, "-"))
    if slash { j = first.end + 1 }
    guard bracket || equals != nil || slash || j == first.end else { return first }
    guard var second = numericDate(j) ?? weekdayExpression(j) ?? calendarDate(j), second.day != nil,
      second.calendar != first.calendar
    else { return first }
    if j == first.end, second.year == nil { return first }
    let tokens = j..<second.end
    if bracket {
      guard isMark(second.end, ")") || isMark(second.end, "]") else { return first }
      second.end += 1
    }
    let both = join(first, i..<first.end, second, tokens)
    return equals == nil ? both : third(both, i)
  }

  /// «… مطابق با ۴ رجب ۱۴۴۵ و ۱۶ ژانویه ۲۰۲۴»: a third calendar after the second.
  func third(_ both: Reading, _ i: Int) -> Reading {
    var j = skipComma(both.end)
    if let equals = take(.equals, j) { j = equals } else if let and = take(.and, j) { j = and }
    guard j > both.end || lexeme(j)?.has(.joined) == true || number(j)?.isJoined == true,
      let date = numericDate(j) ?? calendarDate(j), date.day != nil, date.kind == .absolute,
      both.parts.allSatisfy({ $0.reading.calendar != date.calendar })
    else { return both }
    var all = join(both, i..<both.end, date, j..<date.end)
    all.contradiction = both.contradiction ?? all.contradiction
    all.parts = both.parts + [ReadingPart(j..<date.end, date)]
    return all
  }

  private func join(_ first: Reading, _ firstTokens: Range<Int>, _ second: Reading, _ secondTokens: Range<Int>)
    -> Reading
  {
    var a = first, b = second
    // The one with a year gives it to the other.
    if a.kind == .partial, b.kind == .absolute { a = partial(a, near: b) }
    if b.kind == .partial, a.kind == .absolute { b = partial(b, near: a) }
    // Neither has one: the nearest year in which both name one day, and the weekday's.
    if a.kind == .partial, b.kind == .partial, let agreed = agreement(a, b) { (a, b) = agreed }
    // The Islamic date gives way: it may be a day off, the civil one is not.
    var joint = a.calendar == .islamic ? b : a
    joint.end = second.end
    joint.weekday = first.weekday ?? second.weekday
    if let weekday = joint.weekday, let day = joint.start, day.weekday != weekday {
      joint.contradiction = "the weekday is not that of \(day)"
    } else {
      joint.contradiction = nil
    }
    joint.parts = [ReadingPart(firstTokens, a), ReadingPart(secondTokens, b)]
    if let x = a.start, let y = b.start {
      let tolerance = a.calendar == .islamic || b.calendar == .islamic ? IslamicCalendar.uncertainty : 0
      if abs(x - y) > tolerance { joint.contradiction = "\(x) and \(y) are not the same day" }
    }
    return joint
  }

  private func agreement(_ a: Reading, _ b: Reading) -> (Reading, Reading)? {
    guard let reference, let calendar = a.calendar, let month = a.month, let day = a.day else { return nil }
    let weekday = a.weekday ?? b.weekday
    let now = calendar.fields(of: reference).year
    for distance in 0...(weekday == nil ? 4 : 20) {
      for year in distance == 0 ? [now] : [now - distance, now + distance] {
        guard year <= now + 1, let candidate = calendar.day(year: year, month: month, day: day) else { continue }
        var first = a
        first.set(candidate)
        first.year = year
        let second = partial(b, near: first)
        let tolerance = a.calendar == .islamic || b.calendar == .islamic ? IslamicCalendar.uncertainty : 0
        guard let other = second.start, abs(other - candidate) <= tolerance else { continue }
        let civil = a.calendar == .islamic ? other : candidate
        if weekday == nil || civil.weekday == weekday { return (first, second) }
      }
    }
    return nil
  }

  func partial(_ reading: Reading, near other: Reading) -> Reading {
    guard let calendar = reading.calendar, let month = reading.month, let day = reading.day, let known = other.start
    else {
      return reading
    }
    let year = calendar.fields(of: known).year
    let days = ((year - 1)...(year + 1)).compactMap { calendar.day(year: $0, month: month, day: day) }
    var result = reading
    if let best = days.min(by: { abs($0 - known) < abs($1 - known) }) {
      result.set(best)
      result.year = calendar.fields(of: best).year
    }
    return result
  }
}

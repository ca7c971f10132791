import ArabicScript
import Calendars
import NewsEvents

extension DateGrammar {
  /// The longest expression that begins at token `i`: a single one, a date in two calendars, or a range.
  func expression(_ i: Int) -> Reading? {
    let begins = lexeme(i)
    // «از ۱۳ تا ۱۵ تیر», «بين 4 سبتمبر و 8 سبتمبر»
    if let begins, begins.has([.from, .between]) {
      let inner = after(i)
      if var first = partOfPeriod(inner) ?? dated(inner),
        let range = untilNow(first, inner) ?? range(from: &first, begin: inner, between: begins.has(.between))
      {
        var range = range
        range.begin = i
        return range
      }
    }
    if let months = monthList(i) { return months }
    if var part = partOfPeriod(i) { return range(from: &part, begin: i, between: false) ?? part }
    guard var first = dated(i) ?? partOfDay(i) else { return nil }
    if let other = shifted(from: first, begin: i) { return other }
    if let range = range(from: &first, begin: i, between: false) { return range }
    if language == .urdu || lexeme(i - 1)?.has(.from) == true, let open = untilNow(first, i) { return open }
    return language == .urdu ? urduPart(first) : first
  }

  /// A single expression with the parts of the day and clock times around it, in one or two calendars.
  func dated(_ i: Int) -> Reading? {
    var j = i
    if let part = lexeme(j), part.has(.dayPart) {
      let outer = part.roles
      // «نخستین ساعات بامداد شنبه»
      while let more = lexeme(j), more.has(.dayPart), j < i + 6 { j = after(j) }
      if let of = lexeme(j), of.has(.dative) || of.has(.unit) && of.unit == .day && of.count == 1, single(j) == nil {
        j = after(j)
      }
      if let about = lexeme(j), language == .arabic, about.has(.unit), about.unit == .day, single(j) == nil {
        j = after(j)
      }
      if var reading = single(j), reading.isDay || reading.kind == .period && reading.granularity == .day {
        return finishDay(&reading, j, outer)
      }
      if let time = clock(i) { return withDay(time, i) }
      return nil
    }
    if let time = clock(i) { return withDay(time, i) }
    guard var reading = single(i) else { return nil }
    return reading.isDay ? finishDay(&reading, i, []) : reading
  }

  /// A part of the day alone, where it can be nothing else: «قبل از ظهر», «تا غروب», «صباحا», «ليلا».
  private func partOfDay(_ i: Int) -> Reading? {
    guard let part = lexeme(i), part.has(.dayPart), !part.has([.eraGregorian, .unit]) else { return nil }
    let isPhrase = after(i) > i + 1
    switch language {
    case .persian:
      // عصر is also an era.
      guard isPhrase || lexeme(i - 1)?.has([.at, .to, .from]) == true && text.tokens[i].hash != DateGrammar.era else {
        return nil
      }
    case .arabic: guard DateGrammar.adverbsOfDay.contains(text.tokens[i].hash) else { return nil }
    case .urdu: return nil
    }
    return Reading(end: after(i), kind: .time)
  }

  private static let era = WordHash.of(FoldedText.key("عصر", language: .persian))
  private static let adverbsOfDay = WordSet(
    ["صباحا", "فجرا", "ظهرا", "عصرا", "ليلا"].map { WordHash.of(FoldedText.key($0, language: .arabic)) })

  /// «ساعت ۱۱ صبح دیروز», «الساعة 18:30 من مساء أمس»; the time alone when no day follows.
  private func withDay(_ time: ClockTime, _ i: Int) -> Reading {
    var next = skip(.of, skipComma(time.end))
    var outer: Roles = []
    if let part = lexeme(next), part.has(.dayPart), !part.has(.eraGregorian) {
      outer = part.roles
      next = after(next)
    }
    if language == .arabic, let unit = lexeme(next), unit.has(.unit), unit.unit == .day, unit.count == 1,
      single(next) == nil
    {
      next = after(next)
    }
    if var reading = single(next), reading.isDay {
      var time = time
      reading.time = time.text(on: reading.start, outer: outer)
      reading = finishDay(&reading, next, outer)
      // «ساعت ۱۸:۳۰ دیروز به وقت تهران»
      if time.zone == nil, time.offset == nil {
        time.end = reading.end
        readZone(&time)
        reading.end = time.end
        reading.time = time.text(on: reading.start, outer: outer)
      }
      return reading
    }
    if var reading = single(i), reading.end > time.end {
      return reading.isDay ? finishDay(&reading, i, []) : reading
    }
    var reading = Reading(end: time.end, kind: .time)
    reading.time = time.text()
    return reading
  }

  private func finishDay(_ reading: inout Reading, _ i: Int, _ before: Roles) -> Reading {
    reading = twoCalendars(reading, i)
    takeWeekday(&reading)
    var outer = before
    for t in i..<min(reading.end, i + 8) {
      if let said = lexeme(t), said.has([.dayPart, .night]), !said.has(.eraGregorian) { outer = said.roles }
    }
    var j = reading.end
    // «پیر کی صبح ساڑھے آٹھ بجے»
    if language == .urdu, let dative = take(.dative, j), lexeme(dative)?.has(.dayPart) == true { j = dative }
    if let part = lexeme(j), part.has(.dayPart), !part.has(.eraGregorian), clock(j) == nil {
      outer = part.roles
      j = after(j)
    }
    let at = skipComma(j)
    if reading.time == nil, let time = clock(at) ?? (language == .persian ? nil : clock(skip(.at, at))) {
      reading.time = time.text(on: reading.start, outer: outer)
      reading.end = time.end
    } else if j > reading.end {
      reading.end = j
    }
    return reading
  }

  /// «۱۴۰۲ دی ۲۶، سه‌شنبه», «16 يناير (الثلاثاء)».
  private func takeWeekday(_ reading: inout Reading) {
    guard reading.weekday == nil, reading.day != nil, let day = reading.start, reading.isSingleDay else { return }
    var j = skipComma(reading.end)
    let bracket = isMark(j, "(")
    if bracket { j += 1 }
    // «بروز پیر», «روز سه‌شنبه»
    if let said = lexeme(j),
      said.has(.unit) && said.unit == .day && said.count == 1 && !said.has(.weekday)
        || said.has(.at) && language == .urdu && lexeme(after(j))?.has(.weekday) == true
    {
      j = after(j)
    }
    guard let weekday = lexeme(j), weekday.has(.weekday), weekday.weekday == day.weekday else { return }
    let end = after(j)
    guard !bracket || isMark(end, ")") else { return }
    reading.end = bracket ? end + 1 : end
    reading.weekday = weekday.weekday
  }

  // MARK: Two calendars

  /// A second date right after, in brackets or after a word for "corresponding to": the same day in other words.
  private func twoCalendars(_ first: Reading, _ i: Int) -> Reading {
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
  private func third(_ both: Reading, _ i: Int) -> Reading {
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

  private func partial(_ reading: Reading, near other: Reading) -> Reading {
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

  // MARK: Ranges

  private func range(from first: inout Reading, begin: Int, between: Bool) -> Reading? {
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
  private func untilNow(_ first: Reading, _ begin: Int) -> Reading? {
    guard first.isDate, let next = take(.untilNow, skipComma(first.end)) else { return nil }
    var range = first
    range.end = next
    range.granularity = .range
    range.basis = .resolved
    range.anchor = reference
    range.parts = [ReadingPart(begin..<first.end, first)]
    range.start = nil
    range.finish = nil
    if let start = first.start, let reference, start <= reference { range.set(start...reference, .range) }
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

extension Reading {
  /// Whether it names a day, so that a time of day may stand beside it.
  var isDay: Bool {
    switch kind {
    case .absolute, .partial: day != nil && granularity == .day
    case .deictic, .weekday, .anchored: granularity == .day
    case .period, .duration, .time, .recurring: false
    }
  }
}

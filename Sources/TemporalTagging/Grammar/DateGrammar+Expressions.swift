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

  private static let era = WordHash.of("عصر", .persian)
  private static let adverbsOfDay = WordSet("صباحا فجرا ظهرا عصرا ليلا", .arabic)

  /// «ساعت ۱۱ صبح دیروز», «الساعة 18:30 من مساء أمس»; the time alone when no day follows.
  private func withDay(_ time: ClockTime, _ i: Int) -> Reading {
    var next = skip(.of, skipComma(time.end))
    if next == time.end, isMark(next, "-") || isMark(next, "|"), isMark(i + 1, ":") { next += 1 }
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
    var at = skipComma(j)
    // «۱۴۰۲/۱۰/۲۶ - ۱۴:۲۳», as pages write.
    if isMark(at, "-") || isMark(at, "|"), isMark(at + 2, ":") { at += 1 }
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
    var isSaid = bracket
    if let said = lexeme(j), said.has(.unit) && said.unit == .day && said.count == 1 && !said.has(.weekday) {
      j = after(j)
    } else if let said = lexeme(j), said.has(.at), language == .urdu, lexeme(after(j))?.has(.weekday) == true {
      isSaid = isSaid || text.tokens[j].count > 3  // بروز
      j = after(j)
    }
    guard let weekday = lexeme(j), weekday.has(.weekday) else { return }
    let end = after(j)
    guard !bracket || isMark(end, ")") else { return }
    // Another weekday tells of another day, unless brackets or بروز say that it is of this one.
    guard weekday.weekday == day.weekday || isSaid && (language != .urdu || !weekday.has(.unit)) else { return }
    reading.end = bracket ? end + 1 : end
    reading.weekday = weekday.weekday
    if reading.kind == .partial, reading.month != nil, weekday.weekday != day.weekday { resolveYear(&reading) }
    confirm(&reading, weekday.weekday)
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

import ArabicScript
import Calendars
import NewsEvents

extension DateGrammar {
  /// Weekdays: alone, with last or next, of a week, before a date, before a day of the month.
  func weekdayExpression(_ i: Int) -> Reading? {
    var j = i
    var daySaid = false
    if let lexeme = lexeme(j), lexeme.has(.unit), lexeme.unit == .day, lexeme.count == 1, !lexeme.has(.weekday),
      language != .arabic
    {
      j = after(j)
      daySaid = true
    } else if language == .urdu, let lexeme = lexeme(j), lexeme.has(.at), text.tokens[j].count > 3 {
      j = after(j)  // بروز
      daySaid = true
    }
    if language == .urdu, let word = lexeme(j), word.has([.last, .next, .this]), !word.has(.unit) {
      return urduModified(j, word)
    }
    guard let word = lexeme(j), word.has(.weekday) else { return nil }
    j = after(j)
    let bare = word.has(.homograph)
    // «این هفته» and «کے روز» tell the day from the week in Urdu.
    if language == .urdu, word.has(.unit) {
      guard isUrduSaturday(j, daySaid, at: i) else { return nil }
    }
    if language == .urdu, let dative = take(.dative, j), let day = lexeme(dative), day.has(.unit), day.unit == .day {
      j = after(dative)
    }
    if let night = nightBetween(word.weekday, j, from: i) { return night }
    if bare { return inWeek(word, j) }
    if let before = lexeme(i - 1), before.has(.named) { return nil }
    if language == .urdu, !daySaid, !isUrduWeekday(i, after(i)) { return nil }
    var k = j
    // «چهارشنبه شب»
    if language == .persian, let part = take(.dayPart, k), calendarDate(k) == nil { k = part }
    // «سه‌شنبه شب گذشته»
    if language == .persian, k == j, let night = lexeme(k), night.has(.deicticDay), night.has(.night),
      night.offset == -1,
      after(k) > k + 1
    {
      var reading = Reading(end: after(k), kind: .weekday)
      reading.weekday = word.weekday
      reading.basis = .resolved
      reading.anchor = reference
      resolve(&reading, .last)
      return reading
    }
    if let combined = weekdayWithDate(word.weekday, k, i) { return combined }
    j = k
    if let week = weekOf(j) { return day(word.weekday, in: week, end: week.next) }
    var reading = Reading(end: j, kind: .weekday)
    reading.weekday = word.weekday
    reading.basis = .resolved
    reading.anchor = reference
    if let modifier = lexeme(j), modifier.has([.last, .next]), !modifier.has(.unit),
      language != .arabic || modifier.has(.definite)
    {
      reading.end = after(j)
      resolve(&reading, modifier.has(.last) ? .last : .next)
      if modifier.offset == -2 { reading.set(reading.start.map { $0 - 7 }) }
      return reading
    }
    if language == .arabic, let this = lexeme(i - 1), this.has(.this), !this.has(.definite), !daySaid {
      resolve(&reading, .this)
      return reading
    }
    resolve(&reading, [])
    return reading
  }

  /// «منگل اور بدھ کی درمیانی شب», «ليلة الثلاثاء - الأربعاء»: from the first day into the second.
  private func nightBetween(_ weekday: Int, _ i: Int, from begin: Int) -> Reading? {
    var end: Int
    switch language {
    case .urdu:
      guard let and = take(.and, i), let second = lexeme(and), second.has(.weekday),
        second.weekday == (weekday + 1) % 7, let dative = take(.dative, after(and)), let night = lexeme(dative),
        night.has(.night), text.tokens[dative].hash == DateGrammar.urduMiddle
      else { return nil }
      end = after(dative)
    case .arabic:
      let j = isMark(i, "-") || isMark(i, "/") ? i + 1 : i
      guard let before = token(begin - 1), DateGrammar.arabicNights.contains(before.hash), let second = lexeme(j),
        second.has(.weekday), !second.has([.joined, .prefixed]), second.weekday == (weekday + 1) % 7
      else { return nil }
      end = after(j)
    case .persian: return nil
    }
    var reading = Reading(end: end, kind: .weekday)
    reading.weekday = weekday
    reading.basis = .resolved
    reading.anchor = reference
    resolve(&reading, [])
    reading.set(reading.start.map { $0...($0 + 1) }, .range)
    return reading
  }

  private static let arabicNights = WordSet("ليلة ليل وليلة فجر", .arabic)
  private static let urduMiddle = WordHash.of("درمیانی", .urdu)

  /// «أحد الأسبوع الماضي»: a weekday without its article needs the week.
  private func inWeek(_ word: Lexeme, _ j: Int) -> Reading? {
    weekOf(j).map { day(word.weekday, in: $0, end: $0.next) }
  }

  /// گزشتہ جمعہ, آئندہ منگل, اس جمعے.
  private func urduModified(_ i: Int, _ word: Lexeme) -> Reading? {
    let j = after(i)
    guard let day = lexeme(j), day.has(.weekday) else { return nil }
    var end = after(j)
    if day.has(.unit) {
      // گزشتہ ہفتے is last week, گزشتہ ہفتہ may be last Saturday when a time or "the day" follows.
      let isSaturday =
        take(.clock, end) != nil || lexeme(take(.dative, end) ?? -1).map { $0.has(.unit) && $0.unit == .day } ?? false
      guard isSaturday else { return nil }
    }
    if let dative = take(.dative, end), let unit = lexeme(dative), unit.has(.unit), unit.unit == .day {
      end = after(dative)
    }
    var reading = Reading(end: end, kind: .weekday)
    reading.weekday = day.weekday
    reading.basis = .resolved
    reading.anchor = reference
    resolve(&reading, word.has(.last) ? .last : word.has(.next) ? .next : .this)
    return reading
  }

  /// Whether ہفتہ stands for Saturday: with بروز or کے روز, before a date, a clock time or کو.
  private func isUrduSaturday(_ j: Int, _ daySaid: Bool, at i: Int) -> Bool {
    if daySaid { return true }
    if let dative = take(.dative, j), let unit = lexeme(dative), unit.has(.unit), unit.unit == .day { return true }
    if take(.clock, j) != nil { return true }
    if let and = take(.and, j), let sunday = lexeme(and), sunday.has(.weekday), sunday.weekday == 6 { return true }
    if isComma(j), dayNumber(j + 1) != nil { return true }
    if dayNumber(j) != nil, calendarDate(j) != nil { return true }
    // «ہفتہ کو» is Saturday, «ہفتے کو» too; a number before makes it a count of weeks.
    if let token = token(j), token.hash == DateGrammar.urduKo { return number(i - 1) == nil }
    return false
  }

  /// پیر is also a saint, منگل a planet and a tribe, بدھ the Buddha: a weekday has a postposition, a date, a time or a
  /// mark beside it.
  private func isUrduWeekday(_ i: Int, _ next: Int) -> Bool {
    guard DateGrammar.urduHomographs.contains(text.tokens[i].hash) else { return true }
    guard let follows = token(next), follows.kind == .word else { return true }
    return lexeme(next) != nil || isNumeralWord(next) || DateGrammar.urduParticles.contains(follows.hash)
  }

  private static let urduHomographs = WordSet("پیر منگل بدھ جمعہ", .urdu)
  private static let urduParticles = WordSet("ہی بھی تا والے والی یا", .urdu)

  private static let urduKo = WordHash.of("کو", .urdu)

  /// A weekday before a full date («الثلاثاء 16 يناير»), or before a day of the month («الخميس 21»).
  private func weekdayWithDate(_ weekday: Int, _ i: Int, _ begin: Int) -> Reading? {
    var j = skipComma(i)
    if let equals = take(.equals, j) {
      j = equals
    } else if language == .arabic, let at = lexeme(j), at.has(.at) {
      j = after(j)
    }
    let bracket = isMark(j, "(")
    if bracket { j += 1 }
    let dateWord = take(.dateWord, j)
    if let dateWord, number(dateWord) != nil { j = dateWord }
    if var date = numericDate(j) ?? calendarDate(j), date.day != nil {
      if bracket, isMark(date.end, ")") { date.end += 1 }
      date.weekday = weekday
      if date.year == nil || date.basis == .resolved, date.month != nil, date.kind == .partial, date.granularity == .day
      {
        resolveYear(&date)
      }
      confirm(&date, weekday)
      return date
    }
    // «الجمعة 15»: the day of a near month that falls on this weekday.
    guard language == .arabic || language == .persian, !bracket, let day = dayNumber(j),
      lexeme(day.next)?.has(.unit) != true,
      !isMark(day.next, ":"), !isMark(day.next, "%"), isComma(i) == false
    else { return nil }
    if let next = token(day.next), next.kind == .word, next.hash != DateGrammar.arabicTo, lexeme(day.next) == nil,
      day.isDigits || language == .persian
    {
      return nil
    }
    guard language == .arabic || day.isOrdinal else { return nil }
    var reading = Reading(end: day.next, kind: .partial)
    reading.weekday = weekday
    reading.day = day.value
    reading.calendar = civilCalendar
    reading.basis = .resolved
    reading.anchor = reference
    guard let reference else { return reading }
    let now = civilCalendar.fields(of: reference)
    var best: Day?
    for shift in -2...2 {
      let month = now.year * 12 + now.month - 1 + shift
      guard let candidate = civilCalendar.day(year: month / 12, month: month % 12 + 1, day: day.value),
        candidate.weekday == weekday
      else { continue }
      if best.map({ abs(candidate - reference) < abs($0 - reference) }) ?? true { best = candidate }
    }
    guard let best else { return nil }
    reading.set(best)
    let fields = civilCalendar.fields(of: best)
    (reading.year, reading.month) = (fields.year, fields.month)
    return reading
  }

  /// Checks a day against the weekday written with it. An Islamic day that was sighted a day earlier or later than
  /// computed is the weekday's; any other disagreement is reported.
  func confirm(_ date: inout Reading, _ weekday: Int) {
    guard let day = date.start, date.isSingleDay, day.weekday != weekday else { return }
    if date.calendar == .islamic,
      let sighted = [day - 1, day + 1].first(where: { $0.weekday == weekday })
    {
      date.set(sighted)
    } else {
      date.contradiction = "the weekday is not that of \(day)"
    }
  }

  private static let arabicTo = WordHash.of("الى", .arabic)

  /// «هفته گذشته» after a weekday, «من الأسبوع المقبل», «از همین هفته».
  private func weekOf(_ i: Int) -> (shift: Int, next: Int)? {
    var j = i
    if let of = take(.of, j), relativeUnit(j) == nil { j = of }
    guard let unit = relativeUnit(j), unit.unit == .week else { return nil }
    return (unit.shift, unit.next)
  }

  func day(_ weekday: Int, in week: (shift: Int, next: Int), end: Int) -> Reading {
    var reading = Reading(end: end, kind: .weekday)
    reading.weekday = weekday
    reading.basis = .resolved
    reading.anchor = reference
    if let reference {
      let start = Weeks.start(of: reference, firstWeekday: Weeks.firstWeekday(language)) + 7 * week.shift
      reading.set(day(ofWeekFrom: start, weekday: weekday))
    }
    return reading
  }

  /// A weekday of the past week, the article's day included, unless the sentence speaks of the future.
  private func resolve(_ reading: inout Reading, _ modifier: Roles) {
    guard let reference, let weekday = reading.weekday else { return }
    let ahead = (weekday - reference.weekday + 7) % 7
    if modifier.contains(.last) {
      reading.set(reference - (ahead == 0 ? 7 : 7 - ahead))
    } else if modifier.contains(.next) {
      reading.set(reference + (ahead == 0 ? 7 : ahead))
    } else if modifier.contains(.this) || setting.isFuture {
      reading.set(reference + ahead)
    } else {
      reading.set(ahead == 0 ? reference : reference - (7 - ahead))
    }
  }
}

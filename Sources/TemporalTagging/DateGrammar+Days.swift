import ArabicScript
import Calendars
import NewsEvents

extension DateGrammar {
  /// «دیروز», «مساء أمس», «آج», «أمس الأحد», «کل».
  func deicticDay(_ i: Int) -> Reading? {
    if language == .persian, let reading = persianNeighbour(i) { return reading }
    guard let word = lexeme(i), word.has([.deicticDay, .eitherDay, .contextDay]) else { return nil }
    var reading = Reading(end: after(i), kind: word.has(.contextDay) ? .anchored : .deictic)
    reading.basis = .resolved
    if word.has(.contextDay) {
      reading.isRelativeToContext = true
      // «آن روز» with nothing to point at is a description, not a date.
      if context == nil, word.offset == 0 { return nil }
      // Without a date before it, "the next day" counts from an event whose day is not said.
      reading.anchor = context ?? (setting.isFragment || setting.isFuture ? reference : nil)
      reading.set(reading.anchor.map { $0 + word.offset })
      return reading
    }
    // «في اليوم», «طوال اليوم»: per day, all day. «امام امروز» is none either.
    if language == .arabic, word.offset == 0, let before = lexeme(i - 1), before.has([.at, .within]) { return nil }
    var offset = word.offset
    if word.has(.eitherDay) {
      if isTotal(i) { return nil }
      if !setting.isFuture { offset = -offset }
    }
    reading.anchor = reference
    reading.set(reference.map { $0 + offset })
    // «اليوم الأحد 7 ماي 2023», «امروز ۲۶ دی»: the date says the day.
    if let date = numericDate(reading.end) ?? weekdayExpression(reading.end) ?? calendarDate(reading.end),
      date.day != nil, date.granularity == .day, date.isResolved || reference == nil && date.month != nil
    {
      var date = date
      date.daysFromArticle = offset
      if let said = reading.start, let day = date.start, date.isSingleDay, said != day, date.kind == .absolute {
        date.contradiction = date.contradiction ?? "the article's day says \(said)"
      }
      return date
    }
    // «أمس الأحد», «امروز (دوشنبه)», «أمس، الأحد»
    var j = reading.end
    let bracket = isMark(j, "(")
    if bracket || isComma(j) { j += 1 }
    if let unit = lexeme(j), unit.has(.unit), unit.unit == .day, !bracket, unit.count == 1 { j = after(j) }
    if let weekday = lexeme(j), weekday.has(.weekday), !weekday.has(.homograph) || language != .arabic,
      !isComma(reading.end) || isComma(after(j))
    {
      j = after(j)
      if bracket, isMark(j, ")") { j += 1 }
      reading.end = j
      reading.weekday = weekday.weekday
      if let day = reading.start, day.weekday != weekday.weekday {
        reading.contradiction = "the weekday is not that of \(day)"
        // The weekday is written about the event; "yesterday" may have been copied from an earlier edition.
        if abs(nearest(weekday.weekday, to: day) - day) <= 1 { reading.set(nearest(weekday.weekday, to: day)) }
      }
    }
    return reading
  }

  /// کل as "total": with a damma, or before a number that is no date.
  private func isTotal(_ i: Int) -> Bool {
    guard let token = token(i) else { return false }
    if text.folded.text(token.codes).unicodeScalars.contains("\u{64F}") { return true }
    let next = after(i)
    return number(next) != nil && calendarDate(next) == nil && clock(next) == nil
  }

  /// «روز بعد», «روز قبل», «روز پس از آن»: the day beside one that the text has named, or beside the article's.
  private func persianNeighbour(_ i: Int) -> Reading? {
    guard let unit = lexeme(i), unit.has(.unit), unit.unit == .day, unit.count == 1, !unit.has(.adjectiveUnit),
      let word = lexeme(after(i)), word.has([.after, .before, .ago]), !word.has(.within)
    else { return nil }
    var end = after(after(i))
    var points = false
    if text.tokens[end - 1].hash == DateGrammar.persianAz {
      // «روز بعد از انتخابات» is measured from an event.
      guard let that = lexeme(end), that.has(.that) else { return nil }
      end = after(end)
      if let unit = lexeme(end), unit.has(.unit) { end = after(end) }
      points = true
    }
    var reading = Reading(end: end, kind: context == nil ? .deictic : .anchored)
    reading.isRelativeToContext = context != nil || points
    reading.basis = .resolved
    let canBeNow = !points && (!word.has(.after) || setting.isFragment || setting.isFuture)
    reading.anchor = context ?? (canBeNow ? reference : nil)
    reading.set(reading.anchor.map { $0 + (word.has(.after) ? 1 : -1) })
    return reading
  }

  private func nearest(_ weekday: Int, to day: Day) -> Day {
    let ahead = (weekday - day.weekday + 7) % 7
    return ahead <= 3 ? day + ahead : day - (7 - ahead)
  }

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
    if bare { return inWeek(word, j) }
    if let before = lexeme(i - 1), before.has(.named) { return nil }
    if language == .urdu, !daySaid, !isUrduWeekday(i, after(i)) { return nil }
    var k = j
    // «چهارشنبه شب»
    if language == .persian, let part = take(.dayPart, k), calendarDate(k) == nil { k = part }
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

  private static let urduHomographs = WordSet(
    ["پیر", "منگل", "بدھ", "جمعہ"].map { WordHash.of(FoldedText.key($0, language: .urdu)) })
  private static let urduParticles = WordSet(
    ["ہی", "بھی", "تا", "والے", "والی", "یا"].map { WordHash.of(FoldedText.key($0, language: .urdu)) })

  private static let urduKo = WordHash.of(FoldedText.key("کو", language: .urdu))

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

  private static let arabicTo = WordHash.of(FoldedText.key("الى", language: .arabic))

  /// «هفته گذشته» after a weekday, «من الأسبوع المقبل», «از همین هفته».
  private func weekOf(_ i: Int) -> (shift: Int, next: Int)? {
    var j = i
    if let of = take(.of, j), relativeUnit(j) == nil { j = of }
    guard let unit = relativeUnit(j), unit.unit == .week else { return nil }
    return (unit.shift, unit.next)
  }

  private func day(_ weekday: Int, in week: (shift: Int, next: Int), end: Int) -> Reading {
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

  /// «أول يوم جمعة من يوليو», «آخر اثنين من الشهر القادم», «سومین پنجشنبه ماه», «أول أسبوع من أكتوبر 2014».
  func ordinalOfMonth(_ i: Int) -> Reading? {
    var j = i
    var ordinal: Int
    if let numeral = number(j), (1...5).contains(numeral.value), numeral.isOrdinal || language == .arabic {
      ordinal = Int(numeral.value)
      j += numeral.tokens
    } else if let final = take([.final, .ending], j) {
      ordinal = -1
      j = final
    } else if let parsed = nounThenOrdinal(i) {
      (ordinal, j) = parsed
      return ordinalOfMonth(ordinal, at: i, then: j)
    } else {
      return nil
    }
    return ordinalOfMonth(ordinal, at: j, then: nil)
  }

  /// «الاثنين الأخير», «الأسبوع الأول», «الثلاثاء الثالث».
  private func nounThenOrdinal(_ i: Int) -> (Int, Int)? {
    guard language == .arabic, let noun = lexeme(i),
      noun.has(.weekday) || noun.has(.unit) && (noun.unit == .week || noun.unit == .day)
    else { return nil }
    let j = after(i)
    if let numeral = number(j), numeral.isOrdinal, (1...5).contains(numeral.value) {
      return (Int(numeral.value), j + numeral.tokens)
    }
    if let last = lexeme(j), last.has(.last), DateGrammar.finalWords.contains(text.tokens[j].hash) {
      return (-1, after(j))
    }
    return nil
  }

  static let finalWords = WordSet(
    ["الأخير", "الأخيرة"].map { WordHash.of(FoldedText.key($0, language: .arabic)) })

  private func ordinalOfMonth(_ ordinal: Int, at i: Int, then: Int?) -> Reading? {
    var j = i
    if then == nil, let unit = lexeme(j), unit.has(.unit), unit.unit == .day, let weekday = lexeme(after(j)),
      weekday.has(.weekday)
    {
      j = after(j)
    }
    guard let noun = lexeme(j) else { return nil }
    let unit: Unit? = noun.has(.unit) && noun.count == 1 && (noun.unit == .week || noun.unit == .day) ? noun.unit : nil
    guard noun.has(.weekday) || unit != nil else { return nil }
    j = then ?? after(j)
    let links = skipLinks(j)
    if language == .arabic, let holiday = afterHoliday(j, ordinal, noun) { return holiday }
    var month = monthReference(links.next)
    if month == nil, let of = take([.of, .at], j) { month = monthReference(of) }
    if month == nil, links.monthSaid { month = monthReference(links.next - 1) }
    // «سومین پنجشنبه ماه», of a month that is not said.
    if month == nil, links.monthSaid, language == .persian, noun.has(.weekday) {
      var reading = Reading(end: links.next, kind: .anchored)
      reading.isRelativeToContext = true
      reading.basis = .resolved
      reading.weekday = noun.weekday
      return reading
    }
    guard let month, month.month > 0 || month.isRelative else { return nil }
    if unit == .day, ordinal > 0 { return nil }
    var reading = Reading(end: month.next, kind: month.year == nil ? .partial : .absolute)
    reading.calendar = month.calendar
    reading.month = month.month
    reading.year = month.year
    if let year = month.year {
      reading.set(days(month.calendar, year, month.month), .month)
    } else {
      resolveYear(&reading)
    }
    guard let start = reading.start, let finish = reading.finish else { return reading }
    if unit == .day {
      reading.set(ordinal < 0 ? finish : start + (ordinal - 1))
      return reading
    }
    let weekday = unit == .week ? Weeks.firstWeekday(language) : noun.weekday
    let first = start + (weekday - start.weekday + 7) % 7
    let last = finish - (finish.weekday - weekday + 7) % 7
    var day = ordinal < 0 ? last : first + 7 * (ordinal - 1)
    // The last whole week of a month.
    if unit == .week, ordinal < 0, day + 6 > finish { day = day - 7 }
    guard day <= finish else { return nil }
    if unit == .week { reading.set(day...(day + 6), .week) } else { reading.set(day) }
    reading.weekday = unit == .week ? nil : noun.weekday
    return reading
  }

  /// «ثالث ثلاثاء بعد عيد الميلاد 2014».
  private func afterHoliday(_ i: Int, _ ordinal: Int, _ noun: Lexeme) -> Reading? {
    guard noun.has(.weekday), ordinal > 0, let after = take(.after, i), let holiday = holiday(after),
      let day = holiday.start
    else { return nil }
    var reading = Reading(end: holiday.end, kind: .anchored)
    reading.basis = .resolved
    reading.anchor = day
    reading.weekday = noun.weekday
    let ahead = (noun.weekday - day.weekday + 7) % 7
    reading.set(day + (ahead == 0 ? 7 : ahead) + 7 * (ordinal - 1))
    return reading
  }
}

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

  func nearest(_ weekday: Int, to day: Day) -> Day {
    let ahead = (weekday - day.weekday + 7) % 7
    return ahead <= 3 ? day + ahead : day - (7 - ahead)
  }
}

import ArabicScript
import Calendars
import NewsEvents

/// A unit with a word that says which: last week, هذا الشهر, رواں سال.
struct RelativeUnit {
  var unit: Unit
  /// −1 last, 0 this, 1 next.
  var shift: Int
  var next: Int
}

extension DateGrammar {
  /// The unit and its direction, in either order of the words.
  func relativeUnit(_ i: Int) -> RelativeUnit? {
    guard let first = lexeme(i) else { return nil }
    // اس ماہ, گزشتہ ہفتے, هذا الأسبوع, این هفته
    if first.has([.this, .last, .next]), !first.has(.unit), language != .persian || first.has(.this) {
      if language == .arabic, !first.has(.this) { return nil }
      let shift = first.has(.this) ? 0 : first.has(.last) ? -1 : 1
      let j = after(i)
      guard let unit = lexeme(j), unit.has(.unit), unit.unit >= .day, unit.count == 1, !unit.has(.adjectiveUnit) else {
        return nil
      }
      // «هذا اليوم» is the word for today.
      if language == .arabic, !unit.has(.definite) || unit.unit == .day { return nil }
      return RelativeUnit(unit: unit.unit, shift: shift, next: after(j))
    }
    guard first.has(.unit), first.unit >= .day, first.count == 1, !first.has(.adjectiveUnit) else { return nil }
    if language == .arabic, !first.has(.definite) { return nil }
    let j = after(i)
    guard let word = lexeme(j), word.has([.this, .last, .next]), !word.has(.unit) else { return nil }
    switch language {
    case .persian:
      // «ماه این» is none; «سال پیش» is.
      if word.has(.that) { return nil }
    case .arabic:
      if word.has(.that) || word.has(.of) { return nil }
    case .urdu:
      // ماہ رواں, سال رواں
      guard word.has(.this), !word.has(.that) else { return nil }
    }
    let shift = word.has(.this) ? 0 : word.has(.last) ? (word.offset == -2 ? -2 : -1) : 1
    return RelativeUnit(unit: first.unit, shift: shift, next: after(j))
  }

  /// A year said by a word: امسال, السنة القادمة, گزشتہ سال.
  func relativeYear(_ i: Int) -> (shift: Int, next: Int)? {
    if let lexeme = lexeme(i), lexeme.has(.deicticYear) { return (lexeme.offset, after(i)) }
    guard let relative = relativeUnit(i), relative.unit == .year else { return nil }
    return (relative.shift, relative.next)
  }

  /// The days of a unit relative to the article's.
  func days(of unit: Unit, shift: Int) -> (ClosedRange<Day>, Granularity, CalendarSystem?)? {
    guard let reference else { return nil }
    switch unit {
    case .second, .minute, .hour: return nil
    case .day:
      let day = reference + shift
      return (day...day, .day, nil)
    case .week:
      let start = Weeks.start(of: reference, firstWeekday: Weeks.firstWeekday(language)) + 7 * shift
      return (start...(start + 6), .week, nil)
    case .month:
      let fields = civilCalendar.fields(of: reference)
      let months = fields.year * 12 + fields.month - 1 + shift
      guard let days = civilCalendar.month(months % 12 + 1, of: months / 12) else { return nil }
      return (days, .month, civilCalendar)
    case .season: return nil
    case .year:
      let year = civilCalendar.fields(of: reference).year + shift
      guard let days = civilCalendar.years(year, through: year) else { return nil }
      return (days, .year, civilCalendar)
    case .decade, .century:
      let size = unit == .decade ? 10 : 100
      let first = civilCalendar.fields(of: reference).year / size * size + shift * size
      guard let days = civilCalendar.years(first, through: first + size - 1) else { return nil }
      return (days, unit == .decade ? .decade : .range, civilCalendar)
    }
  }

  /// «ماه گذشته», «الأسبوع المقبل», «رواں سال», «3 أيام القادمة».
  func period(_ i: Int) -> Reading? {
    if let year = relativeYear(i) {
      var reading = Reading(end: year.next, kind: .deictic)
      relative(&reading, .year, year.shift)
      // «سال آینده میلادی»
      if let era = era(year.next), era.calendar != civilCalendar, let reference {
        let number = era.calendar.fields(of: reference).year + year.shift
        reading.set(era.calendar.years(number, through: number), .year)
        reading.calendar = era.calendar
        reading.end = era.next
        return reading
      }
      return dateInYear(reading) ?? reading
    }
    // A label that says nothing but "the week".
    if setting.isFragment, language == .arabic, let week = lexeme(i), week.has(.unit), week.has(.definite),
      week.unit == .week, week.count == 1, after(i) >= limit
    {
      var reading = Reading(end: after(i), kind: .deictic)
      relative(&reading, .week, 0)
      return reading
    }
    if let unit = relativeUnit(i) {
      // «روز قبل» after a count is handled with counts; a bare unit day needs the article.
      var reading = Reading(end: unit.next, kind: .deictic)
      relative(&reading, unit.unit, unit.shift)
      // «ماه گذشته میلادی»
      if unit.unit == .month, let month = monthReference(i), month.calendar != civilCalendar {
        reading.end = month.next
        reading.calendar = month.calendar
        if let year = month.year { reading.set(month.calendar.month(month.month, of: year), .month) }
        return reading
      }
      if unit.unit == .month, language == .urdu, let day = dayOfMonth(unit.next) {
        // رواں ماہ کی 22 تاریخ
        reading.end = day.next
        if let start = reading.start, day.value <= (reading.finish ?? start) - start + 1 {
          reading.set(start + (day.value - 1))
        }
        reading.day = day.value
        return reading
      }
      if unit.unit == .week, let weekday = trailingWeekday(unit.next) {
        reading.end = weekday.next
        reading.weekday = weekday.value
        reading.set(reading.start.map { self.day(ofWeekFrom: $0, weekday: weekday.value) })
      }
      return reading
    }
    return window(i)
  }

  /// «رواں سال 20 فروری», «گذشتہ برس جولائی», «سال گذشته در مهرماه», «العام الماضي في مايو».
  private func dateInYear(_ year: Reading) -> Reading? {
    let j = skip([.at, .dative], skipComma(year.end))
    guard j <= year.end + 2, var date = calendarDate(j) ?? bareMonth(j), date.kind == .partial, date.month != nil,
      let month = date.month,
      let calendar = date.calendar, let span = year.start, calendar != .islamic
    else { return nil }
    let number = calendar.fields(of: calendar == civilCalendar ? span : span + 180).year
    let days =
      date.day.map { day in calendar.day(year: number, month: month, day: day).map { $0...$0 } }
      ?? calendar.month(month, of: number)
    guard let days else { return nil }
    date.year = number
    date.set(days, date.day == nil ? .month : .day)
    date.basis = .resolved
    date.anchor = reference
    return date
  }

  /// A month whose name is also a word, where a year was said before it: «رواں سال مارچ میں».
  private func bareMonth(_ i: Int) -> Reading? {
    guard language == .urdu, let month = namedMonth(i), !month.needsYear, month.calendar == .gregorian else {
      return nil
    }
    var reading = Reading(end: month.next, kind: .partial)
    reading.calendar = month.calendar
    reading.month = month.month
    return reading
  }

  func relative(_ reading: inout Reading, _ unit: Unit, _ shift: Int) {
    reading.basis = .resolved
    reading.anchor = reference
    reading.granularity = granularity(unit)
    if let (days, granularity, calendar) = days(of: unit, shift: shift) {
      reading.set(days, granularity)
      reading.calendar = calendar
    }
  }

  func day(ofWeekFrom start: Day, weekday: Int) -> Day { start + (weekday - start.weekday + 7) % 7 }

  /// «کی 22 تاریخ».
  private func dayOfMonth(_ i: Int) -> (value: Int, next: Int)? {
    guard let dative = take(.dative, i), let day = dayNumber(dative), let end = take(.dateWord, day.next) else {
      return nil
    }
    return (day.value, end)
  }

  /// «الأسبوع القادم الأحد», «هذا الأسبوع يوم الجمعة».
  private func trailingWeekday(_ i: Int) -> (value: Int, next: Int)? {
    var j = i
    if let lexeme = lexeme(j), lexeme.has(.unit), lexeme.unit == .day, lexeme.count == 1 { j = after(j) }
    guard let lexeme = lexeme(j), lexeme.has(.weekday), !lexeme.has(.homograph),
      !lexeme.has(.unit), language != .persian
    else { return nil }
    var end = after(j)
    if let dative = take(.dative, end), let unit = self.lexeme(dative), unit.has(.unit), unit.unit == .day {
      end = after(dative)
    }
    return (lexeme.weekday, end)
  }

  /// The last or next N units: «سه روز گذشته», «گزشتہ تین دنوں», «الأيام الثلاثة الماضية», «اليومين المقبلين».
  private func window(_ i: Int) -> Reading? {
    guard let (count, unit, shift, end) = windowShape(i) else { return nil }
    var reading = Reading(end: end, kind: .deictic)
    reading.basis = .resolved
    reading.anchor = reference
    reading.granularity = .range
    guard let reference, let count, count > 0, count <= 1000 else { return reading }
    switch unit {
    case .second, .minute, .hour: reading.kind = .duration
    case .day:
      reading.set(shift < 0 ? (reference - count)...(reference - 1) : (reference + 1)...(reference + count), .range)
    case .week:
      reading.set(shift < 0 ? (reference - 7 * count)...reference : reference...(reference + 7 * count), .range)
    case .month:
      let other = move(reference, months: shift * count)
      reading.set(min(other, reference)...max(other, reference), .range)
    case .season: reading.kind = .duration
    case .year:
      let other = move(reference, months: 12 * shift * count)
      reading.set(min(other, reference)...max(other, reference), .range)
    case .decade, .century:
      let size = unit == .decade ? 10 : 100
      let current = civilCalendar.fields(of: reference).year / size * size
      let first = shift < 0 ? current - size * count : current + size
      reading.set(civilCalendar.years(first, through: first + size * count - 1), .range)
    }
    return reading
  }

  private func windowShape(_ i: Int) -> (count: Int?, unit: Unit, shift: Int, end: Int)? {
    var j = i
    switch language {
    case .urdu:
      guard let word = lexeme(j), word.has([.last, .next]), !word.has(.unit) else { return nil }
      j = after(j)
      var count: Int?
      if let numeral = number(j), !numeral.isOrdinal {
        count = Int(numeral.value)
        j += numeral.tokens
      } else if let several = take(.several, j) {
        j = several
      } else if let unit = lexeme(j), unit.has(.unit), unit.count == 0 {
        count = nil
      } else {
        return nil
      }
      guard let unit = lexeme(j), unit.has(.unit), !unit.has(.adjectiveUnit) else { return nil }
      return (count, unit.unit, word.has(.last) ? -1 : 1, after(j))
    case .persian:
      var count: Int?
      if let numeral = number(j), !numeral.isOrdinal {
        count = Int(numeral.value)
        j += numeral.tokens
      } else if let several = take(.several, j) {
        j = several
      } else if let counted = lexeme(j), counted.has(.counted), !counted.has(.adjectiveUnit) {
        // «یکسال گذشته»
        let next = after(j)
        guard let word = lexeme(next), word.has([.last, .next]), !word.has([.ago, .after]) else { return nil }
        return (counted.count, counted.unit, word.has(.last) ? -1 : 1, after(next))
      } else if lexeme(j)?.count != 0 {
        return nil
      }
      guard let unit = lexeme(j), unit.has(.unit), !unit.has(.adjectiveUnit) else { return nil }
      j = after(j)
      guard let word = lexeme(j), word.has([.last, .next]),
        !word.has([.ago, .after, .fromNow]) || word.has(.recent)
          || isFutureWindow(j)
      else { return nil }
      return (count, unit.unit, word.has(.last) ? -1 : 1, after(j))
    case .arabic:
      var count: Int?
      if let numeral = number(j), !numeral.isOrdinal, !numeral.isJoined {
        count = Int(numeral.value)
        j += numeral.tokens
      }
      guard let unit = lexeme(j), unit.has(.unit), unit.count != 1 || count != nil else { return nil }
      if count == nil, unit.count == 2 { count = 2 }
      j = after(j)
      // «الأيام القليلة الماضية»
      if let few = token(j), DateGrammar.fewWords.contains(few.hash) { j += 1 }
      if count == nil, let numeral = number(j), !numeral.isOrdinal {
        count = Int(numeral.value)
        j += numeral.tokens
      }
      guard let word = lexeme(j), word.has([.last, .next]), word.has(.definite) else { return nil }
      return (count, unit.unit, word.has(.last) ? -1 : 1, after(j))
    }
  }

  /// آینده after a count is a window («سه سال آینده»), دیگر is a point.
  private func isFutureWindow(_ i: Int) -> Bool {
    guard let word = lexeme(i) else { return false }
    return word.has(.next) && !word.has(.after) && !word.has(.ago)
      && DateGrammar.comingWords.contains(text.tokens[i].hash)
  }

  private static let fewWords = WordSet("القليلة القلائل القليلتين المعدودة العديدة", .arabic)

  private static let comingWords = WordSet("آینده آتی", .persian)

  /// The same day of another Gregorian month, or the last day of a shorter one.
  func move(_ day: Day, months: Int) -> Day {
    let fields = day.gregorian
    let total = fields.year * 12 + fields.month - 1 + months
    let year = total / 12, month = total % 12 + 1
    guard total >= 12, year <= 9999 else { return day }
    return Day(year: year, month: month, day: min(fields.day, Day.length(ofMonth: month, year: year))) ?? day
  }
}

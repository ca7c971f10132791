import ArabicScript
import Calendars
import NewsEvents

extension DateGrammar {
  /// Day and month in words or digits, with or without a year; a month; a range of days of one month.
  func calendarDate(_ i: Int) -> Reading? {
    dayMonth(i) ?? monthDay(i) ?? yearMonthDay(i) ?? monthOnly(i)
  }

  /// «۲۶ دی ۱۴۰۲», «16 يناير/ كانون الثاني», «السابع من أكتوبر», «13-15 يوليو», «22 من الشهر الجاري».
  private func dayMonth(_ i: Int) -> Reading? {
    var j = i
    // «اليوم الثالث من أكتوبر»
    if language == .arabic, let lexeme = lexeme(j), lexeme.has(.unit), lexeme.unit == .day, lexeme.count == 1,
      let day = dayNumber(after(j)), day.isOrdinal
    {
      j = after(j)
    } else if language == .persian, let lexeme = lexeme(j), lexeme.has(.unit), lexeme.unit == .day,
      !lexeme.has(.adjectiveUnit), dayNumber(after(j)) != nil
    {
      // «روزهای اول خرداد» are its first ten.
      if lexeme.count == 0, let first = number(after(j)), first.isOrdinal, first.value == 1 {
        let links = skipLinks(after(j) + first.tokens)
        return (monthReference(links.next) ?? (links.monthSaid ? monthReference(links.next - 1) : nil)).flatMap {
          partOfMonth(.early, $0)
        }
      }
      // «روز ۲۶ دی», «روزهای ۲۸ و ۲۹ بهمن»
      j = after(j)
    }
    guard let first = dayNumber(j) else { return nil }
    j = first.next
    var last: Int?
    // More days of the same month: «۱۸ و ۱۹ بهمن», «13 الى 15 تموز», «20 و21 و22 يناير».
    for _ in 0..<6 {
      guard let second = secondDay(j), second.value > last ?? first.value else { break }
      last = second.value
      j = second.next
    }
    // «ثالث يوم من شهر عشرة», «سومین روز از بهمن‌ماه»
    if language != .urdu, first.isOrdinal, last == nil, let lexeme = lexeme(j), lexeme.has(.unit), lexeme.unit == .day,
      lexeme.count == 1, !lexeme.has(.definite)
    {
      j = after(j)
    }
    if language == .arabic, let this = lexeme(j), this.has(.this),
      this.has(.definite) || lexeme(after(j))?.has(.this) == true
    {
      // «في 22 الجاري»
      if this.has(.definite) { return finish(first.value, last, currentMonth(after(j)), i, first.isDigits) }
    }
    let links = skipLinks(first.isOrdinal && isComma(j) && token(j - 1)?.kind == .latin ? j + 1 : j, marks: last == nil)
    guard var month = monthReference(links.next) ?? (links.monthSaid ? monthReference(links.next - 1) : nil) else {
      return nil
    }
    if links.monthSaid { month.isHomograph = false }
    // «۲ ماه پیش» is a distance, «۲ ماه گذشته» a window; «۲۲ ماه جاری» is a day.
    if month.isRelative, language == .persian, links.next == j, !first.isOrdinal, month.shift != 0 { return nil }
    if month.year == nil || month.isRelative, let before = lexeme(i - 1), before.has(.named) { return nil }
    // «سه آبان» may be a name; digits or an ordinal make a homograph a date, as does a year.
    if month.isHomograph, !first.isDigits, !first.isOrdinal, month.year == nil,
      language != .persian || lexeme(i - 1)?.has([.at, .unit, .weekday, .dayPart, .from, .to, .dateWord]) != true,
      // «بیست و دو مهر»: nobody counts so far in words but days.
      language != .persian || first.value <= 20 || isShot(month)
    {
      return nil
    }
    if isShot(month), month.year == nil { return nil }
    // «4-صفر» is a score.
    if month.isHomograph, month.year == nil, month.calendar == .islamic, token(j)?.kind == .mark { return nil }
    return finish(first.value, last, month, i, first.isDigits)
  }

  /// تیر as a bullet, a beam or a goal post: «۳ تیر به او اصابت کرد», «تیر خلاص», «۱۲ تیر برق».
  private func isShot(_ month: MonthReference) -> Bool {
    guard language == .persian, month.calendar == .solarHijri, month.month == 4, month.isHomograph,
      let next = token(month.next), next.kind == .word
    else { return false }
    return DateGrammar.shotWords.contains(next.hash)
      || DateGrammar.shotVerbs.contains(token(month.next + 1)?.hash ?? 0) && next.hash == DateGrammar.persianTo
  }

  private static let persianTo = WordHash.of("به", .persian)
  private static let shotWords = WordSet(
    """
    شلیک خلاص هوایی اصابت برق چراغ دروازه مشقی جنگی آهن چوبی بتنی افقی عمودی خورد خورده زد زده خوردند
    """, .persian)
  private static let shotVerbs = WordSet("سر سرش پا پایش سینه سینهاش شکم بدن کمر گردن او وی آنها", .persian)

  private func currentMonth(_ next: Int) -> MonthReference {
    var month = MonthReference(calendar: .gregorian, month: 0, next: next)
    month.isRelative = true
    if let day = reference {
      month.year = day.gregorian.year
      month.month = day.gregorian.month
    }
    return month
  }

  /// The second of two days: after a hyphen, "to", "and".
  private func secondDay(_ i: Int) -> (value: Int, next: Int)? {
    var j = i
    if isMark(j, "-") || isMark(j, "/") {
      j += 1
    } else if let to = take(.to, j) {
      j = to
    } else if let and = take(.and, j) {
      j = and
    } else if isComma(j) {
      j += 1
    } else if let numeral = number(j), numeral.isJoined, (1...31).contains(numeral.value) {
      return (Int(numeral.value), j + numeral.tokens)
    } else {
      return nil
    }
    guard let day = dayNumber(j) else { return nil }
    // «10/11/2023» is a numeric date.
    if isMark(i, "/"), isMark(day.next, "/"), isDigits(day.next + 1) { return nil }
    return (day.value, day.next)
  }

  func finish(_ day: Int, _ last: Int?, _ month: MonthReference, _ i: Int, _ digits: Bool) -> Reading? {
    if month.needsYear, month.year == nil { return nil }
    if month.month > 0, max(day, last ?? day) > month.calendar.maximumLength(ofMonth: month.month) { return nil }
    var reading = Reading(end: month.next, kind: month.year == nil || month.isRelative ? .partial : .absolute)
    reading.calendar = month.calendar
    reading.day = day
    reading.month = month.month > 0 ? month.month : nil
    reading.year = month.year
    guard month.month > 0 else { return reading }
    if month.isRelative {
      reading.basis = .resolved
      reading.anchor = reference
    }
    guard let year = month.year else {
      resolveYear(&reading, modifier: month.modifier, hasBegun: isSince(i))
      if let last, let start = reading.start { reading.set(start...(start + (last - day)), .range) }
      return reading
    }
    guard let start = self.day(year, month.month, day, month.calendar) else { return nil }
    reading.set(start)
    if let last {
      guard let end = self.day(year, month.month, last, month.calendar) else { return nil }
      reading.set(start...end, .range)
    }
    return reading
  }

  /// The day, where an Islamic month may carry a Gregorian year (رمضان 2019).
  func day(_ year: Int, _ month: Int, _ day: Int, _ calendar: CalendarSystem) -> Day? {
    if calendar == .islamic, year >= 1600 {
      return islamicMonths(month, in: year).first.flatMap { $0.lowerBound + (day - 1) }
    }
    if calendar == .solarHijri, year >= 1600 {
      return SolarHijri.day(year: year - (month <= 10 ? 621 : 622), month: month, day: day)
    }
    return calendar.day(year: year, month: month, day: day)
  }

  /// «فبراير 14 2010», «ژانویه 8, 2015», «يناير الثاني والعشرين، 2018», «Dec 12, 2024».
  private func monthDay(_ i: Int) -> Reading? {
    guard let month = namedMonth(i), month.calendar == .gregorian, !month.needsYear else { return nil }
    var j = month.next
    // «جنوری کی 16 تاریخ»
    if language == .urdu, let dative = take(.dative, j), let day = dayNumber(dative),
      let end = take(.dateWord, day.next)
    {
      var whole = month
      whole.next = end
      return finish(day.value, nil, whole, i, true)
    }
    if isMark(j, "-") || isMark(j, "/") { j += 1 } else if let between = take(.between, j) { j = between }
    guard let first = dayNumber(j), first.isDigits || first.isOrdinal && language == .arabic else { return nil }
    var last: Int?
    j = first.next
    if let second = secondDay(j), second.value > first.value {
      last = second.value
      j = second.next
    }
    if isDigits(j), let token = token(j), token.count != 4 { return nil }
    var full = MonthReference(calendar: .gregorian, month: month.month, next: j)
    readYear(&full)
    if full.year == nil, full.modifier.isEmpty {
      // «في يناير 20 شخصا»: without a year the number must stand alone.
      full.next = j
      let follows = token(j)
      let alone =
        follows == nil || follows?.kind == .lineBreak || follows?.kind == .mark && !isMark(j, "%") || last != nil
        || first.isOrdinal
      guard alone, !month.isHomograph || token(month.next)?.kind != .number || last != nil else { return nil }
    }
    return finish(first.value, last, full, i, first.isDigits)
  }

  /// «۱۴۰۰-فروردین-۱۵», «۱۴۰۲ دی ۲۶».
  private func yearMonthDay(_ i: Int) -> Reading? {
    guard let year = fullYear(i), year.isDigits else { return nil }
    var j = year.next
    let hyphen = isMark(j, "-") || isMark(j, "/")
    if hyphen { j += 1 }
    guard var month = namedMonth(j), plausible(year.value, month.calendar) else { return nil }
    j = month.next
    if hyphen {
      guard isMark(j, "-") || isMark(j, "/") else { return nil }
      j += 1
    }
    guard let day = dayNumber(j), day.isDigits else { return nil }
    month.year = year.value
    month.next = skipEra(day.next)
    return finish(day.value, nil, month, i, true)
  }
}

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

  private static let persianTo = WordHash.of(FoldedText.key("به", language: .persian))
  private static let shotWords = WordSet(
    "شلیک خلاص هوایی اصابت برق چراغ دروازه مشقی جنگی آهن چوبی بتنی افقی عمودی خورد خورده زد زده خوردند".split(
      separator: " "
    ).map {
      WordHash.of(FoldedText.key(String($0), language: .persian))
    })
  private static let shotVerbs = WordSet(
    "سر سرش پا پایش سینه سینهاش شکم بدن کمر گردن او وی آنها".split(separator: " ").map {
      WordHash.of(FoldedText.key(String($0), language: .persian))
    })

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

  private func finish(_ day: Int, _ last: Int?, _ month: MonthReference, _ i: Int, _ digits: Bool) -> Reading? {
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
      resolveYear(&reading, modifier: month.modifier)
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

  /// The Islamic months with that number that begin in a Gregorian year; one or two.
  func islamicMonths(_ month: Int, in year: Int) -> [ClosedRange<Day>] {
    guard let newYear = Day(year: year, month: 1, day: 1) else { return [] }
    let first = IslamicCalendar.fields(of: newYear).year
    return (first...(first + 1)).compactMap { CalendarSystem.islamic.month(month, of: $0) }
      .filter { $0.lowerBound.gregorian.year == year }
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

  /// «دسامبر ۲۰۲۳», «دی‌ماه», «يناير الماضي»; also a part of a month when a word for it stands before.
  private func monthOnly(_ i: Int) -> Reading? {
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
    // «ماه می» may be the verb's prefix.
    if month.isHomograph || lexeme(month.next - 1)?.has(.homograph) == true, month.year == nil, month.modifier.isEmpty,
      month.calendar == .gregorian, language == .persian
    {
      return nil
    }
    if !part.isEmpty { return partOfMonth(part, month) }
    var reading = Reading(end: month.next, kind: month.year == nil ? .partial : .absolute)
    reading.calendar = month.calendar
    reading.month = month.month
    reading.year = month.year
    reading.granularity = .month
    if let year = month.year {
      reading.set(days(month.calendar, year, month.month), .month)
    } else {
      resolveYear(&reading, modifier: month.modifier)
    }
    return reading
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
    reading.calendar = first.calendar
    reading.granularity = .range
    reading.month = last.month
    reading.year = last.year
    if let year = last.year {
      reading.set(days(last.calendar, year, last.month), .month)
    } else {
      resolveYear(&reading, modifier: last.modifier)
    }
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

  /// Early is the first ten days, late the days from the 21st; middle and "half" of a month its 15th.
  private func partOfMonth(_ part: Roles, _ month: MonthReference) -> Reading? {
    var reading = Reading(end: month.next, kind: month.year == nil ? .partial : .absolute)
    reading.calendar = month.calendar
    reading.month = month.month > 0 ? month.month : nil
    reading.year = month.year
    reading.granularity = .month
    guard month.month > 0 else { return reading }
    if let year = month.year {
      reading.set(days(month.calendar, year, month.month), .month)
      if month.isRelative {
        reading.basis = .resolved
        reading.anchor = reference
      }
    } else {
      resolveYear(&reading, modifier: month.modifier)
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

  /// Finds the year of a day and month, or of a month alone, from the article's day.
  func resolveYear(_ reading: inout Reading, modifier: Roles = []) {
    guard let reference, let month = reading.month, let calendar = reading.calendar else { return }
    let now = calendar.fields(of: reference)
    reading.basis = .resolved
    reading.anchor = reference
    let isMonth = reading.day == nil
    var candidates: [(year: Int, days: ClosedRange<Day>)] = []
    for year in (now.year - 2)...(now.year + 2) {
      if let day = reading.day {
        if let d = calendar.day(year: year, month: month, day: day) { candidates.append((year, d...d)) }
      } else if let days = calendar.month(month, of: year) {
        candidates.append((year, days))
      }
    }
    if let weekday = reading.weekday {
      let fitting = candidates.filter { $0.days.lowerBound.weekday == weekday }
      if !fitting.isEmpty { candidates = fitting }
    }
    if modifier.isEmpty, reading.weekday == nil, let year = contextYear(calendar, month) {
      let days =
        reading.day.map { day in calendar.day(year: year, month: month, day: day).map { $0...$0 } }
        ?? calendar.month(month, of: year)
      if let days {
        reading.year = year
        reading.set(days, isMonth ? .month : .day)
        return
      }
    }
    func distance(_ days: ClosedRange<Day>) -> Int {
      days.contains(reference) ? 0 : min(abs(days.lowerBound - reference), abs(days.upperBound - reference))
    }
    if modifier.contains(.this) {
      candidates = candidates.filter { $0.year == now.year }
    } else if modifier.contains(.last) {
      candidates = candidates.filter { $0.days.upperBound < reference }
    } else if modifier.contains(.next) {
      candidates = candidates.filter { $0.days.lowerBound > reference }
    } else if setting.isFuture {
      let coming = candidates.filter { $0.days.upperBound >= reference }
      if let first = coming.first, distance(first.days) < 300 { candidates = [first] }
    } else if setting.isFragment {
      // A label names a day of the year it is read in, unless that is far off.
      let same = candidates.filter { $0.year == now.year && distance($0.days) <= 280 }
      if !same.isEmpty { candidates = same }
    }
    guard let best = candidates.min(by: { distance($0.days) < distance($1.days) }) else { return }
    reading.year = best.year
    reading.set(best.days, isMonth ? .month : .day)
  }
}

extension DateGrammar {
  /// In a passage about a year long past, a day without its year belongs to that year.
  private func contextYear(_ calendar: CalendarSystem, _ month: Int) -> Int? {
    guard let past, let reference, reference - past > 550 else { return nil }
    return calendar.fields(of: past).year
  }
}

/// Solar months written with a Gregorian year.
enum SolarHijriYear {
  static func days(_ month: Int, gregorian year: Int) -> ClosedRange<Day>? {
    CalendarSystem.solarHijri.month(month, of: year - (month <= 9 ? 621 : 622))
  }
}

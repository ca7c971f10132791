import ArabicScript
import Calendars
import NewsEvents

extension DateGrammar {
  /// Feasts, with a year or the one nearest to the article.
  func holiday(_ i: Int) -> Reading? {
    guard let word = lexeme(i), word.has(.holiday), Holidays.days.indices.contains(word.offset),
      lexeme(i - 1)?.has(.named) != true
    else { return nil }
    let fixed = Holidays.days[word.offset]
    var j = after(i)
    var yearSaid = false
    for _ in 0..<2 {
      guard let lexeme = lexeme(j), lexeme.has(.of) || lexeme.has(.unit) && lexeme.unit == .year else { break }
      if relativeYear(j) != nil { break }
      j = after(j)
      yearSaid = true
    }
    var reading = Reading(end: after(i), kind: .period)
    reading.calendar = fixed.calendar
    var year: Int?
    if let full = fullYear(j) {
      year = full.value
      reading.end = skipEra(full.next)
    } else if let relative = relativeYear(j), let reference {
      year = civilCalendar.fields(of: reference).year + relative.shift
      reading.end = relative.next
    } else if yearSaid {
      j = after(i)
    }
    func days(_ year: Int) -> [Day] {
      if word.offset == Holidays.easter { return [Holidays.easter(of: year)].compactMap(\.self) }
      if plausibleIn(fixed.calendar, year) {
        return [fixed.calendar.day(year: year, month: fixed.month, day: fixed.day)].compactMap(\.self)
      }
      // The feast that falls in a year of another calendar.
      let calendar: CalendarSystem = year >= 1600 ? .gregorian : civilCalendar
      guard let span = calendar.years(year, through: year) else { return [] }
      let first = fixed.calendar.fields(of: span.lowerBound).year
      return (first...(first + 1)).compactMap { fixed.calendar.day(year: $0, month: fixed.month, day: fixed.day) }
        .filter { span.contains($0) }
    }
    if let year {
      reading.year = year
      reading.set(days(year).first)
      return reading
    }
    reading.basis = .resolved
    reading.anchor = reference
    guard let reference else { return reading }
    let now =
      (fixed.calendar == .islamic && !setting.isFragment)
      ? IslamicCalendar.fields(of: reference).year : reference.gregorian.year
    let candidates = ((now - 1)...(now + 1)).flatMap { days($0) }
    if setting.isFragment, word.offset != 0 {
      let same = candidates.filter { $0.gregorian.year == reference.gregorian.year }
      if let first = same.first {
        reading.set(first)
        return reading
      }
    }
    reading.set(candidates.min { abs($0 - reference) < abs($1 - reference) })
    return reading
  }

  private func plausibleIn(_ calendar: CalendarSystem, _ year: Int) -> Bool {
    switch calendar {
    case .gregorian: year >= 1600
    case .solarHijri: year < 1600 && language == .persian
    case .islamic: year < 1600 && (language != .persian || year >= 1435)
    }
  }

  /// «پایان سال جاری», «أواخر العام الماضي», «اوایل دهه ۶۰», «مطلع الأسبوع الجاري».
  func partOfPeriod(_ i: Int) -> Reading? {
    guard let word = lexeme(i), word.has([.early, .middle, .late, .beginning, .ending]), !word.has([.month, .weekday])
    else {
      return nil
    }
    var j = after(i)
    if single(j) == nil { j = skip(.of, j) }
    guard let whole = yearAlone(j) ?? period(j) ?? decade(j), whole.granularity != .day, whole.month == nil else {
      return nil
    }
    return part(word, of: whole)
  }

  /// «سال 2023 کے آغاز», «جنوری کے اواخر».
  func urduPart(_ whole: Reading) -> Reading {
    guard let j = take(.dative, whole.end), let word = lexeme(j),
      word.has([.early, .middle, .late, .beginning, .ending]), !word.has([.month, .weekday]), whole.isDate,
      whole.granularity != .day, whole.granularity != .range
    else { return whole }
    var reading = part(word, of: whole)
    reading.end = after(j)
    return reading
  }

  /// The first, middle or last third.
  private func part(_ word: Lexeme, of whole: Reading) -> Reading {
    var reading = whole
    reading.granularity = .range
    guard let start = whole.start, let finish = whole.finish else { return reading }
    let third = (finish - start + 1) / 3
    if word.has([.early, .beginning]) {
      reading.set(start...(start + max(third - 1, 0)), .range)
    } else if word.has([.late, .ending]) {
      reading.set((finish - max(third - 1, 0))...finish, .range)
    } else {
      reading.set((start + third)...(finish - third), .range)
    }
    return reading
  }

  /// Seasons, quarters, halves, decades, centuries.
  func namedPeriod(_ i: Int) -> Reading? { season(i) ?? quarter(i) ?? decade(i) ?? ordinalMonth(i) }

  /// «دومین ماه سال جاری», «پہلے مہینے»: the nth month of a year.
  private func ordinalMonth(_ i: Int) -> Reading? {
    guard let numeral = number(i), numeral.isOrdinal, (1...12).contains(numeral.value),
      let unit = lexeme(i + numeral.tokens), unit.has(.unit), unit.unit == .month, unit.count == 1
    else { return nil }
    let j = yearLinks(after(i + numeral.tokens))
    var calendar = civilCalendar
    var reading = Reading(end: j, kind: .period)
    if let relative = relativeYear(j) {
      reading.basis = .resolved
      reading.anchor = reference
      reading.year = reference.map { civilCalendar.fields(of: $0).year + relative.shift }
      reading.end = relative.next
    } else if let full = fullYear(j) {
      calendar = yearCalendar(full.value, era(full.next)?.calendar, open: false) ?? calendar
      reading.year = full.value
      reading.end = skipEra(full.next)
    } else {
      return nil
    }
    reading.calendar = calendar
    reading.month = Int(numeral.value)
    reading.granularity = .month
    if let year = reading.year { reading.set(calendar.month(Int(numeral.value), of: year), .month) }
    return reading
  }

  private func season(_ i: Int) -> Reading? {
    var j = i
    var said = false
    if let word = lexeme(j), word.has(.seasonWord), !word.has(.season) {
      j = after(j)
      said = true
    }
    guard let word = lexeme(j), word.has(.season) else { return nil }
    j = after(j)
    var reading = Reading(end: j, kind: .period)
    reading.granularity = .season
    var year: Int?
    var calendar = civilCalendar
    let links = yearLinks(j)
    if let full = fullYear(links) {
      year = full.value
      reading.end = skipEra(full.next)
      calendar = yearCalendar(full.value, era(full.next)?.calendar, open: false) ?? calendar
      reading.kind = .absolute
    } else if let relative = relativeYear(links), let reference {
      year = civilCalendar.fields(of: reference).year + relative.shift
      reading.end = relative.next
      reading.basis = .resolved
      reading.anchor = reference
    } else if let modifier = lexeme(j), modifier.has([.last, .next, .this]), !modifier.has([.after, .of, .that, .unit])
    {
      reading.end = after(j)
      reading.basis = .resolved
      reading.anchor = reference
      if let reference {
        let now = calendar.fields(of: reference).year
        let spans = ((now - 1)...(now + 1)).compactMap { seasonDays(word.offset, $0, calendar) }
        let fitting =
          modifier.has(.last)
          ? spans.last { $0.upperBound < reference }
          : modifier.has(.next) ? spans.first { $0.lowerBound > reference } : spans.first { $0.upperBound >= reference }
        reading.set(fitting, .season)
      }
      return reading
    } else {
      guard said else { return nil }
      reading.basis = .resolved
      return reading
    }
    reading.calendar = calendar
    reading.year = year
    if let year { reading.set(seasonDays(word.offset, year, calendar), .season) }
    return reading
  }

  /// Iranian seasons are thirds of the solar year's quarters; elsewhere the three months that carry the season's name.
  private func seasonDays(_ season: Int, _ year: Int, _ calendar: CalendarSystem) -> ClosedRange<Day>? {
    let first = calendar == .solarHijri ? 3 * (season - 1) + 1 : 3 * season
    let lastMonth = calendar == .gregorian && season == 4 ? 2 : first + 2
    let lastYear = calendar == .gregorian && season == 4 ? year + 1 : year
    guard let start = calendar.month(first, of: year), let end = calendar.month(lastMonth, of: lastYear) else {
      return nil
    }
    return start.lowerBound...end.upperBound
  }

  private func yearLinks(_ i: Int) -> Int {
    var j = skipComma(i)
    for _ in 0..<3 {
      guard let lexeme = lexeme(j), lexeme.has(.of) || lexeme.has(.unit) && lexeme.unit == .year,
        !lexeme.has([.month, .weekday])
      else { break }
      if relativeYear(j) != nil { break }
      j = after(j)
    }
    return j
  }

  /// «الربع الثالث من عام 2016», «سه‌ماهه نخست سال ۱۴۰۲», «نیمه دوم سال», «نصف الثاني».
  private func quarter(_ i: Int) -> Reading? {
    guard let word = lexeme(i), word.has([.quarter, .half]) else { return nil }
    let isQuarter = word.has(.quarter)
    guard let numeral = number(after(i)), numeral.isOrdinal, (1...(isQuarter ? 4 : 2)).contains(numeral.value) else {
      return nil
    }
    let j = after(i) + numeral.tokens
    var reading = Reading(end: j, kind: .period)
    // «نیمه اول مهرماه», «النصف الثاني من يناير»
    if !isQuarter, var month = monthReference(skipLinks(j).next) ?? monthReference(j), month.month > 0 {
      month.isHomograph = false
      reading.end = month.next
      reading.calendar = month.calendar
      reading.month = month.month
      reading.year = month.year
      if let year = month.year {
        reading.set(days(month.calendar, year, month.month), .month)
      } else {
        resolveYear(&reading)
      }
      if let start = reading.start, let finish = reading.finish {
        reading.set(numeral.value == 1 ? start...(start + 14) : (start + 15)...finish, .range)
      }
      return reading
    }
    var calendar = civilCalendar
    let links = yearLinks(j)
    var year: Int?
    if let full = fullYear(links) {
      year = full.value
      calendar = yearCalendar(full.value, era(full.next)?.calendar, open: false) ?? calendar
      reading.end = skipEra(full.next)
    } else if let relative = relativeYear(links) {
      year = reference.map { civilCalendar.fields(of: $0).year + relative.shift }
      reading.end = relative.next
      reading.basis = .resolved
      reading.anchor = reference
    } else {
      // «نیمه دوم سال», of the year that is meant; «النصف الأول من القرن» is none.
      guard links > j, let unit = lexeme(links - 1), unit.has(.unit), unit.unit == .year else { return nil }
      reading.end = links
      reading.basis = .resolved
      return reading
    }
    reading.calendar = calendar
    reading.year = year
    let length = isQuarter ? 3 : 6
    let first = (Int(numeral.value) - 1) * length + 1
    if let year, let start = calendar.month(first, of: year), let end = calendar.month(first + length - 1, of: year) {
      reading.set(start.lowerBound...end.upperBound, .range)
    }
    return reading
  }

  /// «السبعينيات», «دهه ۶۰», «ستر کی دہائی», «قرن بیستم».
  private func decade(_ i: Int) -> Reading? {
    var tens: Int?
    var end = after(i)
    var calendar = civilCalendar
    if let word = lexeme(i), word.has(.decade) {
      tens = word.offset
      if language == .arabic, let links = Optional(skipLinks(end).next), lexeme(links)?.has(.unit) == true,
        lexeme(links)?.unit == .century, let numeral = number(after(links)), numeral.isOrdinal
      {
        end = after(links) + numeral.tokens
        tens = (Int(numeral.value) - 1) * 100 + word.offset
      }
    } else if let word = lexeme(i), word.has(.unit), word.unit == .decade, language == .persian,
      let numeral = number(end),
      !numeral.isOrdinal, numeral.value % 10 == 0, numeral.value >= 10
    {
      tens = Int(numeral.value)
      end += numeral.tokens
      if let era = era(end) {
        calendar = era.calendar
        end = era.next
      }
    } else if language == .urdu, let numeral = number(i), numeral.value % 10 == 0,
      let dative = take(.dative, i + numeral.tokens), let unit = lexeme(dative), unit.has(.unit), unit.unit == .decade
    {
      tens = Int(numeral.value)
      end = after(dative)
    } else if let word = lexeme(i), word.has(.unit), word.unit == .century, let numeral = number(end),
      numeral.isOrdinal,
      numeral.value <= 21
    {
      let first = (Int(numeral.value) - 1) * 100 + 1
      calendar = numeral.value > 15 ? .gregorian : civilCalendar
      var reading = Reading(end: end + numeral.tokens, kind: .absolute)
      if let era = era(reading.end) {
        calendar = era.calendar
        reading.end = era.next
      }
      reading.calendar = calendar
      reading.set(calendar.years(first, through: first + 99), .range)
      return reading
    }
    guard var first = tens else { return nil }
    var reading = Reading(end: end, kind: .absolute)
    if first < 100 {
      let now = reference.map { calendar.fields(of: $0).year } ?? (calendar == .gregorian ? 2015 : 1395)
      // The decade of that name that has begun.
      first += now / 100 * 100
      if first > now { first -= 100 }
    } else {
      calendar = yearCalendar(first, nil, open: false) ?? calendar
    }
    reading.calendar = calendar
    reading.year = first
    reading.set(calendar.years(first, through: first + 9), .decade)
    return reading
  }

  /// Whether رات or شب stands within a time: twelve at night is midnight.
  private func isNight(_ i: Int, _ end: Int) -> Bool {
    (i..<end).contains { lexeme($0).map { $0.has(.dayPart) && $0.has(.unit) } ?? false }
  }

  /// A time of day: «ساعت ۱۲:۳۰», «الساعة 05:16 مساءً», «شام 5 بجے», «15:25». `HH:MM`, with seconds dropped.
  func clock(_ i: Int) -> (time: String?, end: Int)? {
    var j = i
    var said = false
    while let lexeme = lexeme(j), lexeme.has(.clock), j < i + 3 {
      j = after(j)
      said = true
    }
    var evening: Bool?
    if let part = lexeme(j), part.has(.dayPart), isDigits(after(j)) {
      evening = part.has(.evening)
      j = after(j)
    }
    guard let hours = token(j) else { return nil }
    var hour: Int
    var minute = 0
    var end: Int
    if hours.kind == .number, (0...24).contains(hours.value), hours.count <= 2,
      isMark(j + 1, ":") || isMark(j + 1, "٫"),
      let minutes = token(j + 2), minutes.kind == .number, minutes.count <= 2, (0...59).contains(minutes.value)
    {
      hour = Int(hours.value)
      minute = Int(minutes.value)
      end = j + 3
      if isMark(end, ":"), isDigits(end + 1) { end += 2 }
    } else if said, let numeral = number(j), (0...24).contains(numeral.value) {
      hour = Int(numeral.value)
      end = j + numeral.tokens
      if let and = take(.and, end), let minutes = number(and), (0...59).contains(minutes.value),
        let unit = lexeme(and + minutes.tokens), unit.has(.unit), unit.unit == .minute
      {
        minute = Int(minutes.value)
        end = after(and + minutes.tokens)
        if let more = take(.and, end), let seconds = number(more), let unit = lexeme(more + seconds.tokens),
          unit.has(.unit),
          unit.unit == .second
        {
          end = after(more + seconds.tokens)
        }
      }
    } else if language == .urdu, let numeral = number(j), (1...12).contains(numeral.value),
      let clock = take(.clock, j + numeral.tokens)
    {
      hour = Int(numeral.value)
      end = clock
      said = true
    } else {
      return nil
    }
    if let part = lexeme(end), part.has(.dayPart) {
      evening = part.has(.evening)
      end = after(end)
    }
    if evening == true { hour = hour < 12 ? hour + 12 : language == .urdu && isNight(i, end) ? 0 : hour }
    guard hour < 24 || hour == 24 && minute == 0 else { return nil }
    let text = (hour < 10 ? "0" : "") + String(hour) + ":" + (minute < 10 ? "0" : "") + String(minute)
    return (text, end)
  }
}

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
    if let year = currentYear(j) { return part(word, of: year) }
    if single(j) == nil { j = skip(.of, j) }
    var found = yearAlone(j) ?? period(j) ?? decade(j)
    // «اواخر پارسال شهریور»: the part is of the year.
    if let month = found?.month, month > 0, let year = relativeYear(j) {
      var whole = Reading(end: year.next, kind: .deictic)
      relative(&whole, .year, year.shift)
      found = whole
    }
    guard let whole = found, whole.granularity != .day, whole.month == nil else { return nil }
    return part(word, of: whole)
  }

  /// «پایان سال شمسی», «آغاز سال میلادی»: the year of a calendar that runs on the article's day.
  private func currentYear(_ i: Int) -> Reading? {
    guard language == .persian, let noun = lexeme(i), noun.has(.unit), noun.unit == .year, noun.count == 1,
      let era = era(after(i)), text.tokens[after(i)].count > 1
    else { return nil }
    var reading = Reading(end: era.next, kind: .deictic)
    reading.basis = .resolved
    reading.anchor = reference
    reading.calendar = era.calendar
    reading.granularity = .year
    if let reference {
      let year = era.calendar.fields(of: reference).year
      reading.set(era.calendar.years(year, through: year), .year)
    }
    return reading
  }

  /// «سال 2023 کے آغاز», «جنوری کے اواخر».
  func urduPart(_ whole: Reading) -> Reading {
    if whole.granularity == .year, let inYear = urduInYear(whole) { return inYear }
    guard let j = take(.dative, whole.end), let word = lexeme(j),
      word.has([.early, .middle, .late, .beginning, .ending]), !word.has([.month, .weekday]), whole.isDate,
      whole.granularity != .day, whole.granularity != .range
    else { return whole }
    var reading = part(word, of: whole)
    reading.end = after(j)
    return reading
  }

  /// «2023 کے موسم گرما», «رواں سال کی پہلی سہ ماہی», «1990ء کے عشرے»: the year stands before.
  private func urduInYear(_ year: Reading) -> Reading? {
    guard let j = take(.dative, year.end) else { return nil }
    var reading = year
    let calendar = year.calendar ?? civilCalendar
    let number = year.start.map { calendar.fields(of: $0).year }
    if let word = lexeme(j), word.has(.unit), word.unit == .decade {
      guard let number, number % 10 == 0 else { return nil }
      reading.end = after(j)
      reading.set(calendar.years(number, through: number + 9), .decade)
      return reading
    }
    var k = j
    var said = false
    if let word = lexeme(k), word.has(.seasonWord), !word.has(.season) {
      k = after(k)
      said = true
    }
    if let word = lexeme(k), word.has(.season), said || after(k) > k + 1 || text.tokens[k].hash != DateGrammar.bihar {
      reading.end = after(k)
      reading.granularity = .season
      if let number { reading.set(seasonDays(word.offset, number, calendar), .season) }
      return reading
    }
    let final = take(.final, j)
    let ordinal = self.number(j)
    let next = final ?? ordinal.map { j + $0.tokens } ?? j
    guard next > j, let word = lexeme(next), word.has([.quarter, .half]) else { return nil }
    let isQuarter = word.has(.quarter)
    let index = final != nil ? (isQuarter ? 4 : 2) : Int(ordinal?.value ?? 0)
    guard (1...(isQuarter ? 4 : 2)).contains(index), ordinal?.isOrdinal != false else { return nil }
    reading.end = after(next)
    let length = isQuarter ? 3 : 6
    let first = (index - 1) * length + 1
    reading.granularity = .range
    if let number, let start = calendar.month(first, of: number),
      let end = calendar.month(first + length - 1, of: number)
    {
      reading.set(start.lowerBound...end.upperBound, .range)
    }
    return reading
  }

  /// بہار is spring and a state of India.
  private static let bihar = WordHash.of(FoldedText.key("بہار", language: .urdu))

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
    var before: Lexeme?
    if language == .urdu, let word = lexeme(j), word.has([.last, .next, .this]), !word.has([.unit, .season]) {
      before = word
      j = after(j)
    }
    if let word = lexeme(j), word.has(.seasonWord), !word.has(.season) {
      j = after(j)
      said = true
    }
    guard let word = lexeme(j), word.has(.season) else { return nil }
    if before != nil, !said, text.tokens[j].hash == DateGrammar.bihar { return nil }
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
    } else if let modifier = before ?? lexeme(j), modifier.has([.last, .next, .this]),
      before != nil || !modifier.has([.after, .of, .that, .unit]), before != nil || language != .urdu
    {
      reading.end = before != nil ? j : after(j)
      reading.basis = .resolved
      reading.anchor = reference
      if let reference {
        let now = calendar.fields(of: reference).year
        let spans = ((now - 2)...(now + 1)).compactMap { seasonDays(word.offset, $0, calendar) }
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

  func yearLinks(_ i: Int) -> Int {
    var j = skipComma(i)
    for _ in 0..<3 {
      guard let lexeme = lexeme(j), lexeme.has(.of) || lexeme.has(.unit) && lexeme.unit == .year,
        !lexeme.has([.month, .weekday])
      else { break }
      if relativeYear(j) != nil { break }
      // «من العام الجاري»: a phrase of two words may hide the year's own.
      if after(j) > j + 1, relativeYear(j + 1) != nil { return j + 1 }
      j = after(j)
    }
    return j
  }

  /// «الربع الثالث من عام 2016», «سه‌ماهه نخست سال ۱۴۰۲», «نیمه دوم سال», «نصف الثاني».
  private func quarter(_ i: Int) -> Reading? {
    guard let word = lexeme(i), word.has([.quarter, .half]) else { return nil }
    let isQuarter = word.has(.quarter)
    let ordinal: Int
    let j: Int
    if let numeral = number(after(i)), numeral.isOrdinal, (1...(isQuarter ? 4 : 2)).contains(numeral.value) {
      ordinal = Int(numeral.value)
      j = after(i) + numeral.tokens
    } else if language == .arabic, let last = token(after(i)), DateGrammar.finalWords.contains(last.hash) {
      ordinal = isQuarter ? 4 : 2
      j = after(i) + 1
    } else {
      return nil
    }
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
        reading.set(ordinal == 1 ? start...(start + 14) : (start + 15)...finish, .range)
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
    let first = (ordinal - 1) * length + 1
    if let year, let start = calendar.month(first, of: year), let end = calendar.month(first + length - 1, of: year) {
      reading.set(start.lowerBound...end.upperBound, .range)
    }
    return reading
  }

  /// «السبعينيات», «دهه ۶۰», «ستر کی دہائی», «قرن بیستم».
  private func decade(_ i: Int) -> Reading? {
    var tens: Int?
    var last: Int?
    var end = after(i)
    var calendar = civilCalendar
    if let word = lexeme(i), word.has(.decade) {
      tens = word.offset
      if language == .arabic, let links = Optional(skipLinks(end).next), lexeme(links)?.has(.unit) == true,
        lexeme(links)?.unit == .century, let numeral = number(after(links)),
        numeral.isOrdinal || numeral.value == 20
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
      last = moreDecades(&end, tens ?? 0)
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
      numeral.isOrdinal || language == .arabic && numeral.value == 20 && word.has(.definite), numeral.value <= 21
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
    let span = (last ?? first) - first
    if first < 100 {
      let now = reference.map { calendar.fields(of: $0).year } ?? (calendar == .gregorian ? 2015 : 1395)
      // The decade of that name that has begun.
      first += now / 100 * 100
      if first > now { first -= 100 }
    } else {
      calendar = yearCalendar(first, nil, open: false) ?? calendar
    }
    // «تسعينيات القرن الماضي»: the century is said again.
    if let century = relativeUnit(skip(.of, end)), century.unit == .century, century.shift <= 0 {
      reading.end = century.next
      if let reference {
        let now = calendar.fields(of: reference).year / 100 + century.shift
        first = now * 100 + first % 100
      }
    }
    reading.calendar = calendar
    reading.year = first
    reading.set(calendar.years(first, through: first + span + 9), span == 0 ? .decade : .range)
    return reading
  }

  /// «دهه‌های ۶۰ و ۷۰», «دهه ۶۰، ۷۰ و ۸۰»: the last of the tens that follow.
  private func moreDecades(_ end: inout Int, _ first: Int) -> Int? {
    var last: Int?
    for _ in 0..<8 {
      var j = end
      if isComma(j) { j += 1 } else if let and = take([.and, .to], j) { j = and } else { break }
      guard let numeral = number(j), !numeral.isOrdinal, numeral.value % 10 == 0, numeral.value > Int64(last ?? first),
        (numeral.value < 100) == (first < 100), lexeme(j + numeral.tokens)?.has(.unit) != true
      else { break }
      last = Int(numeral.value)
      end = j + numeral.tokens
    }
    return last
  }
}

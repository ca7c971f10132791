import ArabicScript
import Calendars
import NewsEvents

extension DateGrammar {
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
  static let bihar = WordHash.of("بہار", .urdu)

  /// The first, middle or last third.
  func part(_ word: Lexeme, of whole: Reading) -> Reading {
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
}

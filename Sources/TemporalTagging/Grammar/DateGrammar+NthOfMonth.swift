import ArabicScript
import Calendars
import NewsEvents

extension DateGrammar {
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

  /// «الاثنين الأخير», «الأسبوع الأول», «الثلاثاء الثالث», «هفته اول بهمن».
  private func nounThenOrdinal(_ i: Int) -> (Int, Int)? {
    if language == .persian, let noun = lexeme(i), noun.has(.unit), noun.unit == .week, noun.count == 1 {
      let j = after(i)
      if let numeral = number(j), numeral.isOrdinal, (1...5).contains(numeral.value) {
        return (Int(numeral.value), j + numeral.tokens)
      }
      return take(.final, j).map { (-1, $0) }
    }
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

  static let finalWords = WordSet("الأخير الأخيرة", .arabic)

  func ordinalOfMonth(_ ordinal: Int, at i: Int, then: Int?) -> Reading? {
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
    guard let month else { return nil }
    return nth(ordinal, noun, of: month)
  }

  /// «جنوری کے پہلے ہفتے», «رمضان المبارک کے آخری جمعے», «آئندہ ماہ کی پہلی جمعرات»: the month stands before.
  func urduNthOfMonth(_ i: Int) -> Reading? {
    guard language == .urdu, var month = monthReference(i), let dative = take(.dative, month.next) else { return nil }
    var j = dative
    var ordinal = -1
    if let numeral = number(j), numeral.isOrdinal, (1...5).contains(numeral.value) {
      ordinal = Int(numeral.value)
      j += numeral.tokens
    } else if let final = take(.final, j) {
      j = final
    } else if token(j)?.hash == DateGrammar.urduFirst {
      // پہلے is "before" elsewhere.
      ordinal = 1
      j += 1
    } else {
      return nil
    }
    guard let noun = lexeme(j), noun.has(.weekday) || noun.has(.unit) && noun.unit == .week && noun.count == 1 else {
      return nil
    }
    month.next = after(j)
    return nth(ordinal, noun, of: month)
  }

  private static let urduFirst = WordHash.of("پہلے", .urdu)

  /// The nth weekday, week or day of a month, −1 for the last; the reading ends where the month does.
  private func nth(_ ordinal: Int, _ noun: Lexeme, of month: MonthReference) -> Reading? {
    guard month.month > 0 || month.isRelative else { return nil }
    let unit: Unit? = noun.has(.unit) && noun.count == 1 && (noun.unit == .week || noun.unit == .day) ? noun.unit : nil
    if unit == .day, ordinal > 0 { return nil }
    var reading = Reading(end: month.next, kind: month.year == nil ? .partial : .absolute)
    place(&reading, in: month)
    guard let start = reading.start, let finish = reading.finish else { return reading }
    if unit == .day {
      reading.set(ordinal < 0 ? finish : start + (ordinal - 1))
      return reading
    }
    if unit == .week, language != .arabic {
      // Weeks of a month are counted from its first day.
      let first = ordinal < 0 ? finish - 6 : start + 7 * (ordinal - 1)
      guard first <= finish else { return nil }
      reading.set(first...min(first + 6, finish), .week)
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

import ArabicScript
import Calendars
import NewsEvents

extension DateGrammar {
  /// «سومین روز جنگ», «چهل و سومین سال», «اليوم الثالث», «تیسرے روز»: counted from something whose day is not said.
  func ordinalUnit(_ i: Int) -> Reading? {
    var unit: Unit
    var end: Int
    if language == .arabic {
      guard let noun = lexeme(i), noun.has(.unit), noun.has(.definite), noun.count == 1, noun.unit >= .day,
        let numeral = number(after(i)), numeral.isOrdinal, !numeral.isJoined
      else { return nil }
      unit = noun.unit
      end = after(i) + numeral.tokens
    } else {
      guard let numeral = number(i), numeral.isOrdinal, !numeral.isDigits || language == .urdu,
        let noun = lexeme(i + numeral.tokens), noun.has(.unit), noun.count == 1, noun.unit >= .day,
        !noun.has([.adjectiveUnit, .month])
      else { return nil }
      // In Persian only the ending ین puts the ordinal before its noun.
      if language == .persian {
        let codes = text.codes(text.tokens[i + numeral.tokens - 1])
        guard codes.suffix(2).elementsEqual(DateGrammar.persianIn) else { return nil }
      }
      unit = noun.unit
      end = after(i + numeral.tokens)
    }
    var reading = Reading(end: end, kind: .anchored)
    reading.isRelativeToContext = true
    reading.basis = .resolved
    reading.granularity = granularity(unit)
    // «پنجمین روز سال ۱۴۰۲», «روز پنجم سال»: the nth day of a year.
    if unit == .day, let inYear = dayOfYear(i, end) { return inYear }
    return reading
  }

  private static let persianIn = FoldedText.key("ین", language: .persian)

  /// «شش ماه نخست سال ۱۴۰۲», «۱۰ ماهه اول امسال», «الأشهر التسعة الأولى من عام 2023»: a year's first months.
  func firstMonths(_ i: Int) -> Reading? {
    var count: Int
    var j = i
    switch language {
    case .persian:
      guard let numeral = number(i), !numeral.isOrdinal, (1...11).contains(numeral.value),
        let noun = lexeme(i + numeral.tokens), noun.has(.unit), noun.unit == .month
      else { return nil }
      count = Int(numeral.value)
      j = after(i + numeral.tokens)
      guard let first = number(j), first.isOrdinal, first.value == 1 else { return nil }
      j += first.tokens
    case .arabic:
      guard let noun = lexeme(i), noun.has(.unit), noun.unit == .month, noun.has(.definite), noun.count == 0,
        let numeral = number(after(i)), !numeral.isOrdinal, (2...11).contains(numeral.value)
      else { return nil }
      count = Int(numeral.value)
      j = after(i) + numeral.tokens
      guard let first = number(j), first.isOrdinal, first.value == 1 else { return nil }
      j += first.tokens
    case .urdu: return nil
    }
    let links = yearLinks(j)
    guard let year = yearAlone(j) ?? yearAlone(links) ?? relativeYear(links).map(yearReading),
      year.granularity == .year
    else { return nil }
    var reading = year
    reading.granularity = .range
    let calendar = year.calendar ?? civilCalendar
    if let start = year.start, let last = calendar.month(count, of: calendar.fields(of: start).year) {
      reading.set(start...last.upperBound, .range)
    }
    return reading
  }

  private func yearReading(_ year: (shift: Int, next: Int)) -> Reading {
    var reading = Reading(end: year.next, kind: .deictic)
    relative(&reading, .year, year.shift)
    return reading
  }

  /// «روز پنجم سال ۱۳۵۴», «چهل و هفتمین روز سال», «اليوم العاشر من عام 2023».
  private func dayOfYear(_ i: Int, _ next: Int) -> Reading? {
    let ordinal = language == .arabic ? number(after(i)) : number(i)
    guard let ordinal, let year = wholeYear(next) else { return nil }
    return dayOfYear(Int(ordinal.value), year)
  }

  private func dayOfYear(_ number: Int, _ year: Reading) -> Reading {
    var reading = year
    reading.granularity = .day
    reading.kind = year.kind == .absolute ? .absolute : .partial
    if let start = year.start, let finish = year.finish, number <= finish - start + 1 {
      reading.set(start + (number - 1))
    } else {
      (reading.start, reading.finish) = (nil, nil)
    }
    return reading
  }

  /// A year in any words, or the bare word "year".
  private func wholeYear(_ i: Int) -> Reading? {
    var j = i
    if let of = take(.of, j), lexeme(of)?.has(.unit) == true { j = of }
    if let year = yearAlone(j) ?? period(j), year.granularity == .year { return year }
    guard language == .persian, let noun = lexeme(j), noun.has(.unit), noun.unit == .year, noun.count == 1 else {
      return nil
    }
    var reading = Reading(end: after(j), kind: .anchored)
    reading.isRelativeToContext = true
    reading.basis = .resolved
    return reading
  }

  /// «روز پنجم سال ۱۳۵۴»: the noun before its ordinal.
  func nthDayOfYear(_ i: Int) -> Reading? {
    guard language == .persian, let noun = lexeme(i), noun.has(.unit), noun.unit == .day, noun.count == 1,
      let numeral = number(after(i)), numeral.isOrdinal, (1...366).contains(numeral.value),
      let year = wholeYear(after(i) + numeral.tokens)
    else { return nil }
    return dayOfYear(Int(numeral.value), year)
  }

  /// «دهه اول محرم», «العشر الأواخر من رمضان», «ماہ رمضان کا آخری عشرہ»: ten days of a month.
  func tenDays(_ i: Int) -> Reading? {
    var number = 0
    var j = i
    switch language {
    case .persian:
      guard let noun = lexeme(i), noun.has(.unit), noun.unit == .decade, noun.count == 1,
        let numeral = self.number(after(i)), numeral.isOrdinal, (1...3).contains(numeral.value)
      else { return nil }
      number = Int(numeral.value)
      j = after(i) + numeral.tokens
    case .arabic:
      guard let word = token(i), TenDayWords.ten.contains(word.hash), let which = token(i + 1),
        let part = TenDayWords.which[which.hash]
      else { return nil }
      number = part
      j = i + 2
    case .urdu:
      guard let month = namedMonth(i), let dative = take(.dative, month.next) else { return nil }
      var next = dative
      if let numeral = self.number(dative), numeral.isOrdinal, (1...3).contains(numeral.value) {
        number = Int(numeral.value)
        next = dative + numeral.tokens
      } else if let final = take(.final, dative) {
        number = 3
        next = final
      } else {
        return nil
      }
      guard let noun = lexeme(next), noun.has(.unit), noun.unit == .decade else { return nil }
      return tenDays(number, month, after(next))
    }
    let links = skipLinks(j)
    guard let month = monthReference(links.next) ?? (links.monthSaid ? monthReference(links.next - 1) : nil) else {
      return nil
    }
    return tenDays(number, month, month.next)
  }

  private func tenDays(_ number: Int, _ month: MonthReference, _ end: Int) -> Reading? {
    guard month.month > 0 else { return nil }
    var reading = Reading(end: end, kind: month.year == nil ? .partial : .absolute)
    place(&reading, in: month)
    reading.granularity = .range
    if let start = reading.start, let finish = reading.finish {
      reading.set((start + 10 * (number - 1))...(number == 3 ? finish : start + (10 * number - 1)), .range)
    }
    return reading
  }

  /// «این روزها», «این دو هفته», «هذه الأيام», «ان دنوں»: a stretch around now without a beginning.
  func nowadays(_ i: Int) -> Reading? {
    guard let this = lexeme(i), this.has(.this) || language == .urdu && this.has(.that), !this.has(.unit),
      language != .arabic || !this.has(.definite)
    else { return nil }
    let j = after(i)
    guard let unit = lexeme(j), unit.has(.unit), unit.count == 0, unit.unit >= .day, unit.unit <= .year,
      !unit.has(.adjectiveUnit), language != .arabic || unit.has(.definite)
    else {
      guard language == .persian, let amount = amount(j), !amount.isAdjective else { return nil }
      return Reading(end: amount.next, kind: .duration)
    }
    var reading = Reading(end: after(j), kind: .deictic)
    reading.basis = .resolved
    reading.granularity = .range
    reading.anchor = reference
    return reading
  }

  /// «13 ، 23 و 24 دقیقه», «دو یا سه روز»: several counts of one unit.
  func countedList(_ i: Int) -> Reading? {
    guard isDigits(i) else { return nil }
    var j = i + 1
    var count = 1
    while count < 8 {
      var next = j
      if isComma(next) { next += 1 } else if let and = take(.and, next) { next = and } else { break }
      guard isDigits(next) else { return nil }
      j = next + 1
      count += 1
    }
    guard count > 1, let unit = lexeme(j), unit.has(.unit), !unit.has([.definite, .prefixed, .adjectiveUnit]),
      unit.unit != .year
    else { return nil }
    return Reading(end: after(j), kind: .duration)
  }
}

private enum TenDayWords {
  private static func hash(_ word: String) -> UInt64 { WordHash.of(word, .arabic) }
  static let ten = WordSet("العشر والعشر بالعشر", .arabic)
  static let which: [UInt64: Int] = [
    hash("الأول"): 1, hash("الأوائل"): 1, hash("الأولى"): 1, hash("الأواسط"): 2, hash("الأواخر"): 3, hash("الأخيرة"): 3,
  ]
}

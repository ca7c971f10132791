import ArabicScript
import Calendars
import NewsEvents

extension DateGrammar {
  /// Years on both sides of a hyphen, a slash or a word: «۱۹۳۴ - ۱۹۵۰ میلادی», «بين عامي 2011 و2015», «2011 سے 2015 تک»,
  /// «موسم 2023/2024», «2023-24».
  func yearRange(_ i: Int) -> Reading? {
    var j = i
    var said = false
    if let word = lexeme(j), word.has(.unit), word.unit == .year, word.count != 1, !word.has(.adjectiveUnit) {
      j = after(j)
      said = true
    } else if let before = lexeme(i - 1), before.has([.between, .at, .from, .of]) || saysPeriod(i - 1) {
      said = before.has(.between) || saysPeriod(i - 1)
    } else if saysPeriod(i - 1) {
      said = true
    }
    guard let first = fullYear(j), first.isDigits, !isTiedYear(j) else { return nil }
    let middle = skipEra(first.next)
    guard let (second, end, link) = secondYear(middle, first.value, said), second > first.value,
      second - first.value <= 150
    else { return nil }
    let mark = era(end)
    guard said || mark != nil || middle > first.next || link != .word || isBelievable(first.value, second, end) else {
      return nil
    }
    if link != .word, !said, mark == nil, !standsAlone(i, end) { return nil }
    let calendar =
      mark.flatMap { eraIsOpen(end) ? nil : $0.calendar } ?? era(first.next)?.calendar
      ?? yearCalendar(first.value, nil, open: false)
    guard let calendar, plausible(first.value, calendar), plausible(second, calendar),
      let start = calendar.years(first.value, through: first.value),
      let finish = calendar.years(second, through: second)
    else { return nil }
    var reading = Reading(end: mark?.next ?? end, kind: .absolute)
    reading.calendar = calendar
    reading.year = first.value
    reading.set(start.lowerBound...finish.upperBound, .range)
    // «کے درمیان», «کے دوران»: a word after the years says that they are a period.
    return reading
  }

  private enum Link { case hyphen, slash, word }

  private func secondYear(_ i: Int, _ first: Int, _ said: Bool) -> (year: Int, next: Int, link: Link)? {
    if isMark(i, "-") || isMark(i, "/") {
      let slash = isMark(i, "/")
      guard let token = token(i + 1), token.kind == .number else { return nil }
      if token.count == 4, let year = fullYear(i + 1), !slash || year.value == first + 1 {
        return (year.value, year.next, slash ? .slash : .hyphen)
      }
      // «2023-24»: the year after; two digits below 13 may be a month.
      if token.count == 2, token.value > 12, Int(token.value) == (first + 1) % 100, !text.tokens[i].spaceBefore {
        return (first + 1, i + 2, slash ? .slash : .hyphen)
      }
      return nil
    }
    var j = i
    if let to = take(.to, j) {
      j = to
    } else if said, let and = take(.and, j) {
      j = and
    } else if said, language == .arabic, lexeme(j)?.has(.joined) == true || number(j)?.isJoined == true {
    } else if said, language == .arabic, text.tokens.indices.contains(j), token(j)?.hash == DateGrammar.arabicWaw {
      j += 1
    } else if language == .urdu, let and = take(.and, j), let year = fullYear(and),
      let dative = take(.dative, skipEra(year.next)), lexeme(dative)?.has(.middle) == true
    {
      j = and
    } else {
      return nil
    }
    if let word = lexeme(j), word.has(.unit), word.unit == .year, word.count == 1 { j = after(j) }
    guard let year = fullYear(j), year.isDigits else { return nil }
    return (year.value, year.next, .word)
  }

  private static let arabicWaw = WordHash.of("و", .arabic)

  private func isTiedYear(_ i: Int) -> Bool {
    guard let mark = token(i - 1), mark.kind == .mark, !text.tokens[i].spaceBefore else { return false }
    return isDigits(i - 2) && (isMark(i - 1, "-") || isMark(i - 1, "/") || isMark(i - 1, ".") || isMark(i - 1, ":"))
  }

  /// «الفترة», «موسم», «دوره», «عرصہ», «الأعوام»: a noun of periods right before.
  private func saysPeriod(_ i: Int) -> Bool {
    guard let token = token(i), token.kind == .word else { return false }
    return PeriodWords.of(language).contains(token.hash)
  }

  /// Two numbers that read as years of our times, with nothing counted by the second.
  private func isBelievable(_ first: Int, _ second: Int, _ end: Int) -> Bool {
    guard first % 100 != 0 || second % 100 != 0 else { return false }
    let isRecent = (1900...2060).contains(first) || language == .persian && (1300...1420).contains(first)
    guard isRecent else { return false }
    guard let follows = token(end) else { return true }
    if isMark(end, "%") || isPercent(end) { return false }
    return follows.kind != .word
      || !CountedNouns.of(language).contains(follows.hash)
        && !(lexeme(end).map { $0.has(.unit) && !$0.has([.of, .clock]) } ?? false)
  }

  /// In brackets, after a comma or at a line's beginning, and the same behind.
  private func standsAlone(_ i: Int, _ end: Int) -> Bool {
    let before = token(i - 1), after = token(end)
    let opens = before.map { $0.kind == .mark && !$0.isMark(37) || $0.kind == .lineBreak } ?? true
    let closes = after.map { $0.kind == .mark && !$0.isMark(37) || $0.kind == .lineBreak } ?? true
    return opens && closes
  }

  /// Whether the number is the name of a thing, not a year: resolutions, articles of law, flights, phone numbers.
  func isNumbered(_ i: Int) -> Bool {
    guard let before = token(i - 1), before.kind == .word else { return false }
    return NumberedNouns.of(language).contains(before.hash)
  }

  /// Whether the number says which of a recurring thing is meant: the World Cup 2018, the elections of 2020, born 1985.
  func isDatedNoun(_ i: Int) -> Bool {
    guard isDigits(i), let before = token(i - 1), before.kind == .word, let year = fullYear(i),
      (1900...2060).contains(year.value) || language == .persian && (1300...1420).contains(year.value)
    else { return false }
    if let follows = token(year.next), CountedNouns.of(language).contains(follows.hash) || isPercent(year.next) {
      return false
    }
    return DatedNouns.of(language).contains(before.hash)
  }

  /// «في المئة», «في المائة»
  private func isPercent(_ i: Int) -> Bool {
    guard language == .arabic, let hundred = token(i + 1), lexeme(i)?.has(.at) == true else { return false }
    return CountedNouns.hundred.contains(hundred.hash)
  }

  /// «متولد ۸۲», «مواليد 1985», «پیدائش 1950».
  func isBirth(_ i: Int) -> Bool {
    guard let before = token(i - 1), before.kind == .word else { return false }
    return DatedNouns.births(language).contains(before.hash)
  }
}

/// Nouns that are told with two years.
private enum PeriodWords {
  static func of(_ language: Language) -> WordSet { words.of(language) }
  private static let words = WordSets(
    persian: "دوره دورهٔ بازه فصل سالهای سال‌های فاصله سنوات",
    arabic:
      "الفترة للفترة فترة والفترة موسم الموسم لموسم الأعوام أعوام السنوات سنوات الدراسي المالية للسنوات للأعوام عامي بعامي",
    urdu: "عرصے دوران سالوں سیزن برسوں مدت")
}

/// What a number before it counts, so that the number is no year.
private enum CountedNouns {
  static let hundred = WordSet("المئة المائة", .arabic)
  static func of(_ language: Language) -> WordSet { words.of(language) }
  private static let words = WordSets(
    persian: """
      نفر تن کشته شهید مورد فقره دستگاه درصد تومان ریال دلار یورو متر کیلومتر کیلو گرم لیتر کودک زن مرد هزار میلیون میلیارد خانوار
      واحد هکتار کیلوگرم کالری مگاوات
      """,
    arabic: """
      شخص شخصا دولار دولارا ليرة ريال ريالا دينار دينارا درهم درهما جنيه جنيها متر مترا كيلومتر كيلومترا كيلوغرام طن طنا قتيل
      قتيلا جريح جريحا طالب طالبا موظف موظفا حالة إصابة ميغاواط هكتار هكتارا نقطة يورو مليون مليار ألف
      """,
    urdu: "افراد روپے ڈالر میٹر کلومیٹر فیصد لوگ لوگوں افراد ہلاکتیں کیسز پوائنٹس ٹن ایکڑ میگاواٹ ووٹ ووٹوں ہزار لاکھ")
}

/// Nouns whose number is a name.
private enum NumberedNouns {
  static func of(_ language: Language) -> WordSet { words.of(language) }
  private static let words = WordSets(
    persian: """
      شماره پرونده قطعنامه قطعنامهٔ ماده مادهٔ بند اصل تبصره کد پلاک پرواز کانال صفحه تلفن شبکه مدل ردیف فاکس پیامک سامانه
      """,
    arabic: """
      رقم القرار قرار المادة مادة البند بند الفقرة فقرة المرسوم القانون الرحلة رحلة العدد قناة القناة صفحة الصفحة هاتف الهاتف رمز
      الرقم التعميم فاكس طراز
      """,
    urdu: "نمبر قرارداد دفعہ شق آرٹیکل پرواز صفحہ چینل فون آئین کیس ماڈل")
}

/// Nouns that are told apart by their year.
private enum DatedNouns {
  static func of(_ language: Language) -> WordSet { words.of(language) }
  static func births(_ language: Language) -> WordSet { birthWords.of(language) }
  private static let words = WordSets(
    persian: """
      جهانی انتخابات المپیک توافق برجام کودتای انقلاب جشنواره بودجه کنکور حملات آسیایی یورو آسیا جنگ زلزله سیل متولد زاده
      """,
    arabic: """
      مونديال المونديال انتخابات الانتخابات العالم أولمبياد الأولمبياد حرب اتفاق اتفاقية أوبك ثورة انقلاب يورو كوبا آسيا أفريقيا
      نكسة نكبة هجمات موازنة ميزانية مواليد
      """,
    urdu: "کپ انتخابات الیکشن اولمپکس اولمپک جنگ معاہدہ معاہدے بجٹ سیلاب زلزلہ زلزلے یورو حملوں پیدائش")
  private static let birthWords = WordSets(persian: "متولد زاده متوفی", arabic: "مواليد", urdu: "پیدائش")
}

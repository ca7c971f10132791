import ArabicScript
import Calendars
import NewsEvents

/// A month as written: by name, by number after the word for month, or relative to the article's month.
struct MonthReference {
  var calendar: CalendarSystem
  var month: Int
  /// Known when written, or when the month is relative.
  var year: Int?
  var isRelative = false
  /// −1 last month, 0 this, 1 next.
  var shift = 0
  var isHomograph = false
  var needsYear = false
  var modifier: Roles = []
  var next: Int
}

extension DateGrammar {
  /// The calendar in which the press of a language counts its months and years.
  var civilCalendar: CalendarSystem { language == .persian ? .solarHijri : .gregorian }

  /// Words and marks that may stand between day, month and year.
  func skipLinks(_ i: Int, marks: Bool = false) -> (next: Int, monthSaid: Bool) {
    var j = i
    var monthSaid = false
    if marks, let token = token(j), token.kind == .mark,
      token.isMark(45) || token.isMark(47) || token.isMark(46)
    {
      j += 1
    }
    for _ in 0..<3 {
      guard let lexeme = lexeme(j), lexeme.has([.of, .dative]), !lexeme.has([.month, .weekday]) else { break }
      if lexeme.has(.last) || lexeme.has(.this), !lexeme.has(.of) { break }
      if isRelativeMonth(j) { break }
      if lexeme.has(.unit), lexeme.unit == .month { monthSaid = true }
      if language == .arabic, spansMonthWord(j) { monthSaid = true }
      j = after(j)
    }
    return (j, monthSaid)
  }

  /// Whether an Arabic link ends in the word for month (من شهر).
  private func spansMonthWord(_ i: Int) -> Bool {
    let last = after(i) - 1
    guard last < limit else { return false }
    return DateGrammar.arabicMonthWords.contains(text.tokens[last].hash)
  }

  private static let arabicMonthWords = WordSet("شهر الشهر لشهر بشهر والشهر", .arabic)

  private func isRelativeMonth(_ i: Int) -> Bool { relativeUnit(i).map { $0.unit == .month } ?? false }

  /// A month by name, with a second name of the same month (يناير/كانون الثاني) and the word for month.
  func namedMonth(_ i: Int) -> MonthReference? {
    var j = i
    var said = false
    if let lexeme = lexeme(j), lexeme.has(.unit), lexeme.unit == .month, lexeme.count == 1 || language != .arabic,
      !lexeme.has(.month)
    {
      j = after(j)
      said = true
    } else if language == .arabic, let lexeme = lexeme(j), lexeme.has(.of), spansMonthWord(j) {
      j = after(j)
      said = true
    }
    guard let lexeme = lexeme(j), lexeme.has(.month) else {
      return said && language == .arabic ? numberedMonth(j) : nil
    }
    var reference = MonthReference(calendar: lexeme.calendar, month: lexeme.month, next: after(j))
    reference.isHomograph = lexeme.has(.homograph) && !said
    reference.needsYear = lexeme.has(.needsYear)
    reference.next = skipSecondName(reference, reference.next)
    if let word = self.lexeme(reference.next), word.has(.unit), word.unit == .month, word.count == 1,
      language != .arabic, !said, relativeUnit(reference.next) == nil, namedMonthBegins(after(reference.next)) == false
    {
      reference.next = after(reference.next)
      reference.isHomograph = false
    } else if language == .urdu, let dative = take(.dative, reference.next), let word = self.lexeme(dative),
      word.has(.unit), word.unit == .month
    {
      reference.next = after(dative)
      reference.isHomograph = false
    }
    return reference
  }

  private func namedMonthBegins(_ i: Int) -> Bool { lexeme(i)?.has(.month) ?? false }

  /// «شهر 3», «الشهر التاسع».
  private func numberedMonth(_ i: Int) -> MonthReference? {
    guard let numeral = number(i), (1...12).contains(numeral.value), !numeral.isJoined else { return nil }
    return MonthReference(calendar: .gregorian, month: Int(numeral.value), next: i + numeral.tokens)
  }

  private func skipSecondName(_ first: MonthReference, _ i: Int) -> Int {
    var j = i
    let bracket = isMark(j, "(")
    if bracket || isMark(j, "/") || isMark(j, "-") || isComma(j) { j += 1 }
    guard let second = lexeme(j), second.has(.month), second.month == first.month, second.calendar == first.calendar
    else { return i }
    j = after(j)
    return bracket && isMark(j, ")") ? j + 1 : j
  }

  /// A month in any way: named, or relative to the article's (الشهر الماضي, رواں ماہ).
  func monthReference(_ i: Int) -> MonthReference? {
    if let relative = relativeUnit(i), relative.unit == .month {
      var reference = MonthReference(calendar: civilCalendar, month: 0, next: relative.next)
      // «ماه جاری میلادی»
      if let era = era(relative.next), text.tokens[relative.next].count > 1 {
        reference.calendar = era.calendar
        reference.next = era.next
      }
      reference.isRelative = true
      reference.shift = relative.shift
      if let day = self.reference {
        let fields = reference.calendar.fields(of: day)
        let shifted = fields.year * 12 + fields.month - 1 + relative.shift
        reference.year = shifted / 12
        reference.month = shifted % 12 + 1
      }
      return reference
    }
    guard var reference = namedMonth(i) else { return nil }
    readYear(&reference)
    return reference
  }

  /// The year after a month, or a word that says which year is meant.
  func readYear(_ reference: inout MonthReference) {
    let i = reference.next
    // A word that points at the month nearest in one direction: يناير الماضي, دی‌ماه امسال.
    if let lexeme = lexeme(i), lexeme.has([.last, .next, .this]), !lexeme.has([.ago, .after, .before, .of, .that]) {
      if !lexeme.has([.unit, .month]), language != .urdu || !lexeme.has(.this) {
        reference.modifier = lexeme.roles.intersection([.last, .next, .this])
        reference.next = after(i)
        reference.isHomograph = false
        return
      }
    }
    // «خرداد ماه گذشته»
    if let relative = relativeUnit(i), relative.unit == .month {
      reference.modifier = relative.shift < 0 ? .last : relative.shift > 0 ? .next : .this
      reference.next = relative.next
      reference.isHomograph = false
      return
    }
    var j = i
    if isComma(j) || isMark(j, "-") || isMark(j, "/") { j += 1 }
    var yearSaid = false
    for _ in 0..<3 {
      guard let lexeme = lexeme(j), lexeme.has(.of) || lexeme.has(.unit) && lexeme.unit == .year,
        !lexeme.has([.month, .weekday])
      else { break }
      if relativeYear(j) != nil { break }
      if lexeme.has(.unit), lexeme.unit != .year { break }
      if lexeme.has(.unit) || saysYear(j) { yearSaid = true }
      j = after(j)
    }
    if let relative = relativeYear(j), j == i || yearSaid || language != .arabic || relative.next > j {
      if let day = self.reference {
        let calendar = reference.calendar == .islamic ? civilCalendar : reference.calendar
        reference.year = calendar.fields(of: day).year + relative.shift
        // An Islamic month of a civil year is looked up by the Gregorian one in which that year begins.
        if reference.calendar == .islamic, calendar == .solarHijri { reference.year? += 621 }
      }
      reference.next = relative.next
      reference.isHomograph = false
      return
    }
    if let year = fullYear(j), plausible(year.value, reference.calendar) {
      reference.year = year.value
      reference.next = skipEra(year.next)
      reference.isHomograph = false
      return
    }
    // Two digits right after the month: شهریور ۹۴.
    if let token = token(j), token.kind == .number, token.count == 2, j == i || yearSaid || isComma(i) && j == i + 1,
      reference.calendar != .islamic, !isCounted(j + 1),
      let year = Optional(expand(Int(token.value), reference.calendar)),
      token.value < 10 || !liesAhead(year, reference.calendar)
    {
      reference.year = year
      reference.next = skipEra(j + 1)
      reference.isHomograph = false
    }
  }

  /// Whether a counted noun or a mark of measure follows: then the number before is no year.
  private func isCounted(_ i: Int) -> Bool {
    guard let token = token(i) else { return false }
    if token.kind == .mark {
      return token.isMark(37) || token.isMark(58)
        || (token.isMark(46) && isDigits(i + 1) && !text.tokens[i + 1].spaceBefore)
        || token.isMark(47)
    }
    guard token.kind == .word else { return token.kind == .latin }
    guard let lexeme = lexeme(i) else { return language != .persian || DateGrammar.persianCounted.contains(token.hash) }
    return lexeme.has(.unit) && !lexeme.has(.clock)
  }

  /// What Persian news counts; before these, two digits are no year.
  private static let persianCounted = WordSet(
    """
    نفر تن کشته شهید شهیدان زخمی مجروح مورد فقره دستگاه درصد تومان ریال دلار یورو متر کیلومتر کیلو گرم تن لیتر کودک زن مرد
    شهروند نظامی سرباز خودرو فروند کشتی خانه خانوار روستا شهر کشور گل امتیاز بازی بازیکن دانشجو معلم کارگر خبرنگار غیرنظامی
    فلسطینی اسرائیلی ایرانی پاکستانی افغان عراقی هزار صد میلیون میلیارد قطعه جلد فیلم تیم گروه عضو نماینده پرونده حمله موشک پهپاد
    """, .persian)

  /// Whether a year is further off than news writes in two digits.
  private func liesAhead(_ year: Int, _ calendar: CalendarSystem) -> Bool {
    guard let reference else { return false }
    return year > calendar.fields(of: reference).year + 2
  }

  func plausible(_ year: Int, _ calendar: CalendarSystem) -> Bool {
    switch calendar {
    case .gregorian: (1000...2999).contains(year)
    case .solarHijri: (1200...1499).contains(year)
    case .islamic: (1000...1599).contains(year) || (1900...2100).contains(year)
    }
  }

  /// A year of two digits: the century nearest to the article's day.
  func expand(_ year: Int, _ calendar: CalendarSystem) -> Int {
    let now = reference.map { calendar.fields(of: $0).year } ?? (calendar == .gregorian ? 2015 : 1395)
    let century = now / 100 * 100
    let candidates = [century - 100 + year, century + year, century + 100 + year]
    return candidates.min { abs($0 - now) < abs($1 - now) } ?? century + year
  }

  /// Skips the mark of an era after a year (م, ه.ش, ء).
  func skipEra(_ i: Int) -> Int { era(i)?.next ?? i }

  /// The calendar that an era mark names.
  func era(_ i: Int) -> (calendar: CalendarSystem, next: Int)? {
    // 16.1.2024 (ميلادي)
    guard isMark(i, "(") else { return eraMark(i) }
    guard let inner = eraMark(i + 1), isMark(inner.next, ")") else { return nil }
    return (inner.calendar, inner.next + 1)
  }

  private func eraMark(_ i: Int) -> (calendar: CalendarSystem, next: Int)? {
    guard let lexeme = lexeme(i), lexeme.has([.eraGregorian, .eraSolar, .eraLunar, .eraHijri]) else { return nil }
    var next = after(i)
    if isMark(next, "."), text.tokens[next - 1].count == 1, let token = token(next), !token.spaceBefore,
      next + 1 < limit, text.tokens[next + 1].kind != .lineBreak
    {
      next += 1
    }
    let calendar: CalendarSystem =
      if lexeme.has(.eraGregorian) { .gregorian } else if lexeme.has(.eraSolar) {
        .solarHijri
      } else if lexeme.has(
        .eraLunar)
      { .islamic } else { language == .persian ? .solarHijri : .islamic }
    return (calendar, next)
  }

  /// Whether an era mark says Hijri without saying which.
  func eraIsOpen(_ i: Int) -> Bool { lexeme(i).map { $0.has(.eraHijri) && !$0.has([.eraSolar, .eraLunar]) } ?? false }
}

import ArabicScript
import Calendars
import NewsEvents

/// A counted length of time: three days, a month and 21 days.
struct Amount {
  var parts: [(count: Int, unit: Unit)]
  var next: Int
  /// The count is indefinite (several days).
  var isOpen = false
  var isAdjective = false

  var finest: Unit { parts.map(\.unit).min() ?? .day }
}

extension DateGrammar {
  /// A count with its unit: «سه روز», «يومين», «1 شهر و 21 أيام», «چند سال».
  func amount(_ i: Int, bareUnit: Bool = false) -> Amount? {
    guard var result = singleAmount(i, bareUnit: bareUnit) else { return nil }
    for _ in 0..<4 {
      var j = result.next
      if let and = take(.and, j) {
        j = and
      } else if isComma(j), language == .arabic {
        j += 1
      } else if language == .arabic,
        lexeme(j)?.has(.joined) == true || number(j)?.isJoined == true
      {
      } else {
        break
      }
      guard let more = singleAmount(j, bareUnit: language == .arabic), !more.isOpen else { break }
      result.parts += more.parts
      result.next = more.next
    }
    if let and = take(.and, result.next), let half = take(.halfMore, and) { result.next = half }
    return result
  }

  private func singleAmount(_ i: Int, bareUnit: Bool) -> Amount? {
    var j = i
    if let counted = lexeme(j), counted.has(.counted) {
      return Amount(
        parts: [(counted.count, counted.unit)], next: after(j), isAdjective: counted.has(.adjectiveUnit))
    }
    if let unit = lexeme(j), unit.has(.unit), !unit.has(.weekday) || language == .urdu {
      // The Arabic dual and, after a preposition, the singular count by themselves.
      guard language == .arabic, !unit.has(.definite), unit.count == 2 || bareUnit else { return nil }
      // «قبل أيام», «منذ سنوات»
      if unit.count == 0 { return unit.unit >= .day ? Amount(parts: [], next: after(j), isOpen: true) : nil }
      j = after(j)
      // «منذ عام 2004» is a year, «خلال شهر رمضان» a month.
      if unit.count == 1, unit.unit == .year, fullYear(j) != nil { return nil }
      if unit.count == 1, unit.unit == .month, lexeme(j)?.has(.month) == true { return nil }
      if unit.count == 1, let one = number(j), one.value == 1, !one.isJoined { j += one.tokens }
      return Amount(parts: [(unit.count, unit.unit)], next: j)
    }
    if let several = take(.several, j), let unit = lexeme(several), unit.has(.unit) {
      return Amount(parts: [], next: after(several), isOpen: true)
    }
    guard let numeral = number(j), !numeral.isOrdinal, numeral.value > 0, numeral.value <= 100_000 else { return nil }
    j += numeral.tokens
    // «دو سه روز», «دو یا سه روز»: about so many.
    if language != .arabic, let second = number(j), !second.isOrdinal, let unit = lexeme(j + second.tokens),
      unit.has(.unit)
    {
      return Amount(parts: [], next: after(j + second.tokens), isOpen: true)
    }
    // «القانون 24 لسنة 2019» counts no years.
    guard let unit = lexeme(j), unit.has(.unit), !unit.has([.definite, .prefixed]) else { return nil }
    if unit.has(.dayPart), language == .urdu, unit.unit != .day { return nil }
    return Amount(parts: [(Int(numeral.value), unit.unit)], next: after(j), isAdjective: unit.has(.adjectiveUnit))
  }

  /// Counted distances: «سه روز پیش», «قبل ثلاثة أيام», «دو روز بعد», «بعدها بيومين», «۵ روز دیگر», «1 دن میں».
  func distance(_ i: Int) -> Reading? {
    switch language {
    case .arabic: arabicDistance(i)
    case .persian, .urdu: suffixedDistance(i)
    }
  }

  private func arabicDistance(_ i: Int) -> Reading? {
    // «بعدها بيومين», «قبل ذلك بأسبوع»
    if let word = lexeme(i), word.has(.that), word.has([.after, .before]) {
      guard let amount = amount(after(i), bareUnit: true),
        lexeme(after(i))?.has(.prefixed) == true || number(after(i)) != nil
      else { return nil }
      return anchored(
        amount, sign: word.has(.after) ? 1 : -1, base: context ?? (setting.isFragment ? reference : nil),
        end: amount.next)
    }
    if let word = lexeme(i), word.has([.before, .after]) {
      var j = after(i)
      if let about = take(.about, j) { j = about }
      let sign = word.has(.after) ? 1 : -1
      // «من أسبوع» is ago only where nothing else can be meant.
      let isFrom = word.has(.from) && !word.has(.at)
      guard let amount = amount(j, bareUnit: true) else { return nil }
      if isFrom, !(i == 0 && amount.next == limit) { return nil }
      var end = amount.next
      let now = take(.fromNow, end)
      if let now { end = now }
      if sign > 0, now == nil {
        // «بعد يومين من 16 يناير»
        if let of = take(.from, end), let date = pointDate(of) {
          return anchored(amount, sign: 1, base: date.start, end: date.end)
        }
        if let that = take(.from, end), let point = take(.that, that) {
          return anchored(amount, sign: 1, base: context, end: point)
        }
        // «بعد 4 سنوات من التخرج»: after an event whose day is not said.
        if take(.from, end) != nil { return anchored(amount, sign: 1, base: nil, end: end) }
        if let counted = fromSpan(amount, end: end) { return counted }
        if let context, amount.isOpen || amount.finest <= .year {
          return anchored(amount, sign: 1, base: context, end: end)
        }
        return later(amount, end: end)
      }
      // «قبل يومين من الزيارة»: before something, not before now.
      if sign < 0, now == nil, let of = take(.from, end), token(of)?.kind == .word || pointDate(of) != nil {
        if let that = take(.that, of) { return anchored(amount, sign: -1, base: context, end: that) }
        let date = pointDate(of)
        return anchored(amount, sign: -1, base: date?.start, end: date?.end ?? end)
      }
      var reading = fromReference(amount, sign: sign, end: end)
      // «1 شهر و 21 أيام من الآن» says it all without the preposition.
      if now != nil { reading.begin = j }
      return reading
    }
    if let within = take(.within, i), let amount = amount(within, bareUnit: true) {
      var reading = Reading(end: amount.next, kind: .duration)
      guard setting.isFuture || setting.isFragment, let reference, !amount.isOpen, !DateGrammar.isLength(text, i) else {
        return reading
      }
      reading.kind = .deictic
      reading.basis = .resolved
      reading.anchor = reference
      reading.set(reference...point(reference, amount, 1), .range)
      return reading
    }
    // «3 سنوات من الآن»: ahead, unless the sentence tells of the past.
    if let amount = amount(i, bareUnit: true), let now = take(.fromNow, amount.next) {
      return fromReference(
        amount, sign: amount.parts.count > 1 && !setting.isFuture && !setting.isFragment ? -1 : 1, end: now)
    }
    return nil
  }

  /// «على مدى», «طوال», «لمدة»: words of length, which say nothing of when.
  private static func isLength(_ text: AnalyzedText, _ i: Int) -> Bool {
    lengthWords.contains(text.tokens[i].hash)
  }

  private static let lengthWords = WordSet(
    ["على", "وعلى", "طوال", "وطوال", "طيلة", "وطيلة", "طول", "لمدة"].map {
      WordHash.of(FoldedText.key($0, language: .arabic))
    })

  /// A year or month told before, from which years or months are counted: «در سال ۱۳۹۰ … سه سال بعد».
  private func fromSpan(_ amount: Amount, end: Int) -> Reading? {
    guard let span, !amount.isOpen, amount.parts.count == 1, let part = amount.parts.first,
      part.unit == .year || part.unit == .month && span.granularity == .month
    else { return nil }
    var reading = Reading(end: end, kind: .anchored)
    reading.isRelativeToContext = true
    reading.basis = .resolved
    reading.anchor = span.days.lowerBound
    reading.calendar = span.calendar
    let fields = span.calendar.fields(of: span.days.lowerBound)
    let months = fields.year * 12 + fields.month - 1 + part.count * (part.unit == .year ? 12 : 1)
    if span.granularity == .year {
      reading.set(span.calendar.years(months / 12, through: months / 12), .year)
    } else {
      reading.set(span.calendar.month(months % 12 + 1, of: months / 12), .month)
    }
    return reading
  }

  /// «اس سے تین روز قبل», «اس کے دو دن بعد»: counted from what was told before.
  private func urduPointed(_ i: Int) -> Reading? {
    guard language == .urdu, let that = lexeme(i), that.has(.that), let link = lexeme(after(i)),
      link.has([.dative, .from]), let amount = amount(after(after(i))), let word = lexeme(amount.next)
    else { return nil }
    let sign = word.has(.after) ? 1 : word.has([.ago, .before]) ? -1 : 0
    guard sign != 0 else { return nil }
    return anchored(amount, sign: sign, base: context, end: after(amount.next))
  }

  /// «16 جنوری 2024 کے دو روز بعد», «16 جنوری سے دو روز قبل»: a date and a distance from it.
  func shifted(from date: Reading, begin: Int) -> Reading? {
    guard language == .urdu, date.isDate, date.isSingleDay, let link = lexeme(date.end), link.has([.dative, .from]),
      let amount = amount(after(date.end)), !amount.isAdjective, let word = lexeme(amount.next)
    else { return nil }
    let sign = word.has(.after) ? 1 : word.has([.ago, .before]) ? -1 : 0
    guard sign != 0 else { return nil }
    var reading = anchored(amount, sign: sign, base: date.start, end: after(amount.next))
    reading.parts = [ReadingPart(begin..<date.end, date)]
    return reading
  }

  private func suffixedDistance(_ i: Int) -> Reading? {
    if let pointed = urduPointed(i) { return pointed }
    var j = i
    var preposed = false
    if language == .persian, let at = lexeme(j), at.has([.at, .within]) || at.has(.after) {
      j = after(j)
      preposed = true
    }
    guard let amount = amount(j) else { return nil }
    var end = amount.next
    if preposed {
      // «در ۶ ماه نخست سال»
      if number(end)?.isOrdinal == true { return nil }
      guard setting.isFragment || setting.isFuture, lexeme(i)?.has(.at) == true, !amount.isOpen else { return nil }
      return fromReference(amount, sign: 1, end: end)
    }
    if amount.isAdjective { return nil }
    if language == .urdu, let next = token(end), next.kind == .word,
      lexeme(end) == nil || !(lexeme(end)?.has([.ago, .after, .within, .before]) ?? false)
    {
      return nil
    }
    // «یک روز پس از آن», «دو روز بعد از ۱۶ ژانویه», «ایک ہفتہ بعد»
    if let word = lexeme(end), word.has([.after, .before]) || word.has(.fromNow) || word.has(.ago) || word.has(.within)
    {
      let wordAt = end
      end = after(end)
      if language == .persian, let anchor = persianAnchor(wordAt) { return self.anchor(amount, word, anchor) }
      if word.has(.ago), !word.has(.after) || language == .persian, !word.has(.before) {
        return fromReference(amount, sign: -1, end: end)
      }
      if word.has(.before), language == .urdu || language == .persian { return nil }
      if word.has(.within), !word.has(.after) {
        guard language == .urdu, setting.isFragment || setting.isFuture else { return nil }
        return fromReference(amount, sign: 1, end: end)
      }
      if word.has(.fromNow), !word.has(.after) { return fromReference(amount, sign: 1, end: end) }
      if let counted = fromSpan(amount, end: end) { return counted }
      if let context, amount.isOpen || amount.finest <= .year {
        return anchored(amount, sign: 1, base: context, end: end)
      }
      return later(amount, end: end)
    }
    return nil
  }

  /// What follows پس از / پیش از: «آن», or a date within a few words («یک هفته پس از حمله ۱۳ دی»).
  private func persianAnchor(_ i: Int) -> (base: Day?, end: Int, found: Bool)? {
    guard let word = lexeme(i), word.has([.after, .before]) else { return nil }
    let j = after(i)
    let needsObject = text.tokens[j - 1].hash == DateGrammar.persianAz
    guard needsObject else { return nil }
    if let that = lexeme(j), that.has(.that) {
      var end = after(j)
      if let unit = lexeme(end), unit.has(.unit) || unit.has(.dateWord) { end = after(end) }
      return (context, end, context != nil)
    }
    for k in j..<min(j + 6, limit) {
      guard text.tokens[k].kind != .lineBreak, text.tokens[k].kind != .mark else { break }
      if let date = pointDate(k) { return (date.start, date.end, true) }
      if let lexeme = lexeme(k), lexeme.has([.after, .ago]) { break }
    }
    return (nil, i, false)
  }

  static let persianAz = WordHash.of(FoldedText.key("از", language: .persian))

  private func anchor(_ amount: Amount, _ word: Lexeme, _ anchor: (base: Day?, end: Int, found: Bool)) -> Reading? {
    if !anchor.found, anchor.base == nil {
      // After an event whose day is not said.
      var reading = Reading(end: max(amount.next, anchor.end), kind: .anchored)
      reading.isRelativeToContext = true
      reading.basis = .resolved
      return reading
    }
    return anchored(amount, sign: word.has(.before) ? -1 : 1, base: anchor.base, end: anchor.end)
  }

  /// A single day written as a date.
  private func pointDate(_ i: Int) -> Reading? {
    guard let date = numericDate(i) ?? calendarDate(i), date.isSingleDay else { return nil }
    return date
  }

  private func anchored(_ amount: Amount, sign: Int, base: Day?, end: Int) -> Reading {
    var reading = Reading(end: end, kind: .anchored)
    reading.isRelativeToContext = true
    apply(&reading, amount, sign, base)
    return reading
  }

  /// "Two days later" with no date before it: measured from the article only where it can mean nothing else.
  private func later(_ amount: Amount, end: Int) -> Reading {
    let base = setting.isFragment || setting.isFuture ? reference : nil
    var reading = Reading(end: end, kind: base == nil ? .anchored : .deictic)
    reading.isRelativeToContext = base == nil
    apply(&reading, amount, 1, base)
    return reading
  }

  private func fromReference(_ amount: Amount, sign: Int, end: Int) -> Reading {
    var reading = Reading(end: end, kind: .deictic)
    apply(&reading, amount, sign, reference)
    return reading
  }

  private func apply(_ reading: inout Reading, _ amount: Amount, _ sign: Int, _ base: Day?) {
    reading.basis = .resolved
    reading.anchor = base
    reading.granularity = amount.isOpen ? .range : granularity(amount.finest)
    guard let base, !amount.isOpen else { return }
    let days = shift(base, amount, sign)
    reading.set(days, granularity(amount.finest))
  }

  func granularity(_ unit: Unit) -> Granularity {
    switch unit {
    case .second, .minute, .hour, .day: .day
    case .week: .week
    case .month: .month
    case .season: .season
    case .year: .year
    case .decade: .decade
    case .century: .range
    }
  }

  /// The days an amount away: exact to days and weeks, else the whole month or year (Gregorian) it leads into.
  func shift(_ base: Day, _ amount: Amount, _ sign: Int) -> ClosedRange<Day> {
    let day = point(base, amount, sign)
    let fields = day.gregorian
    switch amount.finest {
    case .second, .minute, .hour, .day, .week: return day...day
    case .month, .season: return CalendarSystem.gregorian.month(fields.month, of: fields.year) ?? day...day
    case .year, .decade, .century:
      return CalendarSystem.gregorian.years(fields.year, through: fields.year) ?? day...day
    }
  }

  /// The same day of the month an amount away.
  private func point(_ base: Day, _ amount: Amount, _ sign: Int) -> Day {
    var months = 0
    var days = 0
    for part in amount.parts {
      let count = min(part.count, 100_000) * sign
      switch part.unit {
      case .second, .minute: break
      case .hour: days += count / 24
      case .day: days += count
      case .week: days += 7 * count
      case .month: months += count
      case .season: months += 3 * count
      case .year: months += 12 * count
      case .decade: months += 120 * count
      case .century: months += 1200 * count
      }
    }
    return move(base, months: months) + max(-600_000, min(600_000, days))
  }

  private static let perWords = WordSet(
    ["روزی", "هفته‌ای", "ساعتی"].map { WordHash.of(FoldedText.key($0, language: .persian)) })

  /// «هر ۵ دقیقه», «هر ساعت یکبار», «هر روز هفته», «كل يوم جمعة», «ہر سال».
  private func recurring(_ i: Int) -> Reading? {
    var j = i
    if let amount = amount(j) {
      j = amount.next
    } else if let unit = lexeme(j), unit.has([.unit, .weekday, .dayPart, .season]) {
      j = after(j)
      if language == .arabic, let weekday = lexeme(j), weekday.has(.weekday) { j = after(j) }
      // «هر روز از سال», «هر روز هفته»
      let of = language == .persian ? skip(.from, j) : j
      if language == .persian, let whole = lexeme(of), whole.has(.unit), whole.count == 1, whole.unit > unit.unit,
        relativeUnit(of) == nil, unit.has(.unit), !whole.has(.clock)
      {
        j = after(of)
      }
    } else {
      return nil
    }
    // «یکبار», «یک بار», «مرة»
    if let times = lexeme(j), times.has(.times) {
      j = after(j)
    } else if let one = number(j),
      let times = lexeme(j + one.tokens), times.has(.times)
    {
      j = after(j + one.tokens)
    }
    return Reading(end: j, kind: .recurring)
  }

  /// «روز به روز», «دقیقه به دقیقه», «يوما بعد يوم», «دن بہ دن»: a unit repeated.
  private func unitByUnit(_ i: Int) -> Reading? {
    guard let unit = lexeme(i), unit.has(.unit), unit.count == 1, !unit.has(.adjectiveUnit), let link = token(after(i)),
      DateGrammar.byWords.of(language).contains(link.hash), let again = lexeme(after(i) + 1), again.has(.unit),
      again.unit == unit.unit, again.count == 1, !again.has(.adjectiveUnit)
    else { return nil }
    return Reading(end: after(after(i) + 1), kind: .recurring)
  }

  private static let byWords = WordSets(persian: "به", arabic: "بعد", urdu: "بہ در")

  /// A length of time with nothing that makes a date of it; «هر ۵ دقیقه», «هر سال».
  func duration(_ i: Int) -> Reading? {
    if let every = take(.every, i) { return recurring(every) }
    if let steps = unitByUnit(i) { return steps }
    var j = i
    // «روزی سه ساعت», «هفته‌ای دو بار»
    if language == .persian, let unit = lexeme(j), unit.has(.unit),
      token(j).map({ DateGrammar.perWords.contains($0.hash) }) == true,
      let numeral = number(after(j)), let counted = lexeme(after(j) + numeral.tokens), counted.has([.unit, .times])
    {
      return Reading(end: after(after(j) + numeral.tokens), kind: .recurring)
    }
    if let within = lexeme(j), within.has(.within), language == .persian {
      j = after(j)
      // «طی دو روز گذشته»
      if let window = period(j) { return window }
    }
    guard let amount = amount(j), j == i || number(amount.next)?.isOrdinal != true else { return nil }
    return Reading(end: amount.next, kind: .duration)
  }
}

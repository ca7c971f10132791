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
  func point(_ base: Day, _ amount: Amount, _ sign: Int) -> Day {
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
}

/// A civil day, counted from 1970-01-01 (day 0) in the proleptic Gregorian calendar.
///
/// The count makes arithmetic and comparison one integer operation; other calendars convert to and from it
/// in `Calendars`. Conversion to year, month and day follows Howard Hinnant, "chrono-compatible low-level date
/// algorithms" (days_from_civil, civil_from_days); O(1).
public struct Day: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01.
  public var number: Int32

  public init(number: Int32) { self.number = number }

  /// The day with these Gregorian fields, or nil when there is no such day (30 February, month 13).
  /// Years from 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    self.init(uncheckedYear: year, month: month, day: day)
  }

  init(uncheckedYear year: Int, month: Int, day: Int) {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// The Gregorian year, month (1...12) and day (1...31).
  public var gregorian: (year: Int, month: Int, day: Int) {
    let z = Int(number) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let mp = (5 * dayOfYear + 2) / 153
    let month = mp < 10 ? mp + 3 : mp - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * mp + 2) / 5 + 1)
  }

  /// The weekday, 0 = Monday … 6 = Sunday (ISO 8601 less one). 1970-01-01 was a Thursday.
  public var weekday: Int {
    let r = (Int(number) + 3) % 7
    return r < 0 ? r + 7 : r
  }

  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  public static func + (day: Day, days: Int) -> Day { Day(number: day.number + Int32(days)) }
  public static func - (day: Day, days: Int) -> Day { Day(number: day.number - Int32(days)) }
  public static func - (a: Day, b: Day) -> Int { Int(a.number) - Int(b.number) }
  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
}

extension Day: CustomStringConvertible {
  /// `YYYY-MM-DD`.
  public var description: String {
    let (y, m, d) = gregorian
    func padded(_ n: Int, _ width: Int) -> String {
      let s = String(n)
      return String(repeating: "0", count: max(0, width - s.count)) + s
    }
    return "\(padded(y, 4))-\(padded(m, 2))-\(padded(d, 2))"
  }

  /// Reads `YYYY-MM-DD`; anything after the tenth character (a time) is ignored when it starts with `T` or a space.
  public init?(iso text: some StringProtocol) {
    let b = Array(text.utf8)
    guard b.count >= 10, b[4] == 45, b[7] == 45, b.count == 10 || b[10] == 84 || b[10] == 32 else { return nil }
    func number(_ r: Range<Int>) -> Int? {
      var n = 0
      for i in r {
        guard b[i] >= 48, b[i] <= 57 else { return nil }
        n = n * 10 + Int(b[i] - 48)
      }
      return n
    }
    guard let y = number(0..<4), let m = number(5..<7), let d = number(8..<10) else { return nil }
    self.init(year: y, month: m, day: d)
  }
}

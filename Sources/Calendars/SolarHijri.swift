public import NewsEvents

/// The Solar Hijri calendar of Iran and Afghanistan, on the 33-year rule that ICU uses.
///
/// The arithmetic rule and ICU give the same day from 1800 to 2100 (tested day by day); further off the official
/// calendar, which follows the equinox, may differ by a day. All operations are O(1).
public enum SolarHijri {
  /// The years that can be converted.
  public static let years = 1...3000

  /// 1 Farvardin 1, in days since 1970-01-01.
  private static let epoch = 1_948_320 - 2_440_588

  /// The day with these fields, or nil when there is no such day (31 Mehr, 30 Esfand of a common year).
  public static func day(year: Int, month: Int, day: Int) -> Day? {
    guard years.contains(year), (1...12).contains(month), day >= 1, day <= length(ofMonth: month, year: year) else {
      return nil
    }
    return Day(number: Int32(newYear(year) + daysBefore(month) + day - 1))
  }

  /// The year, month (1...12) and day (1...31) of `day`.
  public static func fields(of day: Day) -> (year: Int, month: Int, day: Int) {
    let days = Int(day.number) - epoch
    let year = 1 + floorDivide(33 * days + 3, 12_053)
    let dayOfYear = Int(day.number) - newYear(year)
    let month = dayOfYear < 216 ? dayOfYear / 31 : (dayOfYear - 6) / 30
    return (year, month + 1, dayOfYear - daysBefore(month + 1) + 1)
  }

  public static func isLeap(_ year: Int) -> Bool { newYear(year + 1) - newYear(year) == 366 }

  public static func length(ofMonth month: Int, year: Int) -> Int {
    month <= 6 ? 31 : month <= 11 || isLeap(year) ? 30 : 29
  }

  private static func newYear(_ year: Int) -> Int { epoch + 365 * (year - 1) + floorDivide(8 * year + 21, 33) }

  private static func daysBefore(_ month: Int) -> Int { month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6 }
}

func floorDivide(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((-a + b - 1) / b) }

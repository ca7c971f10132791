public import NewsEvents

/// The Islamic lunar calendar: Umm al-Qura where its table reaches (AH 1343 … 1500), tabular (the civil 30-year
/// cycle) elsewhere.
///
/// Iran, Pakistan and Afghanistan sight the moon on their own, so that a date may differ by a day from any table:
/// see `uncertainty`. Conversion from fields is O(1), to fields O(log n) in the table.
public enum IslamicCalendar {
  /// The years that can be converted.
  public static let years = 1...3000

  /// How many days the local calendar may differ from the computed one.
  public static let uncertainty = 1

  /// Whether `year` is in the published table.
  public static func isTabulated(_ year: Int) -> Bool {
    year >= UmmAlQuraTable.firstYear && year < UmmAlQuraTable.firstYear + UmmAlQuraTable.monthLengths.count
  }

  /// The day with these fields, or nil when there is no such day. Day 30 is always accepted (in a shorter month
  /// it is the next month's first) because a sighting elsewhere may have made it so.
  public static func day(year: Int, month: Int, day: Int) -> Day? {
    guard years.contains(year), (1...12).contains(month), day >= 1,
      day <= max(30, length(ofMonth: month, year: year))
    else { return nil }
    return Day(number: Int32(start(year: year, month: month) + day - 1))
  }

  /// The number of days of a month by the table, or by the tabular rule.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    let next = month == 12 ? start(year: year + 1, month: 1) : start(year: year, month: month + 1)
    return next - start(year: year, month: month)
  }

  /// The year, month (1...12) and day (1...30) of `day`.
  public static func fields(of day: Day) -> (year: Int, month: Int, day: Int) {
    let n = Int(day.number)
    let starts = tableStarts
    if n >= starts[0], n < starts[starts.count - 1] {
      var low = 0
      var high = starts.count - 1
      while high - low > 1 {
        let middle = (low + high) / 2
        if starts[middle] <= n { low = middle } else { high = middle }
      }
      return (UmmAlQuraTable.firstYear + low / 12, low % 12 + 1, n - starts[low] + 1)
    }
    return tabularFields(n)
  }

  /// Month starts of the table in days since 1970-01-01, and the day after its last month.
  private static let tableStarts: [Int] = {
    var starts = [UmmAlQuraTable.firstDay]
    for lengths in UmmAlQuraTable.monthLengths {
      for month in 0..<12 { starts.append(starts[starts.count - 1] + 28 + Int(lengths >> UInt32(2 * month) & 3)) }
    }
    return starts
  }()

  private static func start(year: Int, month: Int) -> Int {
    if isTabulated(year) { return tableStarts[(year - UmmAlQuraTable.firstYear) * 12 + month - 1] }
    return tabularStart(year: year, month: month)
  }

  /// 1 Muharram 1 (Friday 16 July 622 Julian), in days since 1970-01-01.
  private static let epoch = 1_948_440 - 2_440_588

  private static func tabularStart(year: Int, month: Int) -> Int {
    epoch + (year - 1) * 354 + floorDivide(3 + 11 * year, 30) + (59 * (month - 1) + 1) / 2
  }

  private static func tabularFields(_ n: Int) -> (year: Int, month: Int, day: Int) {
    var year = floorDivide(30 * (n - epoch) + 10_646, 10_631)
    // The two calendars meet with a step of a day or two at the ends of the table.
    while tabularStart(year: year, month: 1) > n { year -= 1 }
    while tabularStart(year: year + 1, month: 1) <= n { year += 1 }
    var month = 12
    while month > 1, tabularStart(year: year, month: month) > n { month -= 1 }
    return (year, month, n - tabularStart(year: year, month: month) + 1)
  }
}

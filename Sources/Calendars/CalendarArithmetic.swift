public import NewsEvents

extension CalendarSystem {
  /// The day with these fields in this calendar, or nil when there is none.
  public func day(year: Int, month: Int, day: Int) -> Day? {
    switch self {
    case .gregorian: Day(year: year, month: month, day: day)
    case .solarHijri: SolarHijri.day(year: year, month: month, day: day)
    case .islamic: IslamicCalendar.day(year: year, month: month, day: day)
    }
  }

  /// The fields of `day` in this calendar.
  public func fields(of day: Day) -> (year: Int, month: Int, day: Int) {
    switch self {
    case .gregorian: day.gregorian
    case .solarHijri: SolarHijri.fields(of: day)
    case .islamic: IslamicCalendar.fields(of: day)
    }
  }

  /// The number of days of a month.
  public func length(ofMonth month: Int, year: Int) -> Int {
    switch self {
    case .gregorian: Day.length(ofMonth: month, year: year)
    case .solarHijri: SolarHijri.length(ofMonth: month, year: year)
    case .islamic: IslamicCalendar.length(ofMonth: month, year: year)
    }
  }

  /// First and last day of a month; nil outside the calendar's years.
  public func month(_ month: Int, of year: Int) -> ClosedRange<Day>? {
    guard let first = day(year: year, month: month, day: 1),
      let last = day(year: year, month: month, day: length(ofMonth: month, year: year))
    else { return nil }
    return first...last
  }

  /// First and last day of the years `first ... last`; nil outside the calendar's years.
  public func years(_ first: Int, through last: Int) -> ClosedRange<Day>? {
    guard first <= last, let start = day(year: first, month: 1, day: 1), let end = month(12, of: last)?.upperBound
    else { return nil }
    return start...end
  }

  /// The longest that month can be in any year: what a day number without a year is checked against.
  public func maximumLength(ofMonth month: Int) -> Int {
    switch self {
    case .gregorian: month == 2 ? 29 : Day.length(ofMonth: month, year: 2001)
    case .solarHijri: month <= 6 ? 31 : 30
    case .islamic: 30
    }
  }
}

/// Weeks: they begin on Saturday in Iran and Afghanistan, on Monday in the Arab press's international usage, on
/// Sunday in Pakistan (CLDR, week data).
public enum Weeks {
  /// The first weekday, 0 = Monday.
  public static func firstWeekday(_ language: Language) -> Int {
    switch language {
    case .persian: 5
    case .arabic: 0
    case .urdu: 6
    }
  }

  /// The first day of the week in which `day` lies.
  public static func start(of day: Day, firstWeekday: Int) -> Day { day - (day.weekday - firstWeekday + 7) % 7 }
}

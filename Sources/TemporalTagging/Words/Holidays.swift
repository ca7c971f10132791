import NewsEvents

/// Feasts with a fixed day in their calendar.
enum Holidays {
  static let days: [(calendar: CalendarSystem, month: Int, day: Int)] = [
    (.gregorian, 0, 0),  // 0 is no holiday
    (.solarHijri, 1, 1),  // 1 Nowruz
    (.islamic, 10, 1),  // 2 Eid al-Fitr
    (.islamic, 12, 10),  // 3 Eid al-Adha
    (.islamic, 1, 10),  // 4 Ashura
    (.islamic, 2, 20),  // 5 Arbaeen
    (.islamic, 1, 1),  // 6 Islamic New Year
    (.islamic, 3, 12),  // 7 Mawlid (Sunni)
    (.gregorian, 12, 25),  // 8 Christmas
    (.gregorian, 1, 1),  // 9 New Year
    (.solarHijri, 9, 30),  // 10 Yalda
    (.gregorian, 0, 0),  // 11 Easter, computed
    (.gregorian, 3, 23),  // 12 Pakistan Day
    (.gregorian, 8, 14),  // 13 Independence Day of Pakistan
    (.gregorian, 2, 5),  // 14 Kashmir Solidarity Day
    (.gregorian, 5, 1),  // 15 Labour Day
    (.islamic, 3, 17),  // 16 Mawlid (Shia)
    (.islamic, 12, 18),  // 17 Ghadir
    (.solarHijri, 1, 13),  // 18 Sizdah Bedar
    (.islamic, 12, 9),  // 19 Arafah
    (.gregorian, 11, 9),  // 20 Iqbal Day
    (.gregorian, 3, 8),  // 21 Women's Day
    (.islamic, 7, 27),  // 22 Isra and Miraj
    (.gregorian, 9, 6),  // 23 Defence Day of Pakistan
    (.islamic, 8, 15),  // 24 Mid-Shaban
  ]
  static let easter = 11

  /// Western Easter Sunday (Meeus, Jones, Butcher).
  static func easter(of year: Int) -> Day? {
    let a = year % 19, b = year / 100, c = year % 100
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - b / 4 - g + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 19 * l) / 433
    let month = (h + l - 7 * m + 90) / 25
    return Day(year: year, month: month, day: (h + l - 7 * m + 33 * month + 19) % 32)
  }
}

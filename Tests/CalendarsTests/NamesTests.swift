import Calendars
import NewsEvents
import Testing

@Suite struct `Names and formats of days` {
  private let day = Day(uncheckedIso: "2024-01-16")

  @Test(arguments: [
    (CalendarSystem.gregorian, DisplayLanguage.english, "Tuesday, 16 January 2024"),
    (.solarHijri, .persian, "سه‌شنبه ۲۶ دی ۱۴۰۲"), (.islamic, .arabic, "الثلاثاء، ٤ رجب ١٤٤٥ هـ"),
    (.gregorian, .urdu, "منگل، ۱۶ جنوری ۲۰۲۴ء"), (.solarHijri, .english, "Tuesday, 26 Dey 1402 SH"),
    (.islamic, .urdu, "منگل، ۴ رجب ۱۴۴۵ھ"),
  ])
  func `a day is written in each calendar and language`(
    calendar: CalendarSystem, language: DisplayLanguage, expected: String
  ) {
    #expect(day.formatted(calendar, in: language, weekday: true) == expected)
  }

  @Test(arguments: Language.allCases, CalendarSystem.allCases)
  func `every language can read twelve months of each calendar`(language: Language, calendar: CalendarSystem) {
    let months = Set(MonthNames.all(language).filter { $0.calendar == calendar }.map(\.month))
    #expect(months == Set(1...12))
  }

  @Test(arguments: Language.allCases)
  func `every language names seven weekdays`(language: Language) {
    #expect(Set(WeekdayNames.all(language).map(\.weekday)) == Set(0...6))
  }
}

extension Day {
  fileprivate init(uncheckedIso text: String) {
    guard let day = Day(iso: text) else { preconditionFailure("not a day: \(text)") }
    self = day
  }
}

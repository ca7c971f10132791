import ArabicScript
import Calendars
import NewsEvents

extension DateGrammar {
  /// «منذ السابع من أكتوبر»: whether a word before the date says that it has been.
  func isSince(_ i: Int) -> Bool {
    language == .arabic && token(i - 1).map { DateGrammar.since.contains($0.hash) } == true
  }

  private static let since = WordSet("منذ ومنذ مذ", .arabic)

  /// Finds the year of a day and month, or of a month alone, from the article's day.
  ///
  /// - Parameter hasBegun: not after the article's day.
  func resolveYear(_ reading: inout Reading, modifier: Roles = [], hasBegun: Bool = false) {
    guard let reference, let month = reading.month, let calendar = reading.calendar else { return }
    let now = calendar.fields(of: reference)
    reading.basis = .resolved
    reading.anchor = reference
    let isMonth = reading.day == nil
    var candidates: [(year: Int, days: ClosedRange<Day>)] = []
    for year in (now.year - 2)...(now.year + 2) {
      if let day = reading.day {
        if let d = calendar.day(year: year, month: month, day: day) { candidates.append((year, d...d)) }
      } else if let days = calendar.month(month, of: year) {
        candidates.append((year, days))
      }
    }
    if let weekday = reading.weekday {
      let fitting = candidates.filter { $0.days.lowerBound.weekday == weekday }
      if !fitting.isEmpty { candidates = fitting }
    }
    if modifier.isEmpty, reading.weekday == nil, let year = contextYear(calendar, month) {
      let days =
        reading.day.map { day in calendar.day(year: year, month: month, day: day).map { $0...$0 } }
        ?? calendar.month(month, of: year)
      if let days {
        reading.year = year
        reading.set(days, isMonth ? .month : .day)
        return
      }
    }
    func distance(_ days: ClosedRange<Day>) -> Int {
      days.contains(reference) ? 0 : min(abs(days.lowerBound - reference), abs(days.upperBound - reference))
    }
    if modifier.contains(.this) {
      candidates = candidates.filter { $0.year == now.year }
    } else if modifier.contains(.last) {
      candidates = candidates.filter { $0.days.upperBound < reference }
    } else if modifier.contains(.next) {
      candidates = candidates.filter { $0.days.lowerBound > reference }
    } else if hasBegun {
      candidates = candidates.filter { $0.days.lowerBound <= reference }
    } else if setting.isFuture {
      let coming = candidates.filter { $0.days.upperBound >= reference }
      if let first = coming.first, distance(first.days) < 300 { candidates = [first] }
    } else if setting.isFragment {
      // A label names a day of the year it is read in, unless that is far off.
      let same = candidates.filter { $0.year == now.year && distance($0.days) <= 280 }
      if !same.isEmpty { candidates = same }
    }
    guard let best = candidates.min(by: { distance($0.days) < distance($1.days) }) else { return }
    reading.year = best.year
    reading.set(best.days, isMonth ? .month : .day)
  }

  /// In a passage about a year long past, a day without its year belongs to that year.
  private func contextYear(_ calendar: CalendarSystem, _ month: Int) -> Int? {
    guard let past, let reference, reference - past > 550 else { return nil }
    return calendar.fields(of: past).year
  }
}

/// Solar months written with a Gregorian year.
enum SolarHijriYear {
  static func days(_ month: Int, gregorian year: Int) -> ClosedRange<Day>? {
    CalendarSystem.solarHijri.month(month, of: year - (month <= 9 ? 621 : 622))
  }
}

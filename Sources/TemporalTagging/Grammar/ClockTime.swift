import NewsEvents

/// A time of day as written.
struct ClockTime {
  var hour: Int
  var minute = 0
  /// The token after it.
  var end: Int
  /// The part of the day written with it: morning, evening, night, noon.
  var part: Roles = []
  var zone: TimeZoneRule?
  /// Minutes east of Greenwich, worked out from the same moment told in another zone.
  var offset: Int?

  /// `HH:MM` with the zone when it is known; nil when there is no such time.
  func text(on day: Day? = nil, outer: Roles = []) -> String? {
    guard let hour = hour24(part.isEmpty ? outer : part) else { return nil }
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return two(hour) + ":" + two(minute) + (offset.map { TimeZoneRule.fixed($0) } ?? zone ?? .local).suffix(on: day)
  }

  /// The hour of the day. Twelve at night is midnight, one to four at night are after it; noon reaches from ten to four.
  func hour24(_ part: Roles) -> Int? {
    var hour = hour
    if part.contains(.night) {
      if hour == 12 { hour = 0 } else if (5...11).contains(hour) { hour += 12 }
    } else if part.contains(.noon) {
      if hour < 10 { hour += 12 }
    } else if part.contains(.evening) {
      if hour < 12 { hour += 12 }
    } else if part.contains(.dayPart), hour == 12 {
      // Twelve in the morning is midnight, as «۱۲ بامداد».
      hour = 0
    }
    guard hour < 24 || hour == 24 && minute == 0 else { return nil }
    return hour
  }
}

import NewsEvents

/// Reads what sources write in a publication date: the day as written, whatever the zone.
///
/// ISO 8601 (`2024-01-16`, with or without a time; `20240116`; `2024/01/16`), RFC 5322 as feeds have it
/// (`Tue, 16 Jan 2024 10:00:00 +0330`), and Unix seconds or milliseconds (days of UTC).
enum PublicationDate {
  static func day(_ text: String) -> Day? {
    let text = trimmed(text)
    if let day = Day(iso: text) { return day }
    let bytes = Array(text.utf8)
    if bytes.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int64(text) {
      return bytes.count == 8 ? compact(number) : unix(number)
    }
    if bytes.count >= 10, bytes[4] == UInt8(ascii: "/"), bytes[7] == UInt8(ascii: "/") {
      return Day(iso: String(decoding: bytes.map { $0 == UInt8(ascii: "/") ? UInt8(ascii: "-") : $0 }, as: UTF8.self))
    }
    return feed(text)
  }

  /// Unix seconds from 1973 on (9 to 10 digits) or milliseconds (12 to 13 digits).
  static func unix(_ number: Int64) -> Day? {
    switch number {
    case 100_000_000..<10_000_000_000: Day(number: Int32(number / 86_400))
    case 100_000_000_000..<10_000_000_000_000: Day(number: Int32(number / 86_400_000))
    default: nil
    }
  }

  private static func compact(_ number: Int64) -> Day? {
    Day(year: Int(number / 10_000), month: Int(number / 100 % 100), day: Int(number % 100))
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func feed(_ text: String) -> Day? {
    var words = text.split(separator: " ")
    if words.first?.hasSuffix(",") == true { words.removeFirst() }
    guard words.count >= 3, let day = Int(words[0]), let year = Int(words[2]), words[2].utf8.count == 4,
      let month = months.firstIndex(of: words[1].prefix(3).lowercased())
    else { return nil }
    return Day(year: year, month: month + 1, day: day)
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(scalars)
  }
}

import ArabicScript
import NewsEvents

/// Persian number words typed without spaces (هزارونهصدونود).
enum GluedNumber {
  private static let parts: [(codes: [UInt8], value: Int, scale: Int)] = {
    func part(_ text: String, _ value: Int, _ scale: Int = 0) -> (codes: [UInt8], value: Int, scale: Int) {
      (FoldedText.key(text, language: .persian), value, scale)
    }
    var all = [
      part("هزار", 1000, 1000), part("یکهزار", 1000, 1000), part("دوهزار", 2000, 1000), part("صد", 100, 100),
      part("یکصد", 100, 100),
    ]
    let hundreds = ["دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"]
    for (i, text) in hundreds.enumerated() { all.append(part(text, (i + 2) * 100, 100)) }
    let tens = ["بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"]
    for (i, text) in tens.enumerated() { all.append(part(text, (i + 2) * 10, 10)) }
    let small = [
      "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده", "یازده", "دوازده", "سیزده", "چهارده", "پانزده",
      "شانزده", "هفده", "هجده", "نوزده",
    ]
    for (i, text) in small.enumerated() { all.append(part(text, i + 1, i < 9 ? 1 : 2)) }
    return all.sorted { $0.codes.count > $1.codes.count }
  }()

  /// The value when the whole word is number words joined by و in falling order. O(word length).
  static func read(_ codes: [UInt8]) -> Int? {
    guard codes.count <= 40 else { return nil }
    var at = 0
    var total = 0
    var scale = Int.max
    while at < codes.count {
      if at > 0 {
        guard codes[at] == LetterCode.waw else { return nil }
        at += 1
      }
      guard let part = parts.first(where: { $0.scale < scale && codes[at...].starts(with: $0.codes) }) else {
        return nil
      }
      total += part.value
      scale = part.scale
      at += part.codes.count
    }
    return total >= 1000 ? total : nil
  }
}

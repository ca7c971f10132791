import NewsEvents

/// Whether a sentence tells an event as what came before another: "after the call", "following the attack".
enum Precedence {
  /// True when the trigger is the object of a word for "after": it precedes the noun in Persian and Arabic and follows
  /// it in Urdu. O(sentence).
  static func isBackground(_ mention: EventMention) -> Bool {
    let scalars = Array(mention.sentence.text.unicodeScalars)
    let from = Int(mention.trigger.range.start - mention.sentence.range.start)
    let to = Int(mention.trigger.range.end - mention.sentence.range.start)
    guard from >= 0, from <= to, to <= scalars.count else { return false }
    if mention.language == .urdu {
      let rest = words(scalars[to...])
      return urdu.contains { rest.starts(with: $0) }
    }
    let before = words(scalars[..<from])
    return (mention.language == .persian ? persian : arabic).contains { before.suffix($0.count).elementsEqual($0) }
  }

  private static let persian = phrases("پس از|بعد از|در پی|به دنبال|متعاقب")
  private static let arabic = phrases("بعد|عقب|إثر|على إثر|في أعقاب")
  private static let urdu = phrases("کے بعد|کے نتیجے میں")

  private static func phrases(_ list: String) -> [[String]] {
    list.split(separator: "|").map { $0.split(separator: " ").map(String.init) }
  }

  private static func words(_ scalars: ArraySlice<Unicode.Scalar>) -> [String] {
    String(String.UnicodeScalarView(scalars)).split(whereSeparator: \.isWhitespace).map(String.init)
  }
}

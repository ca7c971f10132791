/// Persian digits and the marks within numbers. Only glyphs change: order, slashes, hyphens, colons and the dots of
/// dates (16.1.2024) stay, as do numbers that are part of a Latin name (ATM74, IBM-96). O(n).
enum PersianDigits {
  private typealias S = ScriptScalar

  static func apply(_ text: [UInt32]) -> [UInt32] {
    var out = text
    var i = 0
    while i < text.count {
      guard S.isDigit(text[i]) else {
        i += 1
        continue
      }
      var end = i + 1
      while end < text.count,
        S.isDigit(text[end]) || isInner(text[end]) && end + 1 < text.count && S.isDigit(text[end + 1])
      {
        end += 1
      }
      if !isLatinName(text, i, end) { rewrite(&out, i..<end) }
      i = end
    }
    return out
  }

  private static func isInner(_ s: UInt32) -> Bool {
    s == 0x2E || s == 0x2C || s == 0x2F || s == 0x3A || s == 0x2D || s == 0x66B || s == 0x66C
  }

  private static func isLatinName(_ text: [UInt32], _ start: Int, _ end: Int) -> Bool {
    var before = start - 1
    if before >= 0, [0x2D, 0x5F, 0x2E, 0x2F, 0x40, 0x23].contains(text[before]) { before -= 1 }
    var after = end
    if after < text.count, [0x2D, 0x5F, 0x40].contains(text[after]) { after += 1 }
    return before >= 0 && S.isLatin(text[before]) || after < text.count && S.isLatin(text[after])
  }

  private static func rewrite(_ text: inout [UInt32], _ range: Range<Int>) {
    let marks = range.filter { !S.isDigit(text[$0]) }
    if let only = marks.first, marks.count == 1, text[only] == 0x2E, !isClock(text, range.lowerBound) {
      text[only] = 0x66B
    } else if isGrouped(text, range, marks) {
      for mark in marks { text[mark] = 0x66C }
    }
    for i in range where S.isDigit(text[i]) { text[i] = 0x6F0 + (text[i] & 0xF) % 10 }
  }

  /// 12,543,000: groups of three.
  private static func isGrouped(_ text: [UInt32], _ range: Range<Int>, _ marks: [Int]) -> Bool {
    guard let first = marks.first, first - range.lowerBound <= 3, marks.allSatisfy({ text[$0] == 0x2C }) else {
      return false
    }
    let ends = marks.dropFirst() + [range.upperBound]
    return zip(marks, ends).allSatisfy { $1 - $0 == 4 }
  }

  /// ساعت 18.30 is a time of day.
  private static func isClock(_ text: [UInt32], _ start: Int) -> Bool {
    let word = "ساعت ".unicodeScalars.map(\.value)
    return start >= word.count && text[start - word.count..<start].elementsEqual(word)
  }
}

/// Quotation marks of other styles as «». Marks are paired within a line; a mark without a partner stays. O(n).
enum PersianQuotes {
  private enum Style { case double, single, backtick }

  static func apply(_ text: [UInt32]) -> [UInt32] {
    var out = text
    var hasGap = false
    var start = 0
    while start <= text.count {
      let end = text[start...].firstIndex(of: ScriptScalar.lineFeed) ?? text.count
      hasGap = line(&out, start..<end) || hasGap
      start = end + 1
    }
    // A mark of two scalars leaves a hole.
    return hasGap ? out.filter { $0 != hole } : out
  }

  private static let hole = UInt32.max

  /// Rewrites one line in place; true when holes were left.
  private static func line(_ text: inout [UInt32], _ range: Range<Int>) -> Bool {
    guard text[range].contains(where: ScriptScalar.isLetter) || text[range].contains(where: isStraight) else {
      return false
    }
    var hasGap = false
    var depth = 0
    var open: [(style: Style, at: Int, length: Int)] = []
    var i = range.lowerBound
    while i < range.upperBound {
      let s = text[i]
      let next = i + 1 < range.upperBound ? text[i + 1] : ScriptScalar.space
      let before = i > range.lowerBound ? text[i - 1] : ScriptScalar.space
      var mark: (style: Style, length: Int)?
      switch s {
      case ScriptScalar.openQuote: depth += 1
      case ScriptScalar.closeQuote: depth = max(0, depth - 1)
      case 0x22, 0x201C, 0x201D, 0x201E, 0x201F:
        // 5" is a measure, not a quotation.
        let isMeasure = s == 0x22 && ScriptScalar.isDigit(before) && open.isEmpty
        if !isMeasure { mark = (.double, 1) }
      case 0x27, 0x2018, 0x2019:
        if next == s, s == 0x27 { mark = (.double, 2) } else { mark = (.single, 1) }
      case 0x60: mark = next == s ? (.double, 2) : (.backtick, 1)
      default: break
      }
      guard let mark, depth == 0 else {
        i += mark?.length ?? 1
        continue
      }
      let after = i + mark.length < range.upperBound ? text[i + mark.length] : ScriptScalar.space
      if let last = open.last, last.style == mark.style,
        mark.style == .double || !ScriptScalar.isWordPart(after) && !ScriptScalar.isLatin(after)
      {
        open.removeLast()
        hasGap = set(&text, last.at, last.length, ScriptScalar.openQuote) || hasGap
        hasGap = set(&text, i, mark.length, ScriptScalar.closeQuote) || hasGap
      } else if open.isEmpty {
        // An apostrophe within a word or after one opens nothing.
        let canOpen =
          mark.style == .double
          || !ScriptScalar.isWordPart(before) && !ScriptScalar.isLatin(before)
            && !ScriptScalar.isDigit(before) && ScriptScalar.isLetter(after)
        if canOpen { open.append((mark.style, i, mark.length)) }
      }
      i += mark.length
    }
    return hasGap
  }

  private static func set(_ text: inout [UInt32], _ at: Int, _ length: Int, _ s: UInt32) -> Bool {
    text[at] = s
    if length == 2 { text[at + 1] = hole }
    return length == 2
  }

  private static func isStraight(_ s: UInt32) -> Bool { s == 0x22 }
}

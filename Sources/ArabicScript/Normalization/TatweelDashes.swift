internal import NewsEvents

/// Tatweels that are dashes: alone between spaces, between digits, or one before and one after a parenthesis of
/// words (ـ که … ـ). Persian typists use the key for that. O(n).
struct TatweelDashes {
  private var starts: Set<Int> = []

  init(_ text: [UInt32], _ language: Language) {
    guard text.contains(ScriptScalar.tatweel) else { return }
    var open: Int?
    var i = 0
    while i < text.count {
      if text[i] == ScriptScalar.lineFeed { open = nil }
      guard text[i] == ScriptScalar.tatweel else {
        i += 1
        continue
      }
      var end = i
      while end < text.count, text[end] == ScriptScalar.tatweel { end += 1 }
      let before = i > 0 ? text[i - 1] : ScriptScalar.space
      let after = end < text.count ? text[end] : ScriptScalar.space
      let isBlankBefore = ScriptScalar.isBlank(before)
      let isBlankAfter = ScriptScalar.isBlank(after)
      if ScriptScalar.isDigit(before), ScriptScalar.isDigit(after) {
        starts.insert(i)
      } else if isBlankBefore, isBlankAfter {
        starts.insert(i)
        open = nil
      } else if language == .persian, isBlankBefore, ScriptScalar.isLetter(after) {
        open = i
      } else if language == .persian, ScriptScalar.isLetter(before), isBlankAfter || TatweelDashes.isStop(after),
        let begin = open
      {
        starts.insert(begin)
        starts.insert(i)
        open = nil
      }
      i = end
    }
  }

  /// Whether the run that begins here is a dash.
  func contains(_ start: Int) -> Bool { starts.contains(start) }

  private static func isStop(_ s: UInt32) -> Bool {
    s == 0x2E || s == 0x60C || s == 0x61B || s == 0x3A || s == 0x21 || s == 0x61F
  }
}

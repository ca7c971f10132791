/// A sentence: a range of tokens without its line breaks, and the line it stands on.
public struct Sentence: Sendable, Hashable {
  /// Token indices; the closing stop and quotation mark are inside.
  public let tokens: Range<Int>
  /// The number of the line (paragraph), counting lines that hold at least one token, from 0.
  public let line: Int
}

/// Splits tokens into sentences at full stops, question and exclamation marks and line breaks.
///
/// A stop does not end a sentence between digits (3.5), after a single Latin letter (U.S.), before a closing
/// quotation mark, or when doubled (`..`, a dash of Arabic headlines). O(n).
public enum SentenceSplitter {
  public static func sentences(of tokens: [Token]) -> [Sentence] {
    var out: [Sentence] = []
    var start = 0
    var line = 0
    var i = 0
    func close(_ end: Int) {
      if end > start { out.append(Sentence(tokens: start..<end, line: line)) }
    }
    let all = tokens.span
    while i < all.count {
      let kind = all[i].kind
      if kind == .word {
        i += 1
        continue
      }
      if kind == .lineBreak {
        close(i)
        if out.last?.line == line { line += 1 }
        start = i + 1
      } else if kind == .mark, endsSentence(tokens, i) {
        var end = i + 1
        // Closing marks that touch the stop stay with it.
        while end < tokens.count, tokens[end].kind == .mark, !tokens[end].spaceBefore, isClosing(tokens[end]) {
          end += 1
        }
        close(end)
        start = end
        i = end
        continue
      }
      i += 1
    }
    close(tokens.count)
    return out
  }

  private static func isStop(_ t: Token) -> Bool {
    t.isMark(UInt8(ascii: ".")) || t.isMark(UInt8(ascii: "!")) || t.isMark(UInt8(ascii: "?"))
      || t.isMark(LetterCode.urduStop)
  }

  private static func isClosing(_ t: Token) -> Bool {
    isStop(t) || t.isMark(UInt8(ascii: "\"")) || t.isMark(UInt8(ascii: "'")) || t.isMark(UInt8(ascii: ")"))
      || t.isMark(UInt8(ascii: "]"))
  }

  private static func endsSentence(_ tokens: [Token], _ i: Int) -> Bool {
    let t = tokens[i]
    guard isStop(t) else { return false }
    let next = i + 1 < tokens.count ? tokens[i + 1] : nil
    let previous = i > 0 ? tokens[i - 1] : nil
    if t.isMark(UInt8(ascii: ".")) {
      if let next, let previous, !next.spaceBefore, !t.spaceBefore {
        if previous.kind == .number, next.kind == .number { return false }
        if previous.kind == .latin || next.kind == .latin { return false }
      }
      if let previous, previous.kind == .latin, previous.count == 1, !t.spaceBefore { return false }
      // `..` joins the halves of a headline; `...` at a line's end still closes the line.
      if let next, next.isMark(UInt8(ascii: ".")), !next.spaceBefore { return false }
      if let previous, previous.isMark(UInt8(ascii: ".")), !t.spaceBefore {
        return next == nil || next?.kind == .lineBreak
      }
    }
    return true
  }
}

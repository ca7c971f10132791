/// Splits folded codes into tokens: runs of one kind of letter, runs of digits, single marks, line breaks.
///
/// A change of script ends a token (`2012ء` is a number and a word). O(n).
public enum Tokenizer {
  public static func tokens(of text: FoldedText) -> [Token] {
    let codes = text.codes.span
    let count = codes.count
    var out: [Token] = []
    out.reserveCapacity(count / 5 + 8)
    var i = 0
    var space = true
    while i < count {
      let c = codes[i]
      if c == LetterCode.space {
        space = true
        i += 1
        continue
      }
      let start = i
      if c >= 0x80 {
        var h = WordHash.seed
        repeat {
          h = WordHash.add(codes[i], to: h)
          i += 1
        } while i < count && codes[i] >= 0x80
        out.append(Token(start: start, end: i, kind: .word, spaceBefore: space, value: 0, hash: h))
      } else if LetterCode.isDigit(c) {
        var h = WordHash.seed
        var value: Int64 = 0
        repeat {
          h = WordHash.add(codes[i], to: h)
          value = value < 0 || i - start >= 18 ? -1 : value * 10 + Int64(codes[i] - 48)
          i += 1
        } while i < count && LetterCode.isDigit(codes[i])
        out.append(Token(start: start, end: i, kind: .number, spaceBefore: space, value: value, hash: h))
      } else if LetterCode.isLatinLetter(c) {
        var h = WordHash.seed
        repeat {
          h = WordHash.add(codes[i], to: h)
          i += 1
        } while i < count && LetterCode.isLatinLetter(codes[i])
        out.append(Token(start: start, end: i, kind: .latin, spaceBefore: space, value: 0, hash: h))
      } else if c == LetterCode.lineFeed {
        repeat { i += 1 } while i < count && (codes[i] == LetterCode.lineFeed || codes[i] == LetterCode.space)
        out.append(Token(start: start, end: i, kind: .lineBreak, spaceBefore: space, value: 0, hash: 0))
        space = true
        continue
      } else {
        i += 1
        out.append(
          Token(
            start: start, end: i, kind: .mark, spaceBefore: space, value: Int64(c),
            hash: WordHash.add(c, to: WordHash.seed)))
      }
      space = false
    }
    return out
  }
}

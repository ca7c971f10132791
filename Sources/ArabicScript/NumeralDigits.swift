/// A run of digits with its thousands marks and its decimal part.
struct NumeralDigits {
  /// nil when there is a decimal part or too many digits.
  var integer: Int64?
  private var whole: Int64
  private var fraction: Int64
  private var fractionDigits: Int
  /// The token after it.
  var next: Int

  /// The value times `scale`, when that is whole (3.5 million is, 3.5 is not) and below 10^18.
  func scaled(by scale: Int64) -> Int64? {
    var power: Int64 = 1
    for _ in 0..<fractionDigits { power *= 10 }
    let (product, overflow) = (whole * power + fraction).multipliedReportingOverflow(by: scale)
    return overflow || product % power != 0 ? nil : product / power
  }

  static func read(_ text: AnalyzedText, _ i: Int, _ end: Int) -> NumeralDigits? {
    let tokens = text.tokens
    var value = tokens[i].value
    guard value >= 0, value < 1_000_000_000_000 else { return nil }
    var next = i + 1
    // Thousands: groups of three digits that touch their mark; the first group has up to three.
    if tokens[i].count <= 3 {
      while next + 1 < end, isThousandsMark(tokens[next]), !tokens[next].spaceBefore,
        tokens[next + 1].kind == .number, !tokens[next + 1].spaceBefore, tokens[next + 1].count == 3,
        value < 1_000_000_000
      {
        value = value * 1000 + tokens[next + 1].value
        next += 2
      }
    }
    if next + 1 < end, tokens[next].isMark(UInt8(ascii: ".")), !tokens[next].spaceBefore,
      tokens[next + 1].kind == .number, !tokens[next + 1].spaceBefore, tokens[next + 1].count <= 3,
      value < 1_000_000_000
    {
      let digits = tokens[next + 1].count
      return NumeralDigits(
        integer: nil, whole: value, fraction: tokens[next + 1].value, fractionDigits: digits, next: next + 2)
    }
    return NumeralDigits(integer: value, whole: value, fraction: 0, fractionDigits: 0, next: next)
  }

  private static func isThousandsMark(_ token: Token) -> Bool {
    token.isMark(UInt8(ascii: ",")) || token.isMark(LetterCode.thousands)
  }
}

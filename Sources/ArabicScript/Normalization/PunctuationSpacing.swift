internal import NewsEvents

/// Spaces: one between words, none before a mark or within brackets, one after a mark, and words set apart from
/// digits, brackets and Latin words. Lines are trimmed, line breaks stay. O(n).
struct PunctuationSpacing {
  private typealias S = ScriptScalar

  private let text: [UInt32]
  private let language: Language
  private var out: [UInt32] = []
  private var lineStart = 0

  static func apply(_ text: [UInt32], _ language: Language) -> [UInt32] {
    var pass = PunctuationSpacing(text: text, language: language)
    pass.run()
    return pass.out
  }

  private init(text: [UInt32], language: Language) {
    self.text = text
    self.language = language
  }

  private mutating func run() {
    out.reserveCapacity(text.count + text.count / 16)
    var isSpaced = false
    for i in text.indices {
      let c = text[i]
      if c == S.lineFeed {
        out.append(c)
        lineStart = out.count
        isSpaced = false
      } else if c == S.space {
        isSpaced = true
      } else {
        if out.count > lineStart, needsSpace(i, c, isSpaced) { out.append(S.space) }
        out.append(c)
        isSpaced = false
      }
    }
  }

  private func needsSpace(_ i: Int, _ c: UInt32, _ isSpaced: Bool) -> Bool {
    let p = out[out.count - 1]
    if c == S.ellipsis, language == .persian { return beforeEllipsis(i, p, isSpaced) }
    return isSpaced ? !dropsSpace(i, c, p) : insertsSpace(i, c, p)
  }

  /// An ellipsis hangs on its word; after و and یا, and before a closing quote, it stands for omitted words.
  private func beforeEllipsis(_ i: Int, _ p: UInt32, _ isSpaced: Bool) -> Bool {
    if S.isOpener(p) { return false }
    let word = lastWord()
    if word.elementsEqual([0x648]) || word.elementsEqual([0x6CC, 0x627]) { return true }
    return isSpaced && i + 1 < text.count && S.isCloser(text[i + 1])
  }

  // MARK: Spaces to drop

  private func dropsSpace(_ i: Int, _ c: UInt32, _ p: UInt32) -> Bool {
    if S.isOpener(p) || S.isCloser(c) && p != 0x3A { return true }
    switch c {
    case 0x60C, 0x61B, 0x61F, 0x6D4: return true
    case 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F:
      let next = afterMarks(i)
      if c == 0x3A || c == 0x3B, i + 1 < text.count, text[i + 1] == 0x29 { return false }
      if S.isLatin(p) { return next == S.space || next == S.lineFeed || S.isLetter(next) }
      if S.isDigit(p), c == 0x3A { return !S.isDigit(nextVisible(i + 1)) }
      return next == S.space || next == S.lineFeed || S.isLetter(next) || S.isCloser(next) || S.isOpener(next)
        || next == 0x22
    default: return false
    }
  }

  /// The scalar after the run of marks that begins at `i`. A run is short in any real text.
  private func afterMarks(_ i: Int) -> UInt32 {
    var j = i
    while j < text.count, j < i + 8, isMark(text[j]) { j += 1 }
    return j < text.count ? text[j] : S.lineFeed
  }

  private func nextVisible(_ i: Int) -> UInt32 {
    var j = i
    while j < text.count, j < i + 4, text[j] == S.space { j += 1 }
    return j < text.count ? text[j] : S.lineFeed
  }

  private func isMark(_ s: UInt32) -> Bool {
    switch s {
    case 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x60C, 0x61B, 0x61F, 0x6D4, S.ellipsis: true
    default: false
    }
  }

  // MARK: Spaces to insert

  private func insertsSpace(_ i: Int, _ c: UInt32, _ p: UInt32) -> Bool {
    let separates = language != .arabic
    if S.isLetter(c) {
      switch p {
      case 0x60C, 0x61B, 0x61F, 0x21: return true
      case S.ellipsis:
        return out.count - 1 > lineStart && out[out.count - 2] != S.space && !S.isOpener(out[out.count - 2])
      case 0x6D4, 0x2E, 0x3A: return startsSentence(i, p)
      case S.closeQuote, 0x29, 0x5D, 0x7D: return separates && (c == 0x648 || wordLength(i) > 1) && !isPlural(i)
      default: break
      }
      if separates, S.isDigit(p) { return !isNumberSuffix(i) }
      if separates, p < 0x80, S.isLatin(p) { return latinBefore() >= 2 }
      return false
    }
    if S.isDigit(c) { return separates && (S.isLetter(p) || S.isKeptMark(p)) }
    if c < 0x80, S.isLatin(c) {
      if p == 0x60C || p == 0x61B || p == 0x61F || p == 0x6D4 { return true }
      let isWord = i + 1 < text.count && S.isLatin(text[i + 1])
      return separates && isWord && S.isLetter(p)
    }
    if S.isOpener(c) {
      if p == 0x60C || p == 0x61B || p == 0x6D4 || p == 0x3A { return true }
      return separates && (S.isLetter(p) || S.isKeptMark(p) || p == S.closeQuote && c == S.openQuote)
    }
    return false
  }

  /// Whether a dot, ۔ or colon with no space after it ends something, and is not part of an abbreviation.
  private func startsSentence(_ i: Int, _ mark: UInt32) -> Bool {
    let before = lastWord(skipping: 1)
    let after = wordLength(i)
    if before.isEmpty {
      guard out.count - 2 >= lineStart else { return false }
      let q = out[out.count - 2]
      return S.isCloser(q) || q == mark && mark == 0x6D4
    }
    if mark == 0x3A { return before.count >= 2 }
    // بی۔بی۔سی, آی.بی.ام: short words chained by the mark.
    let isChainedBefore = before.startIndex > lineStart && out[before.startIndex - 1] == mark
    let end = i + after
    let isChainedAfter = end + 1 < text.count && text[end] == mark && S.isLetter(text[end + 1])
    if isChainedBefore && before.count <= 4 || isChainedAfter && after <= 4 { return false }
    return mark == 0x6D4 ? before.count >= 2 : before.count >= 3 && after >= 2
  }

  /// The word of Arabic script at the end of the output, at most 40 scalars of it.
  private func lastWord(skipping: Int = 0) -> ArraySlice<UInt32> {
    let end = out.count - skipping
    var start = end
    while start > lineStart, end - start < 40, S.isWordPart(out[start - 1]) { start -= 1 }
    return out[start..<max(start, end)]
  }

  private func wordLength(_ i: Int) -> Int {
    var j = i
    while j < text.count, j < i + 40, S.isWordPart(text[j]) { j += 1 }
    return j - i
  }

  private func latinBefore() -> Int {
    var n = 0
    while n < 3, out.count - n > lineStart, out[out.count - n - 1] < 0x80, S.isLatin(out[out.count - n - 1]) { n += 1 }
    return n
  }

  /// «طالبان»ها, خبرگزاری(ها): the plural of what is in brackets.
  private func isPlural(_ i: Int) -> Bool {
    let length = wordLength(i)
    return length >= 2 && length <= 4 && text[i] == S.heh && text[i + 1] == 0x627
  }

  /// 1990ء, 19ویں, ۵ام, ۱۴۰۲ش: endings that belong to the number.
  private func isNumberSuffix(_ i: Int) -> Bool {
    var length = 0
    while i + length < text.count, length < 6, S.isLetter(text[i + length]) { length += 1 }
    if length == 1 { return text[i] != 0x648 || language == .urdu }
    return PunctuationSpacing.numberSuffixes.contains(text[i..<i + length])
  }

  private static let numberSuffixes = ScalarWords("ویں واں وں ویہ ام امین مین ین ها های هایی")
}

import ArabicScript
import NewsEvents

extension DateGrammar {
  /// What the sentence says about time besides its dates. O(tokens of the sentence).
  func setting(ofSentence index: Int) -> Setting {
    guard index < text.sentences.count else { return Setting() }
    let tokens = text.sentences[index].tokens
    var setting = Setting()
    // The first of the sorted tokens of the future that is not before the sentence.
    var low = 0
    var high = futures.count
    while low < high {
      let middle = (low + high) / 2
      if futures[middle] < tokens.lowerBound { low = middle + 1 } else { high = middle }
    }
    setting.isFuture = low < futures.count && futures[low] < tokens.upperBound
    setting.isFragment = tokens.count <= 24 && isFragment(tokens)
    return setting
  }

  private func isFragment(_ tokens: Range<Int>) -> Bool {
    var i = tokens.lowerBound
    while i < min(tokens.upperBound, limit) {
      if lexeme(i) != nil {
        i = after(i)
      } else if text.tokens[i].kind == .word {
        guard let numeral = number(i) else { return false }
        i += numeral.tokens
      } else {
        i += 1
      }
    }
    return true
  }

  /// A verb with the prefix of the future: سيزور, ستبدأ, سأعود, سنواصل. Nouns that begin so are told by their stems.
  func isArabicFuture(_ i: Int) -> Bool {
    let token = text.tokens[i]
    guard token.count >= 5, text.folded.codes[Int(token.start)] == LetterCode.seen, !isNumeralWord(i) else {
      return false
    }
    let codes = text.codes(token)
    switch codes[codes.startIndex + 1] {
    case LetterCode.yeh, LetterCode.teh, LetterCode.noon: break
    case LetterCode.alef: return DateGrammar.iStems.contains { codes.starts(with: $0) }
    default: return false
    }
    return !DateGrammar.nounStems.contains { codes.starts(with: $0) }
  }

  /// First person: «سأعود», «سأخرج», «سأعيش»: the second letter is a hamza, which folds into alef.
  private static let iStems: [[UInt8]] = ["ساع", "ساخ", "سازو", "ساقو", "ساذه", "سابق", "ساسا", "ساكو"].map {
    FoldedText.key($0, language: .arabic)
  }.filter { $0 != FoldedText.key("سابق", language: .arabic) }

  private static let nounStems: [[UInt8]] = [
    "سيار", "سياس", "سياد", "سياق", "سيطر", "سيد", "سينا", "سينم", "سيول", "سيرة", "سيرت", "سيرا", "سيف", "سيلا",
    "سيما",
    "سيئ", "سيبير", "ستار", "ستوك", "ستال", "ستاند", "ستراتيج", "سنوي", "سنوا", "سندا", "سنغاف", "سنية", "سنتيم",
    "سنجا",
  ].map { FoldedText.key($0, language: .arabic) }
}

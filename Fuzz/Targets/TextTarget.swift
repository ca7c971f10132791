import ArabicScript
import NewsEvents

extension FuzzTarget {
  /// Folding, tokens, sentences and identification: every code, token and sentence maps back to the original.
  package static let text = FuzzTarget("text", seeds: LanguageInput.seeds, words: LanguageInput.words) { bytes in
    let input = LanguageInput(bytes)
    _ = LanguageIdentifier.identify(input.text)
    return broken(AnalyzedText(input.text, language: input.language), input)
  }

  private static func broken(_ text: AnalyzedText, _ input: LanguageInput) -> String? {
    let folded = text.folded
    let scalars = Array(input.text.unicodeScalars)
    guard folded.byteOffsets.count == folded.codes.count + 1,
      folded.scalarOffset(folded.codes.count) == scalars.count,
      Int(folded.byteOffsets[folded.codes.count]) == folded.original.utf8.count
    else { return "the maps do not cover the text" }
    for i in folded.codes.indices
    where folded.scalarOffset(i) > folded.scalarOffset(i + 1) || folded.byteOffsets[i] > folded.byteOffsets[i + 1] {
      return "the maps run backwards at code \(i)"
    }
    var end = 0
    for token in text.tokens {
      guard token.codes.lowerBound >= end, !token.codes.isEmpty, token.codes.upperBound <= folded.codes.count else {
        return "tokens overlap at code \(token.codes.lowerBound)"
      }
      end = token.codes.upperBound
      let range = folded.range(token.codes)
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[Int(range.start)..<Int(range.end)])
      // Scalar by scalar: `==` of strings compares canonical equivalents.
      guard folded.text(token.codes).unicodeScalars.elementsEqual(view) else {
        return "a token's text is not that of its range \(range)"
      }
    }
    end = 0
    for sentence in text.sentences {
      guard sentence.tokens.lowerBound >= end, !sentence.tokens.isEmpty, sentence.tokens.upperBound <= text.tokens.count
      else { return "sentences overlap at token \(sentence.tokens.lowerBound)" }
      end = sentence.tokens.upperBound
    }
    return nil
  }
}

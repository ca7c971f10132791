import ArabicScript
import NewsEvents

extension FuzzTarget {
  /// Normal text: an answer for any input, and none that grows without measure.
  package static let normalize = FuzzTarget("normalize", seeds: LanguageInput.seeds, words: LanguageInput.words) {
    bytes in
    let input = LanguageInput(bytes)
    let once = TextNormalizer.normalize(input.text, language: input.language)
    // ﷺ and the like become words of up to 18 letters.
    guard once.unicodeScalars.count <= 20 * input.text.unicodeScalars.count + 16 else { return "the text grew" }
    return nil
  }
}

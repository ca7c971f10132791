public import NewsEvents

/// Display-quality text: the letters, joiners, quotes and spacing that a careful newsroom of the language would set.
///
/// The pipeline of events never uses it (it matches on folded text and quotes the original); it is for people who
/// want clean text. What is verbatim by nature stays: code blocks, HTML tags, addresses, format directives, and the
/// order and separators of dates. Any input gives an answer. The cost is linear in the text.
///
/// - Persian: Persian letters and digits, «», ZWNJ restored and superfluous ones dropped, `هٔ`, vowel marks removed.
/// - Arabic: Arabic letters, vowel marks and tatweel removed; digits and quotes as written.
/// - Urdu: Urdu letters, short vowels removed (tanwin, shadda and dagger alef are spelling), digits as written and set
///   apart from words.
public enum TextNormalizer {
  /// The normal form of a text in a language.
  public static func normalize(_ text: String, language: Language) -> String {
    let verbatim = VerbatimSpans(visible(text))
    var scalars = HTMLEntities.decode(verbatim.text)
    scalars = CharacterNormalization.apply(scalars, language)
    if language == .persian { scalars = PersianQuotes.apply(scalars) }
    scalars = PunctuationMarks.apply(scalars, language)
    scalars = PunctuationSpacing.apply(scalars, language)
    if language == .persian {
      scalars = PersianDigits.apply(scalars)
      scalars = PersianJoiner.apply(scalars)
    }
    return verbatim.restore(scalars)
  }

  /// The text without controls, marks of width zero, and vowel marks that have no letter.
  private static func visible(_ text: String) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(text.utf8.count)
    var hasLetter = false
    for scalar in text.unicodeScalars {
      let s = scalar.value
      if ScriptScalar.isInvisible(s) { continue }
      if ScriptScalar.isArabicMark(s) {
        if hasLetter { result.append(s) }
        continue
      }
      let isTransparent = s == ScriptScalar.zwnj || s == 0x200D || s == 0xAD || s == ScriptScalar.tatweel
      if !isTransparent { hasLetter = ScriptScalar.isLetter(s) || s >= 0xFB50 && s < 0xFEFF }
      result.append(s)
    }
    return result
  }
}

public import NewsEvents

/// Tells Persian, Arabic and Urdu apart, and all three from everything else.
///
/// The evidence is letters that only one of them writes and, where letters do not decide (a short headline), the
/// commonest function words. Both are read before folding, which would erase them.
public enum LanguageIdentifier {
  public struct Answer: Sendable, Hashable {
    /// nil when too little of the text is in Arabic script, or it is in another language of that script.
    public var language: Language?
    /// Thousandths, 0...1000: the share of the evidence that speaks for the answer.
    public var confidence: Int
  }

  /// Identifies the language of `text`. O(n).
  public static func identify(_ text: String) -> Answer { identify(UniversalFolding(Array(text.utf8)).codes) }

  static func identify(_ codes: [UInt8]) -> Answer {
    var histogram = [Int](repeating: 0, count: 256)
    for c in codes { histogram[Int(c)] += 1 }
    let letters = (0x80...0xB3).reduce(0) { $0 + histogram[$1] }
    let latin = (97...122).reduce(0) { $0 + histogram[$1] }
    guard letters >= 3, letters * 2 > latin else { return Answer(language: nil, confidence: 0) }
    // Pashto, Sindhi, Kurdish and Uyghur write letters that none of the three has.
    if histogram[Int(LetterCode.otherArabic)] * 40 > letters { return Answer(language: nil, confidence: 0) }

    func n(_ codes: UInt8...) -> Int { codes.reduce(0) { $0 + histogram[Int($1)] } }
    typealias L = LetterCode
    var scores: [Language: Int] = [:]
    scores[.urdu] =
      3 * n(L.tteh, L.ddal, L.rreh, L.noonGhunna, L.yehBarree, L.hehDoachashmee) + 2 * n(L.hehGoal) + n(L.urduStop)
    scores[.arabic] = 2 * n(L.tehMarbuta, L.alefHamzaAbove, L.alefHamzaBelow, L.alefMaksura) + n(L.yeh, L.kaf)
    scores[.persian] = n(L.peh, L.tcheh, L.jeh, L.gaf) + n(L.farsiYeh, L.keheh) / 4
    for (language, count) in wordEvidence(codes) { scores[language, default: 0] += 4 * count }

    let total = scores.values.reduce(0, +)
    // Sorted by code so that a tie has one answer.
    let best = Language.allCases.sorted().max { scores[$0, default: 0] < scores[$1, default: 0] }
    guard let best, total > 0 else { return Answer(language: nil, confidence: 0) }
    return Answer(language: best, confidence: 1000 * scores[best, default: 0] / total)
  }

  private static func wordEvidence(_ codes: [UInt8]) -> [Language: Int] {
    var found: [Language: Int] = [:]
    let map = comparison
    var h = WordHash.seed
    var length = 0
    for c in codes {
      if c >= 0x80 {
        h = WordHash.add(map[Int(c)], to: h)
        length += 1
      } else if length > 0 {
        if let language = functionWords[h] { found[language, default: 0] += 1 }
        h = WordHash.seed
        length = 0
      }
    }
    if length > 0, let language = functionWords[h] { found[language, default: 0] += 1 }
    return found
  }

  /// Spelling variants that keyboards mix are one here; letters that tell the languages apart stay.
  private static let comparison: [UInt8] = {
    var map = (0...255).map { UInt8($0) }
    for (from, to) in [
      (LetterCode.farsiYeh, LetterCode.yeh), (LetterCode.keheh, LetterCode.kaf), (LetterCode.hehGoal, LetterCode.heh),
      (LetterCode.alefHamzaAbove, LetterCode.alef), (LetterCode.alefHamzaBelow, LetterCode.alef),
    ] { map[Int(from)] = to }
    return map
  }()

  private static let functionWords: [UInt64: Language] = {
    var table: [UInt64: Language] = [:]
    for (language, words) in [
      (
        Language.persian,
        "است که از به این را برای آن شد کرد شده خود های بود می هم یک باید کند دو پس گفت شود نیز خواهد ایران"
      ),
      (.arabic, "في من على إلى أن التي الذي عن هذا هذه مع كان قال بعد بين كما لم لا ما أو قبل إن وقد ذلك حيث خلال عند"),
      (.urdu, "کے میں کی ہے کا سے کو اور نے پر ہیں یہ بھی کہا گیا کر نہیں ہو تھا کہ ایک تک انہوں رہا کیا"),
    ] {
      for word in words.split(separator: " ") {
        let codes = UniversalFolding(Array(word.utf8)).codes.map { comparison[Int($0)] }
        table[WordHash.of(codes)] = language
      }
    }
    return table
  }()
}

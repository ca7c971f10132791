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
  public static func identify(_ text: String) -> Answer { identify(UniversalFolding(text.utf8Span.span).codes) }

  static func identify(_ codes: [UInt8]) -> Answer {
    let histogram = Histogram(codes)
    let letters = histogram.count(0x80...0xB3)
    let latin = histogram.count(97...122)
    guard letters >= 3, letters * 2 > latin else { return Answer(language: nil, confidence: 0) }
    // Pashto, Sindhi, Kurdish and Uyghur write letters that none of the three has.
    if histogram.count(LetterCode.otherArabic...LetterCode.otherArabic) * 40 > letters {
      return Answer(language: nil, confidence: 0)
    }

    func n(_ codes: UInt8...) -> Int { codes.reduce(0) { $0 + histogram.count($1...$1) } }
    typealias L = LetterCode
    let words = wordEvidence(codes)
    func score(_ language: Language) -> Int {
      let letters =
        switch language {
        case .urdu:
          3 * n(L.tteh, L.ddal, L.rreh, L.noonGhunna, L.yehBarree, L.hehDoachashmee) + 2 * n(L.hehGoal)
            + n(L.urduStop)
        case .arabic: 2 * n(L.tehMarbuta, L.alefHamzaAbove, L.alefHamzaBelow, L.alefMaksura) + n(L.yeh, L.kaf)
        case .persian: n(L.peh, L.tcheh, L.jeh, L.gaf) + n(L.farsiYeh, L.keheh) / 4
        }
      return letters + 4 * words[place(language)]
    }
    // Sorted by code so that a tie has one answer.
    let scores = Language.allCases.sorted().map { (language: $0, score: score($0)) }
    let total = scores.reduce(0) { $0 + $1.score }
    guard let best = scores.max(by: { $0.score < $1.score }), total > 0 else {
      return Answer(language: nil, confidence: 0)
    }
    return Answer(language: best.language, confidence: 1000 * best.score / total)
  }

  /// How often each code stands in a text.
  private struct Histogram {
    private var counts = [Int](repeating: 0, count: 256)

    init(_ codes: [UInt8]) {
      let codes = codes.span
      // Two counters a code: equal neighbours would wait for each other.
      var counts = InlineArray<512, UInt32>(repeating: 0)
      for i in codes.indices { counts[(i & 1) << 8 + Int(codes[i])] &+= 1 }
      for code in 0..<256 { self.counts[code] = Int(counts[code]) + Int(counts[256 + code]) }
    }

    func count(_ codes: ClosedRange<UInt8>) -> Int { codes.reduce(0) { $0 + counts[Int($1)] } }
  }

  private static func place(_ language: Language) -> Int {
    switch language {
    case .persian: 0
    case .arabic: 1
    case .urdu: 2
    }
  }

  /// How many function words of each language there are.
  private static func wordEvidence(_ codes: [UInt8]) -> [Int] {
    var found = [0, 0, 0]
    let codes = codes.span
    let map = comparison.span
    let table = functionWords
    var h = WordHash.seed
    var length = 0
    for i in codes.indices {
      let c = codes[i]
      if c >= 0x80 {
        h = WordHash.add(map[Int(c)], to: h)
        length += 1
      } else if length > 0 {
        if let language = table[h] { found[place(language)] += 1 }
        h = WordHash.seed
        length = 0
      }
    }
    if length > 0, let language = table[h] { found[place(language)] += 1 }
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

  private static let functionWords: WordTable<Language> = {
    /// A word of two languages counts for the one named last.
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
        let codes = UniversalFolding(String(word).utf8Span.span).codes.map { comparison[Int($0)] }
        table[WordHash.of(codes)] = language
      }
    }
    return WordTable(table.map { (hash: $0.key, value: $0.value) })
  }()
}

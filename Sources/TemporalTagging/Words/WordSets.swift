import ArabicScript
import NewsEvents

/// Sets of words, one for each language.
struct WordSets: Sendable {
  private let persian: WordSet
  private let arabic: WordSet
  private let urdu: WordSet

  init(persian: String, arabic: String, urdu: String) {
    func hashes(_ words: String, _ language: Language) -> WordSet {
      WordSet(
        words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map {
          WordHash.of(FoldedText.key(String($0), language: language))
        })
    }
    self.persian = hashes(persian, .persian)
    self.arabic = hashes(arabic, .arabic)
    self.urdu = hashes(urdu, .urdu)
  }

  func of(_ language: Language) -> WordSet {
    switch language {
    case .persian: persian
    case .arabic: arabic
    case .urdu: urdu
    }
  }
}

import ArabicScript
import NewsEvents

/// Sets of words, one for each language.
struct WordSets: Sendable {
  private let persian: WordSet
  private let arabic: WordSet
  private let urdu: WordSet

  init(persian: String, arabic: String, urdu: String) {
    self.persian = WordSet(persian, .persian)
    self.arabic = WordSet(arabic, .arabic)
    self.urdu = WordSet(urdu, .urdu)
  }

  func of(_ language: Language) -> WordSet {
    switch language {
    case .persian: persian
    case .arabic: arabic
    case .urdu: urdu
    }
  }
}

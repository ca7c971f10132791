import EventCoding
import NewsEvents

/// Whether coding costs four times as much for four times the text: articles that are longer and longer, of real
/// sentences and of one sentence that no full stop ends.
struct Growth {
  let coder: EventCoder
  let samples: [Sample]
  /// Bytes of the longest article; each is four times as long as the one before it.
  let longest: Int
  /// Processor seconds so far.
  let clock: () -> Double

  enum Kind: String, CaseIterable {
    case news, sentence

    /// A full stop, a line break or a comma parts the paragraphs.
    var separator: String { self == .news ? "\n" : "، " }
  }

  /// Codes articles of four lengths in every kind and language and names each on a line with its bytes and megabytes per
  /// second; `only` the case of that number, counted from 0, so that `Benchmarks/text/cost.sh` can count the instructions
  /// of each.
  func run(only: Int?) {
    let cases = Kind.allCases.flatMap { kind in
      Language.allCases.sorted().flatMap { language in [64, 16, 4, 1].map { (kind, language, longest / $0) } }
    }
    for (n, (kind, language, bytes)) in cases.enumerated() where only == nil || only == n {
      let texts = samples.filter { $0.language == language }.map { $0.article.text }
      guard !texts.isEmpty else { continue }
      // Tables are made at first use.
      _ = code(article(kind, texts, language, bytes: 4_000))
      let article = article(kind, texts, language, bytes: bytes)
      let size = article.text.utf8.count
      let begin = clock()
      churn(article)
      let speed = Double(size) / (clock() - begin) / 1e6
      print(kind.rawValue, language.rawValue, size, (speed * 100).rounded() / 100)
    }
  }

  private func article(_ kind: Kind, _ texts: [String], _ language: Language, bytes: Int) -> Article {
    var text = ""
    text.reserveCapacity(bytes + 10_000)
    var n = 0
    while text.utf8.count < bytes {
      let part = texts[n % texts.count]
      text += kind == .news ? part : String(part.unicodeScalars.map { Growth.stops.contains($0) ? " " : Character($0) })
      text += kind.separator
      n += 1
    }
    return Article(id: "growth", language: language, text: text)
  }

  private static let stops: Set<Unicode.Scalar> = [".", "\n", "\r", "!", "?", "؟", "۔", "؛", ":", "|", "…"]

  private func code(_ article: Article) -> Int {
    let result = coder.code(article)
    return result.mentions.count + result.rejects.count
  }

  @inline(never)
  private func churn(_ article: Article) {
    // Done after the call, so that it is no jump: callgrind would miss its end.
    precondition(code(article) >= 0)
  }
}

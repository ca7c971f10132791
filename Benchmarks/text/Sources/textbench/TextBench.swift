import ArabicScript
import Foundation
import NewsEvents
import TemporalTagging

/// `textbench speed PATH…`: MB/s of one thread. `textbench cost KIND LANGUAGE BYTES`: works through one bad input once,
/// to be counted by callgrind.
@main
struct TextBench {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "speed": try speed(Array(arguments.dropFirst()))
    case "cost": cost(Array(arguments.dropFirst()))
    default: fail("textbench speed PATH… | textbench cost KIND LANGUAGE BYTES")
    }
  }

  private static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(2)
  }

  private static func cost(_ arguments: [String]) {
    guard arguments.count == 3, let kind = BadInput(rawValue: arguments[0]),
      let language = Language(rawValue: arguments[1]), let bytes = Int(arguments[2])
    else {
      fail("KIND: \(BadInput.allCases.map(\.rawValue).joined(separator: " ")); LANGUAGE: fa ar ur; BYTES: a number")
    }
    let text = AnalyzedText(kind.text(bytes, language), language: language)
    let dates = TemporalTagger().tag(text, reference: Day(year: 2024, month: 1, day: 29))
    print("\(kind.rawValue) \(language.rawValue) \(bytes): \(text.tokens.count) tokens, \(dates.count) expressions")
  }

  private static func speed(_ paths: [String]) throws {
    let articles = try readArticles(paths)
    let bytes = articles.reduce(0) { $0 + $1.text.utf8.count }
    guard bytes > 0 else { fail("no articles in \(paths.joined(separator: " "))") }
    print("\(articles.count) articles, \(bytes) bytes")
    let tagger = TemporalTagger()
    let day = Day(year: 2024, month: 1, day: 29)
    var sink = 0
    measure("folding", articles, bytes) { sink &+= FoldedText($0.text, language: $0.language).codes.count }
    measure("sentences and tokens", articles, bytes) {
      sink &+= AnalyzedText($0.text, language: $0.language).sentences.count
    }
    measure("with dates", articles, bytes) {
      sink &+= tagger.tag(AnalyzedText($0.text, language: $0.language), reference: day).count
    }
    if sink == 42 { print() }
  }

  /// The best of five runs of at least half a second each, in processor time, so that a busy machine shows less.
  private static func measure(_ name: String, _ articles: [Article], _ bytes: Int, _ work: (Article) -> Void) {
    var best = Double.infinity
    for _ in 0..<5 {
      var rounds = 0
      let start = processorSeconds()
      repeat {
        for article in articles { work(article) }
        rounds += 1
      } while processorSeconds() - start < 0.5
      best = min(best, (processorSeconds() - start) / Double(rounds))
    }
    let padded = name.padding(toLength: 22, withPad: " ", startingAt: 0)
    print(
      padded + String(format: "%8.1f MB/s %10.0f articles/s", Double(bytes) / best / 1e6, Double(articles.count) / best)
    )
  }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

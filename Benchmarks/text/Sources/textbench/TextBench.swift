import ArabicScript
import Foundation
import NewsEvents
import TemporalTagging

/// `textbench KIND LANGUAGE BYTES`: works through one bad input once, to be counted by callgrind.
@main
struct TextBench {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count == 3, let kind = BadInput(rawValue: arguments[0]),
      let language = Language(rawValue: arguments[1]), let bytes = Int(arguments[2])
    else {
      let kinds = BadInput.allCases.map(\.rawValue).joined(separator: "|")
      FileHandle.standardError.write(Data("textbench \(kinds) fa|ar|ur BYTES\n".utf8))
      exit(2)
    }
    let text = AnalyzedText(kind.text(bytes, language), language: language)
    let dates = TemporalTagger().tag(text, reference: Day(year: 2024, month: 1, day: 29))
    print("\(kind.rawValue) \(language.rawValue) \(bytes): \(text.tokens.count) tokens, \(dates.count) expressions")
  }
}

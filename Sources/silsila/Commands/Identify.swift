import ArabicScript
import ArgumentParser
import Exporting
import NewsEvents

struct Identify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell Persian, Arabic and Urdu apart.",
    discussion: "JSON lines with `text`, or plain lines, in; {\"language\",\"confidence\"} out.")

  @Argument(help: "Files; standard input when none is given.") var paths: [String] = []

  func run() throws {
    try LineCommand.run(paths) { item in
      let answer = LanguageIdentifier.identify(item.text)
      return answerLine(
        item.id, ("language", answer.language.map { .string($0.rawValue) } ?? .null),
        ("confidence", thousandths(answer.confidence)))
    }
  }
}

import ArabicScript
import ArgumentParser
import NewsEvents

struct Identify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell Persian, Arabic and Urdu apart.",
    discussion: "JSON lines with `text`, or plain lines, in; {\"language\",\"confidence\"} out.")

  @Argument(help: "Files; standard input when none is given.") var paths: [String] = []

  func run() throws {
    try LineCommand.run(paths) { item in
      let answer = LanguageIdentifier.identify(item.text)
      var object = JSONObject()
      object.echo(item.id)
      object.add("language", answer.language?.rawValue)
      object.add(raw: "confidence", JSONObject.thousandths(answer.confidence))
      return object.text
    }
  }
}

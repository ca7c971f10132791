import ArabicScript
import ArgumentParser
import Exporting
import NewsEvents

struct Normalize: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Set text in the letters, joiners and spacing of its language.",
    discussion: """
      JSON lines with `text` (or `input`) and `language` (or `lang`), or plain lines, in; {"text"} out. \
      A text whose language is not given is identified; one of another language is answered as it came.
      """)

  @Option(help: "Language of texts that do not say theirs: fa, ar or ur.") var language: String?
  @Argument(help: "Files; standard input when none is given.") var paths: [String] = []

  func validate() throws {
    if let language, Language(rawValue: language) == nil {
      throw ValidationError("--language \(language): fa, ar or ur is needed")
    }
  }

  func run() throws {
    try LineCommand.run(paths) { item in
      let language =
        (item.language ?? language).flatMap { Language(rawValue: $0) }
        ?? LanguageIdentifier.identify(item.text).language
      let text = language.map { TextNormalizer.normalize(item.text, language: $0) } ?? item.text
      return answerLine(item.id, ("text", .string(text)))
    }
  }
}

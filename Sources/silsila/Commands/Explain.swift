import ArgumentParser
import EventCoding
import Exporting
import Foundation
import NewsEvents

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say why a sentence was, or was not, coded so.",
    discussion: """
      Every step in plain words: tokens, known words, clauses, parties, dates, and for each word that may report an \
      event its frame, what speaks for and against it, and the event or the reason of its rejection.

      silsila explain "ایران به پاکستان حمله کرد." --lang fa
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "The sentence, or several.") var sentence: String?
  @Option(help: ArgumentHelp("A text file instead; - is standard input.", valueName: "path")) var file: String?
  @Option(name: .customLong("lang"), help: "fa, ar or ur; identified when not given.") var language: Language?
  @Option(help: ArgumentHelp("The day of publication.", valueName: "day")) var published: Day?
  @Option(help: "text or json (one object).") var format: Format = .text
  @OptionGroup var lexicon: LexiconOptions

  func validate() throws {
    if (sentence == nil) == (file == nil) {
      throw ValidationError("Give either a sentence or --file PATH.")
    }
  }

  func run() throws {
    let article = Article(id: "explain", language: language, published: published, text: try read())
    let explanation = EventCoder(lexicon: try lexicon.load()).explain(article)
    switch format {
    case .text: Console.output(explanation.text)
    case .json: Console.output(ExplainJSON.object(explanation).line + "\n")
    }
    if !explanation.rejects.isEmpty { throw ExitCode(1) }
  }

  private func read() throws -> String {
    if let sentence { return sentence }
    let path = file ?? "-"
    let bytes: [UInt8]
    if path == "-" {
      bytes = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
    } else if let data = FileManager.default.contents(atPath: path) {
      bytes = [UInt8](data)
    } else {
      throw CommandFailure("\(path): cannot be read; check that the file exists and its permissions")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure("\(path): is not UTF-8; convert it first (iconv -t UTF-8)")
    }
    return text
  }
}

import ArgumentParser
import Exporting
import Foundation
import NewsEvents

/// Where a timeline goes and how, alike in `run` and `timeline`.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "text, json, jsonl, plover, polecat, csv, markdown, html, timelinejs, ics or geojson.", valueName: "format"))
  var format: ExportFormat?
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Also write this file; its extension gives the format unless --format does.", valueName: "file"))
  var output: String?
  @Option(
    name: .customLong("interface"), help: ArgumentHelp("en, fa, ar or ur: titles and labels.", valueName: "language"))
  var interfaceLanguage: String = "en"

  func validate() throws {
    guard ["en", "fa", "ar", "ur"].contains(interfaceLanguage) else {
      throw ValidationError("--interface is en, fa, ar or ur")
    }
  }

  /// Writes `timeline`: to the file when one is named, else to standard output.
  /// With `alsoToTerminal` a named file does not keep the text from the terminal.
  func write(_ timeline: Timeline, alsoToTerminal: Bool) throws {
    if let output {
      let chosen = format ?? OutputOptions.format(ofFile: output)
      var data = Data()
      TimelineExporter(chosen, options: ExportOptions(language: interfaceLanguage)).write(timeline.events) {
        data.append(contentsOf: $0.utf8)
      }
      do { try data.write(to: URL(fileURLWithPath: output), options: .atomic) } catch {
        throw CommandFailure("\(output): cannot be written; check the folder and its permissions")
      }
      guard alsoToTerminal else { return }
    }
    let terminal = Console.outputIsTerminal
    let options = ExportOptions(
      language: interfaceLanguage, colors: terminal && ProcessInfo.processInfo.environment["NO_COLOR"] == nil,
      width: terminal ? Console.size().columns : 100)
    TimelineExporter(output == nil ? format ?? .text : .text, options: options).write(timeline.events) {
      Console.output($0)
    }
  }

  private static func format(ofFile path: String) -> ExportFormat {
    switch URL(fileURLWithPath: path).pathExtension.lowercased() {
    case "html", "htm": .html
    case "md", "markdown": .markdown
    case "csv": .csv
    case "jsonl", "ndjson": .jsonl
    case "ics": .ics
    case "geojson": .geojson
    case "tsv": .polecat
    case "txt": .text
    default: .json
    }
  }
}

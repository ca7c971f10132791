import ArgumentParser
import Exporting
import Foundation
import NewsEvents

/// Where a timeline goes and how, alike in `run` and `timeline`.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "text, json, jsonl, mentions, plover, polecat, csv, markdown, html, timelinejs, ics or geojson.",
      valueName: "format"))
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
      let exporter = TimelineExporter(
        format ?? OutputOptions.format(ofFile: output), options: ExportOptions(language: interfaceLanguage))
      try OutputFile.write(to: output) { try exporter.write(timeline.events, to: $0) }
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

  /// Writes what changed: json and jsonl say how, other formats show the events that came or changed.
  func write(_ changes: TimelineChanges, since: UInt64, revision: UInt64) throws {
    let chosen = format ?? output.map(OutputOptions.format) ?? .text
    guard chosen == .json || chosen == .jsonl else {
      Console.note("revision \(revision); \(changes.withdrawn) events withdrawn since \(since)\n")
      return try write(Timeline(events: changes.events), alsoToTerminal: false)
    }
    func body(_ sink: (String) throws -> Void) rethrows {
      try changes.write(since: since, revision: revision, lines: chosen == .jsonl, to: sink)
    }
    if let output { try OutputFile.write(to: output, body) } else { body { Console.output($0) } }
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

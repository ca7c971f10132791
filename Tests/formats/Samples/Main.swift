import Exporting
import Foundation

/// Writes a timeline of awkward events in every format and language, for readers that are not of this project:
///
///     FormatSamples DIRECTORY
@main
enum Main {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      FileHandle.standardError.write(Data("usage: FormatSamples DIRECTORY\n".utf8))
      exit(2)
    }
    let folder = URL(fileURLWithPath: CommandLine.arguments[1], isDirectory: true)
    for language in ["en", "fa", "ar", "ur"] {
      for format in ExportFormat.allCases {
        let exporter = TimelineExporter(format, options: ExportOptions(language: language))
        let file = folder.appendingPathComponent("nasty-\(language).\(format.rawValue)")
        try Data(exporter.string(NastyTimeline.timeline).utf8).write(to: file)
      }
    }
  }
}

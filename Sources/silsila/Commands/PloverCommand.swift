import ArgumentParser
import Exporting
import Foundation

struct PloverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plover", abstract: "Check PLOVER files, of whatever coder.", subcommands: [Lint.self])

  struct Lint: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, jsonl }

    static let configuration = CommandConfiguration(
      abstract: "Check PLOVER 2.0 records: JSON Lines, one event a line.",
      discussion: """
        Each finding names file, line, member, reason and remedy. An error breaks the codebook; a warning is allowed, \
        but doubtful, or the codebook contradicts itself there. Errors exit with 1; --strict counts warnings too.
        """)

    @Argument(help: ArgumentHelp("PLOVER files; - for standard input.", valueName: "file")) var files: [String]
    @Flag(help: "Fail on warnings.") var strict = false
    @Flag(help: "Print errors only.") var quiet = false
    @Option(help: ArgumentHelp("How findings are printed: text or jsonl.", valueName: "format"))
    var format: Format = .text

    func run() throws {
      var lint = PloverLint()
      for file in files {
        lint.beginFile()
        for line in try LineReader(path: file) {
          for finding in lint.check(line: line) where !quiet || finding.severity == .error {
            Console.output((format == .text ? finding.text(file: file) : finding.json(file: file).line) + "\n")
          }
        }
      }
      if format == .text {
        Console.note("\(lint.records) records, \(lint.errors) errors, \(lint.warnings) warnings\n")
      }
      if lint.errors > 0 || strict && lint.warnings > 0 { throw ExitCode(1) }
    }
  }
}

import ArgumentParser
import ClusterRuntime
import Foundation
import Lexicons
import NewsEvents

struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon", abstract: "Check, count and compile the tables of names and words.",
    subcommands: [Check.self, Stats.self, Compile.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Validate tables.",
      discussion: """
        Without DIR the embedded tables are checked, and with --lexicon those of a directory over them. Names unknown \
        codes and references, duplicate, shadowed and unreachable entries, missing languages, and names that are found \
        in everyday words. Errors exit with 1; --strict counts warnings too.
        """)

    @Argument(help: "Directories of tables, each over the one before.") var directories: [String] = []
    @Option(help: ArgumentHelp("A directory of tables over the embedded ones.", valueName: "dir"))
    var lexicon: [String] = []
    @Flag(help: "Fail on warnings.") var strict = false

    func run() throws {
      var layers = try directories.map { try LexiconLoader.tables(in: $0) }
      if layers.isEmpty { layers = [LexiconLoader.embeddedTables] }
      for directory in self.lexicon { layers.append(try LexiconLoader.tables(in: directory)) }
      let (lexicon, warnings) = try LexiconCompiler.check(layers)
      for warning in warnings { Console.output("warning: \(warning)\n") }
      let files = layers.reduce(0) { $0 + $1.count }
      Console.output("\(files) tables, \(warnings.count) warnings, fingerprint \(lexicon.fingerprint)\n")
      if strict, !warnings.isEmpty { throw ExitCode(1) }
    }
  }

  struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Count entries by table and language.")

    @Option(help: ArgumentHelp("A directory of tables over the embedded ones.", valueName: "dir"))
    var lexicon: [String] = []

    func run() throws {
      let layers = [LexiconLoader.embeddedTables] + (try lexicon.map { try LexiconLoader.tables(in: $0) })
      // All is read before the first word is printed: half an answer is none.
      let statistics = LexiconStatistics(try LexiconLoader.load(directories: lexicon))
      let census = try LexiconCensus(layers)
      for table in census.tables {
        let spellings = Language.allCases.sorted().map { "\($0.rawValue) \(table.spellings[$0] ?? 0)" }
        Console.output(Stats.row(table.name, table.records) + "  " + spellings.joined(separator: "  ") + "\n")
      }
      Console.output(
        Stats.row("entities", census.entities) + "  in all languages \(census.completeEntities)\n"
          + Stats.row("places", census.places) + "  with a position \(census.locatedPlaces)\n")
      for row in census.lemmas {
        Console.output(
          Stats.row("\(row.language.rawValue) trigger lemmas", row.total) + "  verbs \(row.verbs)"
            + "  light-verb constructions \(row.lightVerbConstructions)  verbal nouns \(row.verbalNouns)\n")
      }
      for entry in statistics.entries { Console.output(Stats.row(entry.kind, entry.count) + "\n") }
      for row in statistics.phrases {
        Console.output(
          Stats.row("\(row.language.rawValue) phrases", row.phrases) + "  " + Stats.row("words", row.words) + "\n")
      }
    }

    private static func row(_ name: String, _ count: Int) -> String {
      let number = String(count)
      return name + String(repeating: " ", count: max(1, 24 - name.count - number.count)) + number
    }
  }

  struct Compile: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compile tables to the binary that is embedded in the executable.")

    @Argument(help: "The directory of tables.") var directory: String
    @Option(name: .shortAndLong, help: ArgumentHelp("Where lexicon.bin and tables.txt go.", valueName: "dir"))
    var output: String

    func run() throws {
      let files = try LexiconLoader.tables(in: directory)
      let (lexicon, warnings) = try LexiconCompiler.compile([files])
      for warning in warnings.prefix(50) { Console.note("warning: \(warning)\n") }
      let bytes = LexiconBinary.encode(lexicon)
      let target = URL(fileURLWithPath: output, isDirectory: true)
      try Data(bytes).write(to: target.appendingPathComponent("lexicon.bin"), options: .atomic)
      try Data(LexiconLoader.bundle(files).utf8).write(
        to: target.appendingPathComponent("tables.txt"), options: .atomic)
      Console.output("\(bytes.count) bytes, fingerprint \(lexicon.fingerprint)\n")
    }
  }
}

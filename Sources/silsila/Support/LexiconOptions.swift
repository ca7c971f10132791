import ArgumentParser
import ClusterRuntime
import Lexicons

/// `--lexicon DIR`, everywhere alike.
struct LexiconOptions: ParsableArguments {
  @Option(
    name: .customLong("lexicon"),
    help: ArgumentHelp("A directory of tables over the embedded ones; may be repeated.", valueName: "dir"))
  var directories: [String] = []

  func load() throws -> Lexicon { try LexiconLoader.load(directories: directories) }
}

import ArabicScript
import ArgumentParser
import Ingestion

/// How articles are read, alike in `run`, `submit` and `extract`.
struct InputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The largest text that is accepted, in bytes.", valueName: "bytes"))
  var maxArticleSize: Int = IngestOptions().maximumSize
  @Flag(help: "Exit with 3 when some articles were rejected.") var strict = false

  var options: IngestOptions {
    IngestOptions(maximumSize: maxArticleSize, identify: { LanguageIdentifier.identify($0).language })
  }
}

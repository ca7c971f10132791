import ArgumentParser
import ClusterRuntime
import Foundation

struct Submit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Hand articles to a running coordinator.",
    discussion: "It goes on through restarts of the coordinator; an article that is sent twice is taken once.")

  @Argument(help: ArgumentHelp("Files and folders; - for JSON lines on standard input.", valueName: "path"))
  var paths: [String]
  @Flag(help: "Other content under a known id becomes a new revision.") var replace = false
  @Flag(help: "Wait until all is committed, not only accepted.") var wait = false
  @Option(
    help: ArgumentHelp("From -8 to 8: each point doubles the share of these articles' sources.", valueName: "n"))
  var priority: Int32 = 0
  @OptionGroup var client: ClientArguments
  @OptionGroup var input: InputOptions

  func validate() throws {
    guard (-8...8).contains(priority) else { throw ValidationError("--priority is from -8 to 8") }
  }

  func run() async throws {
    let submitter = try SubmitterClient(
      try client.options("submit", key: "submitter"), replaces: replace, priority: priority, waitsForCompletion: wait)
    let feed = Feed(paths: paths, options: input.options)
    let signals = SignalWatch { count in
      if count > 1 { _exit(130) }
      submitter.stop()
    }
    defer { signals.cancel() }
    let outcome = try await Blocking.run {
      var line = ProgressLine()
      defer { line.clear() }
      return try feed.run(
        submitter,
        report: { problem in
          line.clear()
          Console.error(problem)
        }, progress: { line.show($0, of: $1) })
    }
    Console.note(
      "\(outcome.accepted) accepted, \(outcome.duplicates) known already, \(outcome.rejects.count) rejected\n")
    if outcome.accepted + outcome.duplicates == 0 {
      throw CommandFailure("\(paths.joined(separator: ", ")): no article was taken")
    }
    if input.strict, !outcome.rejects.isEmpty { throw ExitCode(3) }
  }
}

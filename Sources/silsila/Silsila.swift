import ArgumentParser
import ClusterRuntime
import Foundation
import Lexicons
import Storage

@main
enum Main {
  /// Whether `silsila run` started this process. Set once, before anything else runs.
  nonisolated(unsafe) private static var isSupervised = false

  /// Runs the command line. Exit codes: 0 done, 1 failed, 2 usage, 3 done but some articles were rejected (--strict).
  static func main() async {
    isSupervised = ParentWatch.isSupervised
    ParentWatch.begin()
    do {
      var command = try Silsila.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      Console.flush()
    } catch {
      leave(error)
    }
  }

  private static func leave(_ error: any Error) -> Never {
    Console.flush()
    if let requested = error as? ExitCode { exit(requested.rawValue) }
    let code = Silsila.exitCode(for: error)
    if code == .success || error is CleanExit {
      Console.output(Silsila.fullMessage(for: error) + "\n")
      exit(0)
    }
    if code == .validationFailure {
      Console.note(Silsila.fullMessage(for: error) + "\n")
      exit(2)
    }
    // A failure of the work itself: one line that says what, where and what to do.
    Console.error("\(error)")
    // Starting a part again would not help: its supervisor should say so instead.
    let isFinal = error is StorageError || error is LexiconError || error is ClusterError
    exit(isSupervised && isFinal ? ChildExit.cannotServe : 1)
  }
}

/// The one executable: every role and tool is a subcommand.
struct Silsila: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "silsila",
    abstract: "Persian, Arabic and Urdu news as one timeline of events.",
    discussion: """
      silsila run ARTICLES/       reads a folder of articles with a local cluster and prints the timeline
      silsila extract FILE…       prints the events of each article as JSON lines
      """,
    version: SoftwareVersion.current,
    groupedSubcommands: [
      CommandGroup(
        name: "Read and merge",
        subcommands: [Run.self, Extract.self, TimelineCommand.self, Show.self, PloverCommand.self]),
      CommandGroup(
        name: "Several machines",
        subcommands: [
          CoordinatorCommand.self, WorkerCommand.self, AggregatorCommand.self, Submit.self, Status.self, Top.self,
          Keys.self, DeadLetters.self, Rejects.self, Verify.self, Backup.self, Retract.self, Recode.self,
          SoloExtractionCommand.self, Throughput.self,
        ]),
      CommandGroup(
        name: "Language tools",
        subcommands: [Explain.self, Dates.self, Names.self, Identify.self, Normalize.self, LexiconCommand.self]),
    ])
}

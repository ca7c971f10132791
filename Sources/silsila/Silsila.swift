import ArgumentParser

/// The one executable: every role and tool is a subcommand.
@main
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
      CommandGroup(name: "Read and merge", subcommands: [Run.self, Extract.self, TimelineCommand.self, Show.self]),
      CommandGroup(
        name: "Several machines",
        subcommands: [
          CoordinatorCommand.self, WorkerCommand.self, AggregatorCommand.self, Submit.self, Status.self, Top.self,
          Keys.self, DeadLetters.self, Verify.self, Backup.self, Retract.self,
        ]),
      CommandGroup(
        name: "Language tools", subcommands: [Dates.self, Identify.self, Explain.self, LexiconCommand.self]),
    ])
}

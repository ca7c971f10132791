import ArgumentParser
import ClusterRuntime
import Foundation
import Logging
import NewsEvents
import Storage
import TimelineMerging

struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read articles with a local cluster and print the timeline.",
    discussion: """
      Starts a coordinator, workers and an aggregator as processes on this machine, hands them the articles, waits, \
      stops them and prints the timeline. With --data the store is kept and added to, and an interrupted run goes on \
      where it was; without it every run starts afresh, and `silsila timeline` shows the last one.
      """)

  @Argument(help: ArgumentHelp("Files and folders; - for JSON lines on standard input.", valueName: "path"))
  var paths: [String]
  @Option(help: ArgumentHelp("How many workers, or how many for each language: fa=2,ar=1,ur=1.", valueName: "n"))
  var workers: WorkerPlan?
  @Flag(help: "Other content under an id that the store knows becomes a new revision.") var replace = false
  @Option(
    help: ArgumentHelp("How often a part that crashed is started again within a minute.", valueName: "n"))
  var restarts = 5
  @OptionGroup var data: DataOptions
  @OptionGroup var lexicon: LexiconOptions
  @OptionGroup var budget: BudgetOptions
  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var filter: FilterOptions
  @Option(
    name: .customLong("log-level"), help: ArgumentHelp("How much the parts tell on standard error.", valueName: "level")
  )
  var logLevel: Logger.Level = .error

  func run() async throws {
    let state = try data.directory()
    let directory = data.isExplicit ? state : RunDirectory.fresh(in: state)
    let rejected: Int
    do {
      rejected = try await run(in: directory)
    } catch {
      guard !data.isExplicit else { throw error }
      try? FileManager.default.removeItem(atPath: directory.path)
      if case ClusterError.interrupted = error {
        throw CommandFailure("interrupted; name a directory with --data to go on from where a run was")
      }
      throw error
    }
    if !data.isExplicit { try RunDirectory.keep(directory, in: state) }
    if input.strict, rejected > 0 { throw ExitCode(3) }
  }

  /// Answers how many articles were rejected.
  private func run(in directory: DataDirectory) async throws -> Int {
    try directory.create()
    let cluster = try directory.lock(.cluster)
    defer { withExtendedLifetime(cluster) {} }
    // Said at once and in one line, rather than by a part that cannot start.
    _ = try directory.lock(.coordinator)
    _ = try directory.lock(.aggregator)
    let sockets = try SocketDirectory(environment: ProcessInfo.processInfo.environment)
    defer { sockets.remove() }
    let coordinator = try Endpoint.ipc(directory: sockets.path, name: "coordinator")
    let aggregator = try Endpoint.ipc(directory: sockets.path, name: "aggregator")
    let client = ClientOptions(
      name: "run", software: "silsila " + SoftwareVersion.current, coordinator: coordinator,
      logger: LogOptions.logger("run", logLevel))
    let submitter = try SubmitterClient(client, replaces: replace, waitsForCompletion: true)

    // Before any part starts: a Ctrl-C in this moment must not be lost. At the second one the parts end by themselves.
    let signals = SignalWatch { count in
      if count > 1 {
        sockets.remove()
        _exit(130)
      }
      submitter.stop()
    }
    defer { signals.cancel() }

    var options = Supervisor.Options(
      parts: parts(directory, coordinator, aggregator), logger: LogOptions.logger("run", max(logLevel, .warning)))
    options.restartsPerMinute = restarts
    options.sockets = sockets
    let failure = FailureBox()
    let supervisor = try Supervisor(options) { error in
      failure.set(error)
      submitter.stop()
    }
    let feed = Feed(paths: paths, options: input.options)
    let outcome: Feed.Outcome
    do {
      outcome = try await Blocking.run {
        var line = ProgressLine()
        defer { line.clear() }
        return try feed.run(
          submitter,
          report: { problem in
            line.clear()
            Console.error(problem)
          }, progress: { line.show($0, of: $1, note: supervisor.restarts > 0 ? "\(supervisor.restarts) restarts" : "") }
        )
      }
      supervisor.stop()
    } catch {
      supervisor.stop()
      throw failure.value ?? error
    }
    try keep(outcome.rejects, in: directory)
    guard outcome.accepted + outcome.duplicates > 0 else {
      throw CommandFailure("\(paths.joined(separator: ", ")): there is no article that can be read")
    }
    let store = try directory.readTimeline()
    let (timeline, _) = try TimelineReading.timeline(
      of: store, merger: TimelineMerger(names: NameTable(lexicon: try lexicon.load())))
    try output.write(filter.apply(to: timeline), alsoToTerminal: true)
    if let file = output.output { Console.note("\(timeline.events.count) events, written to \(file)\n") }
    return outcome.rejects.count
  }

  /// Rejects are kept beside the articles, where `silsila rejects` finds them.
  private func keep(_ rejects: [RejectedInput], in directory: DataDirectory) throws {
    guard !rejects.isEmpty else { return }
    let lock = try directory.lock(.coordinator)
    defer { withExtendedLifetime(lock) {} }
    let ledger = try directory.openLedger()
    try ledger.recordRejects(rejects)
    try ledger.close()
  }

  private func parts(
    _ directory: DataDirectory, _ coordinator: Endpoint, _ aggregator: Endpoint
  ) -> [Supervisor.Part] {
    let common = ["--log-level", logLevel.rawValue] + lexicon.directories.flatMap { ["--lexicon", $0] }
    let store = ["--data", directory.path]
    var parts = [
      Supervisor.Part(
        name: "aggregator",
        command: [Executable.path, "aggregator", "--listen", "\(aggregator)"] + store + common, stopRank: 2),
      Supervisor.Part(
        name: "coordinator",
        command: [
          Executable.path, "coordinator", "--listen", "\(coordinator)", "--aggregator", "\(aggregator)",
          "--max-article-size", "\(input.maxArticleSize)",
        ] + store + common, stopRank: 1),
    ]
    let plan = workers ?? .automatic
    for (number, languages) in plan.assignments.enumerated() {
      let name = "worker \(number + 1) (\(languages.map(\.rawValue).joined(separator: ",")))"
      parts.append(
        Supervisor.Part(
          name: name,
          command: [
            Executable.path, "worker", "--name", name, "--coordinator", "\(coordinator)", "--aggregator",
            "\(aggregator)", "--languages", languages.map(\.rawValue).joined(separator: ","),
          ] + budget.arguments + common, stopRank: 0))
    }
    return parts
  }
}

/// Which workers `run` starts: one list of languages for each.
struct WorkerPlan: ExpressibleByArgument, Sendable {
  var assignments: [[Language]]

  /// One for each language, and one or more that serve all, so that a corpus in one language uses every core.
  static var automatic: WorkerPlan {
    let languages = Language.allCases.sorted()
    let extra = max(1, ProcessInfo.processInfo.activeProcessorCount - 1)
    return WorkerPlan(
      assignments: languages.map { [$0] } + Array(repeating: languages, count: extra))
  }

  init(assignments: [[Language]]) { self.assignments = assignments }

  init?(argument: String) {
    let languages = Language.allCases.sorted()
    if let count = Int(argument) {
      guard (1...256).contains(count) else { return nil }
      // Few workers serve every language; with enough of them each language has its own first.
      assignments =
        count < languages.count
        ? Array(repeating: languages, count: count)
        : languages.map { [$0] } + Array(repeating: languages, count: count - languages.count)
      return
    }
    var found: [[Language]] = []
    for item in argument.split(separator: ",") {
      let parts = item.split(separator: "=")
      guard parts.count == 2, let language = Language(rawValue: String(parts[0])), let count = Int(parts[1]),
        (0...256).contains(count)
      else { return nil }
      found += Array(repeating: [language], count: count)
    }
    guard !found.isEmpty else { return nil }
    // A language without a worker would wait for ever: the first worker serves what nobody else does.
    let served = Set(found.flatMap { $0 })
    found[0] += languages.filter { !served.contains($0) }
    assignments = found
  }
}

/// Why the cluster failed, handed from the supervisor's thread.
private final class FailureBox: @unchecked Sendable {
  private let lock = NSLock()
  // Only under `lock`.
  private var error: (any Error)?

  var value: (any Error)? { lock.withLock { error } }
  func set(_ error: any Error) { lock.withLock { self.error = error } }
}

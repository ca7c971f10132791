import ArgumentParser
import ClusterRuntime
import EventCoding
import Foundation
import NewsEvents

struct WorkerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "Read articles that a coordinator hands out, in one or more languages.",
    discussion: "SIGTERM drains: articles not begun are handed back, results in hand are committed.")

  @OptionGroup var coordinator: CoordinatorAddress
  @OptionGroup var aggregator: AggregatorAddress
  @Option(help: ArgumentHelp("fa, ar, ur, separated by commas.", valueName: "list")) var languages: LanguageList = .all
  @Option(help: ArgumentHelp("Articles read at a time.", valueName: "n")) var threads = 1
  @Option(help: ArgumentHelp("What `top` shows; host name and process by default.", valueName: "name")) var name:
    String?
  @OptionGroup var lexicon: LexiconOptions
  @OptionGroup var budget: BudgetOptions
  @OptionGroup var security: SecurityOptions
  @OptionGroup var log: LogOptions

  func validate() throws {
    guard (1...256).contains(threads) else { throw ValidationError("--threads is from 1 to 256") }
  }

  func run() async throws {
    let coder = EventCoder(lexicon: try lexicon.load(), budget: budget.steps)
    var options = WorkerOptions(
      name: name ?? "\(ProcessInfo.processInfo.hostName)-\(getpid())", software: "silsila " + SoftwareVersion.current,
      coordinator: coordinator.coordinator,
      coordinatorSecurity: try security.peer(
        coordinator.coordinator, server: coordinator.coordinatorKey, role: "worker"),
      aggregator: aggregator.aggregator,
      aggregatorSecurity: try security.peer(aggregator.aggregator, server: aggregator.aggregatorKey, role: "worker"),
      languages: languages.languages, coder: Coder(fingerprint: coder.fingerprint, code: { coder.code($0) }),
      logger: log.logger("worker"))
    options.parallelism = threads
    options.capacity = (articles: UInt64(max(128, threads * 64)), bytes: UInt64(max(1, threads)) << 20)
    options.soloCommand =
      [Executable.path, "solo-extraction"] + lexicon.directories.flatMap { ["--lexicon", $0] } + budget.arguments
    let service = try WorkerService(options)
    try await RoleHost.run(console: nil, logger: options.logger, drain: { service.drain() }) { try service.run() }
  }
}

/// `fa,ar,ur`.
struct LanguageList: ExpressibleByArgument, Sendable {
  var languages: [Language]

  static let all = LanguageList(languages: Language.allCases.sorted())

  init(languages: [Language]) { self.languages = languages }

  init?(argument: String) {
    var found: [Language] = []
    for code in argument.split(separator: ",") {
      guard let language = Language(rawValue: String(code)) else { return nil }
      if !found.contains(language) { found.append(language) }
    }
    guard !found.isEmpty else { return nil }
    languages = found
  }

  var defaultValueDescription: String { languages.map(\.rawValue).joined(separator: ",") }
}

/// Reads one suspect article from standard input; started by workers.
struct SoloExtractionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "solo-extraction", shouldDisplay: false)

  @OptionGroup var lexicon: LexiconOptions
  @OptionGroup var budget: BudgetOptions

  func run() throws {
    let coder = EventCoder(lexicon: try lexicon.load(), budget: budget.steps)
    let code = SoloExtraction.serve(Coder(fingerprint: coder.fingerprint, code: { coder.code($0) }))
    // Standard output holds the result and nothing else: not even the line feed of an empty message.
    if code != 0 { throw ExitCode(code) }
  }
}

/// The path of this program.
enum Executable {
  static var path: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
  }
}

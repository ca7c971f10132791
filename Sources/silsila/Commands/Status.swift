import ArgumentParser
import ClusterRuntime
import Foundation
import Monitoring

struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Print the state of a cluster.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(help: ArgumentHelp("text or json.", valueName: "format")) var format: Format = .text
  @OptionGroup var client: ClientArguments

  func run() throws {
    let snapshot = ClusterSnapshot(
      try OperatorClient(try client.options("status", key: "observer")).status())
    Console.output(format == .json ? try ClusterReport.json(snapshot) : ClusterReport.text(snapshot))
  }
}

struct Top: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Watch queues, workers and throughput.", discussion: "Ends with Ctrl-C.")

  @Option(help: ArgumentHelp("Seconds between refreshes.", valueName: "seconds")) var interval: Double = 1
  @Flag(help: "Print one screen and end.") var once = false
  @OptionGroup var client: ClientArguments

  func validate() throws {
    guard interval >= 0.1 else { throw ValidationError("--interval is at least 0.1 seconds") }
  }

  func run() throws {
    let coordinator = try OperatorClient(try client.options("top", key: "observer"))
    if once || !Console.outputIsTerminal {
      let lines = ClusterReport.screen(ClusterSnapshot(try coordinator.status()), width: 100, height: 60)
      Console.output(lines.joined(separator: "\n") + "\n")
      return
    }
    // The alternate screen keeps the user's scroll-back; it is left whatever ends the command.
    Console.output("\u{1B}[?1049h\u{1B}[?25l")
    let restore = "\u{1B}[?25h\u{1B}[?1049l"
    let signals = SignalWatch { _ in
      Console.output(restore)
      _exit(0)
    }
    defer {
      signals.cancel()
      Console.output(restore)
    }
    while true {
      let size = Console.size()
      var lines: [String]
      do {
        lines = ClusterReport.screen(
          ClusterSnapshot(try coordinator.status()), width: size.columns, height: size.rows - 1)
      } catch let error as ClusterError {
        if case .refused = error { throw error }
        lines = ["no answer from \(client.address.coordinator); trying again"]
      }
      Console.output("\u{1B}[H" + lines.map { $0 + "\u{1B}[K" }.joined(separator: "\n") + "\u{1B}[J")
      Thread.sleep(forTimeInterval: interval)
    }
  }
}

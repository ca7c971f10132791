import ArgumentParser
import EventCoding

/// `--budget`: alike wherever articles are read.
struct BudgetOptions: ParsableArguments {
  @Option(
    name: .customLong("budget"),
    help: ArgumentHelp(
      "Steps that reading one article may cost, the same on every machine; what needs more is a dead letter.",
      valueName: "steps"))
  var steps = EventCoder.standardBudget

  func validate() throws {
    guard steps >= 1 else { throw ValidationError("--budget is at least 1") }
  }

  /// As arguments for a part of the cluster.
  var arguments: [String] { steps == EventCoder.standardBudget ? [] : ["--budget", "\(steps)"] }
}

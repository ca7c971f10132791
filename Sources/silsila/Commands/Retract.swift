import ArgumentParser
import ClusterRuntime
import WireProtocol

struct Retract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Withdraw articles from a running cluster: the timeline is as if they had never come.")

  @Argument(help: "Article ids.") var ids: [String]
  @OptionGroup var client: ClientArguments

  func run() throws {
    let known = try OperatorClient(try client.options("retract", key: "operator"), role: .operator).retract(ids)
    for revision in known { Console.output("\(revision.article)\n") }
    Console.note("\(known.count) of \(ids.count) withdrawn\n")
    if known.count < ids.count { throw ExitCode(1) }
  }
}

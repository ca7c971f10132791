import ArgumentParser
import ClusterRuntime
import Exporting
import Foundation
import WireProtocol

struct DeadLetters: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dead-letters", abstract: "Articles that were given up: list, show, retry, discard.",
    subcommands: [List.self, Show.self, Retry.self, Discard.self])

  /// Which dead letters are meant.
  struct Selection: ParsableArguments {
    @Argument(help: "Article ids.") var ids: [String] = []
    @Option(help: ArgumentHelp("All that failed for this reason: budget, trap, memory, decode.", valueName: "reason"))
    var reason: String?
    @Flag(help: "All of them.") var all = false

    func selector(defaultAll: Bool) throws -> Wire.DeadLetterRequest.Selector {
      if !ids.isEmpty { return .articles(ids) }
      if let reason {
        guard let code = Wire.Failure.Code(rawValue: reason) else {
          throw ValidationError("--reason \(reason): one of budget, trap, memory, decode")
        }
        return .code(code)
      }
      guard all || defaultAll else { throw ValidationError("name article ids, --reason or --all") }
      return .all
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "One JSON line for each.")
    @OptionGroup var selection: Selection
    @OptionGroup var client: ClientArguments

    func run() throws {
      try DeadLetters.perform(.list, try selection.selector(defaultAll: true), client, history: false)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "With every failed attempt.")
    @OptionGroup var selection: Selection
    @OptionGroup var client: ClientArguments

    func run() throws {
      try DeadLetters.perform(.show, try selection.selector(defaultAll: true), client, history: true)
    }
  }

  struct Retry: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Put them back into the queue.")
    @OptionGroup var selection: Selection
    @OptionGroup var client: ClientArguments

    func run() throws {
      try DeadLetters.perform(.retry, try selection.selector(defaultAll: false), client, history: false)
    }
  }

  struct Discard: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Withdraw these articles for good.")
    @OptionGroup var selection: Selection
    @OptionGroup var client: ClientArguments

    func run() throws {
      try DeadLetters.perform(.discard, try selection.selector(defaultAll: false), client, history: false)
    }
  }

  private static func perform(
    _ action: Wire.DeadLetterRequest.Action, _ selector: Wire.DeadLetterRequest.Selector, _ client: ClientArguments,
    history: Bool
  ) throws {
    let answer = try OperatorClient(try client.options("dead-letters", key: "operator"), role: .operator)
      .deadLetters(Wire.DeadLetterRequest(action: action, selector: selector))
    for letter in answer.letters { Console.output(line(letter, history: history) + "\n") }
    if action == .retry || action == .discard {
      Console.note("\(answer.affected) \(action == .retry ? "back in the queue" : "withdrawn")\n")
      if answer.affected == 0 { throw ExitCode(1) }
    }
  }

  private static func line(_ letter: Wire.DeadLetter, history: Bool) -> String {
    var members: [JSON.Member] = [
      .init("article", .string(letter.article)), .init("revision", .integer(Int(letter.revision))),
      .init("language", letter.language.map { .string($0) } ?? .null), .init("reason", .string(letter.code)),
      .init("message", .string(letter.message)),
    ]
    if history {
      members.append(
        .init(
          "history",
          .array(
            letter.history.map {
              .members(
                ("attempt", .integer(Int($0.attempt))), ("worker", .string($0.worker)), ("reason", .string($0.code)),
                ("message", .string($0.message)), ("at", .string(timestamp($0.atMilliseconds))))
            })))
    }
    return JSON.object(members).line
  }

  private static func timestamp(_ milliseconds: UInt64) -> String {
    Date(timeIntervalSince1970: Double(milliseconds) / 1000).formatted(.iso8601)
  }
}

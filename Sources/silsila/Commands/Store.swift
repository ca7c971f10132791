import ArgumentParser
import ClusterRuntime
import Exporting
import Foundation
import NewsEvents
import Storage
import WireProtocol

struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Copy a data directory while its cluster is running.",
    discussion: """
      The ledger is copied first, then the timeline: what the ledger copy believes done, the timeline copy has. A \
      cluster that starts on the copy queues the rest again.
      """)

  @Argument(help: "A new directory.") var destination: String
  @OptionGroup var data: DataOptions

  func run() throws {
    let source = try data.directoryToRead()
    let target = DataDirectory(path: destination)
    guard !FileManager.default.fileExists(atPath: target.ledgerPath),
      !FileManager.default.fileExists(atPath: target.timelinePath)
    else { throw CommandFailure("\(destination): there is a store already; name a new directory") }
    try target.create()
    try source.readLedger().backup(to: target.ledgerPath)
    try source.readTimeline().backup(to: target.timelinePath)
    Console.note("copied \(source.path) to \(destination)\n")
  }
}

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print an article's canonical text and what was read from it.")

  @Argument(help: "The article's id.") var id: String
  @OptionGroup var data: DataOptions

  func run() throws {
    let directory = try data.directoryToRead()
    guard let row = try directory.readLedger().article(id: id) else {
      throw CommandFailure("\(id): there is no such article in \(directory.path)")
    }
    if let text = row.article?.text {
      Console.output(text + (text.hasSuffix("\n") ? "" : "\n"))
    } else {
      Console.note("the text of \(id) was pruned or withdrawn\n")
    }
    guard let stored = try directory.readTimeline().result(article: id) else {
      Console.note("nothing has been read from it yet\n")
      return
    }
    let result = try ArticleResult(wire: stored.payload)
    Console.output("\nanchor: \(result.anchor.day.map(\.description) ?? "none") (\(result.anchor.reason))\n")
    for reject in result.rejects { Console.output("rejected: \(reject.message)\n") }
    for mention in result.mentions { Console.output(MentionWriter.line(mention) + "\n") }
  }
}

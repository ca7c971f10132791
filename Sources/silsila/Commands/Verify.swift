import ArgumentParser
import Foundation
import Storage

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check that ledger and timeline agree: nothing lost, nothing twice.",
    discussion: """
      Every accepted article is committed, waiting, dead or withdrawn; every result belongs to an article. Works while \
      a cluster is running: what is on its way counts as waiting.
      """)

  @OptionGroup var data: DataOptions

  func run() throws {
    let directory = try data.directoryToRead()
    // The ledger first: what it believes done by then, the timeline read afterwards must have.
    let ledger = try directory.readLedger()
    let timeline = try directory.readTimeline()
    var entries: [String: LedgerEntry] = [:]
    try ledger.forEachEntry { entries[$0.id] = $0 }
    var held: [String: HeldRevision] = [:]
    var after: String?
    while true {
      let page = try timeline.inventory(after: after, limit: 10_000)
      for entry in page { held[entry.article] = entry }
      guard let last = page.last?.article else { break }
      after = last
    }

    var counts: [String: Int] = [:]
    var problems: [String] = []
    for entry in entries.values.sorted(by: { $0.id < $1.id }) {
      let found = held.removeValue(forKey: entry.id)
      let has = found.map { !$0.isTombstone && $0.revision == entry.revision } ?? false
      switch entry.state {
      case .done where has, .waiting where has: counts["committed", default: 0] += 1
      case .done: problems.append("\(entry.id): done in the ledger, but the timeline lacks revision \(entry.revision)")
      case .waiting: counts["waiting", default: 0] += 1
      case .dead: counts["dead", default: 0] += 1
      case .retracted:
        if let found, !found.isTombstone, found.revision >= entry.revision {
          problems.append("\(entry.id): withdrawn in the ledger, but the timeline holds it")
        } else {
          counts["withdrawn", default: 0] += 1
        }
      }
    }
    for stray in held.values.sorted(by: { $0.article < $1.article }) where !stray.isTombstone {
      problems.append("\(stray.article): in the timeline, but the ledger does not know it")
    }
    if try ledger.identity() != timeline.identity() {
      problems.append("ledger and timeline belong to different clusters: their identities differ")
    }
    problems += try ledger.damage().map { "ledger: \($0)" } + timeline.damage().map { "timeline: \($0)" }

    let total = entries.count
    let summary = ["committed", "waiting", "dead", "withdrawn"].map { "\(counts[$0] ?? 0) \($0)" }
    Console.output("\(total) articles: \(summary.joined(separator: ", "))\n")
    for problem in problems { Console.error(problem) }
    guard problems.isEmpty else {
      throw CommandFailure(
        "\(directory.path): \(problems.count) contradictions; restart the coordinator, which queues what is missing")
    }
    Console.output("ledger and timeline agree\n")
  }
}

import Foundation
import NewsEvents
import Testing

@testable import Storage

@Suite struct `A process that is killed` {
  /// The child acknowledges each group in a file of its own, after the store has returned.
  @Test func `has lost nothing that its ledger had acknowledged, and holds nothing any more`() async throws {
    let scratch = try Scratch()
    let path = scratch.path
    for round in 0..<3 {
      await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, round = round as Int] in
        let directory = DataDirectory(path: path)
        let hold = try directory.lock(.coordinator)
        let ledger = try directory.openLedger()
        let acknowledged = open(path + "/acknowledged", O_CREAT | O_WRONLY | O_APPEND, 0o600)
        Thread.detachNewThread {
          usleep(40_000 + UInt32(round) * 17_000)
          kill(getpid(), SIGKILL)
        }
        for group in 0..<1_000_000 {
          _ = try ledger.admit((0..<5).map { article("\(round)-\(group)-\($0)", "text") })
          _ = try ledger.markDone([UInt64(group)], at: 0)
          _ = write(acknowledged, "x", 1)
        }
        withExtendedLifetime(hold) {}
      }
      let groups = try Data(contentsOf: URL(fileURLWithPath: path + "/acknowledged")).count
      let directory = DataDirectory(path: path)
      #expect(directory.holder(of: .coordinator) == nil)
      let ledger = try directory.openLedger()
      let articles = try ledger.counts().reduce(0) { $0 + $1.count }
      #expect(groups > 0 && articles >= groups * 5)
      #expect(articles % 5 == 0, "a group is there as a whole or not at all")
      #expect(try ledger.counts() == ledger.recount())
      #expect(try ledger.damage().isEmpty)
    }
  }
}

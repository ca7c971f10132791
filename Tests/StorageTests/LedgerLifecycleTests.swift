import NewsEvents
import Testing

@testable import Storage

@Suite struct `The life of an article in the ledger` {
  let scratch: Scratch
  let ledger: Ledger

  init() throws {
    scratch = try Scratch()
    ledger = try Ledger(path: scratch.file("ledger.sqlite"))
  }

  func failure(_ attempt: UInt32, _ code: String = "budget") -> AttemptFailure {
    AttemptFailure(attempt: attempt, code: code, message: "too much", worker: "w1", at: Int64(attempt))
  }

  @Test func `ends as a dead letter with its history after its last failure`() throws {
    _ = try ledger.admit([article("a"), article("b")])
    try ledger.recordFailure(failure(1), job: 1, giveUp: false)
    #expect(try ledger.waiting(queue: nil, after: 0, limit: 9).map(\.failures) == [1, 0])
    try ledger.recordFailure(failure(2, "trap"), job: 1, giveUp: true)
    try ledger.recordFailure(failure(3), job: 1, giveUp: true)  // too late: it is dead already
    let letters = try ledger.deadLetters(limit: 10)
    #expect(letters.map(\.id) == ["a"])
    #expect(letters[0].failures == [failure(1), failure(2, "trap")])
    #expect(try ledger.deadLetters(.code("trap"), limit: 10).count == 1)
    #expect(try ledger.deadLetters(.code("budget"), limit: 10).isEmpty)
    #expect(try ledger.deadLetters(.ids(["a", "b"]), limit: 10).count == 1)
    #expect(try ledger.deadLetters(.ids([]), limit: 10).isEmpty)
    #expect(try ledger.deadLetters(after: 1, limit: 10).isEmpty)
  }

  @Test func `keeps the last twenty failures only`() throws {
    _ = try ledger.admit([article("a")])
    for attempt in 1...50 { try ledger.recordFailure(failure(UInt32(attempt)), job: 1, giveUp: false) }
    #expect(try ledger.failures(job: 1).map(\.attempt) == Array(31...50))
  }

  @Test func `starts anew when a dead letter is retried`() throws {
    _ = try ledger.admit([article("a")])
    try ledger.recordFailure(failure(1), job: 1, giveUp: true)
    let waiting = try ledger.retryDeadLetters(.all)
    #expect(waiting.map(\.id) == ["a"])
    #expect(waiting == (try ledger.waiting(queue: nil, after: 0, limit: 9)))
    #expect(try ledger.failures(job: 1).isEmpty)
    #expect(try ledger.retryDeadLetters(.all).isEmpty)
  }

  @Test func `is done when the result of a dead letter turns out to be committed`() throws {
    _ = try ledger.admit([article("a")])
    try ledger.recordFailure(failure(1), job: 1, giveUp: true)
    #expect(try ledger.markDone([1], at: 0) == 1)
    #expect(try ledger.deadLetters(limit: 9).isEmpty)
  }

  @Test func `ends with a tombstone above every revision when retracted, and its text is gone`() throws {
    _ = try ledger.admit([article("a", "one"), article("b")])
    _ = try ledger.admit([article("a", "two")], replace: true)
    #expect(try ledger.retract(["a", "unknown"]) == [Tombstone(id: "a", revision: 3)])
    #expect(try ledger.retract(["a"]) == [Tombstone(id: "a", revision: 3)])
    #expect(try ledger.article(id: "a")?.text == nil)
    #expect(try ledger.markDone([3], at: 0) == 0)
    #expect(try ledger.pendingTombstones(limit: 9) == [Tombstone(id: "a", revision: 3)])
    try ledger.confirmTombstones([Tombstone(id: "a", revision: 2)])
    #expect(try ledger.pendingTombstones(limit: 9).count == 1)
    try ledger.confirmTombstones([Tombstone(id: "a", revision: 3)])
    #expect(try ledger.pendingTombstones(limit: 9).isEmpty)
  }

  @Test func `comes back after a retraction only when replacement is asked for, above the tombstone`() throws {
    _ = try ledger.admit([article("a", "one")])
    _ = try ledger.retract(["a"])
    #expect(try ledger.admit([article("a", "one")]) == [.conflict(job: 1, revision: 2)])
    #expect(try ledger.admit([article("a", "one")], replace: true) == [.accepted(job: 2, revision: 3)])
  }

  @Test func `is withdrawn for good when its dead letter is discarded`() throws {
    _ = try ledger.admit([article("a")])
    try ledger.recordFailure(failure(1), job: 1, giveUp: true)
    #expect(try ledger.discardDeadLetters(.ids(["a"])) == [Tombstone(id: "a", revision: 2)])
    #expect(try ledger.deadLetters(limit: 9).isEmpty)
  }

  @Test func `is mended from the aggregator's inventory`() throws {
    let ids = ["done-held", "done-lost", "waiting-held", "waiting", "buried", "old", "zz-outside"]
    let jobs = Dictionary(uniqueKeysWithValues: zip(ids, ledger.jobs(try ledger.admit(ids.map { article($0) }))))
    let done = ["done-held", "done-lost", "old", "zz-outside"]
    try ledger.markDone(done.compactMap { jobs[$0] }, at: 0)
    _ = try ledger.admit([article("old", "new text")], replace: true)
    try ledger.markDone([8], at: 0)
    _ = try ledger.admit([article("gone")])
    let tombstone = try ledger.retract(["gone"])
    try ledger.confirmTombstones(tombstone)

    let mended = try ledger.reconcile(
      inventory: [
        InventoryEntry(article: "buried", revision: 1, isTombstone: true),
        InventoryEntry(article: "done-held", revision: 1, isTombstone: false),
        InventoryEntry(article: "old", revision: 1, isTombstone: false),
        InventoryEntry(article: "waiting-held", revision: 1, isTombstone: false),
      ], after: nil, through: "zz", at: 1)
    #expect(mended.requeued == [jobs["done-lost"], 8])
    #expect(mended.completed == [jobs["waiting-held"]])
    #expect(mended.retracted == [jobs["buried"]])
    #expect(try ledger.pendingTombstones(limit: 9).map(\.id) == ["buried", "gone"])
    #expect(try ledger.article(id: "zz-outside")?.state == .done)
    #expect(try ledger.counts() == ledger.recount())
  }

  /// Every operation at random, on few ids, so that they meet in every order.
  @Test(arguments: 0..<20) func `keeps its counts right whatever happens`(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    for step in 0..<120 {
      let id = "x\(Int.random(in: 0..<12, using: &random))"
      let job = UInt64.random(in: 1...30, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0, 1:
        let text = "t\(Int.random(in: 0..<2, using: &random))"
        _ = try ledger.admit(
          [article(id, text, language: Language.allCases.randomElement(using: &random))],
          replace: Bool.random(using: &random))
      case 2: try ledger.markDone([job, job + 1], at: Int64(step))
      case 3: try ledger.recordFailure(failure(1), job: job, giveUp: Bool.random(using: &random))
      case 4: _ = try ledger.retryDeadLetters(.ids([id]))
      case 5: _ = try ledger.discardDeadLetters(.ids([id]))
      case 6: _ = try ledger.retract([id])
      default:
        _ = try ledger.reconcile(
          inventory: [InventoryEntry(article: id, revision: 2, isTombstone: Bool.random(using: &random))], after: nil,
          through: Bool.random(using: &random) ? "x5" : nil, at: 0)
      }
    }
    #expect(try ledger.counts() == ledger.recount())
    #expect(try ledger.damage().isEmpty)
  }
}

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
    AttemptFailure(
      attempt: attempt, code: code, message: "too much", worker: "w1", alone: attempt > 1, at: Int64(attempt))
  }

  @Test func `ends as a dead letter with its history when it is given up`() throws {
    _ = try ledger.admit([article("a"), article("b")])
    #expect(try ledger.giveUp(job: 1, code: "trap", failures: [failure(1), failure(2, "trap")]))
    #expect(try !ledger.giveUp(job: 1, code: "budget", failures: [failure(3)]))  // it is dead already
    #expect(try !ledger.giveUp(job: 99, code: "budget", failures: []))
    let letters = try ledger.deadLetters(limit: 10)
    #expect(letters.map(\.id) == ["a"])
    #expect(letters[0].code == "trap")
    #expect(letters[0].failures == [failure(1), failure(2, "trap")])
    #expect(try ledger.deadLetters(.code("trap"), limit: 10).count == 1)
    #expect(try ledger.deadLetters(.code("budget"), limit: 10).isEmpty)
    #expect(try ledger.deadLetters(.ids(["a", "b"]), limit: 10).count == 1)
    #expect(try ledger.deadLetters(.ids([]), limit: 10).isEmpty)
    #expect(try ledger.deadLetters(after: 1, limit: 10).isEmpty)
    #expect(try ledger.allWaiting().map(\.id) == ["b"])
  }

  @Test func `keeps the last twenty failures only`() throws {
    _ = try ledger.admit([article("a")])
    try ledger.giveUp(job: 1, code: "budget", failures: (1...50).map { failure($0) })
    #expect(try ledger.deadLetters(limit: 1)[0].failures.map(\.attempt) == Array(31...50))
  }

  @Test func `starts anew when a dead letter is retried`() throws {
    _ = try ledger.admit([article("a")])
    try ledger.giveUp(job: 1, code: "budget", failures: [failure(1)])
    let waiting = try ledger.retryDeadLetters(.all)
    #expect(waiting.map(\.id) == ["a"])
    #expect(waiting == (try ledger.allWaiting()))
    #expect(try ledger.retryDeadLetters(.all).isEmpty)
    try ledger.giveUp(job: 1, code: "memory", failures: [failure(7)])
    #expect(try ledger.deadLetters(limit: 1)[0].failures == [failure(7)])
  }

  @Test func `stays dead when a late report calls it done`() throws {
    _ = try ledger.admit([article("a")])
    try ledger.giveUp(job: 1, code: "budget", failures: [])
    #expect(try ledger.markDone([1], at: 0) == 0)
    #expect(try ledger.deadLetters(limit: 9).count == 1)
  }

  @Test func `ends with a tombstone above every revision when retracted, and its text is gone`() throws {
    _ = try ledger.admit([article("a", "one"), article("b")])
    _ = try ledger.admit([article("a", "two", replaces: true)])
    let tombstone = StoredTombstone(id: "a", revision: 3)
    let superseded = SupersededArticle(job: 3, queue: .persian, state: .waiting)
    #expect(try ledger.retract(["a", "unknown"]) == [Retraction(tombstone: tombstone, superseded: superseded)])
    #expect(try ledger.retract(["a"]) == [Retraction(tombstone: tombstone)])
    #expect(try ledger.article(id: "a")?.text == nil)
    #expect(try ledger.markDone([3], at: 0) == 0)
    #expect(try ledger.pendingTombstones(limit: 9) == [tombstone])
    try ledger.confirmTombstones([StoredTombstone(id: "a", revision: 2)])
    #expect(try ledger.pendingTombstones(limit: 9).count == 1)
    try ledger.confirmTombstones([tombstone])
    #expect(try ledger.pendingTombstones(limit: 9).isEmpty)
  }

  @Test func `may come back after a retraction, above the tombstone`() throws {
    _ = try ledger.admit([article("a", "one")])
    _ = try ledger.retract(["a"])
    let effect = try ledger.admit([article("a", "one")])[0]
    let accepted = try #require(effect.accepted)
    #expect(accepted[0] > 1)
    #expect(accepted[1] == 3)
    #expect(effect.superseded == nil)
  }

  @Test func `is withdrawn for good when its dead letter is discarded`() throws {
    _ = try ledger.admit([article("a")])
    try ledger.giveUp(job: 1, code: "budget", failures: [])
    let superseded = SupersededArticle(job: 1, queue: .persian, state: .dead)
    #expect(
      try ledger.discardDeadLetters(.ids(["a"])) == [
        Retraction(tombstone: StoredTombstone(id: "a", revision: 2), superseded: superseded)
      ])
    #expect(try ledger.deadLetters(limit: 9).isEmpty)
  }

  @Test func `is mended from the aggregator's inventory`() throws {
    let ids = ["done-held", "done-lost", "waiting-held", "waiting", "dead", "old", "zz-outside"]
    let jobs = Dictionary(uniqueKeysWithValues: zip(ids, ledger.jobs(try ledger.admit(ids.map { article($0) }))))
    let done = ["done-held", "done-lost", "old", "zz-outside"]
    try ledger.markDone(done.compactMap { jobs[$0] }, at: 0)
    try ledger.giveUp(job: jobs["dead"] ?? 0, code: "trap", failures: [])
    _ = try ledger.admit([article("old", "new text", replaces: true)])
    try ledger.markDone([8], at: 0)
    _ = try ledger.admit([article("gone"), article("gone too")])
    try ledger.confirmTombstones(try ledger.retract(["gone", "gone too"]).map(\.tombstone))

    let mended = try ledger.reconcile(
      inventory: ["dead", "done-held", "gone", "old", "waiting-held"].map {
        HeldRevision(article: $0, revision: 1, isTombstone: false)
      } + [HeldRevision(article: "gone too", revision: 2, isTombstone: true)],
      after: nil, through: "zz", at: 1)
    #expect(mended.requeued.map(\.job) == [jobs["done-lost"], 8])
    #expect(mended.found.map(\.job) == [jobs["waiting-held"]])
    #expect(mended.tombstones == [StoredTombstone(id: "gone", revision: 2)])
    #expect(try ledger.pendingTombstones(limit: 9) == mended.tombstones)
    #expect(try ledger.article(id: "zz-outside")?.state == .done)
    #expect(try ledger.article(id: "dead")?.state == .dead)
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
        let language = Language.allCases.randomElement(using: &random)
        _ = try ledger.admit([article(id, text, language: language, replaces: Bool.random(using: &random))])
      case 2: try ledger.markDone([job, job + 1], at: Int64(step))
      case 3: try ledger.giveUp(job: job, code: "trap", failures: [failure(1)])
      case 4: _ = try ledger.retryDeadLetters(.ids([id]))
      case 5: _ = try ledger.discardDeadLetters(.ids([id]))
      case 6: _ = try ledger.retract([id])
      default:
        _ = try ledger.reconcile(
          inventory: [HeldRevision(article: id, revision: 2, isTombstone: Bool.random(using: &random))], after: nil,
          through: Bool.random(using: &random) ? "x5" : nil, at: 0)
      }
    }
    #expect(try ledger.counts() == ledger.recount())
    let dead = try ledger.counts().filter { $0.state == .dead }.reduce(0) { $0 + $1.count }
    #expect(try ledger.deadLetters(limit: 1000).count == dead)
    #expect(try ledger.damage().isEmpty)
  }
}

import Foundation
import GRDB
import NewsEvents
import Testing

@testable import Storage

@Suite struct `Admission to the ledger` {
  let scratch: Scratch
  let ledger: Ledger

  init() throws {
    scratch = try Scratch()
    ledger = try Ledger(path: scratch.file("ledger.sqlite"))
  }

  @Test func `gives back every field of every article`() throws {
    let long = String(repeating: "در پی حمله پهپادی به راسک در جنوب شرقی ایران، ", count: 200)
    let articles = [
      Article(
        id: "a", language: .persian, published: Day(year: 2024, month: 1, day: 16), title: "تیتر", text: long,
        url: "https://example.org/۱", source: "خبرگزاری"),
      Article(id: "b", text: ""),
      Article(id: "c", language: .urdu, text: "خبر\u{0}\u{FEFF}۔"),
    ]
    let outcomes = try ledger.admit(articles.map { Admission(article: $0, queue: .persian) })
    #expect(outcomes.count == 3)
    let read = try ledger.articles(jobs: ledger.jobs(outcomes))
    #expect(read.map(\.article) == articles)
    #expect(read.map(\.contentHash) == articles.map(\.contentHash))
    #expect(try ledger.article(id: "c")?.article == articles[2])
    #expect(try ledger.article(id: "missing") == nil)
  }

  @Test func `stores a long text compressed and a short one as it is`() throws {
    let long = String(repeating: "در پی حمله پهپادی به راسک ", count: 100)
    _ = try ledger.admit([article("long", long), article("short")])
    let sizes = try ledger.store.read { db in
      try Int.fetchAll(db, sql: "SELECT length(bytes) FROM content ORDER BY job")
    }
    #expect(sizes[0] < long.utf8.count / 4)
    #expect(sizes[1] == "متن خبر".utf8.count)
  }

  @Test func `counts the same content once and reports other content as a conflict`() throws {
    let first = try ledger.admit([article("a", "one"), article("a", "one"), article("a", "two")])
    #expect(first[0].accepted == [1, 1])
    #expect(first.dropFirst() == [.duplicate(job: 1, revision: 1), .conflict(job: 1, revision: 1)])
    #expect(try ledger.admit([article("a", "one", replaces: true)]) == [.duplicate(job: 1, revision: 1)])
    #expect(try ledger.article(id: "a")?.article?.text == "one")
  }

  @Test func `replaces with a new revision under a new job, so that a late report of the old one hits nothing`() throws
  {
    _ = try ledger.admit([article("a", "one")])
    let effect = try ledger.admit([article("a", "two", replaces: true)])[0]
    #expect(effect.accepted == [2, 2])
    #expect(effect.superseded == SupersededArticle(job: 1, queue: .persian, state: .waiting))
    #expect(try ledger.markDone([1], at: 0) == 0)
    #expect(try ledger.articles(jobs: [1, 2]).map(\.article?.text) == ["two"])
    #expect(try ledger.counts() == [QueueCount(queue: .persian, state: .waiting, count: 1)])
  }

  @Test func `reads waiting articles page by page, per queue and in order`() throws {
    let admissions = (0..<25).map { i in article("x\(i)", "t", language: i % 2 == 0 ? .arabic : .urdu) }
    _ = try ledger.admit(admissions + [article("u", "t", language: nil)])
    var seen: [String] = []
    var cursor: (turn: Int64, job: UInt64) = (.min, 0)
    while true {
      let page = try ledger.waiting(queue: .arabic, after: cursor, limit: 4)
      guard let last = page.last else { break }
      #expect(page.count <= 4)
      seen += page.map(\.id)
      cursor = (last.turn, last.job)
    }
    #expect(seen == stride(from: 0, to: 25, by: 2).map { "x\($0)" })
    #expect(try ledger.allWaiting().count == 25)
    #expect(try ledger.waiting(queue: .urdu, limit: 1)[0].size == 1)
    #expect(try ledger.waiting(queue: .persian, limit: 100).isEmpty)
  }

  @Test func `reads waiting articles by turn, and says where handing out goes on`() throws {
    let turns: [Int64] = [50, 10, 30, 10, 70]
    _ = try ledger.admit(
      turns.enumerated().map { number, turn in
        Admission(article: Article(id: "x\(number)", language: .arabic, text: "t"), queue: .arabic, turn: turn)
      })
    let first = try ledger.waiting(queue: .arabic, limit: 3)
    #expect(first.map(\.id) == ["x1", "x3", "x2"])
    #expect(first.map(\.turn) == [10, 10, 30])
    #expect(try ledger.waiting(queue: .arabic, after: (10, first[0].job), limit: 2).map(\.id) == ["x3", "x2"])
    #expect(try ledger.turns() == [.arabic: 10, .persian: 70, .urdu: 70])
    try ledger.markDone(first.map(\.job), at: 0)
    #expect(try ledger.turns()[.arabic] == 50)
  }

  @Test func `marks groups done once, and skips what is gone`() throws {
    let jobs = ledger.jobs(try ledger.admit((0..<10).map { article("x\($0)") }))
    #expect(try ledger.markDone(Array(jobs.prefix(4)), at: 5) == 4)
    #expect(try ledger.markDone(Array(jobs.prefix(6)) + [999], at: 6) == 2)
    #expect(
      try ledger.counts() == [
        QueueCount(queue: .persian, state: .waiting, count: 4), QueueCount(queue: .persian, state: .done, count: 6),
      ])
  }

  @Test func `refuses a text that is not what was stored`() throws {
    let jobs = ledger.jobs(try ledger.admit([article("a", String(repeating: "خبر ", count: 500))]))
    for size in [0, 100, 1 << 40] {
      try ledger.store.write { db in try db.execute(sql: "UPDATE article SET size = ?", arguments: [size]) }
      #expect(throws: StorageError.self) { try ledger.articles(jobs: jobs) }
    }
  }

  @Test func `notices a single bit of a text that changed on the disk`() throws {
    let text = String(repeating: "خبر \u{0627}ین است. ", count: 500)
    let jobs = ledger.jobs(try ledger.admit([article("a", text)]))
    for position in [20, 40, -3] {
      let damaged = try ledger.store.write { db in
        var bytes = try Data.fetchOne(db, sql: "SELECT bytes FROM content") ?? Data()
        bytes[position >= 0 ? position : bytes.count + position] ^= 1
        try db.execute(sql: "UPDATE content SET bytes = ?", arguments: [bytes])
        return bytes
      }
      #expect(throws: StorageError.self) { try ledger.articles(jobs: jobs) }
      try ledger.store.write { db in
        var bytes = damaged
        bytes[position >= 0 ? position : bytes.count + position] ^= 1
        try db.execute(sql: "UPDATE content SET bytes = ?", arguments: [bytes])
      }
      #expect(try ledger.articles(jobs: jobs).first?.article?.text == text)
    }
  }

  @Test func `keeps a reject once, in the order they came`() throws {
    let rejects = (0..<3).map { RejectedInput(file: "f", position: "line \($0)", code: "json", message: "m") }
    try ledger.recordRejects(rejects)
    try ledger.recordRejects(rejects)
    #expect(try ledger.rejects(limit: 10) == rejects)
    #expect(try ledger.rejects(offset: 2, limit: 10) == [rejects[2]])
    #expect(try ledger.rejectCount() == 3)
    // Names of files are not always text that SQLite takes whole.
    let odd = RejectedInput(file: "a\u{0}b", position: "", code: "empty", message: "m\u{0}")
    try ledger.recordRejects([odd])
    #expect(try ledger.rejects(offset: 3, limit: 1) == [odd])
  }

  @Test func `prunes old texts and codes the rest again under a new fingerprint`() throws {
    try ledger.pin(fingerprint: "one")
    let jobs = ledger.jobs(try ledger.admit((0..<4).map { article("x\($0)") }))
    try ledger.markDone([jobs[0]], at: 10)
    try ledger.markDone([jobs[1]], at: 20)
    #expect(try ledger.pruneTexts(finishedBefore: 15) == 1)
    #expect(try ledger.articles(jobs: jobs).map { $0.text == nil } == [true, false, false, false])
    let outcome = try ledger.recode(fingerprint: "two")
    #expect(outcome == (3, 1))
    #expect(try ledger.fingerprint() == "two")
    #expect(try ledger.allWaiting().map(\.revision) == [2, 2, 2])
    #expect(try ledger.counts() == ledger.recount())
  }
}

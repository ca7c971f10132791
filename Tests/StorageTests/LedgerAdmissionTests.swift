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
    var cursor: UInt64 = 0
    while true {
      let page = try ledger.waiting(queue: .arabic, after: cursor, limit: 4)
      guard let last = page.last else { break }
      #expect(page.count <= 4)
      seen += page.map(\.id)
      cursor = last.job
    }
    #expect(seen == stride(from: 0, to: 25, by: 2).map { "x\($0)" })
    #expect(try ledger.waiting(queue: nil, after: 0, limit: 100).count == 26)
    #expect(try ledger.waiting(queue: .urdu, after: 0, limit: 1)[0].size == 1)
    #expect(try ledger.waiting(queue: .persian, after: 0, limit: 100).isEmpty)
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

  @Test func `keeps a reject once, in the order they came`() throws {
    let rejects = (0..<3).map { RejectedInput(file: "f", position: "line \($0)", code: "json", message: "m") }
    try ledger.recordRejects(rejects)
    try ledger.recordRejects(rejects)
    #expect(try ledger.rejects(limit: 10) == rejects)
    #expect(try ledger.rejects(offset: 2, limit: 10) == [rejects[2]])
    #expect(try ledger.rejectCount() == 3)
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
    #expect(try ledger.waiting(queue: nil, after: 0, limit: 9).map(\.revision) == [2, 2, 2])
    #expect(try ledger.counts() == ledger.recount())
  }
}

import Foundation
import GRDB
import NewsEvents
import Testing

@testable import Storage

@Suite struct `A store on disk` {
  let scratch: Scratch
  let directory: DataDirectory

  init() throws {
    scratch = try Scratch()
    directory = DataDirectory(path: scratch.file("data"))
    try directory.create()
  }

  @Test func `syncs every commit, although the pool would not`() throws {
    let ledger = try directory.openLedger()
    let settings = try ledger.store.pool.writeWithoutTransaction { db in
      (try Int.fetchOne(db, sql: "PRAGMA synchronous"), try String.fetchOne(db, sql: "PRAGMA journal_mode"))
    }
    #expect(settings.0 == 2)
    #expect(settings.1 == "wal")
  }

  @Test func `survives being opened again, with its identity, texts and revision`() throws {
    let first = try directory.openLedger()
    let identity = try first.identity()
    _ = try first.admit([article("a", "text")])
    try first.close()
    let again = try directory.openLedger()
    #expect(try again.identity() == identity)
    let timeline = try directory.openTimeline()
    #expect(try timeline.grantKey() == nil)
    try timeline.keep(try again.grantKey())
    try timeline.close()
    #expect(try directory.openTimeline().grantKey() == again.grantKey())
    #expect(try again.article(id: "a")?.article?.text == "text")
  }

  @Test(arguments: [false, true]) func `shares one identity with its partner`(timelineFirst: Bool) throws {
    if timelineFirst { _ = try directory.openTimeline() }
    let ledger = try directory.openLedger()
    let timeline = try directory.openTimeline()
    #expect(try ledger.identity() == timeline.identity())
    #expect(try ledger.identity().count == 32)
  }

  @Test func `shares one identity when both are opened at the same moment`() async throws {
    for _ in 0..<10 {
      let directory = DataDirectory(path: scratch.file(UUID().uuidString))
      try directory.create()
      async let a = Task.detached { try directory.openLedger().identity() }.value
      async let b = Task.detached { try directory.openTimeline().identity() }.value
      let (ledger, timeline) = (try await a, try await b)
      #expect(ledger == timeline)
    }
  }

  @Test func `adopts another identity only while it is empty`() throws {
    let ledger = try directory.openLedger()
    let other = String(repeating: "ab", count: 16)
    try ledger.adopt(identity: other)
    #expect(try ledger.identity() == other)
    _ = try ledger.admit([article("a")])
    try ledger.adopt(identity: other)
    #expect(throws: StorageError.identityMismatch(path: ledger.path, stored: other, given: "x")) {
      try ledger.adopt(identity: "x")
    }
  }

  @Test func `refuses another coder's fingerprint with both values and the remedy`() throws {
    let ledger = try directory.openLedger()
    try ledger.pin(fingerprint: "v1-aaaa")
    try ledger.pin(fingerprint: "v1-aaaa")
    let error = #expect(throws: StorageError.self) { try ledger.pin(fingerprint: "v1-bbbb") }
    let text = error?.description ?? ""
    #expect(text.contains("v1-aaaa") && text.contains("v1-bbbb") && text.contains("silsila recode"))
  }

  @Test func `brings the schema of an older release up to date, and only then lets readers in`() throws {
    // A ledger of the first schema, with an article that waits.
    let pool = try DatabasePool(path: directory.ledgerPath)
    try LedgerSchema.migrator.migrate(pool, upTo: "ledger 1")
    try pool.write { db in
      try db.execute(
        sql: """
          INSERT INTO meta (name, value) VALUES ('identity', '\(String(repeating: "0a", count: 16))');
          INSERT INTO article (id, revision, state, queue, hash, size, priority)
          VALUES ('a', 1, 0, 'fa', zeroblob(32), 4, 0), ('b', 1, 0, 'fa', zeroblob(32), 4, 0);
          INSERT INTO content (job, packed, bytes) VALUES (1, 0, 'text'), (2, 0, 'text');
          """)
    }
    try pool.close()
    #expect(throws: StorageError.olderSchema(path: directory.ledgerPath)) { try directory.readLedger() }
    let ledger = try directory.openLedger()
    #expect(try ledger.waiting(queue: .persian, limit: 9).map(\.id) == ["a", "b"])
    let key = try ledger.grantKey()
    #expect(try directory.readLedger().grantKey() == key)
    try ledger.close()
    #expect(try directory.openLedger().grantKey() == key)
  }

  @Test func `refuses a schema that a newer release wrote`() throws {
    let ledger = try directory.openLedger()
    try ledger.store.write { db in
      try db.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('ledger 99')")
    }
    try ledger.close()
    #expect(throws: StorageError.newerSchema(path: directory.ledgerPath)) { try directory.openLedger() }
    #expect(throws: StorageError.newerSchema(path: directory.ledgerPath)) { try directory.readLedger() }
  }

  @Test func `names a file that is no database, and one that is not there`() throws {
    try Data(repeating: 65, count: 5000).write(to: URL(fileURLWithPath: directory.ledgerPath))
    let error = #expect(throws: StorageError.self) { try directory.openLedger() }
    guard case .damaged(directory.ledgerPath, _) = error else {
      Issue.record("unexpected: \(String(describing: error))")
      return
    }
    #expect(throws: StorageError.missing(path: directory.timelinePath)) { try directory.readTimeline() }
  }

  @Test func `can be read while it is written, and never written by a reader`() throws {
    let ledger = try directory.openLedger()
    _ = try ledger.admit([article("a")])
    let reader = try directory.readLedger()
    #expect(try reader.counts().first?.count == 1)
    _ = try ledger.admit([article("b")])
    #expect(try reader.counts().first?.count == 2)
    #expect(throws: StorageError.self) { try reader.admit([article("c")]) }
  }

  @Test func `backs up while in use`() throws {
    let timeline = try directory.openTimeline()
    _ = try timeline.commit([result("a", 1, "A")])
    let copy = scratch.file("copy.sqlite")
    try timeline.backup(to: copy)
    _ = try timeline.commit([result("b", 1, "B")])
    let restored = try TimelineStore(readingFrom: copy)
    #expect(try restored.counts().results == 1)
    #expect(try restored.identity() == timeline.identity())
    #expect(throws: StorageError.self) { try timeline.backup(to: copy) }
  }

  @Test func `is closed to others`() throws {
    let ledger = try directory.openLedger()
    func mode(_ path: String) throws -> Int {
      try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }
    #expect(try mode(directory.path) == 0o700)
    #expect(try mode(directory.ledgerPath) == 0o600)
    #expect(try mode(directory.ledgerPath + "-wal") == 0o600)
    try ledger.close()
  }

  @Test func `reports a full disk as such`() throws {
    let ledger = try directory.openLedger()
    try ledger.store.pool.writeWithoutTransaction { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages + 4)")
    }
    let text = String((0..<20_000).map { _ in Character(Unicode.Scalar(UInt8.random(in: 32..<127))) })
    #expect(throws: StorageError.full(path: ledger.path)) {
      for i in 0..<100 { _ = try ledger.admit([article("x\(i)", text)]) }
    }
    #expect(try ledger.counts() == ledger.recount())
  }

  @Test func `keeps text with a null character whole`() throws {
    let ids = ["a", "a\u{0}", "a\u{0}b", "b"]
    let ledger = try directory.openLedger()
    let articles = ids.map { Article(id: $0, title: "t\u{0}t", text: "x\u{0}y", url: "u\u{0}", source: "\u{0}s") }
    let jobs = ledger.jobs(try ledger.admit(articles.map { Admission(article: $0, queue: .urdu) }))
    #expect(jobs.count == 4)
    #expect(try ledger.articles(jobs: jobs).map(\.article) == articles)
    #expect(try ledger.article(id: ids[2])?.article == articles[2])
    #expect(try ledger.waiting(queue: .urdu, limit: 9).map(\.id) == ids)

    let timeline = try directory.openTimeline()
    _ = try timeline.commit(ids.map { result($0, 1, $0) })
    var held: [HeldRevision] = []
    var after: String?
    while true {
      let page = try timeline.inventory(after: after, limit: 1)
      let found = try ledger.reconcile(inventory: page, after: after, through: page.last?.article, at: 0).found
      #expect(found.map(\.id) == page.map(\.article))
      guard let last = page.last else { break }
      held += page
      after = last.article
    }
    #expect(Set(held.map(\.article)) == Set(ids) && held.count == 4)
    #expect(try ledger.retract([ids[1]]).map(\.tombstone.id) == [ids[1]])
  }
}

import GRDB
import NewsEvents
import Testing

@testable import Storage

@Suite struct `Looking back in the timeline store` {
  let store: TimelineStore
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    store = try TimelineStore(path: scratch.file("timeline.sqlite"))
  }

  /// `article revision payload` of every result then and now.
  func look(at revision: UInt64) throws -> (then: [String], now: [String], revision: UInt64) {
    func line(_ result: StoredResult) -> String {
      "\(result.article) \(result.revision) \(String(decoding: result.payload, as: UTF8.self))"
    }
    var then: [String] = [], now: [String] = []
    let found = try store.forEachResult(asOf: revision, then: { then.append(line($0)) }, now: { now.append(line($0)) })
    return (then, now, found)
  }

  @Test func `shows each revision as it was`() throws {
    _ = try store.commit([result("a", 1, "A"), result("b", 1, "B")])
    _ = try store.commit([result("a", 2, "A2"), result("c", 1, "C")])
    _ = try store.commit([tombstone("b", 2)])
    _ = try store.commit([result("a", 3, "A3"), result("b", 3, "B3")])
    let states = [
      [], ["a 1 A", "b 1 B"], ["a 2 A2", "b 1 B", "c 1 C"], ["a 2 A2", "c 1 C"], ["a 3 A3", "b 3 B3", "c 1 C"],
    ]
    for (revision, state) in states.enumerated() {
      let (then, now, current) = try look(at: UInt64(revision))
      #expect(then == state)
      #expect(now == states[4] && current == 4)
    }
  }

  @Test func `keeps nothing that nobody saw`() throws {
    _ = try store.commit([result("a", 1, "A"), result("a", 2, "A2")])
    #expect(try look(at: 1).then == ["a 2 A2"])
    let kept = try store.store.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM superseded") }
    #expect(kept == 0)
  }

  @Test func `refuses a revision that it never had`() throws {
    _ = try store.commit([result("a", 1, "A")])
    #expect(throws: StorageError.unknownRevision(path: store.path, asked: 2, oldest: 0, newest: 1)) { try look(at: 2) }
  }

  @Test func `forgets what another coder read`() throws {
    _ = try store.commit([result("a", 1, "A"), result("b", 1, "B")])
    _ = try store.commit([result("a", 2, "A2")])
    let recoded = ResultCommit(
      article: "b", revision: 2, fingerprint: "another", contentHash: ContentHash(of: [1]), mentions: 1, payload: [66])
    _ = try store.commit([.result(recoded)])
    #expect(throws: StorageError.unknownRevision(path: store.path, asked: 2, oldest: 3, newest: 3)) { try look(at: 2) }
    #expect(try look(at: 3).then == ["a 2 A2", "b 2 B"])
    #expect(try look(at: 0).then == [])
    let kept = try store.store.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM superseded") }
    #expect(kept == 0)
  }

  @Test func `passes the reader's own error unchanged`() throws {
    struct Own: Error {}
    _ = try store.commit([result("a", 1, "A")])
    #expect(throws: Own.self) { try store.forEachResult(asOf: 1, then: { _ in throw Own() }, now: { _ in }) }
    #expect(throws: Own.self) { try store.forEachResult(asOf: 1, then: { _ in }, now: { _ in throw Own() }) }
  }
}

import NewsEvents
import Testing

@testable import Storage

@Suite struct `The timeline store` {
  let scratch: Scratch
  let store: TimelineStore

  init() throws {
    scratch = try Scratch()
    store = try TimelineStore(path: scratch.file("timeline.sqlite"))
  }

  func contents(of store: TimelineStore) throws -> [StoredResult] {
    var all: [StoredResult] = []
    try store.forEachResult { all.append($0) }
    return all
  }

  @Test func `commits a group, and a repetition has no effect`() throws {
    let group = [result("b", 1, "B"), result("a", 1, "A"), result("b", 1, "B")]
    #expect(try store.commit(group) == [.committed, .committed, .repeated])
    #expect(try store.revision() == 1)
    #expect(try store.commit(group) == [.repeated, .repeated, .repeated])
    #expect(try store.revision() == 1)
    #expect(try contents(of: store).map(\.article) == ["a", "b"])
    #expect(try store.result(article: "a")?.payload == Array("A".utf8))
    #expect(try store.result(article: "a")?.contentHash == ContentHash(of: Array("A".utf8)))
  }

  @Test func `lets a later revision replace an earlier one, never the other way`() throws {
    #expect(try store.commit([result("a", 2, "two"), result("a", 1, "one")]) == [.committed, .superseded])
    #expect(try store.commit([result("a", 3, "three")]) == [.committed])
    #expect(try store.result(article: "a")?.payload == Array("three".utf8))
    #expect(try store.revision() == 2)
  }

  @Test func `brings nothing back that was buried`() throws {
    _ = try store.commit([result("a", 1, "A")])
    #expect(try store.commit([tombstone("a", 2), tombstone("new", 5)]) == [.committed, .committed])
    #expect(try store.commit([tombstone("a", 2)]) == [.repeated])
    #expect(try store.commit([result("a", 1, "A"), result("new", 4, "N")]) == [.superseded, .superseded])
    #expect(try contents(of: store).isEmpty)
    #expect(try store.counts() == TimelineCounts(results: 0, tombstones: 2, mentions: 0))
    #expect(try store.commit([result("a", 3, "again")]) == [.committed])
    #expect(try store.counts() == TimelineCounts(results: 1, tombstones: 1, mentions: 5))
  }

  @Test func `ends the same for every order, grouping and repetition of the same results`() throws {
    let changes =
      (0..<12).flatMap { a in (1...3).map { result("a\(a)", UInt32($0), "\(a)-\($0)") } }
      + [tombstone("a3", 2), tombstone("a4", 4)]
    var expected: [String]?
    for seed in UInt64(0)..<10 {
      var random = SeededGenerator(state: seed)
      let store = try TimelineStore(path: scratch.file("\(seed).sqlite"))
      var queue = (changes + changes).shuffled(using: &random)[...]
      while !queue.isEmpty {
        let n = Int.random(in: 1...9, using: &random)
        _ = try store.commit(Array(queue.prefix(n)))
        queue = queue.dropFirst(n)
      }
      let found = try contents(of: store).map {
        "\($0.article) \($0.revision) \(String(decoding: $0.payload, as: UTF8.self))"
      }
      #expect(found.count == 11)
      #expect(found == expected ?? found)
      expected = found
      #expect(try store.counts() == store.recount())
    }
  }

  @Test func `pages its inventory in byte order of ids`() throws {
    let ids = ["z", "é", "ب", "a", "aa"]
    _ = try store.commit(ids.map { result($0, 1, $0) })
    _ = try store.commit([tombstone("m", 7)])
    var seen: [HeldRevision] = []
    while true {
      let page = try store.inventory(after: seen.last?.article, limit: 2)
      if page.isEmpty { break }
      seen += page
    }
    #expect(seen.map(\.article) == ["a", "aa", "m", "z", "é", "ب"])
    #expect(seen[2] == HeldRevision(article: "m", revision: 7, isTombstone: true))
  }

  @Test func `tells what changed after a revision`() throws {
    _ = try store.commit([result("a", 1, "A"), result("b", 1, "B")])
    let before = try store.revision()
    _ = try store.commit([result("c", 1, "C"), result("a", 2, "A2")])
    var changed: [String] = []
    let now = try store.forEachResult(changedAfter: before) { changed.append($0.article) }
    #expect(changed == ["a", "c"])
    #expect(now == before + 1)
  }

  @Test func `passes a visitor's own error on`() throws {
    struct Stop: Error {}
    _ = try store.commit([result("a", 1, "A"), result("b", 1, "B")])
    #expect(throws: Stop.self) { try store.forEachResult { _ in throw Stop() } }
  }
}

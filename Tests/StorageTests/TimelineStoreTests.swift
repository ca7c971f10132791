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
    #expect(try store.bury([Tombstone(id: "a", revision: 2), Tombstone(id: "new", revision: 5)]) == [true, true])
    #expect(try store.bury([Tombstone(id: "a", revision: 2)]) == [false])
    #expect(try store.commit([result("a", 1, "A"), result("new", 4, "N")]) == [.superseded, .superseded])
    #expect(try contents(of: store).isEmpty)
    #expect(try store.counts() == (0, 2))
    #expect(try store.commit([result("a", 3, "again")]) == [.committed])
    #expect(try store.counts() == (1, 1))
  }

  @Test func `ends the same for every order, grouping and repetition of the same results`() throws {
    let results = (0..<12).flatMap { a in (1...3).map { result("a\(a)", UInt32($0), "\(a)-\($0)") } }
    let tombstones = [Tombstone(id: "a3", revision: 2), Tombstone(id: "a4", revision: 4)]
    var expected: [String]?
    for seed in UInt64(0)..<10 {
      var random = SeededGenerator(state: seed)
      let store = try TimelineStore(path: scratch.file("\(seed).sqlite"))
      var queue = (results + results).shuffled(using: &random)
      var buried = false
      while !queue.isEmpty {
        let n = Int.random(in: 1...9, using: &random)
        _ = try store.commit(Array(queue.prefix(n)))
        queue.removeFirst(min(n, queue.count))
        if !buried, Bool.random(using: &random) {
          _ = try store.bury(tombstones)
          buried = true
        }
      }
      if !buried { _ = try store.bury(tombstones) }
      let found = try contents(of: store).map {
        "\($0.article) \($0.revision) \(String(decoding: $0.payload, as: UTF8.self))"
      }
      #expect(found.count == 11)
      if let expected { #expect(found == expected) } else { expected = found }
    }
  }

  @Test func `pages its inventory in byte order of ids`() throws {
    let ids = ["", "z", "é", "ب", "a", "aa"].filter { !$0.isEmpty }
    _ = try store.commit(ids.map { result($0, 1, $0) })
    _ = try store.bury([Tombstone(id: "m", revision: 7)])
    var seen: [InventoryEntry] = []
    while true {
      let page = try store.inventory(after: seen.last?.article, limit: 2)
      if page.isEmpty { break }
      seen += page
    }
    #expect(seen.map(\.article) == ["a", "aa", "m", "z", "é", "ب"])
    #expect(seen[2] == InventoryEntry(article: "m", revision: 7, isTombstone: true))
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

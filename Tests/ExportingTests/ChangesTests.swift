import Foundation
import NewsEvents
import TimelineMerging
import Testing

@testable import Exporting

@Suite struct `Changes since` {
  /// A day's attack, told by one article in one mention.
  private func article(_ id: String, day: String, name: String = "Northern Front") -> ArticleResult {
    Samples.article(
      id, [Samples.mention(id, sentence: "ارتش به تپه حمله کرد", trigger: 12...19, date: day, name: name)])
  }

  private func changes(_ before: [ArticleResult], _ now: [ArticleResult]) -> TimelineChanges {
    TimelineChanges(from: TimelineMerger().merge(before), to: TimelineMerger().merge(now))
  }

  private func kinds(_ changes: TimelineChanges) -> [String] {
    changes.changes.map {
      switch $0 {
      case .added(_, let replaces): "added replacing \(replaces.count)"
      case .changed: "changed"
      case .withdrawn(_, let by): "withdrawn for \(by.count)"
      }
    }
  }

  @Test func `nothing are none`() {
    let one = [article("a", day: "2024-03-05")]
    #expect(changes(one, one).changes.isEmpty)
    #expect(changes([], []).changes.isEmpty)
  }

  @Test func `the beginning are all events, added`() {
    let all = [article("a", day: "2024-03-05"), article("b", day: "2024-05-05")]
    #expect(kinds(changes([], all)) == ["added replacing 0", "added replacing 0"])
  }

  @Test func `an unrelated article are its own events`() throws {
    let one = [article("a", day: "2024-03-05")]
    let found = changes(one, one + [article("b", day: "2024-06-01")])
    #expect(kinds(found) == ["added replacing 0"])
    #expect(found.events.first?.mentions.first?.article == "b")
  }

  @Test func `a retraction are the withdrawn ids`() {
    let both = [article("a", day: "2024-03-05"), article("b", day: "2024-06-01")]
    let found = changes(both, [both[0]])
    #expect(kinds(found) == ["withdrawn for 0"])
    #expect(found.withdrawn == 1 && found.events.isEmpty)
  }

  @Test func `a second source are a change, or an event that says which one it replaces`() {
    let first = article("a", day: "2024-03-05"), second = article("b", day: "2024-03-05")
    for (before, _) in [(first, second), (second, first)] {
      let found = kinds(changes([before], [first, second]))
      #expect(found == ["changed"] || found == ["added replacing 1", "withdrawn for 1"], "\(found)")
    }
    // An id is that of the least mention: one of the two articles has it.
    let both = [
      kinds(changes([first], [first, second])), kinds(changes([second], [first, second])),
    ]
    #expect(both.contains(["changed"]) && both.contains(["added replacing 1", "withdrawn for 1"]))
  }

  @Test func `are JSON, whole and by lines`() throws {
    let found = changes([article("a", day: "2024-03-05")], [article("b", day: "2024-06-01")])
    var whole = "", lines = ""
    found.write(since: 3, revision: 9, lines: false) { whole += $0 }
    found.write(since: 3, revision: 9, lines: true) { lines += $0 }
    let object = try JSON(parsing: Array(whole.utf8))
    #expect(object["schema"] == .string("silsila.changes/1"))
    #expect(object["since"] == .integer(3) && object["revision"] == .integer(9))
    guard case .array(let items) = object["changes"] else {
      Issue.record("no list of changes")
      return
    }
    #expect(items.map { $0["change"]?.text } == ["added", "withdrawn"])
    let rows = try lines.split(separator: "\n").map { try JSON(parsing: Array($0.utf8)) }
    #expect(rows.count == 3 && rows[0]["revision"] == .integer(9) && Array(rows[1...]) == items)
    var empty = ""
    TimelineChanges(from: Timeline(events: []), to: Timeline(events: []))
      .write(since: 0, revision: 0, lines: false) { empty += $0 }
    #expect(empty == "{\"schema\":\"silsila.changes/1\",\"since\":0,\"revision\":0,\"changes\":[]}\n")
  }
}

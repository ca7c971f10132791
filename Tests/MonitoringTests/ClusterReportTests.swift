import Foundation
import Testing

@testable import Monitoring

@Suite struct `The top screen` {
  static func snapshot(workers: Int = 2) -> ClusterSnapshot {
    ClusterSnapshot(
      queues: [
        .init(language: "ur", waiting: 0, leased: 0, retrying: 1, done: 1200, dead: 2),
        .init(language: "ar", waiting: 12_345, leased: 64, retrying: 0, done: 987_654, dead: 0),
      ],
      workers: (0..<workers).map { i in
        .init(
          name: "host-\(i)", languages: ["ar", "ur"], state: i == 1 ? .draining : .active, articlesPerSecond: 123.456,
          inFlight: 32, retries: 0, lastHeardMilliseconds: 149)
      },
      aggregator: .init(committed: 988_854, lag: 12, commitMicroseconds: 1849, mentions: 2_000_000, events: 50_000),
      totals: .init(accepted: 1_001_266, committed: 988_854, dead: 2, rejected: 7), uptimeSeconds: 3725.2)
  }

  @Test func `shows queues, workers and aggregator in aligned columns`() {
    #expect(
      ClusterReport.screen(Self.snapshot(), width: 80, height: 24) == [
        "silsila · up 1:02:05 · 246.9 articles/s · about 0:50 left",
        "1,001,266 accepted · 988,854 committed (98 %) · 2 dead · 7 rejected",
        "aggregator: 988,854 committed · lag 12 · commit 1.8 ms · 2,000,000 mentions · 5…",
        "",
        "QUEUE  WAITING  LEASED  RETRYING     DONE  DEAD",
        "ar      12,345      64         0  987,654     0",
        "ur           0       0         1    1,200     2",
        "",
        "WORKER  LANGUAGES  STATE     ARTICLES/S  IN FLIGHT  RETRIES  HEARD",
        "host-0  ar,ur      active         123.5         32        0  0.1 s",
        "host-1  ar,ur      draining       123.5         32        0  0.1 s",
      ])
  }

  @Test func `fits every terminal, however small`() {
    for width in [0, 1, 2, 10, 20, 40, 60, 79, 200] {
      for height in [0, 1, 3, 8, 10, 11, 12, 50] {
        let lines = ClusterReport.screen(Self.snapshot(workers: 30), width: width, height: height)
        #expect(lines.count <= height)
        #expect(lines.allSatisfy { TerminalText.width($0) <= width }, "\(width)x\(height)")
      }
    }
  }

  @Test func `sums up the workers that do not fit`() {
    let lines = ClusterReport.screen(Self.snapshot(workers: 30), width: 80, height: 15)
    #expect(lines.count == 15)
    #expect(lines.last == "… and 25 more")
  }

  @Test func `drops the least important columns first`() {
    let lines = ClusterReport.screen(Self.snapshot(), width: 48, height: 24)
    #expect(lines.contains("WORKER  LANGUAGES  STATE     ARTICLES/S"))
  }

  @Test func `shows names without what would move the cursor, and measures what it shows`() {
    var snapshot = Self.snapshot()
    snapshot.workers[0].name = "a\u{1B}[2J\nb\u{202E}c"
    snapshot.workers[1].name = "工人-کارگر"
    let lines = ClusterReport.screen(snapshot, width: 80, height: 24)
    #expect(lines.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E } })
    let rows = lines.filter { $0.contains("ar,ur") }
    #expect(rows[0].hasPrefix("a?[2J?bc    ar,ur"))
    #expect(
      rows.map { TerminalText.width(String($0[..<($0.range(of: "ar,ur")?.lowerBound ?? $0.endIndex)])) } == [12, 12])
  }

  @Test func `never claims to be done before it is`() {
    var snapshot = Self.snapshot()
    snapshot.totals = .init(accepted: 1_000_000, committed: 999_999, dead: 0, rejected: 0)
    #expect(ClusterReport.text(snapshot).contains("(99 %)"))
  }

  @Test func `says what is not there`() {
    var snapshot = Self.snapshot(workers: 0)
    snapshot.aggregator = nil
    let text = ClusterReport.text(snapshot)
    #expect(text.contains("no worker is connected"))
    #expect(text.contains("aggregator: not connected"))
    #expect(!text.contains("left"))
  }
}

@Suite struct `The status report` {
  @Test func `has everything, uncut`() {
    let text = ClusterReport.text(`The top screen`.snapshot(workers: 200))
    #expect(text.split(separator: "\n").count == 3 + 3 + 201)
    #expect(text.contains("50,000 events\n") && !text.contains("…"))
  }

  @Test func `reads back from JSON as it was`() throws {
    let snapshot = `The top screen`.snapshot()
    let json = try ClusterReport.json(snapshot)
    #expect(try JSONDecoder().decode(ClusterSnapshot.self, from: Data(json.utf8)) == snapshot)
    #expect(json.hasSuffix("}\n") && json.hasPrefix("{\"aggregator\":{\"commitMicroseconds\":1849"))
  }
}

@Suite struct `Numbers for people` {
  @Test func `are grouped, rounded and never misleading`() {
    #expect([0, 999, 1000, 1_234_567].map { TerminalText.count($0) } == ["0", "999", "1,000", "1,234,567"])
    #expect(TerminalText.decimal(1234.05, digits: 1) == "1,234.1")
    #expect(TerminalText.decimal(-0.01, digits: 1) == "0.0")
    #expect(TerminalText.decimal(.nan, digits: 1) == "–")
    #expect(
      [0, 59.6, 61, 3600, 90_061].map { TerminalText.duration($0) } == [
        "0:00", "1:00", "1:01", "1:00:00", "1 d 01:01:01",
      ])
    #expect(TerminalText.duration(-1) == "–")
  }
}

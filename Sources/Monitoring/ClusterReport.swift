internal import Foundation

/// The cluster in words: `silsila top` and `silsila status`.
public enum ClusterReport {
  /// The `top` screen: at most `height` lines of at most `width` columns, without any control codes. The caller
  /// clears the screen. What does not fit of the workers is summed up in one line.
  public static func screen(_ snapshot: ClusterSnapshot, width: Int, height: Int) -> [String] {
    guard width > 0, height > 0 else { return [] }
    var lines = header(snapshot) + [""] + queueTable(snapshot).lines(width: width)
    let room = height - lines.count - 2
    if room >= 1, !snapshot.workers.isEmpty {
      let shown = snapshot.workers.count <= room ? room : room - 1
      lines += [""] + workerTable(snapshot, limit: shown).lines(width: width)
      let hidden = snapshot.workers.count - shown
      if hidden > 0 { lines.append("… and \(hidden) more") }
    } else if snapshot.workers.isEmpty {
      lines += ["", noWorker]
    }
    return lines.prefix(height).map { TerminalText.truncated($0, width) }
  }

  /// The `status` report: everything, one line each, ending in a line feed.
  public static func text(_ snapshot: ClusterSnapshot) -> String {
    var lines = header(snapshot) + [""] + queueTable(snapshot).lines(width: .max / 2) + [""]
    lines += snapshot.workers.isEmpty ? [noWorker] : workerTable(snapshot, limit: .max).lines(width: .max / 2)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The `status` report for programs: one JSON object, names sorted, ending in a line feed.
  public static func json(_ snapshot: ClusterSnapshot) throws -> String { try object(snapshot) }

  /// The same of an aggregator.
  public static func json(_ snapshot: StoreSnapshot) throws -> String { try object(snapshot) }

  private static func object(_ snapshot: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(snapshot), as: UTF8.self) + "\n"
  }

  private static let noWorker = "no worker is connected; start one with `silsila worker`"

  private static func header(_ snapshot: ClusterSnapshot) -> [String] {
    let totals = snapshot.totals
    var first = ["silsila", "up \(TerminalText.duration(snapshot.uptimeSeconds))"]
    if snapshot.isDraining { first.append("draining") }
    first.append("\(TerminalText.decimal(snapshot.articlesPerSecond, digits: 1)) articles/s")
    if let left = snapshot.secondsLeft { first.append("about \(TerminalText.duration(left)) left") }
    var second = [
      "\(TerminalText.count(totals.accepted)) accepted", "\(TerminalText.count(totals.committed)) committed",
    ]
    if totals.accepted > 0 {
      let share = Double(totals.committed) / Double(totals.accepted) * 100
      // Never 100 % before everything is there.
      second[1] += " (\(TerminalText.decimal(share.rounded(.down), digits: 0)) %)"
    }
    second += ["\(TerminalText.count(totals.dead)) dead", "\(TerminalText.count(totals.rejected)) rejected"]
    return [first.joined(separator: " · "), second.joined(separator: " · "), aggregator(snapshot.aggregator)]
  }

  private static func aggregator(_ aggregator: ClusterSnapshot.Aggregator?) -> String {
    guard let aggregator else { return "aggregator: not connected" }
    let parts: [String?] = [
      "aggregator: \(TerminalText.count(aggregator.committed)) committed", "lag \(TerminalText.count(aggregator.lag))",
      "commit \(TerminalText.decimal(Double(aggregator.commitMicroseconds) / 1000, digits: 1)) ms",
      "\(TerminalText.count(aggregator.mentions)) mentions",
      // 0 with mentions: nobody merges while articles come in.
      aggregator.events > 0 ? "\(TerminalText.count(aggregator.events)) events" : nil,
    ]
    return parts.compactMap(\.self).joined(separator: " · ")
  }

  private static func queueTable(_ snapshot: ClusterSnapshot) -> TextTable {
    var table = TextTable(
      columns: [
        .init(title: "QUEUE", isNumber: false, expendability: 0),
        .init(title: "WAITING", isNumber: true, expendability: 0),
        .init(title: "LEASED", isNumber: true, expendability: 2),
        .init(title: "RETRYING", isNumber: true, expendability: 3),
        .init(title: "DONE", isNumber: true, expendability: 0),
        .init(title: "DEAD", isNumber: true, expendability: 1),
      ])
    table.rows = snapshot.queues.sorted { $0.language < $1.language }.map { queue in
      [TerminalText.printable(queue.language)]
        + [queue.waiting, queue.leased, queue.retrying, queue.done, queue.dead].map(TerminalText.count)
    }
    return table
  }

  private static func workerTable(_ snapshot: ClusterSnapshot, limit: Int) -> TextTable {
    var table = TextTable(
      columns: [
        .init(title: "WORKER", isNumber: false, expendability: 0),
        .init(title: "LANGUAGES", isNumber: false, expendability: 2),
        .init(title: "STATE", isNumber: false, expendability: 1),
        .init(title: "ARTICLES/S", isNumber: true, expendability: 0),
        .init(title: "IN FLIGHT", isNumber: true, expendability: 3),
        .init(title: "RETRIES", isNumber: true, expendability: 4),
        .init(title: "HEARD", isNumber: true, expendability: 5),
      ])
    table.rows = snapshot.workers.sorted { $0.name < $1.name }.prefix(limit).map { worker in
      [
        TerminalText.printable(worker.name), TerminalText.printable(worker.languages.joined(separator: ",")),
        worker.state.rawValue, TerminalText.decimal(worker.articlesPerSecond, digits: 1),
        TerminalText.count(worker.inFlight), TerminalText.count(worker.retries),
        "\(TerminalText.decimal(Double(worker.lastHeardMilliseconds) / 1000, digits: 1)) s",
      ]
    }
    return table
  }
}

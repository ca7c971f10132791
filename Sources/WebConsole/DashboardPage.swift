import Monitoring

/// The dashboard: the report of `silsila status` as a page that renews itself. No script.
enum DashboardPage {
  static func html(_ content: WebConsole.Content?) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="refresh" content="2">
    <title>Silsila</title>
    <link rel="stylesheet" href="/style.css">
    </head>
    <body>
    \(content.map(body) ?? "<h1>Silsila</h1>\n<p>There is no status yet.</p>")
    <footer><a href="/metrics">metrics</a> <a href="/status.json">status as JSON</a></footer>
    </body>
    </html>

    """
  }

  private static func body(_ content: WebConsole.Content) -> String {
    switch content {
    case .cluster(let snapshot): body(snapshot)
    case .store(let snapshot): body(snapshot)
    }
  }

  private static func body(_ store: StoreSnapshot) -> String {
    let facts = [
      ("articles", "\(store.results)"), ("mentions", "\(store.mentions)"),
      ("uncommitted results", "\(store.uncommitted)"),
      ("ms per commit", decimal(Double(store.commitMicroseconds) / 1000)),
      ("failed commits", "\(store.commitFailures)"),
    ]
    return """
      <h1>Silsila aggregator\(store.isDraining ? " <em>draining</em>" : "")</h1>
      \(list(facts))
      """
  }

  private static func list(_ facts: [(String, String)]) -> String {
    """
    <dl>
    \(facts.map { "<div><dt>\(escaped($0.0))</dt><dd>\(escaped($0.1))</dd></div>" }.joined(separator: "\n"))
    </dl>
    """
  }

  private static func body(_ snapshot: ClusterSnapshot) -> String {
    let totals = snapshot.totals
    var facts = [
      ("articles/s", decimal(snapshot.articlesPerSecond)), ("accepted", "\(totals.accepted)"),
      ("committed", "\(totals.committed)"), ("dead", "\(totals.dead)"), ("rejected", "\(totals.rejected)"),
    ]
    if let aggregator = snapshot.aggregator {
      facts += [
        ("uncommitted results", "\(aggregator.lag)"),
        ("ms per commit", decimal(Double(aggregator.commitMicroseconds) / 1000)),
        ("mentions", "\(aggregator.mentions)"),
        ("events", "\(aggregator.events)"),
      ]
    }
    let queues = snapshot.queues.sorted { $0.language < $1.language }.map {
      row([$0.language], [$0.waiting, $0.leased, $0.retrying, $0.done, $0.dead].map { "\($0)" })
    }
    let workers = snapshot.workers.sorted { $0.name < $1.name }.map {
      row(
        [$0.name, $0.languages.joined(separator: ", "), $0.state.rawValue],
        [
          decimal($0.articlesPerSecond), "\($0.inFlight)", "\($0.retries)",
          decimal(Double($0.lastHeardMilliseconds) / 1000),
        ])
    }
    let notes =
      (snapshot.isDraining ? ["draining"] : []) + (snapshot.aggregator == nil ? ["aggregator not connected"] : [])
    return """
      <h1>Silsila\(notes.map { " <em>\(escaped($0))</em>" }.joined())</h1>
      \(list(facts))
      \(table("Queues", ["language"], ["waiting", "leased", "retrying", "done", "dead"], queues))
      \(table("Workers", ["name", "languages", "state"], ["articles/s", "in flight", "retries", "heard, s ago"], workers))
      """
  }

  private static func table(_ caption: String, _ words: [String], _ numbers: [String], _ rows: [String]) -> String {
    let head =
      words.map { "<th scope=\"col\">\(escaped($0))</th>" }
      + numbers.map { "<th scope=\"col\" class=\"n\">\(escaped($0))</th>" }
    let body =
      rows.isEmpty ? "<tr><td colspan=\"\(words.count + numbers.count)\">none</td></tr>" : rows.joined(separator: "\n")
    return """
      <table>
      <caption>\(escaped(caption))</caption>
      <thead><tr>\(head.joined())</tr></thead>
      <tbody>
      \(body)
      </tbody>
      </table>
      """
  }

  private static func row(_ words: [String], _ numbers: [String]) -> String {
    "<tr>" + words.map { "<td dir=\"auto\">\(escaped($0))</td>" }.joined()
      + numbers.map { "<td class=\"n\">\(escaped($0))</td>" }.joined() + "</tr>"
  }

  private static func decimal(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "–" }
    let tenths = Int64((value * 10).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }

  /// Everything that could be markup.
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  static let style = """
    :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
    body { margin: 0 auto; max-width: 64rem; padding: 1rem; }
    h1 { font-size: 1.4rem; } h1 em { font-size: .9rem; font-weight: normal; color: #b35900; }
    dl { display: flex; flex-wrap: wrap; gap: 1rem 2rem; }
    dt { font-size: .8rem; opacity: .7; } dd { margin: 0; font-size: 1.2rem; font-variant-numeric: tabular-nums; }
    table { border-collapse: collapse; width: 100%; margin: 1.5rem 0; display: block; overflow-x: auto; }
    caption { text-align: start; font-weight: 600; padding-bottom: .3rem; }
    th, td { padding: .3rem .8rem .3rem 0; text-align: start; border-bottom: 1px solid #8884; white-space: nowrap; }
    th { font-size: .8rem; font-weight: normal; opacity: .7; }
    .n { text-align: end; font-variant-numeric: tabular-nums; }
    footer { font-size: .8rem; } footer a { color: inherit; margin-inline-end: 1rem; }

    """
}

import GRDB
import NewsEvents

/// Changes to the counts per queue and state, gathered over one transaction and applied at its end, so that a
/// count costs one look-up however many articles there are.
struct Tally {
  private struct Key: Hashable {
    var queue: String
    var state: ArticleState
  }

  private var changes: [Key: Int] = [:]

  mutating func add(_ n: Int = 1, queue: String?, _ state: ArticleState) {
    changes[Key(queue: queue ?? "", state: state), default: 0] += n
  }

  mutating func move(queue: String?, from: ArticleState, to: ArticleState) {
    add(-1, queue: queue, from)
    add(1, queue: queue, to)
  }

  func apply(_ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO tally (queue, state, count) VALUES (?, ?, ?)
        ON CONFLICT (queue, state) DO UPDATE SET count = count + excluded.count
        """)
    for (key, change) in changes where change != 0 {
      try statement.execute(arguments: [key.queue, key.state.rawValue, change])
    }
  }
}

extension Ledger {
  /// How many articles are in each state of each queue, zeros left out; sorted by queue (unknown language first)
  /// and state. O(queues).
  public func counts() throws(StorageError) -> [QueueCount] {
    try store.read { db in
      try Row.fetchAll(db, sql: "SELECT queue, state, count FROM tally WHERE count > 0 ORDER BY queue, state")
        .compactMap(QueueCount.init)
    }
  }

  /// The same by counting every row; `silsila verify` compares the two. O(articles).
  public func recount() throws(StorageError) -> [QueueCount] {
    try store.read { db in
      try Row.fetchAll(
        db, sql: "SELECT ifnull(queue, '') AS queue, state, count(*) AS count FROM article GROUP BY 1, 2 ORDER BY 1, 2"
      ).compactMap(QueueCount.init)
    }
  }
}

extension QueueCount {
  init?(_ row: Row) {
    guard let state = ArticleState(rawValue: row["state"]) else { return nil }
    self.init(queue: Language(rawValue: row["queue"]), state: state, count: row["count"])
  }
}

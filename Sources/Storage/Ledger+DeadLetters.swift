internal import GRDB
internal import NewsEvents

extension Ledger {
  /// Notes a failure of the article's own extraction; with `giveUp` it becomes a dead letter. Without effect for a
  /// job that is gone or no longer waiting. The history keeps the last 20.
  public func recordFailure(_ failure: AttemptFailure, job: UInt64, giveUp: Bool) throws(StorageError) {
    try store.write { db in
      let job = Int64(job)
      let find = try db.cachedStatement(sql: "SELECT queue FROM article WHERE job = ? AND state = 0")
      guard let row = try Row.fetchOne(find, arguments: [job]) else { return }
      try db.cachedStatement(
        sql: "INSERT INTO failure (job, attempt, code, message, worker, at) VALUES (?, ?, ?, ?, ?, ?)"
      ).execute(arguments: [job, failure.attempt, failure.code, failure.message, failure.worker, failure.at])
      try db.cachedStatement(
        sql: """
          DELETE FROM failure WHERE job = ?1 AND rowid NOT IN
            (SELECT rowid FROM failure WHERE job = ?1 ORDER BY rowid DESC LIMIT 20)
          """
      ).execute(arguments: [job])
      try db.cachedStatement(sql: "UPDATE article SET failures = failures + 1, state = ? WHERE job = ?")
        .execute(arguments: [giveUp ? ArticleState.dead.rawValue : ArticleState.waiting.rawValue, job])
      guard giveUp else { return }
      var tally = Tally()
      tally.move(queue: row["queue"], from: .waiting, to: .dead)
      try tally.apply(db)
    }
  }

  /// The failures of a waiting or dead article, oldest first.
  public func failures(job: UInt64) throws(StorageError) -> [AttemptFailure] {
    try store.read { db in try AttemptFailure.all(job: Int64(job), db) }
  }

  /// Dead letters with a job above `job`, in order of job. Start with 0; an empty answer is the end.
  public func deadLetters(
    _ selector: DeadLetterSelector = .all, after job: UInt64 = 0, limit: Int
  ) throws(StorageError) -> [DeadLetter] {
    try store.read { db in
      let (condition, values) = selector.condition
      return try Row.fetchAll(
        db,
        sql: """
          SELECT job, id, revision, queue, source, size FROM article
          WHERE state = 2 AND job > ? AND \(condition) ORDER BY job LIMIT ?
          """, arguments: [Int64(job)] + StatementArguments(values) + [limit]
      ).map { row in
        let job: Int64 = row["job"]
        let queue: String? = row["queue"]
        return DeadLetter(
          job: UInt64(job), id: row["id"], revision: row["revision"], queue: queue.flatMap(Language.init(rawValue:)),
          source: row["source"], size: row["size"], failures: try AttemptFailure.all(job: job, db))
      }
    }
  }

  /// Puts dead letters back to waiting with a clean record, and answers them for dispatch.
  public func retryDeadLetters(_ selector: DeadLetterSelector) throws(StorageError) -> [WaitingArticle] {
    try store.write { db in
      let (condition, values) = selector.condition
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT job, id, revision, queue, source, priority, size, 0 AS failures FROM article
          WHERE state = 2 AND \(condition) ORDER BY job
          """, arguments: StatementArguments(values))
      var tally = Tally()
      for row in rows {
        let job: Int64 = row["job"]
        try db.cachedStatement(sql: "UPDATE article SET state = 0, failures = 0 WHERE job = ?")
          .execute(arguments: [job])
        try db.cachedStatement(sql: "DELETE FROM failure WHERE job = ?").execute(arguments: [job])
        tally.move(queue: row["queue"], from: .dead, to: .waiting)
      }
      try tally.apply(db)
      return rows.map(WaitingArticle.init)
    }
  }

  /// Withdraws dead letters for good, as `retract` does; answers their tombstones.
  public func discardDeadLetters(_ selector: DeadLetterSelector) throws(StorageError) -> [Tombstone] {
    try store.write { db in
      let (condition, values) = selector.condition
      let ids = try String.fetchAll(
        db, sql: "SELECT id FROM article WHERE state = 2 AND \(condition) ORDER BY job",
        arguments: StatementArguments(values))
      return try self.bury(ids, db)
    }
  }
}

extension DeadLetterSelector {
  /// A condition on `article`, and its arguments.
  var condition: (sql: String, values: [String]) {
    switch self {
    case .all: ("1", [])
    case .ids(let ids):
      ("id IN (\(Array(repeating: "?", count: ids.count).joined(separator: ",")))", ids)
    case .code(let code):
      ("(SELECT code FROM failure WHERE failure.job = article.job ORDER BY failure.rowid DESC LIMIT 1) = ?", [code])
    }
  }
}

extension AttemptFailure {
  static func all(job: Int64, _ db: Database) throws -> [AttemptFailure] {
    try Row.fetchAll(
      db.cachedStatement(sql: "SELECT attempt, code, message, worker, at FROM failure WHERE job = ? ORDER BY rowid"),
      arguments: [job]
    ).map {
      AttemptFailure(
        attempt: $0["attempt"], code: $0["code"], message: $0["message"], worker: $0["worker"], at: $0["at"])
    }
  }
}

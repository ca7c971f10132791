internal import GRDB
internal import NewsEvents

extension Ledger {
  /// Makes a waiting article a dead letter, with the failures of its own extraction (oldest first; the last 20 are
  /// kept). Without effect, and false, for a job that is gone or in another state.
  @discardableResult
  public func giveUp(job: UInt64, code: String, failures: [AttemptFailure]) throws(StorageError) -> Bool {
    try store.write { db in
      let job = Int64(job)
      let find = try db.cachedStatement(sql: "SELECT queue FROM article WHERE job = ? AND state = 0")
      guard let row = try Row.fetchOne(find, arguments: [job]) else { return false }
      try db.cachedStatement(sql: "INSERT INTO dead_letter (job, code) VALUES (?, ?)").execute(arguments: [job, code])
      let insert = try db.cachedStatement(
        sql: "INSERT INTO failure (job, attempt, code, message, worker, alone, at) VALUES (?, ?, ?, ?, ?, ?, ?)")
      for failure in failures.suffix(20) {
        try insert.execute(arguments: [
          job, failure.attempt, failure.code, failure.message, failure.worker, failure.alone, failure.at,
        ])
      }
      try db.cachedStatement(sql: "UPDATE article SET state = 2 WHERE job = ?").execute(arguments: [job])
      var tally = Tally()
      tally.move(queue: row["queue"], from: .waiting, to: .dead)
      try tally.apply(db)
      return true
    }
  }

  /// Dead letters with a job above `job`, in order of job. Start with 0; an empty answer is the end.
  public func deadLetters(
    _ selector: DeadLetterSelector = .all, after job: UInt64 = 0, limit: Int
  ) throws(StorageError) -> [DeadLetterRow] {
    try store.read { db in
      let (condition, values) = selector.condition
      return try Row.fetchAll(
        db,
        sql: """
          SELECT \(WaitingArticle.columns), code FROM dead_letter JOIN article USING (job)
          WHERE job > ? AND \(condition) ORDER BY job LIMIT ?
          """, arguments: [Int64(job)] + StatementArguments(values) + [limit]
      ).map { row in
        let job: Int64 = row["job"]
        let queue: String? = row["queue"]
        return DeadLetterRow(
          job: UInt64(job), id: row.text("id") ?? "", revision: row["revision"],
          queue: queue.flatMap(Language.init(rawValue:)),
          source: row.text("source"), size: row["size"], code: row["code"],
          failures: try AttemptFailure.all(job: job, db))
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
          SELECT \(WaitingArticle.columns) FROM dead_letter JOIN article USING (job)
          WHERE \(condition) ORDER BY job
          """, arguments: StatementArguments(values))
      var tally = Tally()
      for row in rows {
        let job: Int64 = row["job"]
        try db.cachedStatement(sql: "UPDATE article SET state = 0 WHERE job = ?")
          .execute(arguments: [job])
        for sql in ["DELETE FROM failure WHERE job = ?", "DELETE FROM dead_letter WHERE job = ?"] {
          try db.cachedStatement(sql: sql).execute(arguments: [job])
        }
        tally.move(queue: row["queue"], from: .dead, to: .waiting)
      }
      try tally.apply(db)
      return rows.map(WaitingArticle.init)
    }
  }

  /// Withdraws dead letters for good, as `retract` does.
  public func discardDeadLetters(_ selector: DeadLetterSelector) throws(StorageError) -> [Retraction] {
    try store.write { db in
      let (condition, values) = selector.condition
      let rows = try Row.fetchAll(
        db, sql: "SELECT id FROM dead_letter JOIN article USING (job) WHERE \(condition) ORDER BY job",
        arguments: StatementArguments(values))
      return try self.bury(rows.compactMap { $0.text("id") }, db)
    }
  }
}

extension DeadLetterSelector {
  /// A condition on `article`, and its arguments.
  var condition: (sql: String, values: [DatabaseValue]) {
    switch self {
    case .all: ("1", [])
    case .ids(let ids):
      ("id IN (\(Array(repeating: "?", count: ids.count).joined(separator: ",")))", ids.map(\.column))
    case .code(let code):
      ("code = ?", [code.databaseValue])
    }
  }
}

extension AttemptFailure {
  static func all(job: Int64, _ db: Database) throws -> [AttemptFailure] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT attempt, code, message, worker, alone, at FROM failure WHERE job = ? ORDER BY rowid"),
      arguments: [job]
    ).map {
      AttemptFailure(
        attempt: $0["attempt"], code: $0["code"], message: $0["message"], worker: $0["worker"], alone: $0["alone"],
        at: $0["at"])
    }
  }
}

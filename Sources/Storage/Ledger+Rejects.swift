internal import GRDB

extension Ledger {
  /// How many rejects are kept: the latest.
  static let rejectLimit = 100_000

  /// Keeps rejected input where a user can look it up, the latest hundred thousand; the same reject of a second run is
  /// kept once.
  public func recordRejects(_ rejects: [RejectedInput]) throws(StorageError) {
    try store.write { db in
      let statement = try db.cachedStatement(
        sql: "INSERT OR IGNORE INTO reject (file, position, code, message) VALUES (?, ?, ?, ?)")
      for reject in rejects {
        try statement.execute(arguments: [
          reject.file.column, reject.position.column, reject.code, reject.message.column,
        ])
      }
      try db.cachedStatement(
        sql: "DELETE FROM reject WHERE number <= (SELECT max(number) FROM reject) - ?"
      ).execute(arguments: [Self.rejectLimit])
    }
  }

  /// Rejects in the order they came, from `offset` on.
  public func rejects(offset: Int = 0, limit: Int) throws(StorageError) -> [RejectedInput] {
    try store.read { db in
      try Row.fetchAll(
        db, sql: "SELECT file, position, code, message FROM reject ORDER BY number LIMIT ? OFFSET ?",
        arguments: [limit, offset]
      ).map {
        RejectedInput(
          file: $0.text("file") ?? "", position: $0.text("position") ?? "", code: $0["code"],
          message: $0.text("message") ?? "")
      }
    }
  }

  public func rejectCount() throws(StorageError) -> Int {
    try store.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM reject") ?? 0 }
  }
}

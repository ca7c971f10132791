internal import GRDB

extension Ledger {
  /// Keeps rejected input where a user can look it up; the same reject of a second run is kept once.
  public func recordRejects(_ rejects: [RejectedInput]) throws(StorageError) {
    try store.write { db in
      let statement = try db.cachedStatement(
        sql: "INSERT OR IGNORE INTO reject (file, position, code, message) VALUES (?, ?, ?, ?)")
      for reject in rejects {
        try statement.execute(arguments: [reject.file, reject.position, reject.code, reject.message])
      }
    }
  }

  /// Rejects in the order they came, from `offset` on.
  public func rejects(offset: Int = 0, limit: Int) throws(StorageError) -> [RejectedInput] {
    try store.read { db in
      try Row.fetchAll(
        db, sql: "SELECT file, position, code, message FROM reject ORDER BY number LIMIT ? OFFSET ?",
        arguments: [limit, offset]
      ).map {
        RejectedInput(file: $0["file"], position: $0["position"], code: $0["code"], message: $0["message"])
      }
    }
  }

  public func rejectCount() throws(StorageError) -> Int {
    try store.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM reject") ?? 0 }
  }
}

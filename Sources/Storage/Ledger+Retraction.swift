internal import GRDB

extension Ledger {
  /// Withdraws articles: their texts go at once, and a tombstone above every revision handed out goes to the
  /// aggregator. Unknown ids are left out of the answer; one retracted before answers its old tombstone.
  public func retract(_ ids: [String]) throws(StorageError) -> [Tombstone] {
    try store.write { db in try self.bury(ids, db) }
  }

  func bury(_ ids: [String], _ db: Database) throws -> [Tombstone] {
    let find = try db.cachedStatement(sql: "SELECT job, revision, state, queue FROM article WHERE id = ?")
    var tally = Tally()
    var tombstones: [Tombstone] = []
    for id in ids {
      guard let row = try Row.fetchOne(find, arguments: [id]), let state = ArticleState(rawValue: row["state"]) else {
        continue
      }
      let revision: UInt32 = row["revision"]
      guard state != .retracted else {
        tombstones.append(Tombstone(id: id, revision: revision))
        continue
      }
      let job: Int64 = row["job"]
      try db.cachedStatement(
        sql: """
          UPDATE article SET state = 3, revision = revision + 1, title = NULL, url = NULL, source = NULL, failures = 0,
            buried = 0
          WHERE job = ?
          """
      ).execute(arguments: [job])
      try db.cachedStatement(sql: "DELETE FROM content WHERE job = ?").execute(arguments: [job])
      try db.cachedStatement(sql: "DELETE FROM failure WHERE job = ?").execute(arguments: [job])
      tally.move(queue: row["queue"], from: state, to: .retracted)
      tombstones.append(Tombstone(id: id, revision: revision + 1))
    }
    try tally.apply(db)
    return tombstones
  }

  /// Tombstones that the aggregator has not confirmed; hand them over again after a restart.
  public func pendingTombstones(limit: Int) throws(StorageError) -> [Tombstone] {
    try store.read { db in
      try Row.fetchAll(
        db, sql: "SELECT id, revision FROM article WHERE state = 3 AND buried = 0 ORDER BY job LIMIT ?",
        arguments: [limit]
      ).map { Tombstone(id: $0["id"], revision: $0["revision"]) }
    }
  }

  /// The aggregator has these tombstones.
  public func confirmTombstones(_ tombstones: [Tombstone]) throws(StorageError) {
    try store.write { db in
      let statement = try db.cachedStatement(
        sql: "UPDATE article SET buried = 1 WHERE id = ? AND state = 3 AND revision <= ?")
      for tombstone in tombstones { try statement.execute(arguments: [tombstone.id, tombstone.revision]) }
    }
  }
}

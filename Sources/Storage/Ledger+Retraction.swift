internal import GRDB

extension Ledger {
  /// Withdraws articles: their texts go at once, and a tombstone above every revision handed out goes to the
  /// aggregator. Unknown ids are left out of the answer; one retracted before answers its old tombstone.
  public func retract(_ ids: [String]) throws(StorageError) -> [Retraction] {
    try store.write { db in try self.bury(ids, db) }
  }

  func bury(_ ids: [String], _ db: Database) throws -> [Retraction] {
    let find = try db.cachedStatement(sql: "SELECT job, revision, state, queue FROM article WHERE id = ?")
    let mark = try db.cachedStatement(
      sql: """
        UPDATE article SET state = 3, revision = revision + 1, title = NULL, url = NULL, source = NULL, buried = 0
        WHERE job = ?
        """)
    var tally = Tally()
    var retractions: [Retraction] = []
    for id in ids {
      guard let row = try Row.fetchOne(find, arguments: [id.column]) else { continue }
      let known = SupersededArticle(row)
      let revision: UInt32 = row["revision"]
      guard known.state != .retracted else {
        retractions.append(Retraction(tombstone: StoredTombstone(id: id, revision: revision)))
        continue
      }
      try mark.execute(arguments: [Int64(known.job)])
      try forget(job: Int64(known.job), db)
      tally.move(queue: row["queue"], from: known.state, to: .retracted)
      retractions.append(
        Retraction(tombstone: StoredTombstone(id: id, revision: revision + 1), superseded: known))
    }
    try tally.apply(db)
    return retractions
  }

  /// Tombstones that the aggregator has not confirmed; hand them over again after a restart.
  public func pendingTombstones(limit: Int) throws(StorageError) -> [StoredTombstone] {
    try store.read { db in
      try Row.fetchAll(
        db, sql: "SELECT id, revision FROM article WHERE state = 3 AND buried = 0 ORDER BY job LIMIT ?",
        arguments: [limit]
      ).map { StoredTombstone(id: $0.text("id") ?? "", revision: $0["revision"]) }
    }
  }

  /// The aggregator has these tombstones.
  public func confirmTombstones(_ tombstones: [StoredTombstone]) throws(StorageError) {
    try store.write { db in
      let statement = try db.cachedStatement(
        sql: "UPDATE article SET buried = 1 WHERE id = ? AND state = 3 AND revision <= ?")
      for tombstone in tombstones { try statement.execute(arguments: [tombstone.id.column, tombstone.revision]) }
    }
  }
}

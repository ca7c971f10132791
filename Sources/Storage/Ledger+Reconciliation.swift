internal import GRDB

/// What a page of the aggregator's inventory showed.
public struct Reconciliation: Sendable, Hashable {
  /// Believed done, but the aggregator lacks them: they wait again.
  public var requeued: [UInt64] = []
  /// Believed waiting, but committed: they are done now.
  public var completed: [UInt64] = []
  /// Withdrawn at the aggregator: they are withdrawn here now, and their tombstones wait to be handed over.
  public var retracted: [UInt64] = []
}

extension Ledger {
  /// Compares the aggregator's holdings with the ledger for the ids above `after` up to and including `through` (nil:
  /// open) and mends the ledger in one transaction. `inventory` must be all that the aggregator holds in that range;
  /// page by page, in byte order of id, it covers everything.
  ///
  /// A retracted article whose tombstone is lacking counts as unconfirmed again; see `pendingTombstones`. An article
  /// that the aggregator has buried is retracted here too, since no result of it could ever be committed.
  public func reconcile(
    inventory: [InventoryEntry], after: String?, through: String?, at: Int64
  ) throws(StorageError) -> Reconciliation {
    try store.write { db in
      var held: [String: InventoryEntry] = [:]
      for entry in inventory { held[entry.article] = entry }
      var result = Reconciliation()
      var tally = Tally()
      var buried: [String] = []
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT job, id, revision, state, queue FROM article
          WHERE (?1 IS NULL OR id > ?1) AND (?2 IS NULL OR id <= ?2)
          """, arguments: [after, through])
      for row in rows {
        guard let state = ArticleState(rawValue: row["state"]) else { continue }
        let job: Int64 = row["job"]
        let id: String = row["id"]
        let entry = held[id].flatMap { $0.revision >= row["revision"] as UInt32 ? $0 : nil }
        switch (state, entry?.isTombstone) {
        case (.done, nil):
          try db.cachedStatement(sql: "UPDATE article SET state = 0, finished = NULL WHERE job = ?")
            .execute(arguments: [job])
          tally.move(queue: row["queue"], from: .done, to: .waiting)
          result.requeued.append(UInt64(job))
        case (.waiting, false), (.dead, false):
          try db.cachedStatement(sql: "UPDATE article SET state = 1, finished = ? WHERE job = ?")
            .execute(arguments: [at, job])
          tally.move(queue: row["queue"], from: state, to: .done)
          result.completed.append(UInt64(job))
        case (.waiting, true), (.done, true), (.dead, true):
          buried.append(id)
          result.retracted.append(UInt64(job))
        case (.retracted, let isTombstone):
          try db.cachedStatement(sql: "UPDATE article SET buried = ? WHERE job = ?")
            .execute(arguments: [isTombstone == true, job])
        default: break
        }
      }
      try tally.apply(db)
      _ = try self.bury(buried, db)
      return result
    }
  }
}

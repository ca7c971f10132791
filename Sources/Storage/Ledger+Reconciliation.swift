internal import GRDB

/// What a page of the aggregator's inventory showed; durable when answered.
public struct LedgerReconciliation: Sendable, Hashable {
  /// They were done, but the aggregator lacks them: they wait again.
  public var requeued: [WaitingArticle] = []
  /// They were waiting, but the aggregator holds them: they are done now.
  public var found: [WaitingArticle] = []
  /// Withdrawn here, but not there: hand these over (again).
  public var tombstones: [StoredTombstone] = []
}

extension Ledger {
  /// Compares the aggregator's holdings with the ledger for the ids above `after` up to and including `through` (nil:
  /// open) and mends the ledger in one transaction. `inventory` must be all that the aggregator holds in that range;
  /// page by page, in byte order of id, it covers everything. `at` is in seconds since 1970-01-01 UTC.
  ///
  /// A dead letter stays one, whatever the aggregator holds.
  public func reconcile(
    inventory: [HeldRevision], after: String?, through: String?, at: Int64
  ) throws(StorageError) -> LedgerReconciliation {
    try store.write { db in
      var held: [String: UInt32] = [:]
      for entry in inventory { held[entry.article] = entry.revision }
      var result = LedgerReconciliation()
      var tally = Tally()
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT \(WaitingArticle.columns), state FROM article
          WHERE (?1 IS NULL OR id > ?1) AND (?2 IS NULL OR id <= ?2)
          """, arguments: [after?.column, through?.column])
      let requeue = try db.cachedStatement(sql: "UPDATE article SET state = 0, finished = NULL WHERE job = ?")
      let finish = try db.cachedStatement(sql: "UPDATE article SET state = 1, finished = ? WHERE job = ?")
      let confirm = try db.cachedStatement(sql: "UPDATE article SET buried = ? WHERE job = ?")
      for row in rows {
        let article = WaitingArticle(row)
        let holds = held[article.id].map { $0 >= article.revision } ?? false
        switch (ArticleState(rawValue: row["state"]), holds) {
        case (.done, false):
          try requeue.execute(arguments: [Int64(article.job)])
          tally.move(queue: row["queue"], from: .done, to: .waiting)
          result.requeued.append(article)
        case (.waiting, true):
          try finish.execute(arguments: [at, Int64(article.job)])
          tally.move(queue: row["queue"], from: .waiting, to: .done)
          result.found.append(article)
        case (.retracted, let holds):
          try confirm.execute(arguments: [holds, Int64(article.job)])
          if !holds { result.tombstones.append(StoredTombstone(id: article.id, revision: article.revision)) }
        default: break
        }
      }
      try tally.apply(db)
      return result
    }
  }
}

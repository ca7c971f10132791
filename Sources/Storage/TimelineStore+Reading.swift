internal import Foundation
internal import GRDB
internal import NewsEvents

extension TimelineStore {
  /// What the store holds, results and tombstones, in byte order of article id, after `article` (nil: from the
  /// start). An empty answer is the end.
  public func inventory(after article: String?, limit: Int) throws(StorageError) -> [HeldRevision] {
    try store.read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT article, revision, payload IS NULL AS buried FROM result
            WHERE article > ? ORDER BY article LIMIT ?
            """), arguments: [(article ?? "").column, limit]
      ).map { HeldRevision(article: $0.text("article") ?? "", revision: $0["revision"], isTombstone: $0["buried"]) }
    }
  }

  /// Visits every result (no tombstone) in byte order of article id, all as of one moment, one in memory at a time.
  /// Answers the store's revision at that moment.
  @discardableResult
  public func forEachResult(_ body: (StoredResult) throws -> Void) throws -> UInt64 {
    try visit(changedAfter: nil, body)
  }

  /// The same for what changed after store revision `revision`, tombstones left out.
  @discardableResult
  public func forEachResult(changedAfter revision: UInt64, _ body: (StoredResult) throws -> Void) throws -> UInt64 {
    try visit(changedAfter: revision, body)
  }

  /// Visits what the store held at revision `past` and what it holds now, both as of one moment, each in byte order of
  /// article id. Answers the store's revision at that moment; throws `StorageError.unknownRevision` for a revision that
  /// it does not remember: before the last change of coder, or before the release that began to keep what was replaced.
  public func forEachResult(
    asOf past: UInt64, then: (StoredResult) throws -> Void, now: (StoredResult) throws -> Void
  ) throws -> UInt64 {
    var own: (any Error)?
    let revision = try store.read { db in
      let newest = try Self.revision(db)
      let oldest = try Meta.horizon.value(db).flatMap { UInt64($0) } ?? 0
      // At revision 0 every store was empty.
      guard past == 0 || (oldest...max(oldest, newest)).contains(past), past <= newest else {
        throw StorageError.unknownRevision(path: self.path, asked: past, oldest: oldest, newest: newest)
      }
      func each(_ sql: String, _ arguments: StatementArguments, _ body: (StoredResult) throws -> Void) throws {
        let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
        while own == nil, let row = try rows.next() {
          let result = try StoredResult(row, path: self.path)
          do { try body(result) } catch { own = error }
        }
      }
      if past > 0 {
        try each(
          """
          SELECT article, revision, changed, fingerprint, hash, mentions, payload FROM result
          WHERE payload IS NOT NULL AND changed <= ?
          UNION ALL
          SELECT article, revision, brought, fingerprint, hash, mentions, payload FROM superseded
          WHERE brought <= ? AND replaced > ?
          ORDER BY article
          """, [Int64(past), Int64(past), Int64(past)], then)
      }
      try each(
        """
        SELECT article, revision, changed, fingerprint, hash, mentions, payload FROM result
        WHERE payload IS NOT NULL ORDER BY article
        """, [], now)
      return newest
    }
    if let own { throw own }
    return revision
  }

  private func visit(changedAfter: UInt64?, _ body: (StoredResult) throws -> Void) throws -> UInt64 {
    // The body's own errors pass unchanged; only those of the database are worded.
    var own: (any Error)?
    let revision = try store.read { db in
      let condition = changedAfter == nil ? "" : " AND changed > ?"
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT article, revision, changed, fingerprint, hash, mentions, payload FROM result
          WHERE payload IS NOT NULL\(condition) ORDER BY article
          """, arguments: changedAfter.map { [Int64($0)] } ?? [])
      while let row = try rows.next() {
        let result = try StoredResult(row, path: self.path)
        do { try body(result) } catch {
          own = error
          break
        }
      }
      return try Self.revision(db)
    }
    if let own { throw own }
    return revision
  }

  /// The result of one article; nil when there is none, or a tombstone.
  public func result(article: String) throws(StorageError) -> StoredResult? {
    try store.read { db in
      try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT article, revision, changed, fingerprint, hash, mentions, payload FROM result
            WHERE article = ? AND payload IS NOT NULL
            """), arguments: [article.column]
      ).map { try StoredResult($0, path: self.path) }
    }
  }

  /// How much the store holds. O(1).
  public func counts() throws(StorageError) -> TimelineCounts {
    try store.read(Self.counts)
  }

  static func counts(_ db: Database) throws -> TimelineCounts {
    let rows = try Row.fetchAll(db.cachedStatement(sql: "SELECT name, count FROM total"))
    let counts = Dictionary(uniqueKeysWithValues: rows.map { ($0["name"] as String, $0["count"] as Int) })
    return TimelineCounts(
      results: counts["results"] ?? 0, tombstones: counts["tombstones"] ?? 0, mentions: counts["mentions"] ?? 0)
  }

  /// The same by counting every row; `silsila verify` compares the two. O(articles).
  public func recount() throws(StorageError) -> TimelineCounts {
    try store.read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT count(payload) AS results, count(*) - count(payload) AS tombstones, ifnull(sum(mentions), 0) AS mentions
          FROM result
          """)
      return TimelineCounts(
        results: row?["results"] ?? 0, tombstones: row?["tombstones"] ?? 0, mentions: row?["mentions"] ?? 0)
    }
  }
}

extension StoredResult {
  init(_ row: Row, path: String) throws {
    let hash: Data = row["hash"]
    let payload: Data = row["payload"]
    let article = row.text("article") ?? ""
    guard let contentHash = ContentHash(bytes: [UInt8](hash)) else {
      throw StorageError.damaged(path: path, reason: "the result of article \(article)")
    }
    let changed: Int64 = row["changed"]
    self.init(
      article: article, revision: row["revision"], fingerprint: row["fingerprint"], contentHash: contentHash,
      mentions: row["mentions"], payload: [UInt8](payload), storeRevision: UInt64(changed))
  }
}

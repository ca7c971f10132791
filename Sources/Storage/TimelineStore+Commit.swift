internal import Foundation
internal import GRDB
internal import NewsEvents

extension TimelineStore {
  /// Commits a group in one durable transaction; the effects stand in the order of the group.
  ///
  /// An item whose revision is not above what the store holds for its article (results and tombstones alike) is
  /// ignored, so repeating a group, or any part of it, in any order, changes nothing.
  @discardableResult
  public func commit(_ group: [TimelineChange]) throws(StorageError) -> [CommitEffect] {
    try commitCounting(group).effects
  }

  /// The same, with how much the store holds afterwards.
  public func commitCounting(
    _ group: [TimelineChange]
  ) throws(StorageError) -> (effects: [CommitEffect], counts: TimelineCounts) {
    try store.write { db in
      let revision = try Self.revision(db) + 1
      var writer = try ResultWriter(db: db, storeRevision: Int64(revision))
      var effects: [CommitEffect] = []
      effects.reserveCapacity(group.count)
      for change in group { effects.append(try writer.write(change)) }
      if effects.contains(.committed) {
        try Meta.revision.set("\(revision)", db)
        try writer.totals.apply(db)
      }
      return (effects, try Self.counts(db))
    }
  }
}

/// One transaction of results and tombstones.
private struct ResultWriter {
  let db: Database
  let storeRevision: Int64
  /// Nearly every result is its article's first: it is written at once, and only one that is refused is looked up.
  let insert: Statement
  var totals = Totals()

  init(db: Database, storeRevision: Int64) throws {
    self.db = db
    self.storeRevision = storeRevision
    insert = try db.cachedStatement(
      sql: """
        INSERT INTO result (number, article, revision, changed, fingerprint, hash, mentions, payload)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (article) DO NOTHING
        """)
  }

  mutating func write(_ change: TimelineChange) throws -> CommitEffect {
    if try write(change, number: nil) { return .committed }
    let find = try db.cachedStatement(
      sql: """
        SELECT number, revision, mentions, fingerprint, changed, payload IS NULL AS buried FROM result
        WHERE article = ?
        """)
    guard let row = try Row.fetchOne(find, arguments: [change.article.column]) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the index of articles, at \(change.article)")
    }
    let held: UInt32 = row["revision"]
    guard change.revision > held else { return held == change.revision ? .repeated : .superseded }
    totals.remove(mentions: row["mentions"], isTombstone: row["buried"])
    try keep(row, coder: change.fingerprint)
    let number: Int64 = row["number"]
    try db.cachedStatement(sql: "DELETE FROM result WHERE number = ?").execute(arguments: [number])
    _ = try write(change, number: number)
    return .committed
  }

  /// Whether the row is new; nothing is written when the article has one.
  private mutating func write(_ change: TimelineChange, number: Int64?) throws -> Bool {
    let article = change.article.column
    switch change {
    case .result(let result):
      try insert.execute(arguments: [
        number, article, result.revision, storeRevision, result.fingerprint, Data(result.contentHash.bytes),
        result.mentions, Data(result.payload),
      ])
    case .tombstone(let tombstone):
      try insert.execute(arguments: [number, article, tombstone.revision, storeRevision, nil, nil, 0, nil])
    }
    guard db.changesCount == 1 else { return false }
    totals.add(change)
    return true
  }

  /// Keeps a result that is about to be replaced, so that what changed since a revision can be told.
  ///
  /// What another coder read is not kept: coding all articles again would double the store, and then nothing of the old
  /// timeline stands. The horizon moves instead.
  private func keep(_ row: Row, coder: String?) throws {
    let number: Int64 = row["number"], changed: Int64 = row["changed"]
    // Nobody has seen what comes and goes in one transaction.
    guard !(row["buried"] as Bool), changed < storeRevision else { return }
    if let coder, coder != row["fingerprint"] {
      try Meta.horizon.set("\(storeRevision)", db)
      return try db.cachedStatement(sql: "DELETE FROM superseded WHERE replaced <= ?").execute(arguments: [
        storeRevision
      ])
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO superseded (article, brought, replaced, revision, fingerprint, hash, mentions, payload)
        SELECT article, changed, ?, revision, fingerprint, hash, mentions, payload FROM result WHERE number = ?
        """
    ).execute(arguments: [storeRevision, number])
  }
}

extension TimelineChange {
  fileprivate var article: String {
    switch self {
    case .result(let result): result.article
    case .tombstone(let tombstone): tombstone.id
    }
  }

  fileprivate var revision: UInt32 {
    switch self {
    case .result(let result): result.revision
    case .tombstone(let tombstone): tombstone.revision
    }
  }

  /// The coder of a result; nil for a tombstone.
  fileprivate var fingerprint: String? {
    switch self {
    case .result(let result): result.fingerprint
    case .tombstone: nil
    }
  }
}

/// Changes to the counts, gathered over one transaction.
private struct Totals {
  var counts = TimelineCounts(results: 0, tombstones: 0, mentions: 0)

  mutating func add(_ change: TimelineChange) {
    switch change {
    case .result(let result):
      counts.results += 1
      counts.mentions += result.mentions
    case .tombstone: counts.tombstones += 1
    }
  }

  mutating func remove(mentions: Int, isTombstone: Bool) {
    counts.mentions -= mentions
    if isTombstone { counts.tombstones -= 1 } else { counts.results -= 1 }
  }

  func apply(_ db: Database) throws {
    let statement = try db.cachedStatement(sql: "UPDATE total SET count = count + ? WHERE name = ?")
    try statement.execute(arguments: [counts.results, "results"])
    try statement.execute(arguments: [counts.tombstones, "tombstones"])
    try statement.execute(arguments: [counts.mentions, "mentions"])
  }
}

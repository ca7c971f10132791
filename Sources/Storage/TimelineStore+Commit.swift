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
      var totals = Totals()
      var effects: [CommitEffect] = []
      effects.reserveCapacity(group.count)
      for change in group {
        effects.append(try Self.write(change, storeRevision: Int64(revision), db, &totals))
      }
      if effects.contains(.committed) {
        try Meta.revision.set("\(revision)", db)
        try totals.apply(db)
      }
      return (effects, try Self.counts(db))
    }
  }

  private static func write(
    _ change: TimelineChange, storeRevision: Int64, _ db: Database, _ totals: inout Totals
  ) throws -> CommitEffect {
    let (article, revision) =
      switch change {
      case .result(let result): (result.article, result.revision)
      case .tombstone(let tombstone): (tombstone.id, tombstone.revision)
      }
    let find = try db.cachedStatement(
      sql: """
        SELECT number, revision, mentions, fingerprint, changed, payload IS NULL AS buried FROM result
        WHERE article = ?
        """)
    let row = try Row.fetchOne(find, arguments: [article.column])
    if let row {
      let held: UInt32 = row["revision"]
      guard revision > held else { return held == revision ? .repeated : .superseded }
      totals.remove(mentions: row["mentions"], isTombstone: row["buried"])
      try keep(row, coder: change.fingerprint, storeRevision: storeRevision, db)
    }
    let number: Int64? = row?["number"]
    let insert = try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO result (number, article, revision, changed, fingerprint, hash, mentions, payload)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
    switch change {
    case .result(let result):
      try insert.execute(arguments: [
        number, article.column, revision, storeRevision, result.fingerprint, Data(result.contentHash.bytes),
        result.mentions,
        Data(result.payload),
      ])
      totals.add(mentions: result.mentions, isTombstone: false)
    case .tombstone:
      try insert.execute(arguments: [number, article.column, revision, storeRevision, nil, nil, 0, nil])
      totals.add(mentions: 0, isTombstone: true)
    }
    return .committed
  }
}

extension TimelineStore {
  /// Keeps a result that is about to be replaced, so that what changed since a revision can be told.
  ///
  /// What another coder read is not kept: coding all articles again would double the store, and then nothing of the old
  /// timeline stands. The horizon moves instead.
  private static func keep(_ row: Row, coder: String?, storeRevision: Int64, _ db: Database) throws {
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

  mutating func add(mentions: Int, isTombstone: Bool) {
    counts.mentions += mentions
    if isTombstone { counts.tombstones += 1 } else { counts.results += 1 }
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

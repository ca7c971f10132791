internal import Foundation
internal import GRDB
internal import NewsEvents

extension TimelineStore {
  /// Commits a group in one durable transaction; the effects stand in the order of the group.
  ///
  /// A result whose revision is not above what the store holds for its article (tombstones included) is ignored,
  /// so repeating a group, or any part of it, in any order, changes nothing.
  public func commit(_ group: [ResultCommit]) throws(StorageError) -> [CommitEffect] {
    try store.write { db in
      let revision = try Self.revision(db) + 1
      let find = try db.cachedStatement(sql: "SELECT number, revision FROM result WHERE article = ?")
      let insert = try db.cachedStatement(
        sql: """
          INSERT OR REPLACE INTO result (number, article, revision, changed, fingerprint, hash, payload)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """)
      var effects: [CommitEffect] = []
      effects.reserveCapacity(group.count)
      for result in group {
        let row = try Row.fetchOne(find, arguments: [result.article])
        if let held: UInt32 = row?["revision"], held >= result.revision {
          effects.append(held == result.revision ? .repeated : .superseded)
          continue
        }
        let number: Int64? = row?["number"]
        try insert.execute(arguments: [
          number, result.article, result.revision, Int64(revision), result.fingerprint,
          Data(result.contentHash.bytes), Data(result.payload),
        ])
        effects.append(.committed)
      }
      if effects.contains(.committed) { try Meta.revision.set("\(revision)", db) }
      return effects
    }
  }

  /// Buries articles in one durable transaction; says of each whether it had an effect.
  public func bury(_ tombstones: [Tombstone]) throws(StorageError) -> [Bool] {
    try store.write { db in
      let revision = try Self.revision(db) + 1
      let statement = try db.cachedStatement(
        sql: """
          INSERT INTO result (article, revision, changed) VALUES (?, ?, ?)
          ON CONFLICT (article) DO UPDATE
          SET revision = excluded.revision, changed = excluded.changed, fingerprint = NULL, hash = NULL, payload = NULL
          WHERE result.revision < excluded.revision
          """)
      let effects = try tombstones.map { tombstone in
        try statement.execute(arguments: [tombstone.id, tombstone.revision, Int64(revision)])
        return db.changesCount > 0
      }
      if effects.contains(true) { try Meta.revision.set("\(revision)", db) }
      return effects
    }
  }
}

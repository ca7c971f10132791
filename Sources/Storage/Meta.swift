import GRDB

/// The `meta` table: a few named values of a store.
enum Meta: String {
  case identity, fingerprint, revision
  /// The earliest store revision whose results can still be told.
  case horizon

  static func migrate(_ db: Database) throws {
    try db.execute(sql: "CREATE TABLE meta (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID")
  }

  func value(_ db: Database) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM meta WHERE name = ?"), arguments: [rawValue])
  }

  func set(_ value: String, _ db: Database) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)")
      .execute(arguments: [rawValue, value])
  }
}

/// A new random store identity: 32 hexadecimal digits.
func randomIdentity() -> String {
  var generator = SystemRandomNumberGenerator()
  let digits = (0..<2).map { _ in
    let hex = String(generator.next() as UInt64, radix: 16)
    return String(repeating: "0", count: 16 - hex.count) + hex
  }
  return digits.joined()
}

extension Store {
  /// The identity that ledger and timeline of one cluster share.
  func identity() throws(StorageError) -> String {
    guard let identity = try read({ db in try Meta.identity.value(db) }) else {
      throw .damaged(path: path, reason: "the store has no identity")
    }
    return identity
  }

  /// Gives a new store its identity; an existing one keeps its own.
  func ensureIdentity(_ proposed: String?) throws(StorageError) {
    try write { db in
      if try Meta.identity.value(db) == nil { try Meta.identity.set(proposed ?? randomIdentity(), db) }
    }
  }

  /// Takes over the partner's identity. A store that already holds rows (as `isEmpty` tells) keeps its own and throws.
  func adopt(identity given: String, isEmpty: (Database) throws -> Bool) throws(StorageError) {
    try write { db in
      let stored = try Meta.identity.value(db)
      if stored == given { return }
      guard try isEmpty(db) else {
        throw StorageError.identityMismatch(path: path, stored: stored ?? "none", given: given)
      }
      try Meta.identity.set(given, db)
    }
  }

  func fingerprint() throws(StorageError) -> String? {
    try read { db in try Meta.fingerprint.value(db) }
  }

  /// Pins the coder's fingerprint on first use, and refuses another one afterwards.
  func pin(fingerprint given: String) throws(StorageError) {
    try write { db in
      guard let stored = try Meta.fingerprint.value(db) else { return try Meta.fingerprint.set(given, db) }
      guard stored == given else {
        throw StorageError.fingerprintMismatch(path: path, stored: stored, given: given)
      }
    }
  }
}

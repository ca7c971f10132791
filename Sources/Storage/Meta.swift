import GRDB

/// The `meta` table: a few named values of a store.
enum Meta: String {
  case identity, fingerprint, revision, grants
  /// The earliest store revision whose results can still be told.
  case horizon
  /// `yes` while nobody writes and the last writer has closed the store; otherwise it is looked through at the start.
  case closed

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

/// The secret of a cluster that coordinator and aggregator prove to each other with what they said to workers.
public struct StoredGrantKey: Sendable, Hashable {
  public var words: (UInt64, UInt64) { (first, second) }
  private var first: UInt64
  private var second: UInt64

  public init(_ first: UInt64, _ second: UInt64) {
    self.first = first
    self.second = second
  }

  static func random() -> StoredGrantKey {
    var generator = SystemRandomNumberGenerator()
    return StoredGrantKey(generator.next(), generator.next())
  }

  /// 32 hexadecimal digits.
  var text: String { [first, second].map(sixteenDigits).joined() }

  init?(text: String) {
    guard text.utf8.count == 32, let first = UInt64(text.prefix(16), radix: 16),
      let second = UInt64(text.suffix(16), radix: 16)
    else { return nil }
    self.init(first, second)
  }
}

private func sixteenDigits(_ number: UInt64) -> String {
  let hex = String(number, radix: 16)
  return String(repeating: "0", count: 16 - hex.count) + hex
}

/// A new random store identity: 32 hexadecimal digits.
func randomIdentity() -> String {
  var generator = SystemRandomNumberGenerator()
  return (0..<2).map { _ in sixteenDigits(generator.next()) }.joined()
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

  /// The key of grants and receipts; nil in a timeline that no coordinator has greeted yet.
  func grantKey() throws(StorageError) -> StoredGrantKey? {
    guard let text = try read({ db in try Meta.grants.value(db) }) else { return nil }
    guard let key = StoredGrantKey(text: text) else {
      throw .damaged(path: path, reason: "the key of grants has \(text.utf8.count) characters")
    }
    return key
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

internal import Foundation
internal import GRDB

/// The aggregator's durable memory: one result, or one tombstone, per article.
///
/// Calls block until the disk has the change. Safe to share: writers queue up, readers do not wait.
public final class TimelineStore: Sendable {
  let store: Store

  /// Opens, or creates, the store at `path`. `identity` is given to a new store only; without it a random one is.
  public init(path: String, identity: String? = nil) throws(StorageError) {
    store = try Store(path: path, access: .writing, migrator: TimelineSchema.migrator)
    try store.ensureIdentity(identity)
  }

  /// Opens an existing store for looking, also while an aggregator writes to it.
  public init(readingFrom path: String) throws(StorageError) {
    store = try Store(path: path, access: .reading, migrator: TimelineSchema.migrator)
  }

  public var path: String { store.path }

  /// The identity that ledger and timeline share: 32 hexadecimal digits.
  public func identity() throws(StorageError) -> String { try store.identity() }

  /// Takes over the ledger's identity; a store that has results keeps its own and throws
  /// `StorageError.identityMismatch`.
  public func adopt(identity: String) throws(StorageError) {
    try store.adopt(identity: identity) { db in
      try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT 1 FROM result)") ?? true
    }
  }

  /// The coordinator's key of grants and receipts; nil before the first contact.
  public func grantKey() throws(StorageError) -> StoredGrantKey? { try store.grantKey() }

  /// Remembers the coordinator's key.
  public func keep(_ key: StoredGrantKey) throws(StorageError) {
    try store.write { db in try Meta.grants.set(key.text, db) }
  }

  /// The fingerprint of the coder whose results stand here; nil before the first.
  public func fingerprint() throws(StorageError) -> String? { try store.fingerprint() }

  /// Pins the coder's fingerprint on first use; throws `StorageError.fingerprintMismatch` for another one.
  public func pin(fingerprint: String) throws(StorageError) { try store.pin(fingerprint: fingerprint) }

  /// Replaces the pinned fingerprint, for `silsila recode`; results of the old one stand until replaced.
  public func repin(fingerprint: String) throws(StorageError) {
    try store.write { db in try Meta.fingerprint.set(fingerprint, db) }
  }

  /// Rises by one with every group that had an effect.
  public func revision() throws(StorageError) -> UInt64 {
    try store.read(Self.revision)
  }

  static func revision(_ db: Database) throws -> UInt64 {
    try Meta.revision.value(db).flatMap { UInt64($0) } ?? 0
  }

  /// Copies the store as it is at this moment to a new file, while it is in use.
  public func backup(to destination: String) throws(StorageError) { try store.backup(to: destination) }

  /// What is wrong with the file; empty when it is sound. Reads all of it.
  public func damage() throws(StorageError) -> [String] { try store.damage() }

  /// Folds the write-ahead log into the file. The store cannot be used afterwards.
  public func close() throws(StorageError) { try store.close() }
}

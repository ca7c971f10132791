internal import GRDB

/// The coordinator's durable memory: every accepted article, its text, and how far it has come.
///
/// Calls block until the disk has the change; call from a thread that may wait. Safe to share: writers queue up
/// behind each other, readers do not wait. One transaction per call, so hand over groups of 100 to 500.
public final class Ledger: Sendable {
  let store: Store

  /// Opens, or creates, the ledger at `path`. `identity` is given to a new ledger only; without it a random one is.
  public init(path: String, identity: String? = nil) throws(StorageError) {
    store = try Store(path: path, access: .writing, migrator: LedgerSchema.migrator)
    try store.ensureIdentity(identity)
  }

  /// Opens an existing ledger for looking, also while a coordinator writes to it.
  public init(readingFrom path: String) throws(StorageError) {
    store = try Store(path: path, access: .reading, migrator: LedgerSchema.migrator)
  }

  public var path: String { store.path }

  /// The identity that ledger and timeline share: 32 hexadecimal digits.
  public func identity() throws(StorageError) -> String { try store.identity() }

  /// Takes over the timeline's identity at first contact; a ledger that has articles keeps its own and throws
  /// `StorageError.identityMismatch`.
  public func adopt(identity: String) throws(StorageError) {
    try store.adopt(identity: identity) { db in
      try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT 1 FROM article)") ?? true
    }
  }

  /// The key that grants and receipts are made with, the same for the life of the ledger.
  public func grantKey() throws(StorageError) -> StoredGrantKey {
    guard let key = try store.grantKey() else { throw .damaged(path: path, reason: "it has no key of grants") }
    return key
  }

  /// The fingerprint of the coder whose results this ledger collects; nil before the first run.
  public func fingerprint() throws(StorageError) -> String? { try store.fingerprint() }

  /// Pins the coder's fingerprint on first use; throws `StorageError.fingerprintMismatch` for another one.
  public func pin(fingerprint: String) throws(StorageError) { try store.pin(fingerprint: fingerprint) }

  /// Copies the ledger as it is at this moment to a new file, while it is in use.
  public func backup(to destination: String) throws(StorageError) { try store.backup(to: destination) }

  /// What is wrong with the file; empty when it is sound. Reads all of it.
  public func damage() throws(StorageError) -> [String] { try store.damage() }

  /// Folds the write-ahead log into the file. The ledger cannot be used afterwards.
  public func close() throws(StorageError) { try store.close() }
}

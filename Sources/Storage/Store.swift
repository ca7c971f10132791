internal import Foundation
import GRDB

/// What ledger and timeline have in common: one SQLite file in WAL mode, its migrations and its `meta` table.
///
/// Opened for writing, every commit is on the disk before it returns (`synchronous=FULL`). GRDB's pool sets
/// NORMAL after the configuration has run, so FULL is set, and checked, once the pool stands.
final class Store: Sendable {
  let path: String
  let pool: DatabasePool

  enum Access { case writing, reading }

  init(path: String, access: Access, migrator: DatabaseMigrator) throws(StorageError) {
    self.path = path
    if access == .reading, !FileManager.default.fileExists(atPath: path) { throw .missing(path: path) }
    do {
      pool = try Store.open(path, access)
      if access == .writing {
        try Store.requireDurability(pool, path: path)
        try Store.refuseNewer(pool, migrator, path: path)
        try migrator.migrate(pool)
        try checkUnlessClosed()
        // Only the owner reads what the articles say.
        for suffix in ["", "-wal", "-shm"] { chmod(path + suffix, 0o600) }
      } else {
        try Store.refuseNewer(pool, migrator, path: path)
        guard try pool.read(migrator.hasCompletedMigrations) else {
          // A file without any table is one that nobody has finished creating.
          let hasBegun = try pool.read { db in try migrator.appliedIdentifiers(db).isEmpty == false }
          throw hasBegun ? StorageError.olderSchema(path: path) : .missing(path: path)
        }
      }
    } catch {
      throw .wrapping(error, path: path)
    }
  }

  private static func open(_ path: String, _ access: Access) throws -> DatabasePool {
    var configuration = Configuration()
    configuration.readonly = access == .reading
    configuration.busyMode = .timeout(10)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY")
    }
    do {
      return try DatabasePool(path: path, configuration: configuration)
    } catch let error as DatabaseError where access == .reading && error.resultCode == .SQLITE_CANTOPEN {
      // A read-only directory cannot take the index of a write-ahead log. Without a log the file never changes.
      guard !FileManager.default.fileExists(atPath: path + "-wal") else { throw error }
      let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
      return try DatabasePool(path: "file:\(escaped)?immutable=1", configuration: configuration)
    }
  }

  private static func requireDurability(_ pool: DatabasePool, path: String) throws {
    let (journal, synchronous) = try pool.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      return (
        try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "",
        try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1
      )
    }
    guard journal == "wal" else {
      throw StorageError.notDurable(path: path, setting: "journal_mode=WAL", found: journal)
    }
    guard synchronous == 2 else {
      throw StorageError.notDurable(path: path, setting: "synchronous=FULL", found: "\(synchronous)")
    }
  }

  private static func refuseNewer(_ pool: DatabasePool, _ migrator: DatabaseMigrator, path: String) throws {
    if try pool.read(migrator.hasBeenSuperseded) { throw StorageError.newerSchema(path: path) }
  }

  /// Up to this size a store that was not closed is looked through at the start; a larger one would keep its cluster
  /// waiting, and `silsila verify` does it.
  private static let checkedSize = 1 << 30

  /// Whoever wrote last may have been killed, or the machine may have lost power: then the pages are checked before
  /// anything is built on them.
  private func checkUnlessClosed() throws {
    let wasClosed = try pool.write { db in
      let closed = try Meta.closed.value(db)
      // A store without the mark was just made, or is of a release that did not set it.
      if closed != "no" { try Meta.closed.set("no", db) }
      return closed != "no"
    }
    guard !wasClosed else { return }
    let size = (try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    guard size <= Self.checkedSize, let first = try damage().first else { return }
    throw StorageError.damaged(path: path, reason: first)
  }

  func write<T>(_ body: (Database) throws -> T) throws(StorageError) -> T {
    do { return try pool.write(body) } catch { throw .wrapping(error, path: path) }
  }

  func read<T>(_ body: (Database) throws -> T) throws(StorageError) -> T {
    do { return try pool.read(body) } catch { throw .wrapping(error, path: path) }
  }

  /// Copies the database, as it stands at this moment, to `destination`, which must not exist.
  func backup(to destination: String) throws(StorageError) {
    guard !FileManager.default.fileExists(atPath: destination) else {
      throw .notWritable(path: destination, reason: "the file exists")
    }
    do {
      let copy = try DatabaseQueue(path: destination)
      try pool.backup(to: copy)
      try copy.close()
      chmod(destination, 0o600)
    } catch {
      throw .wrapping(error, path: destination)
    }
  }

  /// What `PRAGMA quick_check` finds wrong; empty for a sound file. Reads the whole file.
  func damage() throws(StorageError) -> [String] {
    do {
      return try pool.read { db in try String.fetchAll(db, sql: "PRAGMA quick_check") }.filter { $0 != "ok" }
    } catch {
      // Where a page cannot be gone through the check itself fails, and the end of its transaction with it.
      let error = StorageError.wrapping(error, path: path)
      if case .damaged(_, let reason) = error { return [reason] }
      throw error
    }
  }

  /// Folds the log into the database and closes it; the store cannot be used afterwards.
  ///
  /// The pool closes its writer before its readers, and a reader, which is then the last, may not fold the log: so it is
  /// done here. Closing does not wait for other processes that read, nor for a full disk: what stays in the log is as
  /// durable there, and the next opening finds it.
  func close() throws(StorageError) {
    do {
      if !pool.configuration.readonly {
        try pool.write { db in try Meta.closed.set("yes", db) }
        try? pool.writeWithoutTransaction { db in
          try db.execute(sql: "PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)")
        }
      }
      try pool.close()
    } catch { throw .wrapping(error, path: path) }
  }
}

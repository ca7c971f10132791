import GRDB

/// What may go wrong with the data directory and its two databases: the thing, the place, the remedy.
public enum StorageError: Error, Sendable, Hashable {
  /// The directory or a file in it cannot be created or written.
  case notWritable(path: String, reason: String)
  /// Nothing has been stored there yet.
  case missing(path: String)
  /// Another live process holds the directory in this role.
  case locked(path: String, role: String, holder: Int32?)
  /// A newer release wrote this database.
  case newerSchema(path: String)
  /// An older release wrote this database, and it was opened for looking only.
  case olderSchema(path: String)
  /// The file is no database, or is damaged.
  case damaged(path: String, reason: String)
  /// The disk is full.
  case full(path: String)
  /// The store was coded with another lexicon or version.
  case fingerprintMismatch(path: String, stored: String, given: String)
  /// Ledger and timeline belong to different clusters.
  case identityMismatch(path: String, stored: String, given: String)
  /// `synchronous=FULL` or WAL could not be had, so durability cannot be promised.
  case notDurable(path: String, setting: String, found: String)
  /// The store does not remember what it held at a revision, or never had it: it knows `oldest` to `newest`.
  case unknownRevision(path: String, asked: UInt64, oldest: UInt64, newest: UInt64)
  /// Any other failure of SQLite.
  case database(path: String, reason: String)
}

extension StorageError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .notWritable(let path, let reason):
      "data directory: cannot write \(path) (\(reason)); choose another with --data DIR or SILSILA_DATA"
    case .missing(let path):
      "data directory: nothing stored at \(path) yet; run `silsila run PATH…` first, or name the directory with --data"
    case .locked(let path, let role, let holder):
      "data directory: \(path) is in use by another \(role)\(holder.map { " (process \($0))" } ?? ""); "
        + "stop it, or choose another directory with --data DIR"
    case .newerSchema(let path):
      "\(path) was written by a newer silsila; upgrade this program, or use another data directory"
    case .olderSchema(let path):
      "\(path) was written by an older silsila; start its cluster once with this version, which brings it up to date"
    case .damaged(let path, let reason):
      "\(path) is damaged or not a silsila database (\(reason)); restore it from a `silsila backup`, or move it away"
    case .full(let path):
      "no space left on the disk of \(path); nothing was lost: free some space and start again"
    case .fingerprintMismatch(let path, let stored, let given):
      "\(path) was coded with \(stored), this program is \(given); run `silsila recode` to code everything again, "
        + "or use the version and lexicon of before"
    case .identityMismatch(let path, let stored, let given):
      "\(path) belongs to the store \(stored), not to \(given); start coordinator and aggregator with the data "
        + "directories that belong together"
    case .notDurable(let path, let setting, let found):
      "\(path): SQLite refuses \(setting) (it says \(found)); put the data directory on a local file system"
    case .unknownRevision(let path, let asked, let oldest, let newest):
      asked > newest
        ? "\(path) is at revision \(newest) and has never been at \(asked); take the whole timeline with --since 0"
        : "\(path) remembers no revision before \(oldest), \(asked) was asked; take the whole timeline with --since 0"
    case .database(let path, let reason):
      "\(path): \(reason)"
    }
  }
}

extension StorageError {
  /// What `error`, thrown while `path` was used, means to the user.
  static func wrapping(_ error: any Error, path: String) -> StorageError {
    if let error = error as? StorageError { return error }
    guard let error = error as? DatabaseError else { return .database(path: path, reason: "\(error)") }
    let reason = error.message ?? error.resultCode.description
    switch error.resultCode {
    case .SQLITE_FULL: return .full(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_AUTH: return .notWritable(path: path, reason: reason)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: return .damaged(path: path, reason: reason)
    default: return .database(path: path, reason: reason)
    }
  }
}

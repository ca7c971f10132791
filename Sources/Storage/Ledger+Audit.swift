internal import GRDB

/// One row of the ledger as an audit sees it.
public struct LedgerEntry: Sendable, Hashable {
  public var id: String
  public var revision: UInt32
  public var state: ArticleState
}

extension Ledger {
  /// Calls `body` with every article, in byte order of id. O(articles), constant memory.
  public func forEachEntry(_ body: (LedgerEntry) throws -> Void) throws {
    try store.read { db in
      let rows = try Row.fetchCursor(db, sql: "SELECT id, revision, state FROM article ORDER BY id")
      while let row = try rows.next() {
        guard let state = ArticleState(rawValue: row["state"]) else {
          throw StorageError.damaged(path: self.path, reason: "article \(row["id"] as String) has an unknown state")
        }
        try body(LedgerEntry(id: row["id"], revision: row["revision"], state: state))
      }
    }
  }
}

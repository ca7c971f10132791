internal import Foundation
internal import GRDB
internal import NewsEvents

extension Ledger {
  /// Admits a group in one durable transaction; the outcomes stand in the order of the group.
  ///
  /// With `replace`, other content under a known id becomes a new revision with a new job, and the old text goes.
  /// The same id twice in one group is treated as if admitted one after the other.
  public func admit(_ group: [Admission], replace: Bool = false) throws(StorageError) -> [AdmissionOutcome] {
    let contents = Content.pack(group)
    return try store.write { db in
      var tally = Tally()
      var outcomes: [AdmissionOutcome] = []
      outcomes.reserveCapacity(group.count)
      for (admission, content) in zip(group, contents) {
        outcomes.append(try self.admit(admission, content, replace: replace, db, &tally))
      }
      try tally.apply(db)
      return outcomes
    }
  }

  private func admit(
    _ admission: Admission, _ content: Content, replace: Bool, _ db: Database, _ tally: inout Tally
  ) throws -> AdmissionOutcome {
    let article = admission.article
    var revision: Int64 = 1
    let known = try db.cachedStatement(sql: "SELECT job, revision, state, queue, hash FROM article WHERE id = ?")
    if let row = try Row.fetchOne(known, arguments: [article.id]) {
      let job: Int64 = row["job"]
      let held: UInt32 = row["revision"]
      let state = ArticleState(rawValue: row["state"]) ?? .retracted
      if state != .retracted, row["hash"] == Data(admission.contentHash.bytes) {
        return .duplicate(job: UInt64(job), revision: held)
      }
      guard replace else { return .conflict(job: UInt64(job), revision: held) }
      try delete(job: job, db)
      tally.add(-1, queue: row["queue"], state)
      revision = Int64(held) + 1
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO article (id, revision, state, queue, language, hash, published, title, url, source, size, priority)
        VALUES (?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      article.id, revision, admission.queue?.rawValue, article.language?.rawValue,
      Data(admission.contentHash.bytes), article.published?.number, article.title, article.url, article.source,
      content.size, admission.priority,
    ])
    let job = db.lastInsertedRowID
    try db.cachedStatement(sql: "INSERT INTO content (job, packed, bytes) VALUES (?, ?, ?)")
      .execute(arguments: [job, content.packed, content.bytes])
    tally.add(queue: admission.queue?.rawValue, .waiting)
    return .accepted(job: UInt64(job), revision: UInt32(revision))
  }

  private func delete(job: Int64, _ db: Database) throws {
    for sql in [
      "DELETE FROM article WHERE job = ?", "DELETE FROM content WHERE job = ?", "DELETE FROM failure WHERE job = ?",
    ] {
      try db.cachedStatement(sql: sql).execute(arguments: [job])
    }
  }
}

/// A text as the ledger keeps it.
struct Content {
  /// The largest text that is ever read back, whatever a damaged row claims: 64 MiB.
  static let largest = 64 << 20

  var packed: Bool
  var bytes: Data
  /// UTF-8 bytes of the text itself.
  var size: Int

  /// Compresses outside of any transaction, so that other writers do not wait for it.
  static func pack(_ group: [Admission]) -> [Content] {
    let compressor = ZstandardCompressor()
    return group.map { admission in
      var text = admission.article.text
      return text.withUTF8 { utf8 in
        if let frame = compressor.compress(utf8) {
          Content(packed: true, bytes: Data(frame), size: utf8.count)
        } else {
          Content(packed: false, bytes: Data(buffer: utf8), size: utf8.count)
        }
      }
    }
  }

  /// The text; nil when the bytes are not what they should be.
  static func unpack(
    _ bytes: Data, packed: Bool, size: Int, with decompressor: borrowing ZstandardDecompressor
  ) -> [UInt8]? {
    guard size >= 0, size <= largest else { return nil }
    guard packed else { return bytes.count == size ? [UInt8](bytes) : nil }
    return bytes.withUnsafeBytes { decompressor.decompress($0, size: size) }
  }
}

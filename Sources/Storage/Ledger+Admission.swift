internal import Foundation
internal import GRDB
internal import NewsEvents

extension Ledger {
  /// Admits a group in one durable transaction; the outcomes stand in the order of the group.
  ///
  /// A replacement becomes a new revision with a new job, and the old text goes; an id that was retracted may be used
  /// again, above its tombstone. The same id twice in one group is treated as if admitted one after the other.
  public func admit(_ group: [Admission]) throws(StorageError) -> [AdmissionEffect] {
    let contents = Content.pack(group)
    return try store.write { db in
      var writer = try AdmissionWriter(ledger: self, db: db)
      var outcomes: [AdmissionEffect] = []
      outcomes.reserveCapacity(group.count)
      for (admission, content) in zip(group, contents) { outcomes.append(try writer.admit(admission, content)) }
      try writer.tally.apply(db)
      return outcomes
    }
  }

  /// Deletes all that belongs to a job beside its row.
  func forget(job: Int64, _ db: Database) throws {
    for sql in [
      "DELETE FROM content WHERE job = ?", "DELETE FROM failure WHERE job = ?",
      "DELETE FROM dead_letter WHERE job = ?",
    ] {
      try db.cachedStatement(sql: sql).execute(arguments: [job])
    }
  }
}

/// One transaction of admissions.
private struct AdmissionWriter {
  let ledger: Ledger
  let db: Database
  /// Nearly every article is new: it is written at once, and only one that is refused is looked up.
  let insertArticle: Statement
  let insertContent: Statement
  var tally = Tally()

  init(ledger: Ledger, db: Database) throws {
    self.ledger = ledger
    self.db = db
    insertArticle = try db.cachedStatement(
      sql: """
        INSERT INTO article (id, revision, state, queue, language, hash, published, title, url, source, size, priority,
          turn)
        VALUES (?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
        """)
    insertContent = try db.cachedStatement(sql: "INSERT INTO content (job, packed, bytes) VALUES (?, ?, ?)")
  }

  mutating func admit(_ admission: Admission, _ content: Content) throws -> AdmissionEffect {
    if !admission.replaces, let new = try insert(admission, content, revision: 1) { return new }
    let find = try db.cachedStatement(sql: "SELECT job, revision, state, queue, hash FROM article WHERE id = ?")
    guard let row = try Row.fetchOne(find, arguments: [admission.article.id.column]) else {
      return try written(admission, content, revision: 1)
    }
    let known = SupersededArticle(row)
    let held: UInt32 = row["revision"]
    if known.state != .retracted {
      if row["hash"] == Data(admission.contentHash.bytes) { return .duplicate(job: known.job, revision: held) }
      guard admission.replaces else { return .conflict(job: known.job, revision: held) }
    }
    try db.cachedStatement(sql: "DELETE FROM article WHERE job = ?").execute(arguments: [Int64(known.job)])
    try ledger.forget(job: Int64(known.job), db)
    tally.add(-1, queue: row["queue"], known.state)
    return try written(
      admission, content, revision: held + 1, superseded: known.state == .retracted ? nil : known)
  }

  /// Writes an article whose id is free.
  private mutating func written(
    _ admission: Admission, _ content: Content, revision: UInt32, superseded: SupersededArticle? = nil
  ) throws -> AdmissionEffect {
    guard let new = try insert(admission, content, revision: revision, superseded: superseded) else {
      throw StorageError.damaged(path: ledger.path, reason: "the index of ids, at \(admission.article.id)")
    }
    return new
  }

  /// Writes a row and its text; nil when the id is taken. The number of a job that was not written stays unused.
  private mutating func insert(
    _ admission: Admission, _ content: Content, revision: UInt32, superseded: SupersededArticle? = nil
  ) throws -> AdmissionEffect? {
    let article = admission.article
    try insertArticle.execute(arguments: [
      article.id.column, revision, admission.queue?.rawValue, article.language?.rawValue,
      Data(admission.contentHash.bytes), article.published?.number, article.title?.column, article.url?.column,
      article.source?.column, content.size, admission.priority, admission.turn,
    ])
    guard db.changesCount == 1 else { return nil }
    let job = db.lastInsertedRowID
    try insertContent.execute(arguments: [job, content.packed, content.bytes])
    tally.add(queue: admission.queue?.rawValue, .waiting)
    let waiting = WaitingArticle(
      job: UInt64(job), id: article.id, revision: revision, queue: admission.queue, source: article.source,
      priority: admission.priority, turn: admission.turn, size: content.size)
    return .accepted(waiting, superseded: superseded)
  }
}

extension SupersededArticle {
  init(_ row: Row) {
    let job: Int64 = row["job"]
    let queue: String? = row["queue"]
    self.init(
      job: UInt64(job), queue: queue.flatMap(Language.init(rawValue:)),
      state: ArticleState(rawValue: row["state"]) ?? .retracted)
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

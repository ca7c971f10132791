internal import Foundation
internal import GRDB
public import NewsEvents

extension Ledger {
  /// The next waiting articles of one queue behind a place, in order of turn, then of job. Start with
  /// `(.min, 0)`; an empty answer is the end. O(limit).
  public func waiting(
    queue: Language, after place: (turn: Int64, job: UInt64) = (.min, 0), limit: Int
  ) throws(StorageError) -> [WaitingArticle] {
    try store.read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT \(WaitingArticle.columns) FROM article INDEXED BY article_turn
            WHERE state = 0 AND queue = ? AND (turn, job) > (?, ?) ORDER BY turn, job LIMIT ?
            """), arguments: [queue.rawValue, place.turn, Int64(clamping: place.job), limit]
      ).map(WaitingArticle.init)
    }
  }

  /// By queue, the turn at which handing out goes on: the lowest of a waiting article, else that of the last one
  /// admitted. O(queues).
  public func turns() throws(StorageError) -> [Language: Int64] {
    try store.read { db in
      var turns: [Language: Int64] = [:]
      let last = try Int64.fetchOne(db, sql: "SELECT turn FROM article ORDER BY job DESC LIMIT 1") ?? 0
      for queue in Language.allCases {
        turns[queue] =
          try Int64.fetchOne(
            db.cachedStatement(
              sql: """
                SELECT turn FROM article INDEXED BY article_turn WHERE state = 0 AND queue = ? ORDER BY turn LIMIT 1
                """), arguments: [queue.rawValue]) ?? last
      }
      return turns
    }
  }

  /// The articles of these jobs with their texts, in the order asked for; jobs that are gone are left out.
  /// Throws `StorageError.damaged` when a text is not what was stored.
  public func articles(jobs: [UInt64]) throws(StorageError) -> [LedgerArticle] {
    try store.read { db in
      let decompressor = ZstandardDecompressor()
      let statement = try db.cachedStatement(sql: LedgerArticle.selection + " WHERE article.job = ?")
      var articles: [LedgerArticle] = []
      articles.reserveCapacity(jobs.count)
      for job in jobs {
        guard let row = try Row.fetchOne(statement, arguments: [Int64(job)]) else { continue }
        articles.append(try LedgerArticle(row, decompressor, path: self.path))
      }
      return articles
    }
  }

  /// The article with this id, whatever its state.
  public func article(id: String) throws(StorageError) -> LedgerArticle? {
    try store.read { db in
      let statement = try db.cachedStatement(sql: LedgerArticle.selection + " WHERE article.id = ?")
      return try Row.fetchOne(statement, arguments: [id.column]).map {
        try LedgerArticle($0, ZstandardDecompressor(), path: self.path)
      }
    }
  }

  /// Marks waiting articles done, because the aggregator committed their results. Jobs that are gone or in another
  /// state are skipped; answers how many changed. `at` is in seconds since 1970-01-01 UTC.
  @discardableResult
  public func markDone(_ jobs: [UInt64], at: Int64) throws(StorageError) -> Int {
    try store.write { db in
      // One statement for all of them: a statement of its own for each costs more than the row.
      let mark = try db.cachedStatement(
        sql: """
          UPDATE article SET state = 1, finished = ?
          WHERE state = 0 AND job IN (SELECT value FROM json_each(?)) RETURNING queue
          """)
      let list = "[" + jobs.map { String($0) }.joined(separator: ",") + "]"
      let queues = try String?.fetchAll(mark, arguments: [at, list])
      var tally = Tally()
      for queue in queues { tally.move(queue: queue, from: .waiting, to: .done) }
      try tally.apply(db)
      return queues.count
    }
  }

  /// Deletes the texts of articles that were done before `finished` (seconds since 1970-01-01 UTC); answers how many.
  /// What was read from them stays in the timeline; they can no longer be coded again.
  public func pruneTexts(finishedBefore finished: Int64) throws(StorageError) -> Int {
    try store.write { db in
      try db.execute(
        sql: """
          DELETE FROM content WHERE job IN (SELECT job FROM article WHERE state = 1 AND finished < ?)
          """, arguments: [finished])
      return db.changesCount
    }
  }

  /// Puts every article whose text is still there back to waiting under a new fingerprint and a new revision.
  /// No worker may be running. Answers how many wait now, and how many kept their old result because their
  /// text was pruned.
  public func recode(fingerprint: String) throws(StorageError) -> (waiting: Int, kept: Int) {
    try store.write { db in
      try Meta.fingerprint.set(fingerprint, db)
      try db.execute(
        sql: """
          UPDATE article SET revision = revision + 1, state = 0, finished = NULL
          WHERE state IN (0, 1, 2) AND job IN (SELECT job FROM content);
          DELETE FROM failure;
          DELETE FROM dead_letter;
          DELETE FROM tally;
          INSERT INTO tally (queue, state, count)
          SELECT ifnull(queue, ''), state, count(*) FROM article GROUP BY 1, 2;
          """)
      let counts = try Row.fetchOne(
        db,
        sql: """
          SELECT ifnull(sum(state = 0), 0) AS waiting, ifnull(sum(state IN (1, 2)), 0) AS kept FROM article
          """)
      return (counts?["waiting"] ?? 0, counts?["kept"] ?? 0)
    }
  }
}

extension WaitingArticle {
  /// What the initialiser reads, by place: the first columns of a row.
  static let columns = "job, id, revision, queue, source, priority, turn, size"

  init(_ row: Row) {
    let job: Int64 = row[0]
    let queue: String? = row[3]
    self.init(
      job: UInt64(job), id: row.text(at: 1) ?? "", revision: row[2],
      queue: queue.flatMap(Language.init(rawValue:)), source: row.text(at: 4), priority: row[5], turn: row[6],
      size: row[7])
  }
}

extension LedgerArticle {
  /// The initialiser reads the columns by place: looking up their names costs more than the rest of a row.
  static let selection = """
    SELECT article.job, id, revision, state, language, queue, published, title, url, source, hash, size, packed, bytes
    FROM article LEFT JOIN content ON content.job = article.job
    """

  init(_ row: Row, _ decompressor: borrowing ZstandardDecompressor, path: String) throws {
    let job: Int64 = row[0]
    let id = row.text(at: 1) ?? ""
    let language: String? = row[4]
    let queue: String? = row[5]
    let published: Int32? = row[6]
    let hash: Data = row[10]
    guard let state = ArticleState(rawValue: row[3]), let contentHash = ContentHash(bytes: [UInt8](hash)) else {
      throw StorageError.damaged(path: path, reason: "the row of article \(id)")
    }
    var text: [UInt8]?
    if let bytes: Data = row[13] {
      text = Content.unpack(bytes, packed: row[12], size: row[11], with: decompressor)
      if text == nil { throw StorageError.damaged(path: path, reason: "the text of article \(id)") }
    }
    self.init(
      job: UInt64(job), id: id, revision: row[2], state: state,
      language: language.flatMap(Language.init(rawValue:)), queue: queue.flatMap(Language.init(rawValue:)),
      published: published.map(Day.init(number:)), title: row.text(at: 7), url: row.text(at: 8),
      source: row.text(at: 9),
      contentHash: contentHash, text: text)
  }
}

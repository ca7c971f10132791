public import NewsEvents

/// Where an article stands in the ledger.
public enum ArticleState: Int, Sendable, Hashable, CaseIterable {
  /// Accepted, its result is not known to be committed.
  case waiting = 0
  /// The aggregator committed its result.
  case done = 1
  /// Given up after failures of its own; see the dead letters.
  case dead = 2
  /// Withdrawn; its text is deleted.
  case retracted = 3
}

/// An article that asks to be admitted, with what the coordinator found out about it.
public struct Admission: Sendable, Hashable {
  public var article: Article
  /// The article's content hash, computed once by whoever read it.
  public var contentHash: ContentHash
  /// The queue it belongs to: the stated or identified language; nil when no language could be told.
  public var queue: Language?
  /// What orders it among the waiting articles of its queue; lower goes first.
  public var turn: Int64
  /// What the turn was made with: each point doubled its source's share.
  public var priority: Int32
  /// Whether other content under a known id becomes a new revision.
  public var replaces: Bool

  public init(
    article: Article, contentHash: ContentHash? = nil, queue: Language?, turn: Int64 = 0, priority: Int32 = 0,
    replaces: Bool = false
  ) {
    self.turn = turn
    self.article = article
    self.contentHash = contentHash ?? article.contentHash
    self.queue = queue
    self.priority = priority
    self.replaces = replaces
  }
}

/// What became of one admission.
public enum AdmissionEffect: Sendable, Hashable {
  /// Durable and waiting. `superseded` is the earlier revision that no longer counts; a retracted one is not named.
  case accepted(WaitingArticle, superseded: SupersededArticle?)
  /// The same id with the same content is there already; nothing changed.
  case duplicate(job: UInt64, revision: UInt32)
  /// The id is there with other content; nothing changed, since it was not asked to replace.
  case conflict(job: UInt64, revision: UInt32)
}

/// A waiting article without its text: what dispatch needs to know.
public struct WaitingArticle: Sendable, Hashable {
  public var job: UInt64
  public var id: String
  public var revision: UInt32
  public var queue: Language?
  /// The outlet, for fairness among sources.
  public var source: String?
  public var priority: Int32
  /// What orders it among the waiting articles of its queue; lower goes first.
  public var turn: Int64
  /// UTF-8 bytes of the text.
  public var size: Int

  public init(
    job: UInt64, id: String, revision: UInt32, queue: Language?, source: String?, priority: Int32, turn: Int64 = 0,
    size: Int
  ) {
    self.turn = turn
    self.job = job
    self.id = id
    self.revision = revision
    self.queue = queue
    self.source = source
    self.priority = priority
    self.size = size
  }
}

/// A job that a replacement, a retraction or an operator took out of use.
public struct SupersededArticle: Sendable, Hashable {
  public var job: UInt64
  public var queue: Language?
  /// Its state until now.
  public var state: ArticleState

  public init(job: UInt64, queue: Language?, state: ArticleState) {
    self.job = job
    self.queue = queue
    self.state = state
  }
}

/// All that the ledger knows of one article, its text included.
public struct LedgerArticle: Sendable, Hashable {
  public var job: UInt64
  public var id: String
  public var revision: UInt32
  public var state: ArticleState
  /// As the source stated it.
  public var language: Language?
  /// As it was stated or identified at admission.
  public var queue: Language?
  public var published: Day?
  public var title: String?
  public var url: String?
  public var source: String?
  public var contentHash: ContentHash
  /// The canonical text in UTF-8; nil after retraction or pruning.
  public var text: [UInt8]?

  /// The article as it was admitted; nil when its text is gone.
  public var article: Article? {
    guard let text else { return nil }
    return Article(
      id: id, language: language, published: published, title: title, text: String(decoding: text, as: UTF8.self),
      url: url, source: source)
  }
}

/// How many articles are in one state in one queue.
public struct QueueCount: Sendable, Hashable {
  public var queue: Language?
  public var state: ArticleState
  public var count: Int
}

/// One failure of an article's own extraction.
public struct AttemptFailure: Sendable, Hashable {
  public var attempt: UInt32
  /// `budget`, `trap`, `memory`, `decode` …
  public var code: String
  public var message: String
  public var worker: String
  /// Whether it was tried alone in a supervised child.
  public var alone: Bool
  /// Seconds since 1970-01-01 UTC.
  public var at: Int64

  public init(attempt: UInt32, code: String, message: String, worker: String, alone: Bool, at: Int64) {
    self.attempt = attempt
    self.code = code
    self.message = message
    self.worker = worker
    self.alone = alone
    self.at = at
  }
}

/// An article that was given up, and why.
public struct DeadLetterRow: Sendable, Hashable {
  public var job: UInt64
  public var id: String
  public var revision: UInt32
  public var queue: Language?
  public var source: String?
  public var size: Int
  /// The reason in one word.
  public var code: String
  /// Oldest first.
  public var failures: [AttemptFailure]
}

/// Which dead letters a command means.
public enum DeadLetterSelector: Sendable, Hashable {
  case all
  /// Those with these article ids.
  case ids([String])
  /// Those with this reason.
  case code(String)
}

/// A withdrawn article: results of any revision up to this one are void.
public struct StoredTombstone: Sendable, Hashable {
  public var id: String
  public var revision: UInt32

  public init(id: String, revision: UInt32) {
    self.id = id
    self.revision = revision
  }
}

/// What withdrawing one article did.
public struct Retraction: Sendable, Hashable {
  /// One revision above the article's last.
  public var tombstone: StoredTombstone
  /// nil when the article had been withdrawn before.
  public var superseded: SupersededArticle?
}

/// Input that did not become an article.
public struct RejectedInput: Sendable, Hashable {
  /// ``submitted`` for an article that a coordinator turned away.
  public var file: String
  /// Where in the file, in words: `line 12`, `byte 4096`; empty for the file as a whole. The id of a submitted article.
  public var position: String
  public var code: String
  /// One sentence with the remedy.
  public var message: String

  /// Stands for the file of what came from a submitter.
  public static let submitted = "(submitted)"

  public init(file: String, position: String, code: String, message: String) {
    self.file = file
    self.position = position
    self.code = code
    self.message = message
  }
}

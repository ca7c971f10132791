/// A waiting row of the ledger.
public struct LedgerJob: Hashable, Sendable {
  public var id: JobID
  public var articleID: String
  public var revision: Revision
  public var bytes: UInt32
  public var language: LanguageCode
  /// Its turn, as ``AdmissionEntry/turn`` gave it.
  public var turn: Int64

  public init(
    id: JobID, articleID: String, revision: Revision, bytes: UInt32, language: LanguageCode, turn: Int64 = 0
  ) {
    self.id = id
    self.articleID = articleID
    self.revision = revision
    self.bytes = bytes
    self.language = language
    self.turn = turn
  }

  var place: QueuePlace { QueuePlace(turn: turn, job: id) }
}

/// What the ledger counts, by language.
public struct LedgerCounts: Hashable, Sendable {
  public var waiting: UInt64
  public var done: UInt64
  public var dead: UInt64

  public init(waiting: UInt64 = 0, done: UInt64 = 0, dead: UInt64 = 0) {
    self.waiting = waiting
    self.done = done
    self.dead = dead
  }
}

/// What a starting coordinator reads from its ledger. A job that was handed out is *waiting* there: leases are not kept.
public struct LedgerSummary: Hashable, Sendable {
  public var counts: [LanguageCode: LedgerCounts]
  public var rejected: UInt64
  /// Withdrawn articles whose tombstones the aggregator has not confirmed.
  public var unconfirmedTombstones: [Tombstone]
  /// By language, the turn at which handing out goes on: the lowest of a waiting row, else that of the last row.
  public var turns: [LanguageCode: Int64]

  public init(
    counts: [LanguageCode: LedgerCounts] = [:], rejected: UInt64 = 0, unconfirmedTombstones: [Tombstone] = [],
    turns: [LanguageCode: Int64] = [:]
  ) {
    self.counts = counts
    self.rejected = rejected
    self.turns = turns
    self.unconfirmedTombstones = unconfirmedTombstones
  }
}

/// One article to be written by an admission transaction.
public struct AdmissionEntry: Hashable, Sendable {
  public var article: SubmittedArticle
  public var replaces: Bool
  /// What the row is ordered by among the waiting rows of its language; lower goes first.
  public var turn: Int64
  public var priority: Int32
  /// Where the shell finds the text.
  public var payload: PayloadID
  public var index: Int

  public init(
    article: SubmittedArticle, replaces: Bool, turn: Int64 = 0, priority: Int32 = 0, payload: PayloadID, index: Int
  ) {
    self.article = article
    self.replaces = replaces
    self.turn = turn
    self.priority = priority
    self.payload = payload
    self.index = index
  }
}

/// What an admission transaction found and did for one entry, by ``AdmissionRule``.
public enum AdmissionResult: Hashable, Sendable {
  /// A new row.
  case accepted(LedgerJob)
  case duplicate
  case conflict
  /// A new row of a higher revision; the older one, in this state, no longer counts.
  case replaced(LedgerJob, superseded: SupersededJob?)
}

/// A row that a replacement or a retraction took out of use.
public struct SupersededJob: Hashable, Sendable {
  public enum State: UInt8, Hashable, Sendable { case waiting, done, dead }

  public var id: JobID
  public var language: LanguageCode
  /// Its state in the ledger until now.
  public var state: State

  public init(id: JobID, language: LanguageCode, state: State) {
    self.id = id
    self.language = language
    self.state = state
  }
}

/// What a retraction transaction did for one article: the tombstone's revision is one above the article's last.
public struct RetractionResult: Hashable, Sendable {
  public var tombstone: Tombstone
  /// Nil if the article had been withdrawn before.
  public var superseded: SupersededJob?

  public init(tombstone: Tombstone, superseded: SupersededJob?) {
    self.tombstone = tombstone
    self.superseded = superseded
  }
}

/// What comparing an inventory page with the ledger led to; durable when reported.
public struct Reconciliation: Hashable, Sendable {
  /// Rows that were done and are lacking in the aggregator: waiting again.
  public var requeued: [LedgerJob]
  /// Rows that were waiting and that the aggregator holds at their revision: done now.
  public var found: [LedgerJob]
  /// Withdrawn articles that the aggregator holds at a lower revision than their tombstone's, or not at all: a late
  /// result of a withdrawn revision may still be under way.
  public var tombstones: [Tombstone]

  public init(requeued: [LedgerJob] = [], found: [LedgerJob] = [], tombstones: [Tombstone] = []) {
    self.requeued = requeued
    self.found = found
    self.tombstones = tombstones
  }
}

/// An article that is given up, with its history.
public struct DeadLetter: Hashable, Sendable {
  /// One failure of the article's own extraction.
  public struct Incident: Hashable, Sendable {
    public var attempt: Attempt
    public var worker: String
    public var code: FailureCode
    public var message: String
    public var isSolo: Bool
  }

  public var job: JobID
  public var articleID: String
  public var code: FailureCode
  public var incidents: [Incident]
}

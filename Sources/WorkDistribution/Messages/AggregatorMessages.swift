/// An article that was withdrawn: the aggregator drops it and refuses this and every lower revision.
public struct Tombstone: Hashable, Sendable {
  public var articleID: String
  public var revision: Revision

  public init(articleID: String, revision: Revision) {
    self.articleID = articleID
    self.revision = revision
  }
}

/// One result of a message, by its key; the encoded result is in the shell's keeping.
public struct ResultItem: Hashable, Sendable {
  public var key: CommitKey
  public var job: JobID
  public var bytes: UInt32
  /// The coordinator's proof that it handed out this revision.
  public var grant: UInt64

  public init(key: CommitKey, job: JobID, bytes: UInt32, grant: UInt64) {
    self.grant = grant
    self.key = key
    self.job = job
    self.bytes = bytes
  }
}

/// Results from a worker.
public struct Results: Hashable, Sendable {
  /// Rising for the life of the worker's process; a resend has a new one.
  public var sequence: UInt64
  /// The shell's copy of the encoded results; item `n` of it belongs to item `n` here.
  public var payload: PayloadID
  public var items: [ResultItem]

  public init(sequence: UInt64, payload: PayloadID, items: [ResultItem]) {
    self.sequence = sequence
    self.payload = payload
    self.items = items
  }
}

/// One page of what the aggregator holds, in the order of the article ids' UTF-8 bytes.
public struct InventoryPage: Hashable, Sendable {
  /// The page begins after this id (nil: at the first).
  public var after: String?
  /// Every article with an id beyond `after` and up to the last entry is listed.
  public var entries: [InventoryEntry]
  /// Where the next page begins; nil: this page is the last and covers all ids beyond `after`.
  public var next: String?

  public init(after: String?, entries: [InventoryEntry], next: String?) {
    self.after = after
    self.entries = entries
    self.next = next
  }
}

/// The highest revision (of a result or a tombstone) that the aggregator holds of an article.
public struct InventoryEntry: Hashable, Sendable {
  public var articleID: String
  public var revision: Revision

  public init(articleID: String, revision: Revision) {
    self.articleID = articleID
    self.revision = revision
  }
}

/// How far the aggregator is behind, and how large its store is.
public struct AggregatorLag: Hashable, Sendable {
  public var epoch: Epoch
  public var uncommitted: UInt64
  public var mentions: UInt64
  public var events: UInt64
  public var commitMicroseconds: UInt64

  public init(
    epoch: Epoch, uncommitted: UInt64 = 0, mentions: UInt64 = 0, events: UInt64 = 0, commitMicroseconds: UInt64 = 0
  ) {
    self.epoch = epoch
    self.uncommitted = uncommitted
    self.mentions = mentions
    self.events = events
    self.commitMicroseconds = commitMicroseconds
  }
}

/// A message that reaches an aggregator.
public enum MessageToAggregator: Hashable, Sendable {
  case hello(Hello)
  case results(Results)
  case goodbye
  case inventoryRequest(after: String?, limit: Int)
  case tombstones([Tombstone])
}

/// What became of one message of results: all of it is durable.
public struct CommittedMessage: Hashable, Sendable {
  public var sequence: UInt64
  /// For each result of the message, in order: ``GrantKey/receipt(_:_:)``.
  public var receipts: [UInt64]

  public init(sequence: UInt64, receipts: [UInt64]) {
    self.sequence = sequence
    self.receipts = receipts
  }
}

/// A message that an aggregator sends.
public enum MessageFromAggregator: Hashable, Sendable {
  case welcome(epoch: Epoch, storeIdentity: String)
  case refused(Refusal)
  /// Every result of these messages is durable (or superseded, which is as good).
  case committed(epoch: Epoch, [CommittedMessage])
  /// Nothing of the message with this sequence was taken; send again after the wait.
  case busy(sequence: UInt64, retryAfter: TimeSpan)
  case inventory(InventoryPage)
  case tombstonesCommitted([Tombstone])
  case lag(AggregatorLag)
}

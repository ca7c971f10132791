/// The measures of an aggregator.
public struct AggregatorConfiguration: Sendable {
  public var identity: LocalIdentity
  public var seed: UInt64
  /// The coordinator's, as the store remembers it; nil before the first contact. Nothing is taken until it is known.
  public var grantKey: GrantKey?
  /// A group is written when it has this many items …
  public var commitGroup = 10
  /// … or its first has waited this long …
  public var commitDelay = TimeSpan.milliseconds(50)
  /// … and has at most this many.
  public var commitLimit = 500
  /// Items and bytes not yet written, above which workers are told to wait.
  public var highWater = Allowance(jobs: 4_096, bytes: 64 << 20)
  /// What a worker that was told to wait waits.
  public var busyRetry = TimeSpan.milliseconds(100)
  /// How often the coordinator hears of the lag.
  public var lagInterval = TimeSpan.milliseconds(500)
  /// Waits between tries of a write that failed.
  public var storeBackoff = Backoff(base: .milliseconds(100), cap: .seconds(10))
  /// Most entries of one inventory page.
  public var inventoryLimit = 10_000

  public init(identity: LocalIdentity, grantKey: GrantKey?, seed: UInt64) {
    self.identity = identity
    self.grantKey = grantKey
    self.seed = seed
  }
}

/// One thing to commit.
public struct CommitItem: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    /// Item `index` of the message that the shell keeps.
    case result(CommitKey, payload: PayloadID, index: Int)
    case tombstone(Tombstone)
  }

  public var content: Content

  public var articleID: String {
    switch content {
    case .result(let key, _, _): key.articleID
    case .tombstone(let tombstone): tombstone.articleID
    }
  }

  public var revision: Revision {
    switch content {
    case .result(let key, _, _): key.revision
    case .tombstone(let tombstone): tombstone.revision
    }
  }
}

/// Whether an item has an effect, for the transaction that writes it.
public enum CommitRule {
  /// Only a revision above what the store holds of the article (results and tombstones alike) is written. So a repeated
  /// result has no effect, and a late one never brings back what was replaced or withdrawn.
  public static func writes(_ revision: Revision, over stored: Revision?) -> Bool {
    guard let stored else { return true }
    return revision > stored
  }
}

/// What a commit did.
public struct CommitReport: Hashable, Sendable {
  public var written: Int
  public var ignored: Int
  public var duration: TimeSpan
  /// Size of the store after it.
  public var mentions: UInt64
  public var events: UInt64

  public init(written: Int, ignored: Int, duration: TimeSpan, mentions: UInt64, events: UInt64) {
    self.written = written
    self.ignored = ignored
    self.duration = duration
    self.mentions = mentions
    self.events = events
  }
}

/// Everything that can happen to an aggregator.
public enum AggregatorInput: Sendable {
  case message(MessageToAggregator, from: PeerID)
  /// A send to this peer failed because it is gone.
  case unreachable(PeerID)
  /// The group is durable.
  case committed(GroupID, CommitReport)
  case commitFailed(GroupID)
  case inventoryRead(InventoryPage, for: PeerID)
  case tick
  /// Commit what was taken, take nothing more, then ``AggregatorEffect/drained``.
  case drain
}

/// What an aggregator's shell has to do, in order.
public enum AggregatorEffect: Sendable, Equatable {
  case send(MessageFromAggregator, to: PeerID)
  /// One transaction, each item by ``CommitRule``; answer `.committed` when durable, or `.commitFailed`.
  case commit(GroupID, [CommitItem])
  /// Answer `.inventoryRead` with the articles after this id, in the order of their UTF-8 bytes.
  case readInventory(after: String?, limit: Int, for: PeerID)
  /// Remember the coordinator's key for later starts.
  case keepGrantKey(GrantKey)
  /// The results of this message are not needed any more.
  case releasePayload(PayloadID)
  case drained
}

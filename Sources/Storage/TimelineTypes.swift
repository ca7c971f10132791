public import NewsEvents

/// A result that asks to be committed.
public struct ResultCommit: Sendable, Hashable {
  public var article: String
  public var revision: UInt32
  public var fingerprint: String
  public var contentHash: ContentHash
  /// How many mentions it carries, for the count.
  public var mentions: Int
  /// The encoded `ArticleResult`; opaque here.
  public var payload: [UInt8]

  public init(
    article: String, revision: UInt32, fingerprint: String, contentHash: ContentHash, mentions: Int, payload: [UInt8]
  ) {
    self.article = article
    self.revision = revision
    self.fingerprint = fingerprint
    self.contentHash = contentHash
    self.mentions = mentions
    self.payload = payload
  }
}

/// One item of a group to commit.
public enum TimelineChange: Sendable, Hashable {
  case result(ResultCommit)
  case tombstone(StoredTombstone)
}

/// How much a timeline store holds.
public struct TimelineCounts: Sendable, Hashable {
  /// Articles with a result.
  public var results: Int
  /// Articles with a tombstone.
  public var tombstones: Int
  /// Mentions in all results.
  public var mentions: Int

  public init(results: Int, tombstones: Int, mentions: Int) {
    self.results = results
    self.tombstones = tombstones
    self.mentions = mentions
  }
}

/// What the commit of one item did. All three are acknowledged alike.
public enum CommitEffect: Sendable, Hashable {
  /// It is in the timeline now.
  case committed
  /// This revision was there already.
  case repeated
  /// A later revision, or a tombstone, stands above it.
  case superseded
}

/// A committed result.
public struct StoredResult: Sendable, Hashable {
  public var article: String
  public var revision: UInt32
  public var fingerprint: String
  public var contentHash: ContentHash
  public var mentions: Int
  public var payload: [UInt8]
  /// The store's revision that brought it.
  public var storeRevision: UInt64
}

/// What the aggregator holds of one article, a result or a tombstone.
public struct HeldRevision: Sendable, Hashable {
  public var article: String
  public var revision: UInt32
  public var isTombstone: Bool

  public init(article: String, revision: UInt32, isTombstone: Bool) {
    self.article = article
    self.revision = revision
    self.isTombstone = isTombstone
  }
}

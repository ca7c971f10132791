public import NewsEvents

/// A result that asks to be committed.
public struct ResultCommit: Sendable, Hashable {
  public var article: String
  public var revision: UInt32
  public var fingerprint: String
  public var contentHash: ContentHash
  /// The encoded `ArticleResult`; opaque here.
  public var payload: [UInt8]

  public init(article: String, revision: UInt32, fingerprint: String, contentHash: ContentHash, payload: [UInt8]) {
    self.article = article
    self.revision = revision
    self.fingerprint = fingerprint
    self.contentHash = contentHash
    self.payload = payload
  }
}

/// What a commit did. All three are acknowledged to the worker alike.
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
  public var payload: [UInt8]
  /// The store's revision that brought it.
  public var storeRevision: UInt64
}

/// What the aggregator holds of one article, a result or a tombstone.
public struct InventoryEntry: Sendable, Hashable {
  public var article: String
  public var revision: UInt32
  public var isTombstone: Bool

  public init(article: String, revision: UInt32, isTombstone: Bool) {
    self.article = article
    self.revision = revision
    self.isTombstone = isTombstone
  }
}

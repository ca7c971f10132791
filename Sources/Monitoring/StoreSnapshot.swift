/// What an aggregator knows at one moment, for its `/status.json` and its page.
public struct StoreSnapshot: Sendable, Hashable, Codable {
  /// Articles with a result in the store.
  public var results: UInt64
  public var mentions: UInt64
  /// 0 where nobody merges while articles come in.
  public var events: UInt64
  /// Results received and not yet durable.
  public var uncommitted: UInt64
  /// The duration of the last group commit.
  public var commitMicroseconds: UInt64
  public var commitFailures: UInt64
  public var isDraining: Bool

  public init(
    results: UInt64, mentions: UInt64, events: UInt64, uncommitted: UInt64, commitMicroseconds: UInt64,
    commitFailures: UInt64, isDraining: Bool
  ) {
    self.results = results
    self.mentions = mentions
    self.events = events
    self.uncommitted = uncommitted
    self.commitMicroseconds = commitMicroseconds
    self.commitFailures = commitFailures
    self.isDraining = isDraining
  }
}

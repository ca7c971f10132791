/// A connection as the shell knows it (a routing id of a ROUTER socket, numbered by the shell).
///
/// One connection, one id: a peer that reconnects gets a new one, an id is never used again.
public struct PeerID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public var rawValue: UInt64
  public init(_ rawValue: UInt64) { self.rawValue = rawValue }
  public static func < (a: PeerID, b: PeerID) -> Bool { a.rawValue < b.rawValue }
  public var description: String { "peer \(rawValue)" }
}

/// The integer row id of an article revision in the coordinator's ledger; rising in the order of admission.
public struct JobID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public var rawValue: UInt64
  @inlinable
  public init(_ rawValue: UInt64) { self.rawValue = rawValue }
  /// Below every real job: where reading the ledger begins.
  public static let none = JobID(0)
  @inlinable
  public static func < (a: JobID, b: JobID) -> Bool { a.rawValue < b.rawValue }
  public var description: String { "job \(rawValue)" }
}

/// A random number that a process chooses when it starts: two starts are never taken for one.
public struct Epoch: Hashable, Sendable, CustomStringConvertible {
  public var rawValue: UInt64
  public init(_ rawValue: UInt64) { self.rawValue = rawValue }
  public var description: String { "epoch \(String(rawValue, radix: 16))" }
}

/// Names the shell's copy of a received message whose bytes the core does not need (texts, encoded results).
public struct PayloadID: Hashable, Sendable {
  public var rawValue: UInt64
  public init(_ rawValue: UInt64) { self.rawValue = rawValue }
}

/// Numbers the groups that are written in one transaction, so that a completion finds its group.
public struct GroupID: Hashable, Comparable, Sendable {
  public var rawValue: UInt64
  public init(_ rawValue: UInt64) { self.rawValue = rawValue }
  public static func < (a: GroupID, b: GroupID) -> Bool { a.rawValue < b.rawValue }
}

/// The version of an article under its id: 1 at first admission, one more for each replacement or retraction.
public typealias Revision = UInt32

/// How many times a job was handed out.
public typealias Attempt = UInt32

/// What the aggregator commits at most once: an article's revision as one coder reads it.
public struct CommitKey: Hashable, Sendable {
  public var articleID: String
  public var revision: Revision
  public var fingerprint: String

  public init(articleID: String, revision: Revision, fingerprint: String) {
    self.articleID = articleID
    self.revision = revision
    self.fingerprint = fingerprint
  }
}

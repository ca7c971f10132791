/// What a peer may do. A role other than the expected one is refused.
public enum Role: UInt8, Hashable, Sendable, CaseIterable {
  case worker, submitter, observer, `operator`, coordinator
}

/// The version of the wire protocol: another major version is refused, another minor one is not.
public struct ProtocolVersion: Hashable, Sendable, CustomStringConvertible {
  public var major: UInt32
  public var minor: UInt32

  public init(major: UInt32, minor: UInt32) {
    self.major = major
    self.minor = minor
  }

  public var description: String { "\(major).\(minor)" }
}

/// Jobs and bytes: what a worker can hold, what it has been granted, what a submitter may send.
public struct Allowance: Hashable, Sendable {
  public var jobs: UInt64
  public var bytes: UInt64

  public init(jobs: UInt64, bytes: UInt64) {
    self.jobs = jobs
    self.bytes = bytes
  }
}

/// The first message on every connection.
public struct Hello: Hashable, Sendable {
  public var role: Role
  /// For people: the worker's name in `top`.
  public var name: String
  /// Chosen at random when the sending process started; the same in every hello of that process.
  public var sender: Epoch
  public var version: ProtocolVersion
  public var software: String
  /// Coder version and lexicon hash; empty for roles that do not code.
  public var fingerprint: String
  public var languages: [LanguageCode]
  public var capacity: Allowance
  /// The identity of the store: of the aggregator that a worker talks to, of the ledger for a coordinator.
  public var storeIdentity: String
  /// Submitters: the lowest submission number that has not been answered yet.
  public var resumeFrom: UInt64
  /// The coordinator to the aggregator: what grants and receipts are made with.
  public var grantKey: GrantKey?

  public init(
    role: Role, name: String, sender: Epoch, version: ProtocolVersion, software: String, fingerprint: String = "",
    languages: [LanguageCode] = [], capacity: Allowance = Allowance(jobs: 0, bytes: 0), storeIdentity: String = "",
    resumeFrom: UInt64 = 1, grantKey: GrantKey? = nil
  ) {
    self.grantKey = grantKey
    self.role = role
    self.name = name
    self.sender = sender
    self.version = version
    self.software = software
    self.fingerprint = fingerprint
    self.languages = languages
    self.capacity = capacity
    self.storeIdentity = storeIdentity
    self.resumeFrom = resumeFrom
  }
}

/// Who the local party is, checked against every hello.
public struct LocalIdentity: Hashable, Sendable {
  public var name: String
  public var epoch: Epoch
  public var version: ProtocolVersion
  public var software: String
  public var fingerprint: String
  /// The identity shared by ledger and timeline store; empty where the party has no store.
  public var storeIdentity: String

  public init(
    name: String, epoch: Epoch, version: ProtocolVersion, software: String, fingerprint: String,
    storeIdentity: String = ""
  ) {
    self.name = name
    self.epoch = epoch
    self.version = version
    self.software = software
    self.fingerprint = fingerprint
    self.storeIdentity = storeIdentity
  }
}

public import NewsEvents

extension Wire {
  /// What a peer is and may do.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    case coordinator, worker, submitter, observer, `operator`
  }

  /// Jobs (or articles) and their bytes.
  public struct Allowance: Sendable, Hashable {
    public var jobs: UInt64
    public var bytes: UInt64

    public init(jobs: UInt64, bytes: UInt64) {
      self.jobs = jobs
      self.bytes = bytes
    }
  }

  /// The first message on every connection, repeated after every reconnect.
  public struct Hello: Sendable, Hashable {
    public var role: Role
    /// For people: what `top` shows.
    public var name: String
    /// Name and version of the program.
    public var software: String
    /// Coder version and lexicon hash; empty for roles that do not code.
    public var fingerprint: String
    public var languages: [Language]
    public var capacity: Allowance
    /// The identity of the store: a worker's aggregator's, a coordinator's ledger's; empty otherwise.
    public var store: String
    /// Random, the same in every hello of one process.
    public var sender: UInt64
    /// Submitters: the lowest sequence that was not answered yet.
    public var resumeFrom: UInt64
    /// The coordinator to the aggregator: 16 bytes; empty otherwise.
    public var grantKey: [UInt8]

    public init(
      role: Role, name: String, software: String, fingerprint: String = "", languages: [Language] = [],
      capacity: Allowance = Allowance(jobs: 0, bytes: 0), store: String = "", sender: UInt64, resumeFrom: UInt64 = 1,
      grantKey: [UInt8] = []
    ) {
      self.role = role
      self.name = name
      self.software = software
      self.fingerprint = fingerprint
      self.languages = languages
      self.capacity = capacity
      self.store = store
      self.sender = sender
      self.resumeFrom = resumeFrom
      self.grantKey = grantKey
    }
  }

  /// The answer to a hello: the peer is known from now on, under the epoch of the envelope.
  public struct Welcome: Sendable, Hashable {
    public var leaseMilliseconds: UInt64
    public var heartbeatMilliseconds: UInt64
    /// The identity of the store behind this router.
    public var store: String

    public init(leaseMilliseconds: UInt64 = 0, heartbeatMilliseconds: UInt64 = 0, store: String = "") {
      self.leaseMilliseconds = leaseMilliseconds
      self.heartbeatMilliseconds = heartbeatMilliseconds
      self.store = store
    }
  }

  /// Why a peer or a message is turned away.
  public struct Refusal: Sendable, Hashable {
    public enum Code: String, Sendable, Hashable, CaseIterable {
      case version, fingerprint, identity, role
      /// The receiver does not know this connection (any more): say hello again.
      case helloRequired = "hello-required"
      case draining
      case malformed
      /// A reason that a newer version added; the message says it.
      case other
    }

    public var code: Code
    /// One line for people: both values, and the remedy.
    public var message: String

    public init(code: Code, message: String) {
      self.code = code
      self.message = message
    }
  }

  /// A message was not taken; it may be sent again after the wait.
  public struct Busy: Sendable, Hashable {
    public var sequence: UInt64
    public var retryMilliseconds: UInt64

    public init(sequence: UInt64 = 0, retryMilliseconds: UInt64) {
      self.sequence = sequence
      self.retryMilliseconds = retryMilliseconds
    }
  }
}

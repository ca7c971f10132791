/// One handing-out of a job.
public struct Lease: Hashable, Sendable {
  public var job: JobID
  public var attempt: Attempt

  public init(job: JobID, attempt: Attempt) {
    self.job = job
    self.attempt = attempt
  }
}

/// A job whose result is on disk.
public struct DoneJob: Hashable, Sendable {
  public var lease: Lease
  /// The aggregator's proof: ``GrantKey/receipt(_:_:)``.
  public var receipt: UInt64

  public init(lease: Lease, receipt: UInt64) {
    self.lease = lease
    self.receipt = receipt
  }
}

/// One article of a batch; its text is beside it, in the shell's keeping.
public struct BatchItem: Hashable, Sendable {
  public var lease: Lease
  public var articleID: String
  public var revision: Revision
  public var bytes: UInt32
  /// Proves to the aggregator that this revision was handed out: ``GrantKey/grant(_:_:)``.
  public var grant: UInt64

  public init(lease: Lease, articleID: String, revision: Revision, bytes: UInt32, grant: UInt64 = 0) {
    self.grant = grant
    self.lease = lease
    self.articleID = articleID
    self.revision = revision
    self.bytes = bytes
  }
}

/// Articles for a worker, all of one language.
public struct Batch: Hashable, Sendable {
  public var epoch: Epoch
  /// 1, 2, 3 … per connection.
  public var number: UInt64
  public var language: LanguageCode
  public var items: [BatchItem]
  /// One suspect, to be read alone in a supervised child.
  public var isSolo: Bool

  public init(epoch: Epoch, number: UInt64, language: LanguageCode, items: [BatchItem], isSolo: Bool) {
    self.epoch = epoch
    self.number = number
    self.language = language
    self.items = items
    self.isSolo = isSolo
  }
}

/// Why an extraction failed by itself.
public enum FailureCode: UInt8, Hashable, Sendable, CaseIterable {
  /// The deterministic work budget was exceeded.
  case budget
  /// The child trapped.
  case trap
  /// The child exceeded its memory limit.
  case memory
  /// The article could not be decoded.
  case decode
  /// The child was ended from outside: never held against the article.
  case interrupted
}

/// An extraction that failed.
public struct Failure: Hashable, Sendable {
  public var epoch: Epoch
  public var lease: Lease
  public var code: FailureCode
  public var message: String

  public init(epoch: Epoch, lease: Lease, code: FailureCode, message: String) {
    self.epoch = epoch
    self.lease = lease
    self.code = code
    self.message = message
  }
}

/// What a worker says at every heartbeat.
public struct Heartbeat: Hashable, Sendable {
  public var epoch: Epoch
  public var sequence: UInt64
  /// Articles that the work threads have finished since the worker started.
  public var progress: UInt64
  /// The highest batch number received on this connection: what is beyond may be on its way, or lost.
  public var lastBatch: UInt64
  /// Articles received and not finished.
  public var inFlight: UInt32
  /// Results that the aggregator has not committed.
  public var uncommitted: UInt32
  public var bytesInFlight: UInt64
  public var articlesPerThousandSeconds: UInt64

  public init(
    epoch: Epoch, sequence: UInt64, progress: UInt64, lastBatch: UInt64, inFlight: UInt32, uncommitted: UInt32,
    bytesInFlight: UInt64, articlesPerThousandSeconds: UInt64
  ) {
    self.epoch = epoch
    self.sequence = sequence
    self.progress = progress
    self.lastBatch = lastBatch
    self.inFlight = inFlight
    self.uncommitted = uncommitted
    self.bytesInFlight = bytesInFlight
    self.articlesPerThousandSeconds = articlesPerThousandSeconds
  }
}

/// The coordinator's answer to a worker's or a client's hello.
public struct Welcome: Hashable, Sendable {
  public var epoch: Epoch
  public var leaseDuration: TimeSpan
  public var heartbeatInterval: TimeSpan

  public init(epoch: Epoch, leaseDuration: TimeSpan, heartbeatInterval: TimeSpan) {
    self.epoch = epoch
    self.leaseDuration = leaseDuration
    self.heartbeatInterval = heartbeatInterval
  }
}

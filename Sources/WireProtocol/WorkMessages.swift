public import NewsEvents

extension Wire {
  /// One handing-out of a job.
  public struct Lease: Sendable, Hashable {
    public var job: UInt64
    public var attempt: UInt32

    public init(job: UInt64, attempt: UInt32) {
      self.job = job
      self.attempt = attempt
    }
  }

  /// A job whose result is committed.
  public struct DoneJob: Sendable, Hashable {
    public var lease: Lease
    /// The aggregator's proof.
    public var receipt: UInt64

    public init(lease: Lease, receipt: UInt64) {
      self.lease = lease
      self.receipt = receipt
    }
  }

  /// An article for a worker.
  public struct Job: Sendable, Hashable {
    public var lease: Lease
    public var revision: UInt32
    public var article: Article
    /// The coordinator's proof, for the aggregator, that it handed out this revision.
    public var grant: UInt64

    public init(lease: Lease, revision: UInt32, article: Article, grant: UInt64) {
      self.lease = lease
      self.revision = revision
      self.article = article
      self.grant = grant
    }
  }

  /// Articles for a worker, all from one queue.
  public struct Batch: Sendable, Hashable {
    public var number: UInt64
    public var language: Language
    /// A suspect, alone in its batch, to be run in a child process.
    public var isSolo: Bool
    public var jobs: [Job]

    public init(number: UInt64, language: Language, isSolo: Bool = false, jobs: [Job]) {
      self.number = number
      self.language = language
      self.isSolo = isSolo
      self.jobs = jobs
    }
  }

  /// An extraction that failed by itself.
  public struct Failure: Sendable, Hashable {
    public enum Code: String, Sendable, Hashable, CaseIterable {
      /// The deterministic work budget was exceeded.
      case budget
      /// The process trapped.
      case trap
      /// The memory limit was exceeded.
      case memory
      /// The article could not be read.
      case decode
      /// The process was ended from outside: never held against the article.
      case interrupted
    }

    public var lease: Lease
    public var code: Code
    public var message: String

    public init(lease: Lease, code: Code, message: String) {
      self.lease = lease
      self.code = code
      self.message = message
    }
  }

  /// That a worker lives, and how far its work is.
  public struct Heartbeat: Sendable, Hashable {
    public var sequence: UInt64
    /// Articles finished since the worker started, counted by the thread that does the work.
    public var finished: UInt64
    public var inFlight: UInt64
    /// Results that wait for the aggregator's acknowledgement.
    public var uncommitted: UInt64
    public var bytesInFlight: UInt64
    /// Articles in a thousand seconds.
    public var rateMilli: UInt64
    /// The highest batch number received on this connection.
    public var lastBatch: UInt64

    public init(
      sequence: UInt64, finished: UInt64, inFlight: UInt64, uncommitted: UInt64, bytesInFlight: UInt64,
      rateMilli: UInt64, lastBatch: UInt64
    ) {
      self.sequence = sequence
      self.finished = finished
      self.inFlight = inFlight
      self.uncommitted = uncommitted
      self.bytesInFlight = bytesInFlight
      self.rateMilli = rateMilli
      self.lastBatch = lastBatch
    }
  }

  /// What the aggregator commits at most once.
  public struct CommitKey: Sendable, Hashable {
    public var article: String
    public var revision: UInt32
    public var fingerprint: String

    public init(article: String, revision: UInt32, fingerprint: String) {
      self.article = article
      self.revision = revision
      self.fingerprint = fingerprint
    }
  }

  /// One result, still encoded: who only keeps it need not read it. `ArticleResult(wire:)` does.
  public struct Result: Sendable, Hashable {
    public var key: CommitKey
    public var job: UInt64
    /// As `ArticleResult.wireBytes` writes it.
    public var bytes: [UInt8]
    /// As it came with the job.
    public var grant: UInt64

    public init(key: CommitKey, job: UInt64, bytes: [UInt8], grant: UInt64) {
      self.key = key
      self.job = job
      self.bytes = bytes
      self.grant = grant
    }
  }

  /// What became of one message of results: all of it is on the disk.
  public struct CommittedMessage: Sendable, Hashable {
    public var sequence: UInt64
    /// For each of its results, in order: the aggregator's proof for the coordinator.
    public var receipts: [UInt64]

    public init(sequence: UInt64, receipts: [UInt64]) {
      self.sequence = sequence
      self.receipts = receipts
    }
  }

  /// Results for the aggregator.
  public struct Results: Sendable, Hashable {
    public var sequence: UInt64
    public var results: [Result]

    public init(sequence: UInt64, results: [Result]) {
      self.sequence = sequence
      self.results = results
    }
  }
}

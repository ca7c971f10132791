/// The measures of a worker.
public struct WorkerConfiguration: Sendable {
  public var identity: LocalIdentity
  public var seed: UInt64
  public var languages: [LanguageCode]
  /// Articles and bytes held at once: waiting, being read and not yet committed.
  public var capacity = Allowance(jobs: 128, bytes: 1 << 20)
  /// Extractions at the same time.
  public var parallelism = 1
  /// Articles handed to a work thread at once.
  public var chunk = 4
  /// Results per message to the aggregator.
  public var resultGroup = 32
  public var resultBytes = 64 * 1024
  /// A result that is not committed is sent again after this.
  public var resendAfter = TimeSpan.seconds(2)
  /// A coordinator or aggregator that does not answer for this long is connected afresh.
  public var silence = TimeSpan.seconds(3)
  /// How long a hello may stay unanswered.
  public var helloTimeout = TimeSpan.seconds(1)
  public var connectBackoff = Backoff(base: .milliseconds(50), cap: .seconds(5))

  public init(identity: LocalIdentity, seed: UInt64, languages: [LanguageCode]) {
    self.identity = identity
    self.seed = seed
    self.languages = languages
  }
}

/// One of a worker's two connections.
public enum WorkerLink: UInt8, Hashable, Sendable { case coordinator, aggregator }

/// What became of one extraction.
public struct ExtractionReport: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    /// The shell keeps the encoded result, of this size.
    case completed(resultBytes: UInt32)
    case failed(FailureCode, message: String)
  }

  public var job: JobID
  public var outcome: Outcome

  public init(job: JobID, outcome: Outcome) {
    self.job = job
    self.outcome = outcome
  }
}

/// Everything that can happen to a worker.
public enum WorkerInput: Sendable {
  case coordinator(MessageFromCoordinator)
  case aggregator(MessageFromAggregator)
  /// From the work threads.
  case extracted([ExtractionReport])
  /// The connection ended, as the monitor says: a hint that saves waiting.
  case disconnected(WorkerLink)
  /// Time has passed; due at ``WorkerCore/nextDeadline`` at the latest. The first tick starts the worker.
  case tick
  /// Hand back what is not begun, finish and commit the rest, then ``WorkerEffect/stopped``.
  case drain
}

/// What a worker's shell has to do, in order.
public enum WorkerEffect: Sendable, Equatable {
  /// Close the connection, if any, and open a fresh one with a fresh identity. Messages of the old one are dropped.
  case connect(WorkerLink)
  case sendToCoordinator(MessageToCoordinator)
  case sendToAggregator(MessageToAggregator)
  /// Send the kept results of these jobs as one message with this sequence.
  case sendResults(sequence: UInt64, items: [ResultItem])
  /// Read these articles, in order, on one work thread; alone in a supervised child if `isSolo`.
  case extract([BatchItem], isSolo: Bool)
  /// Text and result of these jobs are not needed any more.
  case forget([JobID])
  /// Drained: the process may exit with 0.
  case stopped
  /// Refused for good: stop with this message.
  case giveUp(Refusal)
}

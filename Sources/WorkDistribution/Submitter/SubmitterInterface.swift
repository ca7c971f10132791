/// The measures of a submitter.
public struct SubmitterConfiguration: Sendable {
  public var identity: LocalIdentity
  public var seed: UInt64
  /// Every article is sent as a new revision if it differs from what is there.
  public var replaces = false
  public var batchArticles = 64
  public var batchBytes = 256 * 1024
  /// What may be unanswered until the coordinator says otherwise.
  public var window = Allowance(jobs: 256, bytes: 4 << 20)
  /// Messages unanswered at once. The coordinator remembers its last 32 answers, so more would be unsafe.
  public var messageWindow = 16
  /// An unanswered message is sent again after this.
  public var resendAfter = TimeSpan.seconds(2)
  /// A coordinator that does not answer for this long is connected afresh.
  public var silence = TimeSpan.seconds(6)
  public var helloTimeout = TimeSpan.seconds(1)
  public var connectBackoff = Backoff(base: .milliseconds(50), cap: .seconds(5))
  /// Whether to wait until everything is committed (`run`) or only admitted (`submit`).
  public var waitsForCompletion = false
  /// How often it asks whether everything is committed.
  public var completionPoll = TimeSpan.milliseconds(500)

  public init(identity: LocalIdentity, seed: UInt64) {
    self.identity = identity
    self.seed = seed
  }
}

/// An article that the shell has read and keeps until it is told to forget it.
public struct SubmissionItem: Hashable, Sendable {
  /// Numbered by the shell.
  public var handle: UInt64
  public var bytes: UInt32

  public init(handle: UInt64, bytes: UInt32) {
    self.handle = handle
    self.bytes = bytes
  }
}

/// Everything that can happen to a submitter.
public enum SubmitterInput: Sendable {
  case coordinator(MessageFromCoordinator)
  /// Articles that were read after a ``SubmitterEffect/readMore(jobs:bytes:)``.
  case offer([SubmissionItem])
  /// Nothing more will be read.
  case endOfInput
  case disconnected
  /// Time has passed; due at ``SubmitterCore/nextDeadline`` at the latest. The first tick starts the submitter.
  case tick
}

/// What a submitter's shell has to do, in order.
public enum SubmitterEffect: Sendable, Equatable {
  /// Close the connection, if any, and open a fresh one with a fresh identity. Messages of the old one are dropped.
  case connect
  case send(MessageToCoordinator)
  /// Send a submission of these articles.
  case sendSubmission(sequence: UInt64, replaces: Bool, items: [SubmissionItem])
  /// There is room: read and offer up to this much. Asked once until the next offer or end of input.
  case readMore(jobs: Int, bytes: Int)
  /// What became of one article; it may be forgotten.
  case outcome(handle: UInt64, AdmissionOutcome)
  /// All is admitted, and committed if that was asked for (then with the coordinator's totals).
  case finished(Totals?)
  case giveUp(Refusal)
}

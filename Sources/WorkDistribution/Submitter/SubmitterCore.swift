/// A submitter without its socket, clock and files: sends articles in order, as many as the coordinator has room for,
/// and sends again what was not answered, until every article has its outcome.
public struct SubmitterCore: Sendable {
  public let configuration: SubmitterConfiguration

  var clock: SteadyClock
  var generator: SplitMix64
  var now = Instant.zero
  var effects: [SubmitterEffect] = []

  var link: Link
  var window: Allowance
  var buffer = RingQueue<SubmissionItem>()
  var bufferedBytes = 0
  var hasAsked = false
  var inputEnded = false
  /// Sent and not answered, in order.
  var unanswered: [SentSubmission] = []
  var nextSequence: UInt64 = 1
  var busyUntil = Instant.zero
  var askAgainAt: Instant?
  var isFinished = false

  public init(configuration: SubmitterConfiguration) {
    self.configuration = configuration
    clock = SteadyClock(maximumStep: min(configuration.silence / 2, .seconds(1)))
    generator = SplitMix64(seed: configuration.seed)
    link = Link(backoff: configuration.connectBackoff, helloTimeout: configuration.helloTimeout)
    window = configuration.window
  }

  /// Handles one input and returns what is to be done about it.
  public mutating func handle(_ input: SubmitterInput, at instant: Instant) -> [SubmitterEffect] {
    if isFinished { return [] }
    now = clock.advance(to: instant)
    effects = []
    switch input {
    case .coordinator(let message): receive(message)
    case .offer(let items):
      hasAsked = false
      for item in items {
        buffer.append(item)
        bufferedBytes += Int(item.bytes)
      }
    case .endOfInput:
      hasAsked = false
      inputEnded = true
    case .disconnected: connectionLost()
    case .tick: break
    }
    keepConnected()
    resendOverdue()
    sendBatches()
    readMore()
    finish()
    defer { effects = [] }
    return effects
  }

  /// When the shell must call again at the latest, on the shell's clock.
  public var nextDeadline: Instant {
    if isFinished { return .never }
    var earliest = link.deadline
    func consider(_ instant: Instant?) {
      guard let instant else { return }
      earliest = earliest.map { min($0, instant) } ?? instant
    }
    if link.isOpen {
      if isWaiting { consider(link.lastHeard + configuration.silence) }
      if busyUntil > now { consider(busyUntil) }
      if let first = unanswered.first { consider(max(first.sentAt + configuration.resendAfter, busyUntil)) }
      consider(askAgainAt)
    }
    return clock.deadline(for: earliest)
  }

  /// Articles that were offered and have no outcome yet.
  public var pending: Int { buffer.count + unanswered.reduce(0) { $0 + $1.items.count } }

  /// Whether the coordinator owes an answer.
  var isWaiting: Bool { !unanswered.isEmpty || askAgainAt != nil }
}

/// A submission that waits for its answer.
struct SentSubmission: Sendable {
  var sequence: UInt64
  var items: [SubmissionItem]
  var bytes: Int
  var sentAt: Instant
}

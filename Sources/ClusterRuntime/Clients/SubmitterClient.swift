internal import Logging
public import NewsEvents
public import WireProtocol
internal import WorkDistribution
internal import ZeroMQ

/// Hands articles to a coordinator, as fast as it takes them, and waits for every outcome.
///
/// ```swift
/// var client = SubmitterClient(options)
/// let summary = try client.run(next: { reader.nextArticle() }) { print($0) }
/// ```
/// It goes on through restarts of the coordinator; what was not acknowledged is sent again and taken once.
public final class SubmitterClient: Sendable {
  /// How far it is.
  public struct Progress: Sendable, Hashable {
    public var read = 0
    public var accepted = 0
    /// The same id with the same content was there.
    public var duplicates = 0
    /// The same id with other content was there, and nobody asked to replace it.
    public var conflicts = 0
    public var rejected = 0
    /// The last the coordinator said of the whole cluster; only when completion is waited for.
    public var cluster: Wire.Status?
  }

  /// What became of one article that was not simply accepted.
  public struct Exception: Sendable, Hashable {
    public var article: String
    public var outcome: Wire.SubmitOutcome
  }

  private let options: ClientOptions
  private let replaces: Bool
  private let priority: Int32
  private let waitsForCompletion: Bool
  private let inbox: Inbox<Void>

  /// - Parameters:
  ///   - replaces: whether other content under a known id becomes a new revision.
  ///   - priority: each point doubles the share of the articles' sources; from -8 to 8.
  ///   - waitsForCompletion: whether `run` waits until everything in the cluster is committed, not only accepted.
  /// - Throws: `ClusterError.unprotected`.
  public init(_ options: ClientOptions, replaces: Bool = false, priority: Int32 = 0, waitsForCompletion: Bool = false)
    throws
  {
    try options.security.check(options.coordinator)
    self.options = options
    self.replaces = replaces
    self.priority = priority
    self.waitsForCompletion = waitsForCompletion
    inbox = try Inbox()
  }

  /// Sends what `next` gives until it gives nil. Blocks the calling thread, on which both closures are called.
  /// - Parameters:
  ///   - next: the next article; asked for only when there is room for it.
  ///   - exception: called for each article that was not accepted.
  ///   - progress: called about ten times a second, and at the end.
  /// - Returns: the final counts, and the cluster's totals when completion was waited for.
  /// - Throws: `ClusterError.refused`, `.keyRefused`, `.noHandshake` when none has succeeded within ten seconds, or
  ///   `.interrupted` after `stop`.
  public func run(
    next: () throws -> Article?, exception: (Exception) -> Void = { _ in }, progress: (Progress) -> Void = { _ in }
  ) throws -> (progress: Progress, totals: Wire.Totals?) {
    let loop = SubmitterLoop(options, replaces, priority, waitsForCompletion, inbox)
    return try loop.run(next, exception, progress)
  }

  /// Ends `run` with `ClusterError.interrupted`. From any thread.
  public func stop() { inbox.post(()) }
}

private final class SubmitterLoop {
  private let priority: Int32
  private let options: ClientOptions
  private let inbox: Inbox<Void>
  private let context = Context()
  private var poller = Poller()
  private var connection: Connection?
  private var core: SubmitterCore
  private var epoch: UInt64 = 0

  private var articles: [UInt64: Article] = [:]
  private var nextHandle: UInt64 = 1
  private var wanted: (articles: Int, bytes: Int)?
  private var state = SubmitterClient.Progress()
  private var result: Wire.Totals?
  private var isOver = false
  private var exceptions: [SubmitterClient.Exception] = []
  private var complaints = Complaints()
  private var handshakes: HandshakeWatch

  init(_ options: ClientOptions, _ replaces: Bool, _ priority: Int32, _ waitsForCompletion: Bool, _ inbox: Inbox<Void>)
  {
    self.options = options
    self.inbox = inbox
    handshakes = HandshakeWatch(options, role: "submitter")
    var configuration = SubmitterConfiguration(
      identity: LocalIdentity(
        name: options.name, epoch: Epoch(UInt64.random(in: 1 ... .max)), version: .current,
        software: options.software, fingerprint: ""), seed: UInt64.random(in: 0 ... .max))
    configuration.replaces = replaces
    self.priority = priority
    configuration.waitsForCompletion = waitsForCompletion
    core = SubmitterCore(configuration: configuration)
  }

  func run(
    _ next: () throws -> Article?, _ exception: (SubmitterClient.Exception) -> Void,
    _ progress: (SubmitterClient.Progress) -> Void
  ) throws -> (progress: SubmitterClient.Progress, totals: Wire.Totals?) {
    let wakeToken = poller.add(inbox.wakeup)
    var nextReport = Clocks.now
    try step(.tick)
    while !isOver {
      if try !offer(next) { try poller.wait(Clocks.wait(until: min(core.nextDeadline, nextReport))) }
      if poller.isReadable(wakeToken), !inbox.takeAll().isEmpty { throw ClusterError.interrupted }
      try drain()
      let now = Clocks.now
      if now >= core.nextDeadline { try step(.tick) }
      for entry in exceptions { exception(entry) }
      exceptions.removeAll()
      if now >= nextReport {
        nextReport = now + .milliseconds(100)
        progress(state)
      }
    }
    try connection?.linger(500)
    progress(state)
    return (state, result)
  }

  private func step(_ input: SubmitterInput) throws {
    guard !isOver else { return }
    for effect in core.handle(input, at: Clocks.now) { try execute(effect) }
  }

  /// Reads what there is room for. False when there is none.
  private func offer(_ next: () throws -> Article?) throws -> Bool {
    guard let room = wanted else { return false }
    wanted = nil
    var items: [SubmissionItem] = []
    var bytes = 0
    while items.count < room.articles, bytes < room.bytes {
      guard let article = try next() else {
        if !items.isEmpty { try step(.offer(items)) }
        try step(.endOfInput)
        return true
      }
      let size = article.text.utf8.count
      articles[nextHandle] = article
      items.append(SubmissionItem(handle: nextHandle, bytes: UInt32(clamping: size)))
      nextHandle += 1
      bytes += size
      state.read += 1
    }
    try step(.offer(items))
    return true
  }

  private func drain() throws {
    guard let connection else { return }
    while self.connection === connection, !isOver, let frames = try connection.receive() {
      let envelope: Wire.Envelope
      do { envelope = try Wire.decode(frames) } catch {
        if complaints.mayLog { options.logger.warning("coordinator: \(error)") }
        continue
      }
      switch envelope.message {
      case .welcome: epoch = envelope.epoch
      case .status(let status): state.cluster = status
      default: break
      }
      if let message = MessageFromCoordinator(envelope) { try step(.coordinator(message)) }
    }
    guard self.connection === connection else { return }
    // What came before the connection was lost counts.
    for event in try connection.events() {
      switch event.kind {
      case .disconnected: try step(.disconnected)
      case .handshakeFailed:
        if !handshakes.isFailing, complaints.mayLog { options.logger.warning("\(handshakes.failure)") }
      default: break
      }
      try handshakes.note(event, at: Clocks.now)
    }
  }

  private func execute(_ effect: SubmitterEffect) throws {
    switch effect {
    case .connect:
      connection?.close(&poller)
      connection = try Connection(context, to: options.coordinator, options.security, poller: &poller)
    case .send(let message):
      if var envelope = message.envelope {
        if case .hello = envelope.message {} else { envelope.epoch = epoch }
        try connection?.send(envelope.frames)
      }
    case .sendSubmission(let sequence, let replaces, let items):
      let submission = Wire.Submission(
        sequence: sequence, replaces: replaces, priority: priority, articles: items.compactMap { articles[$0.handle] })
      try connection?.send(Wire.Envelope(.submit(submission), epoch: epoch).frames)
    case .readMore(let jobs, let bytes): wanted = (jobs, bytes)
    case .outcome(let handle, let outcome): settle(handle, outcome)
    case .finished(let totals):
      result = totals.map(Wire.Totals.init)
      isOver = true
    case .giveUp(let refusal): throw ClusterError.refused(by: "coordinator", refusal)
    }
  }

  private func settle(_ handle: UInt64, _ outcome: AdmissionOutcome) {
    guard let article = articles.removeValue(forKey: handle) else { return }
    switch outcome {
    case .accepted: state.accepted += 1
    case .duplicate: state.duplicates += 1
    case .conflict: state.conflicts += 1
    case .rejected: state.rejected += 1
    }
    if outcome != .accepted {
      exceptions.append(.init(article: article.id, outcome: Wire.SubmitOutcome(outcome)))
    }
  }
}

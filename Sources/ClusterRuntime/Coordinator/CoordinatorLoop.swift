internal import Logging
internal import Storage
internal import WireProtocol
internal import WorkDistribution
internal import ZeroMQ

/// The coordinator's socket thread: polls, feeds the core, executes its effects.
final class CoordinatorLoop {
  private let options: CoordinatorOptions
  private let ledger: Ledger
  private let inbox: Inbox<CoordinatorEvent>
  private let publish: (CoordinatorService.Snapshot) -> Void
  private let logger: Logger

  private let context = Context(ioThreads: 1, maximumSockets: 4_096)
  private let listener: Listener
  private var poller = Poller()
  private var aggregator: Connection?
  var endpoint: String { listener.endpoint }

  private let submissions = Submissions()
  private let screen: FrameScreen
  private let writer: LedgerWriter
  private let batches: BatchWriter

  private var core: CoordinatorCore
  private var epoch: Epoch { listener.epoch }
  /// Whether the ledger's identity is known to be the aggregator's; until then workers are asked to wait.
  private var isIdentityConfirmed: Bool
  private var pending: [CoordinatorInput] = []
  private var effects: [CoordinatorEffect] = []
  /// About the aggregator.
  private var complaints = Complaints()
  private var isStoreFailing = false
  private var isOver = false

  init(
    _ options: CoordinatorOptions, ledger: Ledger, inbox: Inbox<CoordinatorEvent>,
    publish: @escaping (CoordinatorService.Snapshot) -> Void
  ) throws {
    self.options = options
    self.ledger = ledger
    self.inbox = inbox
    self.publish = publish
    logger = options.logger
    let epoch = Epoch(UInt64.random(in: 1 ... .max))
    listener = try Listener(context, at: options.listen, options.security, epoch: epoch, logger: options.logger)
    screen = SubmissionScreen.make(maximumSize: options.maximumArticleSize, submissions: submissions, inbox: inbox)
    let cache = TextCache()
    writer = LedgerWriter(
      ledger: ledger, submissions: submissions, cache: cache, inbox: inbox, logger: options.logger)
    batches = BatchWriter(ledger: ledger, cache: cache, inbox: inbox, logger: options.logger)
    let counts = try ledger.counts()
    isIdentityConfirmed = !counts.isEmpty
    core = try Self.makeCore(options, ledger, epoch, counts)
  }

  private static func makeCore(
    _ options: CoordinatorOptions, _ ledger: Ledger, _ epoch: Epoch, _ counts: [QueueCount]
  ) throws -> CoordinatorCore {
    var configuration = CoordinatorConfiguration(
      identity: LocalIdentity(
        name: options.name, epoch: epoch, version: .current, software: options.software,
        fingerprint: options.fingerprint, storeIdentity: try ledger.identity()), grantKey: try ledger.grantKey().core,
      seed: UInt64.random(in: 0 ... .max))
    configuration.backlogLimit = options.backlogLimit
    configuration.leaseDuration = .milliseconds(options.leaseMilliseconds)
    var summary = LedgerSummary(
      rejected: UInt64(try ledger.rejectCount()),
      unconfirmedTombstones: try ledger.pendingTombstones(limit: 1_000_000).map {
        Tombstone(articleID: $0.id, revision: $0.revision)
      })
    for count in counts {
      guard let language = count.queue?.code else { continue }
      switch count.state {
      case .waiting: summary.counts[language, default: LedgerCounts()].waiting += UInt64(count.count)
      case .done: summary.counts[language, default: LedgerCounts()].done += UInt64(count.count)
      case .dead: summary.counts[language, default: LedgerCounts()].dead += UInt64(count.count)
      case .retracted: break
      }
    }
    for (queue, turn) in try ledger.turns() { summary.turns[queue.code] = turn }
    return CoordinatorCore(configuration: configuration, ledger: summary)
  }

  func run() throws {
    defer {
      screen.finish()
      batches.finish()
      writer.finish()
      // What was said last (drain, goodbye) may leave.
      do { try listener.linger(500) } catch { logger.debug("goodbyes may be lost: \(error)") }
    }
    let wakeToken = poller.add(inbox.wakeup)
    listener.add(to: &poller)
    var nextReport = Clocks.now
    step(.tick)
    while !isOver {
      try handlePending()
      let deadline = min(core.nextDeadline, nextReport)
      try poller.wait(Clocks.wait(until: deadline))
      if poller.isReadable(wakeToken) { for event in inbox.takeAll() { try handle(event) } }
      if listener.hasMessages(poller) { try drainRouter() }
      if listener.hasEvents(poller), try listener.drainMonitor() { step(.connectionLost) }
      try drainAggregator()
      let now = Clocks.now
      if now >= core.nextDeadline { step(.tick) }
      if now >= nextReport {
        nextReport = now + .milliseconds(500)
        for peer in listener.refresh() { step(.unreachable(peer)) }
        report()
      }
    }
    report()
  }

  // MARK: Input

  private func step(_ input: CoordinatorInput) { pending.append(input) }

  /// Feeds the core until it is quiet. Effects may bring further inputs (a peer that is gone).
  private func handlePending() throws {
    var next = 0
    while next < pending.count, !isOver {
      effects.removeAll(keepingCapacity: true)
      core.handle(pending[next], at: Clocks.now, into: &effects)
      next += 1
      for effect in effects { try execute(effect) }
    }
    pending.removeAll(keepingCapacity: true)
  }

  private func handle(_ event: CoordinatorEvent) throws {
    switch event {
    case .input(let input):
      switch input {
      case .persistenceFailed: isStoreFailing = true
      case .admissionsPersisted, .donePersisted, .deadLetterPersisted, .retractionsPersisted: isStoreFailing = false
      default: break
      }
      step(input)
    case .send(let frames, let peer): try send(frames, to: peer)
    case .deadLetters(let answer, let requeued, let discarded, let peer):
      if !requeued.isEmpty { step(.deadLettersRequeued(requeued)) }
      if !discarded.isEmpty { step(.deadLettersDiscarded(discarded)) }
      if try listener.send(.deadLetters(answer), to: peer) == .unreachable { step(.unreachable(peer)) }
    case .malformed(let error, let peer): try listener.complain(error, to: peer)
    case .rejects(let rejects): writer.push(rejects)
    case .drain: step(.drain)
    case .stop: isOver = true
    }
  }

  /// Takes a bounded number of messages, so that completions and timers have their turn under a flood.
  private func drainRouter() throws {
    var count = 0
    while count < 256, let (peer, frames) = try listener.receive() {
      count += 1
      if Wire.carriesArticles(header: frames[0]) {
        screen.push(frames, from: peer)
        continue
      }
      do {
        let envelope = try Wire.decode(frames)
        if case .hello(let hello) = envelope.message {
          guard try listener.permits(hello, frames, peer) else { continue }
          if hello.role == .worker, !isIdentityConfirmed {
            try listener.refuse(peer, .helloRequired, "the coordinator does not know its aggregator yet; try again")
            continue
          }
        }
        if let message = MessageToCoordinator(envelope) { step(.message(message, from: peer)) }
      } catch let error as WireError {
        try listener.complain(error, to: peer)
      }
    }
    try handlePending()
  }

  private func drainAggregator() throws {
    guard let connection = aggregator else { return }
    // Silence and a fresh connection are the core's affair; here only what arrives counts.
    _ = try connection.events()
    while aggregator === connection, let frames = try connection.receive() {
      let envelope: Wire.Envelope
      do { envelope = try Wire.decode(frames) } catch {
        if complaints.mayLog { logger.warning("aggregator: \(error)") }
        continue
      }
      if case .welcome(let welcome) = envelope.message { try meet(welcome) }
      if let message = MessageFromAggregator(envelope) {
        step(.aggregator(message))
        try handlePending()
      }
    }
  }

  /// At first contact an empty ledger takes over the identity of the aggregator's store.
  private func meet(_ welcome: Wire.Welcome) throws {
    if isIdentityConfirmed { return }
    if try ledger.identity() != welcome.store {
      try ledger.adopt(identity: welcome.store)
      listener.epoch = Epoch(UInt64.random(in: 1 ... .max))
      core = try Self.makeCore(options, ledger, epoch, try ledger.counts())
      pending.removeAll()
      logger.notice("ledger \(ledger.path) now belongs to store \(welcome.store)")
      step(.tick)
    }
    isIdentityConfirmed = true
  }

  // MARK: Effects

  private func execute(_ effect: CoordinatorEffect) throws {
    switch effect {
    case .send(.batch(let batch), let peer): batches.push(batch, to: peer)
    case .send(let message, let peer):
      if let envelope = message.envelope(epoch: epoch) { try send(envelope.frames, to: peer) }
    case .connectAggregator:
      aggregator?.close(&poller)
      aggregator = try Connection(context, to: options.aggregator, options.aggregatorSecurity, poller: &poller)
    case .sendToAggregator(let message):
      if let envelope = message.envelope(epoch: 0) { try aggregator?.send(envelope.frames) }
    case .releasePayload(let payload): submissions.release(payload)
    case .drained:
      logger.info("drained")
      isOver = true
    case .giveUp(let refusal): throw ClusterError.refused(by: "aggregator", refusal)
    case .persistAdmissions, .loadWaiting, .persistDone, .persistDeadLetter, .persistRetractions, .confirmTombstones,
      .reconcile, .deadLetters:
      writer.push(effect)
    }
  }

  private func send(_ frames: [Frame], to peer: PeerID) throws {
    if try listener.send(frames, to: peer) == .unreachable { step(.unreachable(peer)) }
  }

  private func report() {
    publish(
      CoordinatorService.Snapshot(
        status: Wire.Status(core.status), statistics: core.statistics, transport: listener.statistics,
        isStoreFailing: isStoreFailing))
  }
}

extension WorkDistribution.ProtocolVersion {
  static let current = Self(
    major: WireProtocol.ProtocolVersion.current.major, minor: WireProtocol.ProtocolVersion.current.minor)
}

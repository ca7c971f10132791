internal import Logging
internal import Storage
internal import WireProtocol
internal import WorkDistribution
internal import ZeroMQ

/// The aggregator's socket thread: polls, feeds the core, executes its effects.
final class AggregatorLoop {
  private let inbox: Inbox<AggregatorEvent>
  private let store: TimelineStore
  private let publish: (AggregatorService.Snapshot) -> Void
  private let logger: Logger

  private let context = Context(ioThreads: 1, maximumSockets: 4_096)
  private let doorkeeper: Doorkeeper
  private var router: RouterSocket
  private var poller = Poller()
  let endpoint: String

  private let payloads = Payloads()
  private let screen: ResultScreen
  private let writer: TimelineWriter
  private let events: EventCounter

  private var core: AggregatorCore
  private let epoch: Epoch
  private let options: AggregatorOptions
  private var pending: [AggregatorInput] = []
  private var statistics = TransportStatistics()
  private var lag = Wire.Lag()
  private var complaints = Complaints()
  private var isStoreFailing = false
  private var isDraining = false
  private var isOver = false

  init(
    _ options: AggregatorOptions, store: TimelineStore, inbox: Inbox<AggregatorEvent>,
    publish: @escaping (AggregatorService.Snapshot) -> Void
  ) throws {
    self.options = options
    self.inbox = inbox
    self.store = store
    self.publish = publish
    logger = options.logger
    var router = try RouterSocket(context, options.security.socket)
    doorkeeper = try Doorkeeper(context, router, options.security, options.logger)
    endpoint = try router.bind(options.listen)
    self.router = router
    screen = ResultScreen(payloads: payloads, inbox: inbox)
    events = EventCounter(store: store, logger: options.logger, count: options.countEvents)
    events.storeChanged()
    writer = TimelineWriter(
      store: store, payloads: payloads, events: events, inbox: inbox, logger: options.logger)
    epoch = Epoch(UInt64.random(in: 1 ... .max))
    core = try Self.makeCore(options, store, epoch)
  }

  private static func makeCore(
    _ options: AggregatorOptions, _ store: TimelineStore, _ epoch: Epoch
  ) throws -> AggregatorCore {
    AggregatorCore(
      configuration: AggregatorConfiguration(
        identity: LocalIdentity(
          name: options.name, epoch: epoch, version: .current, software: options.software,
          fingerprint: options.fingerprint, storeIdentity: try store.identity()),
        seed: UInt64.random(in: 0 ... .max)))
  }

  func run() throws {
    defer {
      screen.finish()
      writer.finish()
      events.finish()
      // The last acknowledgements may leave.
      try? router.setLinger(500)
    }
    let wakeToken = poller.add(inbox.wakeup)
    let routerToken = router.add(to: &poller)
    let monitorToken = doorkeeper.add(to: &poller)
    var nextReport = Clocks.now
    pending.append(.tick)
    while !isOver {
      try handlePending()
      try poller.wait(Clocks.wait(until: min(core.nextDeadline, nextReport)))
      if poller.isReadable(wakeToken) { for event in inbox.takeAll() { try handle(event) } }
      if poller.isReadable(routerToken) { try drainRouter() }
      if poller.isReadable(monitorToken) { try doorkeeper.watch() }
      let now = Clocks.now
      if now >= core.nextDeadline { pending.append(.tick) }
      if now >= nextReport {
        nextReport = now + .milliseconds(500)
        for peer in doorkeeper.refresh() { pending.append(.unreachable(peer)) }
        report()
      }
    }
    report()
  }

  private func handlePending() throws {
    var next = 0
    while next < pending.count, !isOver {
      let effects = core.handle(pending[next], at: Clocks.now)
      next += 1
      for effect in effects { try execute(effect) }
    }
    pending.removeAll(keepingCapacity: true)
  }

  private func handle(_ event: AggregatorEvent) throws {
    switch event {
    case .input(let input):
      switch input {
      case .committed(_, let report):
        lag.commitMicroseconds = UInt64(max(0, report.duration.nanoseconds / 1_000))
        isStoreFailing = false
      case .commitFailed: isStoreFailing = true
      default: break
      }
      pending.append(input)
    case .malformed(let error, let peer): try complain(error, to: peer)
    case .drain:
      isDraining = true
      pending.append(.drain)
    case .stop: isOver = true
    }
  }

  private func drainRouter() throws {
    var count = 0
    while count < 256, let (peer, frames) = try router.receive() {
      count += 1
      guard try doorkeeper.admits(peer, frames[0]) else { continue }
      if Wire.carriesResults(header: frames[0]) {
        screen.push(frames, from: peer)
        continue
      }
      do {
        let envelope = try Wire.decode(frames)
        if case .hello(let hello) = envelope.message, !doorkeeper.permits(peer, frames[0], hello.role) {
          try forbid(hello, doorkeeper.grant(of: peer, frames[0]), peer)
          continue
        }
        if let message = MessageToAggregator(envelope) { pending.append(.message(message, from: peer)) }
      } catch let error as WireError {
        try complain(error, to: peer)
      }
    }
    try handlePending()
  }

  private func execute(_ effect: AggregatorEffect) throws {
    switch effect {
    case .send(let message, let peer):
      if try router.send(message.envelope(epoch: epoch).frames, to: peer) == .unreachable {
        pending.append(.unreachable(peer))
      }
    case .commit, .readInventory: writer.push(effect)
    case .releasePayload(let payload): payloads.release(payload)
    case .drained:
      logger.info("drained")
      isOver = true
    }
  }

  // MARK: Refusals before the core

  private func refuse(_ peer: PeerID, _ code: Wire.Refusal.Code, _ message: String) throws {
    let refusal = Wire.Message.refused(Wire.Refusal(code: code, message: message))
    _ = try router.send(Wire.Envelope(refusal, epoch: epoch.rawValue).frames, to: peer)
  }

  private func forbid(_ hello: Wire.Hello, _ grant: String?, _ peer: PeerID) throws {
    statistics.forbidden += 1
    let message =
      "the key of “\(grant ?? "")” may not be a \(hello.role.rawValue); "
      + "authorise one with `silsila keys authorize --role \(hello.role.rawValue)`"
    if complaints.mayLog { logger.warning("\(message)") }
    try refuse(peer, .role, message)
  }

  private func complain(_ error: WireError, to peer: PeerID) throws {
    switch error {
    case .unknownKind: return
    case .incompatible:
      statistics.incompatible += 1
      try refuse(peer, .version, "\(error)")
    default:
      statistics.malformed += 1
      try refuse(peer, .malformed, "\(error)")
    }
    if complaints.mayLog { logger.warning("message refused: \(error)") }
  }

  private func report() {
    var transport = statistics
    transport.add(doorkeeper.statistics)
    transport.foreign = router.foreignMessages
    transport.overflows = router.overflows
    let counts = try? store.counts()
    lag.uncommitted = UInt64(core.uncommitted)
    lag.events = events.events
    lag.mentions = UInt64(counts?.mentions ?? Int(lag.mentions))
    publish(
      AggregatorService.Snapshot(
        lag: lag, results: UInt64(counts?.results ?? 0), statistics: core.statistics, transport: transport,
        isStoreFailing: isStoreFailing, isDraining: isDraining))
  }
}

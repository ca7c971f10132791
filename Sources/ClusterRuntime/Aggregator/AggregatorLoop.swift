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
  private let listener: Listener
  private var poller = Poller()
  var endpoint: String { listener.endpoint }

  private let payloads = Payloads()
  private let screen: FrameScreen
  private let writer: TimelineWriter

  private var core: AggregatorCore
  private var epoch: Epoch { listener.epoch }
  private let options: AggregatorOptions
  private var pending: [AggregatorInput] = []
  private var lag = Wire.Lag()
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
    let epoch = Epoch(UInt64.random(in: 1 ... .max))
    listener = try Listener(context, at: options.listen, options.security, epoch: epoch, logger: options.logger)
    screen = ResultScreen.make(payloads: payloads, inbox: inbox)
    writer = try TimelineWriter(store: store, payloads: payloads, inbox: inbox, logger: options.logger)
    core = try Self.makeCore(options, store, epoch)
  }

  private static func makeCore(
    _ options: AggregatorOptions, _ store: TimelineStore, _ epoch: Epoch
  ) throws -> AggregatorCore {
    AggregatorCore(
      configuration: AggregatorConfiguration(
        identity: LocalIdentity(
          name: options.name, epoch: epoch, version: .current, software: options.software,
          fingerprint: options.fingerprint, storeIdentity: try store.identity()), grantKey: try store.grantKey()?.core,
        seed: UInt64.random(in: 0 ... .max)))
  }

  func run() throws {
    defer {
      screen.finish()
      writer.finish()
      // The last acknowledgements may leave.
      do { try listener.linger(500) } catch { logger.debug("acknowledgements may be lost: \(error)") }
    }
    let wakeToken = poller.add(inbox.wakeup)
    listener.add(to: &poller)
    var nextReport = Clocks.now
    pending.append(.tick)
    while !isOver {
      try handlePending()
      try poller.wait(Clocks.wait(until: min(core.nextDeadline, nextReport)))
      if poller.isReadable(wakeToken) { for event in inbox.takeAll() { try handle(event) } }
      if listener.hasMessages(poller) { try drainRouter() }
      if listener.hasEvents(poller) { _ = try listener.drainMonitor() }
      let now = Clocks.now
      if now >= core.nextDeadline { pending.append(.tick) }
      if now >= nextReport {
        nextReport = now + .milliseconds(500)
        for peer in listener.refresh() { pending.append(.unreachable(peer)) }
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
    case .malformed(let error, let peer): try listener.complain(error, to: peer)
    case .drain:
      isDraining = true
      pending.append(.drain)
    case .stop: isOver = true
    }
  }

  private func drainRouter() throws {
    var count = 0
    while count < 256, let (peer, frames) = try listener.receive() {
      count += 1
      if Wire.carriesResults(header: frames[0]) {
        screen.push(frames, from: peer)
        continue
      }
      do {
        let envelope = try Wire.decode(frames)
        if case .hello(let hello) = envelope.message, try !listener.permits(hello, frames, peer) { continue }
        if let message = MessageToAggregator(envelope) { pending.append(.message(message, from: peer)) }
      } catch let error as WireError {
        try listener.complain(error, to: peer)
      }
    }
    try handlePending()
  }

  private func execute(_ effect: AggregatorEffect) throws {
    switch effect {
    case .send(let message, let peer):
      if try listener.send(message.envelope(epoch: epoch).frames, to: peer) == .unreachable {
        pending.append(.unreachable(peer))
      }
    case .commit, .readInventory, .keepGrantKey: writer.push(effect)
    case .releasePayload(let payload): payloads.release(payload)
    case .drained:
      logger.info("drained")
      isOver = true
    }
  }

  private func report() {
    let counts = writer.counts
    lag.uncommitted = UInt64(core.uncommitted)
    lag.mentions = UInt64(clamping: counts.mentions)
    publish(
      AggregatorService.Snapshot(
        lag: lag, results: UInt64(clamping: counts.results), statistics: core.statistics,
        transport: listener.statistics, isStoreFailing: isStoreFailing, isDraining: isDraining))
  }
}

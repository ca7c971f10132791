internal import Logging
internal import WireProtocol
internal import WorkDistribution
internal import ZeroMQ

/// The listening side of a role: its ROUTER, who may come in, and what is turned away before a core sees it. It belongs
/// to the role's socket thread.
final class Listener {
  /// The actual endpoint, with its port.
  let endpoint: String
  /// The start of the process that peers are greeted with.
  var epoch: Epoch

  private let logger: Logger
  private let doorkeeper: Doorkeeper
  private var router: RouterSocket
  private var tokens: (router: Poller.Token, monitor: Poller.Token)?
  private var counters = TransportStatistics()
  private var complaints = Complaints()

  init(
    _ context: Context, at endpoint: Endpoint, _ security: ListenerSecurity, epoch: Epoch, logger: Logger
  ) throws {
    self.epoch = epoch
    self.logger = logger
    var router = try RouterSocket(context, security.socket)
    doorkeeper = try Doorkeeper(context, router, security, logger)
    self.endpoint = try router.bind(endpoint)
    self.router = router
  }

  func add(to poller: inout Poller) { tokens = (router.add(to: &poller), doorkeeper.add(to: &poller)) }

  func hasMessages(_ poller: borrowing Poller) -> Bool { tokens.map { poller.isReadable($0.router) } ?? false }

  func hasEvents(_ poller: borrowing Poller) -> Bool { tokens.map { poller.isReadable($0.monitor) } ?? false }

  /// The next message of a peer that may speak, without its identity frame; nil when none is waiting.
  func receive() throws -> (peer: PeerID, frames: [Frame])? {
    while let message = try router.receive() {
      if try doorkeeper.admits(message.peer, message.frames[0]) { return message }
    }
    return nil
  }

  func send(_ frames: [Frame], to peer: PeerID) throws(ZMQError) -> SendOutcome { try router.send(frames, to: peer) }

  func send(_ message: Wire.Message, to peer: PeerID) throws(ZMQError) -> SendOutcome {
    try send(Wire.Envelope(message, epoch: epoch.rawValue).frames, to: peer)
  }

  /// Lets what was said last leave the process.
  func linger(_ milliseconds: UInt16) throws(ZMQError) { try router.setLinger(milliseconds) }

  /// Takes over changes of the list of keys. Returns the peers that were shown out.
  func refresh() -> [PeerID] { doorkeeper.refresh() }

  /// Takes note of connections that came and went. Returns whether one ended.
  func drainMonitor() throws -> Bool {
    try doorkeeper.watch()
    return doorkeeper.takeLosses()
  }

  /// Whether the key that the hello came with may take its role; if not, the peer is told.
  func permits(_ hello: Wire.Hello, _ frames: [Frame], _ peer: PeerID) throws -> Bool {
    if doorkeeper.permits(peer, frames[0], hello.role) { return true }
    counters.forbidden += 1
    let message =
      "the key of “\(doorkeeper.grant(of: peer, frames[0]) ?? "")” may not be a \(hello.role.rawValue); "
      + "authorise one with `silsila keys authorize --role \(hello.role.rawValue)`"
    if complaints.mayLog { logger.warning("\(message)") }
    try refuse(peer, .role, message)
    return false
  }

  func refuse(_ peer: PeerID, _ code: Wire.Refusal.Code, _ message: String) throws {
    _ = try send(.refused(Wire.Refusal(code: code, message: message)), to: peer)
  }

  /// Answers a message that was not understood; an unknown kind is ignored, as the protocol asks.
  func complain(_ error: WireError, to peer: PeerID) throws {
    switch error {
    case .unknownKind: return
    case .incompatible:
      counters.incompatible += 1
      try refuse(peer, .version, "\(error)")
    default:
      counters.malformed += 1
      try refuse(peer, .malformed, "\(error)")
    }
    if complaints.mayLog { logger.warning("message refused: \(error)") }
  }

  /// What was dropped or refused so far.
  var statistics: TransportStatistics {
    var statistics = counters
    statistics.add(doorkeeper.statistics)
    statistics.foreign = router.foreignMessages
    statistics.overflows = router.overflows
    return statistics
  }
}

internal import Logging
internal import WireProtocol
internal import WorkDistribution
internal import ZeroMQ

/// Stands at a listening socket: admits peers by their keys, says which roles a key may take, shows out whose key was
/// revoked, and cuts what comes in floods.
///
/// A key is asked for twice: by the ZAP handler, once for each connection, before any message of it is delivered; and
/// here with every message, so that a grant that was taken back ends at once and not with the connection.
final class Doorkeeper {
  private let allowlist = Allowlist()
  private let handler: ZAPHandler?
  private let users: (@Sendable () throws -> [CurvePublicKey: String])?
  private let logger: Logger
  private var reported = ""

  private var monitor: SocketMonitor
  private var grants: [CurvePublicKey: String] = [:]
  private var table: ConnectionTable
  private var visitors: [PeerID: Visitor] = [:]
  private var counts = TransportStatistics()
  private var hasLosses = false
  /// Whether the connection whose end comes next in the monitor's events is counted already.
  private var isExplained = false

  /// A connection that has spoken.
  private struct Visitor {
    var descriptor: PeerDescriptor?
    var remote: RemoteAddress?
    var key: CurvePublicKey?
    /// `role/name`; nil without keys, and when there is no grant any more.
    var granted: String?
    var isBarred: Bool { key != nil && granted == nil }
  }

  /// Reads the list once; throws when it cannot be read, since a server that admits nobody would not be noticed.
  /// To be made before `router` binds.
  init(
    _ context: Context, _ router: borrowing RouterSocket, _ security: ListenerSecurity, _ logger: Logger,
    limits: ConnectionLimits = .ofThisProcess()
  ) throws {
    self.logger = logger
    table = ConnectionTable(limits)
    monitor = try router.monitor(context)
    switch security {
    case .plain:
      users = nil
      handler = nil
    case .curve(_, let users):
      self.users = users
      grants = try users()
      allowlist.replace(with: grants)
      let allowlist = allowlist
      // The user id of a message is the key itself: names and roles may change while a connection stands.
      handler = try ZAPHandler(context) { request in
        request.key.flatMap { allowlist.user(of: $0) == nil ? nil : $0.z85 }
      }
    }
  }

  func add(to poller: inout Poller) -> Poller.Token { monitor.add(to: &poller) }

  // MARK: Connections

  /// Takes note of connections that came and went, and cuts what is too much.
  func watch() throws {
    while let event = try monitor.next() {
      switch event.kind {
      case .accepted:
        let descriptor = PeerDescriptor(event.value)
        if let excess = table.opened(event.value, network: descriptor.remote?.network, at: Clocks.now) {
          PeerDescriptor(excess).cut()
        }
      case .disconnected:
        hasLosses = true
        switch table.closed(event.value) {
        case .spoke(let peer): visitors[peer] = nil
        case .silent: if !isExplained { counts.failedHandshakes += 1 }
        case .cut, .unknown: break
        }
        isExplained = false
      case .refused:
        counts.rejectedKeys += 1
        isExplained = true
      case .handshakeFailed:
        counts.failedHandshakes += 1
        isExplained = true
      default: break
      }
    }
  }

  /// Whether connections were lost since the last call.
  func takeLosses() -> Bool {
    defer { hasLosses = false }
    return hasLosses
  }

  var statistics: TransportStatistics {
    var counts = counts
    counts.excessConnections = table.excess
    counts.muteConnections = table.mute
    return counts
  }

  // MARK: Messages

  /// Whether a message of `peer`, whose first frame is `frame`, may be looked at.
  func admits(_ peer: PeerID, _ frame: Frame) throws -> Bool {
    if let visitor = visitors[peer] {
      if visitor.isBarred { counts.revoked += 1 }
      return !visitor.isBarred
    }
    // Its coming is known by now, but may not have been looked at.
    try watch()
    var visitor = Visitor(descriptor: PeerDescriptor(of: frame))
    if users != nil {
      // Without a key no message passes the handshake; if one ever does, it is nobody's.
      guard let key = frame.userID.flatMap({ CurvePublicKey(z85: $0) }) else {
        counts.revoked += 1
        return false
      }
      visitor.key = key
      visitor.granted = grants[key]
      visitor.remote = visitor.descriptor?.remote
    }
    if let descriptor = visitor.descriptor, table.spoke(descriptor.number, peer) { visitors[peer] = visitor }
    if visitor.isBarred {
      counts.revoked += 1
      cut(visitor)
    }
    return !visitor.isBarred
  }

  /// Takes over changes of the list, and cuts connections whose key lost its grant or got another. A list that cannot
  /// be read leaves the last one in force.
  /// - Returns: the peers that were shown out.
  func refresh() -> [PeerID] {
    for descriptor in table.overdue(at: Clocks.now) { PeerDescriptor(descriptor).cut() }
    guard let users else { return [] }
    let fresh: [CurvePublicKey: String]
    do {
      fresh = try users()
      reported = ""
    } catch {
      if reported != "\(error)" { logger.error("authorised keys not read again: \(error)") }
      reported = "\(error)"
      return []
    }
    guard fresh != grants else { return [] }
    grants = fresh
    allowlist.replace(with: fresh)
    var out: [PeerID] = []
    for (peer, visitor) in visitors where !visitor.isBarred {
      guard let key = visitor.key, visitor.granted != fresh[key] else { continue }
      logger.notice("“\(visitor.granted ?? "")” lost its grant; its connection is cut")
      counts.cutRevoked += 1
      visitors[peer]?.granted = nil
      cut(visitor)
      out.append(peer)
    }
    return out
  }

  /// Only while it is still the same connection: the number may belong to another by now.
  private func cut(_ visitor: Visitor) {
    guard let descriptor = visitor.descriptor, descriptor.remote == visitor.remote else { return }
    descriptor.cut()
  }

  // MARK: Roles

  /// `role/name` of the owner of the peer's key; nil without keys.
  func grant(of peer: PeerID, _ frame: Frame) -> String? {
    users == nil
      ? nil : visitors[peer]?.granted ?? frame.userID.flatMap { CurvePublicKey(z85: $0) }.flatMap { grants[$0] }
  }

  /// Whether `peer`, whose first frame is `frame`, may say hello as `role`.
  func permits(_ peer: PeerID, _ frame: Frame, _ role: Wire.Role) -> Bool {
    guard users != nil else { return true }
    return Self.permits(grant(of: peer, frame), role)
  }

  /// Whether the owner of a grant `role/name` may say hello as `role`; nobody without one.
  static func permits(_ grant: String?, _ role: Wire.Role) -> Bool {
    guard let granted = grant?.prefix(while: { $0 != "/" }) else { return false }
    switch (PeerRole(rawValue: String(granted)), role) {
    case (.worker, .worker), (.coordinator, .coordinator), (.operator, .operator): return true
    case (.submitter, .submitter), (.operator, .submitter): return true
    case (.observer, .observer), (.submitter, .observer), (.operator, .observer): return true
    default: return false
    }
  }
}

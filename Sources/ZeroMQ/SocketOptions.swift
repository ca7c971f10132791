internal import CZeroMQ

/// The kinds of sockets that Silsila uses.
public enum SocketType: String, Sendable {
  case router, dealer, pair, request, reply, push, pull

  var raw: Int32 {
    switch self {
    case .router: ZMQ_ROUTER
    case .dealer: ZMQ_DEALER
    case .pair: ZMQ_PAIR
    case .request: ZMQ_REQ
    case .reply: ZMQ_REP
    case .push: ZMQ_PUSH
    case .pull: ZMQ_PULL
    }
  }
}

/// How a socket authenticates and encrypts.
public enum SocketSecurity: Sendable {
  /// Neither. For ipc in a private directory, inproc and loopback.
  case plain
  /// Listens with this key. Without a `ZAPHandler` on the context it admits every client key.
  case curveServer(CurveSecretKey, domain: String)
  /// Connects to the listener with this public key, as the owner of `keys`.
  case curveClient(server: CurvePublicKey, keys: CurveKeyPair)
}

/// What a socket is told before it binds or connects. The defaults suit a long-lived peer of a cluster.
public struct SocketOptions: Sendable {
  /// How long unsent messages may hold up closing, in milliseconds; always finite. What must arrive is acknowledged
  /// by the protocol, not by waiting here.
  public var linger: UInt16 = 0
  /// Messages kept for each peer before sending would block.
  public var sendLimit: Int32 = 1_000
  /// Messages kept from each peer before reading from it stops.
  public var receiveLimit: Int32 = 1_000
  /// The largest frame a peer may send, in bytes; a larger one ends the connection.
  public var maximumFrameSize: Int64 = 64 << 20
  /// The most frames of one message that are kept; a longer message is read to its end and reported as nothing.
  public var maximumFrames = 8
  /// ROUTER: fail instead of dropping silently when the peer is gone or its queue is full.
  public var mandatory = true
  /// Queue only to peers whose connection is complete, instead of into the void.
  public var immediate = true
  /// How often, and for how long without an answer, the connection itself is probed, in milliseconds.
  public var heartbeat: (interval: Int32, timeout: Int32)? = (500, 1_500)
  /// The pause before a lost connection is tried again, doubled up to the maximum, in milliseconds.
  public var reconnect: (initial: Int32, maximum: Int32) = (50, 2_000)
  /// How long a peer may take to complete the handshake, in milliseconds.
  public var handshakeTimeout: Int32 = 10_000
  /// Connections waiting to be accepted.
  public var backlog: Int32 = 512
  public var ipv6 = true
  public var security = SocketSecurity.plain

  public init() {}

  public init(_ change: (inout SocketOptions) -> Void) {
    change(&self)
  }

  func apply(to socket: UnsafeMutableRawPointer, _ type: SocketType) throws(ZMQError) {
    try LibZMQ.set(socket, ZMQ_LINGER, Int32(linger), "linger")
    try LibZMQ.set(socket, ZMQ_SNDHWM, sendLimit, "sendLimit")
    try LibZMQ.set(socket, ZMQ_RCVHWM, receiveLimit, "receiveLimit")
    try LibZMQ.set(socket, ZMQ_MAXMSGSIZE, maximumFrameSize, "maximumFrameSize")
    try LibZMQ.set(socket, ZMQ_IMMEDIATE, immediate ? 1 : 0 as Int32, "immediate")
    if type == .router { try LibZMQ.set(socket, ZMQ_ROUTER_MANDATORY, mandatory ? 1 : 0 as Int32, "mandatory") }
    if let heartbeat {
      try LibZMQ.set(socket, ZMQ_HEARTBEAT_IVL, heartbeat.interval, "heartbeat.interval")
      try LibZMQ.set(socket, ZMQ_HEARTBEAT_TIMEOUT, heartbeat.timeout, "heartbeat.timeout")
    }
    try LibZMQ.set(socket, ZMQ_RECONNECT_IVL, reconnect.initial, "reconnect.initial")
    try LibZMQ.set(socket, ZMQ_RECONNECT_IVL_MAX, reconnect.maximum, "reconnect.maximum")
    try LibZMQ.set(socket, ZMQ_HANDSHAKE_IVL, handshakeTimeout, "handshakeTimeout")
    try LibZMQ.set(socket, ZMQ_BACKLOG, backlog, "backlog")
    try LibZMQ.set(socket, ZMQ_IPV6, ipv6 ? 1 : 0 as Int32, "ipv6")
    switch security {
    case .plain: break
    case .curveServer(let secret, let domain):
      try LibZMQ.set(socket, ZMQ_CURVE_SERVER, 1 as Int32, "curveServer")
      try LibZMQ.set(socket, ZMQ_CURVE_SECRETKEY, secret.bytes, "curveSecretKey")
      try LibZMQ.set(socket, ZMQ_ZAP_DOMAIN, Array(domain.utf8), "zapDomain")
    case .curveClient(let server, let keys):
      try LibZMQ.set(socket, ZMQ_CURVE_SERVERKEY, server.bytes, "curveServerKey")
      try LibZMQ.set(socket, ZMQ_CURVE_PUBLICKEY, keys.publicKey.bytes, "curvePublicKey")
      try LibZMQ.set(socket, ZMQ_CURVE_SECRETKEY, keys.secretKey.bytes, "curveSecretKey")
    }
  }
}

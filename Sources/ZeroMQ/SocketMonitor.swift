internal import CZeroMQ
internal import Glibc

/// Something that happened to a connection of a socket.
public struct ConnectionEvent: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    /// The handshake is over: messages flow. The moment to say hello, at the start and after every reconnect.
    case ready
    case connected, accepted, disconnected
    case connectDelayed = "connect delayed"
    case connectRetried = "connect retried"
    case closed, listening
    case bindFailed = "bind failed"
    case acceptFailed = "accept failed"
    /// The peer does not speak ZMTP, or plain text met CURVE.
    case handshakeFailed = "handshake failed"
    /// The ZAP handler of the listener refused this peer's key; `value` is its status code (400).
    case refused
    case stopped
  }

  public var kind: Kind
  /// An error number, a ZAP status or an interval in milliseconds, as the kind has it.
  public var value: Int32
  public var endpoint: String
}

/// Reports what happens to the connections of one socket, as hints: messages say what is true.
public struct SocketMonitor: ~Copyable {
  private let watched: SocketHandle
  private var pair: Socket

  /// Starts to watch `socket`. A socket has one monitor at a time.
  public init(_ context: Context, of socket: borrowing Socket) throws(ZMQError) {
    let endpoint = "inproc://monitor-\(UInt(bitPattern: socket.handle.raw))-\(UInt32.random(in: 0 ... .max))"
    try LibZMQ.monitor(socket.handle.raw, endpoint, 0xFFFF)
    var pair = try Socket(
      context, .pair,
      SocketOptions {
        $0.heartbeat = nil
        $0.receiveLimit = 10_000
      })
    try pair.connect(endpoint)
    watched = socket.handle
    self.pair = pair
  }

  deinit { try? LibZMQ.monitor(watched.raw, nil, 0) }

  /// The socket to give to a `Poller`.
  public mutating func add(to poller: inout Poller) -> Poller.Token { poller.add(pair) }

  /// The next event; nil when there is none.
  public mutating func next() throws(ZMQError) -> ConnectionEvent? {
    while let frames = try pair.receive() {
      if let event = ConnectionEvent(frames) { return event }
    }
    return nil
  }
}

extension ConnectionEvent {
  /// The event in a monitor message: a frame of event number (16 bits) and value (32), a frame with the endpoint.
  init?(_ frames: [Frame]) {
    guard frames.count == 2, frames[0].count == 6 else { return nil }
    let (number, value) = frames[0].withUnsafeBytes {
      ($0.loadUnaligned(as: UInt16.self), $0.loadUnaligned(fromByteOffset: 2, as: Int32.self))
    }
    guard let kind = Kind(number: Int32(number)) else { return nil }
    self.init(kind: kind, value: value, endpoint: frames[1].text)
  }
}

extension ConnectionEvent.Kind {
  init?(number: Int32) {
    switch number {
    case ZMQ_EVENT_HANDSHAKE_SUCCEEDED: self = .ready
    case ZMQ_EVENT_CONNECTED: self = .connected
    case ZMQ_EVENT_ACCEPTED: self = .accepted
    case ZMQ_EVENT_DISCONNECTED: self = .disconnected
    case ZMQ_EVENT_CONNECT_DELAYED: self = .connectDelayed
    case ZMQ_EVENT_CONNECT_RETRIED: self = .connectRetried
    case ZMQ_EVENT_CLOSED: self = .closed
    case ZMQ_EVENT_LISTENING: self = .listening
    case ZMQ_EVENT_BIND_FAILED: self = .bindFailed
    case ZMQ_EVENT_ACCEPT_FAILED: self = .acceptFailed
    case ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL, ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL: self = .handshakeFailed
    case ZMQ_EVENT_HANDSHAKE_FAILED_AUTH: self = .refused
    case ZMQ_EVENT_MONITOR_STOPPED: self = .stopped
    default: return nil
    }
  }
}

internal import WorkDistribution
internal import ZeroMQ

/// A ROUTER whose peers are numbers.
///
/// libzmq numbers connections itself: five bytes, a zero and a counter of 32 bits that starts at random. The counter is
/// the peer's id, so there is no table to grow, and a connection is never taken for another.
struct RouterSocket: ~Copyable {
  private var socket: Socket
  /// Messages dropped because their peer chose an identity of its own, or sent too many frames.
  private(set) var foreignMessages: UInt64 = 0
  /// Messages dropped because the peer does not read them.
  private(set) var overflows: UInt64 = 0

  init(_ context: Context, _ security: SocketSecurity) throws(ZMQError) {
    socket = try Socket(context, .router, SocketOptions { $0.security = security })
  }

  mutating func bind(_ endpoint: Endpoint) throws(ZMQError) -> String { try socket.bind(endpoint.description) }

  mutating func unbind(_ endpoint: String) throws(ZMQError) { try socket.unbind(endpoint) }

  func add(to poller: inout Poller) -> Poller.Token { poller.add(socket) }

  func monitor(_ context: Context) throws(ZMQError) -> SocketMonitor { try SocketMonitor(context, of: socket) }

  /// The next message, without its identity frame; nil when none is waiting.
  mutating func receive() throws(ZMQError) -> (peer: PeerID, frames: [Frame])? {
    while var frames = try socket.receive() {
      guard frames.count > 1, let peer = PeerID(identity: frames[0]) else {
        foreignMessages += 1
        continue
      }
      frames.removeFirst()
      return (peer, frames)
    }
    return nil
  }

  mutating func send(_ frames: [Frame], to peer: PeerID) throws(ZMQError) -> SendOutcome {
    let outcome = try socket.send([peer.identity] + frames)
    if outcome == .wouldBlock { overflows += 1 }
    return outcome
  }

  mutating func setLinger(_ milliseconds: UInt16) throws(ZMQError) { try socket.setLinger(milliseconds) }
}

extension PeerID {
  init?(identity frame: Frame) {
    guard frame.count == 5 else { return nil }
    let value: UInt64? = frame.withUnsafeBytes { bytes in
      guard bytes[0] == 0 else { return nil }
      return bytes.dropFirst().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    }
    guard let value else { return nil }
    self.init(value)
  }

  var identity: Frame {
    Frame([0] + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: rawValue >> $0) })
  }
}

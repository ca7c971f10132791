internal import CZeroMQ

/// The library's socket, closed when the last owner lets go of it. Not sendable, so its owners share one thread.
final class SocketHandle {
  let raw: UnsafeMutableRawPointer
  // Keeps the context alive as long as the socket.
  private let context: Context

  init(_ context: Context, _ type: SocketType) throws(ZMQError) {
    self.context = context
    raw = try LibZMQ.newSocket(context.raw, type.raw, type.rawValue)
  }

  deinit { LibZMQ.closeSocket(raw) }
}

/// What became of a message that was sent.
public enum SendOutcome: Sendable, Hashable {
  /// Queued as a whole. Only an acknowledgement by the peer says that it arrived.
  case sent
  /// The queue is full, or no peer is connected; nothing was sent.
  case wouldBlock
  /// A ROUTER knows no peer with that identity (any more); nothing was sent.
  case unreachable
}

/// A ZeroMQ socket with one owner.
///
/// It can be neither copied nor shared between threads: it lives where it was made or given away to. No operation
/// waits; `Poller` does.
public struct Socket: ~Copyable {
  let handle: SocketHandle
  public let type: SocketType
  private let maximumFrames: Int

  /// - Throws: `ZMQError` when no socket is left or an option is refused.
  public init(_ context: Context, _ type: SocketType, _ options: SocketOptions = .init()) throws(ZMQError) {
    let handle = try SocketHandle(context, type)
    try options.apply(to: handle.raw, type)
    self.handle = handle
    self.type = type
    maximumFrames = options.maximumFrames
  }

  /// Listens at `endpoint` (`tcp://host:port`, `ipc:///path`, `inproc://name`; port `*` chooses a free one).
  /// - Returns: the endpoint with its actual port.
  @discardableResult
  public mutating func bind(_ endpoint: String) throws(ZMQError) -> String {
    try LibZMQ.bind(handle.raw, endpoint)
    return try LibZMQ.string(handle.raw, ZMQ_LAST_ENDPOINT, "lastEndpoint")
  }

  /// Stops listening at `endpoint`; connections that exist stay.
  public mutating func unbind(_ endpoint: String) throws(ZMQError) { try LibZMQ.unbind(handle.raw, endpoint) }

  /// Connects, now and again whenever the connection is lost.
  public mutating func connect(_ endpoint: String) throws(ZMQError) { try LibZMQ.connect(handle.raw, endpoint) }

  /// Ends the connection to `endpoint` and drops what is queued for it.
  public mutating func disconnect(_ endpoint: String) throws(ZMQError) {
    try LibZMQ.disconnect(handle.raw, endpoint)
  }

  /// Sends the frames as one message, all or nothing, without waiting. The frames stay usable.
  ///
  /// With a ROUTER the first frame is the identity of the peer, as the first frame of what it sent.
  /// - Throws: `ZMQError.Code.terminated` when the context was shut down.
  public mutating func send(_ frames: [Frame]) throws(ZMQError) -> SendOutcome {
    precondition(!frames.isEmpty, "a message has at least one frame")
    var message = zmq_msg_t()
    for (index, frame) in frames.enumerated() {
      LibZMQ.initialize(&message)
      LibZMQ.share(frame.message, with: &message)
      do throws(ZMQError) {
        if case .wouldBlock = try LibZMQ.send(&message, handle.raw, more: index < frames.count - 1) {
          // libzmq rolls back the parts it had taken.
          LibZMQ.closeMessage(&message)
          return .wouldBlock
        }
      } catch {
        LibZMQ.closeMessage(&message)
        if error.code == .hostUnreachable { return .unreachable }
        throw error
      }
    }
    return .sent
  }

  /// The next message as its frames; nil when none is waiting. A message with more frames than the options allow is
  /// given as an empty array, its frames dropped.
  /// - Throws: `ZMQError.Code.terminated` when the context was shut down.
  public mutating func receive() throws(ZMQError) -> [Frame]? {
    var frames: [Frame] = []
    var more = true
    var tooMany = false
    while more {
      let frame = Frame(LibZMQ.initialize)
      // Later parts of a message are there as soon as its first is.
      guard case .done = try LibZMQ.receive(frame.message, handle.raw) else { return nil }
      more = LibZMQ.hasMore(frame.message)
      if frames.count < maximumFrames { frames.append(frame) } else { tooMany = true }
    }
    return tooMany ? [] : frames
  }

  /// Whether a message waits, and whether one could be sent now.
  public func readiness() throws(ZMQError) -> (readable: Bool, writable: Bool) {
    let events = try LibZMQ.integer(handle.raw, ZMQ_EVENTS, "events")
    return (events & ZMQ_POLLIN != 0, events & ZMQ_POLLOUT != 0)
  }

  /// Replaces the linger given at the start, in milliseconds: at shutdown, once everything was acknowledged, 0.
  public mutating func setLinger(_ milliseconds: UInt16) throws(ZMQError) {
    try LibZMQ.set(handle.raw, ZMQ_LINGER, Int32(milliseconds), "linger")
  }
}

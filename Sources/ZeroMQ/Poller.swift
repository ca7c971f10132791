internal import CZeroMQ

/// Waits for sockets and wake-ups at once. It belongs to the thread that owns its sockets.
public struct Poller: ~Copyable {
  /// A socket or wake-up that was added.
  public struct Token: Hashable, Sendable {
    fileprivate let index: Int
  }

  private var items: [zmq_pollitem_t] = []
  // What an item points at stays open as long as the item.
  private var owners: [AnyObject?] = []
  private var free: [Int] = []

  public init() {}

  /// Watches `socket` for messages to receive and, where asked, for room to send.
  public mutating func add(_ socket: borrowing Socket, writable: Bool = false) -> Token {
    var item = zmq_pollitem_t()
    item.socket = socket.handle.raw
    item.events = Int16(ZMQ_POLLIN | (writable ? ZMQ_POLLOUT : 0))
    return add(item, owner: socket.handle)
  }

  /// Watches a wake-up.
  public mutating func add(_ wakeup: Wakeup) -> Token {
    var item = zmq_pollitem_t()
    item.fd = wakeup.descriptor
    item.events = Int16(ZMQ_POLLIN)
    return add(item, owner: wakeup)
  }

  /// Watches a file descriptor for input or its end. The caller keeps it open.
  public mutating func add(descriptor: Int32) -> Token {
    var item = zmq_pollitem_t()
    item.fd = descriptor
    item.events = Int16(ZMQ_POLLIN)
    return add(item, owner: nil)
  }

  private mutating func add(_ item: zmq_pollitem_t, owner: AnyObject?) -> Token {
    if let index = free.popLast() {
      items[index] = item
      owners[index] = owner
      return Token(index: index)
    }
    items.append(item)
    owners.append(owner)
    return Token(index: items.count - 1)
  }

  /// Turns the watch for room to send on or off.
  public mutating func watch(_ token: Token, writable: Bool) {
    items[token.index].events = Int16(ZMQ_POLLIN | (writable ? ZMQ_POLLOUT : 0))
  }

  /// Stops watching; the token means nothing afterwards.
  public mutating func remove(_ token: Token) {
    var nothing = zmq_pollitem_t()
    // poll(2) passes over negative descriptors.
    nothing.fd = -1
    items[token.index] = nothing
    owners[token.index] = nil
    free.append(token.index)
  }

  /// Waits until something is ready or the time is over. A signal to the thread also ends the wait.
  /// - Parameter timeout: milliseconds; nil waits without end, 0 only looks.
  /// - Returns: whether anything is ready.
  @discardableResult
  public mutating func wait(_ timeout: Int?) throws(ZMQError) -> Bool {
    try LibZMQ.poll(&items, milliseconds: timeout ?? -1) > 0
  }

  /// Whether there was something to receive at the last wait.
  public func isReadable(_ token: Token) -> Bool { items[token.index].revents & Int16(ZMQ_POLLIN | ZMQ_POLLERR) != 0 }

  /// Whether there was room to send at the last wait.
  public func isWritable(_ token: Token) -> Bool { items[token.index].revents & Int16(ZMQ_POLLOUT) != 0 }
}

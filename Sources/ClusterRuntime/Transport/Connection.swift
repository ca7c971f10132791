internal import WorkDistribution
internal import ZeroMQ

/// One attempt at a connection: a DEALER of its own, so that nothing of an earlier one can come out of it.
///
/// What is sent before the connection stands waits here.
final class Connection {
  private var socket: Socket
  private var monitor: SocketMonitor
  private let tokens: [Poller.Token]
  private var outbox: [[Frame]] = []
  private(set) var isReady = false

  init(
    _ context: Context, to endpoint: Endpoint, _ security: PeerSecurity, poller: inout Poller
  ) throws(ZMQError) {
    var socket = try Socket(context, .dealer, SocketOptions { $0.security = security.socket })
    var monitor = try SocketMonitor(context, of: socket)
    try socket.connect(endpoint.description)
    tokens = [poller.add(socket), monitor.add(to: &poller)]
    self.socket = socket
    self.monitor = monitor
  }

  /// Stops watching. The sockets close when the object goes.
  func close(_ poller: inout Poller) { for token in tokens { poller.remove(token) } }

  func send(_ frames: [Frame]) throws(ZMQError) {
    outbox.append(frames)
    try flush()
  }

  /// Sends what waits, as far as the connection takes it.
  func flush() throws(ZMQError) {
    guard isReady else { return }
    var sent = 0
    while sent < outbox.count, try socket.send(outbox[sent]) == .sent { sent += 1 }
    outbox.removeFirst(sent)
  }

  /// How many messages wait.
  var backlog: Int { outbox.count }

  func receive() throws(ZMQError) -> [Frame]? { try socket.receive() }

  /// What happened to the connection since the last call.
  func events() throws(ZMQError) -> [ConnectionEvent] {
    var events: [ConnectionEvent] = []
    while let event = try monitor.next() {
      if event.kind == .ready { isReady = true }
      events.append(event)
    }
    if isReady { try flush() }
    return events
  }

  /// Lets what was sent last leave the process, for at most this long.
  func linger(_ milliseconds: UInt16) throws(ZMQError) { try socket.setLinger(milliseconds) }
}

public import WireProtocol
internal import WorkDistribution
internal import ZeroMQ

/// Asks a coordinator one thing at a time: status, drain, dead letters, retractions.
///
/// It belongs to the thread that uses it. Each request waits for its answer and connects afresh when there is none.
public final class OperatorClient {
  private let options: ClientOptions
  private let role: Wire.Role
  private let context = Context()
  private var poller = Poller()
  private var connection: Connection?
  private var epoch: UInt64 = 0
  private var handshakes: HandshakeWatch
  private let sender = UInt64.random(in: 1 ... .max)

  /// - Parameter role: `.observer` to look, `.operator` to change something.
  /// - Throws: `ClusterError.unprotected`.
  public init(_ options: ClientOptions, role: Wire.Role = .observer) throws {
    try options.security.check(options.coordinator)
    self.options = options
    self.role = role
    handshakes = HandshakeWatch(options, role: role.rawValue)
  }

  /// The state of the cluster now.
  public func status(timeout: Int = 5_000) throws -> Wire.Status {
    try request(.statusRequest, timeout) { if case .status(let status) = $0 { status } else { nil } }
  }

  /// Tells the coordinator to finish what is handed out, take nothing more, and stop.
  public func drain(timeout: Int = 5_000) throws -> Wire.Status {
    try request(.drainRequest, timeout) { if case .status(let status) = $0 { status } else { nil } }
  }

  /// Lists, shows, retries or discards dead letters.
  public func deadLetters(_ request: Wire.DeadLetterRequest, timeout: Int = 30_000) throws -> Wire.DeadLetters {
    try self.request(.deadLetterRequest(request), timeout) {
      if case .deadLetters(let letters) = $0 { letters } else { nil }
    }
  }

  /// Withdraws articles; answers those that were known.
  public func retract(_ articles: [String], timeout: Int = 30_000) throws -> [Wire.ArticleRevision] {
    try request(.retract(articles: articles), timeout) {
      if case .retracted(let articles) = $0 { articles } else { nil }
    }
  }

  /// Sends the request and waits for the first message that `read` takes for its answer, for `timeout` milliseconds
  /// in all.
  private func request<Answer>(
    _ message: Wire.Message, _ timeout: Int, _ read: (Wire.Message) -> Answer?
  ) throws -> Answer {
    let deadline = Clocks.now + .milliseconds(Int64(timeout))
    while Clocks.now < deadline {
      do {
        let connection = try connect(deadline)
        try connection.send(Wire.Envelope(message, epoch: epoch).frames)
        while let answer = try receive(connection, deadline) {
          if let value = read(answer.message) { return value }
          if case .refused(let refusal) = answer.message {
            guard refusal.code == .helloRequired else {
              throw ClusterError.refused(by: "coordinator", refusal.core)
            }
            break
          }
        }
      }
      disconnect()
    }
    if handshakes.isFailing { throw handshakes.failure }
    throw ClusterError.noAnswer(endpoint: options.coordinator.description, milliseconds: timeout)
  }

  /// The connection, greeted.
  private func connect(_ deadline: Instant) throws -> Connection {
    if let connection { return connection }
    let fresh = try Connection(context, to: options.coordinator, options.security, poller: &poller)
    connection = fresh
    let hello = Wire.Hello(role: role, name: options.name, software: options.software, sender: sender)
    try fresh.send(Wire.Envelope(.hello(hello)).frames)
    while let answer = try receive(fresh, deadline) {
      switch answer.message {
      case .welcome:
        epoch = answer.epoch
        return fresh
      case .refused(let refusal) where refusal.code != .helloRequired && refusal.code != .draining:
        throw ClusterError.refused(by: "coordinator", refusal.core)
      default: break
      }
    }
    return fresh
  }

  private func disconnect() {
    connection?.close(&poller)
    connection = nil
  }

  /// The next message; nil when the connection is lost or the time is over.
  private func receive(_ connection: Connection, _ deadline: Instant) throws -> Wire.Envelope? {
    while Clocks.now < deadline {
      let events = try connection.events()
      // What came before the connection was lost counts.
      if let frames = try connection.receive() { return try Wire.decode(frames) }
      for event in events {
        switch event.kind {
        case .disconnected: return nil
        default: try handshakes.note(event, at: Clocks.now)
        }
      }
      try poller.wait(min(Clocks.wait(until: deadline), 250))
    }
    return nil
  }
}

/// A peer that asks to be admitted.
public struct AdmissionRequest: Sendable, Hashable {
  /// The domain of the listening socket.
  public var domain: String
  /// The network address of the peer.
  public var address: String
  /// The key the peer proved to own; nil for a connection without encryption.
  public var key: CurvePublicKey?
}

/// Decides who may connect, for all sockets of a context: ZeroMQ's authentication protocol (RFC 27) on a thread of
/// its own.
///
/// The decision is asked for once per connection, before any message of the peer is delivered. The user id it gives
/// comes with every message of that peer as `Frame.userID`. Make the handler before the first socket binds; while
/// there is none, CURVE sockets admit every key.
public final class ZAPHandler: Sendable {
  private let thread: DedicatedThread
  private let wakeup: Wakeup

  /// - Parameter decide: the user id of a peer that is admitted; nil refuses. It must answer at once.
  public init(
    _ context: Context, decide: @escaping @Sendable (AdmissionRequest) -> String?
  ) throws(ZMQError) {
    var socket = try Socket(context, .reply, SocketOptions { $0.heartbeat = nil })
    try socket.bind("inproc://zeromq.zap.01")
    let stop = try Wakeup()
    wakeup = stop
    let loop = Loop(socket: socket, stop: stop, decide: decide)
    thread = DedicatedThread(name: "zap", stackSize: 256 << 10) { loop.run() }
  }

  deinit {
    wakeup.signal()
    thread.join()
  }
}

/// What the handler's thread owns.
private final class Loop {
  private var socket: Socket
  private let stop: Wakeup
  private let decide: @Sendable (AdmissionRequest) -> String?

  init(socket: consuming sending Socket, stop: Wakeup, decide: @escaping @Sendable (AdmissionRequest) -> String?) {
    self.socket = socket
    self.stop = stop
    self.decide = decide
  }

  func run() {
    var poller = Poller()
    let requests = poller.add(socket)
    let stopped = poller.add(stop)
    // Only the end of the context makes these throw, and then there is nobody left to answer.
    while (try? poller.wait(nil)) != nil, !poller.isReadable(stopped) {
      guard poller.isReadable(requests) else { continue }
      while let frames = try? socket.receive() {
        guard (try? socket.send(reply(to: frames))) != nil else { return }
      }
    }
  }

  /// Request: version, request id, domain, address, identity, mechanism, credentials …
  /// Reply: version, request id, status code, status text, user id, metadata.
  private func reply(to frames: [Frame]) -> [Frame] {
    func answer(_ code: String, _ text: String, user: String = "") -> [Frame] {
      let id = frames.count > 1 ? frames[1] : Frame("")
      return [Frame("1.0"), id, Frame(code), Frame(text), Frame(user), Frame("")]
    }
    guard frames.count >= 6, frames[0].text == "1.0" else { return answer("500", "not a ZAP 1.0 request") }
    var request = AdmissionRequest(domain: frames[2].text, address: frames[3].text, key: nil)
    switch frames[5].text {
    case "CURVE":
      guard frames.count == 7, let key = CurvePublicKey(bytes: frames[6].bytes) else {
        return answer("400", "no CURVE key")
      }
      request.key = key
    case "NULL": break
    default: return answer("400", "mechanism not supported")
    }
    guard let user = decide(request) else { return answer("400", "not authorised") }
    return answer("200", "OK", user: user)
  }
}

import ClusterRuntime
import Foundation
import NewsEvents
import Storage
import Testing
import WireProtocol
import ZeroMQ

/// Connections of an attacker, without any library between.
private enum RawSocket {
  /// A TCP connection from a loopback address of its own; nil when it is refused.
  static func connect(to endpoint: Endpoint, from last: UInt8) -> Int32? {
    guard let port = UInt16(endpoint.description.split(separator: ":").last ?? "") else { return nil }
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var source = address(last, 0)
    var target = address(1, port)
    let length = socklen_t(MemoryLayout<sockaddr_in>.size)
    func pass(_ value: inout sockaddr_in, _ body: (UnsafePointer<sockaddr>) -> Int32) -> Int32 {
      withUnsafePointer(to: &value) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1, body) }
    }
    guard pass(&source, { bind(descriptor, $0, length) }) == 0,
      pass(&target, { Glibc.connect(descriptor, $0, length) }) == 0
    else {
      close(descriptor)
      return nil
    }
    return descriptor
  }

  private static func address(_ last: UInt8, _ port: UInt16) -> sockaddr_in {
    var value = sockaddr_in()
    value.sin_family = sa_family_t(AF_INET)
    value.sin_port = port.bigEndian
    value.sin_addr.s_addr = (0x7F00_0000 | UInt32(last)).bigEndian
    return value
  }

  static func send(_ descriptor: Int32, _ bytes: [UInt8]) {
    _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }

  /// Whether the other side has ended the connection within some seconds; what it says is thrown away.
  static func isEnded(_ descriptor: Int32) -> Bool {
    var time = timeval(tv_sec: 5, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count == 0 || count < 0 && errno != EAGAIN && errno != EINTR { return true }
      if count < 0 && errno == EAGAIN { return false }
    }
  }
}

/// ZMTP 3.1's greeting for a mechanism; `isServer` false.
private func greeting(_ mechanism: String) -> [UInt8] {
  var bytes: [UInt8] = [0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, 3, 1] + Array(mechanism.utf8)
  bytes += [UInt8](repeating: 0, count: 64 - bytes.count)
  return bytes
}

@Suite(.timeLimit(.minutes(2))) struct `A cluster under attack` {
  @Test func `cuts a connection that stands as soon as its key is revoked, and answers it no more`() throws {
    let cluster = try SecureCluster()
    defer { cluster.stop() }
    let client = try OperatorClient(try cluster.client("submitter"))
    _ = try client.status()
    try cluster.revoke("submitter")
    #expect(eventually { cluster.coordinator.snapshot.transport.cutRevoked == 1 })
    let error = #expect(throws: ClusterError.self) { try client.status(timeout: 3_000) }
    guard case .keyRefused? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(eventually { cluster.coordinator.snapshot.transport.rejectedKeys >= 1 })
    #expect(try cluster.servesOthers())
  }

  @Test func `gives the work of a revoked worker to others and takes no result of it`() throws {
    let cluster = try SecureCluster()
    defer { cluster.stop() }
    // It holds what it was given until it is let go, then says something that nobody else would.
    let gate = DispatchSemaphore(value: 0)
    let liar = try cluster.worker(
      "liar",
      coder: Coder(fingerprint: "test-1") { article in
        gate.wait()
        gate.signal()
        return ArticleResult(
          article: article.id, contentHash: article.contentHash, language: article.language,
          anchor: ArticleAnchor(day: nil, reason: "a lie"), mentions: [])
      })
    let liarThread = DedicatedThread(name: "liar") { try? liar.run() }
    let submitter = try SubmitterClient(try cluster.client("submitter"))
    var articles = TestCluster.articles(60)[...]
    _ = try submitter.run(next: { articles.popFirst() })
    // Who finishes nothing is given no more than a few seconds' work.
    #expect(eventually { liar.snapshot.held > 0 })
    try cluster.revoke("worker")
    #expect(eventually { cluster.coordinator.snapshot.status.workers.isEmpty })
    #expect(eventually { cluster.aggregator.snapshot.transport.cutRevoked == 1 })
    gate.signal()
    // Another worker, with a key of its own.
    let pair = try CurveKeyPair.generate()
    cluster.grants.withLock { $0[pair.publicKey] = "worker/honest" }
    let security = PeerSecurity.curve(server: cluster.serverKeys.publicKey, keys: pair)
    usleep(1_000_000)
    let honest = try WorkerService(
      WorkerOptions(
        name: "honest", software: "test", coordinator: cluster.coordinatorEndpoint, coordinatorSecurity: security,
        aggregator: cluster.aggregatorEndpoint, aggregatorSecurity: security, coder: TestCluster.coder,
        logger: cluster.logger))
    let honestThread = DedicatedThread(name: "honest") { try? honest.run() }
    #expect(eventually { cluster.coordinator.snapshot.status.totals.committed == 60 })
    var reasons: Set<String> = []
    try cluster.aggregator.store.forEachResult { reasons.insert(try ArticleResult(wire: $0.payload).anchor.reason) }
    #expect(reasons == ["none"])
    for worker in [liar, honest] { worker.stop() }
    for thread in [liarThread, honestThread] { thread.join() }
  }

  @Test func `lets a key in again when it is granted again, in another role`() throws {
    let cluster = try SecureCluster()
    defer { cluster.stop() }
    let keys = try #require(cluster.keys["observer"])
    let client = try OperatorClient(try cluster.client("observer"))
    _ = try client.status()
    cluster.grants.withLock { $0[keys.publicKey] = "operator/test" }
    #expect(eventually { cluster.coordinator.snapshot.transport.cutRevoked == 1 })
    #expect(
      try OperatorClient(try cluster.client("observer"), role: .operator).deadLetters(.init(action: .list)).affected
        == 0)
  }

  @Test func `ends plain text to an encrypted port, and garbage, and counts them`() throws {
    let cluster = try SecureCluster()
    defer { cluster.stop() }
    let probes: [[UInt8]] = [
      greeting("NULL"), greeting("PLAIN"),
      Array("GET / HTTP/1.1\r\nHost: x\r\n\r\n".utf8) + [UInt8](repeating: 0, count: 64),
      (0..<200).map { _ in .random(in: 0...255) },
      // CURVE, and then a command that is no HELLO.
      greeting("CURVE") + [0x04, 200] + [UInt8](repeating: 0x41, count: 200),
    ]
    #expect(eventually { (try? cluster.servesOthers()) == true })
    for probe in probes {
      let descriptor = try #require(RawSocket.connect(to: cluster.coordinatorEndpoint, from: 3))
      RawSocket.send(descriptor, probe)
      #expect(RawSocket.isEnded(descriptor))
      close(descriptor)
    }
    #expect(eventually { cluster.coordinator.snapshot.transport.failedHandshakes >= UInt64(probes.count) })
    #expect(try cluster.servesOthers())
  }

  @Test func `is not kept from others by a flood of handshakes`() throws {
    let cluster = try SecureCluster()
    defer { cluster.stop() }
    #expect(eventually { (try? cluster.servesOthers()) == true })
    // Half of them say nothing at all, half begin a handshake that never ends.
    var open: [Int32] = []
    defer { for descriptor in open { close(descriptor) } }
    var slowest = 0.0
    for round in 0..<8 {
      for number in 0..<150 {
        guard let descriptor = RawSocket.connect(to: cluster.coordinatorEndpoint, from: 3) else { continue }
        if number.isMultiple(of: 2) { RawSocket.send(descriptor, greeting("CURVE")) }
        open.append(descriptor)
      }
      let start = Date()
      #expect(try cluster.servesOthers(), "round \(round)")
      slowest = max(slowest, Date().timeIntervalSince(start))
    }
    #expect(eventually { cluster.coordinator.snapshot.transport.excessConnections >= 600 })
    print("1,200 handshakes; slowest answer to another client \(Int(slowest * 1_000)) ms")
  }

  @Test func `ends the connection of a peer whose frame is too large, and drops messages of too many frames`() throws {
    let cluster = try SecureCluster()
    defer { cluster.stop() }
    let context = Context()
    func dealer() throws -> Socket {
      var socket = try Socket(
        context, .dealer,
        SocketOptions {
          $0.security = .curveClient(server: cluster.serverKeys.publicKey, keys: cluster.keys["submitter"]!)
          $0.maximumFrames = 100
        })
      try socket.connect(cluster.coordinatorEndpoint.description)
      return socket
    }
    func send(_ socket: inout Socket, _ frames: [Frame]) throws {
      for _ in 0..<1_000 {
        guard try socket.send(frames) == .wouldBlock else { return }
        usleep(5_000)
      }
      Issue.record("not sent")
    }
    var large = try dealer()
    var monitor = try SocketMonitor(context, of: large)
    try send(&large, [Frame(count: 65 << 20) { $0.initializeMemory(as: UInt8.self, repeating: 7) }])
    var isEnded = false
    for _ in 0..<1_000 where !isEnded {
      while let event = try monitor.next() { isEnded = isEnded || event.kind == .disconnected }
      usleep(5_000)
    }
    #expect(isEnded)
    try large.disconnect(cluster.coordinatorEndpoint.description)

    var many = try dealer()
    try send(&many, (0..<50).map { Frame("\($0)") })
    #expect(eventually { cluster.coordinator.snapshot.transport.foreign == 1 })
    // Every kind of nonsense in frames of the right number.
    for frames in [
      [Frame("")], [Frame(""), Frame("")], [Frame([8, 1, 24]), Frame([0xFF])], (0..<5).map { _ in Frame("x") },
    ] {
      try send(&many, frames)
    }
    #expect(eventually { cluster.coordinator.snapshot.transport.malformed >= 3 })
    #expect(try cluster.servesOthers())
  }

  @Test func `tells a client whose key is not listed, or who expects another server, and ends it`() throws {
    let cluster = try SecureCluster()
    defer { cluster.stop() }
    let submitter = try SubmitterClient(try cluster.client("stranger"))
    let error = #expect(throws: ClusterError.self) { try submitter.run(next: { Article(id: "x", text: "y") }) }
    let key = try #require(cluster.keys["stranger"]).publicKey.z85
    #expect(error == .keyRefused(endpoint: cluster.coordinatorEndpoint.description, key: key, role: "submitter"))

    var options = try cluster.client("submitter")
    let other = try CurveKeyPair.generate().publicKey
    options.security = .curve(server: other, keys: try #require(cluster.keys["submitter"]))
    let lost = try OperatorClient(options)
    let wrong = #expect(throws: ClusterError.self) { try lost.status(timeout: 1_500) }
    #expect(wrong == .noHandshake(endpoint: cluster.coordinatorEndpoint.description, server: other.z85))

    options.security = .plain(insecure: false)
    let plain = try OperatorClient(options)
    let unencrypted = #expect(throws: ClusterError.self) { try plain.status(timeout: 1_500) }
    #expect(unencrypted == .noHandshake(endpoint: cluster.coordinatorEndpoint.description, server: nil))
  }
}

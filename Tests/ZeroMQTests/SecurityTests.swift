import Testing
import ZeroMQ

@Suite struct `CURVE with a list of keys` {
  private func listener(_ context: Context, _ server: CurveKeyPair) throws -> Socket {
    try Socket(context, .router, SocketOptions { $0.security = .curveServer(server.secretKey, domain: "silsila") })
  }

  private func client(_ context: Context, _ server: CurvePublicKey, _ keys: CurveKeyPair) throws -> Socket {
    try Socket(context, .dealer, SocketOptions { $0.security = .curveClient(server: server, keys: keys) })
  }

  @Test func `admits a listed key and names its owner with every message`() throws {
    let context = Context()
    let (server, keys) = (try CurveKeyPair.generate(), try CurveKeyPair.generate())
    let list = Allowlist([keys.publicKey: "worker:one"])
    let zap = try ZAPHandler(context, decide: list.decide)
    var router = try listener(context, server)
    let endpoint = try router.bind("tcp://127.0.0.1:*")
    var dealer = try client(context, server.publicKey, keys)
    try dealer.connect(endpoint)
    #expect(try send(&dealer, [Frame("hello"), Frame("body")]) == .sent)
    let message = try #require(try receive(&router))
    #expect(message.dropFirst().map(\.userID) == ["worker:one", "worker:one"])
    #expect(message[1].peerAddress == "127.0.0.1")
    withExtendedLifetime(zap) {}
  }

  @Test func `refuses a key that is not listed, and tells the peer so`() throws {
    let context = Context()
    let (server, keys) = (try CurveKeyPair.generate(), try CurveKeyPair.generate())
    let zap = try ZAPHandler(context, decide: Allowlist().decide)
    var router = try listener(context, server)
    let endpoint = try router.bind("tcp://127.0.0.1:*")
    var dealer = try client(context, server.publicKey, keys)
    var monitor = try SocketMonitor(context, of: dealer)
    try dealer.connect(endpoint)
    #expect(try event(&monitor, [.refused, .ready])?.kind == .refused)
    let unsent = try dealer.send([Frame("x")])
    #expect(unsent == .wouldBlock)
    let unheard = try router.receive()
    #expect(unheard == nil)
    withExtendedLifetime(zap) {}
  }

  @Test func `admits a key from the moment it is listed and refuses it once revoked`() throws {
    let context = Context()
    let (server, keys) = (try CurveKeyPair.generate(), try CurveKeyPair.generate())
    let list = Allowlist()
    let zap = try ZAPHandler(context, decide: list.decide)
    var router = try listener(context, server)
    let endpoint = try router.bind("tcp://127.0.0.1:*")
    for listed in [false, true, false] {
      list.replace(with: listed ? [keys.publicKey: "worker:one"] : [:])
      var dealer = try client(context, server.publicKey, keys)
      var monitor = try SocketMonitor(context, of: dealer)
      try dealer.connect(endpoint)
      #expect(try event(&monitor, [.ready, .refused])?.kind == (listed ? .ready : .refused))
    }
    let unheard = try router.receive()
    #expect(unheard == nil)
    withExtendedLifetime(zap) {}
  }

  @Test func `gives nothing to a client that expects another server, or that sends plain text`() throws {
    let context = Context()
    let (server, keys) = (try CurveKeyPair.generate(), try CurveKeyPair.generate())
    let zap = try ZAPHandler(context, decide: Allowlist([keys.publicKey: "worker:one"]).decide)
    var router = try listener(context, server)
    let endpoint = try router.bind("tcp://127.0.0.1:*")
    var wrong = try client(context, keys.publicKey, keys)
    try wrong.connect(endpoint)
    var plain = try Socket(context, .dealer)
    var monitor = try SocketMonitor(context, of: plain)
    try plain.connect(endpoint)
    #expect(try event(&monitor, [.ready, .handshakeFailed, .disconnected])?.kind != .ready)
    #expect(try send(&wrong, [Frame("x")], within: 300) == .wouldBlock)
    #expect(try send(&plain, [Frame("x")], within: 300) == .wouldBlock)
    let unheard = try router.receive()
    #expect(unheard == nil)
    withExtendedLifetime(zap) {}
  }
}

@Suite struct `A CURVE key` {
  @Test func `survives its text form, and gives its public half`() throws {
    let keys = try CurveKeyPair.generate()
    #expect(keys.publicKey.z85.utf8.count == 40)
    #expect(CurvePublicKey(z85: keys.publicKey.z85) == keys.publicKey)
    let secret = try #require(CurveSecretKey(z85: keys.secretKey.z85))
    #expect(try CurveKeyPair(secretKey: secret) == keys)
    #expect(CurvePublicKey(z85: "too short") == nil)
    #expect(try CurveKeyPair.generate() != keys)
  }

  @Test func `never prints its secret`() throws {
    let keys = try CurveKeyPair.generate()
    var dumped = ""
    dump(keys, to: &dumped)
    for text in ["\(keys)", "\(keys.secretKey)", String(reflecting: keys), dumped] {
      #expect(!text.contains(keys.secretKey.z85))
      #expect(!text.contains("\(keys.secretKey.bytes[0]), \(keys.secretKey.bytes[1])"))
    }
  }
}

@Suite struct `The text form of keys` {
  @Test func `writes the example of its specification`() {
    let bytes: [UInt8] = [0x86, 0x4F, 0xD2, 0x6F, 0xB5, 0x59, 0xF7, 0x5B]
    #expect(Z85.encode(bytes) == "HelloWorld")
    #expect(Z85.decode("HelloWorld") == bytes)
  }

  @Test func `refuses what it would not write`() {
    #expect(Z85.encode([1, 2, 3]) == nil)
    for text in ["Hello\"orld", "Hell", "#####", "سلسله"] { #expect(Z85.decode(text) == nil) }
    #expect(Z85.decode("") == [])
    #expect(Z85.decode("%nSc0") == [255, 255, 255, 255])
    #expect(Z85.decode("%nSc1") == nil)
  }

  @Test func `returns every word it is given`() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<1_000 {
      let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(Z85.encode(bytes).flatMap(Z85.decode) == bytes)
    }
  }
}

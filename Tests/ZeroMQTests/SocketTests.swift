import Glibc
import Testing
import ZeroMQ

@Suite struct `A socket` {
  @Test(arguments: ["ipc", "tcp"]) func `carries a message of several frames there and back`(transport: String) throws {
    let scratch = Scratch()
    let context = Context()
    var router = try Socket(context, .router)
    let endpoint = try router.bind(transport == "ipc" ? scratch.ipc("a") : "tcp://127.0.0.1:*")
    var dealer = try Socket(context, .dealer)
    try dealer.connect(endpoint)

    #expect(try send(&dealer, [Frame("head"), Frame([0, 255, 7]), Frame("")]) == .sent)
    let request = try #require(try receive(&router))
    #expect(request.dropFirst().map(\.bytes) == [Array("head".utf8), [0, 255, 7], []])
    let answered = try router.send([request[0], Frame("answer")])
    #expect(answered == .sent)
    #expect(try receive(&dealer)?.map(\.text) == ["answer"])
  }

  @Test func `sends one large frame to two peers and keeps it`() throws {
    let context = Context()
    var router = try Socket(context, .router)
    let endpoint = try router.bind("tcp://127.0.0.1:*")
    let large = Frame(count: 1 << 20) { for i in $0.indices { $0[i] = UInt8(truncatingIfNeeded: i &* 31) } }
    for _ in 0..<2 {
      var dealer = try Socket(context, .dealer)
      try dealer.connect(endpoint)
      #expect(try send(&dealer, [Frame("here")]) == .sent)
      let identity = try #require(try receive(&router))[0]
      let sent = try router.send([identity, large])
      #expect(sent == .sent)
      #expect(try receive(&dealer) == [large])
    }
    #expect(large.count == 1 << 20)
  }

  @Test func `says that nothing waits and that nobody is there instead of waiting`() throws {
    let scratch = Scratch()
    let context = Context()
    var dealer = try Socket(context, .dealer)
    try dealer.connect(scratch.ipc("nobody"))
    let nothing = try dealer.receive()
    #expect(nothing == nil)
    let blocked = try dealer.send([Frame("x")])
    #expect(blocked == .wouldBlock)
    var router = try Socket(context, .router)
    try router.bind(scratch.ipc("r"))
    let unknown = try router.send([Frame("unknown"), Frame("x")])
    #expect(unknown == .unreachable)
  }

  @Test func `stops sending when the peer's queue is full and loses nothing that it took`() throws {
    let scratch = Scratch()
    let context = Context()
    var router = try Socket(context, .router, SocketOptions { $0.sendLimit = 10 })
    try router.bind(scratch.ipc("r"))
    var dealer = try Socket(context, .dealer, SocketOptions { $0.receiveLimit = 10 })
    try dealer.connect(scratch.ipc("r"))
    #expect(try send(&dealer, [Frame("hello")]) == .sent)
    let identity = try #require(try receive(&router))[0]
    let body = Frame(count: 100_000) { $0.initializeMemory(as: UInt8.self, repeating: 1) }
    var sent = 0
    while sent < 10_000, try router.send([identity, Frame("\(sent)"), body]) == .sent { sent += 1 }
    #expect(sent >= 10 && sent < 10_000)
    for i in 0..<sent { #expect(try receive(&dealer)?.first?.text == "\(i)") }
  }

  @Test func `drops a message with too many frames and goes on`() throws {
    let context = Context()
    var router = try Socket(context, .router, SocketOptions { $0.maximumFrames = 3 })
    let endpoint = try router.bind("tcp://127.0.0.1:*")
    var dealer = try Socket(context, .dealer)
    try dealer.connect(endpoint)
    #expect(try send(&dealer, (0..<50).map { Frame("\($0)") }) == .sent)
    #expect(try send(&dealer, [Frame("next")]) == .sent)
    #expect(try receive(&router) == [])
    #expect(try receive(&router)?.last?.text == "next")
  }

  @Test func `ends a connection whose frame is over the size limit`() throws {
    let context = Context()
    var router = try Socket(context, .router, SocketOptions { $0.maximumFrameSize = 1_000 })
    let endpoint = try router.bind("tcp://127.0.0.1:*")
    var dealer = try Socket(context, .dealer)
    var monitor = try SocketMonitor(context, of: dealer)
    try dealer.connect(endpoint)
    #expect(try event(&monitor, [.ready]) != nil)
    let sent = try dealer.send([Frame([UInt8](repeating: 1, count: 5_000))])
    #expect(sent == .sent)
    #expect(try event(&monitor, [.disconnected]) != nil)
    let nothing = try router.receive()
    #expect(nothing == nil)
  }

  @Test func `names the operation, the endpoint and the remedy when it fails`() throws {
    let context = Context()
    var first = try Socket(context, .router)
    let endpoint = try first.bind("tcp://127.0.0.1:*")
    var second = try Socket(context, .router)
    let error = #expect(throws: ZMQError.self) { try second.bind(endpoint) }
    #expect(error?.code == .addressInUse)
    #expect(error?.description.hasPrefix("bind \(endpoint): Address already in use (another process") == true)
    #expect(throws: ZMQError(.invalidArgument, "connect nonsense")) { try second.connect("nonsense") }
  }
}

@Suite struct `A context` {
  @Test func `ends at once although messages to a peer that is gone are queued`() throws {
    let start = Clock.milliseconds
    do {
      let context = Context()
      var router = try Socket(context, .router)
      let endpoint = try router.bind("tcp://127.0.0.1:*")
      var dealer = try Socket(
        context, .dealer,
        SocketOptions {
          $0.immediate = false
          $0.linger = 100
        })
      try dealer.connect(endpoint)
      try router.unbind(endpoint)
      for _ in 0..<1_000 { _ = try dealer.send([Frame([UInt8](repeating: 1, count: 10_000))]) }
    }
    #expect(Clock.milliseconds - start < 2_000)
  }

  @Test func `wakes a thread that polls when it is shut down`() throws {
    let context = Context()
    let outcome = Locked<ZMQError.Code?>(nil)
    let thread = DedicatedThread(name: "poller") {
      do {
        var socket = try Socket(context, .router)
        try socket.bind("inproc://somewhere")
        var poller = Poller()
        _ = poller.add(socket)
        while true {
          try poller.wait(nil)
          _ = try socket.receive()
        }
      } catch let error as ZMQError {
        outcome.withLock { $0 = error.code }
      } catch {}
    }
    usleep(50_000)
    context.shutdown()
    thread.join()
    #expect(outcome.withLock { $0 } == .terminated)
  }
}

@Suite struct `A poller` {
  @Test func `wakes for a signal from another thread, once`() throws {
    let wakeup = try Wakeup()
    var poller = Poller()
    let token = poller.add(wakeup)
    let early = try poller.wait(0)
    #expect(early == false)
    let thread = DedicatedThread(name: "signal") {
      usleep(20_000)
      wakeup.signal()
      wakeup.signal()
    }
    let woken = try poller.wait(5_000)
    #expect(woken)
    let readable = poller.isReadable(token)
    #expect(readable)
    thread.join()
    #expect(wakeup.drain())
    #expect(!wakeup.drain())
    let again = try poller.wait(0)
    #expect(again == false)
  }

  @Test func `tells which of several sockets has a message, and whether one has room`() throws {
    let context = Context()
    var a = try Socket(context, .pair)
    try a.bind("inproc://a")
    var b = try Socket(context, .pair)
    try b.bind("inproc://b")
    var peer = try Socket(context, .pair)
    try peer.connect("inproc://b")
    var poller = Poller()
    let first = poller.add(a)
    let second = poller.add(b, writable: true)
    let sent = try peer.send([Frame("x")])
    #expect(sent == .sent)
    let ready = try poller.wait(1_000)
    #expect(ready)
    let found = (poller.isReadable(first), poller.isReadable(second), poller.isWritable(second))
    #expect(found == (false, true, true))
    let message = try b.receive()
    #expect(message?.first?.text == "x")
    poller.watch(second, writable: false)
    let quiet = try poller.wait(0)
    #expect(quiet == false)
  }
}

@Suite struct `A monitor` {
  @Test func `reports each connection, its loss and its return`() throws {
    let context = Context()
    let scratch = Scratch()
    var dealer = try Socket(context, .dealer, SocketOptions { $0.reconnect = (10, 50) })
    var monitor = try SocketMonitor(context, of: dealer)
    try dealer.connect(scratch.ipc("r"))
    for _ in 0..<2 {
      var router = try Socket(context, .router)
      try router.bind(scratch.ipc("r"))
      #expect(try event(&monitor, [.ready])?.endpoint == scratch.ipc("r"))
      _ = consume router
      #expect(try event(&monitor, [.disconnected]) != nil)
    }
  }
}

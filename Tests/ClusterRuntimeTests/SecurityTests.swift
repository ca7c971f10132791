import ClusterRuntime
import Foundation
import Logging
import NewsEvents
import Storage
import Testing
import WireProtocol
import ZeroMQ

@Suite(.timeLimit(.minutes(1))) struct `A cluster over TCP with keys` {
  @Test func `does its work for peers whose keys are granted their roles`() throws {
    let cluster = try SecureCluster()
    defer { cluster.stop() }
    let worker = try cluster.worker("w")
    let thread = DedicatedThread(name: "w") { try? worker.run() }
    let client = try SubmitterClient(try cluster.client("submitter"), waitsForCompletion: true)
    var articles = TestCluster.articles(100)[...]
    let totals = try client.run(next: { articles.popFirst() }).totals
    #expect(totals?.committed == 100)
    #expect(try OperatorClient(try cluster.client("observer")).status().totals.committed == 100)
    worker.drain()
    thread.join()
  }

  @Test func `gives nothing to a key without a grant, to plain text, or to a revoked key`() throws {
    let cluster = try SecureCluster()
    defer { cluster.stop() }
    let stranger = try OperatorClient(try cluster.client("stranger"))
    #expect(throws: ClusterError.self) { try stranger.status(timeout: 1_500) }
    let plain = try OperatorClient(
      ClientOptions(name: "p", software: "test", coordinator: cluster.coordinatorEndpoint, logger: cluster.logger))
    #expect(throws: ClusterError.self) { try plain.status(timeout: 1_500) }
    #expect(throws: Never.self) { try OperatorClient(try cluster.client("observer")).status() }
    try cluster.revoke("observer")
    usleep(1_200_000)
    let revoked = try OperatorClient(try cluster.client("observer"))
    #expect(throws: ClusterError.self) { try revoked.status(timeout: 1_500) }
    #expect(
      eventually {
        let seen = cluster.coordinator.snapshot.transport
        return seen.rejectedKeys >= 2 && seen.failedHandshakes >= 1
      })
  }

  @Test func `lets no key take a role that it was not granted`() throws {
    let cluster = try SecureCluster()
    defer { cluster.stop() }
    for role in ["worker", "observer"] {
      let client = try SubmitterClient(try cluster.client(role))
      #expect(throws: ClusterError.self) { try client.run(next: { nil as Article? ?? Article(id: "x", text: "y") }) }
    }
    for role in ["worker", "submitter", "observer"] {
      let client = try OperatorClient(try cluster.client(role), role: .operator)
      #expect(throws: ClusterError.self) { try client.drain(timeout: 2_000) }
    }
    let thief = try cluster.worker("thief", key: "submitter")
    #expect(throws: ClusterError.self) { try thief.run() }
    // Two submitters, three operators, and the worker at the aggregator, which it greets first.
    #expect(
      eventually {
        cluster.coordinator.snapshot.transport.forbidden == 5 && cluster.aggregator.snapshot.transport.forbidden == 1
      })
  }
}

@Suite struct `Endpoints without keys` {
  @Test func `are refused beyond this host unless the user insists`() throws {
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    for (text, isLocal) in [
      ("tcp://127.0.0.1:7420", true), ("tcp://localhost:7420", true), ("tcp://[::1]:7420", true),
      ("ipc:///run/silsila/c", true), ("tcp://*:7420", false), ("tcp://0.0.0.0:7420", false),
      ("tcp://10.0.0.1:7420", false), ("tcp://localhost.example.org:7420", false), ("tcp://[::]:7420", false),
    ] {
      let endpoint = try Endpoint(text)
      #expect(endpoint.isLocal == isLocal, "\(text)")
      let options = ClientOptions(name: "c", software: "t", coordinator: endpoint, logger: logger)
      if isLocal {
        #expect(throws: Never.self) { try OperatorClient(options) }
      } else {
        #expect(throws: ClusterError.unprotected(endpoint: text)) { try OperatorClient(options) }
      }
    }
  }

  @Test func `name what is wrong with them`() {
    for text in [
      "", "7420", "host:7420", "tcp://:7420", "tcp://host", "tcp://host:x", "tcp://host:0", "udp://h:1", "ipc://",
      "ipc://@silsila",
    ] {
      #expect(throws: ClusterError.self, "\(text)") { try Endpoint(text) }
    }
    #expect(throws: ClusterError.self) { try Endpoint("ipc:///" + String(repeating: "x", count: 120)) }
  }
}

@Suite(.timeLimit(.minutes(1))) struct `A coordinator that is sent nonsense` {
  @Test func `refuses it with a reason, counts it, and serves others`() throws {
    let cluster = try TestCluster()
    defer { cluster.stop() }
    try cluster.startAggregator()
    try cluster.startCoordinator()
    try cluster.startWorker("w1")
    let context = Context()
    func exchange(_ frames: [Frame]) throws -> Wire.Message? {
      var socket = try Socket(context, .dealer)
      try socket.connect(try cluster.coordinatorEndpoint.description)
      for _ in 0..<500 {
        guard try socket.send(frames) == .wouldBlock else { break }
        usleep(5_000)
      }
      for _ in 0..<200 {
        if let answer = try socket.receive() { return try Wire.decode(answer).message }
        usleep(5_000)
      }
      return nil
    }
    func code(_ message: Wire.Message?) -> Wire.Refusal.Code? {
      if case .refused(let refusal)? = message { refusal.code } else { nil }
    }
    #expect(code(try exchange([Frame("garbage"), Frame("more")])) == .malformed)
    let newer = Wire.encode(Wire.Envelope(.ping, version: .init(major: 9, minor: 0))).map { Frame($0) }
    #expect(code(try exchange(newer)) == .version)
    let stranger = Wire.encode(Wire.Envelope(.statusRequest)).map { Frame($0) }
    #expect(code(try exchange(stranger)) == .helloRequired)
    let worker = Wire.Hello(role: .worker, name: "other", software: "t", fingerprint: "test-2", sender: 1)
    _ = try cluster.submit(TestCluster.articles(10))
    #expect(code(try exchange(Wire.encode(Wire.Envelope(.hello(worker))).map { Frame($0) })) == .fingerprint)
    var submission = Wire.encode(Wire.Envelope(.submit(.init(sequence: 1, articles: TestCluster.articles(3)))))
    submission[2].removeLast()
    #expect(code(try exchange(submission.map { Frame($0) })) == .malformed)
    #expect(try cluster.submit(TestCluster.articles(20)).1?.committed == 20)
    #expect(
      eventually {
        let seen = cluster.coordinator?.snapshot.transport
        return seen?.malformed == 2 && seen?.incompatible == 1
      })
  }
}

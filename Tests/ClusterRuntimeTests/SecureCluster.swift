import ClusterRuntime
import Foundation
import Logging
import NewsEvents
import Storage
import Testing
import WireProtocol
import ZeroMQ

/// A coordinator and an aggregator on TCP with CURVE, and keys for every role.
final class SecureCluster {
  let directory = "/tmp/secure-\(UInt32.random(in: 0 ... .max))"
  let serverKeys: CurveKeyPair
  let keys: [String: CurveKeyPair]
  let grants: Locked<[CurvePublicKey: String]>
  let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
  let aggregator: AggregatorService
  let coordinator: CoordinatorService
  let coordinatorEndpoint: Endpoint
  let aggregatorEndpoint: Endpoint
  private let threads: [DedicatedThread]
  /// Servers that ended by themselves, and why.
  private let failures: Locked<[String]>

  init() throws {
    serverKeys = try CurveKeyPair.generate()
    var keys: [String: CurveKeyPair] = [:]
    for role in ["worker", "submitter", "observer", "operator", "coordinator", "stranger"] {
      keys[role] = try CurveKeyPair.generate()
    }
    self.keys = keys
    var users: [CurvePublicKey: String] = [:]
    for (role, pair) in keys where role != "stranger" { users[pair.publicKey] = "\(role)/test" }
    let grants = Locked(users)
    self.grants = grants
    let security = ListenerSecurity.curve(keys: serverKeys, users: { grants.withLock { $0 } })
    let ports = try freePorts()
    coordinatorEndpoint = try Endpoint("tcp://127.0.0.1:\(ports[0])")
    aggregatorEndpoint = try Endpoint("tcp://127.0.0.1:\(ports[1])")
    let data = DataDirectory(path: directory)
    let aggregator = try AggregatorService(
      AggregatorOptions(
        software: "test", listen: aggregatorEndpoint, security: security, data: data, fingerprint: "test-1",
        logger: logger))
    let coordinator = try CoordinatorService(
      CoordinatorOptions(
        software: "test", listen: coordinatorEndpoint, security: security, aggregator: aggregatorEndpoint,
        aggregatorSecurity: .curve(server: serverKeys.publicKey, keys: try #require(keys["coordinator"])), data: data,
        fingerprint: "test-1", logger: logger))
    self.aggregator = aggregator
    self.coordinator = coordinator
    let ready = Locked(0)
    let failures = Locked<[String]>([])
    func start(_ name: String, _ run: @escaping @Sendable ((String) -> Void) throws -> Void) -> DedicatedThread {
      DedicatedThread(name: name) {
        do {
          try run { _ in ready.withLock { $0 += 1 } }
        } catch {
          failures.withLock { $0.append("\(name): \(error)") }
        }
      }
    }
    threads = [
      start("aggregator") { try aggregator.run(ready: $0) }, start("coordinator") { try coordinator.run(ready: $0) },
    ]
    self.failures = failures
    try #require(eventually { ready.withLock { $0 } == 2 || !failures.withLock { $0 }.isEmpty })
    try #require(failures.withLock { $0 } == [])
  }

  func peer(_ role: String) throws -> PeerSecurity {
    .curve(server: serverKeys.publicKey, keys: try #require(keys[role]))
  }

  func client(_ role: String) throws -> ClientOptions {
    ClientOptions(
      name: role, software: "test", coordinator: coordinatorEndpoint, security: try peer(role), logger: logger)
  }

  func revoke(_ role: String) throws {
    let key = try #require(keys[role]).publicKey
    grants.withLock { _ = $0.removeValue(forKey: key) }
  }

  func worker(_ name: String, key role: String = "worker", coder: Coder = TestCluster.coder) throws -> WorkerService {
    try WorkerService(
      WorkerOptions(
        name: name, software: "test", coordinator: coordinatorEndpoint, coordinatorSecurity: try peer(role),
        aggregator: aggregatorEndpoint, aggregatorSecurity: try peer(role), coder: coder, logger: logger))
  }

  /// Whether a client with a good key is answered as if nothing was.
  func servesOthers() throws -> Bool {
    try OperatorClient(try client("observer")).status(timeout: 5_000).totals.dead == 0
  }

  func stop() {
    coordinator.stop()
    aggregator.stop()
    for thread in threads { thread.join() }
    #expect(failures.withLock { $0 } == [])
    try? FileManager.default.removeItem(atPath: directory)
  }
}

/// Two TCP ports of the loopback interface that nothing listens on, as the kernel gives them.
private func freePorts() throws -> [String] {
  let context = Context()
  var one = try Socket(context, .router)
  var other = try Socket(context, .router)
  return try [one.bind("tcp://127.0.0.1:*"), other.bind("tcp://127.0.0.1:*")].map { endpoint in
    String(try #require(endpoint.split(separator: ":").last))
  }
}

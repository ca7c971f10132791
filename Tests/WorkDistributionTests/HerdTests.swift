import Testing
import WorkDistribution

/// A coordinator that needs time for every greeting, and the workers that want one, on one clock.
private struct Crowd {
  private static let step = TimeSpan.milliseconds(5)
  /// What greeting a connection costs: a CURVE handshake takes 1.5 ms.
  private let greetingsPerStep: Int

  private(set) var now = Instant.zero
  private var workers: [WorkerCore] = []
  private var due: [Int: [Int]] = [:]
  /// Hellos that wait to be read: whose, on which of its connections.
  private var queue: [(worker: Int, connection: Int)] = []
  private var head = 0
  private var connections: [Int]
  private(set) var isGreeted: [Bool]
  private(set) var hellos = 0
  private(set) var wasted = 0
  /// Hellos in each second.
  private(set) var perSecond: [Int: Int] = [:]
  var isUp = true

  init(workers count: Int, greetingsPerStep: Int) {
    self.greetingsPerStep = greetingsPerStep
    connections = Array(repeating: 0, count: count)
    isGreeted = Array(repeating: false, count: count)
    for number in 0..<count {
      workers.append(
        WorkerCore(
          configuration: WorkerConfiguration(
            identity: identity("w\(number)", epoch: Epoch(UInt64(number + 10))), seed: UInt64(number),
            languages: [persian])))
    }
  }

  var greeted: Int { isGreeted.count { $0 } }

  /// Starts the workers, one after the other within a second, and waits until all are greeted.
  mutating func start() {
    for worker in workers.indices {
      feed(worker, .tick)
      feed(worker, .aggregator(.welcome(epoch: Epoch(5), storeIdentity: "store-1")))
      if worker % (workers.count / 100) == 0 { run(.milliseconds(10)) }
    }
    while greeted < workers.count, now < .zero + .seconds(60) { run(.seconds(1)) }
    hellos = 0
    wasted = 0
    perSecond = [:]
  }

  /// The coordinator dies: every worker's monitor says so at once.
  mutating func loseCoordinator() {
    isUp = false
    queue = []
    head = 0
    isGreeted = isGreeted.map { _ in false }
    for worker in workers.indices { feed(worker, .disconnected(.coordinator)) }
  }

  mutating func run(_ span: TimeSpan) {
    let end = now + span
    while now < end {
      now = now + Self.step
      for worker in due.removeValue(forKey: slot(now)) ?? [] { feed(worker, .tick) }
      var left = isUp ? greetingsPerStep : 0
      while left > 0, head < queue.count {
        let hello = queue[head]
        head += 1
        left -= 1
        guard connections[hello.worker] == hello.connection else {
          wasted += 1
          continue
        }
        isGreeted[hello.worker] = true
        feed(
          hello.worker,
          .coordinator(
            .welcome(Welcome(epoch: Epoch(9), leaseDuration: .seconds(10), heartbeatInterval: .milliseconds(500)))))
      }
      // The pings that keep a greeted worker from taking the coordinator for dead.
      if slot(now) % 200 == 0 {
        for worker in workers.indices where isGreeted[worker] { feed(worker, .coordinator(.ping(epoch: Epoch(9)))) }
      }
    }
  }

  private func slot(_ instant: Instant) -> Int { Int(instant.nanoseconds / Self.step.nanoseconds) }

  private mutating func feed(_ worker: Int, _ input: WorkerInput) {
    for effect in workers[worker].handle(input, at: now) {
      switch effect {
      case .connect(.coordinator):
        connections[worker] += 1
        isGreeted[worker] = false
      case .sendToCoordinator(.hello):
        hellos += 1
        perSecond[slot(now) / 200, default: 0] += 1
        if isUp { queue.append((worker, connections[worker])) }
      default: break
      }
    }
    let deadline = workers[worker].nextDeadline
    if deadline < .never { due[max(slot(deadline), slot(now)) + 1, default: []].append(worker) }
  }
}

@Suite struct `Thousands of workers` {
  @Test(arguments: [0.2, 10.0])
  func `come back to a restarted coordinator without trampling it`(downtime: Double) {
    // Two thousand workers; greeting all of them takes five seconds of the coordinator's time.
    var crowd = Crowd(workers: 2_000, greetingsPerStep: 2)
    crowd.start()
    #expect(crowd.greeted == 2_000)
    crowd.loseCoordinator()
    crowd.run(TimeSpan(nanoseconds: Int64(downtime * 1e9)))
    crowd.isUp = true
    let back = crowd.now
    while crowd.greeted < 2_000, crowd.now - back < .seconds(60) { crowd.run(.milliseconds(100)) }
    // Within twice the time that greeting them all takes, and a pause.
    #expect(crowd.greeted == 2_000)
    #expect(crowd.now - back <= .seconds(20))
    // Little of the coordinator's time goes to connections that were given up.
    #expect(crowd.wasted <= 2_000)
    // Nobody knocks oftener than once in a good while: less than one hello a worker in any second after the first.
    let busiest = crowd.perSecond.sorted { $0.key < $1.key }.dropFirst(2).map(\.value).max() ?? 0
    #expect(busiest <= 2_000, "\(busiest)")
  }
}

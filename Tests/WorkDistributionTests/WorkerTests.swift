import Testing
import WorkDistribution

@Suite struct `A worker` {
  private var core: WorkerCore
  private var now = Instant.zero

  init() {
    var configuration = WorkerConfiguration(
      identity: identity("worker", epoch: Epoch(3)), seed: 1, languages: [persian])
    configuration.capacity = Allowance(jobs: 8, bytes: 10_000)
    configuration.chunk = 2
    core = WorkerCore(configuration: configuration)
  }

  private mutating func send(_ input: WorkerInput) -> [WorkerEffect] { core.handle(input, at: now) }

  private mutating func wait(_ span: TimeSpan) -> [WorkerEffect] {
    var effects: [WorkerEffect] = []
    let end = now + span
    while now < end {
      now = min(end, now + .milliseconds(50))
      effects += send(.tick)
    }
    return effects
  }

  private mutating func connect(coordinator: Epoch = coordinatorEpoch) -> [WorkerEffect] {
    _ = send(.tick)
    _ = send(.aggregator(.welcome(epoch: Epoch(5), storeIdentity: "store-1")))
    return welcome(coordinator)
  }

  private mutating func welcome(_ epoch: Epoch) -> [WorkerEffect] {
    send(
      .coordinator(
        .welcome(Welcome(epoch: epoch, leaseDuration: .seconds(10), heartbeatInterval: .milliseconds(500)))))
  }

  private func batch(
    _ number: UInt64, _ jobs: ClosedRange<UInt64>, attempt: Attempt = 1, epoch: Epoch = coordinatorEpoch,
    isSolo: Bool = false
  ) -> WorkerInput {
    .coordinator(
      .batch(
        Batch(
          epoch: epoch, number: number, language: persian,
          items: jobs.map {
            BatchItem(lease: Lease(job: JobID($0), attempt: attempt), articleID: "a\($0)", revision: 1, bytes: 100)
          }, isSolo: isSolo)))
  }

  private mutating func finish(_ jobs: [UInt64]) -> [WorkerEffect] {
    send(.extracted(jobs.map { ExtractionReport(job: JobID($0), outcome: .completed(resultBytes: 50)) }))
  }

  private func extracted(_ effects: [WorkerEffect]) -> [[UInt64]] {
    effects.compactMap { effect in
      if case .extract(let items, _) = effect { items.map(\.lease.job.rawValue) } else { nil }
    }
  }

  private func sent(_ effects: [WorkerEffect]) -> [(sequence: UInt64, jobs: [UInt64])] {
    effects.compactMap { effect in
      if case .sendResults(let sequence, let items) = effect { (sequence, items.map(\.job.rawValue)) } else { nil }
    }
  }

  private func credits(_ effects: [WorkerEffect]) -> [UInt64] {
    effects.compactMap { effect in
      if case .sendToCoordinator(.credit(_, let granted)) = effect { granted.jobs } else { nil }
    }
  }

  private func committed(_ sequence: UInt64, _ receipts: [UInt64] = []) -> MessageFromAggregator {
    .committed(epoch: Epoch(5), [CommittedMessage(sequence: sequence, receipts: receipts)])
  }

  private func done(_ effects: [WorkerEffect]) -> [UInt64] {
    effects.flatMap { effect -> [UInt64] in
      if case .sendToCoordinator(.done(_, let jobs)) = effect { jobs.map(\.lease.job.rawValue) } else { [] }
    }
  }

  @Test mutating func `greets the aggregator first and tells the coordinator its store`() {
    let first = send(.tick)
    #expect(first.contains(.connect(.aggregator)))
    #expect(!first.contains(.connect(.coordinator)))
    let second = send(.aggregator(.welcome(epoch: Epoch(5), storeIdentity: "store-1")))
    #expect(second.contains(.connect(.coordinator)))
    #expect(
      second.contains {
        if case .sendToCoordinator(.hello(let hello)) = $0 { hello.storeIdentity == "store-1" } else { false }
      })
  }

  @Test mutating func `says done only after the commit, and asks for more only then`() {
    #expect(credits(connect()) == [8])
    var effects = send(batch(1, 1...4))
    #expect(extracted(effects) == [[1, 2]])
    effects = finish([1, 2])
    #expect(done(effects).isEmpty)
    #expect(credits(effects).isEmpty)
    let message = sent(effects)
    #expect(message.map(\.jobs) == [[1, 2]])
    effects = send(.aggregator(committed(message[0].sequence, [71, 72])))
    #expect(done(effects) == [1, 2])
    // With the aggregator's receipts, each for its job.
    let reported = [(1, 71), (2, 72)].map { DoneJob(lease: Lease(job: JobID($0.0), attempt: 1), receipt: $0.1) }
    #expect(effects.contains(.sendToCoordinator(.done(epoch: coordinatorEpoch, jobs: reported))))
    #expect(effects.contains(.forget([JobID(1), JobID(2)])))
    #expect(credits(effects) == [10])
    // The same acknowledgement again changes nothing.
    #expect(send(.aggregator(committed(message[0].sequence, [71, 72]))).isEmpty)
  }

  @Test mutating func `takes a repeated batch once, and none beyond its grant`() {
    _ = connect()
    _ = send(batch(1, 1...4))
    #expect(send(batch(1, 1...4)).isEmpty)
    #expect(core.heldCount == 4)
    #expect(send(batch(2, 5...12)).isEmpty)
    #expect(core.heldCount == 4)
    #expect(core.statistics.batchesIgnored == 2)
  }

  @Test mutating func `sends again what has no answer, on a fresh connection after long silence`() {
    _ = connect()
    _ = send(batch(1, 1...2))
    let first = sent(finish([1, 2]))
    let again = wait(.milliseconds(2_100))
    #expect(sent(again).map(\.jobs) == first.map(\.jobs))
    #expect(sent(again)[0].sequence != first[0].sequence)
    #expect(wait(.milliseconds(1_200)).contains(.connect(.aggregator)))
    let resent = send(.aggregator(.welcome(epoch: Epoch(6), storeIdentity: "store-1")))
    #expect(sent(resent).map(\.jobs) == [[1, 2]])
  }

  @Test mutating func `waits when the aggregator is busy`() {
    _ = connect()
    _ = send(batch(1, 1...2))
    let first = sent(finish([1, 2]))
    let busy = MessageFromAggregator.busy(sequence: first[0].sequence, retryAfter: .milliseconds(300))
    #expect(sent(send(.aggregator(busy))).isEmpty)
    #expect(sent(wait(.milliseconds(250))).isEmpty)
    #expect(sent(wait(.milliseconds(100))).map(\.jobs) == [[1, 2]])
  }

  @Test mutating func `drops what is not begun when the coordinator is gone, and keeps results`() {
    _ = connect()
    _ = send(batch(1, 1...6))
    let lost = send(.disconnected(.coordinator))
    #expect(lost.contains(.forget((3...6).map { JobID($0) })))
    #expect(core.heldCount == 2)
    #expect(sent(finish([1, 2])).map(\.jobs) == [[1, 2]])
    #expect(wait(.milliseconds(100)).contains(.connect(.coordinator)))
    // Two results are still here: that much less is granted.
    #expect(credits(welcome(coordinatorEpoch)) == [6])
    #expect(done(send(.aggregator(committed(1)))) == [1, 2])
  }

  @Test mutating func `repeats what it reported on a new connection, but not to another start`() {
    _ = connect()
    _ = send(batch(1, 1...2))
    _ = finish([1, 2])
    #expect(done(send(.aggregator(committed(1)))) == [1, 2])
    _ = send(.disconnected(.coordinator))
    _ = wait(.milliseconds(100))
    #expect(done(welcome(coordinatorEpoch)) == [1, 2])
    _ = send(.disconnected(.coordinator))
    _ = wait(.milliseconds(100))
    #expect(done(welcome(Epoch(78))).isEmpty)
  }

  @Test mutating func `repeats its grant with the heartbeat, for it may have been lost`() {
    _ = connect()
    #expect(credits(wait(.milliseconds(500))) == [8])
  }

  @Test mutating func `reports its work thread's progress, not its own life`() {
    _ = connect()
    _ = send(batch(1, 1...4))
    func progress(_ effects: [WorkerEffect]) -> [UInt64] {
      effects.compactMap { effect in
        if case .sendToCoordinator(.heartbeat(let heartbeat)) = effect { heartbeat.progress } else { nil }
      }
    }
    #expect(progress(wait(.milliseconds(1_000))) == [0, 0])
    _ = finish([1, 2])
    #expect(progress(wait(.milliseconds(500))) == [2])
  }

  @Test mutating func `gives a suspect a thread and a child of its own`() {
    _ = connect()
    _ = send(batch(1, 1...2))
    _ = send(batch(2, 3...3, isSolo: true))
    _ = send(batch(3, 4...4))
    let effects = finish([1, 2])
    #expect(extracted(effects) == [[3]])
    #expect(effects.contains { if case .extract(_, isSolo: true) = $0 { true } else { false } })
  }

  @Test mutating func `tells of a failed extraction and forgets the article`() {
    _ = connect()
    _ = send(batch(1, 1...1, attempt: 4))
    let effects = send(
      .extracted([ExtractionReport(job: JobID(1), outcome: .failed(.budget, message: "too much"))]))
    let failure = Failure(
      epoch: coordinatorEpoch, lease: Lease(job: JobID(1), attempt: 4), code: .budget, message: "too much")
    #expect(effects.contains(.sendToCoordinator(.failed(failure))))
    #expect(core.heldCount == 0)
  }

  @Test mutating func `hands back on drain what is not begun, and leaves when the rest is committed`() {
    _ = connect()
    _ = send(batch(1, 1...4))
    let drained = send(.drain)
    let rest = [Lease(job: JobID(3), attempt: 1), Lease(job: JobID(4), attempt: 1)]
    #expect(drained.contains(.sendToCoordinator(.release(epoch: coordinatorEpoch, leases: rest))))
    #expect(!finish([1, 2]).contains(.stopped))
    let effects = send(.aggregator(committed(1)))
    #expect(done(effects) == [1, 2])
    #expect(effects.last == .stopped)
    #expect(core.nextDeadline == .never)
  }

  @Test mutating func `stops when it is refused for good, and returns when it is not`() {
    _ = connect()
    let again = Refusal(code: .helloRequired, message: "connect afresh")
    _ = send(.coordinator(.refused(again)))
    #expect(wait(.milliseconds(200)).contains(.connect(.coordinator)))
    let final = Refusal(code: .fingerprint, message: "coder-1 here, coder-2 there")
    #expect(send(.coordinator(.refused(final))).last == .giveUp(final))
    #expect(wait(.seconds(1)).isEmpty)
  }
}

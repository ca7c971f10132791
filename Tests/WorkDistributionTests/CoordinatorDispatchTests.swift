import Testing
import WorkDistribution

@Suite struct `A coordinator handing out work` {
  @Test func `sends nothing without credit and no more than the credit`() {
    var bench = CoordinatorBench(waiting: 40)
    _ = bench.say(.hello(hello(.worker, sender: 1)), 1)
    #expect(bench.load((1...40).map { job($0) }).batches.isEmpty)
    let granted = bench.say(.credit(epoch: coordinatorEpoch, granted: Allowance(jobs: 5, bytes: 1 << 20)), 1)
    #expect(granted.leases.count == 5)
    // Cumulative: the same grant again is no new credit, a larger one is the difference.
    let same = bench.say(.credit(epoch: coordinatorEpoch, granted: Allowance(jobs: 5, bytes: 1 << 20)), 1)
    #expect(same.leases.isEmpty)
    let more = bench.say(.credit(epoch: coordinatorEpoch, granted: Allowance(jobs: 7, bytes: 1 << 20)), 1)
    #expect(more.leases.count == 2)
  }

  @Test func `counts bytes, and still sends an article larger than the grant`() {
    var bench = CoordinatorBench(waiting: 3)
    _ = bench.addWorker(1, jobs: 10, bytes: 1_000)
    let effects = bench.load([job(1, bytes: 5_000), job(2, bytes: 10), job(3, bytes: 10)])
    #expect(effects.leases.map(\.job) == [JobID(1)])
    let more = bench.say(.credit(epoch: coordinatorEpoch, granted: Allowance(jobs: 10, bytes: 6_000)), 1)
    #expect(more.leases.count == 2)
  }

  @Test func `keeps batches within articles and bytes`() {
    var bench = CoordinatorBench(waiting: 60)
    _ = bench.addWorker(1, jobs: 60)
    let effects = bench.load((1...60).map { job($0, bytes: 5_000) })
    #expect(effects.leases.count == 60)
    for (batch, _) in effects.batches {
      #expect(batch.items.count <= 16)
      #expect(batch.items.reduce(0) { $0 + Int($1.bytes) } <= 64 * 1024)
    }
  }

  @Test func `serves each language only to workers that read it`() {
    var bench = CoordinatorBench(waiting: 2)
    _ = bench.addWorker(1, languages: [urdu])
    #expect(bench.load([job(1), job(2)]).batches.isEmpty)
    #expect(bench.addWorker(2, languages: [persian]).batches.allSatisfy { $0.peer == PeerID(2) })
    #expect(bench.core.status.queues.first { $0.language == persian }?.leased == 2)
  }

  @Test func `gives everybody a share at the end of the work`() {
    var bench = CoordinatorBench(waiting: 8)
    for peer in 1...4 as ClosedRange<UInt64> { _ = bench.addWorker(peer) }
    let effects = bench.load((1...8).map { job($0) })
    let shares = Dictionary(grouping: effects.batches, by: \.peer).mapValues {
      $0.reduce(0) { $0 + $1.batch.items.count }
    }
    #expect(shares == [PeerID(1): 2, PeerID(2): 2, PeerID(3): 2, PeerID(4): 2])
  }

  @Test func `gives a slow worker less, for its credit does not return`() {
    var bench = CoordinatorBench(waiting: 200)
    _ = bench.addWorker(1, jobs: 16)
    _ = bench.addWorker(2, jobs: 16)
    var effects = bench.load((1...200).map { job($0) })
    var granted: UInt64 = 16
    var fast = 0
    while fast < 150 {
      let mine = effects.batches.filter { $0.peer == PeerID(1) }.flatMap { $0.batch.items.map(\.lease) }
      guard !mine.isEmpty else { break }
      fast += mine.count
      granted += UInt64(mine.count)
      _ = bench.say(done(mine), 1)
      effects = bench.say(.credit(epoch: coordinatorEpoch, granted: Allowance(jobs: granted, bytes: 1 << 30)), 1)
    }
    #expect(fast >= 150)
  }

  @Test func `reads the ledger in parts and never holds all of it`() {
    var bench = CoordinatorBench(waiting: 1_000) { $0.readyLimit = 10 }
    #expect(bench.send(.tick).contains(.loadWaiting(persian, after: .beginning, limit: 10)))
    #expect(bench.load((1...10).map { job($0) }, isComplete: false).isEmpty)
    let effects = bench.addWorker(1, jobs: 8)
    #expect(effects.leases.count == 8)
    #expect(effects.contains(.loadWaiting(persian, after: QueuePlace(turn: 0, job: JobID(10)), limit: 2)) == false)
    let next = bench.send(.tick)
    #expect(
      (effects + next).contains {
        if case .loadWaiting(_, QueuePlace(turn: 0, job: JobID(10)), _) = $0 { true } else { false }
      })
  }

  @Test func `takes a row that it has loaded twice only once`() {
    var bench = CoordinatorBench(waiting: 3)
    _ = bench.load([job(1), job(2)], isComplete: false)
    _ = bench.load([job(1), job(2), job(3)])
    #expect(bench.addWorker(1).leases.map(\.job) == [JobID(1), JobID(2), JobID(3)])
  }

  @Test func `reads again what became waiting below the part it was just loading`() throws {
    var bench = CoordinatorBench(waiting: 3) { $0.readyLimit = 2 }
    _ = bench.send(.tick)
    _ = bench.send(.aggregator(.welcome(epoch: Epoch(5), storeIdentity: "store-1")))
    _ = bench.load([job(8), job(9)], isComplete: false)
    // Both are handed out, a load beyond them is on its way, and more is ready meanwhile than there is room for.
    let loads = bench.addWorker(1, jobs: 2)
    #expect(
      loads.contains { if case .loadWaiting(_, QueuePlace(turn: 0, job: JobID(9)), _) = $0 { true } else { false } })
    let requeued = (1...6).map { job($0) }
    let page = bench.send(.aggregator(.inventory(InventoryPage(after: nil, entries: [], next: nil))))
    for case .reconcile(let group, _) in page {
      _ = bench.send(.reconciled(group, Reconciliation(requeued: requeued)))
    }
    _ = bench.load([job(10)])
    let more = bench.say(.credit(epoch: coordinatorEpoch, granted: Allowance(jobs: 9, bytes: 1 << 30)), 1)
    #expect(
      more.contains { if case .loadWaiting(_, QueuePlace(turn: 0, job: JobID(4)), _) = $0 { true } else { false } })
  }

  @Test func `gives a slow worker no more than it does in some seconds`() {
    var bench = CoordinatorBench(waiting: 500) {
      $0.firstJobLimit = 32
      $0.leastJobLimit = 4
    }
    _ = bench.addWorker(1, jobs: 200)
    var held = bench.load((1...500).map { job($0) }).leases
    #expect(held.count == 32)
    func heartbeat(_ sequence: UInt64, rate: UInt64) -> [CoordinatorEffect] {
      bench.say(
        .heartbeat(
          Heartbeat(
            epoch: coordinatorEpoch, sequence: sequence, progress: sequence, lastBatch: 100,
            inFlight: UInt32(held.count), uncommitted: 0, bytesInFlight: 0, articlesPerThousandSeconds: rate * 1_000)),
        1)
    }
    // Ten a second: it may have forty, what it does in four seconds.
    held += heartbeat(1, rate: 10).leases
    #expect(held.count == 40)
    // It slows down to one a second: nothing new until it has finished all but a few.
    for sequence in 2...12 as ClosedRange<UInt64> { held += heartbeat(sequence, rate: 1).leases }
    #expect(held.count == 40)
    #expect(bench.say(done(Array(held.prefix(35))), 1).leases.isEmpty)
    #expect(bench.say(done([held[35], held[36]]), 1).leases.count == 1)
  }

  @Test func `takes turns among sources, however much one has brought before`() {
    var bench = CoordinatorBench()
    _ = bench.say(.hello(hello(.submitter, sender: 5)), 5)
    _ = bench.say(.hello(hello(.submitter, sender: 6)), 6)
    var order: [String] = []
    _ = bench.submit(300, from: 5, source: 11, peer: 5)
    _ = bench.submit(10, from: 6, source: 22, peer: 6)
    _ = bench.submit(10, from: 6, source: 0, peer: 6)
    for lease in bench.addWorker(1, jobs: 60).leases { order.append(bench.sources[lease.job] ?? "") }
    let counts = Dictionary(grouping: order.prefix(30), by: \.self).mapValues(\.count)
    #expect(counts == ["11": 10, "22": 10, "0": 10])
    #expect(order.suffix(30).allSatisfy { $0 == "11" })
  }

  @Test func `doubles a source's share with each point of priority, and starves nobody`() {
    var bench = CoordinatorBench()
    _ = bench.say(.hello(hello(.submitter, sender: 5)), 5)
    _ = bench.submit(200, from: 5, source: 1, peer: 5)
    _ = bench.submit(200, from: 5, source: 2, priority: 2, peer: 5)
    let order = bench.addWorker(1, jobs: 100).leases.map { bench.sources[$0.job] ?? "" }
    #expect(order.count { $0 == "2" } == 80)
    #expect(order.count { $0 == "1" } == 20)
  }

  @Test func `takes turns among languages for a worker that reads several`() {
    var bench = CoordinatorBench(waiting: 64)
    _ = bench.send(.waitingLoaded(persian, (1...64).map { job($0) }, isComplete: true))
    _ = bench.say(.hello(hello(.submitter, sender: 5)), 5)
    _ = bench.submit(64, from: 5, source: 1, peer: 5, language: urdu)
    let batches = bench.addWorker(1, jobs: 64, languages: [persian, urdu]).batches
    #expect(batches.map(\.batch.language) == [persian, urdu, persian, urdu])
  }
}

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
    #expect(bench.send(.tick).contains(.loadWaiting(persian, after: .none, limit: 10)))
    #expect(bench.load((1...10).map { job($0) }, isComplete: false).isEmpty)
    let effects = bench.addWorker(1, jobs: 8)
    #expect(effects.leases.count == 8)
    #expect(effects.contains(.loadWaiting(persian, after: JobID(10), limit: 2)) == false)
    let next = bench.send(.tick)
    #expect((effects + next).contains { if case .loadWaiting(_, JobID(10), _) = $0 { true } else { false } })
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
    _ = bench.load([job(5), job(6)], isComplete: false)
    // Both are handed out, a load beyond them is on its way, and two more are ready meanwhile.
    let loads = bench.addWorker(1, jobs: 2)
    #expect(loads.contains { if case .loadWaiting(_, JobID(6), _) = $0 { true } else { false } })
    let requeued = [job(1), job(2), job(3)]
    let page = bench.send(.aggregator(.inventory(InventoryPage(after: nil, entries: [], next: nil))))
    for case .reconcile(let group, _) in page {
      _ = bench.send(.reconciled(group, Reconciliation(requeued: requeued)))
    }
    _ = bench.load([job(7)])
    let more = bench.say(.credit(epoch: coordinatorEpoch, granted: Allowance(jobs: 9, bytes: 1 << 30)), 1)
    #expect(more.contains { if case .loadWaiting(_, JobID(2), _) = $0 { true } else { false } })
  }
}

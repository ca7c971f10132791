import Testing
import WorkDistribution

@Suite struct `A coordinator's door` {
  @Test(arguments: [
    (hello(.worker, sender: 1, major: 2), Refusal.Code.version, "2.0", "1.2"),
    (hello(.worker, sender: 1, fingerprint: "coder-2"), .fingerprint, "coder-2", "coder-1"),
    (hello(.worker, sender: 1, store: "store-9"), .identity, "store-9", "store-1"),
    (hello(.coordinator, sender: 1), .role, "coordinator", "worker"),
  ])
  func `refuses what does not fit, with both values`(hello: Hello, code: Refusal.Code, theirs: String, ours: String) {
    var bench = CoordinatorBench()
    let refusal = bench.say(.hello(hello), 1).refusals.first
    #expect(refusal?.code == code)
    #expect(refusal?.isFinal == true)
    #expect(refusal?.message.contains(theirs) == true)
    #expect(refusal?.message.contains(ours) == true)
  }

  @Test func `lets another minor version in`() {
    var bench = CoordinatorBench()
    #expect(bench.say(.hello(hello(.worker, sender: 1)), 1).refusals.isEmpty)
  }

  @Test func `asks strangers to say hello`() {
    var bench = CoordinatorBench()
    #expect(bench.say(.goodbye, 5).refusals.map(\.code) == [.helloRequired])
  }

  @Test func `keeps the roles apart`() {
    var bench = CoordinatorBench(waiting: 1)
    _ = bench.addWorker(1)
    #expect(bench.say(submission(1, [("a", 1)]), 1).refusals.map(\.code) == [.role])
    #expect(bench.say(.drainRequest, 1).refusals.map(\.code) == [.role])
    _ = bench.say(.hello(hello(.submitter, sender: 2)), 2)
    #expect(bench.say(.credit(epoch: coordinatorEpoch, granted: Allowance(jobs: 9, bytes: 9)), 2).refusals.count == 1)
    #expect(bench.say(.drainRequest, 2).refusals.map(\.code) == [.role])
    #expect(bench.say(.retract(articleIDs: ["a"]), 2).refusals.map(\.code) == [.role])
  }

  @Test func `takes work back from a worker's old connection when it returns`() {
    var bench = CoordinatorBench(waiting: 2)
    _ = bench.addWorker(1)
    let first = bench.load([job(1), job(2)]).leases
    _ = bench.say(.hello(hello(.worker, sender: 1_001)), 2)
    let again = bench.say(.credit(epoch: coordinatorEpoch, granted: Allowance(jobs: 9, bytes: 1 << 20)), 2)
    #expect(again.leases.map(\.job) == first.map(\.job))
    #expect(bench.core.status.workers.count == 1)
  }
}

@Suite struct `A coordinator and its aggregator` {
  @Test func `stop when their stores do not belong together`() {
    var bench = CoordinatorBench()
    _ = bench.send(.tick)
    let effects = bench.send(.aggregator(.welcome(epoch: Epoch(5), storeIdentity: "store-9")))
    #expect(effects.contains { if case .giveUp(let refusal) = $0 { refusal.code == .identity } else { false } })
    #expect(bench.send(.tick).isEmpty)
  }

  @Test func `compare page by page, and hand out again what is lacking`() throws {
    var bench = CoordinatorBench()
    _ = bench.addWorker(1)
    _ = bench.send(.tick)
    var effects = bench.send(.aggregator(.welcome(epoch: Epoch(5), storeIdentity: "store-1")))
    #expect(effects.contains(.sendToAggregator(.inventoryRequest(after: nil, limit: 1_000))))
    let page = InventoryPage(after: nil, entries: [InventoryEntry(articleID: "a", revision: 1)], next: "a")
    effects = bench.send(.aggregator(.inventory(page)))
    let group = try #require(
      effects.compactMap { effect -> GroupID? in
        if case .reconcile(let group, page) = effect { group } else { nil }
      }.first)
    effects = bench.send(.reconciled(group, Reconciliation(requeued: [job(3)])))
    #expect(effects.leases.map(\.job) == [JobID(3)])
    #expect(effects.contains(.sendToAggregator(.inventoryRequest(after: "a", limit: 1_000))))
    #expect(!bench.core.isFinished)
  }

  @Test func `send a withdrawal until it is confirmed`() {
    let tombstone = Tombstone(articleID: "a", revision: 2)
    var bench = CoordinatorBench(tombstones: [tombstone])
    bench.connectAggregator()
    #expect(!bench.core.isFinished)
    let again = bench.wait(.milliseconds(2_200))
    #expect(again.contains(.sendToAggregator(.tombstones([tombstone]))))
    let confirmed = bench.send(.aggregator(.tombstonesCommitted([tombstone])))
    #expect(confirmed.contains { if case .confirmTombstones = $0 { true } else { false } })
    #expect(bench.core.isFinished)
  }

  @Test func `connect again when the other is silent`() {
    var bench = CoordinatorBench()
    bench.connectAggregator()
    #expect(bench.wait(.seconds(5)).contains(.connectAggregator))
  }
}

@Suite struct `A coordinator's end` {
  @Test func `is announced when everything is committed and compared, not before`() throws {
    var bench = CoordinatorBench(waiting: 1)
    _ = bench.addWorker(1)
    let leases = bench.load([job(1)]).leases
    _ = bench.say(.hello(hello(.submitter, sender: 2)), 2)
    #expect(bench.say(.endOfInput, 2).contains { if case .send(.status, PeerID(2)) = $0 { true } else { false } })
    var effects = bench.say(done(leases), 1) + bench.wait(.milliseconds(60))
    let marks = try #require(effects.doneMarks)
    #expect(marks.jobs == [JobID(1)])
    effects = bench.send(.donePersisted(marks.group))
    #expect(!effects.contains { if case .send(.finished, _) = $0 { true } else { false } })
    _ = bench.send(.aggregator(.welcome(epoch: Epoch(5), storeIdentity: "store-1")))
    let pages = bench.send(.aggregator(.inventory(InventoryPage(after: nil, entries: [], next: nil))))
    for case .reconcile(let group, _) in pages { effects = bench.send(.reconciled(group, Reconciliation())) }
    #expect(effects.contains(.send(.finished(Totals(accepted: 1, committed: 1)), to: PeerID(2))))
  }

  @Test func `writes a done mark again when the disk was full`() throws {
    var bench = CoordinatorBench(waiting: 1)
    _ = bench.addWorker(1)
    let leases = bench.load([job(1)]).leases
    let marks = try #require((bench.say(done(leases), 1) + bench.wait(.milliseconds(60))).doneMarks)
    _ = bench.send(.persistenceFailed(marks.group))
    #expect(bench.core.totals.committed == 0)
    let again = try #require(bench.wait(.milliseconds(300)).doneMarks)
    #expect(again == marks)
    _ = bench.send(.donePersisted(again.group))
    #expect(bench.core.totals.committed == 1)
  }

  @Test func `comes after a drain when every worker has finished or handed back`() throws {
    var bench = CoordinatorBench(waiting: 2)
    _ = bench.addWorker(1)
    let leases = bench.load([job(1), job(2)]).leases
    var effects = bench.send(.drain)
    #expect(effects.contains(.send(.drain(epoch: coordinatorEpoch), to: PeerID(1))))
    #expect(!effects.contains(.drained))
    #expect(bench.say(.hello(hello(.submitter, sender: 2)), 2).refusals.map(\.code) == [.draining])
    effects = bench.say(.release(epoch: coordinatorEpoch, leases: [leases[1]]), 1)
    #expect(effects.batches.isEmpty)
    effects = bench.say(done([leases[0]]), 1)
    #expect(!effects.contains(.drained))
    effects = bench.send(.donePersisted(try #require(effects.doneMarks?.group)))
    #expect(effects.last == .drained)
  }
}

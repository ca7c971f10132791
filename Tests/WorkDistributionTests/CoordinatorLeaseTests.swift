import Testing
import WorkDistribution

@Suite struct `A coordinator's leases` {
  private func loaded(_ count: UInt64 = 3) -> (CoordinatorBench, [Lease]) {
    var bench = CoordinatorBench(waiting: count)
    _ = bench.addWorker(1)
    let effects = bench.load((1...count).map { job($0) })
    return (bench, effects.leases)
  }

  private func heartbeat(
    _ sequence: UInt64, progress: UInt64, lastBatch: UInt64 = 1, inFlight: UInt32, uncommitted: UInt32 = 0
  ) -> MessageToCoordinator {
    .heartbeat(
      Heartbeat(
        epoch: coordinatorEpoch, sequence: sequence, progress: progress, lastBatch: lastBatch, inFlight: inFlight,
        uncommitted: uncommitted, bytesInFlight: 0, articlesPerThousandSeconds: 0))
  }

  @Test func `end when the worker shows no progress`() {
    var (bench, leases) = loaded()
    _ = bench.addWorker(2, jobs: 0)
    var taken: [CoordinatorEffect] = []
    for sequence in 1...24 as ClosedRange<UInt64> {
      taken += bench.wait(.milliseconds(500))
      // It lives and talks, but its work thread is stuck.
      taken += bench.say(heartbeat(sequence, progress: 0, inFlight: 3), 1)
      taken += bench.say(heartbeat(sequence, progress: 0, inFlight: 0), 2)
    }
    #expect(bench.core.statistics.leasesExpired == 3)
    #expect(taken.refusals.contains { $0.code == .helloRequired })
    let again = bench.say(.credit(epoch: coordinatorEpoch, granted: Allowance(jobs: 9, bytes: 1 << 20)), 2).leases
    #expect(again.map(\.job) == leases.map(\.job))
    #expect(again.allSatisfy { $0.attempt == 2 })
  }

  @Test func `are renewed by progress, however long the work takes`() {
    var (bench, _) = loaded()
    for sequence in 1...60 as ClosedRange<UInt64> {
      _ = bench.wait(.milliseconds(500))
      _ = bench.say(heartbeat(sequence, progress: sequence / 4, inFlight: 3), 1)
    }
    #expect(bench.core.statistics.leasesExpired == 0)
  }

  @Test func `go on while the worker only waits for the aggregator`() {
    var (bench, _) = loaded()
    for sequence in 1...60 as ClosedRange<UInt64> {
      _ = bench.wait(.milliseconds(500))
      _ = bench.say(heartbeat(sequence, progress: 3, inFlight: 0, uncommitted: 3), 1)
    }
    #expect(bench.core.statistics.leasesExpired == 0)
    #expect(bench.core.statistics.mismatches == 0)
  }

  @Test func `end at once when the peer cannot be reached`() {
    var (bench, leases) = loaded()
    _ = bench.addWorker(2)
    let effects = bench.send(.unreachable(PeerID(1)))
    #expect(effects.leases.map(\.job) == leases.map(\.job))
    #expect(effects.batches.allSatisfy { $0.peer == PeerID(2) })
  }

  @Test func `lead to a ping as soon as some connection ends`() {
    var (bench, _) = loaded()
    _ = bench.send(.connectionLost)
    bench.now = bench.now + .milliseconds(3)
    #expect(bench.send(.tick).contains(.send(.ping(epoch: coordinatorEpoch), to: PeerID(1))))
  }

  @Test func `end when a batch was lost on the way`() {
    var (bench, leases) = loaded()
    // It has seen the batch's number pass, and has nothing of it.
    _ = bench.say(heartbeat(1, progress: 0, inFlight: 0), 1)
    #expect(bench.core.statistics.mismatches == 0)
    _ = bench.say(heartbeat(2, progress: 0, inFlight: 0), 1)
    #expect(bench.core.statistics.mismatches == 1)
    #expect(bench.addWorker(2).leases.map(\.job) == leases.map(\.job))
  }

  @Test func `do not end for a batch that may be under way`() {
    var (bench, _) = loaded()
    for sequence in 1...4 as ClosedRange<UInt64> {
      _ = bench.say(heartbeat(sequence, progress: 0, lastBatch: 0, inFlight: 0), 1)
    }
    #expect(bench.core.statistics.mismatches == 0)
  }

  @Test func `leave no credit with a worker that lost jobs which were found done meanwhile`() {
    var bench = CoordinatorBench(waiting: 3)
    _ = bench.addWorker(1, jobs: 3)
    #expect(bench.load((1...3).map { job($0) }).leases.count == 3)
    // The batch is lost; another worker, of before a restart, had committed its articles.
    _ = bench.wait(.milliseconds(50))
    for effect in bench.send(.aggregator(.welcome(epoch: Epoch(5), storeIdentity: "store-1"))) {
      guard case .sendToAggregator(.inventoryRequest(let after, _)) = effect else { continue }
      for effect in bench.send(.aggregator(.inventory(InventoryPage(after: after, entries: [], next: nil)))) {
        guard case .reconcile(let group, _) = effect else { continue }
        _ = bench.send(.reconciled(group, Reconciliation(found: (1...3).map { job($0) })))
      }
    }
    #expect(bench.core.statistics.reconciledFound == 3)
    var said: [CoordinatorEffect] = []
    for sequence in 1...2 as ClosedRange<UInt64> {
      said += bench.say(heartbeat(sequence, progress: 0, lastBatch: 0, inFlight: 0), 1)
      said += bench.say(.credit(epoch: coordinatorEpoch, granted: Allowance(jobs: 3, bytes: 1 << 30)), 1)
    }
    // It begins anew, with credit for all that it has room for.
    #expect(said.refusals.contains { $0.code == .helloRequired })
  }

  @Test func `survive a pause of the coordinator itself`() {
    var (bench, _) = loaded()
    bench.now = bench.now + .seconds(3_600)
    _ = bench.send(.tick)
    #expect(bench.core.statistics.leasesExpired == 0)
    #expect(bench.core.statistics.clockLeaps == 1)
    bench.now = bench.now - .seconds(1_800)
    _ = bench.send(.tick)
    #expect(bench.core.statistics.leasesExpired == 0)
  }

  @Test func `ended, still let a late result count once`() {
    var (bench, leases) = loaded()
    _ = bench.send(.unreachable(PeerID(1)))
    let second = bench.addWorker(2).leases
    #expect(second.count == 3)
    // The dead worker's message was still on its way.
    _ = bench.say(done(leases), 1)
    #expect(bench.core.statistics.lateResults == 3)
    _ = bench.say(done(second), 2)
    #expect(bench.core.statistics.repeatedResults == 3)
    #expect(bench.core.statistics.done == 3)
  }

  @Test func `are handed back at once, in order, on release and goodbye`() {
    var (bench, leases) = loaded()
    _ = bench.addWorker(2, jobs: 0)
    _ = bench.say(.release(epoch: coordinatorEpoch, leases: Array(leases.dropFirst())), 1)
    _ = bench.say(.goodbye, 1)
    let again = bench.say(.credit(epoch: coordinatorEpoch, granted: Allowance(jobs: 9, bytes: 1 << 20)), 2).leases
    #expect(again.map(\.job) == leases.map(\.job))
  }

  @Test func `ignore messages of another start of the coordinator`() {
    var (bench, leases) = loaded()
    _ = bench.say(done(leases, epoch: Epoch(1)), 1)
    #expect(bench.core.statistics.done == 0)
    #expect(bench.core.statistics.staleMessages == 1)
  }

  @Test func `do not believe in attempts that were never made`() {
    var (bench, leases) = loaded()
    _ = bench.say(done([Lease(job: leases[0].job, attempt: 9), Lease(job: JobID(99), attempt: 1)]), 1)
    #expect(bench.core.statistics.done == 0)
  }
}

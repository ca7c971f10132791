import Testing
import WorkDistribution

@Suite struct `A coordinator with poison` {
  private func failed(_ lease: Lease, _ code: FailureCode = .budget) -> MessageToCoordinator {
    .failed(Failure(epoch: coordinatorEpoch, lease: lease, code: code, message: "too much"))
  }

  @Test func `tries a suspect alone, and buries it only after its own failures`() throws {
    var bench = CoordinatorBench(waiting: 2)
    _ = bench.addWorker(1)
    let first = bench.load([job(1), job(2)]).batches
    #expect(first.allSatisfy { !$0.batch.isSolo })
    let lease = try #require(first.first?.batch.items.first?.lease)
    var effects = bench.say(failed(lease), 1)
    for attempt in 1...3 {
      effects += bench.wait(.seconds(3))
      let solo = try #require(effects.batches.last)
      #expect(solo.batch.isSolo)
      #expect(solo.batch.items.map(\.lease.job) == [lease.job])
      effects = bench.say(failed(solo.batch.items[0].lease), 1)
      let isDead = effects.contains { if case .persistDeadLetter = $0 { true } else { false } }
      #expect(isDead == (attempt == 3))
    }
    let letter = try #require(
      effects.compactMap { effect -> (GroupID, DeadLetter)? in
        if case .persistDeadLetter(let group, let letter) = effect { (group, letter) } else { nil }
      }.first)
    #expect(letter.1.incidents.map(\.isSolo) == [false, true, true, true])
    #expect(bench.core.totals.dead == 0)
    _ = bench.send(.deadLetterPersisted(letter.0))
    #expect(bench.core.totals.dead == 1)
  }

  @Test func `never counts a lost worker against an article`() {
    var bench = CoordinatorBench(waiting: 1)
    _ = bench.load([job(1)])
    for peer in 1...30 as ClosedRange<UInt64> {
      _ = bench.addWorker(peer)
      _ = bench.wait(.seconds(70))
      let effects = bench.send(.unreachable(PeerID(peer)))
      #expect(!effects.contains { if case .persistDeadLetter = $0 { true } else { false } })
    }
    #expect(bench.core.statistics.deadLetters == 0)
    #expect(bench.core.status.queues[0].waiting + bench.core.status.queues[0].retrying == 1)
  }

  @Test func `never counts a child that was ended from outside`() {
    var bench = CoordinatorBench(waiting: 1)
    var effects = bench.addWorker(1) + bench.load([job(1)])
    for _ in 1...10 {
      guard let lease = effects.leases.last else { break }
      effects = bench.say(failed(lease, .interrupted), 1) + bench.wait(.seconds(1))
    }
    #expect(bench.core.statistics.failures == 10)
    #expect(bench.core.statistics.deadLetters == 0)
    #expect(!effects.leases.isEmpty)
  }

  @Test func `tries alone what was there whenever a worker died`() {
    var bench = CoordinatorBench(waiting: 2)
    _ = bench.load([job(1), job(2)])
    var last: [CoordinatorEffect] = []
    for peer in 1...4 as ClosedRange<UInt64> {
      last = bench.addWorker(peer) + bench.wait(.seconds(1))
      if peer < 4 { _ = bench.send(.unreachable(PeerID(peer))) }
    }
    #expect(last.batches.count == 2)
    #expect(last.batches.allSatisfy { $0.batch.isSolo && $0.batch.items.count == 1 })
  }

  @Test func `takes an operator's retry up again`() {
    var bench = CoordinatorBench(dead: 1)
    _ = bench.addWorker(1)
    #expect(bench.core.totals.dead == 1)
    let effects = bench.send(.deadLettersRequeued([job(7)]))
    #expect(effects.leases == [Lease(job: JobID(7), attempt: 1)])
    #expect(bench.core.totals.dead == 0)
  }

  @Test func `leaves dead letters to the operator`() {
    var bench = CoordinatorBench()
    let command = DeadLetterCommand(action: .discard, selector: .all)
    _ = bench.say(.hello(hello(.observer, sender: 3)), 3)
    #expect(bench.say(.deadLetters(command), 3).refusals.map(\.code) == [.role])
    _ = bench.say(.hello(hello(.operator, sender: 4)), 4)
    #expect(bench.say(.deadLetters(command), 4) == [.deadLetters(command, for: PeerID(4))])
  }
}

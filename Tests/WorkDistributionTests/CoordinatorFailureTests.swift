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

  @Test func `hands out in ever smaller groups what a dead worker had, so that its neighbours are not suspected`() {
    var bench = CoordinatorBench(waiting: 40)
    var effects = bench.load((1...40).map { job($0) })
    var peer: UInt64 = 0
    var deaths = 0
    var solo: [JobID] = []
    var sizes: [Int] = []
    var waits = 0
    while bench.core.totals.committed < 39, waits < 400 {
      waits += 1
      peer += 1
      var granted: UInt64 = 64
      effects += bench.addWorker(peer)
      while true {
        let batches = effects.batches
        effects = []
        guard !batches.isEmpty else { break }
        sizes.append(batches.reduce(0) { $0 + $1.batch.items.count })
        solo += batches.filter(\.batch.isSolo).flatMap { $0.batch.items.map(\.lease.job) }
        // Article 7 ends every worker that reads it, and the child that reads it alone.
        if batches.contains(where: { !$0.batch.isSolo && $0.batch.items.contains { $0.lease.job == JobID(7) } }) {
          deaths += 1
          effects = bench.send(.unreachable(PeerID(peer))) + bench.wait(.milliseconds(100))
          break
        }
        for (batch, _) in batches {
          let leases = batch.items.map(\.lease)
          effects += bench.say(batch.isSolo ? failed(leases[0], .trap) : done(leases), peer)
        }
        granted += 64
        effects += bench.say(.credit(epoch: coordinatorEpoch, granted: Allowance(jobs: granted, bytes: 1 << 30)), peer)
        effects += bench.wait(.milliseconds(500))
        while let marks = effects.doneMarks, bench.core.totals.committed < 39 {
          effects = effects.filter { if case .persistDone = $0 { false } else { true } }
          effects += bench.send(.donePersisted(marks.group))
        }
      }
      effects += bench.wait(.milliseconds(200))
    }
    #expect(bench.core.totals.committed == 39)
    #expect(deaths == 3)
    #expect(Set(solo) == [JobID(7)])
    // 40 at first, then by four, and the four that were with it one by one.
    #expect(sizes.first == 40)
    #expect(sizes.dropFirst().allSatisfy { $0 <= 4 })
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

import Testing
import WorkDistribution

@Suite struct `The admission rule` {
  private func decide(_ hash: ContentHash, replaces: Bool = false, retracted: Bool = false) -> AdmissionRule.Decision {
    let existing = AdmissionRule.Existing(
      hash: WorkDistributionTests.hash(1), revision: 4, isRetracted: retracted)
    return AdmissionRule.decide(existing: existing, hash: hash, replaces: replaces)
  }

  @Test func `tells new, duplicate, conflict and replacement apart`() {
    #expect(AdmissionRule.decide(existing: nil, hash: hash(1), replaces: false) == .insert(1))
    #expect(decide(hash(1)) == .duplicate)
    #expect(decide(hash(1), replaces: true) == .duplicate)
    #expect(decide(hash(2)) == .conflict)
    #expect(decide(hash(2), replaces: true) == .insert(5))
    #expect(decide(hash(1), retracted: true) == .insert(5))
  }
}

@Suite struct `A coordinator admitting articles` {
  private func opened(configure: (inout CoordinatorConfiguration) -> Void = { _ in }) -> CoordinatorBench {
    var bench = CoordinatorBench(configure: configure)
    _ = bench.say(.hello(hello(.submitter, sender: 9)), 9)
    return bench
  }

  private func accepted(_ effects: [CoordinatorEffect], from number: UInt64) throws -> CoordinatorInput {
    let (group, entries) = try #require(effects.admissions)
    let results = entries.enumerated().map { AdmissionResult.accepted(job(number + UInt64($0.offset))) }
    return .admissionsPersisted(group, results)
  }

  @Test func `answers only when the articles are durable`() throws {
    var bench = opened()
    let effects = bench.say(submission(1, [("a", 1), ("b", 2)]), 9)
    #expect(effects.answers.isEmpty)
    let answers = bench.send(try accepted(effects, from: 1)).answers
    #expect(answers.map(\.outcomes) == [[.accepted, .accepted]])
    #expect(bench.core.totals.accepted == 2)
  }

  @Test func `gathers what comes while a group is being written`() throws {
    var bench = opened()
    let first = bench.say(submission(1, [("a", 1)]), 9)
    #expect(bench.say(submission(2, [("b", 1)]), 9).admissions == nil)
    #expect(bench.say(submission(3, [("c", 1)]), 9).admissions == nil)
    let second = bench.send(try accepted(first, from: 1))
    #expect(second.admissions?.entries.map(\.article.id) == ["b", "c"])
    #expect(bench.send(try accepted(second, from: 2)).answers.map(\.sequence) == [2, 3])
  }

  @Test func `repeats a lost answer without admitting again`() throws {
    var bench = opened()
    let first = bench.say(submission(1, [("a", 1)]), 9)
    // Again while it is being written: no second entry, and one answer.
    #expect(bench.say(submission(1, [("a", 1)]), 9) == [.releasePayload(PayloadID(1))])
    #expect(bench.send(try accepted(first, from: 1)).answers.count == 1)
    let again = bench.say(submission(1, [("a", 1)]), 9)
    #expect(again.admissions == nil)
    #expect(again.answers.map(\.outcomes) == [[.accepted]])
  }

  @Test func `takes submissions in order, and none from a connection that was replaced`() throws {
    var bench = opened()
    #expect(bench.say(submission(2, [("b", 1)]), 9).admissions == nil)
    _ = bench.say(.hello(hello(.submitter, sender: 9)), 10)
    // What the old connection still brings, for instance an older replacement, has no effect.
    #expect(bench.say(submission(1, [("a", 1)], replaces: true), 9).admissions == nil)
    #expect(bench.say(submission(1, [("a", 2)], replaces: true), 10).admissions?.entries.count == 1)
  }

  @Test func `goes on where a submitter says after a restart`() {
    var bench = CoordinatorBench()
    _ = bench.say(.hello(hello(.submitter, sender: 9, resumeFrom: 41)), 9)
    #expect(bench.say(submission(42, [("b", 1)]), 9).admissions == nil)
    #expect(bench.say(submission(41, [("a", 1)]), 9).admissions != nil)
  }

  @Test func `tells submitters to wait when the backlog is full`() {
    var bench = CoordinatorBench(waiting: 50) { $0.backlogLimit = 50 }
    _ = bench.say(.hello(hello(.submitter, sender: 9)), 9)
    let effects = bench.say(submission(1, [("a", 1)]), 9)
    #expect(effects.admissions == nil)
    #expect(effects.contains { if case .send(.busy, PeerID(9)) = $0 { true } else { false } })
    #expect(effects.contains(.releasePayload(PayloadID(1))))
  }

  @Test func `gives submissions back when the disk is full, and takes them again`() throws {
    var bench = opened()
    let first = bench.say(submission(1, [("a", 1)]), 9)
    _ = bench.say(submission(2, [("b", 1)]), 9)
    let group = try #require(first.admissions?.group)
    let failed = bench.send(.persistenceFailed(group))
    #expect(failed.answers.isEmpty)
    #expect(failed.filter { if case .releasePayload = $0 { true } else { false } }.count == 2)
    let again = bench.say(submission(1, [("a", 1)]), 9)
    #expect(again.admissions?.entries.map(\.article.id) == ["a"])
  }

  @Test func `answers rejects in their place, without the ledger if nothing is left`() {
    var bench = opened()
    let reject = Rejection(code: "language", message: "written in Finnish; silsila reads fa, ar and ur")
    let message = Submission(sequence: 1, replaces: false, payload: PayloadID(1), articles: [.rejected(reject)])
    let effects = bench.say(.submit(message), 9)
    #expect(effects.admissions == nil)
    #expect(effects.answers.map(\.outcomes) == [[.rejected(reject)]])
    #expect(bench.core.totals.rejected == 1)
  }

  @Test func `drops the older revision's job when an article is replaced`() throws {
    var bench = opened()
    _ = bench.send(try accepted(bench.say(submission(1, [("a1", 1)]), 9), from: 1))
    let effects = bench.say(submission(2, [("a1", 2)], replaces: true), 9)
    let group = try #require(effects.admissions?.group)
    let new = LedgerJob(id: JobID(2), articleID: "a1", revision: 2, bytes: 100, language: persian)
    let old = SupersededJob(id: JobID(1), language: persian, state: .waiting)
    _ = bench.send(.admissionsPersisted(group, [.replaced(new, superseded: old)]))
    #expect(bench.addWorker(1).leases.map(\.job) == [JobID(2)])
    #expect(bench.core.totals.accepted == 1)
  }
}

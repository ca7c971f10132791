import Testing
import WorkDistribution

@Suite struct `The commit rule` {
  @Test func `writes only what is above what the store has`() {
    #expect(CommitRule.writes(1, over: nil))
    #expect(!CommitRule.writes(1, over: 1))
    #expect(!CommitRule.writes(1, over: 2))
    #expect(CommitRule.writes(3, over: 2))
  }
}

@Suite struct `An aggregator` {
  private var core: AggregatorCore
  private let start = Instant.zero

  init() {
    var configuration = AggregatorConfiguration(
      identity: identity("aggregator", epoch: Epoch(5)), grantKey: grantKey, seed: 1)
    configuration.highWater = Allowance(jobs: 30, bytes: 1 << 20)
    core = AggregatorCore(configuration: configuration)
    _ = core.handle(.message(.hello(hello(.worker, sender: 1)), from: PeerID(1)), at: start)
  }

  private func results(_ sequence: UInt64, _ count: Int, fingerprint: String = "coder-1") -> AggregatorInput {
    let items = (0..<count).map { number in
      let id = "a\(sequence)-\(number)"
      return ResultItem(
        key: CommitKey(articleID: id, revision: 1, fingerprint: fingerprint),
        job: JobID(sequence * 100 + UInt64(number)), bytes: 100, grant: grantKey.grant(id, 1))
    }
    return .message(.results(Results(sequence: sequence, payload: PayloadID(sequence), items: items)), from: PeerID(1))
  }

  /// What the aggregator says when the messages with these numbers of results are on the disk.
  private func committed(_ messages: [(sequence: UInt64, count: Int)]) -> AggregatorEffect {
    .send(
      .committed(
        epoch: Epoch(5),
        messages.map { message in
          CommittedMessage(
            sequence: message.sequence,
            receipts: (0..<message.count).map { grantKey.receipt("a\(message.sequence)-\($0)", 1) })
        }), to: PeerID(1))
  }

  private func commit(_ effects: [AggregatorEffect]) -> (group: GroupID, items: [CommitItem])? {
    for case .commit(let group, let items) in effects { return (group, items) }
    return nil
  }

  private let report = CommitReport(written: 1, ignored: 0, duration: .milliseconds(1), mentions: 4, events: 2)

  @Test mutating func `acknowledges only what is durable`() throws {
    let effects = core.handle(results(1, 12), at: start)
    let group = try #require(commit(effects)?.group)
    #expect(!effects.contains { if case .send = $0 { true } else { false } })
    let after = core.handle(.committed(group, report), at: start)
    #expect(after.contains(committed([(1, 12)])))
    #expect(after.contains(.releasePayload(PayloadID(1))))
    #expect(core.uncommitted == 0)
  }

  @Test mutating func `writes ten at once, fewer after 50 ms`() {
    #expect(commit(core.handle(results(1, 9), at: start)) == nil)
    #expect(core.nextDeadline == start + .milliseconds(50))
    #expect(commit(core.handle(.tick, at: start + .milliseconds(49))) == nil)
    #expect(commit(core.handle(.tick, at: start + .milliseconds(50)))?.items.count == 9)
  }

  @Test mutating func `gathers while it writes, and answers each peer once`() throws {
    let group = try #require(commit(core.handle(results(1, 10), at: start))?.group)
    #expect(commit(core.handle(results(2, 10), at: start)) == nil)
    #expect(commit(core.handle(results(3, 5), at: start)) == nil)
    let next = try #require(commit(core.handle(.committed(group, report), at: start)))
    #expect(next.items.count == 15)
    let answer = core.handle(.committed(next.group, report), at: start)
    #expect(answer.contains(committed([(2, 10), (3, 5)])))
  }

  @Test mutating func `answers busy beyond its high-water mark instead of growing`() {
    _ = core.handle(results(1, 10), at: start)
    _ = core.handle(results(2, 20), at: start)
    let effects = core.handle(results(3, 1), at: start)
    #expect(effects.contains { if case .send(.busy(3, _), PeerID(1)) = $0 { true } else { false } })
    #expect(effects.contains(.releasePayload(PayloadID(3))))
    #expect(core.uncommitted == 30)
  }

  @Test mutating func `tries the same group again when the disk is full`() throws {
    let first = try #require(commit(core.handle(results(1, 10), at: start)))
    let failed = core.handle(.commitFailed(first.group), at: start)
    #expect(!failed.contains { if case .send = $0 { true } else { false } })
    let again = try #require(commit(core.handle(.tick, at: start + .milliseconds(150))))
    #expect(again == first)
  }

  @Test mutating func `refuses results of another coder`() {
    let effects = core.handle(results(1, 1, fingerprint: "coder-2"), at: start)
    let refusal = effects.compactMap { effect -> Refusal? in
      if case .send(.refused(let refusal), _) = effect { refusal } else { nil }
    }.first
    #expect(refusal?.code == .fingerprint)
    #expect(refusal?.message.contains("coder-2") == true)
    #expect(core.uncommitted == 0)
  }

  @Test mutating func `refuses a revision that the coordinator did not hand out`() {
    for (revision, grant) in [(UInt32.max, 0), (.max, grantKey.grant("a", 1)), (2, grantKey.receipt("a", 2))] {
      let item = ResultItem(
        key: CommitKey(articleID: "a", revision: revision, fingerprint: "coder-1"), job: JobID(1), bytes: 100,
        grant: grant)
      let effects = core.handle(
        .message(.results(Results(sequence: 1, payload: PayloadID(1), items: [item])), from: PeerID(1)), at: start)
      #expect(effects.contains { if case .send(.refused(let r), _) = $0 { r.code == .malformed } else { false } })
      #expect(effects.contains(.releasePayload(PayloadID(1))))
    }
    #expect(core.uncommitted == 0)
    #expect(core.statistics.unproven == 3)
  }

  @Test func `takes nothing before it knows the coordinator's key, and remembers it`() {
    let unknowing = AggregatorConfiguration(
      identity: identity("aggregator", epoch: Epoch(5)), grantKey: nil, seed: 1)
    var core = AggregatorCore(configuration: unknowing)
    _ = core.handle(.message(.hello(hello(.worker, sender: 1)), from: PeerID(1)), at: start)
    let early = core.handle(results(1, 10), at: start)
    #expect(early.contains { if case .send(.busy(1, _), PeerID(1)) = $0 { true } else { false } })
    var greeting = hello(.coordinator, sender: 2)
    greeting.grantKey = grantKey
    let greeted = core.handle(.message(.hello(greeting), from: PeerID(2)), at: start)
    #expect(greeted.contains(.keepGrantKey(grantKey)))
    #expect(commit(core.handle(results(2, 10), at: start)) != nil)
  }

  @Test mutating func `asks strangers for a hello and keeps roles apart`() {
    let stranger = core.handle(.message(.goodbye, from: PeerID(9)), at: start)
    #expect(
      stranger.contains { if case .send(.refused(let r), PeerID(9)) = $0 { r.code == .helloRequired } else { false } })
    let wrong = core.handle(.message(.tombstones([]), from: PeerID(1)), at: start)
    #expect(wrong.contains { if case .send(.refused(let r), PeerID(1)) = $0 { r.code == .role } else { false } })
  }

  @Test mutating func `commits withdrawals and tells the coordinator`() throws {
    _ = core.handle(.message(.hello(hello(.coordinator, sender: 2)), from: PeerID(2)), at: start)
    let tombstone = Tombstone(articleID: "a", revision: 2)
    _ = core.handle(.message(.tombstones([tombstone]), from: PeerID(2)), at: start)
    let group = try #require(commit(core.handle(.tick, at: start + .milliseconds(60))))
    #expect(group.items.map(\.revision) == [2])
    let after = core.handle(.committed(group.group, report), at: start + .milliseconds(61))
    #expect(after.contains(.send(.tombstonesCommitted([tombstone]), to: PeerID(2))))
  }

  @Test mutating func `drains when everything is written`() throws {
    _ = core.handle(results(1, 3), at: start)
    let group = try #require(commit(core.handle(.drain, at: start))?.group)
    #expect(core.handle(results(2, 1), at: start).contains { if case .send(.busy, _) = $0 { true } else { false } })
    #expect(core.handle(.committed(group, report), at: start).last == .drained)
  }
}

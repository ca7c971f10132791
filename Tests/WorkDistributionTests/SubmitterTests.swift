import Testing
import WorkDistribution

@Suite struct `A submitter` {
  private var core: SubmitterCore
  private var now = Instant.zero

  init() {
    core = Self.make(waitsForCompletion: false)
  }

  private static func make(waitsForCompletion: Bool) -> SubmitterCore {
    var configuration = SubmitterConfiguration(identity: identity("submitter", epoch: Epoch(8)), seed: 1)
    configuration.batchArticles = 4
    configuration.window = Allowance(jobs: 8, bytes: 1 << 20)
    configuration.waitsForCompletion = waitsForCompletion
    return SubmitterCore(configuration: configuration)
  }

  private mutating func send(_ input: SubmitterInput) -> [SubmitterEffect] { core.handle(input, at: now) }

  private mutating func wait(_ span: TimeSpan) -> [SubmitterEffect] {
    var effects: [SubmitterEffect] = []
    let end = now + span
    while now < end {
      now = min(end, now + .milliseconds(50))
      effects += send(.tick)
    }
    return effects
  }

  private mutating func connect() -> [SubmitterEffect] {
    _ = send(.tick)
    return welcome()
  }

  private mutating func welcome() -> [SubmitterEffect] {
    let welcome = Welcome(
      epoch: coordinatorEpoch, leaseDuration: .seconds(10), heartbeatInterval: .milliseconds(500))
    return send(.coordinator(.welcome(welcome)))
  }

  private func items(_ handles: ClosedRange<UInt64>) -> SubmitterInput {
    .offer(handles.map { SubmissionItem(handle: $0, bytes: 100) })
  }

  private func sequences(_ effects: [SubmitterEffect]) -> [UInt64] {
    effects.compactMap { if case .sendSubmission(let sequence, _, _) = $0 { sequence } else { nil } }
  }

  private func answer(_ sequence: UInt64, _ count: Int = 4, window: UInt64 = 8) -> SubmitterInput {
    .coordinator(
      .submitted(
        Submitted(
          sequence: sequence, outcomes: Array(repeating: .accepted, count: count),
          window: Allowance(jobs: window, bytes: 1 << 20))))
  }

  @Test mutating func `reads only as fast as articles are taken`() {
    _ = send(.tick)
    #expect(!send(items(1...8)).contains { if case .readMore = $0 { true } else { false } })
    let effects = welcome()
    #expect(sequences(effects) == [1, 2])
    #expect(effects.contains { if case .readMore = $0 { true } else { false } })
    // The window is full now.
    #expect(sequences(send(items(9...16))).isEmpty)
    #expect(sequences(send(answer(1))) == [3])
    // A smaller window is respected.
    #expect(sequences(send(answer(2, window: 4))).isEmpty)
  }

  @Test mutating func `reports what became of every article`() {
    _ = connect()
    _ = send(items(1...4))
    let effects = send(answer(1))
    #expect(effects.filter { if case .outcome(_, .accepted) = $0 { true } else { false } }.count == 4)
    #expect(core.pending == 0)
  }

  @Test mutating func `sends again in order what was not answered`() {
    _ = connect()
    _ = send(items(1...8))
    #expect(sequences(wait(.milliseconds(2_100))) == [1, 2])
    _ = send(.disconnected)
    let reconnected = wait(.milliseconds(200))
    #expect(
      reconnected.contains { if case .send(.hello(let hello)) = $0 { hello.resumeFrom == 1 } else { false } })
    #expect(sequences(welcome()) == [1, 2])
  }

  @Test mutating func `waits as long as it is told to`() {
    _ = connect()
    _ = send(items(1...8))
    _ = send(.coordinator(.busy(retryAfter: .milliseconds(400))))
    #expect(sequences(wait(.milliseconds(350))).isEmpty)
    #expect(sequences(wait(.milliseconds(100))) == [1, 2])
  }

  @Test mutating func `ends when all is answered`() {
    _ = connect()
    _ = send(items(1...2))
    _ = send(.endOfInput)
    #expect(send(answer(1, 2)).contains(.finished(nil)))
    #expect(core.nextDeadline == .never)
  }

  @Test mutating func `asks until all is committed, if that is wanted`() {
    core = Self.make(waitsForCompletion: true)
    _ = connect()
    #expect(send(.endOfInput).contains(.send(.endOfInput)))
    #expect(wait(.milliseconds(500)).contains(.send(.endOfInput)))
    let totals = Totals(accepted: 4, committed: 4)
    #expect(send(.coordinator(.finished(totals))).contains(.finished(totals)))
  }
}

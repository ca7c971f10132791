import WorkDistribution

let persian = LanguageCode("fa")!
let urdu = LanguageCode("ur")!
let coordinatorEpoch = Epoch(77)

func identity(_ name: String, epoch: Epoch = coordinatorEpoch, fingerprint: String = "coder-1") -> LocalIdentity {
  LocalIdentity(
    name: name, epoch: epoch, version: ProtocolVersion(major: 1, minor: 2), software: "0.1", fingerprint: fingerprint,
    storeIdentity: "store-1")
}

func hello(
  _ role: Role, sender: UInt64, major: UInt32 = 1, fingerprint: String = "coder-1", store: String = "store-1",
  languages: [LanguageCode] = [persian], resumeFrom: UInt64 = 1
) -> Hello {
  Hello(
    role: role, name: "\(role) \(sender)", sender: Epoch(sender), version: ProtocolVersion(major: major, minor: 0),
    software: "0.1", fingerprint: fingerprint, languages: languages, capacity: Allowance(jobs: 64, bytes: 1 << 20),
    storeIdentity: store, resumeFrom: resumeFrom)
}

func hash(_ text: UInt8) -> ContentHash { ContentHash([UInt8](repeating: text, count: 32))! }

func job(_ number: UInt64, language: LanguageCode = persian, bytes: UInt32 = 100) -> LedgerJob {
  LedgerJob(id: JobID(number), articleID: "a\(number)", revision: 1, bytes: bytes, language: language)
}

/// A coordinator with a clock that the test moves.
struct CoordinatorBench {
  var core: CoordinatorCore
  var now = Instant.zero

  init(
    waiting: UInt64 = 0, dead: UInt64 = 0, tombstones: [Tombstone] = [],
    configure: (inout CoordinatorConfiguration) -> Void = { _ in }
  ) {
    var configuration = CoordinatorConfiguration(identity: identity("coordinator"), seed: 1)
    configure(&configuration)
    core = CoordinatorCore(
      configuration: configuration,
      ledger: LedgerSummary(
        counts: [persian: LedgerCounts(waiting: waiting, dead: dead)], unconfirmedTombstones: tombstones))
  }

  mutating func send(_ input: CoordinatorInput) -> [CoordinatorEffect] { core.handle(input, at: now) }

  mutating func say(_ message: MessageToCoordinator, _ peer: UInt64) -> [CoordinatorEffect] {
    send(.message(message, from: PeerID(peer)))
  }

  /// Lets time pass in small steps, as a shell would.
  mutating func wait(_ span: TimeSpan) -> [CoordinatorEffect] {
    var effects: [CoordinatorEffect] = []
    let end = now + span
    while now < end {
      now = min(end, now + .milliseconds(50))
      effects += send(.tick)
    }
    return effects
  }

  /// A worker with credit.
  mutating func addWorker(
    _ peer: UInt64, jobs: UInt64 = 64, bytes: UInt64 = 1 << 30, languages: [LanguageCode] = [persian]
  ) -> [CoordinatorEffect] {
    _ = say(.hello(hello(.worker, sender: 1_000 + peer, languages: languages)), peer)
    return say(.credit(epoch: coordinatorEpoch, granted: Allowance(jobs: jobs, bytes: bytes)), peer)
  }

  mutating func load(_ jobs: [LedgerJob], isComplete: Bool = true) -> [CoordinatorEffect] {
    send(.waitingLoaded(jobs.first?.language ?? persian, jobs, isComplete: isComplete))
  }

  /// Connects an aggregator that holds nothing.
  mutating func connectAggregator(epoch: UInt64 = 5) {
    _ = wait(.milliseconds(50))
    for effect in send(.aggregator(.welcome(epoch: Epoch(epoch), storeIdentity: "store-1"))) {
      guard case .sendToAggregator(.inventoryRequest(let after, _)) = effect else { continue }
      for effect in send(.aggregator(.inventory(InventoryPage(after: after, entries: [], next: nil)))) {
        if case .reconcile(let group, _) = effect { _ = send(.reconciled(group, Reconciliation())) }
      }
    }
  }
}

extension [CoordinatorEffect] {
  var batches: [(batch: Batch, peer: PeerID)] {
    compactMap { effect in
      guard case .send(.batch(let batch), let peer) = effect else { return nil }
      return (batch, peer)
    }
  }

  /// All that was handed out, in order.
  var leases: [Lease] { batches.flatMap { $0.batch.items.map(\.lease) } }

  var refusals: [Refusal] {
    compactMap { effect in
      guard case .send(.refused(let refusal), _) = effect else { return nil }
      return refusal
    }
  }

  var answers: [Submitted] {
    compactMap { effect in
      guard case .send(.submitted(let answer), _) = effect else { return nil }
      return answer
    }
  }

  var admissions: (group: GroupID, entries: [AdmissionEntry])? {
    for case .persistAdmissions(let group, let entries) in self { return (group, entries) }
    return nil
  }

  var doneMarks: (group: GroupID, jobs: [JobID])? {
    for case .persistDone(let group, let jobs) in self { return (group, jobs) }
    return nil
  }
}

func done(_ leases: [Lease]) -> MessageToCoordinator { .done(epoch: coordinatorEpoch, leases: leases) }

func submission(_ sequence: UInt64, _ articles: [(String, UInt8)], replaces: Bool = false) -> MessageToCoordinator {
  .submit(
    Submission(
      sequence: sequence, replaces: replaces, payload: PayloadID(sequence),
      articles: articles.map {
        .admissible(SubmittedArticle(id: $0.0, hash: hash($0.1), bytes: 100, language: persian))
      }))
}

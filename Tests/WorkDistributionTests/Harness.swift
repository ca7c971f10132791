import WorkDistribution

let persian = LanguageCode("fa")!
let urdu = LanguageCode("ur")!
let coordinatorEpoch = Epoch(77)
let grantKey = GrantKey(1, 2)

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
  /// The source of each job that ``submit`` has admitted.
  var sources: [JobID: String] = [:]
  private var sequences: [UInt64: UInt64] = [:]

  init(
    waiting: UInt64 = 0, dead: UInt64 = 0, tombstones: [Tombstone] = [],
    configure: (inout CoordinatorConfiguration) -> Void = { _ in }
  ) {
    var configuration = CoordinatorConfiguration(identity: identity("coordinator"), grantKey: grantKey, seed: 1)
    // What is given out does not depend on the pace unless a test is about it.
    configuration.firstJobLimit = 10_000
    configuration.leastJobLimit = 10_000
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

  /// Has a submitter hand over articles of one source, and admits them.
  mutating func submit(
    _ count: Int, from sender: UInt64, source: UInt64, priority: Int32 = 0, peer: UInt64,
    language: LanguageCode = persian
  ) -> [CoordinatorEffect] {
    let sequence = sequences[sender, default: 0] + 1
    sequences[sender] = sequence
    var effects = say(
      .submit(
        Submission(
          sequence: sequence, replaces: false, priority: priority, payload: PayloadID(sequence),
          articles: (0..<count).map {
            .admissible(
              SubmittedArticle(
                id: "\(source)-\($0)", hash: hash(1), bytes: 100, language: language, source: source))
          })), peer)
    guard let admissions = effects.admissions else { return effects }
    var results: [AdmissionResult] = []
    for entry in admissions.entries {
      let id = JobID(UInt64(1_000 + sources.count))
      sources[id] = "\(entry.article.source)"
      results.append(
        .accepted(
          LedgerJob(
            id: id, articleID: "a\(id.rawValue)", revision: 1, bytes: 100, language: language, turn: entry.turn)))
    }
    effects += send(.admissionsPersisted(admissions.group, results))
    return effects
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

/// With the receipts that the aggregator would have given.
func done(_ leases: [Lease], epoch: Epoch = coordinatorEpoch) -> MessageToCoordinator {
  .done(
    epoch: epoch,
    jobs: leases.map { DoneJob(lease: $0, receipt: grantKey.receipt("a\($0.job.rawValue)", 1)) })
}

func submission(_ sequence: UInt64, _ articles: [(String, UInt8)], replaces: Bool = false) -> MessageToCoordinator {
  .submit(
    Submission(
      sequence: sequence, replaces: replaces, payload: PayloadID(sequence),
      articles: articles.map {
        .admissible(SubmittedArticle(id: $0.0, hash: hash($0.1), bytes: 100, language: persian))
      }))
}

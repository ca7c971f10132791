internal import Logging
internal import NewsEvents
internal import WireProtocol
internal import WorkDistribution
internal import ZeroMQ

/// The worker's socket thread: polls, feeds the core, executes its effects, keeps texts and results.
final class WorkerLoop {
  private let options: WorkerOptions
  private let inbox: Inbox<WorkerEvent>
  private let publish: (WorkerService.Snapshot) -> Void
  private let logger: Logger

  private let context = Context()
  private var poller = Poller()
  private var coordinator: Connection?
  private var aggregator: Connection?
  private var aggregatorEpoch: UInt64 = 0
  private let pool: ExtractionPool

  private var core: WorkerCore
  private var articles: [JobID: Article] = [:]
  private var results: [JobID: [UInt8]] = [:]
  private var complaints = Complaints()
  private var isOver = false

  init(
    _ options: WorkerOptions, inbox: Inbox<WorkerEvent>, publish: @escaping (WorkerService.Snapshot) -> Void
  ) {
    self.options = options
    self.inbox = inbox
    self.publish = publish
    logger = options.logger
    pool = ExtractionPool(options, inbox: inbox)
    var configuration = WorkerConfiguration(
      identity: LocalIdentity(
        name: options.name, epoch: Epoch(UInt64.random(in: 1 ... .max)), version: .current,
        software: options.software, fingerprint: options.coder.fingerprint), seed: UInt64.random(in: 0 ... .max),
      languages: options.languages.map(\.code))
    configuration.parallelism = max(1, options.parallelism)
    configuration.capacity = Allowance(jobs: options.capacity.articles, bytes: options.capacity.bytes)
    core = WorkerCore(configuration: configuration)
  }

  func run() throws {
    defer {
      pool.close()
      // Goodbyes may leave.
      try? coordinator?.linger(500)
      try? aggregator?.linger(500)
    }
    let wakeToken = poller.add(inbox.wakeup)
    var nextReport = Clocks.now
    try step(.tick)
    while !isOver {
      try poller.wait(Clocks.wait(until: min(core.nextDeadline, nextReport)))
      if poller.isReadable(wakeToken) || Clocks.now >= nextReport { try handle(inbox.takeAll()) }
      try drainCoordinator()
      try drainAggregator()
      let now = Clocks.now
      if now >= core.nextDeadline { try step(.tick) }
      if now >= nextReport {
        nextReport = now + .milliseconds(500)
        publish(WorkerService.Snapshot(statistics: core.statistics, held: core.heldCount))
        purge()
      }
    }
    publish(WorkerService.Snapshot(statistics: core.statistics, held: core.heldCount))
  }

  private func step(_ input: WorkerInput) throws {
    guard !isOver else { return }
    for effect in core.handle(input, at: Clocks.now) { try execute(effect) }
  }

  /// What was read since the last look goes to the core at once, and so, when reading is quick, to the aggregator in one
  /// message instead of many.
  private func handle(_ events: [WorkerEvent]) throws {
    var reports: [ExtractionReport] = []
    for event in events {
      switch event {
      case .extracted(let job, .success(let bytes)):
        results[job] = bytes
        reports.append(ExtractionReport(job: job, outcome: .completed(resultBytes: UInt32(clamping: bytes.count))))
      case .extracted(let job, .failure(let failure)):
        reports.append(ExtractionReport(job: job, outcome: .failed(failure.code, message: failure.message)))
      case .drain:
        try report(&reports)
        try step(.drain)
      case .stop: isOver = true
      }
    }
    try report(&reports)
  }

  private func report(_ reports: inout [ExtractionReport]) throws {
    guard !reports.isEmpty else { return }
    try step(.extracted(reports))
    reports = []
  }

  // MARK: Connections

  private func drainCoordinator() throws {
    guard let connection = coordinator else { return }
    while coordinator === connection, !isOver, let envelope = try read(connection, "coordinator") {
      guard case .batch(let batch) = envelope.message else {
        if let message = MessageFromCoordinator(envelope) { try step(.coordinator(message)) }
        continue
      }
      for job in batch.jobs { articles[JobID(job.lease.job)] = job.article }
      try step(.coordinator(.batch(batch.core(Epoch(envelope.epoch)))))
    }
    // What came before the connection was lost counts.
    if coordinator === connection { try follow(connection, .coordinator) }
  }

  private func drainAggregator() throws {
    guard let connection = aggregator else { return }
    while aggregator === connection, !isOver, let envelope = try read(connection, "aggregator") {
      if case .welcome = envelope.message { aggregatorEpoch = envelope.epoch }
      if let message = MessageFromAggregator(envelope) { try step(.aggregator(message)) }
    }
    if aggregator === connection { try follow(connection, .aggregator) }
  }

  /// The next message that can be read; what cannot is logged and passed over.
  private func read(_ connection: Connection, _ party: String) throws -> Wire.Envelope? {
    while let frames = try connection.receive() {
      do { return try Wire.decode(frames) } catch {
        if complaints.mayLog { logger.warning("\(party): \(error)") }
      }
    }
    return nil
  }

  /// Tells the core when the connection is lost.
  private func follow(_ connection: Connection, _ link: WorkerLink) throws {
    for event in try connection.events() {
      switch event.kind {
      case .disconnected:
        try step(.disconnected(link))
      case .refused:
        if complaints.mayLog { logger.error("\(link): \(keyRefused(link))") }
      case .handshakeFailed:
        if complaints.mayLog { logger.error("\(link): \(noHandshake(link))") }
      default: break
      }
    }
  }

  private func peer(_ link: WorkerLink) -> (endpoint: Endpoint, security: PeerSecurity) {
    switch link {
    case .coordinator: (options.coordinator, options.coordinatorSecurity)
    case .aggregator: (options.aggregator, options.aggregatorSecurity)
    }
  }

  private func keyRefused(_ link: WorkerLink) -> ClusterError {
    let (endpoint, security) = peer(link)
    return .keyRefused(endpoint: "\(endpoint)", key: security.ownKey ?? "", role: "worker")
  }

  private func noHandshake(_ link: WorkerLink) -> ClusterError {
    let (endpoint, security) = peer(link)
    return .noHandshake(endpoint: "\(endpoint)", server: security.serverKey)
  }

  // MARK: Effects

  private func execute(_ effect: WorkerEffect) throws {
    switch effect {
    case .connect(.coordinator):
      coordinator?.close(&poller)
      coordinator = try Connection(context, to: options.coordinator, options.coordinatorSecurity, poller: &poller)
    case .connect(.aggregator):
      aggregator?.close(&poller)
      aggregatorEpoch = 0
      aggregator = try Connection(context, to: options.aggregator, options.aggregatorSecurity, poller: &poller)
    case .sendToCoordinator(let message):
      if let envelope = message.envelope { try coordinator?.send(envelope.frames) }
    case .sendToAggregator(let message):
      if let envelope = message.envelope(epoch: aggregatorEpoch) { try aggregator?.send(envelope.frames) }
    case .sendResults(let sequence, let items):
      let kept = items.compactMap { item in
        results[item.job].map {
          Wire.Result(
            key: Wire.CommitKey(
              article: item.key.articleID, revision: item.key.revision, fingerprint: item.key.fingerprint),
            job: item.job.rawValue, bytes: $0, grant: item.grant)
        }
      }
      let message = Wire.Message.results(Wire.Results(sequence: sequence, results: kept))
      try aggregator?.send(Wire.Envelope(message, epoch: aggregatorEpoch).frames)
    case .extract(let items, let isSolo):
      pool.push(
        items.compactMap { item in articles[item.lease.job].map { (item.lease.job, $0) } }, isSolo: isSolo)
    case .forget(let jobs):
      for job in jobs {
        articles[job] = nil
        results[job] = nil
      }
    case .stopped:
      logger.info("drained")
      isOver = true
    case .giveUp(let refusal):
      throw ClusterError.refused(by: "cluster", refusal)
    }
  }

  /// Drops texts of batches that the core did not take: it names only what it took.
  private func purge() {
    guard articles.count > core.heldCount + 64 else { return }
    let needed = Set(core.jobsInProgress)
    articles = articles.filter { needed.contains($0.key) }
  }
}

extension Wire.Batch {
  func core(_ epoch: Epoch) -> Batch {
    Batch(
      epoch: epoch, number: number, language: language.code,
      items: jobs.map {
        BatchItem(
          lease: $0.lease.core, articleID: $0.article.id, revision: $0.revision,
          bytes: UInt32(clamping: $0.article.text.utf8.count), grant: $0.grant)
      }, isSolo: isSolo)
  }
}

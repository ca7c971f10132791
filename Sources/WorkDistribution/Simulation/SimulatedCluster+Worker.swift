extension SimulatedCluster {
  static var workerCapacity: UInt64 { 10 }

  /// The first worker serves all, so that none is without.
  private func languages(ofWorker index: Int) -> [LanguageCode] {
    options.languages == 1 || index % 3 == 0 ? Self.languages : [Self.languages[index % 3 - 1]]
  }

  mutating func startWorker(_ process: Int) {
    var configuration = WorkerConfiguration(
      identity: identity(process, "worker \(process - Self.firstWorker)"), seed: generator.next(),
      languages: languages(ofWorker: process - Self.firstWorker))
    configuration.capacity = Allowance(jobs: Self.workerCapacity, bytes: 1 << 20)
    configuration.parallelism = 1 + process % 2
    configuration.chunk = 3
    configuration.resultGroup = 4
    configuration.resendAfter = .milliseconds(700)
    configuration.silence = .seconds(2)
    if options.sabotage == .grantsWithoutBound { configuration.capacity.jobs *= 4 }
    if options.sabotage == .neverResendsResults {
      configuration.resendAfter = .seconds(1_000_000)
      configuration.silence = .seconds(1_000_000)
    }
    workers[process - Self.firstWorker] = WorkerCore(configuration: configuration)
    step(worker: process, .tick)
  }

  mutating func step(worker process: Int, _ input: WorkerInput) {
    let index = process - Self.firstWorker
    guard processes[process].isUp, workers[index] != nil else { return }
    note("worker \(index) <- \(input)")
    cover(worker: input, index)
    let effects = workers[index]!.handle(input, at: clock(process))
    let dies = diesInStep(process)
    let survivors = dies ? generator.below(effects.count + 1) : effects.count
    for effect in effects.prefix(survivors) { execute(effect, process) }
    if dies { return crash(process, downtime: .milliseconds(Int64(50 + generator.below(1_500)))) }
    guard processes[process].isUp, workers[index] != nil else { return }
    // What is read or uncommitted outlives a reconnection, but nothing is granted on top of it.
    let held = workers[index]!.heldCount
    if held > Int(Self.workerCapacity) { violate("worker \(index) holds \(held) articles") }
    plan(process, deadline: workers[index]!.nextDeadline)
  }

  private mutating func execute(_ effect: WorkerEffect, _ process: Int) {
    let index = process - Self.firstWorker
    guard processes[process].isUp else { return }
    note("worker \(index) -> \(effect)")
    switch effect {
    case .connect(.coordinator): connect(process, to: Self.coordinatorProcess)
    case .connect(.aggregator): connect(process, to: Self.aggregatorProcess)
    case .sendToCoordinator(let message):
      if options.sabotage == .neverReclaims, case .heartbeat = message { return }
      sendToServer(.toCoordinator(message, texts: []), from: process, to: Self.coordinatorProcess)
    case .sendToAggregator(let message):
      sendToServer(.toAggregator(message, values: []), from: process, to: Self.aggregatorProcess)
    case .sendResults(let sequence, let items):
      let values = items.map { simulatedResult($0.key.articleID, workerTexts[index][$0.job] ?? 0) }
      sendToServer(
        .toAggregator(
          .results(Results(sequence: sequence, payload: PayloadID(0), items: items)), values: values),
        from: process, to: Self.aggregatorProcess)
      if options.sabotage == .reportsDoneBeforeCommit {
        let receipts = items.map { Self.grantKey.receipt($0.key.articleID, $0.key.revision) }
        step(
          worker: process,
          .aggregator(.committed(epoch: Epoch(0), [CommittedMessage(sequence: sequence, receipts: receipts)])))
      }
    case .extract(let items, let isSolo): extract(items, isSolo: isSolo, process)
    case .forget(let jobs):
      for job in jobs where !(workers[index]?.held.keys.contains(job) ?? false) { workerTexts[index][job] = nil }
    case .stopped: crash(process, downtime: .milliseconds(Int64(50 + generator.below(500))))
    case .giveUp(let refusal): violate("worker \(index) gives up: \(refusal.message)")
    }
  }

  /// The work itself: some milliseconds for each article, then a report for all.
  private mutating func extract(_ items: [BatchItem], isSolo: Bool, _ process: Int) {
    let slow = processes[process].slowUntil > now ? processes[process].slowness : 1
    var time = TimeSpan.zero
    var reports: [ExtractionReport] = []
    for item in items {
      time = time + .milliseconds(Int64(5 + generator.below(120)) * slow)
      switch poison[item.articleID] {
      case nil: reports.append(ExtractionReport(job: item.lease.job, outcome: .completed(resultBytes: 500)))
      case .budget?:
        reports.append(ExtractionReport(job: item.lease.job, outcome: .failed(.budget, message: "10⁹ steps")))
      case .trap? where isSolo:
        reports.append(ExtractionReport(job: item.lease.job, outcome: .failed(.trap, message: "signal 4")))
      case .trap?:
        reports.append(ExtractionReport(job: item.lease.job, outcome: .failed(.trap, message: "")))
      }
    }
    schedule(
      .extracted(process: process, incarnation: processes[process].incarnation, reports), after: time)
  }

  mutating func finishExtraction(_ process: Int, _ reports: [ExtractionReport]) {
    // A trap outside a supervised child takes the worker with it.
    let fatal = reports.contains { $0.outcome == .failed(.trap, message: "") }
    if fatal { return crash(process, downtime: .milliseconds(Int64(50 + generator.below(300)))) }
    step(worker: process, .extracted(reports))
  }

  /// What the extraction makes of a text: any function of the two will do.
  func simulatedResult(_ articleID: String, _ text: UInt64) -> UInt64 {
    articleID.utf8.reduce(text) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

extension SimulatedCluster {
  /// The operator is no process of its own: it asks until it is answered.
  static var operatorProcess: Int { -1 }

  /// The articles that a submitter has: the second brings new texts for the first few.
  func inputCount(_ process: Int) -> Int {
    process == Self.submitterProcess ? options.articles : min(options.replaced, options.articles)
  }

  func text(_ number: Int, of process: Int) -> UInt64 {
    UInt64(number) * 2 + 1_000 + (process == Self.replacerProcess ? 1 : 0)
  }

  mutating func startSubmitter(_ process: Int) {
    let index = process - Self.submitterProcess
    var configuration = SubmitterConfiguration(
      identity: identity(process, "submitter \(index)"), seed: generator.next())
    configuration.batchArticles = 5
    configuration.window = Allowance(jobs: 20, bytes: 1 << 20)
    configuration.replaces = process == Self.replacerProcess
    configuration.waitsForCompletion = process == Self.submitterProcess
    if options.sabotage == .neverResendsSubmissions {
      configuration.resendAfter = .seconds(1_000_000)
      configuration.silence = .seconds(1_000_000)
    }
    inputPosition[index] = 0
    submitters[index] = SubmitterCore(configuration: configuration)
    step(submitter: process, .tick)
  }

  mutating func step(submitter process: Int, _ input: SubmitterInput) {
    let index = process - Self.submitterProcess
    guard processes[process].isUp, submitters[index] != nil else { return }
    note("submitter \(index) <- \(input)")
    cover(submitter: input, index)
    let effects = submitters[index]!.handle(input, at: clock(process))
    let dies = diesInStep(process)
    let survivors = dies ? generator.below(effects.count + 1) : effects.count
    var isReading: (jobs: Int, bytes: Int)?
    for effect in effects.prefix(survivors) {
      if case .readMore(let jobs, let bytes) = effect { isReading = (jobs, bytes) }
      execute(effect, process)
    }
    if dies { return crash(process, downtime: .milliseconds(Int64(50 + generator.below(1_500)))) }
    guard processes[process].isUp, submitters[index] != nil else { return }
    let pending = submitters[index]!.pending
    if pending > 40 { violate("submitter \(index) holds \(pending) articles") }
    plan(process, deadline: submitters[index]!.nextDeadline)
    if let isReading { read(isReading.jobs, process) }
  }

  private mutating func read(_ jobs: Int, _ process: Int) {
    let index = process - Self.submitterProcess
    let end = min(inputPosition[index] + jobs, inputCount(process))
    let items = (inputPosition[index]..<end).map { SubmissionItem(handle: UInt64($0), bytes: 4_000) }
    inputPosition[index] = end
    if !items.isEmpty { step(submitter: process, .offer(items)) }
    if end == inputCount(process), processes[process].isUp { step(submitter: process, .endOfInput) }
  }

  private mutating func execute(_ effect: SubmitterEffect, _ process: Int) {
    let index = process - Self.submitterProcess
    guard processes[process].isUp else { return }
    note("submitter \(index) -> \(effect)")
    switch effect {
    case .connect: connect(process, to: Self.coordinatorProcess)
    case .send(let message):
      sendToServer(.toCoordinator(message, texts: []), from: process, to: Self.coordinatorProcess)
    case .sendSubmission(let sequence, let replaces, let items):
      let texts = items.map { text(Int($0.handle), of: process) }
      let articles = zip(items, texts).map { item, text in
        ScreenedArticle.admissible(
          SubmittedArticle(
            id: articleID(Int(item.handle)), hash: ContentHash(simulated: text), bytes: item.bytes,
            language: language(Int(item.handle)), source: item.handle % 4))
      }
      let submission = Submission(
        sequence: sequence, replaces: replaces, priority: Int32(index * 3), payload: PayloadID(0), articles: articles)
      sendToServer(.toCoordinator(.submit(submission), texts: texts), from: process, to: Self.coordinatorProcess)
    case .readMore: break
    case .outcome(let handle, let outcome): outcomes[index][Int(handle)] = outcome
    case .finished:
      hasFinished[index] = true
      checkAllAnswered(process)
    case .giveUp(let refusal): violate("submitter \(index) gives up: \(refusal.message)")
    }
  }

  // MARK: The operator

  mutating func takeOperatorTurn() {
    guard !isRetracted else { return }
    say([.retract(articleIDs: retractions.sorted())], as: .operator)
    schedule(.operatorTurn, after: .seconds(1))
  }

  /// Says something to the coordinator on a connection of its own, after a hello unless `role` is nil.
  mutating func say(_ messages: [MessageToCoordinator], as role: Role?) {
    let socket = sockets.count
    sockets.append(SimulatedSocket(client: Self.operatorProcess, incarnation: 0, server: Self.coordinatorProcess))
    var all = messages
    if let role {
      let process = identity(Self.coordinatorProcess, "")
      all.insert(
        .hello(
          Hello(
            role: role, name: "\(role)", sender: Epoch(UInt64(socket + 1) << 48),
            version: ProtocolVersion(major: 1, minor: 0), software: "simulation", fingerprint: process.fingerprint,
            languages: Self.languages, storeIdentity: process.storeIdentity)), at: 0)
    }
    for (index, message) in all.enumerated() {
      events.insert(
        .deliver(
          .toCoordinator(message, texts: []), socket: socket, toServer: true,
          serverIncarnation: processes[Self.coordinatorProcess].incarnation),
        at: now + .microseconds(Int64(100 + index)))
    }
  }

  mutating func receiveAsOperator(_ envelope: Envelope) {
    if case .fromCoordinator(.retracted, _) = envelope { isRetracted = true }
  }
}

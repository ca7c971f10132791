extension SimulatedCluster {
  static var languages: [LanguageCode] { [LanguageCode("fa")!, LanguageCode("ar")!] }
  static var grantKey: GrantKey { GrantKey(0x0123_4567_89AB_CDEF, 0xFEDC_BA98_7654_3210) }

  /// Two of three articles are in the first language.
  func language(_ number: Int) -> LanguageCode {
    Self.languages[options.languages > 1 && number % 3 == 2 ? 1 : 0]
  }

  func identity(_ process: Int, _ name: String) -> LocalIdentity {
    LocalIdentity(
      name: name, epoch: Epoch(UInt64(process) << 32 | UInt64(processes[process].incarnation)),
      version: ProtocolVersion(major: 1, minor: 0), software: "simulation", fingerprint: "coder-1",
      storeIdentity: "store-1")
  }

  mutating func startCoordinator() {
    var configuration = CoordinatorConfiguration(
      identity: identity(Self.coordinatorProcess, "coordinator"), grantKey: Self.grantKey, seed: generator.next())
    configuration.leaseDuration = .seconds(3)
    configuration.readyLimit = 12
    configuration.backlogLimit = 30
    configuration.batchArticles = 4
    configuration.inventoryPage = 7
    configuration.retryBackoff = Backoff(base: .milliseconds(100), cap: .seconds(2))
    configuration.aggregatorSilence = .seconds(2)
    if options.sabotage == .neverReclaims {
      configuration.leaseDuration = .forever
      configuration.mismatchesAllowed = .max
    }
    if options.sabotage == .blamesArticlesForDeaths { configuration.soloFailuresBeforeDeath = 1 }
    coordinator = CoordinatorCore(configuration: configuration, ledger: ledger.summary)
    step(coordinator: .tick)
  }

  mutating func step(coordinator input: CoordinatorInput) {
    let process = Self.coordinatorProcess
    guard processes[process].isUp, coordinator != nil else { return }
    note("coordinator <- \(input)")
    cover(coordinator: input)
    let effects = coordinator!.handle(input, at: clock(process))
    let dies = diesInStep(process)
    let survivors = dies ? generator.below(effects.count + 1) : effects.count
    for effect in effects.prefix(survivors) { execute(effect) }
    if dies { return crash(process, downtime: .milliseconds(Int64(50 + generator.below(1_500)))) }
    guard processes[process].isUp, coordinator != nil else { return }
    checkCoordinatorBounds()
    plan(process, deadline: coordinator!.nextDeadline)
  }

  private mutating func execute(_ effect: CoordinatorEffect) {
    let process = Self.coordinatorProcess
    guard processes[process].isUp else { return }
    note("coordinator -> \(effect)")
    switch effect {
    case .send(let message, let peer):
      var texts: [UInt64] = []
      if case .batch(let batch) = message {
        texts = batch.items.map { ledger.row($0.lease.job)?.text ?? 0 }
        if texts.contains(0) { violate("a batch names a job that the ledger does not have") }
      }
      if case .submitted(let answer) = message { checkDurability(of: answer, peer: peer) }
      sendToClient(.fromCoordinator(message, texts: texts), peer: peer, from: process)
    case .connectAggregator: connect(process, to: Self.aggregatorProcess)
    case .sendToAggregator(let message):
      if case .tombstones = message, options.sabotage == .dropsTombstones { return }
      sendToServer(.toAggregator(message, values: []), from: process, to: Self.aggregatorProcess)
    case .releasePayload(let payload):
      submissionTexts[payload] = nil
    case .drained: crash(process, downtime: .milliseconds(Int64(50 + generator.below(500))))
    case .giveUp(let refusal): violate("the coordinator gives up: \(refusal.message)")
    case .persistAdmissions, .loadWaiting, .persistDone, .persistDeadLetter, .persistRetractions, .confirmTombstones,
      .reconcile, .deadLetters:
      write(.ledger(effect), process)
    }
  }

  /// Executes a ledger effect and returns its completion.
  mutating func apply(_ effect: CoordinatorEffect) -> CoordinatorInput? {
    switch effect {
    case .persistAdmissions(let group, let entries):
      let results = entries.map { entry in
        ledger.admit(entry, text: submissionTexts[entry.payload]?[entry.index] ?? 0)
      }
      return .admissionsPersisted(group, results)
    case .loadWaiting(let language, let after, let limit):
      let (rows, isComplete) = ledger.waiting(language, after: after, limit: limit)
      return .waitingLoaded(language, rows, isComplete: isComplete || options.sabotage == .forgetsBacklog)
    case .persistDone(let group, let ids):
      for id in ids {
        checkCommitted(id)
        ledger.mark(id, .done)
      }
      return .donePersisted(group)
    case .persistDeadLetter(let group, let letter):
      if poison[letter.articleID] == nil { violate("\(letter.articleID) is a dead letter without a fault of its own") }
      ledger.mark(letter.job, .dead)
      return .deadLetterPersisted(group)
    case .persistRetractions(let group, let ids): return .retractionsPersisted(group, ledger.retract(ids))
    case .confirmTombstones(let group, let tombstones):
      ledger.confirm(tombstones)
      return .tombstonesConfirmed(group)
    case .reconcile(let group, let page):
      if options.sabotage == .skipsReconciliation { return .reconciled(group, Reconciliation()) }
      return .reconciled(group, ledger.reconcile(page))
    case .deadLetters(let command, _): return perform(command)
    default: return nil
    }
  }

  private mutating func perform(_ command: DeadLetterCommand) -> CoordinatorInput? {
    switch command.action {
    case .list, .show: return nil
    case .retry: return .deadLettersRequeued(ledger.retryDeadLetters())
    case .discard:
      let rows = ledger.discardDeadLetters()
      discarded.formUnion(rows.compactMap { ledger.row($0.id)?.articleID })
      return .deadLettersDiscarded(rows)
    }
  }
}

extension SimulatedCluster {
  // The cores are not copied for it: each counts in place.
  mutating func cover(coordinator input: CoordinatorInput) { coordinator?.count(input, in: &coverage) }
  mutating func cover(aggregator input: AggregatorInput) { aggregator?.count(input, in: &coverage) }
  mutating func cover(worker input: WorkerInput, _ index: Int) { workers[index]?.count(input, in: &coverage) }
  mutating func cover(submitter input: SubmitterInput, _ index: Int) { submitters[index]?.count(input, in: &coverage) }
}

extension CoordinatorCore {
  fileprivate func count(_ input: CoordinatorInput, in coverage: inout TransitionCoverage) {
    if case .message(let message, let peer) = input {
      let standing =
        switch peers[peer] {
        case nil: 0
        case .worker?: 1
        case .departed?: 2
        case .client(.submitter, _)?: 3
        case .client(.observer, _)?: 4
        case .client?: 5
        }
      coverage.count(.coordinator, message.coverageNumber, standing + (isDraining ? 6 : 0))
      return countJobs(message, peer, in: &coverage)
    }
    guard let number = input.coverageNumber else { return }
    coverage.count(
      .coordinatorInside, number, aggregator.link.coverageNumber + (isDraining ? CoveredParty.links.count : 0))
  }

  private func countJobs(_ message: MessageToCoordinator, _ peer: PeerID, in coverage: inout TransitionCoverage) {
    let own = configuration.identity.epoch
    let number: Int
    let leases: [Lease]
    switch message {
    case .done(own, let jobs): (number, leases) = (0, jobs.map(\.lease))
    case .failed(let failure) where failure.epoch == own: (number, leases) = (1, [failure.lease])
    case .release(own, let released): (number, leases) = (2, released)
    default: return
    }
    var slot: Int32 = -1
    if case .worker(let worker)? = peers[peer] { slot = worker }
    for lease in leases {
      guard let job = jobs.slot(of: lease.job) else {
        coverage.count(.job, number, 0)
        continue
      }
      let state =
        switch jobs[job].state {
        case .ready: 1
        case .delayed: 2
        case .leased: jobs[job].worker == slot ? 3 : 4
        case .finishing: 5
        case .burying: 6
        }
      coverage.count(.job, number, state)
    }
  }
}

extension AggregatorCore {
  fileprivate func count(_ input: AggregatorInput, in coverage: inout TransitionCoverage) {
    let state = if commitAgainAt != nil { 3 } else if inFlight != nil { 2 } else if !gathered.isEmpty { 1 } else { 0 }
    let number =
      switch input {
      case .message(.hello, _): 0
      case .message(.results, _): 1
      case .message(.goodbye, _): 2
      case .message(.inventoryRequest, _): 3
      case .message(.tombstones, _): 4
      case .unreachable: 5
      case .committed: 6
      case .commitFailed: 7
      case .inventoryRead: 8
      case .tick: 9
      case .drain: 10
      }
    coverage.count(.aggregator, number, state + (isDraining ? 4 : 0))
  }
}

extension WorkerCore {
  fileprivate func count(_ input: WorkerInput, in coverage: inout TransitionCoverage) {
    let number: Int
    switch input {
    case .coordinator(.welcome): number = 0
    case .coordinator(.refused): number = 1
    case .coordinator(.batch): number = 2
    case .coordinator(.drain): number = 3
    case .coordinator(.ping): number = 4
    case .aggregator(.welcome): number = 5
    case .aggregator(.refused): number = 6
    case .aggregator(.committed): number = 7
    case .aggregator(.busy): number = 8
    case .extracted: number = 9
    case .disconnected(.coordinator): number = 10
    case .disconnected(.aggregator): number = 11
    case .tick: number = 12
    case .drain: number = 13
    case .coordinator, .aggregator: return
    }
    let state = min(coordinator.coverageNumber, 2) * 3 + min(aggregator.coverageNumber, 2)
    coverage.count(.worker, number, state + (isDraining ? 9 : 0))
  }
}

extension SubmitterCore {
  fileprivate func count(_ input: SubmitterInput, in coverage: inout TransitionCoverage) {
    let number =
      switch input {
      case .coordinator(.welcome): 0
      case .coordinator(.refused): 1
      case .coordinator(.submitted): 2
      case .coordinator(.busy): 3
      case .coordinator(.finished): 4
      case .offer: 5
      case .endOfInput: 6
      case .disconnected: 7
      case .tick: 8
      case .coordinator: 9
      }
    coverage.count(.submitter, number, link.coverageNumber)
  }
}

extension Link {
  /// In the order of ``CoveredParty/links``.
  var coverageNumber: Int {
    switch phase {
    case .resting: 0
    case .greeting: 1
    case .open: 2
    case .closed: 3
    }
  }
}

extension MessageToCoordinator {
  /// In the order of ``CoveredParty/messages``.
  var coverageNumber: Int {
    switch self {
    case .hello: 0
    case .credit: 1
    case .done: 2
    case .failed: 3
    case .release: 4
    case .heartbeat: 5
    case .goodbye: 6
    case .submit: 7
    case .endOfInput: 8
    case .statusRequest: 9
    case .drainRequest: 10
    case .deadLetters: 11
    case .retract: 12
    }
  }
}

extension CoordinatorInput {
  /// In the order of ``CoveredParty/completions``; nil for messages.
  var coverageNumber: Int? {
    switch self {
    case .message: nil
    case .unreachable: 0
    case .connectionLost: 1
    case .tick: 2
    case .drain: 3
    case .admissionsPersisted: 4
    case .waitingLoaded: 5
    case .donePersisted: 6
    case .deadLetterPersisted: 7
    case .retractionsPersisted: 8
    case .tombstonesConfirmed: 9
    case .reconciled: 10
    case .deadLettersRequeued: 11
    case .deadLettersDiscarded: 12
    case .persistenceFailed: 13
    case .aggregator(.welcome): 14
    case .aggregator(.refused): 15
    case .aggregator(.inventory): 16
    case .aggregator(.tombstonesCommitted): 17
    case .aggregator(.lag): 18
    case .aggregator: nil
    }
  }
}

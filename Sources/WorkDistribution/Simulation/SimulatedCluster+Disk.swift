extension SimulatedCluster {
  /// Hands a write to the process's disk: one after the other, each durable at its completion.
  mutating func write(_ operation: DiskOperation, _ process: Int) {
    if syncsTooLate(operation) { return writeWithoutSync(operation, process) }
    diskQueues[process].append(operation)
    let length = TimeSpan.microseconds(Int64(generator.below(50) == 0 ? 40_000 : 200 + generator.below(1_500)))
    let at = max(processes[process].diskFreeAt, now) + length
    processes[process].diskFreeAt = at
    events.insert(.disk(process: process, incarnation: processes[process].incarnation), at: at)
  }

  mutating func completeDiskOperation(_ process: Int) {
    guard let operation = diskQueues[process].popFirst() else {
      // The late sync of a sabotaged disk.
      if process == Self.coordinatorProcess { unsyncedLedger = nil } else { unsyncedStore = nil }
      return
    }
    if processes[process].diskFails, let failure = failure(of: operation) {
      switch failure {
      case .coordinator(let input): step(coordinator: input)
      case .aggregator(let input): step(aggregator: input)
      }
      return
    }
    complete(operation)
  }

  private mutating func complete(_ operation: DiskOperation) {
    switch operation {
    case .ledger(let effect):
      if let input = apply(effect) { step(coordinator: input) }
    case .store(let effect):
      if let input = apply(effect) { step(aggregator: input) }
    }
  }

  /// A crash: some of the writes under way are durable although nobody was told, the rest never was.
  mutating func loseDisk(_ process: Int) {
    guard process <= Self.aggregatorProcess else { return }
    if process == Self.coordinatorProcess, let old = unsyncedLedger {
      ledger = old
      unsyncedLedger = nil
    }
    if process == Self.aggregatorProcess, let old = unsyncedStore {
      store = old
      unsyncedStore = nil
    }
    let pending = diskQueues[process].removeAll()
    for operation in pending.prefix(generator.below(pending.count + 1)) where !processes[process].diskFails {
      switch operation {
      case .ledger(let effect): _ = apply(effect)
      case .store(let effect): _ = apply(effect)
      }
    }
    processes[process].diskFreeAt = now
  }

  private enum Failed {
    case coordinator(CoordinatorInput)
    case aggregator(AggregatorInput)
  }

  /// How a full disk is told to the core.
  private func failure(of operation: DiskOperation) -> Failed? {
    switch operation {
    case .store(.commit(let group, _)): return .aggregator(.commitFailed(group))
    case .store: return nil
    case .ledger(let effect):
      switch effect {
      case .persistAdmissions(let group, _), .persistDone(let group, _), .persistDeadLetter(let group, _),
        .persistRetractions(let group, _), .confirmTombstones(let group, _), .reconcile(let group, _):
        return .coordinator(.persistenceFailed(group))
      case .loadWaiting(let language, _, _): return .coordinator(.waitingLoaded(language, [], isComplete: false))
      default: return nil
      }
    }
  }

  // MARK: Sabotage

  private func syncsTooLate(_ operation: DiskOperation) -> Bool {
    switch (operation, options.sabotage) {
    case (.ledger(.persistAdmissions), .acceptsBeforeDurable): true
    case (.store(.commit), .acknowledgesBeforeDurable): true
    default: false
    }
  }

  /// Completes at once; a crash within the next half second undoes it.
  private mutating func writeWithoutSync(_ operation: DiskOperation, _ process: Int) {
    if process == Self.coordinatorProcess {
      if unsyncedLedger == nil { unsyncedLedger = ledger }
    } else if unsyncedStore == nil {
      unsyncedStore = store
    }
    events.insert(
      .disk(process: process, incarnation: processes[process].incarnation), at: now + .milliseconds(500))
    complete(operation)
  }
}

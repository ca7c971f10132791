extension WorkerCore {
  mutating func received(_ batch: Batch) {
    guard let epoch = coordinator.epoch, batch.epoch == epoch else { return }
    let count = UInt64(batch.items.count)
    guard batches.insert(batch.number), received.jobs + count <= granted.jobs else {
      // Nobody asked for it; the heartbeat will tell the coordinator that these jobs are not here.
      statistics.batchesIgnored += 1
      return
    }
    if isDraining {
      statistics.released += count
      effects.append(.forget(batch.items.map(\.lease.job).filter { held[$0] == nil }))
      return effects.append(.sendToCoordinator(.release(epoch: epoch, leases: batch.items.map(\.lease))))
    }
    received.jobs += count
    statistics.received += count
    if runningCount + waitingCount == 0 { lastProgress = now }
    for item in batch.items {
      received.bytes += UInt64(item.bytes)
      let job = item.lease.job
      if held[job] != nil {
        // Handed out again while it is still here: it goes on under the new lease.
        held[job]!.item.lease = item.lease
        held[job]!.item.grant = item.grant
        held[job]!.epoch = epoch
        continue
      }
      held[job] = HeldJob(item: item, epoch: epoch, isSolo: batch.isSolo)
      heldBytes += UInt64(item.bytes)
      waiting.append(job)
      waitingCount += 1
    }
  }

  /// Gives every free work thread something to do.
  mutating func startExtractions() {
    while chunks.count < configuration.parallelism, waitingCount > 0 {
      // Small shares while there are idle threads to share with.
      let free = configuration.parallelism - chunks.count
      let limit = max(1, min(configuration.chunk, waitingCount / free))
      var items: [BatchItem] = []
      var isSolo = false
      while items.count < limit, let job = waiting.first {
        guard let entry = held[job], entry.phase == .waiting else {
          _ = waiting.popFirst()
          continue
        }
        if entry.isSolo, !items.isEmpty { break }
        _ = waiting.popFirst()
        held[job]!.phase = .running
        held[job]!.chunk = nextChunk
        waitingCount -= 1
        runningCount += 1
        items.append(entry.item)
        if entry.isSolo {
          isSolo = true
          break
        }
      }
      guard !items.isEmpty else { return }
      chunks[nextChunk] = items.count
      nextChunk += 1
      effects.append(.extract(items, isSolo: isSolo))
    }
  }

  mutating func extracted(_ reports: [ExtractionReport]) {
    for report in reports {
      guard let entry = held[report.job], entry.phase == .running else { continue }
      runningCount -= 1
      progress += 1
      lastProgress = now
      if let missing = chunks[entry.chunk] { chunks[entry.chunk] = missing > 1 ? missing - 1 : nil }
      switch report.outcome {
      case .completed(let bytes):
        statistics.extracted += 1
        held[report.job]!.phase = .uncommitted
        held[report.job]!.resultBytes = bytes
        outbox.append(report.job)
      case .failed(let code, let message):
        statistics.failed += 1
        remove(report.job)
        effects.append(.forget([report.job]))
        if let epoch = coordinator.epoch, epoch == entry.epoch {
          effects.append(
            .sendToCoordinator(
              .failed(Failure(epoch: epoch, lease: entry.item.lease, code: code, message: message))))
        }
      }
    }
  }

  mutating func remove(_ job: JobID) {
    guard let entry = held.removeValue(forKey: job) else { return }
    heldBytes -= UInt64(entry.item.bytes)
  }

  /// Forgets what is not begun.
  mutating func dropWaiting() {
    let dropped = takeWaiting()
    if !dropped.isEmpty { effects.append(.forget(dropped.map(\.job))) }
  }

  private mutating func takeWaiting() -> [Lease] {
    var leases: [Lease] = []
    for job in waiting.removeAll() {
      guard let entry = held[job], entry.phase == .waiting else { continue }
      leases.append(entry.item.lease)
      remove(job)
    }
    waitingCount = 0
    return leases
  }

  // MARK: Credit

  /// Grants as much as there is room for: what was received so far and the free part of the capacity. Room returns
  /// only when a result is committed, so a slow aggregator slows everything before it.
  mutating func grantCredit() {
    guard let epoch = coordinator.epoch, !isDraining else { return }
    // A thread that hangs would only collect jobs that others could do.
    if runningCount > 0, now - lastProgress >= leaseDuration { return }
    let capacity = configuration.capacity
    let jobs = received.jobs + capacity.jobs - min(capacity.jobs, UInt64(held.count))
    let bytes = received.bytes + capacity.bytes - min(capacity.bytes, heldBytes)
    let isWorthIt =
      jobs >= granted.jobs + max(1, capacity.jobs / 4) || bytes >= granted.bytes + max(1, capacity.bytes / 4)
      || held.isEmpty
    guard isWorthIt, jobs > granted.jobs || bytes > granted.bytes else { return }
    granted = Allowance(jobs: max(jobs, granted.jobs), bytes: max(bytes, granted.bytes))
    effects.append(.sendToCoordinator(.credit(epoch: epoch, granted: granted)))
  }

  // MARK: Drain

  mutating func beginDrain() {
    guard !isDraining else { return }
    isDraining = true
    let leases = takeWaiting()
    guard !leases.isEmpty else { return }
    statistics.released += UInt64(leases.count)
    effects.append(.forget(leases.map(\.job)))
    if let epoch = coordinator.epoch {
      effects.append(.sendToCoordinator(.release(epoch: epoch, leases: leases)))
    }
  }

  mutating func finishDrain() {
    guard isDraining, held.isEmpty else { return }
    if coordinator.isOpen { effects.append(.sendToCoordinator(.goodbye)) }
    if aggregator.isOpen { effects.append(.sendToAggregator(.goodbye)) }
    effects.append(.stopped)
    isStopped = true
  }
}

extension CoordinatorCore {
  /// Puts a job where it waits for a worker. One that was handed out before goes to its old place.
  mutating func makeReady(_ job: Int32) {
    let queue = Int(jobs[job].queue)
    jobs[job].state = .ready
    let reference = jobs.reference(job)
    switch jobs[job].line {
    case .ready:
      queues[queue].ready.insert(reference, at: jobs[job].place)
      queues[queue].readyCount += 1
    case .split:
      queues[queue].split.append(reference)
      queues[queue].splitCount += 1
    case .solo:
      queues[queue].solo.append(reference)
      queues[queue].soloCount += 1
    }
    touchedQueues |= 1 << UInt64(queue)
  }

  /// Puts a job aside until its backoff has passed.
  mutating func delay(_ job: Int32, failures: Int) {
    jobs[job].state = .delayed
    queues[Int(jobs[job].queue)].delayedCount += 1
    let wait = configuration.retryBackoff.delay(afterFailures: failures, using: &generator)
    timers.insert(.job(jobs.reference(job)), at: now + wait)
  }

  /// Takes a job out of the counts of the state it is in. Its references in queues and timers become stale, those of a
  /// ready job only when the state or the generation changes, which the caller sees to.
  mutating func leaveState(_ job: Int32) {
    let queue = Int(jobs[job].queue)
    switch jobs[job].state {
    case .ready:
      switch jobs[job].line {
      case .ready: queues[queue].readyCount -= 1
      case .split: queues[queue].splitCount -= 1
      case .solo: queues[queue].soloCount -= 1
      }
    case .delayed: queues[queue].delayedCount -= 1
    case .leased: unlink(job)
    case .finishing, .burying: break
    }
    touchedQueues |= 1 << UInt64(queue)
  }

  /// Drops a job from memory, whatever it was doing.
  mutating func drop(_ job: Int32) {
    leaveState(job)
    incidents[jobs[job].id] = nil
    jobs.remove(job)
  }

  // MARK: Reading the ledger

  /// Takes a row into memory. Nothing happens if it is there.
  mutating func enter(_ row: LedgerJob, queue: Int) {
    guard let slot = jobs.insert(row, queue: queue) else { return }
    makeReady(slot)
  }

  /// A row that is waiting, new or again, before or behind the cursor.
  mutating func admitted(_ row: LedgerJob) {
    guard let queue = queueIndex(of: row.language) else { return }
    queues[queue].counts.waiting += 1
    touchedQueues |= 1 << UInt64(queue)
    if row.place > queues[queue].cursor {
      if isUpToDate(queue), queues[queue].idleCount < configuration.readyLimit {
        queues[queue].cursor = row.place
        enter(row, queue: queue)
      } else {
        // It is read when the cursor gets there; a part that is being loaded now was read after it was written.
        queues[queue].isComplete = false
      }
      return
    }
    // Its turn is near: beside the ordinary ones there is room for as many of these.
    if queues[queue].idleCount < 2 * configuration.readyLimit { return enter(row, queue: queue) }
    queues[queue].isComplete = false
    let before = row.place.predecessor
    if queues[queue].isLoading {
      queues[queue].rewind = min(queues[queue].rewind ?? before, before)
    } else {
      queues[queue].cursor = min(queues[queue].cursor, before)
    }
  }

  /// All waiting rows of the ledger are in memory.
  private func isUpToDate(_ queue: Int) -> Bool { queues[queue].isComplete && !queues[queue].isLoading }

  mutating func loadWhereNeeded() {
    for index in queues.indices {
      if let again = queues[index].loadAgainAt, again <= now { queues[index].loadAgainAt = nil }
      guard queues[index].loadAgainAt == nil, !queues[index].isComplete, !queues[index].isLoading, !isDraining,
        queues[index].idleCount <= configuration.readyLimit / 2
      else { continue }
      queues[index].isLoading = true
      effects.append(
        .loadWaiting(
          queues[index].language, after: queues[index].cursor,
          limit: configuration.readyLimit - queues[index].idleCount))
    }
  }

  mutating func waitingLoaded(_ language: LanguageCode, _ rows: [LedgerJob], isComplete: Bool) {
    guard let queue = queueOfLanguage[language] else { return }
    queues[queue].isLoading = false
    touchedQueues |= 1 << UInt64(queue)
    for row in rows {
      queues[queue].cursor = max(queues[queue].cursor, row.place)
      enter(row, queue: queue)
    }
    queues[queue].isComplete = isComplete
    if let rewind = queues[queue].rewind {
      queues[queue].cursor = min(queues[queue].cursor, rewind)
      queues[queue].isComplete = false
      queues[queue].rewind = nil
    }
    if rows.isEmpty, !isComplete {
      // The ledger could not be read.
      statistics.storeFailures += 1
      let failures = queues[queue].loadFailures
      queues[queue].loadAgainAt =
        now + configuration.storeBackoff.delay(afterFailures: failures, using: &generator)
      queues[queue].loadFailures = min(failures + 1, 30)
    } else {
      queues[queue].loadFailures = 0
    }
  }
}

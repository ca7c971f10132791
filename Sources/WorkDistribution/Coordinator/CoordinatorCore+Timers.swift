extension CoordinatorCore {
  /// Everything that is due by now.
  mutating func runTimers() {
    while let timer = timers.popDue(at: now) {
      switch timer {
      case .worker(let peer):
        guard case .worker(let slot)? = peers[peer] else { continue }
        if check(slot) { timers.insert(timer, at: now + configuration.pingInterval) }
      case .job(let reference):
        guard let job = jobs.slot(of: reference, in: .delayed) else { continue }
        queues[Int(jobs[job].queue)].delayedCount -= 1
        makeReady(job)
      case .write(let group):
        if let write = writes[group] { effects.append(write.effect) }
      }
    }
    if let at = pingAllAt, at <= now {
      pingAllAt = nil
      pingWorkersWithJobs()
    }
  }

  /// A transaction failed. An admission is given back to the submitter; everything else is tried again, for it is
  /// already true elsewhere.
  mutating func persistenceFailed(_ group: GroupID) {
    statistics.storeFailures += 1
    if admissions.inFlight?.group == group { return admissionsFailed() }
    guard var write = writes[group] else { return }
    if case .persistRetractions = write.effect {
      writes[group] = nil
      if let peer = write.peer, peers[peer] != nil { send(.busy(retryAfter: configuration.busyRetry), to: peer) }
      return
    }
    let wait = configuration.storeBackoff.delay(afterFailures: write.failures, using: &generator)
    write.failures = min(write.failures + 1, 30)
    writes[group] = write
    timers.insert(.write(group), at: now + wait)
  }

  // MARK: Drain

  mutating func beginDrain() {
    guard !isDraining else { return }
    isDraining = true
    for index in workers.indices where workers[index].isConnected {
      workers[index].isDraining = true
      send(.drain(epoch: configuration.identity.epoch), to: workers[index].peer)
    }
  }

  /// Drained when every worker has finished or handed back, and every mark is written.
  mutating func finishDrain() {
    guard isDraining, !isStopped, admissions.isEmpty, donePending.isEmpty, doneInFlight == nil,
      !workers.contains(where: { $0.isConnected && $0.jobCount > 0 })
    else { return }
    guard !writes.values.contains(where: { if case .persistDeadLetter = $0.effect { true } else { false } }) else {
      return
    }
    effects.append(.drained)
    isStopped = true
  }
}

extension CoordinatorCore {
  /// Jobs that the aggregator has committed. A result is welcome whoever brings it, once: the lease may have expired,
  /// the job may be with another worker by now. A worker is not believed without the aggregator's receipt.
  mutating func done(_ finished: [DoneJob], worker slot: Int32?, peer: PeerID) {
    if let slot { workers[Int(slot)].lastProgress = now }
    for item in finished {
      let lease = item.lease
      guard let job = jobs.slot(of: lease.job) else {
        statistics.repeatedResults += 1
        continue
      }
      let state = jobs[job].state
      // An attempt that was never made is a peer's mistake.
      guard state != .finishing, state != .burying, lease.attempt >= 1, lease.attempt <= jobs[job].attempt else {
        statistics.repeatedResults += 1
        continue
      }
      guard item.receipt == configuration.grantKey.receipt(jobs[job].articleID, jobs[job].revision) else {
        statistics.unprovenResults += 1
        refuse(
          peer,
          Refusal(
            code: .malformed,
            message: "\(lease.job) is said to be done without the aggregator's receipt; report what COMMITTED gave"))
        if let slot { depart(slot, cause: .refused) }
        return
      }
      if state != .leased || jobs[job].worker != (slot ?? -1) { statistics.lateResults += 1 }
      leaveState(job)
      jobs[job].state = .finishing
      statistics.done += 1
      if donePending.isEmpty { donePendingSince = now }
      donePending.append(lease.job)
    }
  }

  /// Starts the transaction of the done marks that have gathered. They may wait: nothing is acknowledged by them.
  mutating func flushDone() {
    guard doneInFlight == nil, let since = donePendingSince else { return }
    guard donePending.count >= configuration.doneGroup || now >= since + configuration.doneDelay || isDraining
    else { return }
    let group = makeGroup()
    let effect = CoordinatorEffect.persistDone(group, donePending)
    writes[group] = PendingWrite(effect: effect)
    effects.append(effect)
    doneInFlight = group
    donePending = []
    donePendingSince = nil
  }

  mutating func donePersisted(_ group: GroupID) {
    guard case .persistDone(_, let ids)? = writes.removeValue(forKey: group)?.effect else { return }
    if doneInFlight == group { doneInFlight = nil }
    for id in ids {
      // What was replaced or withdrawn meanwhile is counted there.
      guard let job = jobs.slot(of: id), jobs[job].state == .finishing else { continue }
      let queue = Int(jobs[job].queue)
      queues[queue].counts.waiting &-= 1
      queues[queue].counts.done += 1
      drop(job)
    }
  }

  // MARK: Failures

  /// An extraction that failed. In company it only makes the article a suspect; alone, and by itself, it counts.
  mutating func failed(_ failure: Failure, worker slot: Int32) {
    guard let job = jobs.slot(of: failure.lease.job), jobs[job].state == .leased, jobs[job].worker == slot,
      jobs[job].attempt == failure.lease.attempt
    else {
      statistics.repeatedResults += 1
      return
    }
    statistics.failures += 1
    workers[Int(slot)].retries += 1
    workers[Int(slot)].lastProgress = now
    let wasSolo = jobs[job].isSuspect
    unlink(job)
    jobs[job].isSuspect = true
    guard failure.code != .interrupted else { return delay(job, failures: 0) }
    jobs[job].failures += 1
    if wasSolo { jobs[job].soloFailures += 1 }
    let id = failure.lease.job
    var history = incidents[id] ?? []
    if history.count >= 8 { history.removeFirst() }
    history.append(
      DeadLetter.Incident(
        attempt: failure.lease.attempt, worker: workers[Int(slot)].name, code: failure.code, message: failure.message,
        isSolo: wasSolo))
    incidents[id] = history
    if Int(jobs[job].soloFailures) >= configuration.soloFailuresBeforeDeath {
      bury(job, code: failure.code, incidents: history)
    } else {
      delay(job, failures: Int(jobs[job].failures) - 1)
    }
  }

  private mutating func bury(_ job: Int32, code: FailureCode, incidents: [DeadLetter.Incident]) {
    jobs[job].state = .burying
    let group = makeGroup()
    let effect = CoordinatorEffect.persistDeadLetter(
      group,
      DeadLetter(job: jobs[job].id, articleID: jobs[job].articleID, code: code, incidents: incidents))
    writes[group] = PendingWrite(effect: effect)
    effects.append(effect)
  }

  mutating func deadLetterPersisted(_ group: GroupID) {
    guard case .persistDeadLetter(_, let letter)? = writes.removeValue(forKey: group)?.effect,
      let job = jobs.slot(of: letter.job), jobs[job].state == .burying
    else { return }
    let queue = Int(jobs[job].queue)
    queues[queue].counts.waiting &-= 1
    queues[queue].counts.dead += 1
    statistics.deadLetters += 1
    drop(job)
  }

  mutating func deadLettersRequeued(_ rows: [LedgerJob]) {
    for row in rows {
      if let queue = queueIndex(of: row.language) { queues[queue].counts.dead &-= 1 }
      admitted(row)
    }
  }

  mutating func deadLettersDiscarded(_ rows: [SupersededJob]) {
    for row in rows { superseded(row) }
  }

  /// A row that a replacement, a retraction or a discard took out of use.
  mutating func superseded(_ row: SupersededJob) {
    guard let queue = queueIndex(of: row.language) else { return }
    switch row.state {
    case .waiting: queues[queue].counts.waiting &-= 1
    case .done: queues[queue].counts.done &-= 1
    case .dead: queues[queue].counts.dead &-= 1
    }
    if let job = jobs.slot(of: row.id) { drop(job) }
  }
}

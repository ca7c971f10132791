extension WorkerCore {
  /// Sends what is ready, in groups, unless the aggregator asked for a pause.
  mutating func sendResults() {
    guard aggregator.isOpen, now >= busyUntil else { return }
    while !outbox.isEmpty {
      var items: [ResultItem] = []
      var bytes = 0
      while items.count < configuration.resultGroup, let job = outbox.first {
        guard let entry = held[job], entry.phase == .uncommitted else {
          _ = outbox.popFirst()
          continue
        }
        if !items.isEmpty, bytes + Int(entry.resultBytes) > configuration.resultBytes { break }
        _ = outbox.popFirst()
        bytes += Int(entry.resultBytes)
        items.append(
          ResultItem(
            key: CommitKey(
              articleID: entry.item.articleID, revision: entry.item.revision,
              fingerprint: configuration.identity.fingerprint), job: job, bytes: entry.resultBytes,
            grant: entry.item.grant))
      }
      guard !items.isEmpty else { return }
      let sequence = nextSequence
      nextSequence += 1
      unanswered[sequence] = items.map(\.job)
      if awaitingSince == nil { awaitingSince = now }
      sendOrder.append(SentMessage(sequence: sequence, at: now))
      effects.append(.sendResults(sequence: sequence, items: items))
    }
  }

  /// The only place where a job ends well.
  mutating func committed(_ messages: [CommittedMessage]) {
    var finished: [JobID] = []
    for message in messages {
      guard let jobs = unanswered.removeValue(forKey: message.sequence) else { continue }
      for (index, job) in jobs.enumerated() {
        guard let entry = held[job], entry.phase == .uncommitted else { continue }
        statistics.committed += 1
        finished.append(job)
        if entry.epoch == doneEpoch {
          let receipt = index < message.receipts.count ? message.receipts[index] : 0
          doneToReport.append(DoneJob(lease: entry.item.lease, receipt: receipt))
        }
        remove(job)
      }
    }
    while let first = sendOrder.first, unanswered[first.sequence] == nil { _ = sendOrder.popFirst() }
    if unanswered.isEmpty { awaitingSince = nil }
    if !finished.isEmpty { effects.append(.forget(finished)) }
  }

  mutating func busy(_ sequence: UInt64, _ wait: TimeSpan) {
    statistics.busyAnswers += 1
    busyUntil = max(busyUntil, now + wait)
    takeBack(sequence)
  }

  /// Sends again what has had no answer for too long.
  mutating func resendOverdue() {
    guard aggregator.isOpen else { return }
    while let first = sendOrder.first {
      if unanswered[first.sequence] == nil {
        _ = sendOrder.popFirst()
        continue
      }
      guard now - first.at >= configuration.resendAfter else { return }
      _ = sendOrder.popFirst()
      statistics.resent += UInt64(unanswered[first.sequence]?.count ?? 0)
      takeBack(first.sequence)
    }
  }

  /// The results of a message are to be sent again.
  mutating func takeBack(_ sequence: UInt64) {
    guard let jobs = unanswered.removeValue(forKey: sequence) else { return }
    for job in jobs { outbox.append(job) }
  }

  mutating func reportDone() {
    guard let epoch = coordinator.epoch, !doneToReport.isEmpty else { return }
    effects.append(.sendToCoordinator(.done(epoch: epoch, jobs: doneToReport)))
    for job in doneToReport { reported.append(job) }
    while reported.count > Int(configuration.capacity.jobs) { _ = reported.popFirst() }
    doneToReport.removeAll(keepingCapacity: true)
  }
}

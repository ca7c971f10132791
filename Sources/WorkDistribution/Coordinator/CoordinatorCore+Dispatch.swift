extension CoordinatorCore {
  /// Puts a worker with credit in the ring of every language it serves.
  mutating func offer(_ slot: Int32) {
    guard workers[Int(slot)].hasCredit else { return }
    var missing = workers[Int(slot)].queues & ~ringMembership[Int(slot)]
    touchedQueues |= workers[Int(slot)].queues
    ringMembership[Int(slot)] |= missing
    while missing != 0 {
      let queue = missing.trailingZeroBitCount
      missing &= missing - 1
      queues[queue].eligible.append(slot)
    }
  }

  /// Hands out what is ready to whoever has credit, worker after worker.
  mutating func dispatchWherePossible() {
    guard !isDraining else { return }
    var touched = touchedQueues & (queues.count == 64 ? ~0 : (1 << UInt64(queues.count)) - 1)
    touchedQueues = 0
    while touched != 0 {
      dispatch(touched.trailingZeroBitCount)
      touched &= touched - 1
    }
  }

  private mutating func dispatch(_ queue: Int) {
    // At the end of the work everybody gets the same share.
    let takers = max(1, queues[queue].eligible.count)
    let share = max(1, (queues[queue].readyCount + takers - 1) / takers)
    while queues[queue].readyCount + queues[queue].soloCount > 0, let slot = queues[queue].eligible.popFirst() {
      let bit: UInt64 = 1 << UInt64(queue)
      ringMembership[Int(slot)] &= ~bit
      // The slot may belong to another worker by now, which does not serve the language.
      guard workers[Int(slot)].hasCredit, workers[Int(slot)].queues & bit != 0 else { continue }
      if queues[queue].soloCount > 0 {
        sendSolo(queue, to: slot)
      } else {
        sendBatch(queue, to: slot, share: share)
      }
      if workers[Int(slot)].hasCredit {
        ringMembership[Int(slot)] |= bit
        queues[queue].eligible.append(slot)
      }
    }
  }

  private mutating func sendSolo(_ queue: Int, to slot: Int32) {
    while let reference = queues[queue].solo.popFirst() {
      guard let job = jobs.slot(of: reference, in: .ready) else { continue }
      queues[queue].soloCount -= 1
      let number = nextBatchNumber(slot)
      send([lease(job, to: slot, batch: number)], number: number, of: queue, to: slot, isSolo: true)
      return
    }
  }

  private mutating func sendBatch(_ queue: Int, to slot: Int32, share: Int) {
    let index = Int(slot)
    let credit = workers[index].granted.jobs - workers[index].usedJobs
    let limit = min(min(configuration.batchArticles, share), Int(clamping: credit))
    let number = nextBatchNumber(slot)
    var items: [BatchItem] = []
    items.reserveCapacity(limit)
    var bytes = 0
    while items.count < limit, let reference = queues[queue].ready.first {
      guard let job = jobs.slot(of: reference, in: .ready), !jobs[job].isSuspect else {
        _ = queues[queue].ready.popFirst()
        continue
      }
      let size = Int(jobs[job].bytes)
      if !items.isEmpty, bytes + size > configuration.batchBytes || !workers[index].hasCredit { break }
      _ = queues[queue].ready.popFirst()
      queues[queue].readyCount -= 1
      bytes += size
      items.append(lease(job, to: slot, batch: number))
    }
    if !items.isEmpty { send(items, number: number, of: queue, to: slot, isSolo: false) }
  }

  private mutating func nextBatchNumber(_ slot: Int32) -> UInt64 {
    workers[Int(slot)].lastBatch += 1
    return workers[Int(slot)].lastBatch
  }

  private mutating func lease(_ job: Int32, to slot: Int32, batch: UInt64) -> BatchItem {
    let index = Int(slot)
    // Until now it had nothing to get on with.
    if workers[index].jobCount == 0 { workers[index].lastProgress = now }
    jobs[job].state = .leased
    jobs[job].attempt += 1
    jobs[job].batch = batch
    link(job, to: slot)
    workers[index].usedJobs += 1
    workers[index].usedBytes += UInt64(jobs[job].bytes)
    statistics.dispatched += 1
    return BatchItem(
      lease: Lease(job: jobs[job].id, attempt: jobs[job].attempt), articleID: jobs[job].articleID,
      revision: jobs[job].revision, bytes: jobs[job].bytes)
  }

  private mutating func send(_ items: [BatchItem], number: UInt64, of queue: Int, to slot: Int32, isSolo: Bool) {
    statistics.batches += 1
    send(
      .batch(
        Batch(
          epoch: configuration.identity.epoch, number: number, language: queues[queue].language, items: items,
          isSolo: isSolo)), to: workers[Int(slot)].peer)
  }
}

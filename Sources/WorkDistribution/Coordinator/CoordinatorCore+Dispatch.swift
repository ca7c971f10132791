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

  /// Hands out what is ready to whoever has credit: a batch of one language after the other, and within a language
  /// worker after worker, so that neither a long queue nor a fast worker keeps others from their share.
  mutating func dispatchWherePossible() {
    guard !isDraining else { return }
    var touched = touchedQueues & (queues.count == 64 ? ~0 : (1 << UInt64(queues.count)) - 1)
    touchedQueues = 0
    var rest = touched
    while rest != 0 {
      queues[rest.trailingZeroBitCount].round.left = 0
      rest &= rest - 1
    }
    while touched != 0 {
      // The next one at or after `nextQueue`, else the first.
      let behind = touched & ~((1 << UInt64(nextQueue)) &- 1)
      let queue = (behind != 0 ? behind : touched).trailingZeroBitCount
      nextQueue = (queue + 1) & 63
      if !handOut(queue) { touched &= ~(1 << UInt64(queue)) }
    }
  }

  /// Hands one batch of a queue to the next worker that can take it. Returns false if there is no work or no worker.
  private mutating func handOut(_ queue: Int) -> Bool {
    let bit: UInt64 = 1 << UInt64(queue)
    while queues[queue].hasWork, let slot = queues[queue].eligible.popFirst() {
      let index = Int(slot)
      ringMembership[index] &= ~bit
      // The slot may belong to another worker by now, which does not serve the language.
      guard workers[index].hasCredit, workers[index].queues & bit != 0 else { continue }
      if workers[index].jobCount == 0 { endReservation(slot) }
      if queues[queue].soloCount > 0 {
        sendSolo(queue, to: slot)
      } else if queues[queue].splitCount > 0, workers[index].jobCount == 0 {
        sendSplit(queue, to: slot)
      } else if queues[queue].splitCount > queues[queue].reservedCount * splitLimit(losses: 1) {
        // It is offered again when it has finished what it has.
        workers[index].reservedQueue = queue
        queues[queue].reservedCount += 1
        continue
      } else if queues[queue].readyCount > 0 {
        sendBatch(queue, to: slot)
      } else {
        // What there is waits for workers that are idle. This one comes back when it has finished something.
        continue
      }
      if workers[index].hasCredit {
        ringMembership[index] |= bit
        queues[queue].eligible.append(slot)
      }
      return true
    }
    return false
  }

  mutating func endReservation(_ slot: Int32) {
    guard let queue = workers[Int(slot)].reservedQueue else { return }
    workers[Int(slot)].reservedQueue = nil
    queues[queue].reservedCount -= 1
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

  /// How many jobs whose workers were lost this often go out together: a quarter each time, down to one, so that what
  /// ends a worker is soon found and takes its neighbours along no more than once or twice.
  func splitLimit(losses: Int) -> Int { max(1, configuration.batchArticles >> (2 * min(losses, 16))) }

  /// Jobs whose worker was lost, to a worker that has nothing else.
  private mutating func sendSplit(_ queue: Int, to slot: Int32) {
    let index = Int(slot)
    let number = nextBatchNumber(slot)
    var items: [BatchItem] = []
    var limit = Int.max
    while items.count < limit, workers[index].usedJobs < workers[index].granted.jobs,
      let reference = queues[queue].split.first
    {
      guard let job = jobs.slot(of: reference, in: .ready), jobs[job].line == .split else {
        _ = queues[queue].split.popFirst()
        continue
      }
      let own = splitLimit(losses: Int(jobs[job].losses))
      if items.count >= own { break }
      limit = min(limit, own)
      _ = queues[queue].split.popFirst()
      queues[queue].splitCount -= 1
      items.append(lease(job, to: slot, batch: number))
    }
    guard !items.isEmpty else { return }
    workers[index].isIsolated = true
    send(items, number: number, of: queue, to: slot, isSolo: false)
  }

  private mutating func sendBatch(_ queue: Int, to slot: Int32) {
    if queues[queue].round.left == 0 {
      // At the end of the work everybody gets the same share.
      let takers = queues[queue].eligible.count + 1
      queues[queue].round = (takers, max(1, (queues[queue].readyCount + takers - 1) / takers))
    }
    queues[queue].round.left -= 1
    let index = Int(slot)
    let credit = workers[index].granted.jobs - workers[index].usedJobs
    let room = min(Int(clamping: credit), workers[index].jobLimit - workers[index].jobCount)
    let limit = min(configuration.batchArticles, queues[queue].round.share, room)
    let number = nextBatchNumber(slot)
    var items: [BatchItem] = []
    items.reserveCapacity(limit)
    var bytes = 0
    while items.count < limit, let reference = queues[queue].ready.first {
      guard let job = jobs.slot(of: reference, in: .ready), jobs[job].line == .ready else {
        queues[queue].ready.popFirst()
        continue
      }
      let size = Int(jobs[job].bytes)
      if !items.isEmpty, bytes + size > configuration.batchBytes || !workers[index].hasCredit { break }
      queues[queue].ready.popFirst()
      queues[queue].readyCount -= 1
      queues[queue].turns.served(jobs[job].turn)
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
      revision: jobs[job].revision, bytes: jobs[job].bytes,
      grant: configuration.grantKey.grant(jobs[job].articleID, jobs[job].revision))
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

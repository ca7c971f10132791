extension CoordinatorCore {
  /// Why a worker is given up.
  enum Departure {
    /// Its process ended or cannot be reached.
    case lost
    /// It lives, but does not get on, or jobs were lost on the way to it.
    case lapsed
    /// It came back on a new connection.
    case reconnected
    case goodbye
    /// It said what cannot be.
    case refused
  }

  // MARK: The list of a worker's jobs

  mutating func link(_ job: Int32, to worker: Int32) {
    let last = workers[Int(worker)].lastJob
    jobs[job].worker = worker
    jobs[job].previous = last
    jobs[job].next = -1
    if last >= 0 { jobs[last].next = job } else { workers[Int(worker)].firstJob = job }
    workers[Int(worker)].lastJob = job
    workers[Int(worker)].jobCount += 1
    queues[Int(jobs[job].queue)].leasedCount += 1
  }

  mutating func unlink(_ job: Int32) {
    let worker = Int(jobs[job].worker)
    let (previous, next) = (jobs[job].previous, jobs[job].next)
    if previous >= 0 { jobs[previous].next = next } else { workers[worker].firstJob = next }
    if next >= 0 { jobs[next].previous = previous } else { workers[worker].lastJob = previous }
    jobs[job].worker = -1
    jobs[job].previous = -1
    jobs[job].next = -1
    workers[worker].jobCount -= 1
    queues[Int(jobs[job].queue)].leasedCount -= 1
    if workers[worker].jobCount == 0 { workers[worker].isIsolated = false }
    offer(Int32(worker))
  }

  // MARK: Credit and progress

  mutating func credit(_ slot: Int32, granted: Allowance) {
    // Cumulative: a repeated or overtaken message changes nothing.
    let old = workers[Int(slot)].granted
    if granted.jobs > old.jobs { workers[Int(slot)].hasReleased = false }
    workers[Int(slot)].granted = Allowance(jobs: max(old.jobs, granted.jobs), bytes: max(old.bytes, granted.bytes))
    offer(slot)
  }

  mutating func heartbeat(_ heartbeat: Heartbeat, worker slot: Int32) {
    let index = Int(slot)
    guard heartbeat.sequence > workers[index].heartbeatSequence else { return }
    workers[index].heartbeatSequence = heartbeat.sequence
    workers[index].rate = heartbeat.articlesPerThousandSeconds
    if heartbeat.inFlight > 0 {
      workers[index].update(pace: heartbeat.articlesPerThousandSeconds, configuration: configuration)
      offer(slot)
    }
    if heartbeat.progress > workers[index].progress {
      workers[index].progress = heartbeat.progress
      workers[index].lastProgress = now
    }
    // What it must have: the jobs of the batches it has received.
    var onTheWay = 0
    var job = workers[index].lastJob
    while job >= 0, jobs[job].batch > heartbeat.lastBatch {
      onTheWay += 1
      job = jobs[job].previous
    }
    let held = Int(heartbeat.inFlight) + Int(heartbeat.uncommitted)
    if workers[index].jobCount - onTheWay > held || held == 0 && workers[index].isStranded {
      workers[index].mismatches += 1
      if workers[index].mismatches > configuration.mismatchesAllowed {
        statistics.mismatches += 1
        depart(slot, cause: .lapsed)
      }
      return
    }
    workers[index].mismatches = 0
    // With nothing left to read it only waits for the aggregator: that is not its fault.
    if heartbeat.inFlight == 0, onTheWay == 0 { workers[index].lastProgress = now }
  }

  /// Pings the worker, or takes its jobs back if it stopped. Returns whether it is still there.
  mutating func check(_ slot: Int32) -> Bool {
    let worker = workers[Int(slot)]
    if worker.jobCount > 0, now - worker.lastProgress >= configuration.leaseDuration {
      statistics.leasesExpired += UInt64(worker.jobCount)
      depart(slot, cause: .lapsed)
      return false
    }
    if now - worker.lastHeard >= configuration.leaseDuration * 3 {
      depart(slot, cause: .lapsed)
      return false
    }
    send(.ping(epoch: configuration.identity.epoch), to: worker.peer)
    return true
  }

  /// One ping round for many endings that come together (a host that goes down).
  mutating func connectionWasLost() {
    if pingAllAt == nil { pingAllAt = now + .milliseconds(2) }
  }

  mutating func pingWorkersWithJobs() {
    for worker in workers where worker.isConnected && worker.jobCount > 0 {
      send(.ping(epoch: configuration.identity.epoch), to: worker.peer)
    }
  }

  // MARK: Taking back

  /// Forgets a worker and takes back all it has.
  mutating func depart(_ slot: Int32, cause: Departure) {
    let index = Int(slot)
    guard workers[index].isConnected else { return }
    workers[index].isConnected = false
    endReservation(slot)
    let peer = workers[index].peer
    var taken: [Int32] = []
    while workers[index].lastJob >= 0 {
      let job = workers[index].lastJob
      unlink(job)
      taken.append(job)
    }
    for job in taken.reversed() {
      statistics.leasesLost += cause == .goodbye ? 0 : 1
      takeBack(job, countsLoss: cause == .lost || cause == .lapsed)
    }
    peers[peer] = .departed
    if workerOfSender[workers[index].sender] == peer { workerOfSender[workers[index].sender] = nil }
    departed.append(peer)
    if departed.count > 4_096, let oldest = departed.popFirst() { peers[oldest] = nil }
    freeWorkers.append(slot)
    if cause == .lapsed { askForHello(peer) }
  }

  mutating func released(_ leases: [Lease], worker slot: Int32) {
    // It is about to stop: what it gives back is not for it.
    workers[Int(slot)].hasReleased = true
    for lease in leases.reversed() {
      guard let job = jobs.slot(of: lease.job), jobs[job].state == .leased, jobs[job].worker == slot,
        jobs[job].attempt == lease.attempt
      else { continue }
      statistics.leasesReleased += 1
      unlink(job)
      takeBack(job, countsLoss: false)
    }
    workers[Int(slot)].lastProgress = now
  }

  /// Puts a job that was handed out back into its queue. A lost worker is no fault of the article's; but those that it
  /// had go out in ever smaller groups, and one whose workers are lost again and again is tried alone in a supervised
  /// child, where a fault can be told from an accident.
  private mutating func takeBack(_ job: Int32, countsLoss: Bool) {
    if countsLoss {
      jobs[job].losses += 1
      if Int(jobs[job].losses) >= configuration.lossesBeforeSolo { jobs[job].isSuspect = true }
    }
    if jobs[job].isSuspect, countsLoss {
      delay(job, failures: Int(jobs[job].losses) - configuration.lossesBeforeSolo)
    } else {
      makeReady(job)
    }
  }
}

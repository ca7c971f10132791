extension WorkerCore {
  /// Connects what is not, the aggregator first: its identity belongs into the coordinator's hello.
  mutating func keepConnected() {
    if aggregator.isOpen, let awaitingSince,
      now - max(aggregator.lastHeard, awaitingSince) >= configuration.silence
    {
      aggregatorLost()
    }
    if aggregator.poll(at: now, using: &generator) {
      effects.append(.connect(.aggregator))
      effects.append(.sendToAggregator(.hello(hello(storeIdentity: ""))))
    }
    if coordinator.isOpen, now - coordinator.lastHeard >= configuration.silence { coordinatorLost() }
    guard let storeIdentity else { return }
    if coordinator.poll(at: now, using: &generator) {
      statistics.reconnections += 1
      effects.append(.connect(.coordinator))
      effects.append(.sendToCoordinator(.hello(hello(storeIdentity: storeIdentity))))
    }
  }

  private func hello(storeIdentity: String) -> Hello {
    let identity = configuration.identity
    return Hello(
      role: .worker, name: identity.name, sender: identity.epoch, version: identity.version,
      software: identity.software, fingerprint: identity.fingerprint, languages: configuration.languages,
      capacity: configuration.capacity, storeIdentity: storeIdentity)
  }

  mutating func receive(_ message: MessageFromCoordinator) {
    coordinator.heard(at: now)
    switch message {
    case .welcome(let welcome): welcomed(welcome)
    case .refused(let refusal): refused(refusal, by: .coordinator)
    case .batch(let batch): received(batch)
    case .drain(let epoch):
      if epoch == coordinator.epoch { beginDrain() }
    case .ping(let epoch):
      // Another start of the coordinator on the same connection: greet it.
      if let known = coordinator.epoch, known != epoch { coordinatorLost() }
    case .submitted, .busy, .status, .finished, .retracted: break
    }
  }

  private mutating func welcomed(_ welcome: Welcome) {
    guard coordinator.welcomed(welcome.epoch, at: now) else { return }
    leaseDuration = welcome.leaseDuration
    heartbeatInterval = welcome.heartbeatInterval
    received = Allowance(jobs: 0, bytes: 0)
    granted = Allowance(jobs: 0, bytes: 0)
    batches = SeenNumbers()
    heartbeatSequence = 0
    nextHeartbeat = now + heartbeatInterval
    progressAtHeartbeat = progress
    timeOfHeartbeat = now
    if doneEpoch == welcome.epoch {
      doneToReport = reported.removeAll() + doneToReport
    } else {
      // Another start has forgotten these leases.
      doneToReport = []
      _ = reported.removeAll()
      doneEpoch = welcome.epoch
    }
  }

  /// What is not begun is dropped: the coordinator takes it back. What is begun goes on.
  mutating func coordinatorLost() {
    guard coordinator.isOpen || coordinator.deadline != nil else { return }
    coordinator.rest(at: now, using: &generator)
    dropWaiting()
    nextHeartbeat = nil
  }

  private mutating func refused(_ refusal: Refusal, by link: WorkerLink) {
    if refusal.isFinal {
      effects.append(.giveUp(refusal))
      isStopped = true
    } else {
      switch link {
      case .coordinator: coordinatorLost()
      case .aggregator: aggregatorLost()
      }
    }
  }

  mutating func receive(_ message: MessageFromAggregator) {
    aggregator.heard(at: now)
    switch message {
    case .welcome(let epoch, let identity):
      guard aggregator.welcomed(epoch, at: now) else { return }
      if let known = storeIdentity, known != identity { coordinatorLost() }
      storeIdentity = identity
    case .refused(let refusal): refused(refusal, by: .aggregator)
    case .committed(_, let messages): committed(messages)
    case .busy(let sequence, let wait): busy(sequence, wait)
    case .inventory, .tombstonesCommitted, .lag: break
    }
  }

  /// Everything that is not acknowledged will be sent again.
  mutating func aggregatorLost() {
    aggregator.rest(at: now, using: &generator)
    for message in sendOrder.removeAll() { takeBack(message.sequence) }
    busyUntil = .zero
    awaitingSince = nil
  }

  /// The sign of life, with the progress of the work threads.
  mutating func beat() {
    guard let epoch = coordinator.epoch, let due = nextHeartbeat, now >= due else { return }
    nextHeartbeat = now + heartbeatInterval
    heartbeatSequence += 1
    let elapsed = max(1, (now - timeOfHeartbeat).nanoseconds / 1_000_000)
    let rate = (progress - progressAtHeartbeat) * 1_000_000 / UInt64(elapsed)
    progressAtHeartbeat = progress
    timeOfHeartbeat = now
    effects.append(
      .sendToCoordinator(
        .heartbeat(
          Heartbeat(
            epoch: epoch, sequence: heartbeatSequence, progress: progress, lastBatch: batches.highest,
            inFlight: UInt32(waitingCount + runningCount),
            uncommitted: UInt32(held.count - waitingCount - runningCount), bytesInFlight: heldBytes,
            articlesPerThousandSeconds: rate))))
    // The grant may have been lost, and a worker without work would never make another one.
    if granted.jobs > received.jobs {
      effects.append(.sendToCoordinator(.credit(epoch: epoch, granted: granted)))
    }
  }
}

extension AggregatorCore {
  mutating func gather(_ results: Results, from peer: PeerID) {
    if let wrong = results.items.first(where: { $0.key.fingerprint != configuration.identity.fingerprint }) {
      statistics.refusals += 1
      effects.append(.releasePayload(results.payload))
      return send(
        .refused(
          Refusal(
            code: .fingerprint,
            message: "the result of “\(wrong.key.articleID)” was coded with \(wrong.key.fingerprint), this aggregator "
              + "is pinned to \(configuration.identity.fingerprint); install the same version and lexicon")), to: peer)
    }
    // Before the coordinator's first visit nothing can be told true from false.
    guard let grantKey else { return putOff(results, from: peer) }
    if let wrong = results.items.first(where: { $0.grant != grantKey.grant($0.key.articleID, $0.key.revision) }) {
      statistics.unproven += 1
      statistics.refusals += 1
      effects.append(.releasePayload(results.payload))
      return send(
        .refused(
          Refusal(
            code: .malformed,
            message:
              "the result of “\(wrong.key.articleID)”, revision \(wrong.key.revision), has not the coordinator's "
              + "grant for it; send back the grant that came with the job")), to: peer)
    }
    let bytes = results.items.reduce(UInt64(0)) { $0 + UInt64($1.bytes) }
    guard hasRoom(items: results.items.count, bytes: bytes), !isDraining else { return putOff(results, from: peer) }
    statistics.messages += 1
    statistics.results += UInt64(results.items.count)
    add(
      GatheredMessage(
        peer: peer,
        answer: .results(
          sequence: results.sequence,
          receipts: results.items.map { grantKey.receipt($0.key.articleID, $0.key.revision) },
          payload: results.payload),
        items: results.items.enumerated().map { index, item in
          CommitItem(content: .result(item.key, payload: results.payload, index: index))
        }, bytes: bytes, arrived: now))
  }

  private mutating func putOff(_ results: Results, from peer: PeerID) {
    statistics.busyAnswers += 1
    send(.busy(sequence: results.sequence, retryAfter: configuration.busyRetry), to: peer)
    effects.append(.releasePayload(results.payload))
  }

  mutating func gather(_ tombstones: [Tombstone], from peer: PeerID) {
    // Left unanswered they come again.
    guard hasRoom(items: tombstones.count, bytes: 0), !isDraining else { return }
    add(
      GatheredMessage(
        peer: peer, answer: .tombstones(tombstones), items: tombstones.map { CommitItem(content: .tombstone($0)) },
        bytes: 0, arrived: now))
  }

  /// One message is always taken, however large.
  private func hasRoom(items: Int, bytes: UInt64) -> Bool {
    load.jobs == 0
      || load.jobs + UInt64(items) <= configuration.highWater.jobs
        && load.bytes + bytes <= configuration.highWater.bytes
  }

  private mutating func add(_ message: GatheredMessage) {
    gathered.append(message)
    gatheredItems += message.items.count
    load.jobs += UInt64(message.items.count)
    load.bytes += message.bytes
  }

  /// Starts the next transaction when there is enough for one, or its first item has waited long enough. While one is
  /// being written the next gathers.
  mutating func commitWhenDue() {
    if let current = inFlight {
      guard let at = commitAgainAt, now >= at else { return }
      commitAgainAt = nil
      return effects.append(.commit(current.group, current.items))
    }
    guard let first = gathered.first else { return }
    guard
      gatheredItems >= configuration.commitGroup || now >= first.arrived + configuration.commitDelay || isDraining
    else { return }
    var messages: [GatheredMessage] = []
    var items: [CommitItem] = []
    while let message = gathered.first, items.isEmpty || items.count + message.items.count <= configuration.commitLimit
    {
      _ = gathered.popFirst()
      items.append(contentsOf: message.items)
      messages.append(message)
    }
    gatheredItems -= items.count
    let group = GroupID(nextGroup)
    nextGroup += 1
    inFlight = (group, messages, items)
    effects.append(.commit(group, items))
  }

  mutating func committed(_ group: GroupID, _ report: CommitReport) {
    guard let current = inFlight, current.group == group else { return }
    inFlight = nil
    commitAgainAt = nil
    commitFailures = 0
    statistics.commits += 1
    statistics.written += UInt64(report.written)
    statistics.ignored += UInt64(report.ignored)
    lag.mentions = report.mentions
    lag.events = report.events
    lag.commitMicroseconds = UInt64(max(0, report.duration.nanoseconds / 1_000))
    acknowledge(current.messages)
  }

  private mutating func acknowledge(_ messages: [GatheredMessage]) {
    var committed: [PeerID: [CommittedMessage]] = [:]
    for message in messages {
      load.jobs -= UInt64(message.items.count)
      load.bytes -= message.bytes
      switch message.answer {
      case .results(let sequence, let receipts, let payload):
        effects.append(.releasePayload(payload))
        committed[message.peer, default: []].append(CommittedMessage(sequence: sequence, receipts: receipts))
      case .tombstones(let tombstones):
        if peers[message.peer] != nil { send(.tombstonesCommitted(tombstones), to: message.peer) }
      }
    }
    for (peer, messages) in committed.sorted(by: { $0.key < $1.key }) where peers[peer] != nil {
      send(.committed(epoch: configuration.identity.epoch, messages), to: peer)
    }
  }

  /// Nothing was acknowledged, so nothing is lost: the same group again, later.
  mutating func commitFailed(_ group: GroupID) {
    guard inFlight?.group == group else { return }
    statistics.commitFailures += 1
    commitAgainAt = now + configuration.storeBackoff.delay(afterFailures: commitFailures, using: &generator)
    commitFailures = min(commitFailures + 1, 30)
  }
}

extension CoordinatorCore {
  /// A message on the connection to the aggregator.
  mutating func receive(_ message: MessageFromAggregator) {
    aggregator.link.heard(at: now)
    switch message {
    case .welcome(let epoch, let storeIdentity): welcomed(epoch, storeIdentity)
    case .refused(let refusal):
      if refusal.isFinal {
        giveUp(refusal)
      } else {
        aggregator.link.rest(at: now, using: &generator)
      }
    case .inventory(let page): received(page)
    case .tombstonesCommitted(let tombstones): confirmed(tombstones)
    case .lag(let lag):
      if lag.epoch == aggregator.link.epoch { aggregator.lag = lag }
    case .committed, .busy: break
    }
  }

  private mutating func welcomed(_ epoch: Epoch, _ storeIdentity: String) {
    guard storeIdentity == configuration.identity.storeIdentity else {
      return giveUp(
        Refusal(
          code: .identity,
          message: "the aggregator's store is \(storeIdentity), this ledger belongs to "
            + "\(configuration.identity.storeIdentity); start both with the data directory of one cluster"))
    }
    guard aggregator.link.welcomed(epoch, at: now) else { return }
    aggregator.tombstonesSentAt = nil
    // The same start of the aggregator has lost nothing since it was compared.
    if case .complete(epoch) = aggregator.inventory { return }
    if case .comparing = aggregator.inventory { return restartInventoryLater() }
    requestInventory(after: nil)
  }

  /// A page is with the ledger: the next request goes out when it is back, from the beginning.
  private mutating func restartInventoryLater() {
    aggregator.inventory = .comparing(next: "")
  }

  private mutating func requestInventory(after: String?) {
    aggregator.inventory = .requested(after: after, at: now)
    effects.append(
      .sendToAggregator(.inventoryRequest(after: after, limit: configuration.inventoryPage)))
  }

  private mutating func received(_ page: InventoryPage) {
    guard case .requested(let after, _) = aggregator.inventory, page.after == after, aggregator.link.isOpen else {
      return
    }
    // A page that leads nowhere would be asked for for ever.
    if let next = page.next, !(after ?? "").utf8.lexicographicallyPrecedes(next.utf8) {
      return aggregator.link.rest(at: now, using: &generator)
    }
    aggregator.inventory = .comparing(next: page.next)
    let group = makeGroup()
    let effect = CoordinatorEffect.reconcile(group, page)
    writes[group] = PendingWrite(effect: effect)
    effects.append(effect)
  }

  mutating func reconciled(_ group: GroupID, _ outcome: Reconciliation) {
    guard case .reconcile? = writes.removeValue(forKey: group)?.effect else { return }
    for row in outcome.requeued {
      statistics.reconciledRequeued += 1
      if let queue = queueIndex(of: row.language) { queues[queue].counts.done &-= 1 }
      admitted(row)
    }
    for row in outcome.found {
      statistics.reconciledFound += 1
      guard let queue = queueIndex(of: row.language) else { continue }
      queues[queue].counts.waiting &-= 1
      queues[queue].counts.done += 1
      if let job = jobs.slot(of: row.id) { drop(job) }
    }
    for tombstone in outcome.tombstones { aggregator.add(tombstone) }
    guard case .comparing(let next) = aggregator.inventory else { return }
    switch (next, aggregator.link.epoch) {
    case (_, nil): aggregator.inventory = .notBegun
    case (nil, let epoch?): aggregator.inventory = .complete(epoch)
    case ("", _): requestInventory(after: nil)
    case (let next?, _): requestInventory(after: next)
    }
  }

  // MARK: Tombstones

  mutating func retract(_ articleIDs: [String], for peer: PeerID) {
    let group = makeGroup()
    let effect = CoordinatorEffect.persistRetractions(group, articleIDs: articleIDs)
    writes[group] = PendingWrite(effect: effect, peer: peer)
    effects.append(effect)
  }

  mutating func retractionsPersisted(_ group: GroupID, _ results: [RetractionResult]) {
    guard let write = writes.removeValue(forKey: group), case .persistRetractions = write.effect else { return }
    for result in results {
      if let old = result.superseded { superseded(old) }
      aggregator.add(result.tombstone)
    }
    if let peer = write.peer, peers[peer] != nil { send(.retracted(results.map(\.tombstone)), to: peer) }
  }

  private mutating func confirmed(_ tombstones: [Tombstone]) {
    guard !tombstones.isEmpty else { return }
    for tombstone in tombstones { aggregator.confirmed(tombstone) }
    let group = makeGroup()
    let effect = CoordinatorEffect.confirmTombstones(group, tombstones)
    writes[group] = PendingWrite(effect: effect)
    effects.append(effect)
  }

  mutating func tombstonesConfirmed(_ group: GroupID) {
    writes[group] = nil
  }

  // MARK: Keeping the connection up

  mutating func serveAggregatorLink() {
    if aggregator.link.poll(at: now, using: &generator) {
      effects.append(.connectAggregator)
      let identity = configuration.identity
      effects.append(
        .sendToAggregator(
          .hello(
            Hello(
              role: .coordinator, name: identity.name, sender: identity.epoch, version: identity.version,
              software: identity.software, fingerprint: identity.fingerprint, storeIdentity: identity.storeIdentity,
              grantKey: configuration.grantKey))))
      return
    }
    guard aggregator.link.isOpen else { return }
    if now - aggregator.link.lastHeard >= configuration.aggregatorSilence {
      aggregator.lag = nil
      return aggregator.link.rest(at: now, using: &generator)
    }
    // A request or its answer was lost.
    if case .requested(let after, let at) = aggregator.inventory, now - at >= configuration.aggregatorSilence {
      requestInventory(after: after)
    }
    if aggregator.hasTombstones,
      aggregator.tombstonesSentAt.map({ now - $0 >= configuration.tombstoneRetry }) ?? true
    {
      aggregator.tombstonesSentAt = now
      effects.append(.sendToAggregator(.tombstones(aggregator.someTombstones(limit: 1_000))))
    }
  }

  mutating func giveUp(_ refusal: Refusal) {
    effects.append(.giveUp(refusal))
    isStopped = true
  }
}

extension AggregatorCore {
  mutating func receive(_ message: MessageToAggregator, from peer: PeerID) {
    if case .hello(let hello) = message { return greet(hello, from: peer) }
    guard let known = peers[peer] else {
      releasePayload(of: message)
      return send(
        .refused(
          Refusal(code: .helloRequired, message: "this aggregator does not know the connection; connect afresh")),
        to: peer)
    }
    peers[peer]?.lastHeard = now
    switch (message, known.role) {
    case (.results(let results), .worker): gather(results, from: peer)
    case (.tombstones(let tombstones), .coordinator): gather(tombstones, from: peer)
    case (.inventoryRequest(let after, let limit), .coordinator):
      effects.append(
        .readInventory(after: after, limit: max(1, min(limit, configuration.inventoryLimit)), for: peer))
    case (.goodbye, _): forget(peer)
    default:
      releasePayload(of: message)
      statistics.refusals += 1
      send(
        .refused(Refusal(code: .role, message: "a \(known.role) may not say this; connect with the right role")),
        to: peer)
    }
  }

  private mutating func greet(_ hello: Hello, from peer: PeerID) {
    let identity = configuration.identity
    if let refusal = identity.refusal(
      of: hello, roles: [.worker, .coordinator], party: "aggregator", checksIdentity: hello.role == .coordinator)
    {
      statistics.refusals += 1
      return send(.refused(refusal), to: peer)
    }
    if let old = peerOfSender[hello.sender], old != peer { forget(old) }
    peers[peer] = AggregatorPeer(role: hello.role, sender: hello.sender, lastHeard: now)
    peerOfSender[hello.sender] = peer
    if hello.role == .coordinator {
      coordinators.insert(peer)
      if let key = hello.grantKey, key != grantKey {
        grantKey = key
        effects.append(.keepGrantKey(key))
      }
    }
    send(.welcome(epoch: identity.epoch, storeIdentity: identity.storeIdentity), to: peer)
  }

  /// What it has sent is committed all the same.
  mutating func forget(_ peer: PeerID) {
    guard let known = peers.removeValue(forKey: peer) else { return }
    if peerOfSender[known.sender] == peer { peerOfSender[known.sender] = nil }
    coordinators.remove(peer)
  }

  mutating func send(_ message: MessageFromAggregator, to peer: PeerID) {
    effects.append(.send(message, to: peer))
  }

  private mutating func releasePayload(of message: MessageToAggregator) {
    if case .results(let results) = message { effects.append(.releasePayload(results.payload)) }
  }

  mutating func reportLag() {
    guard now >= nextLag, !coordinators.isEmpty else { return }
    nextLag = now + configuration.lagInterval
    lag.uncommitted = load.jobs
    for peer in coordinators.sorted() { send(.lag(lag), to: peer) }
  }

  /// Once a minute, forgets workers that vanished without a word. One that lives is asked to say hello again.
  mutating func sweep() {
    guard now >= nextSweep else { return }
    nextSweep = now + .seconds(60)
    let silent = peers.filter { $0.value.role == .worker && now - $0.value.lastHeard >= .seconds(3_600) }
    for peer in silent.keys { forget(peer) }
  }
}

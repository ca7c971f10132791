extension SimulatedCluster {
  /// A peer id names a client's socket as one start of the server sees it.
  func peerID(socket: Int, serverIncarnation: UInt32) -> PeerID {
    PeerID(UInt64(socket) << 20 | UInt64(serverIncarnation))
  }

  /// Closes the process's connection to a server and opens another.
  mutating func connect(_ process: Int, to server: Int) {
    if let old = processes[process].sockets[server] { sockets[old].isOpen = false }
    processes[process].sockets[server] = sockets.count
    sockets.append(SimulatedSocket(client: process, incarnation: processes[process].incarnation, server: server))
  }

  mutating func sendToServer(_ envelope: Envelope, from process: Int, to server: Int) {
    guard let socket = processes[process].sockets[server] else { return }
    transmit(envelope, socket: socket, toServer: true)
  }

  mutating func sendToClient(_ envelope: Envelope, peer: PeerID, from server: Int) {
    let socket = Int(peer.rawValue >> 20)
    if !sockets[socket].isOpen {
      // The kernel has usually noticed by now.
      if generator.below(10) < 7 {
        schedule(
          .unreachable(process: server, incarnation: processes[server].incarnation, peer), after: .microseconds(10))
      }
      return
    }
    transmit(envelope, socket: socket, toServer: false)
  }

  private mutating func transmit(_ envelope: Envelope, socket: Int, toServer: Bool) {
    let (client, server) = (sockets[socket].client, sockets[socket].server)
    let (from, to) = toServer ? (client, server) : (server, client)
    blocked.removeAll { $0.until <= now }
    if blocked.contains(where: { $0.from == from && $0.to == to }) { return }
    let incarnation = processes[server].incarnation
    var copies = 1
    var delay = TimeSpan.microseconds(Int64(50 + generator.below(500)))
    var overtakes = false
    if !faultsAreOver {
      if generator.chance(perMille: options.loss) { return }
      if generator.chance(perMille: options.duplication) { copies = 2 }
      overtakes = generator.chance(perMille: options.reordering)
      if generator.chance(perMille: 20) { delay = .milliseconds(Int64(generator.below(800))) }
    }
    for _ in 0..<copies {
      // A connection keeps the order, save for the fault.
      var at = now + delay
      if !overtakes {
        let last = toServer ? sockets[socket].lastToServer : sockets[socket].lastToClient
        at = max(at, last + .microseconds(1))
        if toServer { sockets[socket].lastToServer = at } else { sockets[socket].lastToClient = at }
      }
      events.insert(
        .deliver(envelope, socket: socket, toServer: toServer, serverIncarnation: incarnation), at: at)
      delay = delay + .microseconds(Int64(generator.below(50_000)))
    }
  }

  mutating func deliver(
    _ envelope: Envelope, socket: Int, toServer: Bool, serverIncarnation: UInt32, event: SimulatedEvent
  ) {
    let (client, server) = (sockets[socket].client, sockets[socket].server)
    if toServer {
      guard processes[server].isUp else { return }
      // What was on its way to an earlier start is lost, or comes with the reconnected socket.
      if processes[server].incarnation != serverIncarnation, generator.below(2) == 0 { return }
      if postpones(event, server) { return }
      let peer = peerID(socket: socket, serverIncarnation: processes[server].incarnation)
      receive(envelope, from: peer)
    } else {
      guard sockets[socket].isOpen else { return }
      if client == Self.operatorProcess { return receiveAsOperator(envelope) }
      guard processes[client].isUp else { return }
      if postpones(event, client) { return }
      receive(envelope, at: client)
    }
  }

  private mutating func receive(_ envelope: Envelope, from peer: PeerID) {
    switch envelope {
    case .toCoordinator(.submit(var submission), let texts):
      submission.payload = keepTexts(texts)
      step(coordinator: .message(.submit(submission), from: peer))
    case .toCoordinator(let message, _):
      step(coordinator: .message(message, from: peer))
    case .toAggregator(.results(var results), let values):
      results.payload = keepValues(values)
      step(aggregator: .message(.results(results), from: peer))
    case .toAggregator(let message, _):
      step(aggregator: .message(message, from: peer))
    case .fromCoordinator, .fromAggregator: break
    }
  }

  private mutating func receive(_ envelope: Envelope, at client: Int) {
    switch envelope {
    case .fromCoordinator(.batch(let batch), let texts):
      for (item, text) in zip(batch.items, texts) {
        workerTexts[client - Self.firstWorker][item.lease.job] = text
      }
      step(worker: client, .coordinator(.batch(batch)))
    case .fromCoordinator(let message, _) where client >= Self.firstWorker:
      step(worker: client, .coordinator(message))
    case .fromCoordinator(let message, _):
      step(submitter: client, .coordinator(message))
    case .fromAggregator(let message) where client == Self.coordinatorProcess:
      step(coordinator: .aggregator(message))
    case .fromAggregator(let message):
      step(worker: client, .aggregator(message))
    case .toCoordinator, .toAggregator: break
    }
  }

  private mutating func keepTexts(_ texts: [UInt64]) -> PayloadID {
    let payload = PayloadID(nextPayload)
    nextPayload += 1
    submissionTexts[payload] = texts
    return payload
  }

  private mutating func keepValues(_ values: [UInt64]) -> PayloadID {
    let payload = PayloadID(nextPayload)
    nextPayload += 1
    resultValues[payload] = values
    return payload
  }
}

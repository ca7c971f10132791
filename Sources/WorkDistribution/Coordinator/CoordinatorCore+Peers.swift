extension CoordinatorCore {
  /// A message from a worker or client: what its role may not say is refused, what comes too late is counted.
  mutating func receive(_ message: MessageToCoordinator, from peer: PeerID) {
    if case .hello(let hello) = message { return greet(hello, from: peer) }
    switch peers[peer] {
    case .worker(let slot)?:
      workers[Int(slot)].lastHeard = now
      receive(message, fromWorker: slot, peer: peer)
    case .client(let role, let session)?:
      receive(message, fromClient: peer, role: role, session: session)
    case .departed?:
      receive(message, fromDeparted: peer)
    case nil:
      releasePayload(of: message)
      askForHello(peer)
    }
  }

  private mutating func receive(_ message: MessageToCoordinator, fromWorker slot: Int32, peer: PeerID) {
    switch message {
    case .credit(let epoch, let granted):
      if isCurrent(epoch) { credit(slot, granted: granted) }
    case .done(let epoch, let jobs):
      if isCurrent(epoch) { done(jobs, worker: slot, peer: peer) }
    case .failed(let failure):
      if isCurrent(failure.epoch) { failed(failure, worker: slot) }
    case .release(let epoch, let leases):
      if isCurrent(epoch) { released(leases, worker: slot) }
    case .heartbeat(let heartbeat):
      if isCurrent(heartbeat.epoch) { self.heartbeat(heartbeat, worker: slot) }
    case .goodbye:
      depart(slot, cause: .goodbye)
    case .hello, .submit, .endOfInput, .statusRequest, .drainRequest, .deadLetters, .retract:
      releasePayload(of: message)
      refuse(peer, role: .worker)
    }
  }

  private mutating func receive(
    _ message: MessageToCoordinator, fromClient peer: PeerID, role: Role, session: Epoch
  ) {
    switch (message, role) {
    case (.submit(let submission), .submitter), (.submit(let submission), .operator):
      submit(submission, from: peer, session: session)
    case (.endOfInput, .submitter), (.endOfInput, .operator):
      awaitingFinish.insert(peer)
      if !isFinished { send(.status(status), to: peer) }
    case (.statusRequest, _):
      send(.status(status), to: peer)
    case (.drainRequest, .operator):
      send(.status(status), to: peer)
      beginDrain()
    case (.deadLetters(let command), .operator):
      effects.append(.deadLetters(command, for: peer))
    case (.deadLetters(let command), .observer) where command.action == .list || command.action == .show:
      effects.append(.deadLetters(command, for: peer))
    case (.retract(let articleIDs), .operator):
      retract(articleIDs, for: peer)
    case (.goodbye, _):
      forgetClient(peer)
    default:
      releasePayload(of: message)
      refuse(peer, role: role)
    }
  }

  private mutating func receive(_ message: MessageToCoordinator, fromDeparted peer: PeerID) {
    statistics.messagesFromDeparted += 1
    switch message {
    case .done(let epoch, let jobs):
      if isCurrent(epoch) { done(jobs, worker: nil, peer: peer) }
    case .goodbye:
      break
    default:
      releasePayload(of: message)
      // It does not know yet that it was given up.
      askForHello(peer)
    }
  }

  private mutating func isCurrent(_ epoch: Epoch) -> Bool {
    if epoch == configuration.identity.epoch { return true }
    statistics.staleMessages += 1
    return false
  }

  // MARK: Hello

  private mutating func greet(_ hello: Hello, from peer: PeerID) {
    let roles: Set<Role> = [.worker, .submitter, .observer, .operator]
    let identity = configuration.identity
    if let refusal = identity.refusal(
      of: hello, roles: roles, party: "coordinator", checksIdentity: hello.role == .worker)
    {
      statistics.refusals += 1
      return send(.refused(refusal), to: peer)
    }
    if isDraining, hello.role == .worker || hello.role == .submitter {
      return send(.refused(Refusal(code: .draining, message: "this coordinator is about to stop")), to: peer)
    }
    if hello.role == .worker {
      greetWorker(hello, from: peer)
    } else {
      greetClient(hello, from: peer)
    }
  }

  private mutating func greetWorker(_ hello: Hello, from peer: PeerID) {
    switch peers[peer] {
    case .departed?: return askForHello(peer)
    case .client?: return refuse(peer, role: .worker)
    case .worker?: return sendWelcome(to: peer)  // A repeated hello.
    case nil: break
    }
    // The same process on a new connection has dropped what it had not begun.
    if let old = workerOfSender[hello.sender], case .worker(let slot)? = peers[old] {
      depart(slot, cause: .reconnected)
    }
    var bits: UInt64 = 0
    for language in hello.languages {
      guard let index = queueIndex(of: language) else { continue }
      bits |= 1 << UInt64(index)
    }
    let record = WorkerRecord(
      peer: peer, sender: hello.sender, name: hello.name, languages: hello.languages, queues: bits, connectedAt: now,
      lastHeard: now, lastProgress: now, jobLimit: configuration.firstJobLimit)
    let slot: Int32
    if let reused = freeWorkers.popLast() {
      slot = reused
      workers[Int(slot)] = record
    } else {
      slot = Int32(workers.count)
      workers.append(record)
      ringMembership.append(0)
    }
    peers[peer] = .worker(slot: slot)
    workerOfSender[hello.sender] = peer
    timers.insert(.worker(peer), at: now + configuration.pingInterval)
    sendWelcome(to: peer)
  }

  private mutating func greetClient(_ hello: Hello, from peer: PeerID) {
    if case .worker? = peers[peer] { return refuse(peer, role: hello.role) }
    peers[peer] = .client(hello.role, session: hello.sender)
    if hello.role == .submitter || hello.role == .operator { openSession(hello, peer: peer) }
    sendWelcome(to: peer)
  }

  mutating func forgetClient(_ peer: PeerID) {
    guard case .client(_, let session)? = peers[peer] else { return }
    peers[peer] = nil
    awaitingFinish.remove(peer)
    if sessions[session]?.peer == peer { closeSession(session) }
  }

  // MARK: Answers

  mutating func send(_ message: MessageFromCoordinator, to peer: PeerID) {
    effects.append(.send(message, to: peer))
  }

  private mutating func sendWelcome(to peer: PeerID) {
    send(
      .welcome(
        Welcome(
          epoch: configuration.identity.epoch, leaseDuration: configuration.leaseDuration,
          heartbeatInterval: configuration.heartbeatInterval)), to: peer)
  }

  mutating func askForHello(_ peer: PeerID) {
    send(
      .refused(Refusal(code: .helloRequired, message: "this coordinator does not know the connection; connect afresh")),
      to: peer)
  }

  mutating func refuse(_ peer: PeerID, _ refusal: Refusal) {
    statistics.refusals += 1
    send(.refused(refusal), to: peer)
  }

  private mutating func refuse(_ peer: PeerID, role: Role) {
    statistics.refusals += 1
    send(
      .refused(Refusal(code: .role, message: "a \(role) may not say this; use a key and a command of the right role")),
      to: peer)
  }

  private mutating func releasePayload(of message: MessageToCoordinator) {
    if case .submit(let submission) = message { effects.append(.releasePayload(submission.payload)) }
  }

  mutating func peerIsUnreachable(_ peer: PeerID) {
    switch peers[peer] {
    case .worker(let slot)?: depart(slot, cause: .lost)
    case .client?: forgetClient(peer)
    case .departed?, nil: break
    }
  }
}

extension SimulatedCluster {
  /// Somebody says what makes no sense, or is not theirs to say: it may be refused or ignored, and change nothing that
  /// was promised. What an operator may do is left out, for that does change something.
  mutating func talkNonsense(as role: Role?) {
    var messages: [MessageToCoordinator] = []
    for _ in 0...generator.below(12) { messages.append(nonsense(as: role)) }
    say(messages, as: role)
    extendNonsense()
    lieToAggregator()
  }

  private mutating func nonsense(as role: Role?) -> MessageToCoordinator {
    // Epochs and leases are often those that are in use.
    let epoch = generator.below(4) == 0 ? Epoch(generator.next()) : identity(Self.coordinatorProcess, "").epoch
    let lease = Lease(
      job: JobID(UInt64(generator.below(ledger.rows.count + 2))), attempt: Attempt(generator.below(4)))
    let mayOrder = role == .operator
    switch generator.below(13) {
    case 0: return .credit(epoch: epoch, granted: Allowance(jobs: UInt64(generator.below(40)), bytes: 1 << 16))
    case 1: return .done(epoch: epoch, jobs: [DoneJob(lease: lease, receipt: generator.next())])
    case 2: return .failed(Failure(epoch: epoch, lease: lease, code: .interrupted, message: "nonsense"))
    case 3: return .release(epoch: epoch, leases: [lease])
    case 4:
      return .heartbeat(
        Heartbeat(
          epoch: epoch, sequence: generator.next() >> 32, progress: generator.next() >> 32,
          lastBatch: generator.next() >> 32, inFlight: UInt32(generator.below(9)),
          uncommitted: UInt32(generator.below(9)), bytesInFlight: 0, articlesPerThousandSeconds: generator.next() >> 20)
      )
    case 5: return .goodbye
    case 6:
      return .submit(
        Submission(
          sequence: UInt64(generator.below(3)), replaces: false, payload: PayloadID(0),
          articles: [.rejected(Rejection(code: "empty", message: "nonsense"))]))
    case 7: return .endOfInput
    case 8: return .statusRequest
    case 9: return .drainRequest
    case 10: return .deadLetters(DeadLetterCommand(action: mayOrder ? .list : .retry, selector: .all))
    case 11:
      let own = identity(Self.coordinatorProcess, "")
      return .hello(
        Hello(
          role: role ?? .worker, name: "again", sender: Epoch(generator.next()), version: own.version,
          software: "simulation", fingerprint: own.fingerprint, storeIdentity: own.storeIdentity))
    default:
      return mayOrder ? .endOfInput : .retract(articleIDs: [articleID(generator.below(options.articles))])
    }
  }

  private mutating func extendNonsense() { lastFaultEnd = max(lastFaultEnd, now + .milliseconds(100)) }

  /// A worker that sends a result of a revision that was never handed out: it would block the article for ever.
  private mutating func lieToAggregator() {
    let socket = sockets.count
    sockets.append(SimulatedSocket(client: Self.operatorProcess, incarnation: 0, server: Self.aggregatorProcess))
    let own = identity(Self.aggregatorProcess, "")
    let hello = Hello(
      role: .worker, name: "liar", sender: Epoch(UInt64(socket + 1) << 48), version: own.version,
      software: "simulation",
      fingerprint: own.fingerprint)
    let key = CommitKey(
      articleID: articleID(generator.below(options.articles)), revision: .max, fingerprint: own.fingerprint)
    let grant = options.sabotage == .believesWorkers ? Self.grantKey.grant(key.articleID, key.revision) : 1
    let results = Results(
      sequence: 1, payload: PayloadID(0), items: [ResultItem(key: key, job: JobID(1), bytes: 10, grant: grant)])
    let sent: [(MessageToAggregator, [UInt64])] = [(.hello(hello), []), (.results(results), [0])]
    for (index, (message, values)) in sent.enumerated() {
      events.insert(
        .deliver(
          .toAggregator(message, values: values), socket: socket, toServer: true,
          serverIncarnation: processes[Self.aggregatorProcess].incarnation),
        at: now + .microseconds(Int64(100 + index)))
    }
  }
}

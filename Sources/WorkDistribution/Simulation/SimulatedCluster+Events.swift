extension SimulatedCluster {
  mutating func handle(_ event: SimulatedEvent) {
    switch event {
    case .deliver(let envelope, let socket, let toServer, let incarnation):
      deliver(envelope, socket: socket, toServer: toServer, serverIncarnation: incarnation, event: event)
    case .wake(let process, let token):
      guard processes[process].isUp, processes[process].wakeToken == token else { return }
      processes[process].wakeAt = nil
      if postpones(event, process) { return }
      checkSpinning(process)
      tick(process)
    case .disk(let process, let incarnation):
      guard processes[process].isUp, processes[process].incarnation == incarnation else { return }
      if postpones(event, process) { return }
      completeDiskOperation(process)
    case .extracted(let process, let incarnation, let reports):
      guard processes[process].isUp, processes[process].incarnation == incarnation else { return }
      if postpones(event, process) { return }
      finishExtraction(process, reports)
    case .unreachable(let process, let incarnation, let peer):
      guard processes[process].isUp, processes[process].incarnation == incarnation else { return }
      if options.sabotage == .neverReclaims || postpones(event, process) { return }
      if process == Self.coordinatorProcess { step(coordinator: .unreachable(peer)) }
      if process == Self.aggregatorProcess { step(aggregator: .unreachable(peer)) }
    case .connectionHint(let process, let incarnation):
      guard processes[process].isUp, processes[process].incarnation == incarnation else { return }
      if postpones(event, process) { return }
      step(coordinator: .connectionLost)
    case .disconnected(let process, let socket):
      guard sockets[socket].isOpen, processes[process].isUp else { return }
      if postpones(event, process) { return }
      disconnect(process, from: sockets[socket].server)
    case .fault(let index): inject(schedule[index].kind)
    case .endOfDiskFailure(let process): processes[process].diskFails = false
    case .restart(let process, let incarnation):
      guard !processes[process].isUp, processes[process].incarnation == incarnation else { return }
      start(process)
    case .resume(let process, let incarnation):
      guard processes[process].isUp, processes[process].incarnation == incarnation else { return }
      processes[process].pausedUntil = nil
      let postponed = processes[process].postponed
      processes[process].postponed = []
      for event in postponed { handle(event) }
      if processes[process].isUp { tick(process) }
    case .operatorTurn: takeOperatorTurn()
    case .checkLeases:
      checkLeases()
      schedule(.checkLeases, after: .milliseconds(250))
    case .backup: backup = store
    }
  }

  /// A stopped process sees nothing until it goes on.
  mutating func postpones(_ event: SimulatedEvent, _ process: Int) -> Bool {
    guard processes[process].pausedUntil != nil else { return false }
    if case .wake = event { return true }
    processes[process].postponed.append(event)
    return true
  }

  mutating func tick(_ process: Int) {
    switch process {
    case Self.coordinatorProcess: step(coordinator: .tick)
    case Self.aggregatorProcess: step(aggregator: .tick)
    case Self.submitterProcess, Self.replacerProcess: step(submitter: process, .tick)
    default: step(worker: process, .tick)
    }
  }

  private mutating func disconnect(_ process: Int, from server: Int) {
    if process >= Self.firstWorker {
      step(worker: process, .disconnected(server == Self.coordinatorProcess ? .coordinator : .aggregator))
    } else if process >= Self.submitterProcess {
      step(submitter: process, .disconnected)
    }
  }

  /// Sees to it that the process is called at its deadline.
  mutating func plan(_ process: Int, deadline: Instant) {
    guard processes[process].isUp else { return }
    let at = max(deadline - processes[process].clockOffset, now + .microseconds(100))
    guard deadline < .never else { return }
    if let planned = processes[process].wakeAt, planned <= at { return }
    processes[process].wakeToken += 1
    processes[process].wakeAt = at
    events.insert(.wake(process: process, token: processes[process].wakeToken), at: at)
  }

  /// Whether the process dies now, in the middle of what it is doing.
  mutating func diesInStep(_ process: Int) -> Bool {
    guard !faultsAreOver, options.crashInStep > 0, process != Self.submitterProcess || generator.below(4) == 0 else {
      return false
    }
    return generator.chance(perMille: options.crashInStep)
  }
}

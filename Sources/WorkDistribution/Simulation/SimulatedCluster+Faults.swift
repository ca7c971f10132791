extension SimulatedCluster {
  mutating func start(_ process: Int) {
    processes[process].incarnation += 1
    processes[process].isUp = true
    processes[process].pausedUntil = nil
    processes[process].wakeAt = nil
    processes[process].wakeToken += 1
    note("process \(process) starts")
    switch process {
    case Self.coordinatorProcess: startCoordinator()
    case Self.aggregatorProcess: startAggregator()
    case Self.submitterProcess, Self.replacerProcess: startSubmitter(process)
    default: startWorker(process)
    }
  }

  /// SIGKILL: everything in memory is gone.
  mutating func crash(_ process: Int, downtime: TimeSpan) {
    guard processes[process].isUp else { return }
    crashes += 1
    note("process \(process) dies")
    processes[process].isUp = false
    processes[process].pausedUntil = nil
    processes[process].postponed = []
    processes[process].wakeAt = nil
    processes[process].wakeToken += 1
    loseDisk(process)
    if options.sabotage == .blamesArticlesForDeaths, process >= Self.firstWorker { blame(process) }
    for server in 0..<2 {
      guard let socket = processes[process].sockets[server] else { continue }
      sockets[socket].isOpen = false
      processes[process].sockets[server] = nil
    }
    switch process {
    case Self.coordinatorProcess:
      coordinator = nil
      submissionTexts = [:]
    case Self.aggregatorProcess:
      aggregator = nil
      resultValues = [:]
    case Self.submitterProcess, Self.replacerProcess: submitters[process - Self.submitterProcess] = nil
    default:
      workers[process - Self.firstWorker] = nil
      workerTexts[process - Self.firstWorker] = [:]
    }
    announceDeath(of: process)
    lastFaultEnd = max(lastFaultEnd, now + downtime)
    schedule(.restart(process: process, incarnation: processes[process].incarnation), after: downtime)
  }

  /// The monitors' hints, which do not always come.
  private mutating func announceDeath(of process: Int) {
    if process > Self.aggregatorProcess {
      let server = Self.coordinatorProcess
      if generator.below(10) < 7 {
        schedule(
          .connectionHint(process: server, incarnation: processes[server].incarnation), after: .milliseconds(2))
      }
      return
    }
    for client in processes.indices where client > Self.aggregatorProcess {
      guard let socket = processes[client].sockets[process], generator.below(2) == 0 else { continue }
      schedule(.disconnected(process: client, socket: socket), after: .milliseconds(2))
    }
  }

  /// A sabotaged cluster: the dead worker's articles are reported as failed.
  private mutating func blame(_ process: Int) {
    guard let core = workers[process - Self.firstWorker], let epoch = core.coordinator.epoch else { return }
    for (_, entry) in core.held.sorted(by: { $0.key < $1.key }) {
      sendToServer(
        .toCoordinator(
          .failed(Failure(epoch: epoch, lease: entry.item.lease, code: .trap, message: "the worker died")), texts: []),
        from: process, to: Self.coordinatorProcess)
    }
  }

  mutating func inject(_ fault: ScheduledFault.Kind) {
    note("fault: \(fault)")
    switch fault {
    case .crash(let process, let downtime): crash(process, downtime: downtime)
    case .pause(let process, let duration):
      guard processes[process].isUp, processes[process].pausedUntil == nil else { return }
      processes[process].pausedUntil = now + duration
      extendFaults(duration)
      schedule(.resume(process: process, incarnation: processes[process].incarnation), after: duration)
    case .partition(let from, let to, let isOneWay, let duration):
      blocked.append((from, to, now + duration))
      if !isOneWay { blocked.append((to, from, now + duration)) }
      extendFaults(duration)
    case .isolation(let process, let isOneWay, let duration):
      for other in processes.indices where other != process {
        blocked.append((process, other, now + duration))
        if !isOneWay { blocked.append((other, process, now + duration)) }
      }
      extendFaults(duration)
    case .deadLetters(let action):
      say([.deadLetters(DeadLetterCommand(action: action, selector: .all))], as: .operator)
    case .nonsense(let role): talkNonsense(as: role)
    case .clockJump(let process, let jump):
      processes[process].clockOffset = processes[process].clockOffset + jump
      processes[process].wakeAt = nil
      if processes[process].isUp, processes[process].pausedUntil == nil { tick(process) }
    case .diskFailure(let process, let duration):
      processes[process].diskFails = true
      extendFaults(duration)
      schedule(.endOfDiskFailure(process: process), after: duration)
    case .slowness(let worker, let factor, let duration):
      processes[Self.firstWorker + worker].slowness = factor
      processes[Self.firstWorker + worker].slowUntil = now + duration
      extendFaults(duration)
    case .drain(let worker, _):
      if processes[Self.firstWorker + worker].pausedUntil == nil { step(worker: Self.firstWorker + worker, .drain) }
    case .drainCoordinator:
      if processes[Self.coordinatorProcess].pausedUntil == nil { step(coordinator: .drain) }
    case .drainAggregator:
      if processes[Self.aggregatorProcess].pausedUntil == nil { step(aggregator: .drain) }
    case .restoreBackup(let downtime):
      guard let backup else { return }
      // As the manual says: with everything stopped, long enough for what is on its way to be gone.
      for process in processes.indices where process != Self.submitterProcess && process != Self.replacerProcess {
        stop(process, downtime: downtime)
      }
      store.restore(backup)
    }
  }

  /// Ends a process, or keeps one that is down from coming back earlier.
  private mutating func stop(_ process: Int, downtime: TimeSpan) {
    if processes[process].isUp { return crash(process, downtime: downtime) }
    processes[process].incarnation += 1
    extendFaults(downtime)
    schedule(.restart(process: process, incarnation: processes[process].incarnation), after: downtime)
  }

  private mutating func extendFaults(_ span: TimeSpan) {
    lastFaultEnd = max(lastFaultEnd, now + span)
  }
}

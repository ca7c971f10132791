/// A fault that a schedule holds, at its time.
struct ScheduledFault: Sendable, CustomStringConvertible {
  enum Kind: Sendable {
    case crash(process: Int, downtime: TimeSpan)
    case pause(process: Int, duration: TimeSpan)
    case partition(from: Int, to: Int, isOneWay: Bool, duration: TimeSpan)
    case clockJump(process: Int, by: TimeSpan)
    case diskFailure(process: Int, duration: TimeSpan)
    case slowness(worker: Int, factor: Int64, duration: TimeSpan)
    case drain(worker: Int, downtime: TimeSpan)
    case drainCoordinator(downtime: TimeSpan)
    case drainAggregator(downtime: TimeSpan)
    /// Cut off from everybody.
    case isolation(process: Int, isOneWay: Bool, duration: TimeSpan)
    /// An operator looks at, retries or discards the dead letters.
    case deadLetters(DeadLetterCommand.Action)
    /// Somebody connects, in this role or without a hello, and says what makes no sense.
    case nonsense(Role?)
    case restoreBackup(downtime: TimeSpan)
  }

  var at: Instant
  var kind: Kind

  var description: String { "\(at.milliseconds) ms: \(kind)" }
}

extension Instant {
  /// For traces.
  var milliseconds: Int64 { nanoseconds / 1_000_000 }
}

extension TimeSpan: CustomStringConvertible {
  public var description: String { "\(wholeMilliseconds) ms" }
}

extension SimulationOptions {
  /// The faults of a seed, in order of time.
  func schedule(using generator: inout SplitMix64) -> [ScheduledFault] {
    let processes = SimulatedCluster.firstWorker + workers
    let period = Int(faultPeriod.wholeMilliseconds)
    var faults: [ScheduledFault] = []
    for _ in 0..<self.faults {
      let at = Instant.zero + .milliseconds(Int64(generator.below(period)))
      let process = generator.below(processes)
      let worker = generator.below(workers)
      let span = TimeSpan.milliseconds(Int64(20 + generator.below(3_000)))
      let kind: ScheduledFault.Kind
      switch generator.below(17) {
      case 0, 1, 2, 3: kind = .crash(process: process, downtime: span)
      case 4: kind = .pause(process: process, duration: span)
      case 5, 6:
        let other = (process + 1 + generator.below(processes - 1)) % processes
        kind = .partition(from: process, to: other, isOneWay: generator.below(2) == 0, duration: span)
      case 7:
        let jump = Int64(generator.below(60_000)) - 20_000
        kind = .clockJump(process: process, by: .milliseconds(jump))
      case 8: kind = .diskFailure(process: generator.below(2), duration: span)
      case 9: kind = .slowness(worker: worker, factor: Int64(2 + generator.below(8)), duration: span)
      case 10: kind = .drain(worker: worker, downtime: span)
      case 11:
        kind = .isolation(process: process, isOneWay: generator.below(2) == 0, duration: span)
      case 12:
        let actions = DeadLetterCommand.Action.allCases
        kind = .deadLetters(actions[generator.below(actions.count)])
      case 13, 14:
        let roles: [Role?] = [nil, .worker, .submitter, .observer, .operator, .coordinator]
        kind = .nonsense(roles[generator.below(roles.count)])
      case 15: kind = .drainAggregator(downtime: span)
      default: kind = .drainCoordinator(downtime: span)
      }
      faults.append(ScheduledFault(at: at, kind: kind))
    }
    if restoresBackup {
      let at = Instant.zero + .milliseconds(Int64(period / 2 + generator.below(period / 2)))
      faults.append(ScheduledFault(at: at, kind: .restoreBackup(downtime: .seconds(2))))
    }
    return faults.sorted { $0.at < $1.at }
  }
}

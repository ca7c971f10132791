import Testing
import WorkDistribution

#if canImport(Glibc)
  import Glibc
#endif

/// How many schedules to run: `SILSILA_SCHEDULES`, or a thousand.
private var scheduleCount: UInt64 {
  guard let text = getenv("SILSILA_SCHEDULES") else { return 1_000 }
  return UInt64(String(cString: text)) ?? 1_000
}

/// Where to begin: `SILSILA_SEED`, so that long campaigns do not repeat each other.
private var firstSeed: UInt64 {
  guard let text = getenv("SILSILA_SEED") else { return 1 }
  return UInt64(String(cString: text)) ?? 1
}

/// The report of a failing seed, with its schedule and its last steps; `SILSILA_SEED=n SILSILA_SCHEDULES=1` repeats it.
private func replay(_ seed: UInt64) -> String {
  var options = SimulationOptions.random(seed: seed)
  options.traces = true
  var cluster = SimulatedCluster(seed: seed, options: options)
  return cluster.run().report
}

@Suite struct `A simulated cluster` {
  @Test func `keeps every promise under random schedules of faults`() async {
    let parts: UInt64 = 8
    let reports = await withTaskGroup(of: [String].self) { group in
      for part in 0..<parts {
        group.addTask {
          var reports: [String] = []
          var seed = firstSeed + part
          while seed < firstSeed + scheduleCount, reports.count < 3 {
            var cluster = SimulatedCluster(seed: seed, options: .random(seed: seed))
            let outcome = cluster.run()
            if !outcome.violations.isEmpty { reports.append(replay(seed)) }
            seed += parts
          }
          return reports
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    for report in reports { Issue.record("\(report)") }
  }

  @Test func `replays a seed exactly`() {
    for seed: UInt64 in 1...5 {
      var options = SimulationOptions.random(seed: seed)
      options.traces = true
      var first = SimulatedCluster(seed: seed, options: options)
      var second = SimulatedCluster(seed: seed, options: options)
      let (a, b) = (first.run(), second.run())
      #expect(a.trace == b.trace)
      #expect(a.steps == b.steps)
      #expect(!a.trace.isEmpty)
    }
  }

  @Test func `really crashes, loses and repeats`() {
    var crashes = 0
    var late: UInt64 = 0
    var lost: UInt64 = 0
    var repeated: UInt64 = 0
    for seed: UInt64 in 1...40 {
      var cluster = SimulatedCluster(seed: seed, options: .random(seed: seed))
      let outcome = cluster.run()
      crashes += outcome.crashes
      late += outcome.coordinator.lateResults
      lost += outcome.coordinator.leasesLost
      repeated += outcome.coordinator.repeatedResults
    }
    #expect(crashes > 40)
    #expect(late > 0)
    #expect(lost > 0)
    #expect(repeated > 0)
  }
}

@Suite struct `The simulation` {
  @Test(arguments: Sabotage.allCases)
  func `notices a cluster that is broken on purpose`(_ sabotage: Sabotage) {
    var found: String?
    for seed: UInt64 in 1...400 where found == nil {
      var options = SimulationOptions.random(seed: seed)
      options.sabotage = sabotage
      options.loss = max(options.loss, 20)
      options.crashInStep = 4
      options.faults += 3
      if sabotage == .skipsReconciliation { options.restoresBackup = true }
      if sabotage == .dropsTombstones { options.retracted = 2 }
      if sabotage == .commitsStaleRevisions { options.replaced = 10 }
      var cluster = SimulatedCluster(seed: seed, options: options)
      found = cluster.run().violations.first
    }
    #expect(found != nil, "\(sabotage) was not noticed")
  }
}

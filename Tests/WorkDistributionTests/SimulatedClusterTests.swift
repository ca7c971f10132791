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

/// What a number of schedules led to.
private struct Campaign: Sendable {
  var schedules = 0
  var steps = 0
  var crashes = 0
  var coverage = TransitionCoverage.empty
  var reports: [String] = []

  mutating func run(_ seed: UInt64) {
    var cluster = SimulatedCluster(seed: seed, options: .random(seed: seed))
    let outcome = cluster.run()
    schedules += 1
    steps += outcome.steps
    crashes += outcome.crashes
    coverage.add(outcome.coverage)
    if !outcome.violations.isEmpty { reports.append(replay(seed)) }
  }

  mutating func add(_ other: Campaign) {
    schedules += other.schedules
    steps += other.steps
    crashes += other.crashes
    coverage.add(other.coverage)
    reports += other.reports
  }

  func print(took time: Duration) {
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    Swift.print(
      "\(schedules) schedules from seed \(firstSeed), \(steps) steps, \(crashes) crashes, \(reports.count) violations, "
        + "\(Int(Double(schedules) / seconds)) schedules/s")
    Swift.print("transitions:")
    for (transition, count) in coverage.reached.sorted(by: { $0.key < $1.key }) {
      Swift.print("\(count)\t\(transition)")
    }
  }
}

/// A campaign of its own, not a part of the tests: it says what it has done.
private var isLong: Bool { getenv("SILSILA_SCHEDULES") != nil }

@Suite struct `A simulated cluster` {
  @Test func `keeps every promise under random schedules of faults, and has tried every transition`() async {
    let parts: UInt64 = 8
    let clock = ContinuousClock()
    let start = clock.now
    let campaign = await withTaskGroup(of: Campaign.self) { group in
      for part in 0..<parts {
        group.addTask {
          var campaign = Campaign()
          var seed = firstSeed + part
          while seed < firstSeed + scheduleCount, campaign.reports.count < 3 {
            campaign.run(seed)
            seed += parts
          }
          return campaign
        }
      }
      return await group.reduce(into: Campaign()) { $0.add($1) }
    }
    for report in campaign.reports { Issue.record("\(report)") }
    if isLong { campaign.print(took: clock.now - start) }
    let reached = Set(campaign.coverage.reached.keys.map(\.description))
    // A few of the rarer ones may be missing from a short campaign, by chance; none from a long one.
    let expected = scheduleCount >= 100_000 ? usualTransitions.union(rareTransitions) : usualTransitions
    let missing = expected.subtracting(reached)
    if scheduleCount >= 1_000 { #expect(missing.isEmpty, "never reached: \(missing.sorted())") }
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

import Foundation
import Monitoring
import Testing
import WireProtocol
import WorkDistribution

@testable import ClusterRuntime

@Suite struct `The metrics of a role` {
  @Test func `do not show the last lag of an aggregator that is away`() {
    let registry = MetricsRegistry()
    let feed = MetricsFeed(registry)
    var snapshot = CoordinatorService.Snapshot()
    snapshot.status.aggregator = Wire.Lag(uncommitted: 17)
    feed.update(snapshot)
    #expect(registry.prometheusText().contains("\nsilsila_aggregator_lag 17\n"))
    #expect(registry.prometheusText().contains("\nsilsila_coordinator_aggregator_connected 1\n"))
    snapshot.status.aggregator = nil
    feed.update(snapshot)
    #expect(!registry.prometheusText().contains("silsila_aggregator_lag"))
    #expect(registry.prometheusText().contains("\nsilsila_coordinator_aggregator_connected 0\n"))
  }

  @Test func `count what was reconciled, cut and turned away`() {
    let registry = MetricsRegistry()
    let feed = MetricsFeed(registry)
    var snapshot = CoordinatorService.Snapshot()
    snapshot.statistics.reconciledRequeued = 3
    snapshot.statistics.mismatches = 2
    snapshot.transport.cutRevoked = 4
    snapshot.transport.revoked = 5
    for _ in 0..<2 { feed.update(snapshot) }
    let text = registry.prometheusText()
    for line in [
      "silsila_coordinator_reconciled_requeued_total 3", "silsila_coordinator_mismatches_total 2",
      "silsila_coordinator_connections_cut_total{reason=\"revoked\"} 4",
      "silsila_coordinator_rejected_messages_total{reason=\"revoked\"} 5",
    ] {
      #expect(text.contains("\n\(line)\n"), "\(line)")
    }
  }

  @Test func `name the process as Prometheus' own clients do`() {
    let registry = MetricsRegistry()
    MetricsFeed(registry).update(AggregatorService.Snapshot())
    let text = registry.prometheusText()
    #expect(text.contains("# TYPE process_cpu_seconds_total counter\nprocess_cpu_seconds_total "))
    for name in [
      "process_resident_memory_bytes", "process_virtual_memory_bytes", "process_open_fds", "process_max_fds",
      "process_start_time_seconds",
    ] {
      #expect(text.contains("# TYPE \(name) gauge\n\(name) "), "\(name)")
    }
  }
}

@Suite(.timeLimit(.minutes(1))) struct `The condition of a role` {
  @Test func `is failing until it serves, well then, and failing while its store cannot be written`() throws {
    let cluster = try TestCluster()
    defer { cluster.stop() }
    try cluster.startAggregator()
    let aggregator = try #require(cluster.aggregator)
    #expect(eventually { aggregator.condition == .well })
    #expect(
      RoleCondition.of(age: nil, isStoreFailing: false, isDraining: false, store: "ledger") == .failing("starting"))
    #expect(
      RoleCondition.of(age: .seconds(1), isStoreFailing: true, isDraining: false, store: "ledger")
        == .failing("the ledger cannot be written; the log says why"))
    #expect(RoleCondition.of(age: .seconds(1), isStoreFailing: false, isDraining: true, store: "x") == .draining)
    guard case .failing = RoleCondition.of(age: .seconds(11), isStoreFailing: false, isDraining: false, store: "x")
    else {
      Issue.record("a thread that is stuck passes for well")
      return
    }
  }
}

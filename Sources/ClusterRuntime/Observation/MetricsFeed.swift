public import Monitoring
import WireProtocol
import WorkDistribution

/// Copies the counts that a role's core keeps into a metrics registry.
///
/// The cores count in plain integers, so that they stay pure; this turns their snapshots into Prometheus series.
/// Call the same feed from one task only.
public final class MetricsFeed {
  private let registry: MetricsRegistry
  private var last: [String: UInt64] = [:]
  private var workers: Set<String> = []

  public init(_ registry: MetricsRegistry) { self.registry = registry }

  public func update(_ snapshot: CoordinatorService.Snapshot) {
    let s = snapshot.statistics
    for (name, value, help) in [
      ("submissions", s.submissions, "Submissions received"),
      ("articles_accepted", s.accepted, "Articles accepted into the ledger"),
      ("articles_duplicate", s.duplicates, "Articles known already"),
      ("articles_conflict", s.conflicts, "Articles with a known id and other content"),
      ("articles_rejected", s.rejected, "Articles rejected"),
      ("submit_busy_answers", s.busyAnswers, "Submissions told to wait"),
      ("batches", s.batches, "Batches handed to workers"),
      ("jobs_dispatched", s.dispatched, "Articles handed to workers, repetitions included"),
      ("jobs_done", s.done, "Articles reported committed"),
      ("results_late", s.lateResults, "Results of expired leases, accepted once"),
      ("results_repeated", s.repeatedResults, "Reports of articles done already"),
      ("messages_stale", s.staleMessages, "Messages of an earlier epoch"),
      ("leases_expired", s.leasesExpired, "Leases without progress, taken back"),
      ("leases_lost", s.leasesLost, "Leases of lost workers, taken back"),
      ("leases_released", s.leasesReleased, "Leases handed back"),
      ("failures", s.failures, "Failed extractions"),
      ("dead_letters", s.deadLetters, "Articles given up"),
      ("refusals", s.refusals, "Peers refused"),
      ("mismatches", s.mismatches, "Batches whose articles a worker did not mention, handed out again"),
      ("reconciled_requeued", s.reconciledRequeued, "Articles believed done that the aggregator lacked, queued again"),
      ("reconciled_found", s.reconciledFound, "Articles believed waiting that the aggregator had, marked done"),
      ("messages_of_departed", s.messagesFromDeparted, "Messages of workers that were given up"),
      ("clock_leaps", s.clockLeaps, "Leaps of the clock that were ignored"),
      ("store_failures", s.storeFailures, "Ledger writes that failed and are tried again"),
    ] { count("silsila.coordinator." + name, value, help) }
    update(snapshot.transport, role: "coordinator")
    for queue in snapshot.status.queues {
      for (state, value) in [
        ("waiting", queue.waiting), ("leased", queue.leased), ("retrying", queue.retrying), ("done", queue.done),
        ("dead", queue.dead),
      ] {
        gauge(
          "silsila.queue.articles", value, "Articles by language and state",
          [("language", queue.language), ("state", state)])
      }
    }
    gauge("silsila.workers", UInt64(snapshot.status.workers.count), "Connected workers")
    var present: Set<String> = []
    for worker in snapshot.status.workers {
      present.insert(worker.name)
      let labels = [("worker", worker.name)]
      registry.describe("silsila.worker.articles_per_second", "Articles per second of a worker")
      registry.gauge("silsila.worker.articles_per_second", labels).set(Double(worker.rateMilli) / 1000)
      gauge("silsila.worker.in_flight", worker.inFlight, "Articles in a worker's hands", labels)
    }
    for gone in workers.subtracting(present) {
      for label in ["silsila.worker.articles_per_second", "silsila.worker.in_flight"] {
        registry.destroyMeter(registry.gauge(label, [("worker", gone)]))
      }
    }
    workers = present
    gauge(
      "silsila.coordinator.aggregator_connected", snapshot.status.aggregator == nil ? 0 : 1,
      "Whether the aggregator is heard")
    if let lag = snapshot.status.aggregator {
      gauge("silsila.aggregator.lag", lag.uncommitted, "Results received and not yet durable")
    } else {
      // Nobody knows it then; the last value would look like the present one.
      registry.destroyMeter(registry.gauge("silsila.aggregator.lag"))
    }
    process()
  }

  public func update(_ snapshot: AggregatorService.Snapshot) {
    let s = snapshot.statistics
    for (name, value, help) in [
      ("messages", s.messages, "Messages received"), ("results", s.results, "Results received"),
      ("results_written", s.written, "Results that had effect"),
      ("results_ignored", s.ignored, "Repeated or superseded results, acknowledged without effect"),
      ("commits", s.commits, "Group commits"), ("commit_failures", s.commitFailures, "Group commits that failed"),
      ("busy_answers", s.busyAnswers, "Results turned away at the high-water mark"),
      ("refusals", s.refusals, "Peers refused"),
    ] { count("silsila.aggregator." + name, value, help) }
    update(snapshot.transport, role: "aggregator")
    gauge("silsila.aggregator.uncommitted", snapshot.lag.uncommitted, "Results received and not yet durable")
    gauge("silsila.aggregator.mentions", snapshot.lag.mentions, "Mentions in the store")
    gauge("silsila.aggregator.held_results", snapshot.results, "Articles in the store")
    registry.describe("silsila.aggregator.last_commit_seconds", "Duration of the last group commit")
    registry.gauge("silsila.aggregator.last_commit_seconds").set(Double(snapshot.lag.commitMicroseconds) / 1e6)
    process()
  }

  private func update(_ t: TransportStatistics, role: String) {
    for (reason, value) in [
      ("malformed", t.malformed), ("incompatible", t.incompatible), ("forbidden", t.forbidden), ("foreign", t.foreign),
      ("overflow", t.overflows), ("key", t.rejectedKeys), ("handshake", t.failedHandshakes), ("revoked", t.revoked),
    ] {
      count(
        "silsila.\(role).rejected_messages", value, "Messages and connections turned away before the core",
        [("reason", reason)])
    }
    for (reason, value) in [("revoked", t.cutRevoked), ("excess", t.excessConnections), ("mute", t.muteConnections)] {
      count("silsila.\(role).connections_cut", value, "Connections that this side ended", [("reason", reason)])
    }
  }

  private func count(_ label: String, _ value: UInt64, _ help: String, _ labels: [(String, String)] = []) {
    registry.describe(label, help)
    let key = label + labels.map { "\u{0}\($0.0)=\($0.1)" }.joined()
    let counter = registry.counter(label, labels)
    let previous = last[key] ?? 0
    if value > previous { counter.increment(by: Int64(clamping: value - previous)) }
    last[key] = value
  }

  private func gauge(_ label: String, _ value: UInt64, _ help: String, _ labels: [(String, String)] = []) {
    registry.describe(label, help)
    registry.gauge(label, labels).set(Double(value))
  }

  private func process() { ProcessFeed.update(registry) }
}

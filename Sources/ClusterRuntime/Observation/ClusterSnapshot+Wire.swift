public import Monitoring
public import WireProtocol
import WorkDistribution

extension ClusterSnapshot {
  /// The cluster as the coordinator reports it.
  public init(_ status: Wire.Status) {
    self.init(
      queues: status.queues.map {
        Queue(
          language: $0.language, waiting: $0.waiting, leased: $0.leased, retrying: $0.retrying, done: $0.done,
          dead: $0.dead)
      },
      workers: status.workers.map {
        Worker(
          name: $0.name, languages: $0.languages, state: Worker.State(rawValue: $0.state) ?? .silent,
          articlesPerSecond: Double($0.rateMilli) / 1000, inFlight: $0.inFlight, retries: $0.retries,
          lastHeardMilliseconds: Int64(clamping: $0.lastHeardMilliseconds))
      },
      aggregator: status.aggregator.map {
        Aggregator(
          committed: status.totals.committed, lag: $0.uncommitted, commitMicroseconds: $0.commitMicroseconds,
          mentions: $0.mentions, events: $0.events)
      },
      totals: Totals(
        accepted: status.totals.accepted, committed: status.totals.committed, dead: status.totals.dead,
        rejected: status.totals.rejected),
      uptimeSeconds: Double(status.uptimeMilliseconds) / 1000, isDraining: status.isDraining)
  }
}

extension StoreSnapshot {
  /// The store as its aggregator reports it.
  public init(_ snapshot: AggregatorService.Snapshot) {
    self.init(
      results: snapshot.results, mentions: snapshot.lag.mentions, events: snapshot.lag.events,
      uncommitted: snapshot.lag.uncommitted, commitMicroseconds: snapshot.lag.commitMicroseconds,
      commitFailures: snapshot.statistics.commitFailures, isDraining: snapshot.isDraining)
  }
}

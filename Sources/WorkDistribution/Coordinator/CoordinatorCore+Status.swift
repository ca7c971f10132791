extension CoordinatorCore {
  /// Nothing is pending anywhere: everything that was admitted is committed or dead, and the aggregator has been
  /// compared with the ledger.
  public var isFinished: Bool {
    admissions.isEmpty && waitingTotal == 0 && aggregator.isReconciled && !aggregator.hasTombstones
  }

  /// How many articles are in which final state.
  public var totals: Totals {
    var totals = Totals(rejected: rejectedTotal)
    for queue in queues {
      totals.accepted += queue.counts.waiting + queue.counts.done + queue.counts.dead
      totals.committed += queue.counts.done
      totals.dead += queue.counts.dead
    }
    return totals
  }

  mutating func announceFinish() {
    guard !awaitingFinish.isEmpty, isFinished else { return }
    let totals = totals
    for peer in awaitingFinish.sorted() { send(.finished(totals), to: peer) }
    awaitingFinish = []
  }

  /// A snapshot. O(workers).
  public var status: ClusterStatus {
    ClusterStatus(
      epoch: configuration.identity.epoch, uptime: now - .zero,
      queues: queues.map { queue in
        let busy = UInt64(queue.leasedCount + queue.delayedCount)
        return ClusterStatus.Queue(
          language: queue.language, waiting: queue.counts.waiting - min(queue.counts.waiting, busy),
          leased: UInt64(queue.leasedCount), retrying: UInt64(queue.delayedCount), done: queue.counts.done,
          dead: queue.counts.dead)
      },
      workers: workers.filter(\.isConnected).map { worker in
        let silence = now - worker.lastHeard
        let isSilent = silence >= configuration.heartbeatInterval * 3
        return ClusterStatus.Worker(
          name: worker.name, languages: worker.languages,
          state: worker.isDraining ? .draining : isSilent ? .silent : .active, inFlight: UInt32(worker.jobCount),
          articlesPerThousandSeconds: worker.rate, retries: worker.retries, lastHeard: silence,
          finished: worker.progress)
      },
      totals: totals, aggregator: aggregator.lag, isDraining: isDraining)
  }
}

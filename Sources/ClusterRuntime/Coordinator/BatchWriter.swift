internal import Logging
internal import NewsEvents
internal import Storage
internal import WireProtocol
internal import WorkDistribution
internal import ZeroMQ

/// Puts batches together on a thread of its own: the core names jobs, the ledger has the texts.
///
/// Reading does not wait for the ledger's writer. Batches leave in the order in which they were asked for.
final class BatchWriter: Sendable {
  private let queue = BlockingQueue<(batch: Batch, peer: PeerID)>()
  private let thread: DedicatedThread

  init(ledger: Ledger, inbox: Inbox<CoordinatorEvent>, logger: Logger) {
    let queue = queue
    thread = DedicatedThread(name: "batches") {
      while let item = queue.take() {
        do {
          if let frames = try Self.frames(of: item.batch, ledger) { inbox.post(.send(frames, to: item.peer)) }
        } catch {
          // The worker will not mention the jobs in its heartbeats, and the core hands them out again.
          logger.error("batch \(item.batch.number): \(error)")
        }
      }
    }
  }

  func push(_ batch: Batch, to peer: PeerID) { queue.push((batch, peer)) }

  func finish() {
    queue.close()
    thread.join()
  }

  /// nil when every article of the batch was withdrawn meanwhile.
  private static func frames(of batch: Batch, _ ledger: Ledger) throws -> [Frame]? {
    guard let language = Language(batch.language) else { return nil }
    var leases: [UInt64: Lease] = [:]
    for item in batch.items { leases[item.lease.job.rawValue] = item.lease }
    var jobs: [Wire.Job] = []
    for row in try ledger.articles(jobs: batch.items.map(\.lease.job.rawValue)) {
      guard let article = row.article, let lease = leases[row.job] else { continue }
      jobs.append(Wire.Job(lease: Wire.Lease(lease), revision: row.revision, article: article))
    }
    guard !jobs.isEmpty else { return nil }
    let wire = Wire.Batch(number: batch.number, language: language, isSolo: batch.isSolo, jobs: jobs)
    return Wire.Envelope(.batch(wire), epoch: batch.epoch.rawValue).frames
  }
}

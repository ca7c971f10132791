internal import Logging
internal import NewsEvents
internal import Storage
internal import WireProtocol
internal import WorkDistribution
internal import ZeroMQ

/// Puts batches together on a thread of its own: the core names jobs, the ledger has the texts, and the cache those that
/// have just come.
///
/// Reading does not wait for the ledger's writer. Batches leave in the order in which they were asked for.
final class BatchWriter: Sendable {
  private let queue = BlockingQueue<(batch: Batch, peer: PeerID)>()
  private let thread: DedicatedThread

  init(ledger: Ledger, cache: TextCache, inbox: Inbox<CoordinatorEvent>, logger: Logger) {
    let queue = queue
    thread = DedicatedThread(name: "batches") {
      while let item = queue.take() {
        do {
          if let frames = try Self.frames(of: item.batch, ledger, cache) { inbox.post(.send(frames, to: item.peer)) }
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
  private static func frames(of batch: Batch, _ ledger: Ledger, _ cache: TextCache) throws -> [Frame]? {
    guard let language = Language(batch.language) else { return nil }
    var items: [UInt64: BatchItem] = [:]
    for item in batch.items { items[item.lease.job.rawValue] = item }
    var articles = cache.take(items.keys)
    let missing = batch.items.lazy.map(\.lease.job.rawValue).filter { articles[$0] == nil }
    if !missing.isEmpty {
      // A row that was replaced meanwhile has another job; one that was recoded, another revision than was granted.
      for row in try ledger.articles(jobs: Array(missing)) where items[row.job]?.revision == row.revision {
        articles[row.job] = row.article
      }
    }
    let jobs = batch.items.compactMap { item in
      articles[item.lease.job.rawValue].map {
        Wire.Job(lease: Wire.Lease(item.lease), revision: item.revision, article: $0, grant: item.grant)
      }
    }
    guard !jobs.isEmpty else { return nil }
    let wire = Wire.Batch(number: batch.number, language: language, isSolo: batch.isSolo, jobs: jobs)
    return Wire.Envelope(.batch(wire), epoch: batch.epoch.rawValue).frames
  }
}

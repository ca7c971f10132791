internal import NewsEvents
internal import Storage
internal import WireProtocol
internal import WorkDistribution
internal import ZeroMQ

/// The results of messages that are being committed, ready for the store, until the core lets go of them.
final class Payloads: Sendable {
  private let kept = Locked<(next: UInt64, results: [PayloadID: [ResultCommit]])>((1, [:]))

  func keep(_ results: [ResultCommit]) -> PayloadID {
    kept.withLock { kept in
      let id = PayloadID(kept.next)
      kept.next += 1
      kept.results[id] = results
      return id
    }
  }

  func result(_ payload: PayloadID, _ index: Int) -> ResultCommit? {
    kept.withLock { kept in
      guard let results = kept.results[payload], results.indices.contains(index) else { return nil }
      return results[index]
    }
  }

  func release(_ payload: PayloadID) { kept.withLock { _ = $0.results.removeValue(forKey: payload) } }
}

/// Reads results on a thread of its own, each to its last field: what cannot be read back later is never acknowledged.
final class ResultScreen: Sendable {
  /// Frames that wait here, in bytes, beyond which further results are dropped (they come again).
  private static let limit = 256 << 20

  private let queue = BlockingQueue<(frames: [Frame], peer: PeerID)>()
  private let pending = Locked(0)
  private let thread: DedicatedThread

  init(payloads: Payloads, inbox: Inbox<AggregatorEvent>) {
    let (queue, pending) = (queue, pending)
    thread = DedicatedThread(name: "screen") {
      while let item = queue.take() {
        let size = item.frames.reduce(0) { $0 + $1.count }
        do throws(WireError) {
          let results = try Self.read(item.frames, payloads)
          inbox.post(.input(.message(.results(results), from: item.peer)))
        } catch {
          inbox.post(.malformed(error, from: item.peer))
        }
        pending.withLock { $0 -= size }
      }
    }
  }

  func push(_ frames: [Frame], from peer: PeerID) {
    let size = frames.reduce(0) { $0 + $1.count }
    let isTaken = pending.withLock { pending in
      guard pending + size <= Self.limit || pending == 0 else { return false }
      pending += size
      return true
    }
    if isTaken { queue.push((frames, peer)) }
  }

  func finish() {
    queue.close()
    thread.join()
  }

  private static func read(_ frames: [Frame], _ payloads: Payloads) throws(WireError) -> Results {
    guard case .results(let message) = try Wire.decode(frames).message else { throw .malformed(kind: "results") }
    var commits: [ResultCommit] = []
    var items: [ResultItem] = []
    for result in message.results {
      let value = try ArticleResult(wire: result.bytes)
      guard value.article == result.key.article else {
        throw .invalid(field: "result.article", value: value.article)
      }
      commits.append(
        ResultCommit(
          article: value.article, revision: result.key.revision, fingerprint: result.key.fingerprint,
          contentHash: value.contentHash, mentions: value.mentions.count, payload: result.bytes))
      items.append(
        ResultItem(
          key: CommitKey(
            articleID: result.key.article, revision: result.key.revision, fingerprint: result.key.fingerprint),
          job: JobID(result.job), bytes: UInt32(clamping: result.bytes.count), grant: result.grant))
    }
    return Results(sequence: message.sequence, payload: payloads.keep(commits), items: items)
  }
}

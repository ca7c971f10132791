internal import NewsEvents
internal import ZeroMQ

/// Articles that were just admitted, so that those that are handed out at once need not be read back from the ledger.
/// Beyond its size the oldest go. Each is given out once: what is handed out again is read from the ledger.
final class TextCache: Sendable {
  private struct State {
    var articles: [UInt64: Article] = [:]
    var bytes = 0
    /// Jobs in the order in which they came; some may have been given out.
    var order: [UInt64] = []
    var start = 0
  }

  private let limit: Int
  private let state = Locked(State())

  /// - Parameter limit: bytes of text that are kept at most.
  init(limit: Int = 32 << 20) { self.limit = limit }

  func keep(_ admitted: [(job: UInt64, article: Article)]) {
    let limit = limit
    state.withLock { state in
      for (job, article) in admitted {
        state.articles[job] = article
        state.bytes += article.text.utf8.count
        state.order.append(job)
      }
      while state.bytes > limit, state.start < state.order.count {
        let job = state.order[state.start]
        state.start += 1
        if let old = state.articles.removeValue(forKey: job) { state.bytes -= old.text.utf8.count }
      }
      // Amortised O(1): the part before `start` is dropped when it is the larger one.
      if state.start > 1_024, state.start * 2 > state.order.count {
        state.order.removeFirst(state.start)
        state.start = 0
      }
    }
  }

  /// The articles of these jobs that are here; they are not any more afterwards.
  func take(_ jobs: some Sequence<UInt64>) -> [UInt64: Article] {
    state.withLock { state in
      var taken: [UInt64: Article] = [:]
      for job in jobs {
        guard let article = state.articles.removeValue(forKey: job) else { continue }
        state.bytes -= article.text.utf8.count
        taken[job] = article
      }
      if state.articles.isEmpty {
        state.order.removeAll(keepingCapacity: true)
        state.start = 0
      }
      return taken
    }
  }
}

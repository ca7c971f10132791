internal import NewsEvents
internal import WorkDistribution
internal import ZeroMQ

/// Articles that were just admitted, so that those that are handed out soon need not be read back from the ledger.
///
/// Those that came first go out first: when it is full, what comes is not kept, and is read from the ledger when its turn
/// comes. What has waited here for too long makes room, so that articles that nobody takes do not fill it for ever. Each
/// is given out once: what is handed out again is read from the ledger.
final class TextCache: Sendable {
  private struct State {
    var articles: [UInt64: Article] = [:]
    var bytes = 0
    /// Jobs in the order in which they came, with the time; some may have been given out.
    var order: [(job: UInt64, since: Instant)] = []
    var start = 0
  }

  private let limit: Int
  private let lifetime: TimeSpan
  private let state = Locked(State())

  /// - Parameters:
  ///   - limit: bytes of text that are kept at most.
  ///   - lifetime: how long an article is kept at most while others want its room.
  init(limit: Int = 32 << 20, lifetime: TimeSpan = .seconds(30)) {
    self.limit = limit
    self.lifetime = lifetime
  }

  /// Amortised O(1) an article.
  func keep(_ admitted: [(job: UInt64, article: Article)], at now: Instant) {
    state.withLock { state in
      while state.start < state.order.count {
        let (job, since) = state.order[state.start]
        guard now - since >= lifetime || state.articles[job] == nil else { break }
        state.start += 1
        if let old = state.articles.removeValue(forKey: job) { state.bytes -= old.text.utf8.count }
      }
      // Amortised O(1): the part before `start` is dropped when it is the larger one.
      if state.start * 2 > state.order.count {
        state.order.removeFirst(state.start)
        state.start = 0
      }
      for (job, article) in admitted {
        let size = article.text.utf8.count
        guard state.bytes + size <= limit else { continue }
        state.articles[job] = article
        state.bytes += size
        state.order.append((job, now))
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
      return taken
    }
  }
}

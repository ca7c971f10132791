internal import NewsEvents
internal import WorkDistribution
internal import ZeroMQ

/// An article of a submission with what admission needs to know.
struct SubmissionArticle: Sendable {
  var article: Article
  var hash: NewsEvents.ContentHash
  var queue: Language
}

/// The articles of submissions that are being admitted, kept for the ledger's thread until the core lets go of them.
final class Submissions: Sendable {
  /// Item `n` belongs to article `n` of the submission; nil for one that was rejected.
  private let kept = Locked<(next: UInt64, articles: [PayloadID: [SubmissionArticle?]])>((1, [:]))

  func keep(_ articles: [SubmissionArticle?]) -> PayloadID {
    kept.withLock { kept in
      let id = PayloadID(kept.next)
      kept.next += 1
      kept.articles[id] = articles
      return id
    }
  }

  func article(_ payload: PayloadID, _ index: Int) -> SubmissionArticle? {
    kept.withLock { kept in
      guard let articles = kept.articles[payload], articles.indices.contains(index) else { return nil }
      return articles[index]
    }
  }

  func release(_ payload: PayloadID) { kept.withLock { _ = $0.articles.removeValue(forKey: payload) } }
}

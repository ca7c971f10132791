internal import NewsEvents

/// An article of a submission with what admission needs to know.
struct SubmissionArticle: Sendable {
  var article: Article
  var hash: NewsEvents.ContentHash
  var queue: Language
}

/// The articles of submissions that are being admitted; nil for one that was rejected.
typealias Submissions = PayloadShelf<SubmissionArticle?>

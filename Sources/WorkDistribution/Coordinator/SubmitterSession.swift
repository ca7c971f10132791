/// A submitter's process, across its connections.
struct SubmitterSession: Sendable {
  /// Its newest connection; what an older one still brings is ignored.
  var peer: PeerID
  /// Submissions are taken in their order, so that of two replacements of an article the later one stays.
  var expected: UInt64
  /// The last answers, for submissions that come again because their answer was lost.
  var answers = RingQueue<Submitted>()

  static let rememberedAnswers = 32

  mutating func remember(_ answer: Submitted) {
    answers.append(answer)
    if answers.count > Self.rememberedAnswers { _ = answers.popFirst() }
  }

  func answer(to sequence: UInt64) -> Submitted? {
    answers.elements.first { $0.sequence == sequence }
  }
}

/// Submissions that were taken and are not durable yet.
struct AdmissionBuffer: Sendable {
  struct Entry: Sendable {
    var session: Epoch
    var submission: Submission

    /// Whose share an article counts against.
    func source(of article: SubmittedArticle) -> UInt64 {
      article.source != 0 ? article.source : session.rawValue
    }

    var bytes: UInt64 { submission.articles.reduce(0) { $0 + UInt64($1.bytes) } }
  }

  var waiting = RingQueue<Entry>()
  var inFlight: (group: GroupID, entries: [Entry])?
  /// Articles and bytes of both.
  var load = Allowance(jobs: 0, bytes: 0)

  var isEmpty: Bool { waiting.isEmpty && inFlight == nil }

  mutating func add(_ entry: Entry) {
    load.jobs += UInt64(entry.submission.articles.count)
    load.bytes += entry.bytes
    waiting.append(entry)
  }

  mutating func settled(_ entry: Entry) {
    load.jobs -= UInt64(entry.submission.articles.count)
    load.bytes -= entry.bytes
  }
}

internal import ArabicScript
internal import NewsEvents
internal import Storage
internal import WireProtocol
internal import WorkDistribution
internal import ZeroMQ

/// Reads submissions: decodes, hashes and identifies the language.
enum SubmissionScreen {
  static func make(maximumSize: Int, submissions: Submissions, inbox: Inbox<CoordinatorEvent>) -> FrameScreen {
    FrameScreen { frames, peer in
      let (event, rejects) = read(frames, from: peer, maximumSize: maximumSize, submissions: submissions)
      inbox.post(event)
      if !rejects.isEmpty { inbox.post(.rejects(rejects)) }
    }
  }

  private static func read(
    _ frames: [Frame], from peer: PeerID, maximumSize: Int, submissions: Submissions
  ) -> (CoordinatorEvent, rejects: [RejectedInput]) {
    let submission: Wire.Submission
    do {
      guard case .submit(let value) = try Wire.decode(frames).message else {
        return (.malformed(.malformed(kind: "submit"), from: peer), [])
      }
      submission = value
    } catch {
      return (.malformed(error, from: peer), [])
    }
    var kept: [SubmissionArticle?] = []
    var screened: [ScreenedArticle] = []
    var rejects: [RejectedInput] = []
    for article in submission.articles {
      switch screen(article, maximumSize: maximumSize) {
      case .success(let admissible):
        guard let hash = WorkDistribution.ContentHash(admissible.hash.bytes) else { continue }
        kept.append(admissible)
        screened.append(
          .admissible(
            SubmittedArticle(
              id: article.id, hash: hash, bytes: UInt32(clamping: article.text.utf8.count),
              language: admissible.queue.code, source: sourceNumber(article.source))))
      case .failure(let reason):
        kept.append(nil)
        screened.append(.rejected(reason.rejection))
        rejects.append(
          RejectedInput(
            file: RejectedInput.submitted, position: article.id, code: reason.rejection.code,
            message: reason.rejection.message))
      }
    }
    let event = CoordinatorEvent.input(
      .message(
        .submit(
          Submission(
            sequence: submission.sequence, replaces: submission.replaces, priority: submission.priority,
            payload: submissions.keep(kept),
            articles: screened)), from: peer))
    return (event, rejects)
  }

  /// A number for the source's name, the same on every machine (FNV-1a); 0 for none.
  private static func sourceNumber(_ source: String?) -> UInt64 {
    guard let source, !source.isEmpty else { return 0 }
    return max(1, source.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
  }

  private struct Reason: Error {
    var rejection: Rejection

    init(_ code: String, _ message: String) { rejection = Rejection(code: code, message: message) }
  }

  /// The codes are those of the readers of files.
  private static func screen(_ article: Article, maximumSize: Int) -> Swift.Result<SubmissionArticle, Reason> {
    let size = article.text.utf8.count
    guard size <= maximumSize else {
      return .failure(
        Reason("too-large", "\(size) bytes of text are over the limit of \(maximumSize); split the article"))
    }
    guard article.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      return .failure(Reason("empty", "the text is empty; leave the article out"))
    }
    guard let queue = article.language ?? LanguageIdentifier.identify(article.text).language else {
      return .failure(
        Reason(
          "unsupported-language",
          "not recognised as Arabic, Persian or Urdu; leave it out, or state its language"))
    }
    return .success(SubmissionArticle(article: article, hash: article.contentHash, queue: queue))
  }
}

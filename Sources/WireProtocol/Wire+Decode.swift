internal import NewsEvents
internal import SwiftProtobuf

extension Wire {
  /// Reads the frames of one ZeroMQ message (without a ROUTER's identity frame).
  ///
  /// Total: whatever the bytes are, the answer is a message or a `WireError`, and nothing larger than `limits` is
  /// kept. A refusal is read whatever the sender's major version, so that its reason reaches the operator.
  /// - Complexity: O(size).
  public static func decode(
    _ frames: [some ByteFrame], limits: WireLimits = .standard
  ) throws(WireError) -> Envelope {
    guard let first = frames.first else { throw .frameCount(kind: "message", expected: 2, found: 0) }
    guard first.count <= limits.header else {
      throw .overLimit(field: "header", limit: limits.header, found: first.count)
    }
    let header = try PBHeader(reading: first, kind: "header")
    let version = ProtocolVersion(major: header.major, minor: header.minor)
    let ours = ProtocolVersion.current
    guard version.major == ours.major || header.kind == .refused else {
      // A header without a version is no header; so is empty garbage.
      if version.major == 0 { throw .malformed(kind: "header") }
      throw .incompatible(theirs: version, ours: ours)
    }
    if case .UNRECOGNIZED(let number) = header.kind { throw .unknownKind(number: number, sender: version) }
    if header.kind == .unspecified { throw .malformed(kind: "header") }
    let expected = header.kind == .batch || header.kind == .submit ? 3 : 2
    guard frames.count == expected else {
      throw .frameCount(kind: "\(header.kind)", expected: expected, found: frames.count)
    }
    guard frames[1].count <= limits.body else {
      throw .overLimit(field: "\(header.kind) body", limit: limits.body, found: frames[1].count)
    }
    if expected == 3, frames[2].count > limits.texts {
      throw .overLimit(field: "\(header.kind) texts", limit: limits.texts, found: frames[2].count)
    }
    let checks = FieldChecks(limits: limits)
    return Envelope(
      try checks.message(header.kind, frames), epoch: header.epoch, version: version)
  }
}

extension Wire {
  /// Whether the header announces articles, whose reading is work for another thread than the socket's. A message
  /// that is not understood announces none.
  public static func carriesArticles(header: some ByteFrame) -> Bool {
    guard header.count <= WireLimits.standard.header, let pb = try? PBHeader(reading: header, kind: "header") else {
      return false
    }
    return pb.kind == .submit || pb.kind == .batch
  }

  /// Whether the header announces results.
  public static func carriesResults(header: some ByteFrame) -> Bool {
    guard header.count <= WireLimits.standard.header, let pb = try? PBHeader(reading: header, kind: "header") else {
      return false
    }
    return pb.kind == .results
  }
}

extension FieldChecks {
  fileprivate func message(
    _ kind: PBKind, _ frames: [some ByteFrame]
  ) throws(WireError) -> Wire.Message {
    let body = frames[1]
    switch kind {
    case .unspecified, .UNRECOGNIZED: throw .malformed(kind: "\(kind)")
    case .hello: return .hello(try hello(try PBHello(reading: body, kind: "\(kind)")))
    case .welcome:
      let pb = try PBWelcome(reading: body, kind: "\(kind)")
      return .welcome(
        Wire.Welcome(
          leaseMilliseconds: pb.leaseMs, heartbeatMilliseconds: pb.heartbeatMs,
          store: try name(pb.store, "welcome.store")))
    case .refused:
      let pb = try PBRefused(reading: body, kind: "\(kind)")
      return .refused(
        Wire.Refusal(
          code: Wire.Refusal.Code(rawValue: pb.code) ?? .other, message: try line(pb.message, "refused.message")))
    case .goodbye: return .goodbye
    case .ping: return .ping
    case .busy:
      let pb = try PBBusy(reading: body, kind: "\(kind)")
      return .busy(Wire.Busy(sequence: pb.sequence, retryMilliseconds: pb.retryMs))
    case .credit:
      let pb = try PBCredit(reading: body, kind: "\(kind)")
      return .credit(Wire.Allowance(jobs: pb.jobs, bytes: pb.bytes))
    case .done:
      let jobs = try list(try PBDone(reading: body, kind: "\(kind)").jobs, "jobs", limits.items)
      return .done(
        jobs.map { Wire.DoneJob(lease: Wire.Lease(job: $0.job, attempt: $0.attempt), receipt: $0.receipt) })
    case .release: return .release(try leases(try PBRelease(reading: body, kind: "\(kind)").jobs))
    case .failed:
      let pb = try PBFailed(reading: body, kind: "\(kind)")
      return .failed(
        Wire.Failure(
          lease: Wire.Lease(job: pb.job, attempt: pb.attempt), code: try choice(pb.code, "failed.code"),
          message: try line(pb.message, "failed.message")))
    case .heartbeat:
      let pb = try PBHeartbeat(reading: body, kind: "\(kind)")
      return .heartbeat(
        Wire.Heartbeat(
          sequence: pb.sequence, finished: pb.finished, inFlight: pb.inFlight, uncommitted: pb.uncommitted,
          bytesInFlight: pb.bytesInFlight, rateMilli: pb.rateMilli, lastBatch: pb.lastBatch))
    case .batch: return .batch(try batch(try PBBatch(reading: body, kind: "\(kind)"), texts: frames[2]))
    case .drain: return .drain
    case .results: return .results(try results(try PBResults(reading: body, kind: "\(kind)")))
    case .committed:
      let pb = try PBCommitted(reading: body, kind: "\(kind)")
      return .committed(try committed(pb))
    case .submit:
      let pb = try PBSubmit(reading: body, kind: "\(kind)")
      return .submit(
        Wire.Submission(
          sequence: pb.sequence, replaces: pb.replace, priority: pb.priority,
          articles: try articles(pb.articles, texts: frames[2])))
    case .endOfInput: return .endOfInput
    case .statusRequest: return .statusRequest
    case .drainRequest: return .drainRequest
    case .deadLetterRequest:
      return .deadLetterRequest(try deadLetterRequest(try PBDeadLetterRequest(reading: body, kind: "\(kind)")))
    case .retract:
      let pb = try PBRetract(reading: body, kind: "\(kind)")
      return .retract(articles: try identifiers(pb.articles, "retract.articles"))
    case .submitted: return .submitted(try submitted(try PBSubmitted(reading: body, kind: "\(kind)")))
    case .finished: return .finished(totals(try PBFinished(reading: body, kind: "\(kind)")))
    case .status: return .status(try status(try PBStatus(reading: body, kind: "\(kind)")))
    case .deadLetters: return .deadLetters(try deadLetters(try PBDeadLetters(reading: body, kind: "\(kind)")))
    case .retracted: return .retracted(try revisions(try PBRetracted(reading: body, kind: "\(kind)").articles))
    case .inventoryRequest:
      let pb = try PBInventoryRequest(reading: body, kind: "\(kind)")
      return .inventoryRequest(
        Wire.InventoryRequest(
          after: pb.hasAfter ? try text(pb.after, "inventory.after", limits.identifier) : nil, limit: pb.limit))
    case .inventory:
      let pb = try PBInventory(reading: body, kind: "\(kind)")
      return .inventory(
        Wire.Inventory(
          after: pb.hasAfter ? try text(pb.after, "inventory.after", limits.identifier) : nil,
          held: try revisions(pb.held),
          next: pb.hasNext ? try text(pb.next, "inventory.next", limits.identifier) : nil))
    case .tombstones: return .tombstones(try revisions(try PBTombstones(reading: body, kind: "\(kind)").articles))
    case .tombstonesCommitted:
      return .tombstonesCommitted(try revisions(try PBTombstonesCommitted(reading: body, kind: "\(kind)").articles))
    case .lag: return .lag(lag(try PBLag(reading: body, kind: "\(kind)")))
    }
  }

  private func hello(_ pb: PBHello) throws(WireError) -> Wire.Hello {
    Wire.Hello(
      role: try choice(pb.role, "hello.role"),
      name: try name(pb.name, "hello.name"),
      software: try name(pb.software, "hello.software"),
      fingerprint: try name(pb.fingerprint, "hello.fingerprint"),
      // A newer peer may serve languages that are not known here; they are no concern of ours.
      languages: try list(pb.languages, "hello.languages", limits.parts).compactMap(Language.init(rawValue:)),
      capacity: Wire.Allowance(jobs: pb.capacityJobs, bytes: pb.capacityBytes),
      store: try name(pb.store, "hello.store"),
      sender: pb.sender,
      resumeFrom: pb.resumeFrom,
      grantKey: try bytes(pb.grantKey, "hello.grant_key", 16))
  }

  private func bytes(_ value: some Collection<UInt8>, _ field: String, _ limit: Int) throws(WireError) -> [UInt8] {
    guard value.count <= limit else { throw .overLimit(field: field, limit: limit, found: value.count) }
    return [UInt8](value)
  }

  /// The receipts are shared out by the counts, which must add up.
  private func committed(_ pb: PBCommitted) throws(WireError) -> [Wire.CommittedMessage] {
    let sequences = try list(pb.sequences, "committed.sequences", limits.items)
    let receipts = try list(pb.receipts, "committed.receipts", limits.entries)
    guard pb.counts.count == sequences.count else {
      throw .invalid(field: "committed.counts", value: "\(pb.counts.count) counts for \(sequences.count) messages")
    }
    var messages: [Wire.CommittedMessage] = []
    var start = 0
    for (sequence, count) in zip(sequences, pb.counts) {
      guard Int(count) <= receipts.count - start else {
        throw .invalid(field: "committed.receipts", value: "\(receipts.count) receipts, fewer than counted")
      }
      messages.append(
        Wire.CommittedMessage(sequence: sequence, receipts: Array(receipts[start..<start + Int(count)])))
      start += Int(count)
    }
    return messages
  }

  private func leases(_ pb: [PBJobAttempt]) throws(WireError) -> [Wire.Lease] {
    try list(pb, "jobs", limits.items).map { Wire.Lease(job: $0.job, attempt: $0.attempt) }
  }

  private func batch(_ pb: PBBatch, texts: some ByteFrame) throws(WireError) -> Wire.Batch {
    var jobs: [Wire.Job] = []
    for (entry, article) in zip(pb.jobs, try articles(pb.jobs.map(\.article), texts: texts)) {
      jobs.append(
        Wire.Job(
          lease: Wire.Lease(job: entry.job, attempt: entry.attempt), revision: entry.revision, article: article,
          grant: entry.grant))
    }
    return Wire.Batch(
      number: pb.number, language: try choice(pb.language, "batch.language"), isSolo: pb.solo, jobs: jobs)
  }

  /// The articles of a message with their shares of the frame of texts, which must add up exactly.
  private func articles(_ pb: [PBArticle], texts: some ByteFrame) throws(WireError) -> [Article] {
    var declared = 0
    for article in try list(pb, "articles", limits.items) {
      // No sum of this many lengths below the limit overflows.
      guard article.textLength <= UInt64(limits.texts) else {
        throw .overLimit(field: "article.text", limit: limits.texts, found: Int(clamping: article.textLength))
      }
      declared += Int(article.textLength)
    }
    guard declared == texts.count else { throw .textLengths(declared: declared, found: texts.count) }
    return try texts.withFrameBytes { (buffer) throws(WireError) in
      var start = 0
      return try each(pb, "articles", limits.items) { (article) throws(WireError) in
        let end = start + Int(article.textLength)
        defer { start = end }
        guard let text = String(validating: buffer[start..<end], as: UTF8.self) else {
          throw .notUTF8(article: article.id)
        }
        return Article(
          id: try identifier(article.id, "article.id"),
          // A language that is not supported is for admission to find in the text, not a fault of the message.
          language: article.hasLanguage ? Language(rawValue: article.language) : nil,
          published: article.hasPublished ? try day(article.published, "article.published") : nil,
          title: article.hasTitle ? try line(article.title, "article.title") : nil,
          text: text,
          url: article.hasURL ? try line(article.url, "article.url") : nil,
          source: article.hasSource ? try line(article.source, "article.source") : nil)
      }
    }
  }

  private func results(_ pb: PBResults) throws(WireError) -> Wire.Results {
    Wire.Results(
      sequence: pb.sequence,
      results: try each(pb.results, "results", limits.items) { (result) throws(WireError) in
        Wire.Result(
          key: Wire.CommitKey(
            article: try identifier(result.key.article, "result.key.article"), revision: result.key.revision,
            fingerprint: try name(result.key.fingerprint, "result.key.fingerprint")),
          job: result.job, bytes: [UInt8](result.result), grant: result.grant)
      })
  }

  private func identifiers(_ values: [String], _ field: String) throws(WireError) -> [String] {
    try each(values, field, limits.entries) { (value) throws(WireError) in try identifier(value, field) }
  }

  private func revisions(_ pb: [PBArticleRevision]) throws(WireError) -> [Wire.ArticleRevision] {
    try each(pb, "articles", limits.entries) { (entry) throws(WireError) in
      Wire.ArticleRevision(article: try identifier(entry.article, "article"), revision: entry.revision)
    }
  }

  private func submitted(_ pb: PBSubmitted) throws(WireError) -> Wire.Submitted {
    Wire.Submitted(
      sequence: pb.sequence,
      outcomes: try each(pb.outcomes, "submitted.outcomes", limits.items) { (outcome) throws(WireError) in
        switch outcome.outcome {
        case "accepted": return .accepted
        case "duplicate": return .duplicate
        case "conflict": return .conflict
        case "rejected":
          return .rejected(
            code: try name(outcome.code, "submitted.code"), message: try line(outcome.message, "submitted.message"))
        default: throw .invalid(field: "submitted.outcome", value: outcome.outcome)
        }
      },
      window: Wire.Allowance(jobs: pb.articles, bytes: pb.bytes))
  }

  private func totals(_ pb: PBFinished) -> Wire.Totals {
    Wire.Totals(accepted: pb.accepted, committed: pb.committed, dead: pb.dead, rejected: pb.rejected)
  }

  private func lag(_ pb: PBLag) -> Wire.Lag {
    Wire.Lag(
      uncommitted: pb.uncommitted, mentions: pb.mentions, events: pb.events, commitMicroseconds: pb.commitUs)
  }

  private func status(_ pb: PBStatus) throws(WireError) -> Wire.Status {
    Wire.Status(
      queues: try each(pb.queues, "status.queues", limits.parts) { (queue) throws(WireError) in
        Wire.Status.Queue(
          language: try name(queue.language, "queue.language"), waiting: queue.waiting, leased: queue.leased,
          retrying: queue.retrying, done: queue.done, dead: queue.dead)
      },
      workers: try each(pb.workers, "status.workers", limits.entries) { (worker) throws(WireError) in
        Wire.Status.Worker(
          name: try name(worker.name, "worker.name"),
          languages: try each(worker.languages, "worker.languages", limits.parts) { (text) throws(WireError) in
            try name(text, "worker.language")
          },
          state: try name(worker.state, "worker.state"), inFlight: worker.inFlight, rateMilli: worker.rateMilli,
          retries: worker.retries, lastHeardMilliseconds: worker.lastHeardMs, finished: worker.finished)
      },
      totals: totals(pb.totals), aggregator: pb.hasAggregator ? lag(pb.aggregator) : nil,
      uptimeMilliseconds: pb.uptimeMs, isDraining: pb.draining, rateMilli: pb.rateMilli)
  }

  private func deadLetterRequest(_ pb: PBDeadLetterRequest) throws(WireError) -> Wire.DeadLetterRequest {
    let action: Wire.DeadLetterRequest.Action = try choice(pb.action, "dead_letter_request.action")
    if !pb.articles.isEmpty {
      return .init(action: action, selector: .articles(try identifiers(pb.articles, "dead_letter_request.articles")))
    }
    if !pb.code.isEmpty {
      return .init(action: action, selector: .code(try choice(pb.code, "dead_letter_request.code")))
    }
    return .init(action: action)
  }

  private func deadLetters(_ pb: PBDeadLetters) throws(WireError) -> Wire.DeadLetters {
    Wire.DeadLetters(
      letters: try each(pb.letters, "dead_letters", limits.entries) { (letter) throws(WireError) in
        Wire.DeadLetter(
          job: letter.job, article: try identifier(letter.article, "dead_letter.article"),
          revision: letter.revision, language: letter.hasLanguage ? try name(letter.language, "language") : nil,
          code: try name(letter.code, "dead_letter.code"), message: try line(letter.message, "dead_letter.message"),
          history: try each(letter.history, "dead_letter.history", limits.parts) { (record) throws(WireError) in
            Wire.DeadLetter.Record(
              attempt: record.attempt, worker: try name(record.worker, "record.worker"),
              code: try name(record.code, "record.code"), message: try line(record.message, "record.message"),
              atMilliseconds: record.atMs)
          })
      },
      affected: pb.affected)
  }
}

internal import NewsEvents
internal import SwiftProtobuf

extension Wire {
  /// The frames of one ZeroMQ message: header, body and, where articles travel, their texts. O(size).
  public static func encode(_ envelope: Envelope) -> [[UInt8]] {
    let (kind, body, texts) = parts(of: envelope.message)
    let header = PBHeader.with {
      $0.major = envelope.version.major
      $0.minor = envelope.version.minor
      $0.kind = kind
      $0.epoch = envelope.epoch
    }
    return texts.map { [header.bytes, body, $0] } ?? [header.bytes, body]
  }

  private static func parts(of message: Message) -> (PBKind, body: [UInt8], texts: [UInt8]?) {
    switch message {
    case .hello(let value): return (.hello, PBHello(value).bytes, nil)
    case .welcome(let value): return (.welcome, PBWelcome(value).bytes, nil)
    case .refused(let value): return (.refused, PBRefused(value).bytes, nil)
    case .goodbye: return (.goodbye, [], nil)
    case .ping: return (.ping, [], nil)
    case .busy(let value):
      let body = PBBusy.with {
        $0.sequence = value.sequence
        $0.retryMs = value.retryMilliseconds
      }
      return (.busy, body.bytes, nil)
    case .credit(let value):
      let body = PBCredit.with {
        $0.jobs = value.jobs
        $0.bytes = value.bytes
      }
      return (.credit, body.bytes, nil)
    case .done(let jobs):
      let body = PBDone.with {
        $0.jobs = jobs.map { job in
          var pb = PBJobAttempt(job.lease)
          pb.receipt = job.receipt
          return pb
        }
      }
      return (.done, body.bytes, nil)
    case .release(let leases):
      return (.release, PBRelease.with { $0.jobs = leases.map(PBJobAttempt.init) }.bytes, nil)
    case .failed(let value): return (.failed, PBFailed(value).bytes, nil)
    case .heartbeat(let value): return (.heartbeat, PBHeartbeat(value).bytes, nil)
    case .batch(let value):
      return (.batch, PBBatch(value).bytes, texts(of: value.jobs.lazy.map(\.article)))
    case .drain: return (.drain, [], nil)
    case .results(let value): return (.results, PBResults(value).bytes, nil)
    case .committed(let messages):
      let body = PBCommitted.with {
        $0.sequences = messages.map(\.sequence)
        $0.counts = messages.map { UInt32(clamping: $0.receipts.count) }
        $0.receipts = messages.flatMap(\.receipts)
      }
      return (.committed, body.bytes, nil)
    case .submit(let value): return (.submit, PBSubmit(value).bytes, texts(of: value.articles))
    case .endOfInput: return (.endOfInput, [], nil)
    case .statusRequest: return (.statusRequest, [], nil)
    case .drainRequest: return (.drainRequest, [], nil)
    case .deadLetterRequest(let value): return (.deadLetterRequest, PBDeadLetterRequest(value).bytes, nil)
    case .retract(let articles): return (.retract, PBRetract.with { $0.articles = articles }.bytes, nil)
    case .submitted(let value): return (.submitted, PBSubmitted(value).bytes, nil)
    case .finished(let value): return (.finished, PBFinished(value).bytes, nil)
    case .status(let value): return (.status, PBStatus(value).bytes, nil)
    case .deadLetters(let value): return (.deadLetters, PBDeadLetters(value).bytes, nil)
    case .retracted(let articles):
      return (.retracted, PBRetracted.with { $0.articles = articles.map(PBArticleRevision.init) }.bytes, nil)
    case .inventoryRequest(let value):
      let body = PBInventoryRequest.with {
        if let after = value.after { $0.after = after }
        $0.limit = value.limit
      }
      return (.inventoryRequest, body.bytes, nil)
    case .inventory(let value):
      let body = PBInventory.with {
        if let after = value.after { $0.after = after }
        $0.held = value.held.map(PBArticleRevision.init)
        if let next = value.next { $0.next = next }
      }
      return (.inventory, body.bytes, nil)
    case .tombstones(let articles):
      return (.tombstones, PBTombstones.with { $0.articles = articles.map(PBArticleRevision.init) }.bytes, nil)
    case .tombstonesCommitted(let articles):
      let body = PBTombstonesCommitted.with { $0.articles = articles.map(PBArticleRevision.init) }
      return (.tombstonesCommitted, body.bytes, nil)
    case .lag(let value): return (.lag, PBLag(value).bytes, nil)
    }
  }

  /// The texts one after the other.
  private static func texts(of articles: some Collection<Article>) -> [UInt8] {
    var texts: [UInt8] = []
    texts.reserveCapacity(articles.reduce(0) { $0 + $1.text.utf8.count })
    for article in articles {
      var text = article.text
      text.withUTF8 { texts.append(contentsOf: $0) }
    }
    return texts
  }
}

extension PBHello {
  init(_ hello: Wire.Hello) {
    self.init()
    role = hello.role.rawValue
    name = hello.name
    software = hello.software
    fingerprint = hello.fingerprint
    languages = hello.languages.map(\.rawValue)
    capacityJobs = hello.capacity.jobs
    capacityBytes = hello.capacity.bytes
    store = hello.store
    sender = hello.sender
    resumeFrom = hello.resumeFrom
    grantKey = .init(hello.grantKey)
  }
}

extension PBWelcome {
  init(_ welcome: Wire.Welcome) {
    self.init()
    leaseMs = welcome.leaseMilliseconds
    heartbeatMs = welcome.heartbeatMilliseconds
    store = welcome.store
  }
}

extension PBRefused {
  init(_ refusal: Wire.Refusal) {
    self.init()
    code = refusal.code.rawValue
    message = refusal.message
  }
}

extension PBJobAttempt {
  init(_ lease: Wire.Lease) {
    self.init()
    job = lease.job
    attempt = lease.attempt
  }
}

extension PBFailed {
  init(_ failure: Wire.Failure) {
    self.init()
    job = failure.lease.job
    attempt = failure.lease.attempt
    code = failure.code.rawValue
    message = failure.message
  }
}

extension PBHeartbeat {
  init(_ heartbeat: Wire.Heartbeat) {
    self.init()
    sequence = heartbeat.sequence
    finished = heartbeat.finished
    inFlight = heartbeat.inFlight
    uncommitted = heartbeat.uncommitted
    bytesInFlight = heartbeat.bytesInFlight
    rateMilli = heartbeat.rateMilli
    lastBatch = heartbeat.lastBatch
  }
}

extension PBArticle {
  init(_ article: Article) {
    self.init()
    id = article.id
    if let value = article.language { language = value.rawValue }
    if let value = article.published { published = value.number }
    if let value = article.title { title = value }
    if let value = article.url { url = value }
    if let value = article.source { source = value }
    textLength = UInt64(article.text.utf8.count)
  }
}

extension PBBatch {
  init(_ batch: Wire.Batch) {
    self.init()
    number = batch.number
    solo = batch.isSolo
    language = batch.language.rawValue
    jobs = batch.jobs.map { job in
      .with {
        $0.job = job.lease.job
        $0.attempt = job.lease.attempt
        $0.grant = job.grant
        $0.revision = job.revision
        $0.article = PBArticle(job.article)
      }
    }
  }
}

extension PBResults {
  init(_ value: Wire.Results) {
    self.init()
    sequence = value.sequence
    results = value.results.map { result in
      .with {
        $0.key = .with {
          $0.article = result.key.article
          $0.revision = result.key.revision
          $0.fingerprint = result.key.fingerprint
        }
        $0.job = result.job
        $0.result = .init(result.bytes)
        $0.grant = result.grant
      }
    }
  }
}

extension PBSubmit {
  init(_ submission: Wire.Submission) {
    self.init()
    sequence = submission.sequence
    replace = submission.replaces
    priority = submission.priority
    articles = submission.articles.map(PBArticle.init)
  }
}

extension PBSubmitted {
  init(_ value: Wire.Submitted) {
    self.init()
    sequence = value.sequence
    articles = value.window.jobs
    bytes = value.window.bytes
    outcomes = value.outcomes.map { outcome in
      .with {
        switch outcome {
        case .accepted: $0.outcome = "accepted"
        case .duplicate: $0.outcome = "duplicate"
        case .conflict: $0.outcome = "conflict"
        case .rejected(let code, let message):
          $0.outcome = "rejected"
          $0.code = code
          $0.message = message
        }
      }
    }
  }
}

extension PBFinished {
  init(_ totals: Wire.Totals) {
    self.init()
    accepted = totals.accepted
    committed = totals.committed
    dead = totals.dead
    rejected = totals.rejected
  }
}

extension PBLag {
  init(_ lag: Wire.Lag) {
    self.init()
    uncommitted = lag.uncommitted
    mentions = lag.mentions
    events = lag.events
    commitUs = lag.commitMicroseconds
  }
}

extension PBStatus {
  init(_ status: Wire.Status) {
    self.init()
    queues = status.queues.map { queue in
      .with {
        $0.language = queue.language
        $0.waiting = queue.waiting
        $0.leased = queue.leased
        $0.retrying = queue.retrying
        $0.done = queue.done
        $0.dead = queue.dead
      }
    }
    workers = status.workers.map { worker in
      .with {
        $0.name = worker.name
        $0.languages = worker.languages
        $0.state = worker.state
        $0.inFlight = worker.inFlight
        $0.rateMilli = worker.rateMilli
        $0.retries = worker.retries
        $0.lastHeardMs = worker.lastHeardMilliseconds
        $0.finished = worker.finished
      }
    }
    if status.totals != Wire.Totals() { totals = PBFinished(status.totals) }
    if let lag = status.aggregator { aggregator = PBLag(lag) }
    uptimeMs = status.uptimeMilliseconds
    draining = status.isDraining
    rateMilli = status.rateMilli
  }
}

extension PBDeadLetterRequest {
  init(_ request: Wire.DeadLetterRequest) {
    self.init()
    action = request.action.rawValue
    switch request.selector {
    case .all: break
    case .articles(let ids): articles = ids
    case .code(let value): code = value.rawValue
    }
  }
}

extension PBDeadLetters {
  init(_ value: Wire.DeadLetters) {
    self.init()
    affected = value.affected
    letters = value.letters.map { letter in
      .with {
        $0.job = letter.job
        $0.article = letter.article
        $0.revision = letter.revision
        if let language = letter.language { $0.language = language }
        $0.code = letter.code
        $0.message = letter.message
        $0.history = letter.history.map { record in
          .with {
            $0.attempt = record.attempt
            $0.worker = record.worker
            $0.code = record.code
            $0.message = record.message
            $0.atMs = record.atMilliseconds
          }
        }
      }
    }
  }
}

extension PBArticleRevision {
  init(_ value: Wire.ArticleRevision) {
    self.init()
    article = value.article
    revision = value.revision
  }
}

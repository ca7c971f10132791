internal import NewsEvents
internal import WireProtocol
internal import WorkDistribution

// What coordinators say and hear, between wire and core. Articles and results stay outside the cores, so `BATCH`,
// `SUBMIT` and `RESULTS` are put together by the shells.

extension MessageToCoordinator {
  /// nil for a kind that no coordinator is sent, and for submissions, which are screened first.
  init?(_ envelope: Wire.Envelope) {
    let epoch = Epoch(envelope.epoch)
    switch envelope.message {
    case .hello(let hello): self = .hello(hello.core(envelope.version))
    case .credit(let granted):
      self = .credit(epoch: epoch, granted: Allowance(jobs: granted.jobs, bytes: granted.bytes))
    case .done(let jobs):
      self = .done(epoch: epoch, jobs: jobs.map { DoneJob(lease: $0.lease.core, receipt: $0.receipt) })
    case .failed(let failure):
      self = .failed(
        Failure(
          epoch: epoch, lease: failure.lease.core, code: failure.code.core, message: failure.message))
    case .release(let leases): self = .release(epoch: epoch, leases: leases.map(\.core))
    case .heartbeat(let beat):
      self = .heartbeat(
        Heartbeat(
          epoch: epoch, sequence: beat.sequence, progress: beat.finished, lastBatch: beat.lastBatch,
          inFlight: UInt32(clamping: beat.inFlight), uncommitted: UInt32(clamping: beat.uncommitted),
          bytesInFlight: beat.bytesInFlight, articlesPerThousandSeconds: beat.rateMilli))
    case .goodbye: self = .goodbye
    case .endOfInput: self = .endOfInput
    case .statusRequest: self = .statusRequest
    case .drainRequest: self = .drainRequest
    case .deadLetterRequest(let request): self = .deadLetters(request.core)
    case .retract(let articles): self = .retract(articleIDs: articles)
    default: return nil
    }
  }

  /// nil for a submission, which the submitter's shell writes with its articles.
  var envelope: Wire.Envelope? {
    switch self {
    case .hello(let hello):
      Wire.Envelope(
        .hello(Wire.Hello(hello)), version: .init(major: hello.version.major, minor: hello.version.minor))
    case .credit(let epoch, let granted):
      Wire.Envelope(.credit(Wire.Allowance(jobs: granted.jobs, bytes: granted.bytes)), epoch: epoch.rawValue)
    case .done(let epoch, let jobs):
      Wire.Envelope(
        .done(jobs.map { Wire.DoneJob(lease: Wire.Lease($0.lease), receipt: $0.receipt) }), epoch: epoch.rawValue)
    case .failed(let failure):
      Wire.Envelope(
        .failed(
          Wire.Failure(
            lease: Wire.Lease(failure.lease), code: Wire.Failure.Code(failure.code), message: failure.message)),
        epoch: failure.epoch.rawValue)
    case .release(let epoch, let leases):
      Wire.Envelope(.release(leases.map(Wire.Lease.init)), epoch: epoch.rawValue)
    case .heartbeat(let beat):
      Wire.Envelope(
        .heartbeat(
          Wire.Heartbeat(
            sequence: beat.sequence, finished: beat.progress, inFlight: UInt64(beat.inFlight),
            uncommitted: UInt64(beat.uncommitted), bytesInFlight: beat.bytesInFlight,
            rateMilli: beat.articlesPerThousandSeconds, lastBatch: beat.lastBatch)), epoch: beat.epoch.rawValue)
    case .goodbye: Wire.Envelope(.goodbye)
    case .endOfInput: Wire.Envelope(.endOfInput)
    case .statusRequest: Wire.Envelope(.statusRequest)
    case .drainRequest: Wire.Envelope(.drainRequest)
    case .deadLetters(let command): Wire.Envelope(.deadLetterRequest(Wire.DeadLetterRequest(command)))
    case .retract(let articleIDs): Wire.Envelope(.retract(articles: articleIDs))
    case .submit: nil
    }
  }
}

extension MessageFromCoordinator {
  /// What a worker or client hears; nil for a batch, whose articles the worker's shell keeps, and for kinds that are
  /// no concern of the cores.
  init?(_ envelope: Wire.Envelope) {
    let epoch = Epoch(envelope.epoch)
    switch envelope.message {
    case .welcome(let welcome):
      self = .welcome(
        Welcome(
          epoch: epoch, leaseDuration: TimeSpan(wireMilliseconds: welcome.leaseMilliseconds),
          heartbeatInterval: TimeSpan(wireMilliseconds: max(10, welcome.heartbeatMilliseconds))))
    case .refused(let refusal): self = .refused(refusal.core)
    case .drain: self = .drain(epoch: epoch)
    case .ping: self = .ping(epoch: epoch)
    case .submitted(let answer):
      self = .submitted(
        Submitted(
          sequence: answer.sequence, outcomes: answer.outcomes.map(\.core),
          window: Allowance(jobs: answer.window.jobs, bytes: answer.window.bytes)))
    case .busy(let busy): self = .busy(retryAfter: TimeSpan(wireMilliseconds: busy.retryMilliseconds))
    // A status is read by the shell that asked; to a submitter's core it is a sign of life, as a ping is.
    case .status: self = .ping(epoch: epoch)
    case .finished(let totals): self = .finished(totals.core)
    case .retracted(let articles): self = .retracted(articles.map(\.tombstone))
    default: return nil
    }
  }

  /// nil for a batch, which the coordinator's shell writes with its articles.
  func envelope(epoch: Epoch) -> Wire.Envelope? {
    let message: Wire.Message
    switch self {
    case .welcome(let welcome):
      message = .welcome(
        Wire.Welcome(
          leaseMilliseconds: welcome.leaseDuration.milliseconds,
          heartbeatMilliseconds: welcome.heartbeatInterval.milliseconds))
    case .refused(let refusal): message = .refused(Wire.Refusal(refusal))
    case .batch: return nil
    case .drain: message = .drain
    case .ping: message = .ping
    case .submitted(let answer):
      message = .submitted(
        Wire.Submitted(
          sequence: answer.sequence, outcomes: answer.outcomes.map(Wire.SubmitOutcome.init),
          window: Wire.Allowance(jobs: answer.window.jobs, bytes: answer.window.bytes)))
    case .busy(let wait): message = .busy(Wire.Busy(retryMilliseconds: wait.milliseconds))
    case .status(let status): message = .status(Wire.Status(status))
    case .finished(let totals): message = .finished(Wire.Totals(totals))
    case .retracted(let tombstones): message = .retracted(tombstones.map(Wire.ArticleRevision.init))
    }
    return Wire.Envelope(message, epoch: epoch.rawValue)
  }
}

extension Wire.SubmitOutcome {
  init(_ outcome: AdmissionOutcome) {
    switch outcome {
    case .accepted: self = .accepted
    case .duplicate: self = .duplicate
    case .conflict: self = .conflict
    case .rejected(let rejection): self = .rejected(code: rejection.code, message: rejection.message)
    }
  }

  var core: AdmissionOutcome {
    switch self {
    case .accepted: .accepted
    case .duplicate: .duplicate
    case .conflict: .conflict
    case .rejected(let code, let message): .rejected(Rejection(code: code, message: message))
    }
  }
}

extension Wire.DeadLetterRequest {
  init(_ command: DeadLetterCommand) {
    let action: Action =
      switch command.action {
      case .list: .list
      case .show: .show
      case .retry: .retry
      case .discard: .discard
      }
    switch command.selector {
    case .all: self.init(action: action)
    case .articles(let ids): self.init(action: action, selector: .articles(ids))
    case .reason(let code): self.init(action: action, selector: .code(Wire.Failure.Code(code)))
    }
  }

  var core: DeadLetterCommand {
    let action: DeadLetterCommand.Action =
      switch action {
      case .list: .list
      case .show: .show
      case .retry: .retry
      case .discard: .discard
      }
    let selector: DeadLetterCommand.Selector =
      switch selector {
      case .all: .all
      case .articles(let ids): .articles(ids)
      case .code(let code): .reason(code.core)
      }
    return DeadLetterCommand(action: action, selector: selector)
  }
}

extension Wire.Status {
  init(_ status: ClusterStatus) {
    self.init(
      queues: status.queues.map {
        Queue(
          language: $0.language.description, waiting: $0.waiting, leased: $0.leased, retrying: $0.retrying,
          done: $0.done, dead: $0.dead)
      },
      workers: status.workers.map {
        Worker(
          name: $0.name, languages: $0.languages.map(\.description), state: "\($0.state)",
          inFlight: UInt64($0.inFlight), rateMilli: $0.articlesPerThousandSeconds, retries: $0.retries,
          lastHeardMilliseconds: $0.lastHeard.milliseconds)
      },
      totals: Wire.Totals(status.totals), aggregator: status.aggregator.map(Wire.Lag.init),
      uptimeMilliseconds: status.uptime.milliseconds, isDraining: status.isDraining,
      rateMilli: status.workers.reduce(0) { $0 &+ $1.articlesPerThousandSeconds })
  }
}

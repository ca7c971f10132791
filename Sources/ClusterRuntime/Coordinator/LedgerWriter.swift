internal import Logging
internal import NewsEvents
internal import Storage
internal import WireProtocol
internal import WorkDistribution
internal import ZeroMQ

/// Executes the core's ledger effects one after the other on a thread of its own, and reports each completion.
final class LedgerWriter: Sendable {
  private enum Work: Sendable {
    case effect(CoordinatorEffect)
    case rejects([RejectedInput])
  }

  private let queue = BlockingQueue<Work>()
  private let thread: DedicatedThread

  init(
    ledger: Ledger, submissions: Submissions, cache: TextCache, inbox: Inbox<CoordinatorEvent>, logger: Logger
  ) {
    let queue = queue
    thread = DedicatedThread(name: "ledger") {
      let executor = Executor(ledger: ledger, submissions: submissions, cache: cache, logger: logger)
      while let work = queue.take() {
        switch work {
        case .effect(let effect):
          if let event = executor.execute(effect) { inbox.post(event) }
        case .rejects(let rejects):
          // Their submitter is told in any case.
          do { try ledger.recordRejects(rejects) } catch { logger.error("ledger: rejects not kept: \(error)") }
        }
      }
    }
  }

  func push(_ effect: CoordinatorEffect) { queue.push(.effect(effect)) }

  func push(_ rejects: [RejectedInput]) { queue.push(.rejects(rejects)) }

  /// Waits until everything that was pushed is on the disk.
  func finish() {
    queue.close()
    thread.join()
  }
}

/// The ledger as the core's effects see it.
private struct Executor {
  let ledger: Ledger
  let submissions: Submissions
  let cache: TextCache
  let logger: Logger

  /// nil for an effect that is none of the ledger's.
  func execute(_ effect: CoordinatorEffect) -> CoordinatorEvent? {
    switch effect {
    case .persistAdmissions(let group, let entries):
      return attempt(group) { .admissionsPersisted(group, try admit(entries)) }
    case .loadWaiting(let language, let after, let limit):
      return .input(load(language, after: after, limit: limit))
    case .persistDone(let group, let jobs):
      return attempt(group) {
        try ledger.markDone(jobs.map(\.rawValue), at: Clocks.seconds)
        return .donePersisted(group)
      }
    case .persistDeadLetter(let group, let letter):
      return attempt(group) {
        try ledger.giveUp(
          job: letter.job.rawValue, code: "\(letter.code)",
          failures: letter.incidents.map {
            AttemptFailure(
              attempt: $0.attempt, code: "\($0.code)", message: $0.message, worker: $0.worker, alone: $0.isSolo,
              at: Clocks.seconds)
          })
        logger.warning("article \(letter.articleID) is a dead letter: \(letter.code)")
        return .deadLetterPersisted(group)
      }
    case .persistRetractions(let group, let articleIDs):
      return attempt(group) {
        .retractionsPersisted(group, try ledger.retract(articleIDs).map(RetractionResult.init))
      }
    case .confirmTombstones(let group, let tombstones):
      return attempt(group) {
        try ledger.confirmTombstones(tombstones.map { StoredTombstone(id: $0.articleID, revision: $0.revision) })
        return .tombstonesConfirmed(group)
      }
    case .reconcile(let group, let page):
      return attempt(group) { .reconciled(group, try reconcile(page)) }
    case .deadLetters(let command, let peer):
      return deadLetters(command, for: peer)
    case .send, .connectAggregator, .sendToAggregator, .releasePayload, .drained, .giveUp:
      return nil
    }
  }

  private func attempt(_ group: GroupID, _ body: () throws -> CoordinatorInput) -> CoordinatorEvent {
    do {
      return .input(try body())
    } catch {
      logger.error("ledger: \(error)")
      return .input(.persistenceFailed(group))
    }
  }

  /// Entries whose texts are gone cannot come from the core; they are answered as conflicts, admitting nothing.
  private func admit(_ entries: [AdmissionEntry]) throws -> [AdmissionResult] {
    var results = [AdmissionResult](repeating: .conflict, count: entries.count)
    var group: [Admission] = []
    var places: [Int] = []
    for (place, entry) in entries.enumerated() {
      guard let kept = submissions.item(entry.payload, entry.index) ?? nil else { continue }
      group.append(
        Admission(
          article: kept.article, contentHash: kept.hash, queue: kept.queue, turn: entry.turn,
          priority: entry.priority, replaces: entry.replaces))
      places.append(place)
    }
    let effects = try ledger.admit(group)
    cache.keep(
      zip(group, effects).compactMap { admission, effect in
        if case .accepted(let row, _) = effect { (row.job, admission.article) } else { nil }
      }, at: Clocks.now)
    for (place, effect) in zip(places, effects) {
      switch effect {
      case .accepted(let row, let old):
        guard let job = LedgerJob(row) else { continue }
        results[place] =
          row.revision == 1 ? .accepted(job) : .replaced(job, superseded: old.flatMap(SupersededJob.init))
      case .duplicate: results[place] = .duplicate
      case .conflict: results[place] = .conflict
      }
    }
    return results
  }

  private func load(_ language: LanguageCode, after: QueuePlace, limit: Int) -> CoordinatorInput {
    guard let queue = Language(language) else { return .waitingLoaded(language, [], isComplete: true) }
    do {
      let rows = try ledger.waiting(queue: queue, after: (turn: after.turn, job: after.job.rawValue), limit: limit)
      return .waitingLoaded(language, rows.compactMap(LedgerJob.init), isComplete: rows.count < limit)
    } catch {
      logger.error("ledger: \(error)")
      // Nothing, but not the end: the core asks again later.
      return .waitingLoaded(language, [], isComplete: false)
    }
  }

  private func reconcile(_ page: InventoryPage) throws -> Reconciliation {
    // Up to the last entry the page is complete; the last page is complete to the end.
    let through = page.next == nil ? nil : page.entries.last?.articleID
    if page.next != nil, through == nil { return Reconciliation() }
    let outcome = try ledger.reconcile(
      inventory: page.entries.map {
        HeldRevision(article: $0.articleID, revision: $0.revision, isTombstone: false)
      }, after: page.after, through: through, at: Clocks.seconds)
    return Reconciliation(
      requeued: outcome.requeued.compactMap(LedgerJob.init), found: outcome.found.compactMap(LedgerJob.init),
      tombstones: outcome.tombstones.map { Tombstone(articleID: $0.id, revision: $0.revision) })
  }

  /// A failed command is answered with nothing affected; the log says why.
  private func deadLetters(_ command: DeadLetterCommand, for peer: PeerID) -> CoordinatorEvent {
    let selector: DeadLetterSelector =
      switch command.selector {
      case .all: .all
      case .articles(let ids): .ids(ids)
      case .reason(let code): .code("\(code)")
      }
    do {
      switch command.action {
      case .list, .show:
        let rows = try ledger.deadLetters(selector, limit: 10_000)
        return .deadLetters(
          Wire.DeadLetters(letters: rows.map(Wire.DeadLetter.init), affected: UInt64(rows.count)), requeued: [],
          discarded: [], for: peer)
      case .retry:
        let rows = try ledger.retryDeadLetters(selector)
        return .deadLetters(
          Wire.DeadLetters(affected: UInt64(rows.count)), requeued: rows.compactMap(LedgerJob.init), discarded: [],
          for: peer)
      case .discard:
        let rows = try ledger.discardDeadLetters(selector)
        return .deadLetters(
          Wire.DeadLetters(affected: UInt64(rows.count)), requeued: [],
          discarded: rows.compactMap { $0.superseded.flatMap(SupersededJob.init) }, for: peer)
      }
    } catch {
      logger.error("ledger: \(error)")
      return .deadLetters(Wire.DeadLetters(affected: 0), requeued: [], discarded: [], for: peer)
    }
  }
}

extension LedgerJob {
  /// nil for a row without a queue, which no admission makes.
  init?(_ row: WaitingArticle) {
    guard let queue = row.queue else { return nil }
    self.init(
      id: JobID(row.job), articleID: row.id, revision: row.revision, bytes: UInt32(clamping: row.size),
      language: queue.code, turn: row.turn)
  }
}

extension StoredGrantKey {
  var core: GrantKey { GrantKey(words.0, words.1) }

  init(_ key: GrantKey) {
    let bytes = key.bytes
    func word(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) } }
    self.init(word(bytes[..<8]), word(bytes[8...]))
  }
}

extension SupersededJob {
  init?(_ row: SupersededArticle) {
    guard let queue = row.queue else { return nil }
    let state: State
    switch row.state {
    case .waiting: state = .waiting
    case .done: state = .done
    case .dead: state = .dead
    case .retracted: return nil
    }
    self.init(id: JobID(row.job), language: queue.code, state: state)
  }
}

extension RetractionResult {
  init(_ retraction: Retraction) {
    self.init(
      tombstone: Tombstone(articleID: retraction.tombstone.id, revision: retraction.tombstone.revision),
      superseded: retraction.superseded.flatMap(SupersededJob.init))
  }
}

extension Wire.DeadLetter {
  init(_ row: DeadLetterRow) {
    self.init(
      job: row.job, article: row.id, revision: row.revision, language: row.queue?.rawValue, code: row.code,
      message: row.failures.last?.message ?? "",
      history: row.failures.map {
        Record(
          attempt: $0.attempt, worker: $0.worker, code: $0.code, message: $0.message,
          atMilliseconds: UInt64(clamping: $0.at) * 1_000)
      })
  }
}

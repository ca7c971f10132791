/// A ledger in memory that does what ``CoordinatorEffect`` asks of the real one; also the model of its rules.
struct SimulatedLedger: Sendable {
  enum State: UInt8, Sendable { case waiting, done, dead, superseded }

  struct Row: Sendable {
    var id: JobID
    var articleID: String
    var revision: Revision
    var text: UInt64
    var bytes: UInt32
    var language: LanguageCode
    var turn: Int64
    var state: State

    var place: QueuePlace { QueuePlace(turn: turn, job: id) }

    var job: LedgerJob {
      LedgerJob(id: id, articleID: articleID, revision: revision, bytes: bytes, language: language, turn: turn)
    }
  }

  /// What is current under an article's id.
  struct Head: Sendable {
    var revision: Revision
    var row: Int?
    var isTombstoneConfirmed = false

    var isRetracted: Bool { row == nil }
  }

  /// Row n has the job id n + 1.
  private(set) var rows: [Row] = []
  private(set) var heads: [String: Head] = [:]
  /// A fault to be found: see ``Sabotage/admitsRepeatedly``.
  var admitsRepeatedly = false

  func row(_ job: JobID) -> Row? {
    let index = Int(job.rawValue) - 1
    return rows.indices.contains(index) ? rows[index] : nil
  }

  func row(ofArticle id: String) -> Row? { heads[id].flatMap { $0.row }.map { rows[$0] } }

  var summary: LedgerSummary {
    var summary = LedgerSummary()
    for row in rows {
      switch row.state {
      case .waiting: summary.counts[row.language, default: LedgerCounts()].waiting += 1
      case .done: summary.counts[row.language, default: LedgerCounts()].done += 1
      case .dead: summary.counts[row.language, default: LedgerCounts()].dead += 1
      case .superseded: break
      }
    }
    for language in Set(rows.map(\.language)) {
      let own = rows.filter { $0.language == language }
      summary.turns[language] = own.filter { $0.state == .waiting }.map(\.turn).min() ?? own.last?.turn
    }
    summary.unconfirmedTombstones = heads.filter { $0.value.isRetracted && !$0.value.isTombstoneConfirmed }
      .map { Tombstone(articleID: $0.key, revision: $0.value.revision) }.sorted { $0.articleID < $1.articleID }
    return summary
  }

  mutating func admit(_ entry: AdmissionEntry, text: UInt64) -> AdmissionResult {
    let article = entry.article
    let head = heads[article.id]
    let existing = head.map { head in
      AdmissionRule.Existing(
        hash: head.row.map { ContentHash(simulated: rows[$0].text) } ?? article.hash, revision: head.revision,
        isRetracted: head.isRetracted)
    }
    var decision = AdmissionRule.decide(existing: existing, hash: article.hash, replaces: entry.replaces)
    if admitsRepeatedly, decision == .duplicate { decision = .insert((head?.revision ?? 0) + 1) }
    switch decision {
    case .duplicate: return .duplicate
    case .conflict: return .conflict
    case .insert(let revision):
      let old = supersede(article.id)
      let row = Row(
        id: JobID(UInt64(rows.count) + 1), articleID: article.id, revision: revision, text: text, bytes: article.bytes,
        language: article.language, turn: entry.turn, state: .waiting)
      heads[article.id] = Head(revision: revision, row: rows.count)
      rows.append(row)
      return head == nil ? .accepted(row.job) : .replaced(row.job, superseded: old)
    }
  }

  private mutating func supersede(_ articleID: String) -> SupersededJob? {
    guard let index = heads[articleID]?.row else { return nil }
    let row = rows[index]
    rows[index].state = .superseded
    let state: SupersededJob.State
    switch row.state {
    case .waiting: state = .waiting
    case .done: state = .done
    case .dead: state = .dead
    case .superseded: return nil
    }
    return SupersededJob(id: row.id, language: row.language, state: state)
  }

  func waiting(_ language: LanguageCode, after: QueuePlace, limit: Int) -> (rows: [LedgerJob], isComplete: Bool) {
    let found = rows.filter { $0.state == .waiting && $0.language == language && $0.place > after }
      .sorted { $0.place < $1.place }
    return (found.prefix(limit).map(\.job), found.count <= limit)
  }

  mutating func retryDeadLetters() -> [LedgerJob] {
    rows.indices.filter { rows[$0].state == .dead }.map { index in
      rows[index].state = .waiting
      return rows[index].job
    }
  }

  mutating func discardDeadLetters() -> [SupersededJob] {
    retract(rows.filter { $0.state == .dead }.map(\.articleID)).compactMap(\.superseded)
  }

  /// Only a waiting row changes its state.
  mutating func mark(_ job: JobID, _ state: State) {
    let index = Int(job.rawValue) - 1
    guard rows.indices.contains(index), rows[index].state == .waiting else { return }
    rows[index].state = state
  }

  mutating func retract(_ articleIDs: [String]) -> [RetractionResult] {
    articleIDs.compactMap { id in
      guard let head = heads[id] else { return nil }
      if head.isRetracted {
        return RetractionResult(tombstone: Tombstone(articleID: id, revision: head.revision), superseded: nil)
      }
      let old = supersede(id)
      heads[id] = Head(revision: head.revision + 1, row: nil)
      return RetractionResult(tombstone: Tombstone(articleID: id, revision: head.revision + 1), superseded: old)
    }
  }

  mutating func confirm(_ tombstones: [Tombstone]) {
    for tombstone in tombstones {
      guard let head = heads[tombstone.articleID], head.isRetracted, head.revision <= tombstone.revision else {
        continue
      }
      heads[tombstone.articleID]?.isTombstoneConfirmed = true
    }
  }

  mutating func reconcile(_ page: InventoryPage) -> Reconciliation {
    var outcome = Reconciliation()
    let held = Dictionary(page.entries.map { ($0.articleID, $0.revision) }, uniquingKeysWith: max)
    for (id, head) in heads.sorted(by: { $0.key < $1.key }) {
      if let after = page.after, id <= after { continue }
      if let next = page.next, id > next { continue }
      let revision = held[id] ?? 0
      guard let index = head.row else {
        // Even where nothing is held: a late result of a withdrawn revision may still be under way.
        if revision < head.revision {
          heads[id]?.isTombstoneConfirmed = false
          outcome.tombstones.append(Tombstone(articleID: id, revision: head.revision))
        }
        continue
      }
      if rows[index].state == .done, revision < head.revision {
        rows[index].state = .waiting
        outcome.requeued.append(rows[index].job)
      } else if rows[index].state == .waiting, revision == head.revision {
        rows[index].state = .done
        outcome.found.append(rows[index].job)
      }
    }
    return outcome
  }
}

extension ContentHash {
  /// The hash of a simulated text, which is a number.
  init(simulated text: UInt64) {
    var bytes = [UInt8](repeating: 0, count: 32)
    for index in 0..<8 { bytes[index] = UInt8(truncatingIfNeeded: text >> UInt64(8 * index)) }
    self = ContentHash(bytes)!
  }
}

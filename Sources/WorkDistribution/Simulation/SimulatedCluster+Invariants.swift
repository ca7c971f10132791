extension SimulatedCluster {
  /// A job in the hands of two live workers for longer than this is one too many: the lease, the time that a worker
  /// takes to notice that it is cut off, and the longest reading of a chunk.
  private var leaseBound: TimeSpan { .seconds(3) + .seconds(2) + .seconds(3) }

  // MARK: After each step

  /// An accepted article is in the ledger, or gave way to a later revision there.
  mutating func checkDurability(of answer: Submitted, peer: PeerID) {
    let client = sockets[Int(peer.rawValue >> 20)].client
    guard client == Self.submitterProcess || client == Self.replacerProcess else { return }
    guard
      let sent = submitters[client - Self.submitterProcess]?.unanswered.first(where: {
        $0.sequence == answer.sequence
      })
    else { return }
    let durable = unsyncedLedger ?? ledger
    for (item, outcome) in zip(sent.items, answer.outcomes) where outcome == .accepted {
      let id = articleID(Int(item.handle))
      if durable.heads[id] == nil { violate("\(id) was accepted but is not durable") }
    }
  }

  /// A done mark is only ever written for what the store holds durably.
  mutating func checkCommitted(_ job: JobID) {
    guard let row = ledger.row(job) else { return violate("a done mark for \(job), which does not exist") }
    let durable = unsyncedStore ?? store
    guard let entry = durable.entries[row.articleID], entry.revision >= row.revision else {
      return violate("\(row.articleID) revision \(row.revision) is marked done but not committed")
    }
  }

  /// Nothing takes effect twice, nothing older replaces something newer, and the value belongs to the article.
  mutating func checkEffect(_ item: CommitItem, over old: SimulatedStore.Entry?) {
    let id = item.articleID
    if let count = store.effects[id]?[item.revision], count > 1 {
      violate("\(id) revision \(item.revision) took effect \(count) times")
    }
    if let old, old.revision >= item.revision { violate("\(id): revision \(item.revision) over \(old.revision)") }
    guard case .result = item.content else { return }
    guard let row = ledger.rows.first(where: { $0.articleID == id && $0.revision == item.revision }) else {
      return violate("\(id) revision \(item.revision) was committed but never admitted")
    }
    if store.entries[id]?.value != simulatedResult(id, row.text) {
      violate("\(id) revision \(item.revision) has the result of another text")
    }
  }

  mutating func checkCoordinatorBounds() {
    guard coordinator != nil else { return }
    if coordinator!.admissions.load.jobs > 100 {
      violate("the coordinator has \(coordinator!.admissions.load.jobs) articles to admit")
    }
    for queue in coordinator!.queues where queue.idleCount > 24 + options.workers * Int(Self.workerCapacity) * 2 {
      violate("the coordinator holds \(queue.idleCount) idle jobs")
    }
  }

  /// A deadline in the past would make the shell spin.
  mutating func checkSpinning(_ process: Int) {
    if now - processes[process].recentTicksSince > .milliseconds(100) {
      processes[process].recentTicksSince = now
      processes[process].recentTicks = 0
    }
    processes[process].recentTicks += 1
    if processes[process].recentTicks > 200 { violate("process \(process) spins") }
  }

  mutating func checkLeases() {
    var holders: [JobID: Int] = [:]
    for index in workers.indices where workers[index] != nil {
      let process = Self.firstWorker + index
      guard processes[process].isUp, processes[process].pausedUntil == nil else { continue }
      for job in workers[index]!.jobsInProgress { holders[job, default: 0] += 1 }
    }
    doublyHeld = doublyHeld.filter { holders[$0.key, default: 0] > 1 }
    for (job, count) in holders where count > 1 {
      if let since = doublyHeld[job] {
        if now - since > leaseBound { violate("\(job) has been with \(count) workers since \(since.milliseconds) ms") }
      } else {
        doublyHeld[job] = now
      }
    }
  }

  // MARK: The end

  var isComplete: Bool {
    faultsAreOver && hasFinished[0] && hasFinished[1] && isRetracted && (coordinator?.isFinished ?? false)
      && !ledger.rows.contains { $0.state == .waiting }
  }

  var whatIsMissing: String {
    let waiting = ledger.rows.filter { $0.state == .waiting }.map(\.articleID)
    return "submitters \(hasFinished), operator \(isRetracted), coordinator finished "
      + "\(coordinator?.isFinished ?? false), waiting \(waiting.prefix(5))"
  }

  mutating func checkAllAnswered(_ process: Int) {
    let index = process - Self.submitterProcess
    for number in 0..<inputCount(process) where outcomes[index][number] == nil {
      violate("submitter \(index) finished without an outcome for \(articleID(number))")
    }
  }

  /// The store is what one undisturbed worker would have left.
  mutating func checkEnd() {
    for number in 0..<options.articles {
      let id = articleID(number)
      guard let head = ledger.heads[id] else {
        violate("\(id) is missing in the ledger")
        continue
      }
      let entry = store.entries[id]
      guard let row = ledger.row(ofArticle: id) else {
        if entry.map({ $0.value != nil }) ?? false { violate("\(id) was withdrawn but is in the store") }
        continue
      }
      checkText(row, number)
      switch (row.state, poison[id]) {
      case (.done, nil):
        if entry?.value != simulatedResult(id, row.text) || entry?.revision != head.revision {
          violate("\(id) revision \(head.revision) is not what the store holds")
        }
      case (.dead, _?): break
      default: violate("\(id) ends as \(row.state), poison \(poison[id].map { "\($0)" } ?? "none")")
      }
    }
    checkTotals()
  }

  /// The text is the last one that was accepted: the replacement, where there is one.
  private mutating func checkText(_ row: SimulatedLedger.Row, _ number: Int) {
    let isReplaced = number < inputCount(Self.replacerProcess)
    // A withdrawn id is free again: then a submitter that starts anew may bring either text.
    let wasWithdrawn = retractions.contains(row.articleID) || discarded.contains(row.articleID)
    if wasWithdrawn, isReplaced { return }
    let expected = text(number, of: isReplaced ? Self.replacerProcess : Self.submitterProcess)
    if row.text != expected { violate("\(row.articleID) has text \(row.text) instead of \(expected)") }
    let rows = ledger.rows.filter { $0.articleID == row.articleID }
    if !wasWithdrawn, rows.count > (isReplaced ? 2 : 1) {
      violate("\(row.articleID) was admitted \(rows.count) times")
    }
  }

  /// What the coordinator counts is what the ledger holds.
  private mutating func checkTotals() {
    guard let core = coordinator else { return }
    let counts = ledger.summary.counts.values.reduce(into: LedgerCounts()) { sum, own in
      sum.waiting += own.waiting
      sum.done += own.done
      sum.dead += own.dead
    }
    let totals = core.totals
    if totals.committed != counts.done || totals.dead != counts.dead || core.waitingTotal != counts.waiting {
      violate("the coordinator counts \(totals), the ledger \(counts)")
    }
  }
}

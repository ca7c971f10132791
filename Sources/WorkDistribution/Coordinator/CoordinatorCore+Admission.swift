extension CoordinatorCore {
  /// How many sessions without a word are remembered.
  private var sessionLimit: Int { 4_096 }

  mutating func openSession(_ hello: Hello, peer: PeerID) {
    if var session = sessions[hello.sender] {
      if session.peer != peer {
        if case .client? = peers[session.peer] {
          peers[session.peer] = nil
          awaitingFinish.remove(session.peer)
        }
        session.peer = peer
      }
      // It raises the number only after an answer: what is below is settled.
      session.expected = max(session.expected, hello.resumeFrom)
      sessions[hello.sender] = session
      return
    }
    if sessions.count >= sessionLimit {
      let abandoned = sessions.filter { peers[$0.value.peer] == nil }.map(\.key)
      for key in abandoned { sessions[key] = nil }
    }
    sessions[hello.sender] = SubmitterSession(peer: peer, expected: hello.resumeFrom)
  }

  mutating func closeSession(_ epoch: Epoch) {
    sessions[epoch] = nil
  }

  mutating func submit(_ submission: Submission, from peer: PeerID, session epoch: Epoch) {
    guard let session = sessions[epoch], session.peer == peer, submission.sequence <= session.expected else {
      // From an older connection, or after a lost one: it will come again.
      return effects.append(.releasePayload(submission.payload))
    }
    guard submission.sequence == session.expected else {
      if let answer = session.answer(to: submission.sequence) { send(.submitted(answer), to: peer) }
      return effects.append(.releasePayload(submission.payload))
    }
    let entry = AdmissionBuffer.Entry(session: epoch, submission: submission)
    guard hasRoom(for: entry), !isDraining else {
      statistics.busyAnswers += 1
      send(.busy(retryAfter: configuration.busyRetry), to: peer)
      return effects.append(.releasePayload(submission.payload))
    }
    statistics.submissions += 1
    sessions[epoch]?.expected += 1
    admissions.add(entry)
  }

  private func hasRoom(for entry: AdmissionBuffer.Entry) -> Bool {
    if admissions.isEmpty { return waitingTotal < configuration.backlogLimit }
    return admissions.load.jobs + UInt64(entry.submission.articles.count) <= configuration.admissionLimit.jobs
      && admissions.load.bytes + entry.bytes <= configuration.admissionLimit.bytes
      && waitingTotal + admissions.load.jobs < configuration.backlogLimit
  }

  /// Articles in the ledger that are neither done nor dead.
  var waitingTotal: UInt64 { queues.reduce(0) { $0 &+ $1.counts.waiting } }

  /// One admission transaction at a time: while it is being written the next one gathers.
  mutating func startAdmissions() {
    guard admissions.inFlight == nil, !admissions.waiting.isEmpty else { return }
    let group = makeGroup()
    var taken: [AdmissionBuffer.Entry] = []
    var entries: [AdmissionEntry] = []
    while entries.count < configuration.admissionGroup, let entry = admissions.waiting.popFirst() {
      for (index, article) in entry.submission.articles.enumerated() {
        guard case .admissible(let article) = article, let queue = queueIndex(of: article.language) else { continue }
        let source = entry.source(of: article)
        let priority = entry.submission.priority
        entries.append(
          AdmissionEntry(
            article: article, replaces: entry.submission.replaces,
            turn: queues[queue].turns.stamp(source: source, priority: priority), priority: priority,
            payload: entry.submission.payload, index: index))
      }
      taken.append(entry)
    }
    admissions.inFlight = (group, taken)
    if entries.isEmpty {
      admissionsPersisted(group, [])
      startAdmissions()
    } else {
      effects.append(.persistAdmissions(group, entries))
    }
  }

  mutating func admissionsPersisted(_ group: GroupID, _ results: [AdmissionResult]) {
    guard let (current, entries) = admissions.inFlight, current == group else { return }
    admissions.inFlight = nil
    var next = 0
    for entry in entries {
      admissions.settled(entry)
      var outcomes: [AdmissionOutcome] = []
      outcomes.reserveCapacity(entry.submission.articles.count)
      for article in entry.submission.articles {
        switch article {
        case .rejected(let rejection):
          outcomes.append(.rejected(rejection))
        case .admissible(let article) where queueOfLanguage[article.language] == nil:
          outcomes.append(
            .rejected(Rejection(code: "language", message: "too many languages; \(article.language) is one more")))
        case .admissible:
          // A completion shorter than its group is the shell's mistake; nothing is claimed to be accepted then.
          let result = next < results.count ? results[next] : .conflict
          next += 1
          outcomes.append(settle(result))
          if case .accepted? = outcomes.last { continue }
          giveTurnBack(article, entry)
        }
      }
      count(outcomes)
      answer(entry, outcomes)
    }
  }

  private mutating func giveTurnBack(_ article: ScreenedArticle, _ entry: AdmissionBuffer.Entry) {
    guard case .admissible(let article) = article, let queue = queueOfLanguage[article.language] else { return }
    queues[queue].turns.giveBack(source: entry.source(of: article), priority: entry.submission.priority)
  }

  private mutating func settle(_ result: AdmissionResult) -> AdmissionOutcome {
    switch result {
    case .duplicate:
      return .duplicate
    case .conflict:
      return .conflict
    case .accepted(let row):
      admitted(row)
      return .accepted
    case .replaced(let row, let old):
      if let old { superseded(old) }
      admitted(row)
      return .accepted
    }
  }

  private mutating func count(_ outcomes: [AdmissionOutcome]) {
    for outcome in outcomes {
      switch outcome {
      case .accepted: statistics.accepted += 1
      case .duplicate: statistics.duplicates += 1
      case .conflict: statistics.conflicts += 1
      case .rejected:
        statistics.rejected += 1
        rejectedTotal += 1
      }
    }
  }

  private mutating func answer(_ entry: AdmissionBuffer.Entry, _ outcomes: [AdmissionOutcome]) {
    effects.append(.releasePayload(entry.submission.payload))
    let answer = Submitted(sequence: entry.submission.sequence, outcomes: outcomes, window: window)
    guard sessions[entry.session] != nil else { return }
    sessions[entry.session]?.remember(answer)
    if let peer = sessions[entry.session]?.peer, peers[peer] != nil { send(.submitted(answer), to: peer) }
  }

  /// What a submitter may have unanswered: its share of what is free, never nothing.
  private var window: Allowance {
    let limit = configuration.admissionLimit
    let most = configuration.submissionWindow
    let submitters = UInt64(max(1, sessions.count))
    return Allowance(
      jobs: max(1, min(most.jobs, (limit.jobs - min(limit.jobs, admissions.load.jobs)) / submitters)),
      bytes: max(1, min(most.bytes, (limit.bytes - min(limit.bytes, admissions.load.bytes)) / submitters)))
  }

  /// The group could not be written: everything that was taken is given back, to be sent again in order.
  mutating func admissionsFailed() {
    guard let (_, failed) = admissions.inFlight else { return }
    admissions.inFlight = nil
    for entry in failed + admissions.waiting.removeAll() {
      admissions.settled(entry)
      effects.append(.releasePayload(entry.submission.payload))
      guard let session = sessions[entry.session] else { continue }
      sessions[entry.session]?.expected = min(session.expected, entry.submission.sequence)
      statistics.busyAnswers += 1
      if peers[session.peer] != nil { send(.busy(retryAfter: configuration.busyRetry), to: session.peer) }
    }
  }
}

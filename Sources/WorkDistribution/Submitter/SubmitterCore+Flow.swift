extension SubmitterCore {
  mutating func receive(_ message: MessageFromCoordinator) {
    link.heard(at: now)
    switch message {
    case .welcome(let welcome):
      guard link.welcomed(welcome.epoch, at: now) else { return }
      // What was sent on the old connection may not have arrived.
      for index in unanswered.indices { send(index) }
      if askAgainAt != nil { askAgainAt = now }
    case .refused(let refusal):
      if refusal.isFinal {
        effects.append(.giveUp(refusal))
        isFinished = true
      } else {
        connectionLost()
      }
    case .submitted(let answer): answered(answer)
    case .busy(let wait):
      // What was not taken has to come again, in order; what was taken is recognised by its number.
      busyUntil = now + wait
      for index in unanswered.indices { unanswered[index].sentAt = busyUntil - configuration.resendAfter }
    case .finished(let totals):
      guard askAgainAt != nil else { return }
      effects.append(.finished(totals))
      end()
    case .batch, .drain, .ping, .status, .retracted: break
    }
  }

  private mutating func answered(_ answer: Submitted) {
    window = answer.window
    guard let index = unanswered.firstIndex(where: { $0.sequence == answer.sequence }) else { return }
    let message = unanswered.remove(at: index)
    for (item, outcome) in zip(message.items, answer.outcomes) {
      effects.append(.outcome(handle: item.handle, outcome))
    }
    // An answer with too few outcomes would lose articles in silence.
    for item in message.items.dropFirst(answer.outcomes.count) {
      effects.append(
        .outcome(
          handle: item.handle,
          .rejected(Rejection(code: "protocol", message: "the coordinator's answer does not mention this article"))))
    }
  }

  // MARK: Connection

  mutating func keepConnected() {
    guard !isFinished else { return }
    if link.isOpen, isWaiting, now - link.lastHeard >= configuration.silence, now >= busyUntil { connectionLost() }
    guard link.poll(at: now, using: &generator) else { return }
    let identity = configuration.identity
    effects.append(.connect)
    effects.append(
      .send(
        .hello(
          Hello(
            role: .submitter, name: identity.name, sender: identity.epoch, version: identity.version,
            software: identity.software, resumeFrom: unanswered.first?.sequence ?? nextSequence))))
  }

  mutating func connectionLost() {
    link.rest(at: now, using: &generator)
    busyUntil = .zero
  }

  // MARK: Sending

  private mutating func send(_ index: Int) {
    unanswered[index].sentAt = now
    effects.append(
      .sendSubmission(
        sequence: unanswered[index].sequence, replaces: configuration.replaces, items: unanswered[index].items))
  }

  /// The coordinator takes submissions in order, so everything from an overdue one on is sent again.
  mutating func resendOverdue() {
    guard link.isOpen, now >= busyUntil, let first = unanswered.first,
      now - first.sentAt >= configuration.resendAfter
    else { return }
    for index in unanswered.indices { send(index) }
  }

  mutating func sendBatches() {
    guard link.isOpen, now >= busyUntil else { return }
    var jobs = unanswered.reduce(0) { $0 + $1.items.count }
    var bytes = unanswered.reduce(0) { $0 + $1.bytes }
    while unanswered.count < configuration.messageWindow, !buffer.isEmpty {
      // A part of a batch is worth a message only if nothing else is on its way.
      let isFull = buffer.count >= configuration.batchArticles || bufferedBytes >= configuration.batchBytes
      guard isFull || inputEnded || unanswered.isEmpty else { return }
      let room = Int(clamping: window.jobs) - jobs
      guard unanswered.isEmpty || room > 0 && bytes < Int(clamping: window.bytes) else { return }
      var items: [SubmissionItem] = []
      var size = 0
      while items.count < min(configuration.batchArticles, max(1, room)), let item = buffer.first,
        items.isEmpty || size + Int(item.bytes) <= configuration.batchBytes
      {
        _ = buffer.popFirst()
        items.append(item)
        size += Int(item.bytes)
      }
      bufferedBytes -= size
      jobs += items.count
      bytes += size
      unanswered.append(SentSubmission(sequence: nextSequence, items: items, bytes: size, sentAt: now))
      nextSequence += 1
      send(unanswered.count - 1)
    }
  }

  /// Reading goes on only as fast as articles are taken.
  mutating func readMore() {
    guard !hasAsked, !inputEnded, !isFinished, buffer.count < configuration.batchArticles,
      bufferedBytes < configuration.batchBytes
    else { return }
    hasAsked = true
    effects.append(
      .readMore(
        jobs: 2 * configuration.batchArticles - buffer.count, bytes: 2 * configuration.batchBytes - bufferedBytes))
  }

  // MARK: End

  mutating func finish() {
    guard inputEnded, buffer.isEmpty, unanswered.isEmpty, !isFinished else { return }
    guard configuration.waitsForCompletion else {
      effects.append(.finished(nil))
      return end()
    }
    if askAgainAt == nil { askAgainAt = now }
    guard link.isOpen, let at = askAgainAt, now >= at else { return }
    askAgainAt = now + configuration.completionPoll
    effects.append(.send(.endOfInput))
  }

  private mutating func end() {
    if link.isOpen { effects.append(.send(.goodbye)) }
    link.close()
    isFinished = true
  }
}

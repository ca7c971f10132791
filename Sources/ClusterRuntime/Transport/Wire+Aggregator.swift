internal import NewsEvents
internal import WireProtocol
internal import WorkDistribution

// What aggregators say and hear, between wire and core.

extension MessageToAggregator {
  /// nil for a kind that no aggregator is sent, and for results, which are screened first.
  init?(_ envelope: Wire.Envelope) {
    switch envelope.message {
    case .hello(let hello): self = .hello(hello.core(envelope.version))
    case .goodbye: self = .goodbye
    case .inventoryRequest(let request):
      self = .inventoryRequest(after: request.after, limit: Int(clamping: request.limit))
    case .tombstones(let articles): self = .tombstones(articles.map(\.tombstone))
    default: return nil
    }
  }

  /// nil for results, which the worker's shell writes. `epoch` is that of the aggregator's welcome.
  func envelope(epoch: UInt64) -> Wire.Envelope? {
    switch self {
    case .hello(let hello):
      Wire.Envelope(
        .hello(Wire.Hello(hello)), version: .init(major: hello.version.major, minor: hello.version.minor))
    case .goodbye: Wire.Envelope(.goodbye, epoch: epoch)
    case .inventoryRequest(let after, let limit):
      Wire.Envelope(
        .inventoryRequest(Wire.InventoryRequest(after: after, limit: UInt64(clamping: limit))), epoch: epoch)
    case .tombstones(let tombstones):
      Wire.Envelope(.tombstones(tombstones.map(Wire.ArticleRevision.init)), epoch: epoch)
    case .results: nil
    }
  }
}

extension MessageFromAggregator {
  init?(_ envelope: Wire.Envelope) {
    let epoch = Epoch(envelope.epoch)
    switch envelope.message {
    case .welcome(let welcome): self = .welcome(epoch: epoch, storeIdentity: welcome.store)
    case .refused(let refusal): self = .refused(refusal.core)
    case .committed(let messages):
      self = .committed(
        epoch: epoch, messages.map { CommittedMessage(sequence: $0.sequence, receipts: $0.receipts) })
    case .busy(let busy):
      self = .busy(sequence: busy.sequence, retryAfter: TimeSpan(wireMilliseconds: busy.retryMilliseconds))
    case .inventory(let page):
      self = .inventory(
        InventoryPage(
          after: page.after,
          entries: page.held.map { InventoryEntry(articleID: $0.article, revision: $0.revision) }, next: page.next))
    case .tombstonesCommitted(let articles): self = .tombstonesCommitted(articles.map(\.tombstone))
    case .lag(let lag): self = .lag(lag.core(epoch))
    default: return nil
    }
  }

  func envelope(epoch: Epoch) -> Wire.Envelope {
    let message: Wire.Message
    switch self {
    case .welcome(_, let identity): message = .welcome(Wire.Welcome(store: identity))
    case .refused(let refusal): message = .refused(Wire.Refusal(refusal))
    case .committed(_, let messages):
      message = .committed(messages.map { Wire.CommittedMessage(sequence: $0.sequence, receipts: $0.receipts) })
    case .busy(let sequence, let wait):
      message = .busy(Wire.Busy(sequence: sequence, retryMilliseconds: wait.milliseconds))
    case .inventory(let page):
      message = .inventory(
        Wire.Inventory(
          after: page.after,
          held: page.entries.map { Wire.ArticleRevision(article: $0.articleID, revision: $0.revision) },
          next: page.next))
    case .tombstonesCommitted(let tombstones):
      message = .tombstonesCommitted(tombstones.map(Wire.ArticleRevision.init))
    case .lag(let lag): message = .lag(Wire.Lag(lag))
    }
    return Wire.Envelope(message, epoch: epoch.rawValue)
  }
}

extension Wire.Lag {
  init(_ lag: AggregatorLag) {
    self.init(
      uncommitted: lag.uncommitted, mentions: lag.mentions, events: lag.events,
      commitMicroseconds: lag.commitMicroseconds)
  }

  func core(_ epoch: Epoch) -> AggregatorLag {
    AggregatorLag(
      epoch: epoch, uncommitted: uncommitted, mentions: mentions, events: events,
      commitMicroseconds: commitMicroseconds)
  }
}

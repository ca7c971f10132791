/// The coordinator's side of its connection to the aggregator.
struct AggregatorLink: Sendable {
  /// How far the comparison of the two stores has come for the aggregator's present epoch.
  enum Inventory: Hashable, Sendable {
    case notBegun
    /// A page was asked for.
    case requested(after: String?, at: Instant)
    /// A page is being compared by the ledger.
    case comparing(next: String?)
    /// Everything has been compared with this start of the aggregator.
    case complete(Epoch)
  }

  var link: Link
  var inventory = Inventory.notBegun
  var lag: AggregatorLag?
  /// Tombstones that the aggregator has not confirmed, the highest revision of each article.
  private(set) var tombstones: [String: Revision] = [:]
  var tombstonesSentAt: Instant?
  /// Confirmed by the aggregator, the ledger is being told.
  var confirming: [GroupID: [Tombstone]] = [:]

  init(configuration: CoordinatorConfiguration) {
    link = Link(backoff: configuration.connectBackoff, helloTimeout: .seconds(1))
  }

  mutating func add(_ tombstone: Tombstone) {
    tombstones[tombstone.articleID] = max(tombstones[tombstone.articleID] ?? 0, tombstone.revision)
    tombstonesSentAt = nil
  }

  mutating func confirmed(_ tombstone: Tombstone) {
    if let revision = tombstones[tombstone.articleID], revision <= tombstone.revision {
      tombstones[tombstone.articleID] = nil
    }
  }

  /// The comparison is complete.
  var isReconciled: Bool {
    if case .complete = inventory { return true }
    return false
  }

  func deadline(_ configuration: CoordinatorConfiguration) -> Instant? {
    guard link.isOpen else { return link.deadline }
    var earliest = link.lastHeard + configuration.aggregatorSilence
    if !tombstones.isEmpty { earliest = min(earliest, (tombstonesSentAt ?? .zero) + configuration.tombstoneRetry) }
    return earliest
  }
}

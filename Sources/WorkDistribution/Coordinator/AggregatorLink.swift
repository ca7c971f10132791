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
  /// By the bytes of the id: text that Unicode calls equivalent is not the same id.
  private var unconfirmed: [[UInt8]: Tombstone] = [:]
  var tombstonesSentAt: Instant?

  init(configuration: CoordinatorConfiguration) {
    link = Link(backoff: configuration.connectBackoff, helloTimeout: .seconds(1))
  }

  mutating func add(_ tombstone: Tombstone) {
    let key = Array(tombstone.articleID.utf8)
    if let old = unconfirmed[key], old.revision >= tombstone.revision { return }
    unconfirmed[key] = tombstone
    tombstonesSentAt = nil
  }

  mutating func confirmed(_ tombstone: Tombstone) {
    let key = Array(tombstone.articleID.utf8)
    if let old = unconfirmed[key], old.revision <= tombstone.revision { unconfirmed[key] = nil }
  }

  var hasTombstones: Bool { !unconfirmed.isEmpty }

  /// Some of the tombstones to send, in a fixed order. O(n log n).
  func someTombstones(limit: Int) -> [Tombstone] {
    Array(unconfirmed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.prefix(limit).map(\.value))
  }

  /// The comparison is complete.
  var isReconciled: Bool {
    if case .complete = inventory { return true }
    return false
  }

  func deadline(_ configuration: CoordinatorConfiguration) -> Instant? {
    guard link.isOpen else { return link.deadline }
    var earliest = link.lastHeard + configuration.aggregatorSilence
    if hasTombstones { earliest = min(earliest, (tombstonesSentAt ?? .zero) + configuration.tombstoneRetry) }
    return earliest
  }
}

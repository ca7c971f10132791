/// A timeline store in memory: one value per article, by ``CommitRule``.
struct SimulatedStore: Sendable {
  struct Entry: Hashable, Sendable {
    var revision: Revision
    /// What the extraction made of the text; nil: a tombstone.
    var value: UInt64?
  }

  private(set) var entries: [String: Entry] = [:]
  /// How often each revision took effect.
  private(set) var effects: [String: [Revision: Int]] = [:]
  /// What the aggregator was told by the coordinator.
  var grantKey: GrantKey?
  var sabotage: Sabotage?

  /// Commits one item; returns whether it took effect.
  mutating func commit(_ articleID: String, _ entry: Entry) -> Bool {
    var writes = CommitRule.writes(entry.revision, over: entries[articleID]?.revision)
    if sabotage == .commitsRepeatedly { writes = writes || entries[articleID]?.revision == entry.revision }
    if sabotage == .commitsStaleRevisions { writes = entries[articleID]?.revision != entry.revision }
    guard writes else { return false }
    entries[articleID] = entry
    effects[articleID, default: [:]][entry.revision, default: 0] += 1
    return true
  }

  /// Set back to an older state; what comes again afterwards takes effect again.
  mutating func restore(_ backup: SimulatedStore) {
    self = backup
  }

  func page(after: String?, limit: Int) -> InventoryPage {
    let ids = entries.keys.filter { after == nil || $0 > after! }.sorted()
    let listed = ids.prefix(limit)
    return InventoryPage(
      after: after, entries: listed.map { InventoryEntry(articleID: $0, revision: entries[$0]!.revision) },
      next: ids.count > limit ? listed.last : nil)
  }
}

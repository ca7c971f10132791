import NewsEvents

/// Finds ids that occur more than once before anything is handed over, so that which one is kept depends on content
/// alone, never on order.
///
/// Keeps 8 bytes (and the set's slack) per id while it counts; afterwards only what concerns repeated ids. Two ids
/// with the same 64-bit hash are merely looked at once more.
struct DuplicateSurvey {
  private var seen: Set<UInt64> = []
  private var repeated: Set<UInt64> = []
  private var least: [String: ContentHash] = [:]
  /// Everything that may become an article.
  private(set) var count = 0

  var hasRepeated: Bool { !repeated.isEmpty }

  mutating func note(id: String?) {
    count += 1
    guard let id else { return }
    let key = Self.key(id)
    if !seen.insert(key).inserted { repeated.insert(key) }
  }

  mutating func finishCounting() { seen = [] }

  func isRepeated(id: String) -> Bool { !repeated.isEmpty && repeated.contains(Self.key(id)) }

  mutating func note(_ article: Article) {
    guard isRepeated(id: article.id) else { return }
    let hash = article.contentHash
    least[article.id] = min(least[article.id] ?? hash, hash)
  }

  /// Whether another article of this id has less content hash.
  func isDisplaced(_ article: Article) -> Bool {
    guard isRepeated(id: article.id), let kept = least[article.id] else { return false }
    return article.contentHash != kept
  }

  /// FNV-1a with a final mix: stable and cheap; ids are no secret.
  private static func key(_ id: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ (hash >> 29)
  }
}

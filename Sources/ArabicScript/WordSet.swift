public import NewsEvents

/// A small set of words by their hashes, for tests at every token.
///
/// Open addressing at a load of at most one quarter: nearly every test is one array read. Hash 0, that of no word, is
/// never a member.
public struct WordSet: Sendable, ExpressibleByArrayLiteral {
  @usableFromInline let slots: [UInt64]

  public init(_ hashes: some Sequence<UInt64>) {
    let words = Set(hashes)
    var capacity = 4
    while capacity < words.count * 4 { capacity *= 2 }
    var slots = [UInt64](repeating: 0, count: capacity)
    for hash in words.sorted() where hash != 0 {
      var at = WordSet.home(hash) & (capacity - 1)
      while slots[at] != 0 { at = (at + 1) & (capacity - 1) }
      slots[at] = hash
    }
    self.slots = slots
  }

  public init(arrayLiteral hashes: UInt64...) { self.init(hashes) }

  /// The words of a list separated by spaces or line breaks, folded for `language`.
  public init(_ words: String, _ language: Language) { self.init((words, language)) }

  /// The words of lists in several languages.
  public init(_ lists: (words: String, language: Language)...) {
    var hashes: [UInt64] = []
    for (words, language) in lists {
      for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        hashes.append(WordHash.of(String(word), language))
      }
    }
    self.init(hashes)
  }

  /// O(1).
  @inlinable public func contains(_ hash: UInt64) -> Bool {
    let mask = slots.count - 1
    var at = WordSet.home(hash) & mask
    while slots[at] != 0 {
      if slots[at] == hash { return true }
      at = (at + 1) & mask
    }
    return false
  }

  @inlinable static func home(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 32) }
}

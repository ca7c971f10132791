/// A hash table from token hashes to values, built once and then only read.
///
/// Open addressing with linear probing at a load of at most one half: a lookup of a word that is not there, the
/// common case, costs one or two array reads. A class, so that handing it on is one reference.
public final class WordTable<Value: Sendable>: Sendable {
  @usableFromInline let keys: [UInt64]
  @usableFromInline let slots: [UInt32]
  @usableFromInline let mask: Int
  @usableFromInline let values: [Value]

  /// The first of several values with one key wins.
  public init(_ entries: [(hash: UInt64, value: Value)]) {
    var capacity = 16
    while capacity < entries.count * 2 { capacity *= 2 }
    var keys = [UInt64](repeating: 0, count: capacity)
    var slots = [UInt32](repeating: 0, count: capacity)
    var values: [Value] = []
    mask = capacity - 1
    for entry in entries {
      var at = Self.home(entry.hash) & mask
      while slots[at] != 0, keys[at] != entry.hash { at = (at + 1) & mask }
      if slots[at] == 0 {
        values.append(entry.value)
        keys[at] = entry.hash
        slots[at] = UInt32(values.count)
      }
    }
    self.keys = keys
    self.slots = slots
    self.values = values
  }

  /// The value of a word, nil when it is not in the table. O(1).
  @inlinable public subscript(hash: UInt64) -> Value? {
    var at = Self.home(hash) & mask
    while slots[at] != 0 {
      if keys[at] == hash { return values[Int(slots[at]) - 1] }
      at = (at + 1) & mask
    }
    return nil
  }

  /// The hashes that have a value.
  public var hashes: [UInt64] { keys.indices.lazy.filter { self.slots[$0] != 0 }.map { self.keys[$0] } }

  @inlinable static func home(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 32) }
}

/// A table from word hashes to dense ids: open addressing with linear probing, at most half full.
struct WordTable: Sendable {
  /// 0 marks a free slot (no word of a lexicon hashes to 0).
  private(set) var keys: [UInt64]
  private(set) var values: [UInt32]
  private let mask: Int

  init(_ pairs: [(key: UInt64, value: UInt32)]) {
    var capacity = 16
    while capacity < pairs.count * 2 { capacity *= 2 }
    mask = capacity - 1
    keys = [UInt64](repeating: 0, count: capacity)
    values = [UInt32](repeating: 0, count: capacity)
    for (key, value) in pairs {
      var slot = WordTable.slot(key, mask)
      while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
      keys[slot] = key
      values[slot] = value
    }
  }

  /// Slots as they were written; nil unless their number is a power of two with a free one.
  init?(keys: [UInt64], values: [UInt32]) {
    guard keys.count == values.count, keys.count >= 16, keys.count & (keys.count - 1) == 0, keys.contains(0) else {
      return nil
    }
    self.keys = keys
    self.values = values
    mask = keys.count - 1
  }

  @inline(__always)
  private static func slot(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15 >> 20) & mask
  }

  @inline(__always)
  func value(_ key: UInt64) -> UInt32? {
    var slot = WordTable.slot(key, mask)
    while true {
      let k = keys[slot]
      if k == key { return values[slot] }
      if k == 0 { return nil }
      slot = (slot + 1) & mask
    }
  }
}

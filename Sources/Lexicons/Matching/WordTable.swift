/// A table from word hashes to dense ids: open addressing with linear probing, at most half full.
struct WordTable: Sendable {
  /// 0 marks a free slot (no word of a lexicon hashes to 0).
  let keys: [UInt64]
  let values: [UInt32]
  private let mask: Int
  /// One bit for every key, in four times as many bits as there are slots: most words that are not in the table are
  /// told by it, and it stays in the processor's cache where the table does not.
  private let filter: [UInt64]

  init(_ pairs: [(key: UInt64, value: UInt32)]) {
    var capacity = 16
    while capacity < pairs.count * 2 { capacity *= 2 }
    mask = capacity - 1
    var keys = [UInt64](repeating: 0, count: capacity)
    var values = [UInt32](repeating: 0, count: capacity)
    for (key, value) in pairs {
      var slot = WordTable.slot(key, mask)
      while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
      keys[slot] = key
      values[slot] = value
    }
    self.keys = keys
    self.values = values
    filter = WordTable.filter(keys)
  }

  /// Slots as they were written; nil unless their number is a power of two with a free one.
  init?(keys: [UInt64], values: [UInt32]) {
    guard keys.count == values.count, keys.count >= 16, keys.count & (keys.count - 1) == 0, keys.contains(0) else {
      return nil
    }
    self.keys = keys
    self.values = values
    mask = keys.count - 1
    filter = WordTable.filter(keys)
  }

  private static func filter(_ keys: [UInt64]) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: max(1, keys.count / 16))
    let mask = bits.count * 64 - 1
    for key in keys where key != 0 {
      let bit = Int(truncatingIfNeeded: mixed(key) >> 24) & mask
      bits[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    return bits
  }

  @inline(__always)
  private static func mixed(_ key: UInt64) -> UInt64 { (key ^ key >> 29) &* 0x9E3_779B_97F4 }

  /// Fixed: compiled lexicons hold the slots as they are.
  @inline(__always)
  private static func slot(_ key: UInt64, _ mask: Int) -> Int { Int(truncatingIfNeeded: mixed(key)) & mask }

  @inline(__always)
  func value(_ key: UInt64) -> UInt32? {
    let mixed = WordTable.mixed(key)
    let bits = filter.span
    let bit = Int(truncatingIfNeeded: mixed >> 24) & (bits.count * 64 - 1)
    guard bits[bit >> 6] & (1 << UInt64(bit & 63)) != 0 else { return nil }
    let keys = keys.span
    var slot = Int(truncatingIfNeeded: mixed) & mask
    while true {
      let k = keys[slot]
      if k == key { return values[slot] }
      if k == 0 { return nil }
      slot = (slot + 1) & mask
    }
  }
}

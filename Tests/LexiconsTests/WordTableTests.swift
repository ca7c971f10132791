import Testing

@testable import Lexicons

@Suite struct `The table of known words` {
  @Test func `finds every word and no other`() {
    var random = SystemRandomNumberGenerator()
    for count in [0, 1, 9, 5000] {
      var pairs: [UInt64: UInt32] = [:]
      while pairs.count < count { pairs[random.next() | 1] = UInt32(pairs.count) }
      let table = WordTable(pairs.map { (key: $0.key, value: $0.value) })
      for (key, value) in pairs { #expect(table.value(key) == value) }
      for _ in 0..<2000 {
        let key = random.next()
        #expect(table.value(key) == pairs[key])
      }
      let loaded = WordTable(keys: table.keys, values: table.values)
      for (key, value) in pairs { #expect(loaded?.value(key) == value) }
    }
  }
}

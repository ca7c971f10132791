import ArabicScript
import NewsEvents
import Testing

@Suite struct `A set of words` {
  @Test func `has what was put in and nothing else`() {
    var random = SystemRandomNumberGenerator()
    for count in [0, 1, 2, 7, 300] {
      let members = Set((0..<count).map { _ in random.next() | 1 })
      let set = WordSet(members)
      for hash in members { #expect(set.contains(hash)) }
      for _ in 0..<1000 {
        let other = random.next()
        #expect(set.contains(other) == members.contains(other))
      }
    }
  }

  @Test func `tells apart hashes that fall into one slot`() {
    let near: [UInt64] = [16, 32, 48, 64, 80]
    let set = WordSet(near.dropLast())
    #expect(near.map { set.contains($0) } == [true, true, true, true, false])
  }

  @Test func `never has the hash of no word`() {
    #expect(!WordSet([0, 5]).contains(0))
    #expect(!(WordSet([])).contains(0))
  }

  @Test func `is folded for its language`() {
    let set = WordSet("که می‌شود", .persian)
    #expect(set.contains(WordHash.of(FoldedText.key("كه", language: .persian))))
    #expect(set.contains(WordHash.of(FoldedText.key("میشود", language: .persian))))
  }
}

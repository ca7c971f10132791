import NewsEvents
import Testing

@Suite struct `Ids of mentions` {
  @Test func `are the same made one by one or for a whole article`() {
    let content = ContentHash(of: "متن".utf8)
    let namer = EventMention.Namer(article: "a/1", content: content)
    var seen: Set<String> = []
    for start in 0..<20 {
      for type in EventType.allCases {
        let range = TextRange(start: start, end: start + 3)
        let id = namer.id(trigger: range, type: type, ordinal: start % 2)
        #expect(id == EventMention.id(article: "a/1", content: content, trigger: range, type: type, ordinal: start % 2))
        #expect(id.utf8.count == 16)
        seen.insert(id)
      }
    }
    #expect(seen.count == 20 * EventType.allCases.count)
  }

  @Test func `are the digits they always were`() {
    let id = EventMention.id(
      article: "x", content: ContentHash(of: [UInt8]()), trigger: TextRange(start: 1, end: 5), type: .assault,
      ordinal: 0)
    #expect(id == ContentHash(fields: ["x", ContentHash(of: [UInt8]()).hex(), "1", "5", "ASSAULT", "0"]).hex(16))
  }
}

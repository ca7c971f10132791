import NewsEvents
import Testing

/// Attacks that an Arabic sentence takes as known.
@Suite struct `An attack taken as known` {
  private func attacks(_ text: String) -> [EventMention] {
    code(text, .arabic, published: "2024-01-20").filter { $0.type == .assault }
  }

  @Test func `is a mention when the article tells it`() {
    let found = attacks(
      """
      قصفت تركيا مواقع في سوريا أول أمس.

      وتدهورت العلاقات بعد الهجوم الصاروخي.

      وقالت أنقرة إن الهجوم أصاب المخازن.
      """)
    #expect(found.contains { $0.trigger.text.contains("الهجوم الصاروخي") })
  }

  @Test func `is a mention when the article tells it only later`() {
    let found = attacks(
      """
      ناقش الوزيران الأمن بعد الهجوم الصاروخي على المقاتلين.

      وكانت تركيا قد قصفت مواقع في سوريا يوم الجمعة.
      """)
    #expect(found.count == 2)
    #expect(found.first?.trigger.text.contains("الهجوم") == true, "mentions stand in the order of the text")
  }

  @Test func `is none when no attack is told`() {
    #expect(attacks("ناقش الوزيران الأمن بعد الهجوم الصاروخي على المقاتلين.").isEmpty)
  }

  @Test func `is none when the attack told is between others`() {
    let found = attacks(
      """
      قصفت تركيا مواقع في سوريا أول أمس.

      وتحدث عن الأزمة بعد الهجوم على القوات الهندية.
      """)
    #expect(!found.contains { $0.recipients.contains { $0.country == "IND" } })
  }

  @Test func `was carried out by the side that says whom it hit`() {
    let found = attacks(
      """
      تبادلت الهند وباكستان القصف أول أمس.

      وقالت نيودلهي إن الهجوم استهدف متشددين.
      """)
    #expect(found.last?.actors.map(\.country) == ["IND"])
  }

  @Test func `of each on the other is named in a noun phrase too`() {
    let found = attacks("بعد تبادلهما القصف.. الهند وباكستان تتفقان على الهدنة")
    #expect(found.first.map { Set($0.actors.compactMap(\.country)) } == ["IND", "PAK"])
  }
}

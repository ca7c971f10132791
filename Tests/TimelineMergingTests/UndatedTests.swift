import NewsEvents
import Testing
import TimelineMerging

@Suite struct `Events that no mention dates` {
  let merger = TimelineMerger()
  let iran = Made.party("IRN"), pakistan = Made.party("PAK")

  private func bounds(_ article: ArticleResult, _ type: EventType) -> DateInterval? {
    merger.merge([article]).events.first { $0.type == type }?.date
  }

  @Test func `lie in the days of the story when the article has no day`() throws {
    func article(_ last: String) -> ArticleResult {
      Made.article(
        "a",
        [
          Made.mention("a", .assault, [iran], [pakistan], on: "2024-03-05", at: 100),
          Made.mention("a", .sanction, [pakistan], [iran], on: last, at: 400),
          Made.mention("a", .accuse, [iran], [pakistan], at: 3000),
        ])
    }
    let date = try #require(bounds(article("2024-03-09"), .accuse))
    #expect(date.start == Made.day("2024-03-05") && date.end == Made.day("2024-03-09"))
    #expect(date.basis == .inferred)
    // A story of two months bounds nothing.
    #expect(bounds(article("2024-05-09"), .accuse) == nil)
  }

  @Test func `are of the half year before the article`() throws {
    let article = Made.article("a", [Made.mention("a", .assault, [iran], [pakistan])], anchor: "2024-07-31")
    let date = try #require(bounds(article, .assault))
    #expect(date.end == Made.day("2024-07-31") && date.basis == .published)
    #expect(date.start == Made.day("2024-07-31") - 183)
  }
}

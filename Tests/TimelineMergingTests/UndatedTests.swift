import NewsEvents
import Testing
import TimelineMerging

@Suite struct `Events that no mention dates` {
  let merger = TimelineMerger()
  let iran = Made.party("IRN"), pakistan = Made.party("PAK")

  private func bounds(_ article: ArticleResult, _ type: EventType) -> DateInterval? {
    merger.merge([article]).events.first { $0.type == type }?.date
  }

  @Test func `are no later than what is told to follow them`() throws {
    let sentence = "در پی گفت‌وگو دو کشور روابط خود را قطع کردند"
    func article(_ first: String, _ words: String) -> ArticleResult {
      var call = Made.mention("a", .consult, [iran, pakistan], text: words, at: 400)
      let start = 400 + words.unicodeScalars.count - "گفت‌وگو دو کشور روابط خود را قطع کردند".unicodeScalars.count
      call.trigger = Quote(text: "گفت‌وگو", range: TextRange(start: start, end: start + 7))
      return Made.article(
        "a",
        [
          Made.mention("a", .assault, [iran], [pakistan], on: first, at: 100), call,
          Made.mention("a", .sanction, [pakistan], [iran], on: "2024-03-09", text: words, at: 400),
        ])
    }
    let date = try #require(bounds(article("2024-03-05", sentence), .consult))
    #expect(date.start == Made.day("2024-03-05") && date.end == Made.day("2024-03-09"))
    #expect(date.basis == .inferred)
    // Without the word for "after" nothing orders the two, and a story of two months bounds nothing.
    #expect(bounds(article("2024-03-05", sentence.replacing("در پی", with: "با این")), .consult) == nil)
    #expect(bounds(article("2024-01-05", sentence), .consult) == nil)
  }

  @Test func `are of the half year before the article`() throws {
    let article = Made.article("a", [Made.mention("a", .assault, [iran], [pakistan])], anchor: "2024-07-31")
    let date = try #require(bounds(article, .assault))
    #expect(date.end == Made.day("2024-07-31") && date.basis == .published)
    #expect(date.start == Made.day("2024-07-31") - 183)
  }
}

@Suite struct `A mention in a timeline` {
  let iran = Made.party("IRN"), pakistan = Made.party("PAK")

  /// The days of the mentions of one strike: its article's own, and another's.
  private func days(_ own: DateInterval?) throws -> DateInterval? {
    var strike = Made.mention("a", .assault, [iran], [pakistan], modes: ["drone"], deaths: CountRange(min: 9, max: 9))
    strike.date = own
    let known = Made.mention(
      "b", .assault, [iran], [pakistan], on: "2024-01-16", modes: ["drone"], deaths: CountRange(min: 9, max: 9))
    let events = TimelineMerger().merge([
      Made.article("a", [strike], anchor: "2024-01-18"), Made.article("b", [known], anchor: "2024-01-17"),
    ]).events
    let event = try #require(events.first)
    #expect(events.count == 1)
    return event.mentions.first { $0.article == "a" }?.date
  }

  private func interval(_ start: String?, _ end: String?) -> DateInterval {
    DateInterval(start: start.flatMap(Made.day), end: end.flatMap(Made.day), granularity: .range, basis: .stated)
  }

  @Test func `has the day that other articles give where its own says less`() throws {
    for own in [nil, interval("2024-01-14", "2024-01-17"), interval(nil, "2024-01-17")] {
      let day = try days(own)
      #expect(day?.start == Made.day("2024-01-16") && day?.end == Made.day("2024-01-16"))
      #expect(day?.basis == .inferred)
    }
  }

  @Test func `keeps the day that it states itself`() throws {
    let own = interval("2024-01-16", "2024-01-16")
    #expect(try days(own) == own)
    let other = interval("2024-01-17", "2024-01-17")
    #expect(try days(other) == other)
  }
}

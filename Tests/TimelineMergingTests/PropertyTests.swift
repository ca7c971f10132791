import NewsEvents
import Testing
import TimelineMerging

@Suite struct `A merged timeline` {
  let merger = TimelineMerger()

  @Test func `does not depend on the order of the articles`() {
    var random = SeededGenerator(seed: 1)
    for seed in 0..<40 as Range<UInt64> {
      let news = SyntheticNews(seed: seed, stories: 8, articles: 8)
      let expected = merger.merge(news.articles)
      for _ in 0..<1 {
        var shuffled = news.articles.shuffled(using: &random)
        for i in shuffled.indices { shuffled[i].mentions.shuffle(using: &random) }
        #expect(merger.merge(shuffled) == expected, "seed \(seed)")
      }
    }
  }

  @Test func `is the same when articles are given twice`() {
    for seed in 200..<250 as Range<UInt64> {
      let news = SyntheticNews(seed: seed, stories: 6, articles: 7)
      #expect(merger.merge(news.articles + news.articles) == merger.merge(news.articles), "seed \(seed)")
    }
  }

  @Test func `holds every mention exactly once`() {
    for seed in 300..<400 as Range<UInt64> {
      let news = SyntheticNews(seed: seed, stories: 8, articles: 8)
      let merged = merger.merge(news.articles).events.flatMap { $0.mentions.map(\.id) }
      #expect(merged.sorted() == news.articles.flatMap { $0.mentions.map(\.id) }.sorted(), "seed \(seed)")
    }
  }

  @Test func `changes no event when an article about other countries comes`() {
    for seed in 500..<600 as Range<UInt64> {
      let news = SyntheticNews(seed: seed, stories: 8, articles: 8)
      let other = SyntheticNews(
        seed: seed &+ 1, stories: 3, articles: 4, countries: ["JPN", "KOR", "AUS", "NZL"], prefix: "z")
      let alone = merger.merge(news.articles).events
      let ids = Set(other.articles.map(\.article))
      let together = merger.merge(other.articles + news.articles).events
        .filter { event in !event.mentions.contains { ids.contains($0.article) } }
      #expect(together == alone, "seed \(seed)")
    }
  }

  @Test func `is as if a withdrawn article had never come`() {
    // Merging keeps no state: what counts is that the rest is merged alike however it was merged before.
    for seed in 700..<800 as Range<UInt64> {
      let news = SyntheticNews(seed: seed, stories: 8, articles: 8)
      var rest = news.articles
      let gone = rest.remove(at: Int(seed % 8))
      let before = merger.merge(news.articles)
      let after = merger.merge(rest)
      #expect(!after.events.contains { $0.mentions.contains { $0.article == gone.article } })
      #expect(merger.merge(rest.reversed()) == after)
      let untouched = before.events.filter { event in !event.mentions.contains { $0.article == gone.article } }
      #expect(!untouched.isEmpty || before.events.count <= gone.mentions.count)
    }
  }

  @Test func `has stable ids, chronological order and confidences in range`() {
    for seed in 900..<960 as Range<UInt64> {
      let events = merger.merge(SyntheticNews(seed: seed, stories: 12, articles: 15).articles).events
      #expect(Set(events.map(\.id)).count == events.count)
      for event in events {
        let least = event.mentions.map(\.id).min() ?? ""
        #expect(event.id == ContentHash(fields: [least]).hex(16))
        #expect((0...1000).contains(event.confidence))
        #expect(event.mentions.map(\.id) == event.mentions.map(\.id).sorted())
        #expect(![event.title.en, event.title.fa, event.title.ar, event.title.ur].contains(""))
        #expect(!event.sources.isEmpty)
      }
      let days = events.map { ($0.date?.start ?? $0.date?.end)?.number ?? .max }
      #expect(days == days.sorted())
    }
  }

  @Test func `keeps its laws in thousands of small cases`() {
    for seed in 10_000..<12_000 as Range<UInt64> {
      let news = SyntheticNews(seed: seed, stories: 3, articles: 3, countries: ["IRN", "PAK", "IRQ"], days: 9).articles
      let stranger = SyntheticNews(
        seed: seed &+ 77, stories: 1, articles: 1, countries: ["JPN", "KOR"], prefix: "z", days: 9
      ).articles
      let foreign = Set(stranger.map(\.article))
      // Another order, one article twice, and one about other countries: nothing of it may show.
      let known = merger.merge(stranger + news.reversed() + [news[Int(seed % 3)]]).events
        .filter { !$0.mentions.contains { foreign.contains($0.article) } }
      let same = known == merger.merge(news).events
      #expect(same, "seed \(seed)")
    }
  }

  @Test func `takes thousands of mentions of one event`() throws {
    let iran = Made.party("IRN"), pakistan = Made.party("PAK")
    let articles = (0..<4000).map { n in
      let toll = CountRange(min: 9 + n % 4, max: 9 + n % 4)
      return Made.article(
        "a\(n)", [Made.mention("a\(n)", .assault, [iran], [pakistan], on: "2024-03-05", deaths: toll)],
        anchor: "2024-03-06")
    }
    let events = merger.merge(articles).events
    let event = try #require(events.first)
    #expect(events.count == 1 && event.mentions.count == 4000)
    #expect(event.deaths == CountRange(min: 9, max: 12))
    #expect(event.conflicts.first { $0.field == "deaths" }?.values.count == 4)
    #expect(event.reasons.count < 40)
  }

  @Test func `finds the stories that a generator told`() {
    var total = 0.0
    for seed in 2000..<2008 as Range<UInt64> {
      let news = SyntheticNews(seed: seed, stories: 60, articles: 120)
      total += CoreferenceScore.bCubed(merger.merge(news.articles), truth: news.truth)
    }
    #expect(total / 8 > 0.85, "B³ \(total / 8)")
  }

  @Test func `of nothing is empty`() {
    #expect(merger.merge([]).events.isEmpty)
    #expect(merger.merge([Made.article("a", [])]).events.isEmpty)
  }
}

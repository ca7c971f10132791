import NewsEvents
import Testing
import TimelineMerging

@Suite struct `Event coreference` {
  let merger = TimelineMerger()
  let iran = Made.party("IRN"), pakistan = Made.party("PAK"), army = Made.party("IRN", "MIL")
  let group = Made.party(nil, "REB", group: "Northern Front")
  let rebels = Made.party(nil, "REB")

  private func events(_ articles: ArticleResult...) -> [TimelineEvent] { merger.merge(articles).events }

  @Test func `joins one attack told in three languages`() throws {
    let merged = events(
      Made.article("a", [Made.mention("a", .assault, [iran], [group], on: "2024-03-05", language: .urdu)]),
      Made.article(
        "b",
        [
          Made.mention(
            "b", .assault, [army], [rebels], language: .persian, place: Place(name: "Pakistan", country: "PAK"))
        ], anchor: "2024-03-09"),
      Made.article(
        "c", [Made.mention("c", .assault, [iran], [pakistan], on: "2024-03-05", language: .arabic)]))
    #expect(merged.count == 1)
    let event = try #require(merged.first)
    #expect(event.date?.start == Made.day("2024-03-05"))
    #expect(event.mentions.first { $0.article == "b" }?.date?.basis == .inferred)
    #expect(event.sources.count == 3)
    #expect(!event.reasons.isEmpty)
  }

  @Test func `keeps the attacks of years apart from the attack of a day beside them`() {
    let merged = events(
      Made.article(
        "a",
        [
          Made.mention("a", .assault, [group], [iran], at: 100, status: .ongoing),
          Made.mention("a", .assault, [group], [iran], on: "2024-03-05", at: 200),
        ]))
    #expect(merged.count == 2)
  }

  @Test func `names a state once, with its entity or without`() throws {
    var named = pakistan
    named.entity = "PAK"
    named.name = "Pakistan"
    let merged = events(
      Made.article("a", [Made.mention("a", .assault, [named], [iran], on: "2024-03-05")]),
      Made.article("b", [Made.mention("b", .assault, [pakistan], [iran], on: "2024-03-05")]))
    let event = try #require(merged.first)
    #expect(merged.count == 1 && event.actors.count == 1)
    #expect(event.actors.first?.entity == "PAK")
  }

  @Test func `keeps an attack and the attack in return apart`() {
    let merged = events(
      Made.article(
        "a",
        [
          Made.mention("a", .assault, [iran], [pakistan], on: "2024-03-05", at: 0),
          Made.mention("a", .assault, [pakistan], [iran], on: "2024-03-06", at: 300),
        ]))
    #expect(merged.count == 2)
  }

  @Test func `shows two days of one strike as a conflict`() throws {
    let merged = events(
      Made.article("a", [Made.mention("a", .assault, [pakistan], [iran], on: "2024-03-07")]),
      Made.article("b", [Made.mention("b", .assault, [pakistan], [iran], on: "2024-03-08", language: .arabic)]))
    let event = try #require(merged.first)
    #expect(merged.count == 1)
    let conflict = try #require(event.conflicts.first { $0.field == "date" })
    #expect(Set(conflict.values.map(\.value)) == ["2024-03-07", "2024-03-08"])
    #expect(Set(conflict.values.flatMap(\.mentions)) == Set(event.mentions.map(\.id)))
  }

  @Test func `keeps daily shelling apart by day`() {
    let articles = (1...6).map { n in
      Made.article("a\(n)", [Made.mention("a\(n)", .assault, [iran], [pakistan], on: "2024-03-0\(n)")])
    }
    #expect(merger.merge(articles).events.count == 6)
  }

  @Test func `does not chain two events through a vague third`() {
    let merged = events(
      Made.article("a", [Made.mention("a", .assault, [iran], [group], on: "2024-03-05")]),
      Made.article("b", [Made.mention("b", .assault, [iran], [group], on: "2024-04-20")]),
      Made.article("c", [Made.mention("c", .assault, [iran], [], text: "حمله اخیر")], anchor: "2024-04-21"))
    #expect(merged.count { $0.mentions.count > 1 } <= 1)
    #expect(merged.allSatisfy { Set($0.mentions.compactMap { $0.date?.start }).count <= 1 })
    #expect(merged.count >= 2)
  }

  @Test func `joins a headline and its lead`() {
    let both = [iran, pakistan]
    let merged = events(
      Made.article(
        "a",
        [
          Made.mention("a", .agree, both, at: 0, section: .title),
          Made.mention("a", .agree, both, on: "2024-03-05", at: 90, section: .lead),
        ]))
    #expect(merged.count == 1)
    #expect(merged.first?.mentions.allSatisfy { $0.date?.start == Made.day("2024-03-05") } == true)
  }

  @Test func `keeps a telephone call and a later meeting apart`() {
    let merged = events(
      Made.article("a", [Made.mention("a", .consult, [iran, pakistan], on: "2024-03-05", modes: ["phone"])]),
      Made.article("b", [Made.mention("b", .consult, [iran, pakistan], on: "2024-03-09", modes: ["visit"])]))
    #expect(merged.count == 2)
  }

  @Test func `keeps groups of different names apart`() {
    let other = Made.party(nil, "REB", group: "Southern Front")
    let merged = events(
      Made.article("a", [Made.mention("a", .assault, [iran], [group], on: "2024-03-05")]),
      Made.article("b", [Made.mention("b", .assault, [iran], [other], on: "2024-03-05")]))
    #expect(merged.count == 2)
  }

  @Test func `does not take rebels of a country for its state`() {
    let merged = events(
      Made.article("a", [Made.mention("a", .assault, [Made.party("PAK", "REB")], [iran], on: "2024-03-05")]),
      Made.article("b", [Made.mention("b", .assault, [Made.party("PAK", "MIL")], [iran], on: "2024-03-05")]))
    #expect(merged.count == 2)
  }

  @Test func `keeps another article inside the page apart`() {
    let merged = events(
      Made.article(
        "a",
        [
          Made.mention("a", .agree, [iran, pakistan], on: "2024-03-05", at: 0),
          Made.mention("a", .agree, [iran, pakistan], at: 2000, section: .embedded),
        ]))
    #expect(merged.count == 2)
  }

  @Test func `never joins what was only imagined with what happened`() {
    let merged = events(
      Made.article("a", [Made.mention("a", .assault, [iran], [pakistan], on: "2024-03-05")]),
      Made.article(
        "b", [Made.mention("b", .assault, [iran], [pakistan], on: "2024-03-05", status: .hypothetical)]))
    #expect(merged.count == 2)
  }

  @Test func `joins a plan with its fulfilment on the last day of its term`() {
    var plan = Made.mention("a", .support, [iran, pakistan], text: "بازگشت سفیر", status: .planned)
    plan.date = DateInterval(start: nil, end: Made.day("2024-03-26"), granularity: .range, basis: .stated)
    let merged = events(
      Made.article("a", [plan], anchor: "2024-03-20"),
      Made.article("b", [Made.mention("b", .support, [iran, pakistan], on: "2024-03-26", text: "بازگشت سفیر")]))
    #expect(merged.count == 1)
    #expect(merged.first?.status == .occurred)
    #expect(merged.first?.date?.start == Made.day("2024-03-26"))
  }

  @Test func `narrows a month by the day that another article gives`() throws {
    let merged = events(
      Made.article(
        "a",
        [
          Made.mention(
            "a", .assault, [group], [iran], on: "2024-03-01/2024-03-31", deaths: CountRange(min: 11, max: nil))
        ]),
      Made.article(
        "b",
        [Made.mention("b", .assault, [group], [iran], on: "2024-03-15", deaths: CountRange(min: 11, max: 11))]))
    let event = try #require(merged.first)
    #expect(merged.count == 1)
    #expect(event.date?.start == Made.day("2024-03-15") && event.date?.end == Made.day("2024-03-15"))
    #expect(event.deaths == CountRange(min: 11, max: 11))
    #expect(event.conflicts.isEmpty)
  }

  @Test func `keeps attacks with different tolls and no day apart`() {
    let merged = events(
      Made.article(
        "a", [Made.mention("a", .assault, [group], [iran], deaths: CountRange(min: 11, max: 11))],
        anchor: "2024-03-20"),
      Made.article(
        "b", [Made.mention("b", .assault, [group], [iran], on: "2024-03-10", deaths: CountRange(min: 1, max: 1))]))
    #expect(merged.count == 2)
  }

  @Test func `reports tolls that exclude each other as a conflict`() throws {
    let merged = events(
      Made.article(
        "a", [Made.mention("a", .assault, [iran], [group], on: "2024-03-05", deaths: CountRange(min: 9, max: 9))]),
      Made.article(
        "b", [Made.mention("b", .assault, [iran], [group], on: "2024-03-05", deaths: CountRange(min: 12, max: 12))]))
    let event = try #require(merged.first)
    #expect(merged.count == 1)
    #expect(event.deaths == CountRange(min: 9, max: 12))
    #expect(event.conflicts.contains { $0.field == "deaths" && $0.values.count == 2 })
  }

  @Test func `counts copies of one text once`() throws {
    let sketch = (0..<64).map { UInt32($0 * 7919) }
    var edited = sketch
    edited[3] = 1
    let merged = events(
      Made.article("a", [Made.mention("a", .accuse, [iran], [pakistan], text: "ایران محکوم کرد")], sketch: sketch),
      Made.article("b", [Made.mention("b", .accuse, [iran], [pakistan], text: "ایران محکوم کرد")], sketch: edited),
      Made.article(
        "c", [Made.mention("c", .accuse, [iran], [pakistan], text: "ایران محکوم کرد")],
        sketch: (0..<64).map { UInt32($0 * 31 + 5) }))
    #expect(merged.count == 2)
    let syndicated = try #require(merged.first { $0.mentions.count == 2 })
    #expect(syndicated.sources.count == 1)
    #expect(syndicated.sources[0].article == "a" && syndicated.sources[0].copies == ["b"])
  }

  @Test func `counts two printings of one short text as one voice`() throws {
    func short(_ id: String, _ text: String) -> ArticleResult {
      Made.article(id, [Made.mention(id, .accuse, [iran], [pakistan], text: text)])
    }
    let merged = events(
      short("a", "ایران پاکستان را محکوم کرد"), short("b", "ایران پاکستان را محکوم کرد"),
      short("c", "ایران رفتار پاکستان را محکوم کرد"))
    let copied = try #require(merged.first { $0.mentions.count == 2 })
    #expect(merged.count == 2)
    #expect(copied.sources.count == 1 && copied.sources[0].copies == ["b"])
  }

  @Test func `keeps weekly talks apart by day`() {
    let articles = (0..<5).map { n in
      Made.article(
        "a\(n)",
        [
          Made.mention(
            "a\(n)", .consult, [iran, pakistan], on: (Made.day("2024-03-04") + 7 * n).description,
            text: "گفت‌وگوی هفتگی درباره مرز و تجارت")
        ], anchor: (Made.day("2024-03-05") + 7 * n).description)
    }
    #expect(merger.merge(articles).events.count == 5)
  }

  @Test func `joins headline, lead and follow-ups of several outlets`() {
    let both = [iran, pakistan]
    let merged = events(
      Made.article(
        "a",
        [
          Made.mention("a", .agree, both, text: "توافق مرزی ایران و پاکستان", at: 0, section: .title),
          Made.mention(
            "a", .agree, both, on: "2024-03-05", text: "دو کشور بر سر مرز توافق کردند", at: 60, section: .lead),
        ], anchor: "2024-03-06"),
      Made.article(
        "b", [Made.mention("b", .agree, both, text: "اتفق البلدان على أمن الحدود", section: .lead, language: .arabic)],
        anchor: "2024-03-07", language: .arabic))
    #expect(merged.count == 1)
    #expect(merged.first?.mentions.count == 3)
  }

  @Test func `takes one country's news of one day for many events unless more than the day agrees`() {
    func arrest(_ id: String, _ text: String) -> ArticleResult {
      Made.article(
        id, [Made.mention(id, .coerce, [Made.party("PAK", "COP")], [], text: text, section: .lead, language: .urdu)],
        anchor: "2024-03-05", language: .urdu)
    }
    #expect(events(arrest("a", "پولیس نے چور گرفتار کیا"), arrest("b", "پولیس نے دکاندار حراست میں لیا")).count == 2)
  }

  @Test func `names both doers where texts of one attack disagree on who did it`() throws {
    let place = Place(name: "Hill", country: "IRQ", entity: "place:hill"), iraq = Made.party("IRQ")
    func attack(_ id: String, _ actor: Party, deaths: Int) -> ArticleResult {
      let toll = CountRange(min: deaths, max: deaths)
      return Made.article(
        id, [Made.mention(id, .assault, [actor], [iraq], on: "2024-03-05", place: place, deaths: toll)])
    }
    let merged = events(attack("a", iran, deaths: 7), attack("b", iran, deaths: 7), attack("c", pakistan, deaths: 7))
    let event = try #require(merged.first)
    #expect(merged.count == 1)
    #expect(event.actors.map(\.country) == ["IRN"])
    #expect(event.conflicts.first { $0.field == "actors" }?.values.map(\.value) == ["IRN", "PAK"])
    // Another toll is another attack.
    #expect(events(attack("a", iran, deaths: 7), attack("c", pakistan, deaths: 20)).count == 2)
  }

  @Test func `bounds what no mention dates by its neighbours in the text`() throws {
    let merged = events(
      Made.article(
        "a",
        [
          Made.mention("a", .assault, [pakistan], [iran], on: "2024-03-08", at: 0),
          Made.mention("a", .sanction, [pakistan], [iran], text: "فراخواندن سفیر", at: 200),
          Made.mention("a", .support, [pakistan, iran], on: "2024-03-12", at: 400),
        ]))
    let recall = try #require(merged.first { $0.type == .sanction })
    #expect(recall.date?.start == Made.day("2024-03-08") && recall.date?.end == Made.day("2024-03-12"))
    #expect(recall.date?.basis == .inferred)
    #expect(recall.reasons.contains { $0.contains("between 2024-03-08") })
  }

  @Test func `invents no day where nothing bounds one`() {
    let merged = events(Made.article("a", [Made.mention("a", .assault, [iran], [pakistan])]))
    #expect(merged.count == 1 && merged[0].date == nil)
  }

  @Test func `survives mentions without actor, place or date, and dates centuries apart`() {
    let merged = events(
      Made.article("a", [Made.mention("a", .assault, [], []), Made.mention("a", .protest, [], [], at: 500)]),
      Made.article("b", [Made.mention("b", .assault, [iran], [pakistan], on: "1501-03-05")]),
      Made.article("c", [Made.mention("c", .assault, [iran], [pakistan], on: "2024-03-05")]))
    #expect(merged.count == 4)
  }

  @Test func `takes one of two texts with one id, whichever comes first`() {
    var other = Made.article("a", [Made.mention("a", .agree, [iran, pakistan], on: "2024-03-05")])
    other.contentHash = ContentHash(fields: ["other"])
    let first = Made.article("a", [Made.mention("a", .assault, [iran], [pakistan], on: "2024-03-05")])
    #expect(merger.merge([first, other]) == merger.merge([other, first]))
    #expect(merger.merge([first, other]).events.count == 1)
  }
}

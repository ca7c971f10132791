import NewsEvents
import Testing
import TimelineMerging

@Suite struct `Parties whose names the coder could not read` {
  let iran = Made.party("IRN")

  private var merger: TimelineMerger {
    var names = NameTable(entities: [
      "just-army": LocalizedText(en: "Just Army", fa: "جیش العدل", ar: "جيش العدل", ur: "جیش العدل")
    ])
    names.linker.add(
      EntityLinker.Entity(id: "just-army", name: "Just Army", isArmedGroup: true), named: "جیش العدل",
      language: .persian)
    names.linker.add(
      EntityLinker.Entity(id: "minister", name: "The Minister", countries: ["PAK"]), named: "جلیل عباس جیلانی",
      language: .persian)
    return TimelineMerger(names: names)
  }

  /// A mention whose party's words are `quote` of the sentence.
  private func mention(
    _ article: String, _ type: EventType, _ actors: [Party], _ recipients: [Party], _ text: String, quote: String,
    on date: String? = nil, language: Language = .arabic
  ) -> EventMention {
    var made = Made.mention(article, type, actors, recipients, on: date, text: text, language: language)
    let scalars = Array(text.unicodeScalars), wanted = Array(quote.unicodeScalars)
    guard let at = scalars.indices.first(where: { scalars[$0...].starts(with: wanted) }) else { return made }
    let range = TextRange(start: 100 + at, end: 100 + at + wanted.count)
    for i in made.actors.indices { made.actors[i].quote = Quote(text: quote, range: range) }
    for i in made.recipients.indices { made.recipients[i].quote = Quote(text: quote, range: range) }
    return made
  }

  private func parties(_ mention: EventMention) -> [Party] {
    let event = merger.merge([Made.article("a", [mention])]).events.first
    return (event?.actors ?? []) + (event?.recipients ?? [])
  }

  @Test func `take a group's name that translation garbled`() {
    let text = "هاجمت القوات متشددين من جماعة جايش آل أدل أمس"
    let found = parties(mention("a", .assault, [], [Made.party(nil, "REB")], text, quote: "متشددين"))
    #expect(found.contains { $0.entity == "just-army" })
  }

  @Test func `take a person's name beside the office, in the person's country only`() {
    let text = "وقال وزير الخارجية جلال عباس جيلاني إنهما اتفقا"
    let known = parties(mention("a", .agree, [Made.party("PAK", "GOV")], [], text, quote: "وزير الخارجية"))
    #expect(known.contains { $0.entity == "minister" })
    let foreign = parties(mention("a", .agree, [Made.party("IRN", "GOV")], [], text, quote: "وزير الخارجية"))
    #expect(foreign.allSatisfy { $0.entity == nil })
  }

  @Test func `take nothing from a surname alone, nor a person's name for a group`() {
    let surname = "وقال وزير الخارجية جيلاني إنهما اتفقا"
    #expect(
      parties(mention("a", .agree, [Made.party("PAK", "GOV")], [], surname, quote: "وزير الخارجية"))
        .allSatisfy { $0.entity == nil })
    let person = "هاجم متشددون جلال عباس جيلاني"
    #expect(
      parties(mention("a", .assault, [Made.party(nil, "REB")], [], person, quote: "متشددون"))
        .allSatisfy { $0.entity == nil })
  }

  @Test func `link two attacks by the garbled group`() {
    let text = "هاجمت القوات متشددين من جماعة جايش آل أدل أمس"
    let group = Party(country: nil, sector: "REB", entity: "just-army", name: "Just Army")
    let merged = merger.merge([
      Made.article("a", [Made.mention("a", .assault, [iran], [group], on: "2024-03-05", language: .urdu)]),
      Made.article(
        "b", [mention("b", .assault, [iran], [Made.party(nil, "REB")], text, quote: "متشددين", on: "2024-03-05")]),
    ])
    #expect(merged.events.count == 1)
  }
}

@Suite struct `Persons whom no lexicon knows` {
  private func event(_ first: String, _ second: String, country: String = "PAK") -> [TimelineEvent] {
    func person(_ key: String, _ country: String) -> Party {
      Party(country: country, sector: "GOV", entity: "name:" + key, name: nil)
    }
    return TimelineMerger().merge([
      Made.article("a", [Made.mention("a", .accuse, [person(first, "PAK")], [Made.party("IRN")], on: "2024-03-05")]),
      Made.article("b", [Made.mention("b", .accuse, [person(second, country)], [Made.party("IRN")], on: "2024-03-05")]),
    ]).events
  }

  private func people(_ events: [TimelineEvent]) -> Set<String> {
    Set(events.flatMap(\.mentions).flatMap(\.actors).compactMap(\.entity))
  }

  @Test func `are one when given and family name agree in their consonants`() {
    #expect(people(event("abdllh-krmn-jln", "abdllh-jln")).count == 1)
    #expect(people(event("abdllh-krmn-jln", "abdllh-krm-jln")).count == 1)
  }

  @Test func `stay apart by surname alone, by given name and by country`() {
    #expect(people(event("abdllh-jln", "jln")).count == 2)
    #expect(people(event("abdllh-jln", "mhmd-jln")).count == 2)
    #expect(people(event("abdllh-jln", "abdllh-jln", country: "IND")).count == 1)
    #expect(people(event("abdllh-krm-jln", "abdllh-jln", country: "IND")).count == 2)
  }
}

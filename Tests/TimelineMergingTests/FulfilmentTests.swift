import NewsEvents
import Testing
import TimelineMerging

@Suite struct `A promise and what came of it` {
  let merger = TimelineMerger()
  let iran = Made.party("IRN"), pakistan = Made.party("PAK")
  /// "They agreed that the ambassadors return to their posts by 26 January 2024."
  let promise = "توافق کردند که سفرای دو کشور تا ۲۶ ژانویه ۲۰۲۴ به محل کار خویش بازگردند"

  private func agreement(_ text: String) -> EventMention {
    var made = Made.mention("a", .agree, [iran, pakistan], on: "2024-01-22", text: text)
    made.trigger = Quote(text: "توافق کردند", range: TextRange(start: 100, end: 111))
    return made
  }

  private func returned(_ text: String, on date: String? = nil) -> EventMention {
    var made = Made.mention("b", .support, [iran], on: date, text: text, language: .urdu)
    let end = 100 + text.unicodeScalars.count
    made.trigger = Quote(text: "واپس آگئے", range: TextRange(start: end - 9, end: end))
    return made
  }

  private func merged(_ agreed: String, _ deed: EventMention) -> [TimelineEvent] {
    merger.merge([Made.article("a", [agreement(agreed)], anchor: "2024-01-23"), Made.article("b", [deed])]).events
  }

  @Test func `are linked, and the deed is dated by weekday and term`() throws {
    let events = merged(promise, returned("جمعہ کے روز دونوں ملکوں کے سفیر اپنے عہدوں پر واپس آگئے"))
    let deed = try #require(events.first { $0.type == .support }),
      plan = try #require(events.first { $0.type == .agree })
    #expect(deed.date?.start == Made.day("2024-01-26") && deed.date?.end == Made.day("2024-01-26"))
    #expect(deed.date?.basis == .inferred)
    #expect(deed.links.map(\.relation) == [.fulfils] && deed.links.first?.event == plan.id)
    #expect(plan.links.map(\.relation) == [.fulfilledBy] && plan.links.first?.event == deed.id)
    #expect(deed.reasons.contains { $0.contains(plan.mentions[0].id) && $0.contains("weekday") })
  }

  @Test func `take the last such weekday of the term, or the whole term without one`() throws {
    let monday = merged(promise, returned("پیر کے روز دونوں ملکوں کے سفیر اپنے عہدوں پر واپس آگئے"))
    #expect(monday.first { $0.type == .support }?.date?.end == Made.day("2024-01-22"))
    let open = try #require(
      merged(promise, returned("دونوں ملکوں کے سفیر اپنے عہدوں پر واپس آگئے")).first { $0.type == .support }?.date)
    #expect(open.start == Made.day("2024-01-22") && open.end == Made.day("2024-01-26"))
  }

  @Test func `give the plan the day of the deed, and the agreement of its own sentence does not fulfil it`() throws {
    var plan = Made.mention("a", .support, [iran, pakistan], text: promise, status: .planned)
    plan.date = DateInterval(start: nil, end: Made.day("2024-01-26"), granularity: .range, basis: .stated)
    plan.trigger = Quote(text: "بازگردند", range: TextRange(start: 160, end: 168))
    let deed = returned("جمعہ کے روز دونوں ملکوں کے سفیر اپنے عہدوں پر واپس آگئے")
    let events = merger.merge([
      Made.article("a", [agreement(promise), plan], anchor: "2024-01-23"), Made.article("b", [deed]),
    ]).events
    let planned = try #require(events.first { $0.status == .planned })
    #expect(planned.date?.start == Made.day("2024-01-26") && planned.date?.end == Made.day("2024-01-26"))
    #expect(planned.date?.basis == .inferred)
    #expect(planned.mentions.first?.date?.basis == .inferred)
    let agreed = try #require(events.first { $0.type == .agree })
    #expect(agreed.links.isEmpty)
    #expect(planned.links.map(\.relation) == [.fulfilledBy])
  }

  @Test func `are not linked without a term, on another subject or after it`() {
    let deed = "جمعہ کے روز دونوں ملکوں کے سفیر اپنے عہدوں پر واپس آگئے"
    let noTerm = merged("توافق کردند که سفرای دو کشور به محل کار خویش بازگردند", returned(deed))
    #expect(noTerm.allSatisfy { $0.links.isEmpty })
    let other = merged("توافق کردند که تجارت دو کشور تا ۲۶ ژانویه ۲۰۲۴ از مرز آغاز شود", returned(deed))
    #expect(other.allSatisfy { $0.links.isEmpty })
    let late = merged(promise, returned(deed, on: "2024-02-20"))
    #expect(late.allSatisfy { $0.links.isEmpty })
  }
}

@Suite struct `Near misses` {
  let merger = TimelineMerger()
  let iran = Made.party("IRN"), pakistan = Made.party("PAK")

  @Test func `name both events, what they share and what decided`() throws {
    let events = merger.merge([
      Made.article("a", [Made.mention("a", .assault, [iran], [pakistan], on: "2024-03-05")]),
      Made.article("b", [Made.mention("b", .assault, [iran], [pakistan], on: "2024-03-09")]),
    ]).events
    #expect(events.count == 2)
    for (event, other) in [(events[0], events[1]), (events[1], events[0])] {
      let miss = try #require(event.nearMisses.first)
      #expect(miss.event == other.id)
      #expect(miss.reasons.contains { $0.contains("IRN") })
      #expect(miss.against.contains { $0.contains("2024-03-05") && $0.contains("2024-03-09") })
    }
  }

  @Test func `are three at most, and none of other parties or weeks`() {
    let daily = merger.merge(
      (1...9).map { n in
        Made.article("a\(n)", [Made.mention("a\(n)", .assault, [iran], [pakistan], on: "2024-03-0\(n)")])
      }
    ).events
    #expect(daily.count == 9)
    #expect(daily.allSatisfy { (1...3).contains($0.nearMisses.count) })
    let far = merger.merge([
      Made.article("a", [Made.mention("a", .assault, [iran], [pakistan], on: "2024-03-05")]),
      Made.article("b", [Made.mention("b", .assault, [iran], [pakistan], on: "2024-06-05")]),
      Made.article("c", [Made.mention("c", .assault, [Made.party("TUR")], [Made.party("SYR")], on: "2024-03-05")]),
    ]).events
    #expect(far.count == 3 && far.allSatisfy(\.nearMisses.isEmpty))
  }
}

@Suite struct `An article without a day of its own` {
  let iran = Made.party("IRN"), pakistan = Made.party("PAK")

  private func talks(knowsNext: Bool) -> DateInterval? {
    let both = [iran, pakistan]
    var told = [
      Made.mention("a", .consult, both, text: "صدر نے سفیر سے ملاقات کی", at: 100, language: .urdu),
      Made.mention("a", .assault, [iran], [pakistan], on: "2024-03-05", text: "حملہ کیا", at: 900, language: .urdu),
    ]
    if knowsNext { told.append(Made.mention("a", .agree, both, on: "2024-03-09", text: "معاہدہ طے پایا", at: 1300)) }
    let next = ["b", "c"].map { id in
      Made.article(id, [Made.mention(id, .agree, both, on: "2024-03-09", text: "توافق کردند")], anchor: "2024-03-10")
    }
    return TimelineMerger().merge([Made.article("a", told)] + next).events
      .first { $0.mentions.contains { $0.id == told[0].id } }?.date
  }

  @Test func `begins with what is newest, before what it does not know`() throws {
    let date = try #require(talks(knowsNext: false))
    #expect(date.start == Made.day("2024-03-05") && date.end == Made.day("2024-03-08"))
    #expect(date.basis == .inferred)
    #expect(talks(knowsNext: true)?.end != Made.day("2024-03-08"))
  }
}

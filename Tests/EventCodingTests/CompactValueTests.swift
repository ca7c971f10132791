import Lexicons
import NewsEvents
import Testing

@testable import EventCoding

@Suite struct `The coder's compact values` {
  @Test(arguments: ["", "A", "IRN", "GOV", "ABCDEFGH", "é"])
  func `a party code is its string again`(text: String) {
    let code = PartyCode(text)
    #expect(code.description == text)
    #expect(Array(code.utf8) == Array(text.utf8))
    #expect(code.utf8.count == text.utf8.count)
  }

  @Test func `party codes are equal and ordered as their strings are`() {
    let literal: PartyCode = "IRN"
    #expect(literal == PartyCode("IRN"))
    let texts = ["PAK", "", "IRN", "IR", "IRQ", "GOV", "A"]
    #expect(texts.map { PartyCode($0) }.sorted().map(\.description) == texts.sorted())
  }

  @Test func `few elements are a list like any other`() {
    var few = Few<Int>()
    #expect(few.isEmpty && few.first == nil && few.last == nil && few.endIndex == 0)
    for n in 1...4 {
      few.append(n * 10)
      #expect(Array(few) == (1...n).map { $0 * 10 })
      #expect(few.first == 10 && few.last == n * 10 && few.count == n && !few.isEmpty)
    }
    #expect(few == [10, 20, 30, 40] && few != [10, 20])
  }

  @Test func `phrases differ by their words, their number and their order`() {
    let phrases: [[UInt64]] = [[], [1], [2], [1, 2], [2, 1], [1, 1], [1, 2, 3]]
    #expect(Set(phrases.map { WordPhrase($0) }).count == phrases.count)
    for words in phrases {
      #expect(WordPhrase(words) == WordPhrase(words))
      #expect(WordPhrase(words).count == words.count)
      #expect(WordPhrase(words).first == words.first ?? 0)
    }
  }

  @Test func `every event type has its place in a set`() {
    for type in EventType.allCases {
      let only: EventTypeSet = [type]
      #expect(EventType.allCases.filter { only.contains($0) } == [type])
    }
  }

  @Test func `reasons come out in the order of the cases, and go`() {
    var all = EvidenceReasons()
    for reason in EvidenceReason.allCases.reversed() {
      var one = EvidenceReasons()
      one.insert(reason)
      #expect(one.inOrder == [reason])
      all.insert(reason)
    }
    #expect(all.inOrder == EvidenceReason.allCases)
    all.remove(.deaths)
    #expect(!all.contains(.deaths) && all.inOrder == EvidenceReason.allCases.filter { $0 != .deaths })
  }

  @Test func `every entity keeps its id and name`() {
    let lexicon = coder.tables.lexicon, entities = coder.tables.entities
    let wrongActors = lexicon.actors.indices.filter {
      lexicon.actors[$0].kind != .generic && entities.id(entities.actors[$0].entity) != lexicon.actors[$0].id
    }
    #expect(wrongActors.isEmpty)
    let wrongPersons = lexicon.persons.indices.filter {
      entities.id(entities.persons[$0]) != lexicon.persons[$0].id
        || entities.name(entities.persons[$0]) != lexicon.persons[$0].display.en
    }
    #expect(wrongPersons.isEmpty)
    #expect(entities.countries.count == lexicon.countries.count)
    #expect(entities.countryNames["PAK"] == "Pakistan")
  }
}

import EventCoding
import NewsEvents
import Testing

@Suite struct `An explanation` {
  private func explain(_ text: String, _ language: Language) -> Explanation {
    coder.explain(Article(id: "t", language: language, text: text))
  }

  @Test func `names the words, the parties, the frame and the event`() throws {
    let sentence = try #require(explain("هاجمت إسرائيل لبنان.", .arabic).sentences.first)
    #expect(sentence.tokens == ["هاجمت", "إسرائيل", "لبنان", "."])
    #expect(sentence.parties.map(\.country) == ["ISR", "LBN"])
    #expect(sentence.matches.contains { $0.text == "لبنان" && $0.meanings.contains { $0.contains("LBN") } })
    let decision = try #require(sentence.decisions.first { $0.rejection == nil })
    #expect(decision.type == .assault)
    #expect(decision.agentSlots.contains("the subject"))
    #expect(decision.recipientSlots.contains("على"))
    #expect(decision.mention?.actors.first?.country == "ISR")
    #expect(decision.reasons.contains { $0.words == EvidenceReason.finiteVerb.rawValue && $0.points > 0 })
  }

  @Test func `says why words report no event`() throws {
    let sentence = try #require(explain("يقع البلد بين سلسلة من الأزمات وسلسلة من الهجمات.", .arabic).sentences.first)
    let decisions = sentence.decisions
    #expect(!decisions.isEmpty)
    #expect(decisions.allSatisfy { $0.rejection != nil && $0.mention == nil })
  }

  @Test(arguments: [
    (Language.persian, "اسرائیل به سوریه حمله کرد.", "ISR → SYR"),
    (.arabic, "هاجمت إسرائيل سوريا.", "ISR → SYR"),
    (.urdu, "اسرائیل نے شام پر حملہ کیا۔", "ISR → SYR"),
  ])
  func `is readable as text`(language: Language, text: String, roles: String) {
    let out = explain(text, language).text
    for part in ["Language: \(language.rawValue)", "Tokens:", "Parties:", "coded: ASSAULT", roles, "points"] {
      #expect(out.contains(part), "\(part) is not in: \(out)")
    }
  }

  @Test func `of no text names the reason`() {
    let out = explain("123", .arabic)
    #expect(out.sentences.isEmpty)
    #expect(out.rejects.first?.code == .empty)
    #expect(out.text.contains("Not read"))
  }

  @Test func `agrees with the coder`() {
    let text =
      "التقى وزير الخارجية التركي نظيره العراقي. هاجمت إسرائيل لبنان أمس. قتل خمسة أشخاص في انفجار سيارة مفخخة في بغداد."
    let article = Article(id: "t", language: .arabic, text: text)
    let explained = coder.explain(article).sentences.flatMap(\.decisions).compactMap(\.mention?.id)
    #expect(Set(explained) == Set(coder.code(article).mentions.map(\.id)))
  }
}

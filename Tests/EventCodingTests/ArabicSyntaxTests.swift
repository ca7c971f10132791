import NewsEvents
import Testing

@Suite struct `Arabic syntax` {
  @Test(arguments: [
    ("قال مصدر أمني إن جنديين عراقيين قتلا أمس في هجوم انتحاري في بغداد.", "ASSAULT >IRQ"),
    ("قتل أمس جنديان أميركيان في هجوم انتحاري بسيارة مفخخة في الموصل.", "ASSAULT >USA"),
    ("أعلنت الشرطة أن مسلحين اختطفوا ضابطا عراقيا في بغداد أمس.", "ASSAULT UAF>IRQ"),
  ])
  func `a verb without an object is the passive, a plural verb follows its subject`(text: String, expected: String) {
    #expect(summaries(text, .arabic).contains(expected))
  }

  @Test(arguments: [
    ("أسفرت غارة جوية شنتها طائرات أميركية على موقع لطالبان أمس عن مقتل خمسة أشخاص.", "USA"),
    ("قتل خمسة جنود في هجوم شنه مقاتلو حزب العمال الكردستاني أمس.", "REB"),
  ])
  func `a verb with a pronoun after an event's noun names the agent`(text: String, agent: String) {
    let actors = code(text, .arabic).filter { $0.type == .assault }.flatMap(\.actors)
    #expect(actors.contains { $0.country == agent || $0.sector == agent })
  }

  @Test func `a verb right after an event's noun names whom it hit`() {
    let found = code("قتل خمسة أشخاص في هجوم انتحاري استهدف دورية للجيش العراقي في بغداد أمس.", .arabic)
    #expect(found.filter { $0.type == .assault }.count == 1)
    #expect(!found.contains { $0.actors.contains { $0.country == "IRQ" } })
  }

  @Test func `one of a body counts as the body`() {
    let found = code("اغتال مسلحون ضابطا في الشرطة العراقية أمس في بغداد.", .arabic).first { $0.type == .assault }
    #expect(found?.recipients.first?.sector == "COP")
  }

  @Test(arguments: ["فجر أمس", "فجر اليوم"])
  func `dawn is no explosion`(dawn: String) {
    let found = code("وصل الرئيس التركي \(dawn) إلى بغداد.", .arabic, published: "2024-01-20")
    #expect(!found.contains { $0.type == .assault })
  }

  @Test func `demonstrators who gather protest`() {
    let found = code("تجمع مئات المتظاهرين أمس أمام السفارة التركية في بغداد.", .arabic).first { $0.type == .protest }
    #expect(found?.actors.first?.sector == "CVL")
  }

  @Test func `demonstrators who are dispersed do not protest by that`() {
    let found = code("فرقت الشرطة المتظاهرين.", .arabic)
    #expect(!found.contains { $0.type == .protest })
  }
}

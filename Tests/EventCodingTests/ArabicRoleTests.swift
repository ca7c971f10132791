import NewsEvents
import Testing

/// Who did it and to whom, in Arabic constructions.
@Suite struct `Arabic roles` {
  private func first(_ text: String, _ type: EventType) -> EventMention? {
    code(text, .arabic, published: "2024-01-20").first { $0.type == type }
  }

  @Test(arguments: ["نحو عشرين جنديا تركيا", "ما لا يقل عن 12 جنديا تركيا", "حوالي 40 جنديا تركيا"])
  func `the words of a quantity do not hide who was killed`(victims: String) {
    let found = first("قتل \(victims) في هجوم بسيارة مفخخة أمس.", .assault)
    #expect(found?.recipients.first?.country == "TUR")
    #expect(found?.recipients.first?.sector == "MIL")
  }

  @Test func `a verb with the object written on it is followed by its subject`() {
    let found = first("وأفاد مصدر بأن جنودا هنودا خطفهم مقاتلو حركة طالبان أمس.", .assault)
    #expect(found?.actors.contains { $0.sector == "REB" } == true)
    #expect(found?.recipients.contains { $0.country == "IND" } == true)
  }

  @Test func `brackets after the only noun of a verb hold no object`() {
    let found = first("قتل أحد جنود الجيش اللبناني (القوات النظامية) في انفجار عبوة ناسفة أمس.", .assault)
    #expect(found?.recipients.first?.country == "LBN")
    #expect(found?.actors.isEmpty == true)
  }

  @Test func `the city that saw a demonstration did not demonstrate`() {
    let found = first("شهدت العاصمة الفرنسية باريس مظاهرات حاشدة ضد الحكومة أمس.", .protest)
    #expect(found != nil)
    #expect(found?.actors.isEmpty == true)
  }

  @Test func `a protest against somebody's visit is against him`() {
    let found = first("تظاهر مئات الطلاب أمس في بغداد احتجاجا على زيارة الرئيس الأميركي.", .protest)
    #expect(found?.recipients.contains { $0.country == "USA" } == true)
  }

  @Test func `a strike carried out on somebody is against him`() {
    let found = first("قتل خمسة أشخاص أمس في ضربة جوية نفذها الجيش الباكستاني على مقاتلين أفغان.", .assault)
    #expect(found?.actors.contains { $0.country == "PAK" } == true)
  }

  @Test func `a country joined by and owns nobody before it`() {
    let found = code("الاحتلال يحقق مع أحد جنوده وواشنطن تطالب بالمساءلة.", .arabic)
    #expect(!found.contains { $0.actors.contains { $0.country == "USA" && $0.sector == "MIL" } })
  }

  @Test func `one verb tells one event`() {
    let found = code("الرئيس الأميركي يهدد الصين بالرد العسكري على أي هجوم على اليابان.", .arabic)
    #expect(found.filter { $0.type == .threaten }.count == 1)
    #expect(!found.contains { $0.type == .assault && $0.status == .occurred })
  }
}

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

/// What in Arabic is an event, and what only sounds like one.
@Suite struct `Arabic events` {
  private func types(_ text: String) -> [EventType] {
    code(text, .arabic, published: "2024-01-20").filter { $0.status != .hypothetical && $0.status != .denied }.map(
      \.type)
  }

  @Test(arguments: [
    "وتحدث عن إحباط عملية لخطف جنود لبنانيين.",
    "وقالت الشرطة إن للتنظيم علاقة بقتل الوزير.",
    "وأعرب عن خشيته من شن أي هجوم على سوريا.",
  ])
  func `purpose, involvement and fear are no attack`(text: String) {
    #expect(!types(text).contains(.assault))
  }

  @Test(arguments: [
    "وتجمع نحو 500 متظاهر أمام المحكمة العليا في الرباط أمس.",
    "وتدفق آلاف المتظاهرين إلى وسط تونس أمس احتجاجا على القانون.",
  ])
  func `a crowd that gathers protests`(text: String) {
    #expect(types(text).contains(.protest))
  }

  @Test(arguments: [
    "وهتف المتظاهرون بشعارات مختلفة.", "وقام الجنود بتطويق المتظاهرين.",
    "وفرقت الشرطة المتظاهرين الذين تجمعوا في الساحة.",
  ])
  func `slogans, and what is done to demonstrators, are no protest`(text: String) {
    #expect(!types(text).contains(.protest))
  }

  @Test func `coming home is no visit`() {
    #expect(!types("وكان سفير إيران الذي كان يقوم بزيارة لبلده قد تحدث أمس.").contains(.consult))
  }

  @Test func `a plan with a deadline lies before it`() {
    let found = code("ستعيد باكستان سفيرها إلى طهران بحلول 26 يناير 2024.", .arabic, published: "2024-01-20")
    #expect(found.first?.status == .planned)
    #expect(found.first?.date?.end == Day(iso: "2024-01-26"))
  }

  @Test(arguments: [
    ("نفت روسيا قصف أوكرانيا.", EventStatus.denied, "RUS", "UKR"),
    ("نفت إيران شن هجوم على باكستان.", .denied, "IRN", "PAK"),
    ("تواصل إسرائيل هجومها على لبنان.", .ongoing, "ISR", "LBN"),
  ])
  func `who denies or goes on is who acts`(text: String, status: EventStatus, actor: String, recipient: String) {
    let found = code(text, .arabic, published: "2024-01-20").first { $0.type == .assault }
    #expect(found?.status == status)
    #expect(found?.actors.first?.country == actor)
    #expect(found?.recipients.first?.country == recipient)
  }

  @Test func `what still goes on is not denied`() {
    let found = code("لا تزال تركيا تقصف مواقع في سوريا.", .arabic, published: "2024-01-20")
    #expect(found.contains { $0.type == .assault && $0.status == .ongoing })
  }
}

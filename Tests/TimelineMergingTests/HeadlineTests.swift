import Lexicons
import NewsEvents
import Testing
import TimelineMerging

@Suite struct `A title` {
  private func title(
    _ type: EventType, _ actors: [Party], _ recipients: [Party] = [], modes: [String] = [], place: Place? = nil,
    status: EventStatus = .occurred, text: String = "خبر", names: NameTable = .builtin
  ) -> LocalizedText? {
    let mention = Made.mention(
      "a", type, actors, recipients, on: "2024-03-05", text: text, status: status, modes: modes, place: place)
    return TimelineMerger(names: names).merge([Made.article("a", [mention])]).events.first?.title
  }

  @Test func `tells a strike in four languages`() {
    let names = NameTable(entities: [
      "group:Northern Front": LocalizedText(en: "Northern Front", fa: "جبههٔ شمال", ar: "جبهة الشمال", ur: "شمالی محاذ"),
      "place:hill": LocalizedText(en: "Hill", fa: "تپه", ar: "تلة", ur: "ٹیلہ"),
    ])
    let made = title(
      .assault, [Made.party("IRN", "MIL")], [Made.party(nil, "REB", group: "Northern Front")],
      modes: ["drone", "heavy-weapons"], place: Place(name: "Hill", country: "PAK", entity: "place:hill"),
      text: "حمله موشکی", names: names)
    #expect(made?.en == "Iran strikes Northern Front in Hill, Pakistan, with missiles and drones")
    #expect(made?.fa == "ایران با موشک و پهپاد به جبههٔ شمال در تپه پاکستان حمله کرد")
    #expect(made?.ar == "إيران تقصف جبهة الشمال في تلة (باكستان) بالصواريخ والمسيّرات")
    #expect(made?.ur == "ایران نے پاکستان کے علاقے ٹیلہ میں شمالی محاذ پر میزائلوں اور ڈرونز سے حملہ کیا")
  }

  @Test func `agrees with one, two and three actors`() {
    let one = title(.agree, [Made.party("IRN")], [Made.party("PAK")])
    #expect(one?.en == "Iran pledges cooperation with Pakistan")
    #expect(one?.ar == "إيران تتعهد بالتعاون مع باكستان")
    let two = title(.agree, [Made.party("IRN"), Made.party("PAK")])
    #expect(two?.en == "Iran and Pakistan reach an agreement")
    #expect(two?.fa == "ایران و پاکستان به توافق رسیدند")
    #expect(two?.ar == "إيران وباكستان تتوصلان إلى اتفاق")
    let masculine = title(.agree, [Made.party("IRQ"), Made.party("JOR")])
    #expect(masculine?.ar == "العراق والأردن يتوصلان إلى اتفاق")
    let three = title(.consult, [Made.party("IRN"), Made.party("IRQ"), Made.party("TUR")])
    #expect(three?.ar == "إيران والعراق وتركيا تجري محادثات")
    #expect(three?.ur == "ایران، عراق اور ترکی نے بات چیت کی")
  }

  @Test func `agrees with generic parties that are many`() throws {
    let lexicon = try LexiconCompiler.compile([
      [
        TableFile(
          name: "generic.txt",
          text: """
            actor terrorists
              en terrorists
              code - REB
              kind generic
              fa تروریست‌ها | تروریست
              ar إرهابيون | إرهابي
              ur دہشت گرد | دہشت گردوں

            actor air-force
              en air force
              code - MIL
              kind generic
              fa نیروی هوایی
              ar سلاح الجو
              ur فضائیہ
            """)
      ]
    ]).lexicon
    let names = NameTable(lexicon: lexicon)
    let many = title(.assault, [Party(sector: "REB", entity: "terrorists")], [Made.party("IRN")], names: names)
    #expect(many?.en == "Terrorists attack Iran")
    #expect(many?.ar == "إرهابيون يهاجمون إيران")
    let one = title(.assault, [Party(sector: "MIL", entity: "air-force")], [Made.party("IRN")], names: names)
    #expect(one?.en == "Air force attacks Iran")
    #expect(one?.ar == "سلاح الجو يهاجم إيران")
    let other = title(.assault, [Made.party("IRN")], [Party(sector: "REB", entity: "terrorists")], names: names)
    #expect(other?.ar == "إيران تهاجم إرهابيين")
  }

  @Test func `names the unknown as unknown`() {
    let made = title(.assault, [], [Made.party("IRN", "COP")])
    #expect(made?.en == "Unidentified people attack Iran's police")
    #expect(made?.ar == "مجهولون يهاجمون شرطة إيران")
  }

  @Test func `says that a plan is one`() {
    #expect(
      title(.consult, [Made.party("IRN")], [Made.party("PAK")], modes: ["visit"], status: .planned)?.en
        == "Planned: Iran visits Pakistan")
  }

  @Test(arguments: EventType.allCases) func `exists for every type and mode`(type: EventType) {
    for modes in [[]] + EventModes.of(type).map({ [$0] }) {
      for recipients in [[], [Made.party("PAK")]] {
        for actors in [[Made.party("IRN")], [Made.party("IRN"), Made.party("IRQ")], []] {
          let made = title(type, actors, recipients, modes: modes)
          for text in [made?.en, made?.fa, made?.ar, made?.ur] {
            #expect(text?.isEmpty == false)
            #expect(text?.contains { "[]{}|".contains($0) } == false, "\(text ?? "")")
            #expect(text?.contains("  ") == false && text?.hasSuffix(" ") == false, "\(text ?? "")")
          }
        }
      }
    }
  }

  @Test func `knows all countries in four languages`() {
    for code in ["IRN", "PAK", "AFG", "IRQ", "USA", "CHN", "DEU", "ZWE", "XKX", "UNO"] {
      let name = NameTable.builtin.name(code)
      #expect(name.map { [$0.text.en, $0.text.fa, $0.text.ar, $0.text.ur].allSatisfy { !$0.isEmpty } } == true)
    }
    #expect(NameTable.builtin.name("IRQ")?.feminineInArabic == false)
    #expect(NameTable.builtin.name("XXX") == nil)
  }
}

@Suite struct `A timeline filter` {
  private let timeline = TimelineMerger().merge([
    Made.article(
      "a",
      [Made.mention("a", .assault, [Made.party("IRN")], [Made.party(nil, "REB", group: "Front")], on: "2024-03-05")]),
    Made.article(
      "b",
      [
        Made.mention(
          "b", .agree, [Made.party("KWT"), Made.party("JPN")], on: "2024-04-01/2024-04-03", language: .arabic,
          status: .planned)
      ], language: .arabic),
    Made.article(
      "c", [Made.mention("c", .protest, [Made.party("IRQ", "CVL")], place: Place(name: "Hill", country: "IRQ"))]),
  ])

  private func count(_ filter: TimelineFilter) -> Int { filter.apply(to: timeline).events.count }

  @Test func `keeps everything when nothing is asked`() {
    #expect(TimelineFilter().isEmpty && count(TimelineFilter()) == 3)
  }

  @Test func `selects by each criterion`() {
    #expect(count(TimelineFilter(from: Made.day("2024-04-02"))) == 1)
    #expect(count(TimelineFilter(to: Made.day("2024-03-05"))) == 1)
    #expect(count(TimelineFilter(from: Made.day("2024-03-06"), to: Made.day("2024-03-31"))) == 0)
    #expect(count(TimelineFilter(countries: ["IRQ"])) == 1)
    #expect(count(TimelineFilter(actors: ["front"])) == 1)
    #expect(count(TimelineFilter(types: [.agree, .protest])) == 2)
    #expect(count(TimelineFilter(languages: [.arabic])) == 1)
    #expect(count(TimelineFilter(statuses: [.planned])) == 1)
    #expect(count(TimelineFilter(sources: ["C"])) == 1)
    #expect(count(TimelineFilter(types: [.agree], languages: [.persian])) == 0)
  }
}

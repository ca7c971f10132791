import NewsEvents
import Testing

@Suite struct `Numbers of people` {
  @Test(
    arguments: [
      (Language.persian, "در حمله هوایی اسرائیل به غزه دست‌کم ۱۲ نفر کشته و ۳۰ نفر زخمی شدند.", 12, nil, 30),
      (.arabic, "قتل 12 شخصا وأصيب 30 آخرون بجروح في غارة إسرائيلية على غزة.", 12, 12, 30),
      (.urdu, "غزہ پر اسرائیلی فضائی حملے میں کم از کم 12 افراد ہلاک اور 30 زخمی ہو گئے۔", 12, nil, 30),
    ] as [(Language, String, Int, Int?, Int)])
  func `belong to the attack, with at least and exactly`(
    language: Language, text: String, least: Int, most: Int?, injured: Int
  ) {
    let attacks = code(text, language).filter { $0.type == .assault }
    #expect(attacks.count == 1)
    #expect(attacks.first?.deaths == CountRange(min: least, max: most))
    #expect(attacks.first?.injured?.min == injured)
  }

  @Test func `words count as digits do`() {
    let text = "افراد مسلح ده سرباز عراقی را کشتند."
    #expect(code(text, .persian).first?.deaths == CountRange(min: 10, max: 10))
  }

  @Test func `ages, sums and dates are no people`() {
    let text = "قتل مسلحون شرطيا عراقيا يبلغ 35 عاما في 12 مايو 2023."
    #expect(code(text, .arabic).allSatisfy { $0.deaths?.min != 35 && $0.deaths?.min != 12 && $0.deaths?.min != 2023 })
  }

  @Test(arguments: [
    (Language.persian, "در تصادف اتوبوس در ترکیه ۹ نفر کشته شدند."),
    (.arabic, "قتل تسعة أشخاص في حادث سير في تركيا."),
    (.urdu, "ترکی میں ٹریفک حادثے میں 9 افراد ہلاک ہو گئے۔"),
  ])
  func `an accident is no attack`(language: Language, text: String) {
    #expect(code(text, language).isEmpty)
  }
}

import ArabicScript
import NewsEvents
import TemporalTagging
import Testing

@Suite struct `The anchor of an article` {
  private func anchor(_ text: String, _ language: Language, published: String? = nil) -> ArticleAnchor {
    TemporalTagger().anchor(of: AnalyzedText(text, language: language), published: published.flatMap { Day(iso: $0) })
  }

  @Test func `is the metadata when nothing speaks against it`() {
    let found = anchor("رئیس‌جمهور دیروز وارد شیراز شد.", .persian, published: "2023-05-10")
    #expect(found.day?.description == "2023-05-10")
    #expect(found.reason == "metadata")
  }

  @Test(arguments: [
    (Language.persian, "۱۸ خرداد ۱۴۰۲\nوزیر راه از پروژه بازدید کرد.", "2023-06-08"),
    (.arabic, "تاريخ النشر: 3rd, March 2022 GMT\nوصل الوفد إلى عمان.", "2022-03-03"),
    (.urdu, "• 7 Jun, 2021\nوزیر اعظم نے خطاب کیا۔", "2021-06-07"),
    (.arabic, "الرباط - 5 ماي 2019 - قال الوزير إن المحادثات بدأت.", "2019-05-05"),
  ])
  func `is a dated header line or dateline`(language: Language, text: String, expected: String) {
    let found = anchor(text, language)
    #expect(found.day?.description == expected)
    #expect(found.reason.hasPrefix("header line"))
  }

  @Test func `is not a page date that is far from every date of the story`() {
    let text = "20 Nov, 2022\nسفیر نے 3 فروری کو دورہ کیا اور 5 فروری کو واپس آئے۔"
    let found = anchor(text, .urdu)
    #expect(found.day == nil)
    #expect(found.reason.contains("contradicts"))
  }

  @Test func `is not a day on which yesterday was another weekday`() {
    // 2023-05-10 is a Wednesday.
    let found = anchor("وصل الوزير أمس الأحد إلى بغداد.", .arabic, published: "2023-05-10")
    #expect(found.day == nil)
  }

  @Test func `is the earlier of two that differ, for pages carry the day they were fetched`() {
    let found = anchor("12 Aug, 2023\nوزیر نے کہا۔", .urdu, published: "2023-09-01")
    #expect(found.day?.description == "2023-08-12")
    #expect(found.reason.contains("2023-09-01"))
  }

  @Test func `is none, with the reason, when the text gives none`() {
    let found = anchor("أعلن الوزير الاتفاق الاثنين.", .arabic)
    #expect(found.day == nil)
    #expect(found.reason == "no metadata and no dated header line")
  }
}

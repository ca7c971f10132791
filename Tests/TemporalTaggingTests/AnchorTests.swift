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

@Suite struct `The day that a story calls its own` {
  private func anchor(_ text: String, _ language: Language, published: String? = nil) -> ArticleAnchor {
    TemporalTagger().anchor(of: AnalyzedText(text, language: language), published: published.flatMap { Day(iso: $0) })
  }

  @Test(arguments: [
    (Language.arabic, "أعلنت الوزارة اليوم الأحد 7 ماي 2023 استئناف الرحلات الجوية.", "2023-05-07"),
    (.arabic, "قال المتحدث في بيان أمس الاثنين 15 يناير 2024 إن الهدنة مستمرة.", "2024-01-16"),
    (.persian, "وزیر خارجه امروز سه‌شنبه ۲۶ دی ۱۴۰۲ وارد اسلام‌آباد شد.", "2024-01-16"),
  ])
  func `is the anchor`(language: Language, text: String, expected: String) {
    let found = anchor(text, language)
    #expect(found.day?.description == expected)
    #expect(found.reason.hasPrefix("the story's"))
  }

  @Test func `takes its year from the story's full dates when only one fits the weekday`() {
    let text = "بدأت الأزمة في 3 ديسمبر 2023. وقال الوزير اليوم الثلاثاء 16 يناير إن الحدود أعيد فتحها."
    #expect(anchor(text, .arabic).day?.description == "2024-01-16")
  }

  @Test func `rejects a page fetched long after, and says so`() {
    let text = "وزیر خارجه امروز سه‌شنبه ۲۶ دی ۱۴۰۲ وارد اسلام‌آباد شد."
    let found = anchor(text, .persian, published: "2024-11-14")
    #expect(found.day?.description == "2024-01-16")
    #expect(found.reason.contains("metadata 2024-11-14 contradicts"))
  }

  @Test func `is not the day that a page shows by itself`() {
    let text = "اليوم الأحد 22 نوفمبر 2026\nأعلن الوزير يوم الخميس استئناف الرحلات الجوية مع بغداد."
    #expect(!anchor(text, .arabic, published: "2024-01-20").reason.hasPrefix("the story's"))
  }
}

@Suite struct `An Islamic date` {
  private func one(_ text: String, _ language: Language) -> TemporalExpression? {
    TemporalTagger().tag(AnalyzedText(text, language: language), reference: nil).first
  }

  @Test func `alone may be a day off, for the moon is sighted`() {
    let found = one("4 رجب 1445 هـ", .arabic)
    #expect(found?.interval.start?.description == "2024-01-16")
    #expect(found?.uncertainty == 1)
    #expect(found?.possible.start?.description == "2024-01-15")
    #expect(found?.possible.end?.description == "2024-01-17")
  }

  @Test func `with a civil one is certain`() {
    let found = one("4 رجب 1445 هـ الموافق 16 يناير 2024", .arabic)
    #expect(found?.uncertainty == 0)
    #expect(found?.interval.start?.description == "2024-01-16")
  }

  @Test func `sighted a day later than computed is its weekday's`() {
    // By Umm al-Qura 12 Rabi I 1445 was Wednesday, 27 September 2023; Pakistan kept it on Friday, India on Thursday.
    let found = one("جمعرات 12 ربیع الاول 1445ھ", .urdu)
    #expect(found?.interval.start?.description == "2023-09-28")
    #expect(found?.uncertainty == 0)
    #expect(found?.contradiction == nil)
  }

  @Test func `and a civil one that lie two days apart contradict each other`() {
    let found = one("4 رجب 1445 هـ الموافق 19 يناير 2024", .arabic)
    #expect(found?.contradiction == "2024-01-16 and 2024-01-19 are not the same day")
  }
}

@Suite struct `Some tokens of a text` {
  @Test func `are read as in the whole text`() throws {
    let text = AnalyzedText("وصل الوفد يوم 16 يناير 2024 وغادر أمس الأحد إلى بغداد", language: .arabic)
    let monday = Day(year: 2024, month: 1, day: 29)
    let whole = TemporalTagger().tag(text, reference: monday)
    #expect(whole.count == 2)
    for expression in whole {
      let part = TemporalTagger().tag(text, tokens: expression.tokens, reference: monday)
      #expect(part.first?.interval == expression.interval)
    }
  }
}

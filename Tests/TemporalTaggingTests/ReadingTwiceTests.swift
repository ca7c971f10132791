import ArabicScript
import NewsEvents
import TemporalTagging
import Testing

@Suite struct `Reading an article's dates at once` {
  @Test(arguments: [
    (Language.persian, "تهران - ۲۶ دی ۱۴۰۲\nدیروز و سه‌شنبه گذشته در تهران دیدار کردند. دو روز بعد بازگشت."),
    (.arabic, "طهران 16 يناير 2024 - قال أمس إن الاجتماع عقد الثلاثاء الماضي وسيعود بعد يومين."),
    (.urdu, "اسلام آباد: 16 جنوری 2024 کو حملہ ہوا۔ گزشتہ روز وزیر نے کہا کہ پیر کو واپس آئیں گے۔"),
    (.urdu, "کوئی تاریخ نہیں۔"),
  ])
  func `finds what anchor and dates find one after the other`(language: Language, article: String) throws {
    let text = AnalyzedText(article, language: language)
    let tagger = TemporalTagger()
    for published in [nil, Day(year: 2024, month: 1, day: 17), Day(year: 2011, month: 8, day: 28)] {
      let (anchor, expressions) = tagger.read(text, published: published)
      #expect(anchor == tagger.anchor(of: text, published: published))
      #expect(expressions == tagger.tag(text, reference: anchor.day))
    }
  }
}

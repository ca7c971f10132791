import ArabicScript
import NewsEvents
import TemporalTagging
import Testing

@Suite struct `Dates of a text` {
  @Test(arguments: [
    (Language.persian, "نشست روز ۱۲ آذر ۱۴۰۱ برگزار شد", "2022-12-03"),
    (.arabic, "وقع الاتفاق في 9 أيار 2023 في جدة", "2023-05-09"), (.urdu, "یہ واقعہ 4 ستمبر 2021ء کو ہوا", "2021-09-04"),
  ])
  func `are read in each language`(language: Language, text: String, expected: String) throws {
    let found = TemporalTagger().tag(AnalyzedText(text, language: language), reference: nil)
    #expect(found.count == 1)
    #expect(found.first?.interval.start?.description == expected)
  }
}

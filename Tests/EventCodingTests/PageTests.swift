import EventCoding
import NewsEvents
import Testing

@Suite struct `The page` {
  private let page = """
    تركيا والعراق تتفقان على فتح معبر جديد
    تاريخ النشر: 12 مايو 2023
    اتفقت تركيا والعراق اليوم على فتح معبر جديد بين البلدين بعد محادثات طويلة في أنقرة استمرت يومين كاملين.
    اقرأ أيضا
    مصر والأردن توقعان مذكرة
    المصدر: وكالات
    كلمات دلالية: تركيا العراق معبر
    """

  private func sections(_ text: String) -> [PageLine.Role] {
    coder.analyze(Article(id: "p", language: .arabic, text: text)).lines.map(\.role)
  }

  @Test func `title, body, links and furniture are told apart`() {
    #expect(
      sections(page) == [
        .content(.title), .furniture, .content(.body), .furniture, .content(.related), .furniture, .furniture,
      ])
  }

  @Test func `a second article below the cue is its own story`() {
    let second = """

      إقرأ أيضا:
      السنغال ومالي توقعان اتفاقية للتبادل الزراعي
      وقعت السنغال ومالي اتفاقية للتبادل الزراعي في باماكو، وقال وزير الزراعة إن الاتفاقية ستسري خلال شهر واحد فقط.
      """
    let lines = coder.analyze(Article(id: "p", language: .arabic, text: page + second)).lines
    #expect(lines.last?.role == .content(.embedded))
    #expect(lines.last?.story == 1)
  }

  @Test func `furniture gives no events`() {
    let mentions = code("كلمات دلالية: هجوم إسرائيل على غزة\nالمصدر: وكالات", .arabic)
    #expect(mentions.isEmpty)
  }
}

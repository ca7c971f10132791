import EventCoding
import NewsEvents
import Testing

@Suite struct `Days and places` {
  private func places(_ text: String, _ language: Language, _ type: EventType) -> [String?] {
    code(text, language).filter { $0.type == type }.map { $0.location?.country }
  }

  @Test func `an Arabic place belongs to the last event before it`() {
    let text =
      "شنت إيران هجوما بالصواريخ على أهداف في باكستان، وردت إسلام آباد بعد يومين بضرب أهداف داخل الأراضي الإيرانية."
    #expect(places(text, .arabic, .assault) == ["PAK", "IRN"])
  }

  @Test func `where the attack was is not where it was agreed`() {
    let text = "ایران و ترکیه پس از حمله ارتش ایران به مقر تروریست‌ها در عراق توافق کردند که همکاری کنند."
    #expect(places(text, .persian, .agree) == [nil])
    #expect(places(text, .persian, .assault) == ["IRQ"])
  }

  @Test func `a weekday in an article without a day is the last one before its deadline`() throws {
    let text = """
      ایران و پاکستان توافق کردند که سفرای دو کشور تا ۲۶ ژانویه ۲۰۲۴ بازگردند.
      دولت پاکستان روز شنبه با ایران توافق کرد.
      """
    let dates = code(text, .persian).compactMap(\.date)
    let saturday = try #require(Day(iso: "2024-01-20"))
    #expect(dates.contains { $0.start == saturday && $0.end == saturday && $0.basis == .resolved })
    // A date that is no deadline says nothing of weekdays.
    let told = text.replacing("تا ۲۶", with: "در ۲۶")
    #expect(!code(told, .persian).contains { $0.date?.start == saturday })
  }

  @Test func `a past day beside a planned deed is when the plan was told`() throws {
    let text = "وزارت خارجه ایران روز جمعه از بازگشت قریب‌الوقوع سفرای پاکستان و ایران خبر داد."
    let plan = try #require(code(text, .persian, published: "2024-01-20").first { $0.status == .planned })
    #expect(plan.date?.basis == .published && plan.date?.end == nil)
  }

  @Test func `a clause after a relative one does not share the day`() {
    let text = """
      16 جنوری 2024 کو ایران نے جیش العدل کے ٹھکانوں پر حملے کیے، یہ ایک تنظیم ہے جو 2012 میں تشکیل دی گئی تھی اور اس نے حالیہ \
      برسوں میں ایرانی سرزمین پر کئی حملے کیے ہیں۔
      """
    let attacks = code(text, .urdu).filter { $0.type == .assault }
    #expect(attacks.count { $0.date?.start == Day(iso: "2024-01-16") } == 1)
    #expect(!attacks.contains { $0.date?.start == Day(iso: "2012-01-01") })
    #expect(attacks.contains { $0.status == .ongoing && $0.date == nil })
  }
}

import NewsEvents
import Testing

@Suite struct `Persian and Urdu sentences` {
  @Test(arguments: [
    "فرانس نے ایران پر پابندیاں عائد کردی ہیں۔",
    "فرانس نے ایران پر پابندیاں عائد کر دی ہیں۔",
  ])
  func `a compound verb of Urdu may be written in one word`(text: String) {
    #expect(summaries(text, .urdu) == ["SANCTION FRA>IRN"])
  }

  @Test(arguments: [
    ("ترکی نے شام سے فوج واپس بلانے کا مطالبہ کردیا۔", "REQUEST TUR>SYR"),
    ("جرمنی فرانس کی بھرپور حمایت کرتا ہے۔", "SUPPORT DEU>FRA"),
    ("چین قدرتی آفات کے خلاف جنگ میں نیپال کی مدد کرتا ہے۔", "AID CHN>NPL"),
  ])
  func `a genitive before the noun of an active light verb is its object`(text: String, expected: String) {
    #expect(summaries(text, .urdu).contains(expected))
  }

  @Test func `a comma alone makes no list of parties`() {
    #expect(
      summaries("به گزارش خبرنگار ما در آنکارا، عراق بار دیگر سوریه را به نقض آتش‌بس متهم کرد.", .persian) == [
        "ACCUSE IRQ>SYR"
      ])
    #expect(summaries("ایران، چین و روسیه درباره امنیت دریایی توافق کردند.", .persian) == ["AGREE CHN,IRN,RUS>"])
  }

  @Test(arguments: [
    "در حالی که مذاکرات می‌گذرد، مصر ترکیه را به دخالت متهم کرد.",
    "در حالی که زمستان به پایان می‌رسید، مصر ترکیه را به دخالت متهم کرد.",
  ])
  func `a finite Persian verb ends its clause though no table has it`(text: String) {
    #expect(summaries(text, .persian).contains("ACCUSE EGY>TUR"))
  }

  @Test(arguments: [
    (Language.persian, "پلیس برای جلوگیری از حمله به سفارت ترکیه آماده است."),
    (.persian, "کارشناسان از احتمال حمله اسرائیل به لبنان سخن می‌گویند."),
    (.persian, "وزیر دفاع عراق درباره طرح حمله به کرکوک توضیح داد."),
    (.urdu, "ماہرین نے لبنان پر حملے کے خدشے کا ذکر کیا۔"),
    (.urdu, "پولیس سفارت خانے پر حملے کی روک تھام کے لیے تیار ہے۔"),
  ])
  func `what is feared, planned or prevented is no attack`(language: Language, text: String) {
    #expect(!code(text, language).contains { $0.type == .assault && $0.status == .occurred })
  }

  @Test(arguments: [
    (Language.persian, "دو سارق مسلح در شیراز دستگیر شدند."),
    (.persian, "دستگیری ۱۲ نفر در شیراز"),
    (.persian, "پنج نفر در این عملیات دستگیر و اموال آنان ضبط شد."),
    (.urdu, "لاہور میں تین ملزمان گرفتار"),
    (.urdu, "لاہور میں تین افراد کو گرفتار کرلیا گیا۔"),
  ])
  func `arrests need no named agent`(language: Language, text: String) {
    #expect(code(text, language).contains { $0.type == .coerce && $0.status == .occurred })
  }

  @Test func `the dead of a headline have no verb`() {
    let found = code("بغداد میں بم دھماکے سے 4 شہری جاں بحق، متعدد زخمی", .urdu)
    #expect(found.map(\.type) == [.assault])
    #expect(found.first?.deaths == CountRange(min: 4, max: 4))
  }

  @Test func `those who kill are not counted among the dead`() {
    let found = code("کراچی میں 3 مسلح افراد نے ایک تاجر کو قتل کر دیا۔", .urdu)
    #expect(found.first?.deaths != CountRange(min: 3, max: 3))
  }

  @Test func `a warning threatens only when somebody is warned`() {
    #expect(summaries("وزیر خارجه آلمان درباره پیامدهای خشکسالی هشدار داد.", .persian) == [])
    #expect(summaries("روسیه به فنلاند هشدار داد.", .persian) == ["THREATEN RUS>FIN"])
  }

  @Test func `an accused man beside "to make" is a predicate`() {
    #expect(summaries("رئیس‌جمهور فرانسه روسیه را به دخالت متهم کرد.", .persian) == ["ACCUSE FRA>RUS"])
  }

  @Test func `heads in a chain belong to the country at its end`() {
    let found = code("نمایندگان پارلمان ایتالیا در رم تحصن کردند.", .persian)
    #expect(found.first?.actors.first?.country == "ITA")
  }

  @Test func `one is sanctioned by those who are not named`() {
    let found = code("روسیه با تحریم ایران مخالفت کرد.", .persian)
    #expect(!found.contains { $0.type == .sanction && $0.actors.contains { $0.country == "IRN" } })
  }

  @Test(arguments: [
    (Language.urdu, "حملہ پاکستان"), (.urdu, "اسلام آباد"), (.urdu, "ملاقات ایران"), (.persian, "حمله به ایران"),
    (.persian, "وی"), (.persian, "دیدار با"), (.urdu, "پاکستان کے"), (.persian, "می"),
  ])
  func `a text may end anywhere`(language: Language, text: String) {
    #expect(code(text, language).allSatisfy { !$0.trigger.text.isEmpty })
  }

  @Test func `who reports a deed did not do it`() {
    let found = code("سخنگوی دولت تایلند گفت: هزاران نفر مقر تلویزیون را اشغال کردند.", .persian)
    #expect(!found.contains { $0.type == .coerce && $0.actors.contains { $0.country == "THA" } })
  }

  @Test func `the object stands before its prepositions`() {
    #expect(summaries("اسپانیا سفیر ایران در مادرید را احضار کرد.", .persian) == ["ACCUSE ESP>IRN"])
  }

  @Test func `losing one's life is no attack by itself`() {
    #expect(summaries("در این حادثه ۲ کارگر جان باختند.", .persian) == [])
    #expect(summaries("بر اثر انفجار بمب در کابل ۲ کارگر جان باختند.", .persian).count == 1)
  }

  @Test func `two countries side by side are both sides of a meeting`() {
    #expect(summaries("دبئی میں پاک بھارت مذاکرات ہوئے۔", .urdu) == ["CONSULT IND,PAK>"])
  }

  @Test func `what is to be done by a day is dated by it`() {
    let found = code("ایران و عمان توافق کردند که سفرای دو کشور تا ۲۶ ژانویه ۲۰۲۴ به محل کار خود بازگردند.", .persian)
    let plan = found.first { $0.status == .planned }
    #expect(plan?.type == .support)
    #expect(plan?.date?.end == Day(iso: "2024-01-26"))
  }

  @Test func `what will not be done is denied`() {
    #expect(code("روسیه از این طرح حمایت نخواهد کرد.", .persian).allSatisfy { $0.status == .denied })
    #expect(code("روسیه از سوریه حمایت نخواهد کرد.", .persian).first?.status == .denied)
  }
}

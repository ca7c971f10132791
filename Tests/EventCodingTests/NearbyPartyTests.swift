import NewsEvents
import Testing

@Suite struct `A known party near by is not taken for another` {
  @Test func `a currency names no country`() {
    #expect(summaries("قدم الصندوق ستة ملايين دولار أمريكي دعما للفلسطينيين.", .arabic) == [])
    #expect(summaries("۵ میلیون دلار آمریکا به افغانستان کمک شد.", .persian) == ["AID >AFG"])
    #expect(summaries("تنظیم نے افغانستان کو پچاس لاکھ امریکی ڈالر کی امداد دی۔", .urdu) == [])
  }

  @Test func `a country's name within a company's is not the country`() {
    #expect(summaries("پاکستان سوزوکی نے ڈیلروں کو ہدایت کی کہ وہ آرڈر نہ لیں۔", .urdu) == [])
    #expect(summaries("پاکستان نے افغانستان پر حملہ کیا۔", .urdu) == ["ASSAULT PAK>AFG"])
  }

  @Test func `the owner of what is hit does not hit it`() {
    #expect(
      summaries("اسرائیلی فورسز کی لبنان کے علاقوں پر بمباری جاری ہے۔", .urdu) == ["ASSAULT ISR>LBN"])
  }

  @Test func `who becomes arrested is arrested`() {
    #expect(summaries("کراچی میں مطلوب ملزم گرفتار ہو گیا۔", .urdu) == ["COERCE >CRM"])
    #expect(summaries("بچوں کو ہراساں کرنے والا ملزم گرفتار۔", .urdu) == ["COERCE >CRM"])
  }

  @Test func `the police of a province is its country's`() {
    #expect(
      summaries("فرمانده انتظامی خوزستان از دستگیری ۲۳۴ نفر خبر داد.", .persian) == ["COERCE IRN>"])
  }

  @Test func `we are those who speak, and nobody when an unknown speaks`() {
    #expect(
      summaries("ایران به عراق حمله کرد. مدیر شرکت گفت: ما آلمان را محکوم می‌کنیم.", .persian) == ["ASSAULT IRN>IRQ"])
  }

  @Test func `a relative of somebody is somebody else`() {
    #expect(
      code("پلیس همسر حسن روحانی را دستگیر کرد.", .persian).flatMap(\.recipients).allSatisfy { $0.entity == nil })
  }

  @Test func `a cleric's title is part of the name, a supporter is not the one supported`() {
    #expect(
      code("آیت‌الله علی سیستانی حمله آمریکا به کربلا را محکوم کرد.", .persian).first { $0.type == .accuse }?.actors
        .map(\.entity) == ["ali-al-sistani"])
    #expect(summaries("تجمع أنصار الحريري في ساحة طرابلس للاحتجاج.", .arabic) == ["PROTEST LBY>"])
  }

  @Test func `a court takes the country that stands beside it`() {
    #expect(
      code("برازیل کی سپریم کورٹ نے گوگل کو ہدایت کی کہ وہ سروس بند کرے۔", .urdu).flatMap(\.actors).map(\.country) == [
        "BRA"
      ])
  }

  @Test func `the verb belongs to the predicate right before it`() {
    #expect(
      summaries("۷۴ فلسطینی در حمله صهیونیست‌ها به راهپیمایی غزه زخمی شدند.", .persian).first == "ASSAULT ISR>PSE")
  }

  @Test func `several who do it are not the one who speaks`() {
    #expect(summaries("رئیس‌جمهور ترکیه گفت: در جنگ خیلی از کشورها به عراق کمک می‌کردند.", .persian) == [])
  }

  @Test func `who condemns a killing has not killed`() {
    #expect(
      summaries("أدانت الخارجية التونسية اغتيال الصحفية الفلسطينية برصاص الجيش الإسرائيلي.", .arabic) == [
        "ACCUSE TUN>", "ASSAULT ISR>PSE",
      ])
  }

  @Test func `a soldier's army has the country behind it`() {
    #expect(
      code("قتل جندي من جيش إسرائيل فتى فلسطينيا.", .arabic).flatMap(\.actors).map(\.country) == ["ISR"])
  }

  @Test func `those called on after و are called on by the one who went before`() {
    #expect(
      summaries("أدانت مصر الهجوم الإسرائيلي، ودعت القادة السياسيين إلى الحوار.", .arabic)
        .contains { $0.hasPrefix("REQUEST EGY") })
  }

  @Test func `to open an inquiry is no movement`() {
    #expect(summaries("دعت إيران المنظمات الدولية لفتح تحقيق مستقل.", .arabic) == ["REQUEST IRN>NGO"])
  }

  @Test func `a district is no court`() {
    #expect(summaries("سيطر قضاء سنجار على الطريق.", .arabic) == [])
  }

  @Test func `the owner of a refused request is refused`() {
    #expect(summaries("کره شمالی درخواست آمریکا را رد کرد.", .persian) == ["REJECT PRK>USA"])
  }

  @Test func `an object behind a relative clause is found`() {
    #expect(
      summaries("ناشد غوتيريش، الذي يزور المنطقة، روسيا أن تسمح بالتصدير.", .arabic).contains("REQUEST UNO>RUS"))
  }

  @Test func `a short name in brackets is the same party`() {
    #expect(summaries("شجبت حركة المقاومة الإسلامية (حماس) القرار الإسرائيلي.", .arabic) == ["ACCUSE REB>ISR"])
  }

  @Test func `they, after who speaks, are those who speak`() {
    #expect(
      code("راولپنڈی پولیس کا کہنا ہے کہ انھوں نے ملزم کو گرفتار کر لیا ہے۔", .urdu).map { $0.actors.map(\.sector) }
        == [["COP"]])
  }

  @Test func `the owner of what is struck is struck`() {
    #expect(summaries("حملے میں ایران کی میزائل یونٹوں کو نشانہ بنایا گیا۔", .urdu) == ["ASSAULT >IRN"])
  }

  @Test func `the subject agrees with its verb`() {
    #expect(summaries("التقى الوزير محمد بن زايد الذي رحبت طهران باختياره.", .arabic) == ["SUPPORT IRN>"])
  }

  @Test func `the invaded stand in the genitive, the invader is an adjective`() {
    #expect(summaries("قتل عشرات المدنيين في غزو روسي لأوكرانيا أمس.", .arabic).contains("ASSAULT RUS>UKR"))
    #expect(summaries("حشدت روسيا قواتها على الحدود قبل غزو أوكرانيا.", .arabic) == ["MOBILIZE RUS>"])
  }

  @Test func `whom a fight is against meets nobody`() {
    #expect(
      summaries("رئیس‌جمهور فرانسه و نخست‌وزیر انگلیس درباره مبارزه با داعش گفت‌وگو کردند.", .persian) == [
        "CONSULT FRA,GBR>"
      ])
  }

  @Test func `what is visited is not who is invited`() {
    #expect(
      summaries("وزیر خارجه پاکستان از وزیر خارجه ایران برای دیدار رسمی از اسلام‌آباد دعوت کرد.", .persian)
        .contains("AGREE PAK>IRN"))
  }

  @Test func `a verb with و after a comma has a subject of its own`() {
    #expect(
      summaries("قالت روسيا إن المدينة أضحت آمنة، واتهم المسؤولون الأوكرانيون روسيا بقصف المستشفى.", .arabic)
        .contains { $0 == "ACCUSE UKR>RUS" })
  }
}

@Suite struct `What is only thought of` {
  @Test(arguments: [
    (Language.persian, "وزیر خارجه ترکیه مذاکره با ایران را سودمند خواند."),
    (.arabic, "أعلنت روسيا تطوير أنظمة تهدف إلى تدمير الطائرات الأوكرانية."),
    (.arabic, "قال القائد إن جيش أوكرانيا مستعد للقتال."),
    (.arabic, "رفض المتحدث الأميركي الإفصاح عن مزيد من التفاصيل."),
  ])
  func `talks called good, deeds aimed at, readiness to fight, silence`(language: Language, text: String) {
    #expect(summaries(text, language) == [])
  }

  @Test func `the dialogue of an earlier sentence is not held again whenever it is named`() {
    let text = "جرت محادثات بين السودان وإثيوبيا في الخرطوم. ويرى مراقبون أن الحوار مهم. وقال خبير إن الحوار صعب."
    #expect(summaries(text, .arabic).count == 1)
  }
}

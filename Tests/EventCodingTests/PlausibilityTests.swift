import NewsEvents
import Testing

@Suite struct `What is no event` {
  @Test(arguments: [
    (Language.arabic, "احتلت الصين المرتبة الأولى في صادرات السيارات."),
    (.arabic, "أوقفت شركة النفط الروسية إمدادات الوقود إلى بلغاريا."),
    (.arabic, "سقطت طائرة إسرائيلية مسيرة في جنوب لبنان."),
    (.arabic, "أغلقت الشرطة التونسية كل الطرقات المؤدية إلى المدينة."),
    (.arabic, "نشر جيش أوكرانيا وثيقة من عشر صفحات."),
    (.arabic, "تونس تحتج لدى السفارة الفرنسية."),
    (.persian, "۲۱ گلوله توپ به افتخار رئیس‌جمهور ترکیه شلیک شد."),
    (.persian, "سخنگوی دولت ایتالیا از اظهار نظر در این باره خودداری کرد."),
    (.persian, "روس‌ها می‌توانند به هر کشوری که خواست بروند."),
    (.urdu, "ترک وزیر خارجہ نے تبصرہ کرنے سے انکار کر دیا۔"),
  ])
  func `words of force that mean something else`(language: Language, text: String) {
    #expect(
      code(text, language).filter { [.coerce, .assault, .protest, .mobilize, .reject, .request].contains($0.type) }
        .isEmpty)
  }

  @Test(arguments: [
    (Language.persian, "سفر رئیس جمهور به کرمان هفته گذشته انجام شد."),
    (.persian, "از تلاش‌های شهردار تبریز قدردانی شد."),
    (.urdu, "پاکستان کے وزیر دفاع نے اداکار کو خراج عقیدت پیش کیا۔"),
    (.urdu, "ہائی کورٹ نے ملزم کو ضمانت دے دی۔"),
    (.urdu, "لاہور میں پاکستان کی کابینہ کا اجلاس منعقد ہوا۔"),
    (.persian, "متهم به پرداخت جریمه نقدی در حق دولت محکوم شد."),
    (.persian, "شهرداری تهران از مردم دعوت می‌کند در نماز شرکت کنند."),
    (.urdu, "شہادتوں کی مجموعی تعداد 43 ہزار ہوگئی۔"),
    (.persian, "رئیس مجلس ایران با خبرنگاران گفتگو کرد."),
    (.persian, "عده‌ای نباید عملکرد دولت را زیر سؤال ببرند."),
    (.urdu, "برطانیہ میں طوفان کے باعث حادثات میں چار افراد ہلاک ہوگئے۔"),
    (.urdu, "ڈمپر نے رکشے کو کچل دیا، تین افراد جاں بحق۔"),
    (.arabic, "حذر خبراء مصريون من ارتفاع الأسعار."),
    (.arabic, "حذرت وزارة الصحة العراقية من موجة حر."),
  ])
  func `ceremony, courts, journeys at home, weather`(language: Language, text: String) {
    #expect(summaries(text, language) == [])
  }

  @Test(arguments: [
    (Language.arabic, "أوقفت الشرطة التونسية خمسة أشخاص في سوسة.", "COERCE"),
    (.arabic, "احتلت روسيا مدينة ماريوبول الأوكرانية.", "COERCE"),
    (.arabic, "شكرت تركيا قطر على دعمها.", "SUPPORT"),
    (.persian, "رئیس‌جمهور چین به روسیه سفر کرد.", "CONSULT"),
    (.persian, "آمریکا از ژاپن خواست نیرو بفرستد.", "REQUEST"),
    (.urdu, "وزیراعظم پاکستان نے ترک صدر کا شکریہ ادا کیا۔", "SUPPORT"),
    (.arabic, "حذرت روسيا فنلندا من الانضمام إلى الحلف.", "THREATEN"),
  ])
  func `the same words between political actors`(language: Language, text: String, type: String) {
    #expect(code(text, language).contains { $0.type.rawValue == type })
  }

  @Test(arguments: [
    (Language.arabic, "أعلن الرئيس الإندونيسي عن إلغاء قرار حظر تصدير الزيت."),
    (.arabic, "شدد الوزيران المغربي والروماني على تكثيف الحوار بين المغرب ورومانيا."),
    (.persian, "این جاده توسط پلیس ترکیه مسدود شد."),
  ])
  func `what is lifted, wished for in general or closed to traffic`(language: Language, text: String) {
    #expect(!code(text, language).contains { [.coerce, .consult, .sanction].contains($0.type) })
  }

  @Test func `who expresses concern about another is who accuses`() {
    let found = code("ترک وزیر اعظم نے بھارت کی جانب سے خلاف ورزی پر تشویش کا اظہار کیا اور جواب مانگا۔", .urdu)
    #expect(found.first { $0.type == .accuse }?.actors.first?.country == "TUR")
  }

  @Test func `a host is nobody's guest`() {
    let found = code("فوجی سربراہ کے تہران کے دورے نے توجہ حاصل کی۔", .urdu)
    #expect(!found.contains { $0.actors.contains { $0.country == "IRN" } })
  }

  @Test func `an organisation has no government`() {
    let found = code("عالمی بینک نے حکومت سے اصلاحات کا مطالبہ کیا۔", .urdu).first { $0.type == .request }
    #expect(found != nil)
    #expect(found?.recipients.contains { $0.country == "IGO" } == false)
  }
}

@Suite struct `Who acts and who is acted upon` {
  @Test(arguments: [
    (Language.arabic, "المجر تشيد بجهود المغرب في إفريقيا", "SUPPORT HUN>MAR"),
    (.arabic, "الدول التي أدانت روسيا قليلة، قالت اليابان التي دعمت أوكرانيا.", "SUPPORT JPN>UKR"),
    (.arabic, "تأييد فرنسا للمغرب يثير غضب الجزائر", "SUPPORT FRA>MAR"),
    (.arabic, "روسيا تقطع إمدادات الغاز عن فنلندا", "COERCE RUS>FIN"),
    (.persian, "انگلیس با شکایت علیه شرکت هند، دارایی‌های ایران در این بانک را توقیف کرد.", "COERCE GBR>IRN"),
  ])
  func `is read from the order and the words between`(language: Language, text: String, expected: String) {
    #expect(summaries(text, language).contains(expected))
  }

  @Test(arguments: [
    (Language.arabic, "أكد مصدر أمني لمراسل الإذاعة التونسية القبض على خمسة أشخاص.", "TUN"),
    (.arabic, "وطلبت من السكان العراقيين عدم المغادرة.", "IRQ"),
    (.urdu, "اسرائیل کے سفارت خانوں پر حملوں میں اضافہ ہوا۔", "ISR"),
  ])
  func `who is told, asked or owns what is hit did not do it`(language: Language, text: String, country: String) {
    #expect(!code(text, language).contains { $0.actors.contains { $0.country == country } })
  }

  @Test func `the nationality of who was killed is no agent`() {
    let found = code("قتل حارس أمن فرنسي بالسفارة القطرية في باريس اليوم.", .arabic).first { $0.type == .assault }
    #expect(found?.actors.isEmpty == true)
    #expect(found?.recipients.first?.country == "FRA")
  }

  @Test func `the dead attack nobody`() {
    let found = code("عشرة قتلى باستهداف حافلة تقل مسلحين سوريين قرب حلب", .arabic)
    #expect(!found.contains { $0.type == .assault && $0.actors.contains { $0.sector == "CVL" } })
  }

  @Test func `a document asks for itself`() {
    let found = code("وقع نواب رسالة تطالب وزارة الخارجية الأميركية بالتحقيق.", .arabic).first { $0.type == .request }
    #expect(found?.actors.contains { $0.sector == "GOV" } != true)
  }

  @Test func `a list of destinations holds no traveller`() {
    let found = code("او قصد دارد به عربستان، امارات و کویت سفر کند.", .persian)
    #expect(!found.contains { $0.actors.contains { $0.country == "ARE" } })
  }

  @Test func `a noun with a pronoun has its owner in the pronoun`() {
    let found = code("ودافعت إسبانيا عن موقفها ودعمها للخطة المغربية.", .arabic).first { $0.type == .support }
    #expect(found?.actors.contains { $0.country == "MAR" } != true)
  }

  @Test func `an unknown subject borrows nobody`() {
    let text = "رسانه‌های ترکیه گزارش داده‌اند این خانواده‌ها خواستار غرامت خواهند شد."
    #expect(!code(text, .persian).contains { $0.type == .request && $0.actors.contains { $0.country == "TUR" } })
  }
}

@Suite struct `Whether it is said to have happened` {
  @Test(arguments: [
    (Language.arabic, "ربما قصفت إسرائيل دمشق أمس.", EventStatus.hypothetical),
    (.arabic, "ولم تهاجم إسرائيل لبنان.", .denied),
    (.persian, "پوتین این ادعا که روسیه از تحریم ایران حمایت کرده است را رد کرد.", .denied),
    (.arabic, "لم تدعم فرنسا المغرب إلا قبل ثلاثة أيام.", .occurred),
    (.persian, "ایران تمایل دارد مذاکراتی با عراق داشته باشد.", .hypothetical),
    (.persian, "ترکیه به عراق وعده کمک نداد و روسیه به سوریه حمله نکرد.", .denied),
  ])
  func `by words that hold it open or except it`(language: Language, text: String, status: EventStatus) {
    let found = code(text, language)
    #expect(found.contains { $0.status == status }, "\(found.map { "\($0.type) \($0.status)" })")
    #expect(status == .occurred || !found.contains { $0.status == .occurred && $0.type != .reject })
  }

  @Test func `the weekday of a past is the last one`() {
    let found = code("فرانس کے وزیر دفاع نے جمعے کو استعفیٰ دے دیا۔", .urdu, published: "2026-02-14")
    #expect(found.first?.status == .occurred)
    #expect(found.first?.date?.start.map { $0 <= Day(iso: "2026-02-14")! } != false)
  }
}

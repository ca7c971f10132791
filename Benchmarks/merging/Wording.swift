import NewsEvents
import TimelineMerging

/// A clause as an article has it, and where its trigger stands in it, in Unicode scalars.
struct Clause {
  var text: String
  var trigger: Range<Int>
}

/// One event in the words of three languages: triggers with synonyms, subjects, and each language's order of words.
enum Wording {
  /// What talks and quarrels are about, by language; the last ones mean nothing to the merger.
  static let subjects: [[Language: String]] = rows([
    "تنش مرزی|التوتر الحدودي|سرحدی کشیدگی", "روابط دوجانبه|العلاقات الثنائية|دو طرفہ تعلقات",
    "امنیت منطقه|أمن المنطقة|علاقائی سلامتی", "برنامه هسته‌ای|البرنامج النووي|جوہری پروگرام",
    "صادرات نفت|صادرات النفط|تیل کی برآمد", "بازگشت سفیران|عودة السفراء|سفیروں کی واپسی",
    "مبارزه با تروریسم|مكافحة الإرهاب|دہشت گردی کے خلاف جنگ", "آتش‌بس|وقف إطلاق النار هدنة|جنگ بندی",
    "تبادل زندانیان|تبادل الأسرى|قیدیوں کا تبادلہ", "پناهندگان|ملف اللاجئين|مہاجرین کا معاملہ",
    "تجارت آزاد|التجارة الحرة|آزاد تجارت", "حقابه رودخانه|مياه النهر|دریا کا پانی",
    "همکاری فرهنگی|التعاون الثقافي|ثقافتی تعاون", "پروازهای مستقیم|الرحلات المباشرة|براہ راست پروازیں",
  ])

  private static func rows(_ lines: [String]) -> [[Language: String]] {
    lines.map { line in
      let parts = line.split(separator: "|").map(String.init)
      return Dictionary(uniqueKeysWithValues: zip([Language.persian, .arabic, .urdu], parts))
    }
  }

  /// Synonyms of a type's trigger in a language.
  static func triggers(_ type: EventType, _ language: Language) -> [String] {
    let rows: [String]
    switch type {
    case .agree: rows = ["توافق کردند/به تفاهم رسیدند", "اتفق/توصل إلى تفاهم", "اتفاق کیا/معاہدہ کیا"]
    case .consult: rows = ["گفت‌وگو کردند/رایزنی کردند", "بحث/أجرى محادثات", "بات چیت کی/مذاکرات کیے"]
    case .support: rows = ["حمایت کرد/ستود", "أشاد/دعم", "حمایت کی/سراہا"]
    case .concede: rows = ["پذیرفت/کوتاه آمد", "تنازل/عفا", "رعایت دی/مان لیا"]
    case .cooperate:
      rows = ["همکاری کردند/رزمایش مشترک برگزار کردند", "تعاون/أجرى مناورات مشتركة", "تعاون کیا/مشترکہ مشق کی"]
    case .aid: rows = ["کمک فرستاد/یاری رساند", "قدم مساعدات/أرسل إغاثة", "امداد بھیجی/مدد کی"]
    case .retreat: rows = ["عقب نشست/آزاد کرد", "انسحب/أفرج", "پیچھے ہٹا/رہا کیا"]
    case .request: rows = ["خواست/درخواست کرد", "طالب/دعا", "مطالبہ کیا/کہا کہ کرے"]
    case .accuse: rows = ["محکوم کرد/متهم کرد", "أدان/اتهم", "مذمت کی/الزام لگایا"]
    case .reject: rows = ["رد کرد/نپذیرفت", "رفض/نفى قبول", "مسترد کیا/انکار کیا"]
    case .threaten: rows = ["تهدید کرد/هشدار داد", "هدد/توعد", "دھمکی دی/خبردار کیا"]
    case .protest: rows = ["تظاهرات کردند/تجمع کردند", "تظاهر/احتج", "احتجاج کیا/مظاہرہ کیا"]
    case .sanction: rows = ["تحریم کرد/سفیر را فراخواند", "فرض قيودا/استدعى سفيره", "پابندی لگائی/سفیر واپس بلایا"]
    case .mobilize: rows = ["نیرو گسیل کرد/آماده‌باش داد", "حشد/استنفر", "فوج تعینات کی/الرٹ کیا"]
    case .coerce: rows = ["بازداشت کرد/یورش برد", "اعتقل/داهم", "گرفتار کیا/چھاپہ مارا"]
    case .assault: rows = ["حمله کرد/هدف قرار داد/کوبید", "هاجم/قصف/استهدف", "حملہ کیا/نشانہ بنایا/بمباری کی"]
    }
    let row: String
    switch language {
    case .persian: row = rows[0]
    case .arabic: row = rows[1]
    case .urdu: row = rows[2]
    }
    return row.split(separator: "/").map(String.init)
  }

  /// A party's name as newspapers of the language print it.
  static func name(_ party: Party, _ language: Language) -> String {
    let words =
      party.entity.flatMap { NameTable.builtin.name($0) } ?? party.country.flatMap { NameTable.builtin.name($0) }
    guard let words else { return party.name ?? "گروه" }
    let country: String
    switch language {
    case .persian: country = words.text.fa
    case .arabic: country = words.text.ar
    case .urdu: country = words.text.ur
    }
    return party.entity == party.country ? country : [party.name ?? "", country].joined(separator: " ")
  }

  /// The verb stands last in Persian and Urdu, first in Arabic.
  static func clause(
    _ type: EventType, _ language: Language, actors: [String], recipients: [String], details: [String],
    _ random: inout Random
  ) -> Clause {
    let trigger = random.pick(triggers(type, language))
    let and = language == .urdu ? " اور " : " و "
    let from = actors.joined(separator: and), to = recipients.joined(separator: and)
    var before: [String], after: [String]
    switch language {
    case .arabic: (before, after) = ([], [from, to] + details)
    case .persian: (before, after) = ([from] + details + (to.isEmpty ? [] : ["به", to]), [])
    case .urdu: (before, after) = ((from.isEmpty ? [] : [from, "نے"]) + details + (to.isEmpty ? [] : [to, "پر"]), [])
    }
    before.removeAll(where: \.isEmpty)
    after.removeAll(where: \.isEmpty)
    let head = before.isEmpty ? "" : before.joined(separator: " ") + " "
    let tail = after.isEmpty ? "" : " " + after.joined(separator: " ")
    let start = head.unicodeScalars.count
    return Clause(text: head + trigger + tail + ".", trigger: start..<(start + trigger.unicodeScalars.count))
  }
}

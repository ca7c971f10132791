import Calendars
import NewsEvents

/// Labels of the page, the text and Markdown, in the four interface languages.
struct Label: Sendable {
  var en: String
  var fa: String
  var ar: String
  var ur: String

  init(_ en: String, _ fa: String, _ ar: String, _ ur: String) {
    self.en = en
    self.fa = fa
    self.ar = ar
    self.ur = ur
  }

  init(_ text: LocalizedText) { self.init(text.en, text.fa, text.ar, text.ur) }

  subscript(_ language: DisplayLanguage) -> String {
    switch language {
    case .english: en
    case .persian: fa
    case .arabic: ar
    case .urdu: ur
    }
  }

  /// Whether all languages have the same text.
  var isOne: Bool { en == fa && en == ar && en == ur }
  /// Whether some language has nothing to show.
  var isBlank: Bool { [en, fa, ar, ur].contains { PlainText.visible($0) == nil } }

  static let tagline = Label(
    "One timeline from Persian, Arabic and Urdu news", "یک گاه‌شمار از خبرهای فارسی، عربی و اردو",
    "خط زمني واحد من أخبار الفارسية والعربية والأردية", "فارسی، عربی اور اردو خبروں سے ایک ٹائم لائن")
  static let events = Label("events", "رویداد", "حدثا", "واقعات")
  static let articles = Label("articles", "مقاله", "مقالا", "مضامین")
  static let undated = Label("Undated", "بی‌تاریخ", "بلا تاريخ", "بغیر تاریخ")
  static let killed = Label("Killed", "کشته", "القتلى", "ہلاک")
  static let injured = Label("Injured", "زخمی", "الجرحى", "زخمی")
  static let arrested = Label("Arrested", "بازداشتی", "المعتقلون", "گرفتار")
  static let sources = Label("Sources", "منابع", "المصادر", "ذرائع")
  static let independent = Label("independent", "مستقل", "مستقلة", "آزاد")
  static let copies = Label("copies", "نسخه‌برداری", "نسخ", "نقول")
  static let confidence = Label("Confidence", "اطمینان", "الثقة", "اعتماد")
  static let conflict = Label("Sources disagree", "منابع هم‌نظر نیستند", "المصادر مختلفة", "ذرائع متفق نہیں")
  static let why = Label(
    "Why these are one event", "چرا این‌ها یک رویدادند", "لماذا هذه حدث واحد", "یہ ایک ہی واقعہ کیوں ہیں")
  static let more = Label("more quotations", "نقل‌قول دیگر", "اقتباسات أخرى", "مزید اقتباسات")
  static let allTypes = Label("All types", "همهٔ گونه‌ها", "كل الأنواع", "تمام اقسام")
  static let allCountries = Label("All countries", "همهٔ کشورها", "كل الدول", "تمام ممالک")
  static let allLanguages = Label("All languages", "همهٔ زبان‌ها", "كل اللغات", "تمام زبانیں")
  static let allStatuses = Label("Any status", "هر وضعیت", "كل الحالات", "ہر حالت")
  static let allParties = Label("All parties", "همهٔ طرف‌ها", "كل الأطراف", "تمام فریق")
  static let allSources = Label("All sources", "همهٔ منابع", "كل المصادر", "تمام ذرائع")
  static let from = Label("From", "از", "من", "از")
  static let to = Label("To", "تا", "إلى", "تا")
  static let clear = Label("Clear filters", "پاک کردن پالایه‌ها", "مسح المرشحات", "شرائط ہٹائیں")
  static let filters = Label("Filters", "پالایه‌ها", "المرشحات", "شرائط")
  static let skip = Label("Skip to the events", "رفتن به رویدادها", "انتقل إلى الأحداث", "واقعات پر جائیں")
  static let pageLanguage = Label("Language of the page", "زبان صفحه", "لغة الصفحة", "صفحے کی زبان")
  static let nearMisses = Label(
    "Much like it, but kept apart", "همانند آن، ولی جدا", "شبيه به لكنه غيره", "اس سے ملتے جلتے، مگر الگ واقعات")
  static let search = Label("Search", "جست‌وجو", "بحث", "تلاش")
  static let nothing = Label(
    "No event matches these filters.", "هیچ رویدادی با این پالایه‌ها نمی‌خواند.", "لا حدث يطابق هذه المرشحات.",
    "ان شرائط پر کوئی واقعہ نہیں۔")
  static let empty = Label(
    "The timeline is empty.", "گاه‌شمار تهی است.", "الخط الزمني فارغ.", "ٹائم لائن خالی ہے۔")
  static let date = Label("Date", "تاریخ", "التاريخ", "تاریخ")
  static let deaths = killed
  static let actors = Label("Actors", "کنشگران", "الفاعلون", "فریقین")
  static let status = Label("Status", "وضعیت", "الحالة", "حالت")

  static func field(_ field: String) -> Label {
    switch field {
    case "date": date
    case "deaths": killed
    case "injured": injured
    case "arrested": arrested
    case "actors": actors
    case "status": status
    default: Label(field, field, field, field)
    }
  }

  static func relation(_ relation: EventLink.Relation) -> Label {
    switch relation {
    case .fulfils: Label("Announced before", "پیش‌تر اعلام شده بود", "أُعلن من قبل", "پہلے اعلان ہوا تھا")
    case .fulfilledBy: Label("What came of it", "سرانجام آن", "ما آل إليه", "اس کا انجام")
    }
  }

  static func language(_ language: Language) -> Label {
    switch language {
    case .arabic: Label("Arabic", "عربی", "العربية", "عربی")
    case .persian: Label("Persian", "فارسی", "الفارسية", "فارسی")
    case .urdu: Label("Urdu", "اردو", "الأردية", "اردو")
    }
  }

  static func type(_ type: EventType) -> Label {
    switch type {
    case .agree: Label("Agreement", "توافق", "اتفاق", "اتفاق")
    case .consult: Label("Talks", "گفت‌وگو", "محادثات", "بات چیت")
    case .support: Label("Support", "پشتیبانی", "دعم", "حمایت")
    case .concede: Label("Concession", "امتیازدهی", "تنازل", "رعایت")
    case .cooperate: Label("Cooperation", "همکاری", "تعاون", "تعاون")
    case .aid: Label("Aid", "کمک", "مساعدة", "امداد")
    case .retreat: Label("Giving way", "عقب‌نشینی", "تراجع", "پسپائی")
    case .request: Label("Request", "درخواست", "طلب", "مطالبہ")
    case .accuse: Label("Accusation", "محکومیت", "اتهام", "الزام")
    case .reject: Label("Refusal", "رد", "رفض", "انکار")
    case .threaten: Label("Threat", "تهدید", "تهديد", "دھمکی")
    case .protest: Label("Protest", "اعتراض", "احتجاج", "احتجاج")
    case .sanction: Label("Sanction", "تحریم", "عقوبة", "پابندی")
    case .mobilize: Label("Mobilization", "بسیج نیرو", "حشد", "تعیناتی")
    case .coerce: Label("Coercion", "سرکوب", "قسر", "جبر")
    case .assault: Label("Attack", "حمله", "هجوم", "حملہ")
    }
  }

  static func status(_ status: EventStatus) -> Label {
    switch status {
    case .occurred: Label("happened", "رخ داده", "وقع", "ہوا")
    case .ongoing: Label("ongoing", "در جریان", "مستمر", "جاری")
    case .planned: Label("planned", "برنامه‌ریزی‌شده", "مرتقب", "متوقع")
    case .hypothetical: Label("possible", "احتمالی", "محتمل", "ممکنہ")
    case .denied: Label("denied", "تکذیب‌شده", "منفي", "تردید شدہ")
    case .historical: Label("background", "پیشینه", "خلفية", "پس منظر")
    }
  }

  static func basis(_ basis: DateBasis) -> Label {
    switch basis {
    case .stated: Label("as written", "به نوشتهٔ خبر", "كما كُتب", "تحریر کے مطابق")
    case .resolved: Label("worked out from the text", "برگرفته از متن", "مستنتج من النص", "متن سے اخذ شدہ")
    case .inferred: Label("from other articles", "از مقاله‌های دیگر", "من مقالات أخرى", "دوسرے مضامین سے")
    case .published:
      Label(
        "bounded by publication", "بر پایهٔ تاریخ انتشار", "وفق تاريخ النشر", "اشاعت کی تاریخ سے")
    }
  }
}

extension DateInterval {
  /// The interval in one calendar and language: a day, the first and last day, or an open range.
  func shown(_ calendar: CalendarSystem, _ language: DisplayLanguage) -> String {
    switch (start, end) {
    case (let a?, let b?) where a == b: return a.formatted(calendar, in: language)
    case (let a?, let b?):
      if calendar.isWholeMonth(a, b) { return a.formattedMonth(calendar, in: language) }
      if calendar.isWholeYear(a, b) { return a.formattedYear(calendar, in: language) }
      return DateInterval.joined(a.formatted(calendar, in: language), b.formatted(calendar, in: language))
    case (let a?, nil):
      let from = Label("from ", "از ", "منذ ", "از ")
      return from[language] + a.formatted(calendar, in: language)
    case (nil, let b?):
      let until = Label("by ", "تا ", "حتى ", "تک ")
      return until[language] + b.formatted(calendar, in: language)
    case (nil, nil): return Label.undated[language]
    }
  }

  /// Two dates of one form, without saying the month or the year twice: `16 – 18 January 2024`.
  static func joined(_ first: String, _ last: String) -> String {
    var a = first.split(separator: " "), b = last.split(separator: " ")
    while a.count > 1, b.count > 1, a.last == b.last {
      a.removeLast()
      b.removeLast()
    }
    return a.joined(separator: " ") + " – " + last
  }

  /// `2024-01-16`, `2024-01-16/2024-01-18`, `../2024-01-26`.
  var iso: String {
    let a = start?.description ?? "..", b = end?.description ?? ".."
    return a == b ? a : "\(a)/\(b)"
  }
}

extension CalendarSystem {
  /// Whether the two days are the first and the last of one month of this calendar.
  func isWholeMonth(_ first: Day, _ last: Day) -> Bool {
    let a = fields(of: first), b = fields(of: last)
    return a.year == b.year && a.month == b.month && a.day == 1 && b.day == length(ofMonth: b.month, year: b.year)
      && a.day != b.day
  }

  /// Whether the two days are the first and the last of one year of this calendar.
  func isWholeYear(_ first: Day, _ last: Day) -> Bool {
    let a = fields(of: first), b = fields(of: last)
    return a.year == b.year && a.month == 1 && a.day == 1 && b.month == 12
      && b.day == length(ofMonth: 12, year: b.year)
  }
}

extension CountRange {
  /// `11`, `9–11`, `at least 11`.
  func shown(_ language: DisplayLanguage) -> String {
    let least = Label("at least ", "دست‌کم ", "على الأقل ", "کم از کم ")
    let most = Label("at most ", "حداکثر ", "على الأكثر ", "زیادہ سے زیادہ ")
    switch (min, max) {
    case (let a?, let b?):
      return a == b
        ? localizedDigits(a, language) : "\(localizedDigits(a, language))–\(localizedDigits(b, language))"
    case (let a?, nil): return least[language] + localizedDigits(a, language)
    case (nil, let b?): return most[language] + localizedDigits(b, language)
    case (nil, nil): return ""
    }
  }
}

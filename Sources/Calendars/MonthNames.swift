public import NewsEvents

/// A month's name as written, with what it takes to believe that it is one.
public struct MonthName: Sendable, Hashable {
  public var calendar: CalendarSystem
  /// 1...12
  public var month: Int
  /// One or more words in one spelling; readers fold it.
  public var name: String
  public var strength: Strength

  public enum Strength: UInt8, Sendable, Hashable {
    /// Names a month wherever it stands (ژانویه, فبراير, بهمن‌ماه).
    case plain
    /// Also an ordinary word or a person's name: needs a day number, a year or the word for month beside it.
    case homograph
    /// A foreign or rare name that is a common word: needs a year of its calendar beside it.
    case needsYear
  }

  init(_ calendar: CalendarSystem, _ month: Int, _ name: String, _ strength: Strength) {
    self.calendar = calendar
    self.month = month
    self.name = name
    self.strength = strength
  }
}

/// The names of months that writers of a language use, all spellings, and the one for display.
///
/// Sources: CLDR (fa, fa-AF, ar and its regions, ur; calendars gregorian, persian, islamic) and agency usage.
public enum MonthNames {
  /// Every name that `language` uses, in reading order of calendars and months.
  public static func all(_ language: Language) -> [MonthName] {
    switch language {
    case .persian: persian
    case .arabic: arabic
    case .urdu: urdu
    }
  }

  /// `a,b|c` …: months are separated by `|`, spellings by `,`; `~` marks a homograph, `!` a name that needs a year.
  private static func read(_ calendar: CalendarSystem, _ table: String) -> [MonthName] {
    var names: [MonthName] = []
    for (index, month) in table.split(separator: "|").enumerated() {
      for spelling in month.split(separator: ",") {
        let text = String(spelling.drop { $0 == " " || $0 == "\n" || $0 == "~" || $0 == "!" })
        let trimmed = text.split(whereSeparator: { $0 == " " || $0 == "\n" }).joined(separator: " ")
        let strength: MonthName.Strength =
          spelling.contains("!") ? .needsYear : spelling.contains("~") ? .homograph : .plain
        if !trimmed.isEmpty { names.append(MonthName(calendar, index + 1, trimmed, strength)) }
      }
    }
    return names
  }

  private static let persian: [MonthName] =
    read(
      .solarHijri,
      """
      فروردین,فرودین|اردیبهشت,اردی بهشت|خرداد|~تیر|مرداد,~امرداد|شهریور|~مهر|آبان,~ابان|~آذر|~دی|~بهمن|اسفند
      """)
    + read(
      .solarHijri, "~حمل|~ثور|~جوزا,~جوزای|~سرطان|~اسد|~سنبله|~میزان|~عقرب|~قوس|~جدی|~دلو|~حوت")
    + read(
      .gregorian,
      """
      ژانویه,جنوری,ژانویهٔ,ژانوبه|فوریه,فبروری,فوریهٔ,فبرواری|مارس,~مارچ|آوریل,آپریل,~اپریل,اوریل|~مه,~می,~مئی|ژوئن,~جون,ژوین|
      ژوئیه,~جولای,~ژولای,ژوییه,~جولایی,ژولیه|اوت,آگوست,اگست,آگست,اگوست,~آگُست|سپتامبر,سپتمبر,سپتامر|اکتبر,اکتوبر,اوکتوبر,اُکتبر|
      نوامبر,نومبر,نوامر|دسامبر,دسمبر
      """)
    + read(
      .islamic,
      """
      ~محرم,محرم الحرام|~صفر,~صفر المظفر|ربیع الاول,ربیع‌الاول,ربیع الأول|ربیع الثانی,ربیع‌الثانی,ربیع الآخر,ربیع الاخر|
      جمادی الاول,جمادی الاولی,جمادی‌الاول,جمادی الأولی|جمادی الثانی,جمادی الثانیه,جمادی الآخر,جمادی الآخره,جمادی الاخر,جمادی الاخره|
      ~رجب,رجب المرجب|~شعبان,شعبان المعظم|~رمضان,رمضان المبارک|~شوال,شوال المکرم|
      ذیقعده,ذی القعده,ذی قعده,ذوالقعده,ذوالقعدة|ذیحجه,ذی الحجه,ذی حجه,ذوالحجه,ذوالحجة
      """)

  private static let arabic: [MonthName] =
    read(
      .gregorian,
      """
      يناير|فبراير|~مارس|أبريل,ابريل,نيسان أبريل|مايو|يونيو,يونيه,يونية|يوليو,يوليه,يولية|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر
      """)
    + read(
      .gregorian,
      """
      كانون الثاني,كانون ثاني,كانون الثانى|شباط|آذار,آدار|نيسان|أيار|حزيران|تموز|~آب|أيلول|تشرين الأول,تشرين أول|
      تشرين الثاني,تشرين ثاني,تشرين الثانى|كانون الأول,كانون أول
      """)
    + read(
      .gregorian,
      """
      جانفي,~ينير|فيفري,~فبرير|~مارس|أفريل,~ابرير,~إبريل,~أبرير|~ماي,~مايه|~جوان,~يونيُه|جويلية,يوليوز,جويليه|
      ~أوت,غشت,~أغشت|سپتمبر,شتنبر,سبتنبر|أكتوبر|نونبر,~نوفمبر|دجنبر,~ديسنبر
      """)
    + read(
      .islamic,
      """
      ~محرم,المحرم,محرم الحرام|~صفر|ربيع الأول,ربيع أول|ربيع الآخر,ربيع الثاني,ربيع ثاني|جمادى الأولى,جمادى الاول,جمادى أولى|
      جمادى الآخرة,جمادى الثانية,جمادى الآخر,جمادى الثاني|~رجب|~شعبان|~رمضان,رمضان المبارك,رمضان الكريم|~شوال|ذو القعدة,ذي القعدة,ذوالقعدة,ذيالقعدة|
      ذو الحجة,ذي الحجة,ذوالحجة
      """)
    + read(
      .solarHijri,
      """
      ~فروردين,~فرفردين|~أرديبهشت,~أذربيهشت|~خرداد|!تير|~مرداد|~شهريور,~شهرير|!مهر|~آبان|!آذر|!دي|!بهمن|~اسفند,~اسفندار
      """)
    + read(.solarHijri, "!حمل|!ثور|!جوزاء,!الجوزاء|!سرطان|!أسد|!سنبلة|!ميزان|!عقرب|!قوس|!جدي|!دلو|!حوت")

  private static let urdu: [MonthName] =
    read(
      .gregorian,
      """
      جنوری|فروری|~مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر
      """)
    + read(
      .islamic,
      """
      ~محرم,محرم الحرام|~صفر,صفر المظفر|ربیع الاول,ربیع الأول,ربیع الاوّل|ربیع الثانی,ربیع الآخر|جمادی الاول,جمادی الاولیٰ,جمادی الاولی|
      جمادی الثانی,جمادی الثانیہ,جمادی الآخر,جمادی الاخریٰ|~رجب,رجب المرجب|~شعبان,شعبان المعظم|~رمضان,رمضان المبارک|~شوال,شوال المکرم|
      ذوالقعدہ,ذی القعدہ,ذیقعدہ,ذو القعدہ,ذی قعدہ,ذوالقعدۃ,ذو القعدۃ|ذوالحجہ,ذی الحجہ,ذو الحجہ,ذوالحجۃ,ذو الحجۃ,ذی الحج,ذوالحج
      """)
    + read(
      .solarHijri,
      """
      ~فروردین|~اردیبہشت,~آرڈبائش|~خرداد,~خداداد|!تیر|~مرداد|~شہریور|!مہر|~آبان,~ابان|!آذر,!آزر|!دی,!ڈے|~بہمن|~اسفند
      """)

  /// The name for display.
  static func display(_ month: Int, _ calendar: CalendarSystem, _ language: DisplayLanguage) -> String {
    let table: [String] =
      switch (language, calendar) {
      case (.english, .gregorian):
        [
          "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December",
        ]
      case (.english, .solarHijri):
        [
          "Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar", "Mehr", "Aban", "Azar", "Dey", "Bahman",
          "Esfand",
        ]
      case (.english, .islamic):
        [
          "Muharram", "Safar", "Rabi I", "Rabi II", "Jumada I", "Jumada II", "Rajab", "Shaban", "Ramadan", "Shawwal",
          "Dhu al-Qadah", "Dhu al-Hijjah",
        ]
      case (.persian, .gregorian):
        [
          "ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر",
        ]
      case (.persian, .solarHijri):
        [
          "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
        ]
      case (.persian, .islamic):
        [
          "محرم", "صفر", "ربیع‌الاول", "ربیع‌الثانی", "جمادی‌الاول", "جمادی‌الثانی", "رجب", "شعبان", "رمضان", "شوال",
          "ذیقعده", "ذیحجه",
        ]
      case (.arabic, .gregorian):
        [
          "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
        ]
      case (.arabic, .solarHijri):
        [
          "فروردين", "أرديبهشت", "خرداد", "تير", "مرداد", "شهريور", "مهر", "آبان", "آذر", "دي", "بهمن", "إسفند",
        ]
      case (.arabic, .islamic):
        [
          "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال",
          "ذو القعدة", "ذو الحجة",
        ]
      case (.urdu, .gregorian):
        ["جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر"]
      case (.urdu, .solarHijri):
        [
          "فروردین", "اردیبہشت", "خرداد", "تیر", "مرداد", "شہریور", "مہر", "آبان", "آذر", "دی", "بہمن", "اسفند",
        ]
      case (.urdu, .islamic):
        [
          "محرم", "صفر", "ربیع الاول", "ربیع الثانی", "جمادی الاول", "جمادی الثانی", "رجب", "شعبان", "رمضان", "شوال",
          "ذوالقعدہ", "ذوالحجہ",
        ]
      }
    return table[month - 1]
  }
}

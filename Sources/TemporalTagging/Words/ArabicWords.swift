import Calendars
import NewsEvents

/// The Arabic words of dates, with the conjunctions, prepositions and the article that are written onto them.
enum ArabicWords {
  private static let joined: Roles = .joined
  private static let prefixed: Roles = .prefixed

  /// Letters written onto an indefinite word, and what they add.
  private static let bare: [(String, Roles)] = [
    ("", []), ("و", joined), ("ف", joined), ("ب", prefixed), ("ل", prefixed), ("ك", prefixed),
    ("وب", [joined, prefixed]),
    ("ول", [joined, prefixed]),
  ]
  private static let definite: [(String, Roles)] = [
    ("ال", .definite), ("وال", [.definite, joined]), ("فال", [.definite, joined]), ("بال", [.definite, prefixed]),
    ("لل", [.definite, prefixed]), ("كال", [.definite, prefixed]), ("وبال", [.definite, prefixed, joined]),
    ("ولل", [.definite, prefixed, joined]),
  ]

  /// How many letters of a prefix stand outside the expression: all but those of the article.
  private static func length(_ prefix: String) -> Int {
    prefix.unicodeScalars.count - (prefix.hasSuffix("ال") ? 2 : prefix.hasSuffix("لل") ? 2 : 0)
  }

  static func builder() -> LexemeBuilder {
    var b = LexemeBuilder(.arabic)
    b.months(prefixes: bare)
    /// Words that take any prefix, with and without the article.
    func noun(_ roles: Roles, _ words: String, _ change: (inout Lexeme) -> Void = { _ in }) {
      for (prefix, more) in bare + definite {
        for word in words.split(separator: "|") {
          b.add([roles, more], prefix + word) {
            change(&$0)
            $0.prefixLength = length(prefix)
          }
        }
      }
    }
    /// Words that take conjunctions and prepositions only.
    func plain(_ roles: Roles, _ words: String, _ change: (inout Lexeme) -> Void = { _ in }) {
      for (prefix, more) in bare {
        for word in words.split(separator: "|") {
          b.add([roles, more], prefix + word) {
            change(&$0)
            $0.prefixLength = length(prefix)
          }
        }
      }
    }
    /// Words that take nothing but و and ف.
    func particle(_ roles: Roles, _ words: String, _ change: (inout Lexeme) -> Void = { _ in }) {
      for (prefix, more) in [("", [] as Roles), ("و", joined), ("ف", joined)] {
        for word in words.split(separator: "|") {
          b.add([roles, more], prefix + word) {
            change(&$0)
            $0.prefixLength = length(prefix)
          }
        }
      }
    }
    func unit(_ unit: Unit, _ one: String, _ two: String, _ many: String, _ more: Roles = []) {
      for (words, count) in [(one, 1), (two, 2), (many, 0)] where !words.isEmpty {
        noun([.unit, more], words) {
          $0.unit = unit
          $0.count = count
        }
      }
    }

    for (weekday, name) in WeekdayNames.all(.arabic) {
      // The article belongs to the name; without it the word needs a week or month beside it.
      let stem = String(name.dropFirst(2))
      for (prefix, more) in definite {
        b.add([.weekday, more], prefix + stem) {
          $0.weekday = weekday
          $0.prefixLength = length(prefix)
        }
      }
      for (prefix, more) in bare { b.add([.weekday, .homograph, more], prefix + stem) { $0.weekday = weekday } }
    }

    unit(.second, "ثانية", "ثانيتين|ثانيتان", "ثوان|ثواني")
    unit(.minute, "دقيقة", "دقيقتين|دقيقتان", "دقائق|دقايق")
    unit(.hour, "ساعة", "ساعتين|ساعتان", "ساعات")
    unit(.day, "يوم|يوما|ليلة", "يومين|يومان|ليلتين", "أيام|اياما|ليال")
    unit(.week, "أسبوع|أسبوعا|إسبوع", "أسبوعين|أسبوعان", "أسابيع")
    unit(.month, "شهر|شهرا", "شهرين|شهران|شهري", "أشهر|شهور|شهورا")
    unit(.year, "سنة|عام|عاما", "سنتين|سنتان|عامين|عامان|عامي|سنتي", "سنوات|سنين|أعوام|اعواما")
    unit(.decade, "عقد|عقدا", "عقدين|عقدان", "عقود")
    unit(.century, "قرن|قرنا", "قرنين|قرنان", "قرون")

    particle(.deicticDay, "اليوم|يومنا هذا|نهار اليوم") { $0.offset = 0 }
    particle([.deicticDay, .night], "الليلة|هذه الليلة") { $0.offset = 0 }
    for (prefix, more) in [("", [] as Roles), ("و", joined), ("ب", prefixed), ("وب", joined)] {
      b.add(
        [.deicticDay, more],
        prefix + "أمس|\(prefix)البارحة|\(prefix)الأمس|\(prefix)امبارح|\(prefix)يوم أمس|\(prefix)ليلة أمس"
      ) {
        $0.offset = -1
        $0.prefixLength = length(prefix)
      }
    }
    particle(.deicticDay, "اليوم الماضي|اليوم المنصرم|الليلة الماضية|يوم الأمس|ليل أمس|اليوم الفائت") { $0.offset = -1 }
    particle(
      .deicticDay,
      "أول أمس|أول من أمس|أمس الأول|قبل أمس|قبل يوم أمس|يوم قبل أمس|قبل البارحة|اليوم القبل البارحة|اليوم الي قبل امبارح|قبل امبارح"
        + "|أول البارحة|يوم أول أمس|اليوم قبل أمس|اليوم الذي قبل أمس"
    ) { $0.offset = -2 }
    particle(.deicticDay, "غدا|الغد|غد|بكرة|بكرا|يوم غد|يوم الغد|نهار الغد|اليوم المقبل|اليوم القادم") { $0.offset = 1 }
    b.number(.deicticDay, 1, "بالغد|لغد")
    particle(
      .deicticDay,
      "بعد غد|بعد الغد|يوم بعد غد|اليوم الذي بعد الغد|اليوم الي بعد بكرة|بعد بكرة|بعد بكرا|اليوم الذي بعد غد|يوم بعد الغد"
    ) { $0.offset = 2 }
    particle(
      .contextDay,
      "اليوم التالي|غداة ذلك|اليوم الذي تلاه|صبيحة اليوم التالي|اليوم الموالي|يوم واحد بعد ذلك"
    ) {
      $0.offset = 1
    }
    particle(.contextDay, "اليوم السابق|اليوم الذي سبقه|عشية ذلك|اليوم الذي قبله") { $0.offset = -1 }
    particle(.contextDay, "اليوم نفسه|اليوم ذاته|نفس اليوم|ذلك اليوم|ذات اليوم|اليوم عينه") { $0.offset = 0 }

    // Set phrases with the words of days that are no dates.
    particle(
      [],
      "مثل هذا اليوم|بأمس الحاجة|أمس الحاجة|اليوم العالمي|اليوم الوطني|اليوم الواحد|اليوم الدولي|صحيفة اليوم|أخبار اليوم"
    ) { _ in }

    let last =
      "ماضي|ماضية|ماض|ماضيان|ماضيين|ماضيتين|فائت|فائتة|منصرم|منصرمة|سابق|سابقة|أخير|أخيرة|أخيرين|أخيرتين|مضى|خالي"
    let next = "مقبل|مقبلة|مقبلين|مقبلتين|قادم|قادمة|قادمين|قادمتين|تالي|تالية|جاي|جاية|آتي|آتية|لاحق"
    for word in last.split(separator: "|") { b.add([.last, .definite], "ال" + word) }
    b.number([.last, .definite], -2, "قبل الماضي|قبل الماضية|ما قبل الماضي|ما قبل الماضية")
    b.add(.last, "مضى|مضت|خلت|فات|فاتت|سابق|سابقة")
    for word in next.split(separator: "|") { b.add([.next, .definite], "ال" + word) }
    b.add(.next, "مقبل|مقبلة|قادم|قادمة")
    b.add([.this, .definite], "الحالي|الحالية|الجاري|الجارية|الراهن|الراهنة")
    particle(.this, "هذا|هذه|نفس") { _ in }
    b.add([.this, .prefixed], "بهذا|بهذه|لهذا|لهذه")
    particle(.before, "قبل|قبيل|منذ|من قبل|قبل نحو|منذ نحو|قبل حوالي|منذ حوالي")
    b.add(.before, "من")
    particle(.after, "بعد|بعيد|عقب|بعد نحو|بعد حوالي|في غضون|بعد مرور")
    b.add(.fromNow, "من الآن|من الان|ابتداء من الآن|من اليوم|من يومنا")
    particle(.contextDay, "بعدها ب|بعدئذ ب") { $0.offset = 0 }
    particle([.after, .that], "بعدها|بعد ذلك|بعده|تلاها|تلاه|لاحقا")
    particle([.before, .that], "قبلها|قبل ذلك|قبله")
    particle(.within, "خلال|في غضون|في خلال|على مدى|طوال|على مدار|طيلة|طول")
    particle([.at, .of], "في|بتاريخ|في تاريخ|بحلول|حتى|منذ|مطلع")
    b.add(.and, "و")
    particle(.to, "إلى|حتى|لغاية|الي|وحتى|حتي|إلى غاية|ولغاية|الى يوم")
    particle(
      .untilNow,
      "حتى الآن|حتى الان|إلى الآن|حتى اليوم|إلى اليوم|حتى يومنا هذا|إلى يومنا هذا|حتى اللحظة|وحتى الآن|وحتى اليوم|وإلى الآن"
        + "|حتى تاريخه|إلى الوقت الحاضر|وحتى يومنا هذا|وحتى اللحظة|حتى الساعة")
    particle(.from, "من|منذ|بدءا من|اعتبارا من|ابتداء من")
    particle(.between, "بين|ما بين|مابين|من بين")
    b.add(.of, "من|في|لعام|من عام|من سنة|من شهر|من الشهر|عام|سنة|شهر|لسنة|في عام|في سنة|من العام|لشهر|بشهر")
    b.add(.that, "ذلك|تلك|هذا|هذه")

    noun(.dayPart, "صباح|فجر|ضحى|سحر|صبيحة|نهار|غداة") { _ in }
    noun([.dayPart, .evening], "مساء|عصر|عشية|غروب|أمسية") { _ in }
    noun([.dayPart, .night], "ليل") { _ in }
    noun([.dayPart, .noon], "ظهر|ظهيرة") { _ in }
    plain(.dayPart, "صباحا|فجرا|ص|قبل ظهر|قبل الظهر") { _ in }
    plain([.dayPart, .evening], "مساءا|عصرا|م|بعد الظهر|بعد ظهر|مساءً") { _ in }
    plain([.dayPart, .noon], "ظهرا") { _ in }
    plain([.dayPart, .night], "ليلا|منتصف ليل|منتصف الليل|ساعة متأخرة من ليل|وقت متأخر من ليل|وقت متأخر من مساء") { _ in
    }
    particle(.clock, "الساعة|عند الساعة|في الساعة|في تمام الساعة|على الساعة|تمام الساعة|نحو الساعة|حوالي الساعة")

    b.add(.eraGregorian, "م|ميلادي|ميلادية|للميلاد|الميلادي|الميلادية|ميلاديا")
    b.add(.eraSolar, "هجري شمسي|ه ش|هـ ش|هـ . ش|ه . ش|ه ش .|شمسي|هش|شمسية|هجرية شمسية|الشمسي|ه . ش .")
    b.add(.eraLunar, "ه|هجري قمري|قمري|هجرية|هجري|للهجرة|الهجري|الهجرية|هجريا")
    particle(.equals, "الموافق|الموافق ل|الموافق لـ|موافق|المصادف|المصادف ل|يوافق|الموافقة|الموافق فيه")
    b.add(.equals, "للموافق")

    particle(.early, "أوائل|مطلع|بدايات") { _ in }
    particle(.middle, "منتصف|أواسط|نصف|نص|وسط") { _ in }
    particle(.late, "أواخر|نهايات") { _ in }
    particle(.beginning, "بداية|مستهل|أول|مطلع|غرة") { _ in }
    particle(.ending, "نهاية|ختام|آخر") { _ in }
    for word in ["أوائل", "أواخر", "منتصف", "أواسط", "بداية", "نهاية", "مطلع"] {
      let role: Roles =
        switch word {
        case "أوائل": .early
        case "أواخر": .late
        case "منتصف", "أواسط": .middle
        case "نهاية": .ending
        default: .beginning
        }
      b.add([role, .prefixed], "ب" + word)
      b.add([role, .prefixed], "ل" + word)
    }
    noun(.quarter, "ربع") { _ in }
    noun(.half, "نصف") { _ in }
    noun(.seasonWord, "فصل|موسم") { _ in }
    for (season, words) in [(1, "ربيع"), (2, "صيف"), (3, "خريف"), (4, "شتاء")] {
      noun(.season, words) { $0.offset = season }
    }
    for (tens, stem) in [
      (20, "عشرين"), (30, "ثلاثين"), (40, "أربعين"), (50, "خمسين"), (60, "ستين"), (70, "سبعين"), (80, "ثمانين"),
      (90, "تسعين"),
    ] { noun(.decade, "\(stem)يات|\(stem)ات") { $0.offset = tens } }
    particle(.dateWord, "بتاريخ|تاريخ|المؤرخ|في تاريخ")
    particle(.several, "عدة|بضع|بضعة|عدد من|كم")
    particle(.every, "كل")
    b.add(.times, "مرة|مرات|مرتين")
    particle(.now, "الآن|الان|حاليا")
    particle(.final, "آخر|الأخير|الأخيرة")
    particle(.future, "سوف|لن|ستكون|سيكون|المقرر|سيتم|ستتم|المقررة|المرتقب|المتوقع|يعتزم")
    noun(.named, "شارع|ميدان|ساحة|جسر|مدينة|حي|حركة|مستشفى|محطة|ملعب|مسجد|قناة|كتيبة|لواء|مقهى|منتزه")
    particle(.about, "نحو|حوالي|قرابة|زهاء|حوالى|قبيل")

    particle(.holiday, "عيد النوروز|النوروز|نوروز") { $0.offset = 1 }
    particle(.holiday, "عيد الفطر|عيد الفطر المبارك") { $0.offset = 2 }
    particle(.holiday, "عيد الأضحى|عيد الأضحى المبارك|عيد الاضحي") { $0.offset = 3 }
    particle(.holiday, "عاشوراء|يوم عاشوراء") { $0.offset = 4 }
    particle(.holiday, "أربعين الحسين|أربعينية الحسين") { $0.offset = 5 }
    particle(.holiday, "رأس السنة الهجرية|السنة الهجرية الجديدة|رأس السنة الهجريه") { $0.offset = 6 }
    particle(.holiday, "المولد النبوي|المولد النبوي الشريف|عيد المولد النبوي") { $0.offset = 7 }
    particle(.holiday, "عيد الميلاد|عيد الميلاد المجيد|الكريسماس|كريسماس|الكريسمس|كريسمس") { $0.offset = 8 }
    particle(.holiday, "رأس السنة|رأس السنة الميلادية|عيد رأس السنة|رأس السنة الجديدة") { $0.offset = 9 }
    particle(.holiday, "عيد الفصح|عيد القيامة") { $0.offset = 11 }
    particle(.holiday, "عيد العمال") { $0.offset = 15 }
    particle(.holiday, "يوم عرفة|وقفة عرفة") { $0.offset = 19 }
    particle(.holiday, "الإسراء والمعراج") { $0.offset = 22 }
    particle(.holiday, "ليلة النصف من شعبان|النصف من شعبان") { $0.offset = 24 }
    for word in ["عيد الأضحى", "عيد الفطر", "عيد الميلاد", "عيد الفصح", "عاشوراء", "رأس السنة"] {
      let number =
        ["عيد الأضحى": 3, "عيد الفطر": 2, "عيد الميلاد": 8, "عيد الفصح": 11, "عاشوراء": 4, "رأس السنة": 9][word] ?? 0
      b.number(.holiday, number, "ب" + word + "|ل" + word)
    }
    return b
  }
}

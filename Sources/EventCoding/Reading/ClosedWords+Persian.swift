import ArabicScript
import NewsEvents

extension ClosedWords {
  private static func persian(_ words: String) -> WordSet { WordSet(words, .persian) }

  static let persianPassive = persian(
    """
    شد شدند شده شدهاند می‌شود می‌شوند شود شوند گردید گردیدند گشت گشتند میشود میشوند
    """)
  /// Nouns of fighting, which take با as meeting does.
  static let persianFights = persian("مبارزه مقابله برخورد رویارویی مخالفت نبرد ستیز")
  static let persianFrom = persian("از")
  static let persianIn = persian("در")
  static let persianWillNot = persian("نخواهد نخواهند نخواهیم نخواهم")
  static let persianReport = persian("گزارش خبرنگار خبرگزاری نوشته")
  /// What parts a noun from an ezafe: also, too, times.
  static let persianParting = persian("همچنین نیز هم تا ضمن بار")
  /// What governs a noun so that it is no predicate: برای حمله … کرد. «به» is left out: اقدام به حمله کرد.
  static let persianGoverning = persian("برای از با در بدون علیه")
  static let persianIndicative = persian("دارد دارم داریم دارند دارید ندارد نداریم ندارند")
  /// Nouns that make a predicate with the verb after them and report no event.
  static let persianVerbNouns = persian(
    """
    وجود قرار انجام صورت نشان خبر ادامه پایان نظر حضور نقش اختیار دست پی عهده استفاده معرفی اعلام عنوان آغاز شرکت تاکید تأکید
    اشاره مطرح بررسی تصریح بیان
    """)
  static let persianPredicates = persian("کشته زخمی مجروح شهید دستگیر بازداشت محکوم اخراج تخریب منهدم ربوده")
  /// Predicates whose complement may be an event's noun: خواستار آزادی … شد.
  static let persianWanting = persian("خواستار خواهان")
  static let persianResponsibility = persian("مسئولیت مسوولیت مسؤولیت")
  static let persianTaking = persian("گرفت گرفته گرفتند پذیرفت پذیرفته پذیرفتند")
  /// Past stems that are nouns as well.
  static let persianVerbalNouns = persian("نشست خواست")
  /// Meetings and journeys that take از for the place: دیدار از اصفهان.
  static let persianVisits = persian("دیدار دیداری بازدید بازدیدی سفر سفری")
  static let persianMust = persian("باید نباید بایستی نبایستی")
  static let persianBe = persian("باشد باشند باشیم باشم")
  /// The endings of a plural in ها, with an ezafe or indefinite.
  static let persianPlurals: [[UInt8]] = [
    [LetterCode.heh, LetterCode.alef], [LetterCode.heh, LetterCode.alef, LetterCode.yeh],
    [LetterCode.heh, LetterCode.alef, LetterCode.yeh, LetterCode.yeh],
  ]
  static let persianThis = persian("این همین آن همان")
  static let persianDemonstrative = persian("این آن یک برخی بعضی چند بسیاری هر")
  /// Nouns whose clause says what is claimed.
  static let persianClaims = persian("ادعا ادعای مطلب خبر شایعه گزارش موضوع اینکه ادعاها")
  /// After "this" these make an adverb.
  static let persianPeriods = persian(
    """
    روز روزها هفته ماه سال شب زمان مدت حال حالت میان بار باره رابطه زمینه خصوص صورت وجود گزارش منظور ترتیب جهت اساس
    پایه راستا میانه اثنا عین
    """)
}

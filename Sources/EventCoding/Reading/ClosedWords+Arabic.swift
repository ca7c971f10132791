import ArabicScript
import NewsEvents

extension ClosedWords {
  private static func arabic(_ words: String) -> WordSet { WordSet(words, .arabic) }

  /// أنه, أنهم: the pronoun is the subject.
  static let arabicAircraft = arabic("طائرة الطائرة طائرات الطائرات بطائرة بطائرات وطائرات طائرتان طائرتين")
  static let arabicDrones = arabic("مسيرات المسيرات بمسيرات بالمسيرات مسيرة بمسيرة")
  static let arabicInstruments = arabic("برصاص برصاصة برصاصات بنيران بالرصاص")
  static let arabicResponsibility = arabic("مسؤولية مسؤوليتها مسؤوليته المسؤولية مسئولية مسئوليتها مسئوليته المسئولية")
  static let arabicThatPronoun = arabic("أنه أنها أنهم بأنه بأنها بأنهم إنه إنها إنهم")
  /// The first word of a ministry's name, with the article or a preposition written on it.
  static let ministry = arabic("وزارة الوزارة ووزارة والوزارة لوزارة للوزارة بوزارة بالوزارة")
  /// Calls it: وصفه بـ, أسمته بـ.
  static let arabicCalling = arabic(
    """
    وصف وصفت وصفه وصفها وصفته وصفتها وصفوه أسماه أسماها أسمته أسمتها سماه سماها سمته يصفه يصفها تصفه تصفها
    """)
  static let arabicInternational = arabic("الدولية الأوروبية العربية الإفريقية")
  static let arabicMasculineRelative = arabic("الذي والذي")
  static let arabicFeminineRelative = arabic("التي والتي")
  static let arabicBe = arabic("يكون تكون يكونوا")
  static let arabicAnniversary = arabic("ذكرى الذكرى ذكراه لذكرى بذكرى للذكرى")
  static let arabicOn = arabic("على")
  /// Any: أي هجوم.
  static let arabicAny = arabic("أي")
  /// Verbs that with a negation say that something goes on: لا يزال, ما زال, ما انفك.
  static let arabicCease = arabic("يزال تزال يزالون يزالوا زال زالت زالوا انفك انفكت فتئ يفتأ برح يبرح")
  /// قد before a verb.
  static let arabicMay = arabic("قد وقد فقد")
  /// أن and إن without a pronoun: a noun follows and is the subject.
  static let arabicThat = arabic("أن إن بأن وأن وإن فإن لأن كأن")
  static let arabicPerhaps = arabic("ربما وربما لعل ولعل فلعل فربما")
  /// But, except.
  static let arabicExcept = arabic("إلا سوى")
  /// Prepositions with a pronoun, which takes up what a relative clause is about: التي تسيطر عليها الهند.
  static let arabicResumptive = arabic(
    """
    عليها عليه عليهم عليهما فيها فيه فيهم منها منه منهم بها به بهم لها له لهم عنها عنه عنهم إليها إليه إليهم معها معه
    معهم ضدها ضده ضدهم بينها بينهم خلالها خلاله حولها حوله
    """)
  /// Things and acts, which are no subject of a verb of doing or saying: انتقد دخول الجيش.
  static let arabicThings = arabic(
    """
    دخول خروج قرار قرارات مشروع مشاريع مقترح مقترحات طلب فكرة خطة خطط قيام تصريحات تصريح اتهامات سياسة سياسات موقف مواقف
    عودة وجود محاولة محاولات استخدام إجراء إجراءات قانون قوانين إرسال تدخل استمرار غياب أداء دور سلوك تعامل طريقة نتائج
    صمت تقاعس فشل توسيع إقامة بناء إدخال نشر تعيين اعتماد إقصاء تهميش رد ردود
    """)
  /// What says something by itself.
  static let arabicDocuments = arabic(
    """
    رسالة رسائل بيان بيانا قرار قرارا تقرير تقريرا عريضة وثيقة مذكرة نداء مقال مقالا مقالة تغريدة لافتات شعارات
    لائحة
    """)
  /// Prepositions that belong to a verb: طلب من.
  static let arabicVerbParticles = arabic("من إلى على عن في مع ب")
}

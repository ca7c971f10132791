import ArabicScript
import Lexicons
import NewsEvents

/// What the coder derives from a lexicon once: classes of markers, frames as word hashes, closed word classes.
final class CoderTables: Sendable {
  /// Where a party stands, with literal markers as their words' hashes.
  enum Slot: Sendable, Hashable {
    case subject, object, genitive, adjective
    case marker(WordPhrase)
    /// An Arabic one-letter preposition, written on the noun.
    case clitic(Affixes)
  }

  struct Frame: Sendable, Hashable {
    var agent: [Slot] = []
    var recipient: [Slot] = []
  }

  struct Trigger: Sendable {
    var type: EventType
    var mode: String?
    var contexts: [String]
    var status: EventStatus?
    var mutual: Bool
    var weight: Int
    /// By language: ar, fa, ur.
    var frames: [Frame]
    /// The event is somebody's death.
    var isKilling: Bool
    /// Calling home one's ambassador, or calling in another's.
    var isRecall: Bool
    /// A warning, which threatens only when somebody is warned.
    var isWarning: Bool
    /// Thanks, praise, congratulation or condolence: politics only between countries.
    var isCourtesy: Bool
    /// Taking somebody's post away, or putting somebody out.
    var isDismissal: Bool
    /// Its unvowelled Arabic verb is as often a passive: قتل.
    var mayBePassive: Bool
  }

  let lexicon: Lexicon
  let markerClass: [MarkerClass?]
  /// Page cues by language and first letter.
  let cues: [[UInt8: [CueEntry]]]
  let triggers: [Trigger]
  /// First word → phrases that govern a noun phrase in some frame, longest first; by language.
  let governors: [WordTable<[Governor]>]
  let words: [ClosedWords]
  let entities: EntityTables

  /// A phrase that governs a noun phrase in some frame.
  struct Governor: Sendable {
    var words: [UInt64]
    var phrase: WordPhrase
  }

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    cues = CoderTables.languages.map { language in
      Dictionary(grouping: lexicon.cues.filter { $0.language == language && !$0.prefix.isEmpty }) { $0.prefix[0] }
    }
    markerClass = lexicon.markers.map { MarkerClass.byName[$0.class] }
    var governing = [Set<[UInt64]>](repeating: [], count: 3)
    triggers = lexicon.triggers.map { entry in
      var frames: [Frame] = []
      for (n, language) in CoderTables.languages.enumerated() {
        let frame = entry.frames[language.rawValue]
        let agent = (frame?.agent ?? []).map { CoderTables.slot($0, language) }
        let recipient = (frame?.recipient ?? []).map { CoderTables.slot($0, language) }
        for slot in (frame?.agent ?? []) + (frame?.recipient ?? []) {
          if let words = CoderTables.governor(slot, language) { governing[n].insert(words) }
        }
        frames.append(Frame(agent: agent, recipient: recipient))
      }
      return Trigger(
        type: EventType(rawValue: entry.type) ?? .consult, mode: entry.mode, contexts: entry.contexts,
        status: entry.status.flatMap { EventStatus(rawValue: $0) }, mutual: entry.mutual, weight: entry.weight,
        frames: frames, isKilling: CoderTables.contains(entry.id, "kill"), isRecall: entry.id.hasSuffix("recall"),
        isWarning: entry.id.hasSuffix("warn"),
        isCourtesy: ["support-praise", "support-congratulate"].contains { $0.utf8.elementsEqual(entry.id.utf8) },
        isDismissal: entry.id.utf8.elementsEqual("sanction-expel".utf8),
        mayBePassive: CoderTables.violence.contains { CoderTables.contains(entry.id, $0) })
    }
    entities = EntityTables(lexicon)
    governors = governing.map { set in
      WordTable(
        Dictionary(grouping: set.filter { !$0.isEmpty }) { $0[0] }.map { first, phrases in
          let order = phrases.sorted { a, b in
            a.count != b.count ? a.count > b.count : a.lexicographicallyPrecedes(b)
          }
          return (hash: first, value: order.map { Governor(words: $0, phrase: WordPhrase($0)) })
        })
    }
    words = CoderTables.languages.map { ClosedWords($0) }
  }

  private static let violence = [
    "kill", "abduct", "shoot", "injur", "arrest", "detain", "behead", "assassin", "execute",
  ]

  private static func contains(_ id: String, _ part: String) -> Bool {
    let id = Array(id.utf8), part = Array(part.utf8)
    return id.indices.contains { id[$0...].starts(with: part) }
  }

  static let languages: [Language] = [.arabic, .persian, .urdu]

  static func index(_ language: Language) -> Int {
    switch language {
    case .arabic: 0
    case .persian: 1
    case .urdu: 2
    }
  }

  static func hashes(_ phrase: String, _ language: Language) -> [UInt64] {
    let text = AnalyzedText(phrase, language: language)
    return text.tokens.filter { $0.kind != .lineBreak }.map(\.hash)
  }

  private static let genitives = ["کا", "کے", "کی"]

  private static func slot(_ slot: RoleSlot, _ language: Language) -> Slot {
    switch slot {
    case .subject: return .subject
    case .object: return .object
    case .genitive: return .genitive
    case .adjective: return .adjective
    case .marker(let text):
      if language == .urdu, genitives.contains(where: { $0.utf8.elementsEqual(text.utf8) }) { return .genitive }
      if language == .arabic, text.unicodeScalars.count == 1 {
        return .clitic(text == "ب" ? .bi : text == "ل" ? .li : .ka)
      }
      return .marker(WordPhrase(hashes(text, language)))
    }
  }

  /// The words of a slot that a phrase of its own marks.
  private static func governor(_ slot: RoleSlot, _ language: Language) -> [UInt64]? {
    guard case .marker(let text) = slot, case .marker = self.slot(slot, language) else { return nil }
    return hashes(text, language)
  }
}

/// Small closed classes of one language that the grammar below names one by one.
final class ClosedWords: Sendable {
  let and: WordSet
  let genitive: WordSet
  /// The Urdu agent marker نے, the Persian object marker را, the Urdu کو.
  let ergative: WordSet
  let accusative: WordSet
  let complementizer: WordSet
  let relative: WordSet
  /// Words that close a verb group after a participle or stem.
  let auxiliary: WordSet
  /// Words that may follow a finite verb and start the next clause.
  let subordinator: WordSet
  let notBefore: WordSet
  /// Arabic particles of a negated or future verb.
  let future: WordSet
  let negation: WordSet
  let participleEnd: WordSet
  /// Nouns before the name of a place: city, province, village.
  let placeNoun: WordSet
  /// Verb forms that are also written like a name: کرد.
  let verbs: WordSet
  /// Nouns of quantity and the word that joins them to what is counted: عدد من, تعدادی از.
  let quantity: WordSet
  let of: WordSet
  /// Words between a member and its body: ضابط في الشرطة, عضو در.
  let member: WordSet

  init(_ language: Language) {
    func set(_ words: String) -> WordSet { WordSet(words, language) }
    switch language {
    case .persian:
      and = set("و")
      genitive = []
      ergative = []
      accusative = set("را")
      complementizer = set("که")
      relative = set("که")
      auxiliary = set("است بود اند باشد باشند بودند شد شده بوده خواهد خواهند")
      subordinator = set("که و اما ولی تا زیرا چون اگر وقتی چراکه")
      notBefore = set("از به با در بر برای تا")
      future = set("خواهد خواهند خواهیم خواهم نخواهد نخواهند نخواهیم نخواهم")
      negation = set("نه نیست نبود عدم بدون")
      participleEnd = []
      verbs = set("کرد کردند داد گفت شد")
      quantity = set("تعدادی شماری برخی بسیاری گروهی یکی دسته‌ای جمعی عده‌ای بعضی هزاران صدها ده‌ها")
      of = set("از")
      member = set("در از")
      placeNoun = set("شهر شهرستان استان روستای منطقه بندر شهرک ولایت اردوگاه جزیره")
    case .arabic:
      and = set("و أو")
      genitive = []
      ergative = []
      accusative = []
      complementizer = set("أن إن بأن أنه أنها أنهم أنهما بأنه بأنها إنه إنها إنهم إنهما وأن وإن فإن لأن كأن")
      relative = set("الذي التي الذين اللذان اللذين اللتان اللتين اللواتي اللاتي والذي والتي والذين")
      auxiliary = set("كان كانت قد لم لن لا سوف يكون تكون ولم ولن ولا وقد فقد وسوف")
      subordinator = set(
        "حيث بينما فيما إذ مما لكن ولكن حين عندما بعدما وبينما وفيما وحيث كما ثم غير إلا بيد ولو لو إذا حسبما وفقا")
      notBefore = set("في من على إلى عن مع بعد قبل إثر عقب خلال منذ بين ضد لدى عبر نحو دون أثناء إزاء جراء بسبب نتيجة")
      future = set("سوف لن وسوف فسوف ولن فلن")
      negation = set("لا لم لن ليس ليست دون بدون عدم ما غير ولم ولن ولا فلم فلن فلا وليس وليست")
      participleEnd = []
      verbs = []
      quantity = set(
        """
        عدد عددا مجموعة عشرات مئات آلاف العشرات المئات الآلاف بعض كثير كثيرا العديد كل أحد إحدى واحد واحدا اثنين اثنان \
        وعدد ومجموعة وعشرات ومئات أكثر نحو أغلب معظم غالبية كبير كبيرا كبيرة
        """.split(separator: "\n").joined(separator: " "))
      of = set("من")
      member = set("في من ب")
      placeNoun = set(
        "مدينة محافظة ولاية قرية بلدة منطقة إقليم مخيم ميناء قضاء حي جزيرة مديرية بمدينة بمحافظة بلدتي مدينتي")
    case .urdu:
      and = set("اور و")
      genitive = set("کا کے کی")
      ergative = set("نے")
      accusative = set("کو")
      complementizer = set("کہ")
      relative = set("جس جن جو جنہوں جسے جنہیں جب جبکہ")
      auxiliary = set(
        """
        ہے ہیں تھا تھی تھے تھیں گا گے گی ہوں ہو گیا گئی گئے گئیں جاتا جاتی جاتے جائے جائیں جا رہا رہی رہے چکا چکی \
        چکے دیا دی دیے دئیے دئے لیا لی لیے ہوا ہوئی ہوئے ہوئیں سکتا سکتے سکتی سکا سکے سکی پائے پایا آیا آئے آئی
        """.split(separator: "\n").joined(separator: " "))
      subordinator = set("کہ اور جبکہ لیکن تاہم مگر جس جو جن کیونکہ تاکہ اگر جب تو چنانچہ حالانکہ")
      notBefore = []
      future = set("گا گے گی")
      negation = set("نہیں نہ مت بغیر عدم")
      participleEnd = set("ہوئے کر کرکے")
      verbs = set("کر کرد کی کے")
      quantity = []
      of = []
      member = []
      placeNoun = set("شہر ضلع صوبہ صوبے علاقے علاقہ گاؤں تحصیل قصبے ریاست وادی")
    }
  }
}

extension ClosedWords {
  private static func urdu(_ words: String) -> WordSet { WordSet(words, .urdu) }

  /// Finite endings of an Urdu verb group.
  static let urduCopula = urdu("ہے ہیں تھا تھی تھے تھیں گا گے گی ہوں")
  static let urduParticiple = WordHash.of(FoldedText.key("ہوئے", language: .urdu))
}

extension ClosedWords {
  static let persianPassive: WordSet = WordSet(
    "شد شدند شده شدهاند می‌شود می‌شوند شود شوند گردید گردیدند گشت گشتند میشود میشوند", .persian)
  static let urduPassive = urdu("گیا گئی گئے گئیں جاتا جاتی جاتے جائے جائیں جا")
  /// Verbs that stand with جانا without being passive: ہو گیا, آ گیا, پہنچ گیا, بن گیا.
  static let urduIntransitive = urdu("ہو آ پہنچ بن مر گر چل نکل بیٹھ رہ مل لگ")
}

extension ClosedWords {
  /// "Own": خود, اپنے.
  static let own: [Language: WordSet] = [
    .persian: WordSet("خود خویش", .persian),
    .urdu: urdu("اپنے اپنی اپنا"),
  ]

  /// The first word of epithets such as رژیم صهیونیستی.
  static let regime = WordSet(
    [("رژیم", Language.persian), ("الكيان", .arabic), ("صہیونی", .urdu)].map {
      WordHash.of(FoldedText.key($0.0, language: $0.1))
    })
}

extension ClosedWords {
  /// Postpositions after a name.
  static let urduCases = urdu("نے پر میں سے کا کی کے اور")
  static let urduIn = urdu("میں")
  static let persianIn = WordSet("در", .persian)
  static let persianWillNot = WordSet("نخواهد نخواهند نخواهیم نخواهم", .persian)
  static let persianReport = WordSet("گزارش خبرنگار خبرگزاری نوشته", .persian)
  /// What parts a noun from an ezafe: also, too, times.
  static let persianParting = WordSet("همچنین نیز هم تا ضمن بار", .persian)
  /// What governs a noun so that it is no predicate: برای حمله … کرد. «به» is left out: اقدام به حمله کرد.
  static let persianGoverning = WordSet("برای از با در بدون علیه", .persian)
  /// Postpositions written in one word: کیخلاف is کے خلاف.
  static let urduJoined = WordTable<WordPhrase>(
    [
      ("کیخلاف", "کے خلاف"), ("کیساتھ", "کے ساتھ"), ("کیلئے", "کے لیے"), ("کیلیے", "کے لیے"), ("کےلیے", "کے لیے"),
      ("کےلئے", "کے لیے"), ("کےخلاف", "کے خلاف"), ("کےساتھ", "کے ساتھ"), ("کےدرمیان", "کے درمیان"),
      ("کےہاتھوں", "کے ہاتھوں"),
    ].map { joined, apart in
      (WordHash.of(FoldedText.key(joined, language: .urdu)), WordPhrase(CoderTables.hashes(apart, .urdu)))
    })
  static let urduTime = urdu("وقت دوران بعد")
}

extension ClosedWords {
  static let persianIndicative: WordSet = WordSet(
    "دارد دارم داریم دارند دارید ندارد نداریم ندارند", .persian)
}

extension ClosedWords {
  /// Nouns that make a predicate with the verb after them and report no event.
  static let persianVerbNouns: WordSet = WordSet(
    "وجود قرار انجام صورت نشان خبر ادامه پایان نظر حضور نقش اختیار دست پی عهده استفاده معرفی اعلام عنوان آغاز شرکت",
    .persian)
}

extension ClosedWords {
  /// Trades of people who speak for nobody but themselves.
  static let trades: WordSet = {
    let persian = """
      بازیگر بازیگران خواننده خوانندگان کارگردان فیلمساز هنرمند هنرمندان نویسنده شاعر ورزشکار ورزشکاران بازیکن \
      فوتبالیست کشتی‌گیر مربی داور پژوهشگر پژوهشگران محقق محققان دانشمند دانشمندان پزشک پزشکان استاد کارشناس \
      کارشناسان تحلیلگر تحلیلگران شرکت گردشگر گردشگران دانشجو دانشجویان کارگر زن مرد جوان
      """
    let urdu = """
      اداکار اداکارہ اداکاروں گلوکار گلوکارہ ہدایتکار ہدایت ماڈل فنکار فنکاروں لیجنڈ کھلاڑی کھلاڑیوں بولر بیٹر کپتان \
      کرکٹر کرکٹرز بلے ایتھلیٹ سائنسدان سائنسدانوں ماہرین ڈاکٹر ڈاکٹروں مصنف شاعر ٹک یوٹیوبر سیاح سیاحوں طالب خاتون \
      نوجوان شہری فلم فلمساز اسٹار سپر ویٹر
      """
    return WordSet(
      [(Language.persian, persian), (.urdu, urdu)].flatMap { language, words in
        words.split(separator: " ").map { WordHash.of(FoldedText.key(String($0), language: language)) }
      })
  }()
}

extension ClosedWords {
  /// One, several, and the word after a number of people.
  static let one = WordSet(
    [("یک", Language.persian), ("چند", .persian), ("نفر", .persian), ("ایک", .urdu), ("مزید", .urdu), ("متعدد", .urdu)]
      .map { WordHash.of(FoldedText.key($0.0, language: $0.1)) })

  /// Words of losing one's life.
  static let neutralDeaths = WordSet(
    [
      ("جان", Language.persian), ("جان‌باخته", .persian), ("جان‌باختن", .persian), ("فوت", .persian), ("جاں", .urdu),
      ("دم", .urdu), ("جان", .urdu), ("لقمہ", .urdu), ("چل", .urdu), ("انتقال", .urdu), ("موت", .urdu),
    ].map { WordHash.of(FoldedText.key($0.0, language: $0.1)) })

  /// The last words of predicates that are never the subject or object of a clause.
  static let urduPredicates = urdu(
    "ہلاک شہید بحق زخمی گرفتار اغوا مسترد معطل عائد منظور ملتوی منسوخ نافذ بحال تباہ بدر نظربند برطرف")
  static let persianPredicates = WordSet("کشته زخمی دستگیر بازداشت محکوم اخراج تخریب منهدم ربوده", .persian)
}

extension ClosedWords {
  /// Years and months as a time over which something goes on.
  static let longTimes: WordSet = {
    var out: Set<UInt64> = []
    for (language, list) in [
      (Language.urdu, "برسوں سالوں مہینوں دہائیوں"),
      (Language.arabic, "السنوات الأعوام الأشهر الشهور العقود"),
      (.persian, "سال‌های سالهای سال ماه‌های ماههای ماه دهه‌های دهه"),
    ] {
      for word in list.split(separator: " ") {
        out.insert(WordHash.of(FoldedText.key(String(word), language: language)))
      }
    }
    return WordSet(out)
  }()
}

extension ClosedWords {
  /// Hundreds, thousands, crowds.
  static let crowdNumbers: WordSet = {
    var out: Set<UInt64> = []
    for (language, list) in [
      (Language.urdu, "سینکڑوں ہزاروں درجنوں لاکھوں بڑی"),
      (Language.arabic, "مئات المئات آلاف الآلاف عشرات العشرات حشد حشود جموع ألف ألوف"),
      (.persian, "صدها هزاران ده‌ها انبوه جمعی شماری"),
    ] {
      for word in list.split(separator: " ") {
        out.insert(WordHash.of(FoldedText.key(String(word), language: language)))
      }
    }
    return WordSet(out)
  }()
}

extension ClosedWords {
  /// أنه, أنهم: the pronoun is the subject.
  static let arabicThatPronoun = WordSet(
    "أنه أنها أنهم بأنه بأنها بأنهم إنه إنها إنهم".split(separator: " ").map {
      WordHash.of(FoldedText.key(String($0), language: .arabic))
    })
  /// The first word of a ministry's name, with the article or a preposition written on it.
  static let ministry = WordSet(
    "وزارة الوزارة ووزارة والوزارة لوزارة للوزارة بوزارة بالوزارة".split(separator: " ").map {
      WordHash.of(FoldedText.key(String($0), language: .arabic))
    })
  /// Calls it: وصفه بـ, أسمته بـ.
  static let arabicCalling = WordSet(
    "وصف وصفت وصفه وصفها وصفته وصفتها وصفوه أسماه أسماها أسمته أسمتها سماه سماها سمته يصفه يصفها تصفه تصفها".split(
      separator: " "
    ).map { WordHash.of(FoldedText.key(String($0), language: .arabic)) })
  static let arabicBe = WordSet(
    "يكون تكون يكونوا".split(separator: " ").map { WordHash.of(FoldedText.key(String($0), language: .arabic)) })
  static let arabicAnniversary = WordSet(
    "ذكرى الذكرى ذكراه لذكرى بذكرى للذكرى".split(separator: " ").map {
      WordHash.of(FoldedText.key(String($0), language: .arabic))
    })
  static let arabicOn = WordSet([WordHash.of(FoldedText.key("على", language: .arabic))])
  /// Any: أي هجوم.
  static let arabicAny = WordSet([WordHash.of(FoldedText.key("أي", language: .arabic))])
  /// Verbs that with a negation say that something goes on: لا يزال, ما زال, ما انفك.
  static let arabicCease = WordSet(
    "يزال تزال يزالون يزالوا زال زالت زالوا انفك انفكت فتئ يفتأ برح يبرح".split(separator: " ").map {
      WordHash.of(FoldedText.key(String($0), language: .arabic))
    })
  /// قد before a verb.
  static let arabicMay = WordSet(
    "قد وقد فقد".split(separator: " ").map { WordHash.of(FoldedText.key(String($0), language: .arabic)) })
  /// أن and إن without a pronoun: a noun follows and is the subject.
  static let arabicThat = WordSet(
    "أن إن بأن وأن وإن فإن لأن كأن".split(separator: " ").map {
      WordHash.of(FoldedText.key(String($0), language: .arabic))
    })
}

extension ClosedWords {
  private static func arabic(_ words: String) -> WordSet {
    WordSet(words.split(separator: " ").map { WordHash.of(FoldedText.key(String($0), language: .arabic)) })
  }

  static let arabicPerhaps = arabic("ربما وربما لعل ولعل فلعل فربما")
  /// But, except.
  static let arabicExcept = arabic("إلا سوى")
  static let persianMust = WordSet("باید نباید بایستی نبایستی", .persian)
  static let persianBe = WordSet("باشد باشند باشیم باشم", .persian)
  /// Prepositions with a pronoun, which takes up what a relative clause is about: التي تسيطر عليها الهند.
  static let arabicResumptive = arabic(
    """
    عليها عليه عليهم عليهما فيها فيه فيهم منها منه منهم بها به بهم لها له لهم عنها عنه عنهم إليها إليه إليهم معها معه \
    معهم ضدها ضده ضدهم بينها بينهم خلالها خلاله حولها حوله
    """)
  /// Things and acts, which are no subject of a verb of doing or saying: انتقد دخول الجيش.
  static let arabicThings = arabic(
    """
    دخول خروج قرار قرارات مشروع مشاريع مقترح مقترحات طلب فكرة خطة خطط قيام تصريحات تصريح اتهامات سياسة سياسات موقف مواقف \
    عودة وجود محاولة محاولات استخدام إجراء إجراءات قانون قوانين إرسال تدخل استمرار غياب أداء دور سلوك تعامل طريقة نتائج \
    صمت تقاعس فشل توسيع إقامة بناء إدخال نشر تعيين اعتماد إقصاء تهميش رد ردود
    """)
  /// What says something by itself.
  static let arabicDocuments = arabic(
    "رسالة رسائل بيان بيانا قرار قرارا تقرير تقريرا عريضة وثيقة مذكرة نداء مقال مقالا مقالة تغريدة لافتات شعارات لائحة")
  /// Prepositions that belong to a verb: طلب من.
  static let arabicVerbParticles = arabic("من إلى على عن في مع ب")
}

extension ClosedWords {
  /// What a state or its people have abroad: X کے سفارت خانے is hit, and X with it.
  static let urduOwned = urdu(
    """
    سفارت سفارتخانے سفارتخانہ سفارتخانوں سفارتی قونصل قونصلیٹ قونصلیٹس فوجیوں فوجی فوج اہلکاروں اڈے اڈوں مفادات شہریوں \
    سفیر سفیروں تنصیبات مورچوں چوکی چوکیوں قافلے جہاز جہازوں
    """.split(separator: "\n").joined(separator: " "))
}

extension ClosedWords {
  static let persianDemonstrative = WordSet("این آن یک برخی بعضی چند بسیاری هر", .persian)
  /// Nouns whose clause says what is claimed.
  static let persianClaims = WordSet("ادعا ادعای مطلب خبر شایعه گزارش موضوع اینکه ادعاها", .persian)
  /// After "this" these make an adverb.
  static let persianPeriods = WordSet(
    "روز روزها هفته ماه سال شب زمان مدت حال حالت میان بار باره رابطه زمینه خصوص صورت وجود گزارش منظور ترتیب جهت اساس پایه",
    .persian)
}

extension ClosedWords {
  /// The noun of expressing something: تشویش کا اظہار.
  static let urduExpression = urdu("اظہار")
}

import ArabicScript
import NewsEvents

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
        عدد عددا مجموعة عشرات مئات آلاف العشرات المئات الآلاف بعض كثير كثيرا العديد كل أحد إحدى واحد واحدا اثنين اثنان
        وعدد ومجموعة وعشرات ومئات أكثر نحو أغلب معظم غالبية كبير كبيرا كبيرة
        """)
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
        ہے ہیں تھا تھی تھے تھیں گا گے گی ہوں ہو گیا گئی گئے گئیں جاتا جاتی جاتے جائے جائیں جا رہا رہی رہے چکا چکی
        چکے دیا دی دیے دئیے دئے لیا لی لیے ہوا ہوئی ہوئے ہوئیں سکتا سکتے سکتی سکا سکے سکی پائے پایا آیا آئے آئی
        """)
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

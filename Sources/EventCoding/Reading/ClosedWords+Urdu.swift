import ArabicScript
import NewsEvents

extension ClosedWords {
  private static func urdu(_ words: String) -> WordSet { WordSet(words, .urdu) }

  /// Finite endings of an Urdu verb group.
  static let urduCopula = urdu("ہے ہیں تھا تھی تھے تھیں گا گے گی ہوں")
  static let urduParticiple = WordHash.of("ہوئے", .urdu)
  static let urduPassive = urdu("گیا گئی گئے گئیں جاتا جاتی جاتے جائے جائیں جا")
  /// Verbs that stand with جانا without being passive: ہو گیا, آ گیا, پہنچ گیا, بن گیا.
  static let urduIntransitive = urdu(
    "ہو آ پہنچ بن مر گر چل نکل بیٹھ رہ مل لگ ہٹ بھاگ لوٹ کود پھٹ اتر پھیل رک جڑ بچ ٹوٹ بکھر")
  static let urduIntransitiveVerbs = urdu(
    """
    ہو ہوا ہوئی ہوئے ہوئیں آ آیا آئی آئے آئیں پہنچ پہنچا پہنچی پہنچے پہنچیں مر مرا مری مرے گر گرا گری گرے
    گیا گئی گئے نکل نکلا نکلی نکلے ہٹ ہٹا ہٹی ہٹے
    """)
  /// Postpositions after a name.
  static let urduCases = urdu("نے پر میں سے کا کی کے اور")
  static let urduResponsibility = urdu("ذمہ ذمے ذمہ‌داری")
  static let urduAccepting = urdu("قبول تسلیم")
  static let urduToDo = urdu("کرنے کرانے")
  static let urduStress = WordHash.of("زور", .urdu)
  static let urduIn = urdu("میں")
  /// Who does what the infinitive before it says: کرنے والا.
  static let urduDoer = urdu("والا والے والی والوں")
  /// Postpositions written in one word: کیخلاف is کے خلاف.
  static let urduJoined = WordTable<WordPhrase>(
    [
      ("کیخلاف", "کے خلاف"), ("کیساتھ", "کے ساتھ"), ("کیلئے", "کے لیے"), ("کیلیے", "کے لیے"), ("کےلیے", "کے لیے"),
      ("کےلئے", "کے لیے"), ("کےخلاف", "کے خلاف"), ("کےساتھ", "کے ساتھ"), ("کےدرمیان", "کے درمیان"),
      ("کےہاتھوں", "کے ہاتھوں"),
    ].map { joined, apart in
      (WordHash.of(joined, .urdu), WordPhrase(CoderTables.hashes(apart, .urdu)))
    })
  static let urduTime = urdu("وقت دوران بعد")
  /// The last words of predicates that are never the subject or object of a clause.
  static let urduPredicates = urdu(
    """
    ہلاک شہید بحق زخمی گرفتار اغوا مسترد معطل عائد منظور ملتوی منسوخ نافذ بحال تباہ بدر نظربند برطرف
    """)
  /// What a state or its people have abroad: X کے سفارت خانے is hit, and X with it.
  static let urduOwned = urdu(
    """
    سفارت سفارتخانے سفارتخانہ سفارتخانوں سفارتی قونصل قونصلیٹ قونصلیٹس فوجیوں فوجی فوج اہلکاروں اڈے اڈوں مفادات شہریوں
    سفیر سفیروں تنصیبات مورچوں چوکی چوکیوں قافلے جہاز جہازوں
    """)
  /// The noun of expressing something: تشویش کا اظہار.
  static let urduExpression = urdu("اظہار")
}

import ArabicScript
import NewsEvents

/// Words that are asked for without looking at the language first.
extension ClosedWords {
  /// "Own": خود, اپنے.
  static let directions = WordSet(
    ("شمالی جنوبی مشرقی مغربی وسطی", .urdu), ("شمال جنوب شرق غرب", .persian),
    ("شمال جنوب شرق غرب شمالي جنوبي شرقي غربي", .arabic)
  )
  /// What leads to whom a restriction is laid upon, by the index of the language.
  static let restrictedTo: [[UInt64]] = {
    var out = [[UInt64]](repeating: [], count: Language.allCases.count)
    for (language, word) in [(Language.persian, "به"), (.arabic, "إلى"), (.arabic, "على"), (.urdu, "پر")] {
      out[CoderTables.index(language)].append(WordHash.of(word, language))
    }
    return out
  }()
  static let own: [Language: WordSet] = [
    .persian: WordSet("خود خویش", .persian),
    .urdu: WordSet("اپنے اپنی اپنا", .urdu),
  ]
  /// The first word of epithets such as رژیم صهیونیستی.
  static let regime = WordSet(("رژیم", .persian), ("الكيان", .arabic), ("صہیونی", .urdu))
  /// Trades of people who speak for nobody but themselves.
  static let trades = WordSet(
    (
      """
      بازیگر بازیگران خواننده خوانندگان کارگردان فیلمساز هنرمند هنرمندان نویسنده شاعر ورزشکار ورزشکاران بازیکن
      فوتبالیست کشتی‌گیر مربی داور پژوهشگر پژوهشگران محقق محققان دانشمند دانشمندان پزشک پزشکان استاد کارشناس
      کارشناسان تحلیلگر تحلیلگران شرکت گردشگر گردشگران دانشجو دانشجویان کارگر زن مرد جوان
      """, .persian
    ),
    (
      """
      اداکار اداکارہ اداکاروں گلوکار گلوکارہ ہدایتکار ہدایت ماڈل فنکار فنکاروں لیجنڈ کھلاڑی کھلاڑیوں بولر بیٹر کپتان
      کرکٹر کرکٹرز بلے ایتھلیٹ سائنسدان سائنسدانوں ماہرین ڈاکٹر ڈاکٹروں مصنف شاعر ٹک یوٹیوبر سیاح سیاحوں طالب خاتون
      نوجوان شہری فلم فلمساز اسٹار سپر ویٹر
      """, .urdu
    ))
  /// Names of currencies that are told apart by their country.
  static let money = WordSet(
    ("دلار دلاری ریال افغانی لیر روپیه دینار درهم یوان روبل پوند", .persian),
    (
      """
      دولار دولارا دولارات جنيه جنيها جنيهات دينار دينارا دنانير ريال ريالا ريالات درهم درهما دراهم ليرة ليرات روبل روبية
      فرنك فرنكا كرونة يوان
      """, .arabic
    ),
    ("ڈالر ڈالرز ڈالروں روپے روپیہ روپیے روپوں ریال درہم دینار پاؤنڈ پاؤنڈز یوآن روبل لیرا کرنسی", .urdu))
  /// Relatives, and who speaks for somebody in court.
  static let kin = WordSet(
    ("برادر خواهر پدر مادر پسر دختر همسر خانواده بستگان داماد وکیل", .persian),
    (
      """
      شقيق شقيقة والد والدة نجل نجلة زوجة زوج أرملة عائلة أسرة أقارب صهر محامي محامية بشقيق لشقيق وشقيق والد بوالد لعائلة
      بعائلة وعائلة لأسرة بأسرة وأسرة بزوجة لزوجة وزوجة
      """, .arabic
    ),
    ("بھائی بہن والد والدہ بیٹے بیٹا بیٹی اہلیہ شوہر خاندان اہلخانہ داماد وکیل وکلا وکلاء", .urdu))
  /// One, several, and the word after a number of people.
  static let one = WordSet(("یک چند نفر", .persian), ("ایک مزید متعدد", .urdu))
  /// Words of losing one's life.
  static let neutralDeaths = WordSet(
    ("جان جان‌باخته جان‌باختن فوت", .persian), ("جاں دم جان لقمہ چل انتقال موت", .urdu))
  /// Years and months as a time over which something goes on.
  static let longTimes = WordSet(
    ("برسوں سالوں مہینوں دہائیوں", .urdu), ("السنوات الأعوام الأشهر الشهور العقود", .arabic),
    ("سال‌های سالهای سال ماه‌های ماههای ماه دهه‌های دهه", .persian))
  /// Hundreds, thousands, crowds.
  static let crowdNumbers = WordSet(
    ("سینکڑوں ہزاروں درجنوں لاکھوں بڑی", .urdu),
    ("مئات المئات آلاف الآلاف عشرات العشرات حشد حشود جموع ألف ألوف", .arabic),
    ("صدها هزاران ده‌ها انبوه جمعی شماری", .persian))
}

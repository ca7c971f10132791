import NewsEvents

/// A text with its language and the day of its article, as bytes: the first byte chooses both, the rest is the text.
struct LanguageInput {
  var text: String
  var language: Language
  var reference: Day?

  init(_ bytes: [UInt8]) {
    let choice = bytes.first ?? 0
    language = Language.allCases[Int(choice) % Language.allCases.count]
    reference = choice & 0x80 == 0 ? Day(year: 2024, month: 1, day: 29) : nil
    // Broken UTF-8 is refused before any text is read; here it is repaired, so that mutations reach the readers.
    text = String(decoding: bytes.dropFirst(), as: UTF8.self)
  }

  static func bytes(_ text: String, _ language: Language) -> [UInt8] {
    let index = Language.allCases.firstIndex(of: language) ?? 0
    return [UInt8(index)] + Array(text.utf8)
  }

  /// News sentences with quotes, numbers, dates, marks and scripts mixed.
  static let seeds: [[UInt8]] = [
    bytes("روز سه‌شنبه ۲۶ دی ۱۴۰۲ (۱۶ ژانویه ۲۰۲۴) «حمله» شد؛ دو روز بعد، ساعت ۱۸:۳۰، پاسخ دادند.", .persian),
    bytes("از ۱۵ تا ۲۰ بهمن‌ماه سال جاری، طی سه روز گذشته و نیمه دوم ۱۳۹۸.\nمورخ ۱۴۰۲/۱۱/۰۶", .persian),
    bytes("وقع الهجوم في 16 يناير/ كانون الثاني الجاري، وبعدها بيومين (الموافق 5 رجب 1445هـ).", .arabic),
    bytes("خلال الأشهر الثلاثة الماضية، من 3 إلى 9 فبراير؛ الساعة 05:16 مساءً بتوقيت غرينتش.", .arabic),
    bytes("گزشتہ ہفتے منگل کے روز 16 جنوری 2024ء بمطابق 4 رجب المرجب 1445ھ کو شام 5 بجے۔", .urdu),
    bytes("رواں ماہ کی 22 تاریخ تک، پرسوں اجلاس ہوگا؛ ستر کی دہائی میں 12.5 فیصد۔", .urdu),
  ]

  static let words: [[UInt8]] = [
    "\u{200C}", "\u{200F}", "\u{64B}", "\u{670}", "\u{640}", "\u{FEFB}", "\u{FDFA}", "\u{1F600}", "ه‌ی", "می‌", "ها",
    "«", "»", "؟", "۔", "،", "؛", "٪", "(", ")", "[", "]", "{", "<b>", "&amp;", "`", "http://a.b", "\n", "\r\n", "\t",
    "۱۴۰۲/۱۰/۲۶", "2024-01-16", "12:30", "٣٠", "فبراير", "رمضان", "دی", "ماه", "گذشته", "بعد", "از", "تا", "و",
    "الماضي", "قبل", "يومين", "الساعة", "جنوری", "گزشتہ", "ہفتے", "کل", "سے", "تک", "هـ", "ھ", "ء", "م",
  ].map { Array($0.utf8) }
}

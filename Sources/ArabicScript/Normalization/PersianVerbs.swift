/// Forms of the Persian verbs of news prose, without prefix: what may stand after می and نمی.
enum PersianVerbs {
  /// Finite forms: present stem with ending, past stem with or without one.
  static let finite = ScalarWords(
    present.flatMap { with($0, presentEndings) } + past.flatMap { with($0, pastEndings) }
      + impersonal)

  /// Participles: past stem and ه.
  static let participles = ScalarWords(past.map { $0 + [ScriptScalar.heh] })

  /// The second person singular looks like many nouns (میدانی of a field, میرانی a name) and is not news language:
  /// it is known only after a separate می.
  static let finiteAfterSpace = ScalarWords(present.map { $0 + [0x6CC] } + past.map { $0 + [0x6CC] })

  private static let presentEndings = words("م د یم ید ند")
  private static let pastEndings = [[]] + words("م یم ید ند")
  private static let impersonal = words("توان بایست بایستی باید شاید")

  private static let present = words(
    """
    کن شو باش توان خواه ده گوی گو رس رو آی آ آور بر گیر گرد دار دان بین شناس گذار گذر نویس خوان پرداز پذیر ساز
    زن کش کوش افت انداز انگیز آموز آزمای آزار آمیز افزای افزا افروز باز بار باف بخش بند پاش پرست پرس پرور پز پوش
    پیچ پیوند تاب تاز تراش ترس جنگ جوی جو جوش چرخ چسب چش چین خر خند خواب خور خیز دو دوز دزد ران رسان ریز
    رای روی زای زدای زی ستان ستای سپار سنج سوز شتاب شکن شمار شمر شنو شوی طلب فرست فرمای فرما فروش فریب فشار فهم
    فهمان کاه کشان کوب گذران گردان گری گریز گزین گستر گسل گشای گمار گنج لرز لغز مان مال میر نال نام نشان نشین
    نگار نگر نمای نما نوش نه ورز وز هراس یاب آویز آرای آفرین آشام اندیش انبار پیما پیمای چرخان خراش
    رقص رنج رنجان رویان سرای شکاف غلت کاو گنجان گرای لیس مک نواز هست سوزان ترسان خندان پوشان جه رم
    """)

  private static let past = words(
    """
    کرد شد بود توانست خواست داد گفت رسید رفت آمد آورد برد گرفت گشت گردید داشت دانست دید شناخت گذاشت گذشت نوشت خواند
    پرداخت پذیرفت ساخت زد کشید کوشید افتاد انداخت انگیخت آموخت آزمود آزرد آمیخت افزود افروخت باخت بارید بافت بخشید
    بست پاشید پرستید پرسید پرورد پخت پوشید پیچید پیوست تابید تاخت تراشید ترسید جنگید جست جوشید چرخید چسبید چشید چید
    خرید خندید خوابید خورد خاست دوید دوخت دزدید رساند رسانید ریخت زیست زدود ستاند ستود سپرد سنجید سوخت شتافت شکست
    شمرد شنید شست طلبید فرستاد فرمود فروخت فریفت فشرد فهمید کاست کشاند کوبید گذراند گرداند گریست گریخت گزید گسترد
    گسست گشود گماشت گنجید لرزید لغزید ماند مالید مرد نالید نامید نشاند نشست نگاشت نگریست نمود نوشید نهاد ورزید
    وزید هراسید یافت آویخت آراست آفرید آشامید اندیشید انباشت پیمود تکاند چرخاند خراشید خشکید رقصید رنجید روبید رویید
    سرود شکافت غلتید کاوید کاشت کند گرایید نواخت ایستاد ترکید ربود کشت بایست شایست سرشت خفت گداخت چاپید
    """)

  private static func with(_ stem: [UInt32], _ endings: [[UInt32]]) -> [[UInt32]] { endings.map { stem + $0 } }

  private static func words(_ text: String) -> [[UInt32]] {
    text.split(whereSeparator: \.isWhitespace).map { $0.unicodeScalars.map(\.value) }
  }
}

import ArabicScript
import NewsEvents

/// The prefix می written apart from its verb, which looks like the month of May.
///
/// Present stems and past stems of the verbs that news uses most, with the endings of both tenses.
enum PersianPresent {
  /// Whether the token is می and a verb that takes it follows. O(1).
  static func isVerb(_ text: AnalyzedText, after i: Int, before limit: Int) -> Bool {
    i >= 0 && i + 1 < limit && text.tokens[i].hash == prefix && verbs.contains(text.tokens[i + 1].hash)
  }

  private static let prefix = WordHash.of("می", .persian)

  private static let verbs: WordSet = {
    let present = """
      کن شو رو گوی گو خواه توان ده آی رس مان گذر گیر بر خور زن دان بین ساز یاب پرداز پذیر افت نویس خوان کوش کش آور باش دار گرد
      اندیش بخش فروش خر سوز ریز گذار طلب فهم پرس ایست نشین خواب خیز پوش چرخ لرز ترس جنگ میر کاه افزای انجام گریز شکن شناس شنو
      """
    let past = """
      کرد شد رفت گفت خواست توانست داد آمد رسید ماند گذشت گرفت برد خورد زد دانست دید ساخت یافت پرداخت پذیرفت افتاد نوشت خواند
      کوشید کشید آورد داشت گردید بخشید فروخت خرید سوخت ریخت گذاشت بود نشست ایستاد خوابید فهمید پرسید طلبید جنگید مرد کاست افزود
      """
    func words(_ stems: String, _ endings: [String]) -> [String] {
      stems.split { $0 == " " || $0 == "\n" }.flatMap { stem in endings.map { stem + $0 } }
    }
    let all = words(present, ["م", "ی", "د", "یم", "ید", "ند"]) + words(past, ["", "م", "ی", "یم", "ید", "ند"])
    return WordSet((all + ["باید", "شاید"]).map { WordHash.of($0, .persian) })
  }()
}

import ArabicScript
import NewsEvents

/// Persian and Urdu nouns that hold an event as feared, prevented, planned or asked for: جلوگیری از حمله, طرح حمله,
/// حمله احتمالی, حملے کا خدشہ, حملہ روکنے.
struct UnrealNouns {
  let text: AnalyzedText
  let words: ClosedWords

  /// Whether such a noun governs the event's noun within `range`.
  func hold(_ site: EventSite, _ range: Range<Int>) -> Bool {
    text.language == .urdu ? urdu(site, range) : persian(site, range)
  }

  /// The governing noun stands before it, with at most a preposition and two words of its own phrase between.
  private func persian(_ site: EventSite, _ range: Range<Int>) -> Bool {
    let noun = site.tokens
    for t in noun.upperBound ..<| min(range.upperBound, noun.upperBound + 2)
    where UnrealNouns.persianAfter.contains(text.tokens[t].hash) { return true }
    var at = noun.lowerBound - 1
    var steps = 0
    while at >= range.lowerBound, steps < 4, text.tokens[at].kind == .word || text.tokens[at].kind == .number {
      let hash = text.tokens[at].hash
      if UnrealNouns.persianBefore.contains(hash) { return true }
      if UnrealNouns.persianFor.contains(hash) { return steps <= 1 }
      // Another phrase begins: what stands before it governs that one.
      if UnrealNouns.persianBreaks.contains(hash) { return false }
      at -= 1
      steps += 1
    }
    return false
  }

  /// The governing noun stands after it, with a genitive between; verbs of preventing with کو, سے or nothing.
  private func urdu(_ site: EventSite, _ range: Range<Int>) -> Bool {
    let noun = site.tokens
    let next = noun.upperBound
    guard next < range.upperBound else { return false }
    if words.genitive.contains(text.tokens[next].hash) {
      for t in next + 1 ..<| min(range.upperBound, next + 3)
      where UnrealNouns.urduAfter.contains(text.tokens[t].hash) { return true }
    }
    for t in next ..<| min(range.upperBound, next + 2)
    where UnrealNouns.urduVerbs.contains(text.tokens[t].hash) { return true }
    return noun.lowerBound > range.lowerBound && UnrealNouns.urduBefore.contains(text.tokens[noun.lowerBound - 1].hash)
  }

  private static let persianBefore = WordSet(
    """
    جلوگیری پیشگیری مقابله ممانعت خطر طرح طرحی نقشه احتمال امکان آماده آمادگی توجیه مجوز طرفدار حامی بیم نگرانی \
    نگران ترس هراس گزینه سناریو سناریوی لزوم ضرورت فرض منع ممنوعیت تلاش قصد آستانه خواستار خواهان درخواست تقاضای \
    پیشنهاد مخالفت مخالف مخالفان موافق موافقان بهانه انگیزه شایعه
    """, .persian)
  private static let persianAfter = WordSet("احتمالی فرضی محتمل احتمالي", .persian)
  private static let persianFor = WordSet("برای جهت منظور", .persian)
  private static let persianBreaks = WordSet("در با و که پس پیش بعد قبل طی را علیه توسط هنگام", .persian)

  private static let urduAfter = WordSet(
    """
    خطرہ خطرے خدشہ خدشے خدشات امکان امکانات منصوبہ منصوبے منصوبوں دھمکی دھمکیوں اجازت تیاری تیاریاں تیاریوں صورت \
    کوشش کوششوں خواہش تجویز مشورہ مخالفت ضرورت روک مطالبہ مطالبے الزام الزامات شبہ شبے ارادہ ارادے
    """, .urdu)
  private static let urduVerbs = WordSet("روکنے بچنے بچاؤ روکنا", .urdu)
  private static let urduBefore = WordSet("ممکنہ متوقع", .urdu)
}

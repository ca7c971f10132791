import ArabicScript
import NewsEvents

/// What the words of a mention's sentence tell beside its coded fields: the subjects near the trigger, and the words
/// that two reports of one event share whatever their language.
struct ClauseWords: Sendable {
  /// One bit for each of `TopicWords` near the trigger.
  let topics: UInt64
  /// Those of them that the words of the trigger name.
  let deed: UInt64
  /// Hashes of the consonants of the sentence's content words and of its numbers, sorted; names and borrowed words look
  /// alike in the three languages.
  let gist: [UInt32]

  /// The words of a mention. O(sentence).
  init(_ mention: EventMention) {
    let words = FoldedWords(mention.sentence.text)
    let base = Int(mention.sentence.range.start)
    let trigger =
      Int(mention.trigger.range.start)
      - base..<max(
        Int(mention.trigger.range.start) - base, Int(mention.trigger.range.end) - base)
    let window = Self.window(mention, trigger, words)
    let named = (mention.actors + mention.recipients).compactMap { $0.quote?.range }
    var topics: UInt64 = 0, deed: UInt64 = 0
    var gist: Set<UInt32> = []
    for word in words {
      let at = words.offset(word.startIndex)
      if window.contains(at), word.count > 1 {
        let found = TopicWords.topics(of: word)
        topics |= found
        if trigger.contains(at) { deed |= found }
      }
      // The parties and the deed are compared as such.
      let place = Int32(clamping: at + base)
      guard !trigger.contains(at), !named.contains(where: { $0.start <= place && place < $0.end }) else { continue }
      if let hash = Self.hash(mention.language == .arabic ? Self.bare(word) : word) { gist.insert(hash) }
    }
    self.topics = topics
    self.deed = deed
    self.gist = gist.sorted()
  }

  /// Where the words of the trigger's clause probably stand: before the verb in Persian and Urdu, after it in Arabic; and
  /// after it too when it governs a clause ("agreed that …").
  private static func window(_ mention: EventMention, _ trigger: Range<Int>, _ words: FoldedWords) -> Range<Int> {
    guard mention.language != .arabic else { return trigger.lowerBound - 20..<trigger.upperBound + 90 }
    let next = words.first { words.offset($0.startIndex) >= trigger.upperBound }
    let governs = next.map { $0.elementsEqual(that) } ?? false
    return (governs ? trigger.lowerBound : trigger.lowerBound - 90)..<trigger.upperBound + (governs ? 90 : 20)
  }

  private static let that = FoldedWords("که").codes

  /// An Arabic word without the article and the particle before it.
  private static func bare(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    typealias L = LetterCode
    let particle = word.first.map { [L.waw, L.feh, L.beh, L.lam, L.kaf].contains($0) } ?? false
    for skipped in particle ? [1, 0] : [0] {
      let rest = word.dropFirst(skipped)
      if rest.count > 4, rest.starts(with: [L.alef, L.lam]) { return rest.dropFirst(2) }
    }
    return word.count > 4 && word.starts(with: [L.lam, L.lam]) ? word.dropFirst(2) : word
  }

  /// FNV-1a over the consonants of a word of at least three, or over the digits of a number of at least two; nil for
  /// shorter ones and for words that news writes in any story.
  private static func hash(_ word: ArraySlice<UInt8>) -> UInt32? {
    guard let hash = rawHash(word), !common.contains(hash) else { return nil }
    return hash
  }

  private static func rawHash(_ word: ArraySlice<UInt8>) -> UInt32? {
    var hash: UInt32 = 0x811C_9DC5
    var count = 0
    if let first = word.first, FoldedWords.isDigit(first) {
      guard word.count >= 2 else { return nil }
      for code in word { hash = (hash ^ UInt32(code)) &* 0x0100_0193 }
      return hash
    }
    for (i, code) in word.enumerated() {
      guard let letter = ConsonantClass.of(code, isFirst: i == 0) else { continue }
      hash = (hash ^ UInt32(letter)) &* 0x0100_0193
      count += 1
    }
    return count >= 3 ? hash : nil
  }

  /// Function words, verbs of saying and light verbs, and what stands in news of any kind.
  private static let common: Set<UInt32> = {
    let words = """
      است کرد کردند کرده کردن گفت گفته خبرگزاری گزارش هزار میلیون میلیارد داشت دارد دارند کشور اینکه میشود زمان اعلام افزود
      اشاره ادامه عنوان مورد قرار امروز دیروز دیگر اظهار مسائل کند کنند کنیم برگزار گذشته صورت امور بخش انجام همین هستند باشد
      باشند گرفته گرفت تاکید وجود همچنین قابل بسیار خبر اگر آمده نظر تصریح میکند میکنند خبرنگار خصوص مرکز تمام بدون بیشتر
      نیست شدند شدن وارد اساس نفر استفاده مختلف نشان دلیل نقل هفته برخی توسط تعداد جدید لازم افراد همراه درصد طریق نسبت نبود
      درباره اقدام خاطرنشان رسید بودند جمله بزرگ آغاز چند محل داشته نخست پیش پس روز سال ماه
      خلال أخرى مثل وزارة قال وقال ذلك وذلك عدد جديدة كبير قبل أمر كانت كان أمام طريق أكثر وقد فقد لكن ولكن داخل وأضاف أضاف
      عبر وفق منطقة جانب يمكن تكون يكون وقت بلاد واحد أجل منذ رغم بشكل ومن كثير تواصل أكد مقابل أحد مجموعة حسب سابق نفسه
      ضمن إضافة قدم ألف مليون مليار تقرير تلك هناك حضور سنوات أشهر أسبوع نسبة مختلف نظر مصدر طلب شخص وأوضح أوضح تقدم وجود
      طرف يتم عدم إطار بسبب سيكون تحت أمس بعد عندما حيث يوم عام الذي التي الذين وأشار أشار اعتبر وأكد بأن
      کرنے کرتے کرتا کرتی اپنے انھوں انہوں مطابق لیکن جانب دوران سکتا وقت حکومت ملک کردیا صرف دوسری دوسرے جبکہ موجود مزید
      خلاف دونوں حاصل طرح سامنے شامل طرف ہماری فیصلہ استعمال بنانے رکھنے درمیان گزشتہ فراہم بلکہ عمل کیونکہ برس بہتر اعلان
      معاملے واضح سمیت قریب حکام مگر ترین رپورٹ انتہائی ختم علاقے متعلق فیصد تقریبا مکمل رکھتے جنھوں جنہوں ہمیں کوشش انداز
      کردار اظہار حالات سطح نمبر بغیر تحت تعلق ملنے ممالک منگل بدھ جمعرات جمعہ ہفتہ اتوار پیر
      دوشنبه شنبه چهارشنبه پنجشنبه الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
      """
    var out: Set<UInt32> = []
    for word in FoldedWords(words) {
      for form in [word, bare(word)] { if let hash = rawHash(form) { out.insert(hash) } }
    }
    return out
  }()

  /// How many words two sorted lists share. O(a + b).
  static func shared(_ a: [UInt32], _ b: [UInt32]) -> Int {
    var i = 0, j = 0, n = 0
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        n += 1
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return n
  }

  /// The union of two sorted lists, while it is no longer than `limit`; the longer one otherwise.
  static func union(_ a: [UInt32], _ b: [UInt32], limit: Int) -> [UInt32] {
    let all = Set(a).union(b)
    guard all.count <= limit else { return a.count >= b.count ? a : b }
    return all.sorted()
  }
}

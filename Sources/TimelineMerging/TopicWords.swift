import ArabicScript

/// Things that events are about, named alike in the three languages: an ambassador, a telephone call, a police station.
///
/// Two reports about one country pair on the same day differ by what they speak of; these words say so without
/// translation. A form matches every word that begins with it (after Arabic's joined particles), one with `$` only the
/// whole word. One line a topic: name, forms.
enum TopicWords {
  static let table = """
    diplomacy سفیر سفرای سفرا$ سفراء سفیری ایلچی مبعوث السفراء دیپلمات دبلوماس سفارتی سفارتکار سفارت‌کار
    telephone تلفن هاتف ٹیلی ٹیلیفون
    visit دیدار سفر$ سفری$ بازدید زیار یزور سیزور زار$ دورہ دورے
    invitation دعوت دعوة دعی$ دعا$
    tension تنش بحران توتر خفض تهدئة أزمة کشیدگی
    relations روابط رابطه مناسبات علاقات علاقة تعلقات
    security امنیت أمن$ أمنی الأمن سلامتی سکیورٹی سیکورٹی
    terrorism تروریس ارهاب دهشت
    missile موشک صاروخ صواریخ میزائل راکٹ راکت
    drone پهپاد مسیرات مسیرة ڈرون درون$
    aircraft هوایی$ جنگنده غارة غارات جوی$ الجوی فضائی
    police پلیس انتظامی کلانتری شرطة پولیس
    border مرز حدود سرحد
    prisoner زندانی اسیر أسیر أسرى سجین سجناء قیدی
    ceasefire آتش‌بس آتشبس هدنة جنگبندی
    nuclear هسته‌ای هستهای نووی جوہری ایٹمی
    fuel نفت$ گاز$ نفط غاز$ تیل$ گیس
    trade تجار اقتصاد معاش بازرگانی
    summit سران$ قمة القمة سربراہی
    election انتخابات انتخاب الیکشن
    refugee پناهند پناهجو لاجئ پناہ مہاجر مهاجر
    hospital بیمارستان مستشف ہسپتال اسپتال
    school مدرسه مدرسة دانشگاه جامعة اسکول سکول یونیورسٹی دانشجو
    mosque مسجد بارگاہ
    court دادگاه محکمة عدالت
    parliament پارلمان برلمان پارلیمنٹ اسمبلی
    children کودک أطفال طفل بچوں بچے
    bomb بمب قنبل عبوة بم$
    suicide انتحاری خودکش
    ship کشتی سفینة سفن$ بحری جہاز
    airport فرودگاه مطار
    aid کمک مساعد امداد
    penalties تحریم عقوبات پابندی
    partnership شراکت مشارکت شراکة
    consultation رایزنی مشاورات مشاورة مشاورت
    embassy سفارت سفارة
    militants شبه‌نظامی شبهنظامی مسلح متشدد متمرد عسکریت شدت علیحدگی
    summons احضار استدع استدعا طلب$ طلبی
    return بازگشت بازگردند بازگشتند عودة بالعودة واپس واپسی
    """

  /// The topics of one folded word (`FoldedWords`), one bit each. O(length).
  static func topics(of word: ArraySlice<UInt8>) -> UInt64 { trie.match(word) }

  /// Read once: the reason of every join names some.
  private static let labels = table.split(separator: "\n").map { String($0.prefix { $0 != " " }) }

  /// The names of topics, for people. O(topics).
  static func names(_ topics: UInt64) -> String {
    labels.indices.filter { topics & (1 << UInt64($0)) != 0 }.map { labels[$0] }.joined(separator: ", ")
  }

  /// Whether a text speaks of missiles or rockets.
  static func speaksOfMissiles(_ text: String) -> Bool {
    FoldedWords(text).contains { topics(of: $0) & missile != 0 }
  }

  private static let missile = bit("missile")

  /// The topics that only name a party of this sector again, which is compared as a party.
  static func naming(_ sector: String?) -> UInt64 {
    if sector == "COP" { return police }
    return Sectors.isNonState(sector) ? militants : 0
  }

  private static let police = bit("police")
  private static let militants = bit("militants")

  private static func bit(_ topic: String) -> UInt64 {
    let line = table.split(separator: "\n").firstIndex { $0.hasPrefix(topic + " ") }
    return line.map { 1 << UInt64($0) } ?? 0
  }

  private static let trie: TopicTrie = {
    var trie = TopicTrie()
    for (bit, line) in table.split(separator: "\n").enumerated() {
      for form in line.split(separator: " ").dropFirst() {
        let whole = form.hasSuffix("$")
        let letters = FoldedWords(String(whole ? form.dropLast() : form)).joined()
        trie.insert(Array(letters), bit: UInt64(bit), whole: whole)
      }
    }
    return trie
  }()
}

/// A prefix tree over folded letters.
private struct TopicTrie: Sendable {
  private struct Node: Sendable {
    var next: [UInt8: Int] = [:]
    var prefix: UInt64 = 0
    var whole: UInt64 = 0
  }

  private var nodes = [Node()]

  mutating func insert(_ letters: [UInt8], bit: UInt64, whole: Bool) {
    var at = 0
    for letter in letters {
      if let to = nodes[at].next[letter] {
        at = to
      } else {
        nodes.append(Node())
        nodes[at].next[letter] = nodes.count - 1
        at = nodes.count - 1
      }
    }
    if whole { nodes[at].whole |= 1 << bit } else { nodes[at].prefix |= 1 << bit }
  }

  /// The topics of one word, also behind the joined particles و ف ب ل ک س and the article.
  func match(_ word: ArraySlice<UInt8>) -> UInt64 {
    typealias L = LetterCode
    var found = walk(word)
    var rest = word
    if word.count > 3, let first = word.first, TopicTrie.particles.contains(first) {
      rest = word.dropFirst()
      found |= walk(rest)
    }
    if rest.count > 3 {
      let bare = rest.dropFirst(2)
      if rest.starts(with: [L.alef, L.lam]) {
        found |= walk(bare)
      } else if word.starts(with: [L.lam, L.lam]) {
        found |= walk(word.dropFirst(2))
      }
    }
    return found
  }

  private func walk(_ word: ArraySlice<UInt8>) -> UInt64 {
    var at = 0, found: UInt64 = 0
    for letter in word {
      guard let to = nodes[at].next[letter] else { return found }
      at = to
      found |= nodes[at].prefix
    }
    return found | nodes[at].whole
  }

  private static let particles: Set<UInt8> = [
    LetterCode.waw, LetterCode.feh, LetterCode.beh, LetterCode.lam, LetterCode.kaf, LetterCode.seen,
  ]
}

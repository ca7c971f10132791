/// Things that events are about, named alike in the three languages: an ambassador, a telephone call, a police station.
///
/// Two reports about one country pair on the same day differ by what they speak of; these words say so without
/// translation. A form matches every word that begins with it (after Arabic's joined particles), one with `$` only the
/// whole word. One line a topic: name, forms.
enum TopicWords {
  static let table = """
    ambassador سفیر سفرای سفرا$ سفراء سفیری ایلچی مبعوث السفراء
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

  /// The topics of a text, one bit each. O(length).
  static func topics(in scalars: some Sequence<Unicode.Scalar>) -> UInt64 {
    trie.topics(in: scalars)
  }

  /// Whether a text speaks of missiles or rockets.
  static func speaksOfMissiles(_ text: String) -> Bool {
    topics(in: text.unicodeScalars) & missile != 0
  }

  private static let missile: UInt64 = {
    let line = table.split(separator: "\n").firstIndex { $0.hasPrefix("missile ") }
    return line.map { 1 << UInt64($0) } ?? 0
  }()

  private static let trie: TopicTrie = {
    var trie = TopicTrie()
    for (bit, line) in table.split(separator: "\n").enumerated() {
      for form in line.split(separator: " ").dropFirst() {
        let whole = form.hasSuffix("$")
        trie.insert(TopicTrie.fold(whole ? form.dropLast() : form), bit: UInt64(bit), whole: whole)
      }
    }
    return trie
  }()
}

/// A prefix tree over folded letters.
private struct TopicTrie: Sendable {
  private struct Node: Sendable {
    var next: [UInt32: Int] = [:]
    var prefix: UInt64 = 0
    var whole: UInt64 = 0
  }

  private var nodes = [Node()]

  mutating func insert(_ letters: [UInt32], bit: UInt64, whole: Bool) {
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

  func topics(in scalars: some Sequence<Unicode.Scalar>) -> UInt64 {
    var found: UInt64 = 0
    var word: [UInt32] = []
    for scalar in scalars {
      switch TopicTrie.letter(scalar) {
      case .letter(let code): word.append(code)
      case .ignored: break
      case .boundary:
        if word.count > 1 { found |= match(word) }
        word.removeAll(keepingCapacity: true)
      }
    }
    if word.count > 1 { found |= match(word) }
    return found
  }

  /// The topics of one word, also behind the joined particles و ف ب ل ک س and the article.
  private func match(_ word: [UInt32]) -> UInt64 {
    var found = walk(word[...])
    var start = 0
    if word.count > 3, TopicTrie.particles.contains(word[0]) {
      start = 1
      found |= walk(word[1...])
    }
    if word.count - start > 3 {
      if word[start] == 0x627, word[start + 1] == 0x644 {
        found |= walk(word[(start + 2)...])
      } else if start == 1, word[0] == 0x644, word[1] == 0x644 {
        found |= walk(word[2...])
      }
    }
    return found
  }

  private func walk(_ word: ArraySlice<UInt32>) -> UInt64 {
    var at = 0, found: UInt64 = 0
    for letter in word {
      guard let to = nodes[at].next[letter] else { return found }
      at = to
      found |= nodes[at].prefix
    }
    return found | nodes[at].whole
  }

  enum Kind {
    case letter(UInt32)
    case ignored, boundary
  }

  static let particles: Set<UInt32> = [0x648, 0x641, 0x628, 0x644, 0x6A9, 0x633]

  static func fold(_ text: some StringProtocol) -> [UInt32] {
    text.unicodeScalars.compactMap { if case .letter(let code) = letter($0) { code } else { nil } }
  }

  /// One letter for the variants that keyboards and languages write: ي ى ئ ی, ك ک, أ إ آ ا, ة ه ہ ھ, ؤ و.
  static func letter(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x64A, 0x649, 0x626, 0x6CC, 0x6D2, 0x6D3: .letter(0x6CC)
    case 0x643, 0x6A9: .letter(0x6A9)
    case 0x622, 0x623, 0x625, 0x671, 0x627: .letter(0x627)
    case 0x629, 0x647, 0x6C1, 0x6BE, 0x6C0, 0x6C2, 0x6C3, 0x6D5: .letter(0x647)
    case 0x624, 0x648: .letter(0x648)
    case 0x640, 0x64B...0x65F, 0x670, 0x200C, 0x200D: .ignored
    case 0x620...0x63F, 0x641...0x64A, 0x66E...0x6D3, 0x6EE...0x6FF: .letter(scalar.value)
    default: .boundary
    }
  }
}

import NewsEvents

/// A word of a number.
struct NumeralWord: Sendable {
  enum Kind: Sendable {
    /// 1 … 9
    case unit
    /// ten, which also makes the Arabic teens after a unit
    case tenOfTeens
    /// 20, 30 … 90
    case tens
    /// 10 … 99 in one word
    case small
    /// a hundred, alone or after a unit
    case hundred
    /// 200 … 900 in one word
    case hundreds
    /// a thousand, a hundred thousand, a million …
    case scale
  }

  var kind: Kind
  var value: Int64
  var isOrdinal = false
  /// With the prefixed Arabic conjunction.
  var isJoined = false
  /// 2 for the Arabic dual of a scale.
  var multiple: Int64 = 1
  /// A plural scale counts only after a number (ثلاثة آلاف).
  var isPlural = false
  /// Also a very common other word: counts only inside a larger number.
  var isWeak = false
}

enum NumeralWords {
  static func of(_ language: Language) -> WordTable<NumeralWord> {
    switch language {
    case .persian: persian
    case .arabic: arabic
    case .urdu: urdu
    }
  }

  static let persianAnd = WordHash.of("و", .persian)
  static let latinOrdinals = WordSet(["st", "nd", "rd", "th"].map { WordHash.of(Array($0.utf8)) })

  static func ordinalEndings(_ language: Language) -> WordSet {
    switch language {
    case .persian: persianEndings
    case .arabic: noEndings
    case .urdu: urduEndings
    }
  }

  private static let noEndings: WordSet = []
  private static let persianEndings = WordSet("م ام مین امین", .persian)
  private static let urduEndings = WordSet("واں ویں وین", .urdu)

  private typealias Entry = (hash: UInt64, value: NumeralWord)

  private static func entry(_ text: String, _ language: Language, _ word: NumeralWord) -> Entry {
    (WordHash.of(text, language), word)
  }

  // MARK: Persian

  private static let persian: WordTable<NumeralWord> = {
    let units = ["یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه"]
    let unitOrdinals = ["یکم", "دوم", "سوم", "چهارم", "پنجم", "ششم", "هفتم", "هشتم", "نهم"]
    let teens = ["یازده", "دوازده", "سیزده", "چهارده", "پانزده", "شانزده", "هفده", "هجده", "نوزده"]
    let tens = ["بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"]
    let hundreds = ["دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"]
    var entries: [Entry] = []
    func add(_ text: String, _ kind: NumeralWord.Kind, _ value: Int64, ordinal: Bool = false) {
      entries.append(entry(text, .persian, NumeralWord(kind: kind, value: value, isOrdinal: ordinal)))
    }
    /// The cardinal and its ordinals (دهم, دهمین; سی‌ام).
    func family(_ text: String, _ kind: NumeralWord.Kind, _ value: Int64) {
      add(text, kind, value)
      let stem = text.hasSuffix("ی") ? text + "ا" : text
      add(stem + "م", kind, value, ordinal: true)
      add(stem + "مین", kind, value, ordinal: true)
    }
    for (i, unit) in units.enumerated() {
      add(unit, .unit, Int64(i + 1))
      add(unitOrdinals[i], .unit, Int64(i + 1), ordinal: true)
      add(unitOrdinals[i] + "ین", .unit, Int64(i + 1), ordinal: true)
    }
    for word in ["اول", "اولین", "نخست", "نخستین"] { add(word, .unit, 1, ordinal: true) }
    add("سومین", .unit, 3, ordinal: true)
    add("شیش", .unit, 6)
    family("ده", .tenOfTeens, 10)
    for (i, teen) in teens.enumerated() { family(teen, .small, Int64(i + 11)) }
    family("هجده", .small, 18)
    family("هیجده", .small, 18)
    family("پونزده", .small, 15)
    for (i, ten) in tens.enumerated() {
      let value = Int64(i + 2) * 10
      family(ten, .tens, value)
      for (j, unit) in units.enumerated() {
        // Written together or with lost joiners.
        add(ten + "و" + unit, .small, value + Int64(j) + 1)
        add(ten + "و" + unitOrdinals[j], .small, value + Int64(j) + 1, ordinal: true)
        add(ten + "و" + unitOrdinals[j] + "ین", .small, value + Int64(j) + 1, ordinal: true)
      }
    }
    family("صد", .hundred, 100)
    family("یکصد", .hundreds, 100)
    for (i, hundred) in hundreds.enumerated() { family(hundred, .hundreds, Int64(i + 2) * 100) }
    for (word, value) in [
      ("هزار", 1000), ("یکهزار", 1000), ("میلیون", 1_000_000), ("میلیارد", 1_000_000_000),
      ("تریلیون", 1_000_000_000_000),
    ] as [(String, Int64)] { family(word, .scale, value) }
    for (i, unit) in units.enumerated() {
      entries.append(
        entry(unit + "هزار", .persian, NumeralWord(kind: .scale, value: 1000, multiple: Int64(i + 1))))
    }
    return WordTable(entries)
  }()

  // MARK: Arabic

  private static let arabic: WordTable<NumeralWord> = {
    var entries: [Entry] = []
    func add(_ words: String, _ word: NumeralWord, article: Bool = true) {
      for text in words.split(separator: " ").map(String.init) {
        for prefix in ["", "ب", "ل"] { entries.append(entry(prefix + text, .arabic, word)) }
        if article { for prefix in ["ال", "بال", "لل"] { entries.append(entry(prefix + text, .arabic, word)) } }
        var joined = word
        joined.isJoined = true
        entries.append(entry("و" + text, .arabic, joined))
        if article { entries.append(entry("وال" + text, .arabic, joined)) }
      }
    }
    func cardinal(_ kind: NumeralWord.Kind, _ value: Int64, _ words: String, multiple: Int64 = 1, plural: Bool = false)
    {
      add(words, NumeralWord(kind: kind, value: value, multiple: multiple, isPlural: plural))
    }
    // الأحد is Sunday, not "the one".
    add("واحد واحدة احد احدى", NumeralWord(kind: .unit, value: 1), article: false)
    for (value, words) in [
      (2, "اثنا اثنان اثني اثنين اثنتان اثنتين اثنتا اثنتي"), (3, "ثلاث ثلاثة ثلاثه"), (4, "اربع اربعة اربعه"),
      (5, "خمس خمسة خمسه"), (6, "ست ستة سته"), (7, "سبع سبعة سبعه"), (8, "ثمان ثماني ثمانية ثمانيه"),
      (9, "تسع تسعة تسعه"),
    ] as [(Int64, String)] { add(words, NumeralWord(kind: .unit, value: value), article: value != 2) }
    cardinal(.tenOfTeens, 10, "عشر عشرة عشره")
    for (value, stem) in [
      (20, "عشر"), (30, "ثلاث"), (40, "اربع"), (50, "خمس"), (60, "ست"), (70, "سبع"), (80, "ثمان"), (90, "تسع"),
    ] as [(Int64, String)] { cardinal(.tens, value, "\(stem)ون \(stem)ين") }
    cardinal(.hundred, 100, "مائة مئة مائه مية")
    cardinal(.hundreds, 200, "مائتان مائتين مئتان مئتين مائتا مئتا")
    for (value, stem) in [
      (300, "ثلاث"), (400, "اربع"), (500, "خمس"), (600, "ست"), (700, "سبع"), (800, "ثمان"), (800, "ثماني"),
      (900, "تسع"),
    ] as [(Int64, String)] { cardinal(.hundreds, value, "\(stem)مائة \(stem)مئة \(stem)ماية \(stem)مائه") }
    for (value, one, two, many) in [
      (1000, "الف الفا", "الفان الفين الفا الفي", "الاف"),
      (1_000_000, "مليون مليونا", "مليونان مليونين", "ملايين"),
      (1_000_000_000, "مليار مليارا", "ملياران مليارين", "مليارات"),
    ] as [(Int64, String, String, String)] {
      cardinal(.scale, value, one)
      cardinal(.scale, value, two, multiple: 2)
      cardinal(.scale, value, many, plural: true)
    }
    for (value, words) in [
      (1, "اول اولى اولي حادي حادية"), (2, "ثاني ثان ثانية ثانى"), (3, "ثالث ثالثة"), (4, "رابع رابعة"),
      (5, "خامس خامسة"), (6, "سادس سادسة"), (7, "سابع سابعة"), (8, "ثامن ثامنة"), (9, "تاسع تاسعة"),
    ] as [(Int64, String)] { add(words, NumeralWord(kind: .unit, value: value, isOrdinal: true)) }
    add("عاشر عاشرة", NumeralWord(kind: .tenOfTeens, value: 10, isOrdinal: true))
    return WordTable(entries)
  }()

  // MARK: Urdu

  private static let urdu: WordTable<NumeralWord> = {
    let small = """
      ایک دو تین چار پانچ چھ سات آٹھ نو دس گیارہ بارہ تیرہ چودہ پندرہ سولہ سترہ اٹھارہ انیس بیس اکیس بائیس تئیس چوبیس پچیس
      چھبیس ستائیس اٹھائیس انتیس تیس اکتیس بتیس تینتیس چونتیس پینتیس چھتیس سینتیس اڑتیس انتالیس چالیس اکتالیس بیالیس
      تینتالیس چوالیس پینتالیس چھیالیس سینتالیس اڑتالیس انچاس پچاس اکیاون باون ترپن چون پچپن چھپن ستاون اٹھاون انسٹھ ساٹھ
      اکسٹھ باسٹھ تریسٹھ چونسٹھ پینسٹھ چھیاسٹھ سڑسٹھ اڑسٹھ انہتر ستر اکہتر بہتر تہتر چوہتر پچہتر چھہتر ستتر اٹھہتر اناسی اسی
      اکیاسی بیاسی تراسی چوراسی پچاسی چھیاسی ستاسی اٹھاسی نواسی نوے اکانوے بانوے ترانوے چورانوے پچانوے چھیانوے ستانوے
      اٹھانوے ننانوے
      """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
    // اسی "that very", بہتر "better", چون "why": far commoner than the numbers.
    let weak: Set = [54, 72, 80]
    var entries: [Entry] = []
    func add(_ text: String, _ kind: NumeralWord.Kind, _ value: Int64, ordinal: Bool = false, weak: Bool = false) {
      var word = NumeralWord(kind: kind, value: value, isOrdinal: ordinal)
      word.isWeak = weak
      entries.append(entry(text, .urdu, word))
    }
    for (i, text) in small.enumerated() {
      let value = Int64(i + 1)
      let kind: NumeralWord.Kind = value < 10 ? .unit : .small
      add(text, kind, value, weak: weak.contains(i + 1))
      if value == 5 || value >= 7 { for ending in ["واں", "ویں"] { add(text + ending, kind, value, ordinal: true) } }
    }
    for (text, value) in [
      ("چھے", 6), ("چھہ", 6), ("تیئیس", 23), ("تئیس", 23), ("چھیاسٹھ", 66), ("چالیس", 40), ("اکیاسی", 81),
    ] as [(String, Int64)] { add(text, value < 10 ? .unit : .small, value) }
    for (value, words) in [
      (1, "پہلا پہلی یکم اول اولین"), (2, "دوسرا دوسری دوسرے دوم"), (3, "تیسرا تیسری تیسرے سوم"),
      (4, "چوتھا چوتھی چوتھے چہارم"), (6, "چھٹا چھٹی چھٹے"), (5, "پنجم"),
    ] as [(Int64, String)] {
      for word in words.split(separator: " ") { add(String(word), .unit, value, ordinal: true) }
    }
    add("سو", .hundred, 100)
    for (text, value) in [
      ("ہزار", 1000), ("لاکھ", 100_000), ("کروڑ", 10_000_000), ("ارب", 1_000_000_000), ("ملین", 1_000_000),
      ("بلین", 1_000_000_000), ("کھرب", 100_000_000_000),
    ] as [(String, Int64)] { add(text, .scale, value) }
    return WordTable(entries)
  }()
}

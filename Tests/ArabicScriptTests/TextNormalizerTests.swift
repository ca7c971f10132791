import ArabicScript
import NewsEvents
import Testing

private func persian(_ text: String) -> String { TextNormalizer.normalize(text, language: .persian) }
private func arabic(_ text: String) -> String { TextNormalizer.normalize(text, language: .arabic) }
private func urdu(_ text: String) -> String { TextNormalizer.normalize(text, language: .urdu) }

@Suite struct `Normal text of Persian` {
  @Test(arguments: [
    ("سنگرها", "سنگرها"), ("نیروهای", "نیروهای"), ("قایقهای", "قایق‌های"), ("بالگردهای", "بالگردهای"),
    ("پایگاههایشان", "پایگاه‌هایشان"), ("رسانهای", "رسانه‌ای"), ("سفرهای", "سفرهای"), ("میگویند", "می‌گویند"),
    ("نمیخواست", "نمی‌خواست"), ("برمیگردند", "برمی‌گردند"), ("کشتهاند", "کشته‌اند"), ("فوقالعاده", "فوق‌العاده"),
    ("سرمایهگذاری", "سرمایه‌گذاری"), ("بیسابقه", "بی‌سابقه"), ("جمالآباد", "جمال‌آباد"), ("خشونتآمیز", "خشونت‌آمیز"),
    ("ضعیفترین", "ضعیف‌ترین"), ("جستوجوی", "جست‌وجوی"), ("بهعنوان", "به‌عنوان"), ("پنجشنبه", "پنج‌شنبه"),
  ])
  func `gets lost joiners back`(lost: String, expected: String) { #expect(persian(lost) == expected) }

  @Test(arguments: [
    "میدان", "میدانی", "میلیون", "میلیونی", "میراث", "میانمار", "میانه", "میانجی", "میز", "میزبان", "میهن", "تنها",
    "تنهایی", "بها", "بهای", "گرانبهای", "نهایی", "انتهای", "شانگهای", "آنها", "فقها", "علیها", "قرآن", "بهتر",
    "دختر", "بهار", "بهبود", "انتهایش", "گرانبهاست", "قلدرمآبانه", "بیروت", "بیشتر", "بینش", "نمین", "میناب", "میثاق",
    "میرزا", "میکروب", "الآن",
  ])
  func `leaves words that only look broken`(word: String) {
    #expect(persian(word) == word)
    #expect(persian("در \(word) است") == "در \(word) است")
  }

  @Test(arguments: [
    ("موشک ها", "موشک‌ها"), ("کشور ها", "کشورها"), ("نمی رسد", "نمی‌رسد"), ("دوازدهم می گفت", "دوازدهم می گفت"),
    ("۱۲ می رفت", "۱۲ می رفت"), ("ماه می شد", "ماه می شد"), ("قوی ترین", "قوی‌ترین"), ("پایدار تر", "پایدارتر"),
    ("خشک و تر", "خشک و تر"), ("کرده اند", "کرده‌اند"), ("شبکه ای بی سی", "شبکه ای بی سی"), ("حادثه ای", "حادثه‌ای"),
    ("برنامه ی تازه", "برنامهٔ تازه"), ("همهء مردم", "همهٔ مردم"), ("گفت و گو", "گفت‌وگو"), ("نخست وزیر", "نخست‌وزیر"),
    ("راه ی", "راه ی"), ("به شان", "به شان"),
  ])
  func `joins affixes that stand apart`(apart: String, expected: String) { #expect(persian(apart) == expected) }

  @Test(arguments: [
    ("رئيس كميسيون", "رئیس کمیسیون"), ("عبداللہیان", "عبداللهیان"), ("مُهِمّ", "مهم"), ("قطعاًً", "قطعاً"),
    ("تـــهران", "تهران"),
    ("ﺗﻬﺮان", "تهران"), ("فوریت\u{200C}\u{200C}ها\u{200C}", "فوریت‌ها"), ("کار\u{200C}گر", "کارگر"),
    ("خبر\u{A0}فوری", "خبر فوری"),
    ("\u{200F}سلام\u{202C}", "سلام"), ("۱۳۵۷ ه\u{200D}.ش", "۱۳۵۷ ه\u{200D}.ش"), ("علی خانۀ", "علی خانهٔ"),
  ])
  func `has the letters of the language`(input: String, expected: String) { #expect(persian(input) == expected) }

  @Test(arguments: [
    ("او گفت:\"صلح\"", "او گفت: «صلح»"), ("شهر(تهران) ،آرام", "شهر (تهران)، آرام"), ("جنگ ...", "جنگ…"),
    ("چرا?!!", "چرا؟!"),
    ("it's a dog's life", "it's a dog's life"), ("«او گفت “نه” و رفت»", "«او گفت “نه” و رفت»"),
    ("قد 5\" بود", "قد ۵\" بود"),
    ("&laquo;خبر&raquo; &amp;quot;نو&amp;quot;", "«خبر» «نو»"), ("آی.بی.ام رفت.سپس", "آی.بی.ام رفت. سپس"),
    ("• یک\n• دو", "- یک\n- دو"), ("a, b; c?", "a, b; c?"),
  ])
  func `has its marks and spaces`(input: String, expected: String) { #expect(persian(input) == expected) }

  @Test(arguments: [
    ("16.1.2024", "۱۶.۱.۲۰۲۴"), ("1402/11/06", "۱۴۰۲/۱۱/۰۶"), ("2024-01-16", "۲۰۲۴-۰۱-۱۶"),
    ("ساعت 18.30", "ساعت ۱۸.۳۰"),
    ("3.5 درصد", "۳٫۵ درصد"), ("1,250,000 تن", "۱٬۲۵۰٬۰۰۰ تن"), ("اف-16 و F-16", "اف-۱۶ و F-16"),
    ("نتیجه 2 : 1", "نتیجه ۲ : ۱"),
    ("50کشته", "۵۰ کشته"), ("1990م", "۱۹۹۰م"), ("20%", "۲۰٪"),
  ])
  func `keeps dates and the build of numbers`(input: String, expected: String) { #expect(persian(input) == expected) }

  @Test(arguments: [
    "https://example.org/a?b=c,d", "<a title=\"میشود ، \">", "```\nمیشود ،  !\n```", "%1$s", "www.example.ir",
  ])
  func `leaves code, tags and addresses alone`(verbatim: String) {
    #expect(persian("خبر \(verbatim) پایان") == "خبر \(verbatim) پایان")
  }
}

@Suite struct `Normal text of Arabic` {
  @Test(arguments: [
    ("وزیر الخارجیة", "وزير الخارجية"), ("علی مستوی", "على مستوى"), ("الباکستانی", "الباكستاني"), ("مُحَمَّدٌ", "محمد"),
    ("هٰذا ٱلبيت", "هذا البيت"), ("عـــاجل", "عاجل"), ("لـ«حماس»", "لـ«حماس»"), ("الـ16", "الـ16"),
    ("عام 1445 هـ", "عام 1445 هـ"),
    ("قال , ثم ذهب ?", "قال، ثم ذهب؟"), ("قال:«نعم»", "قال: «نعم»"), ("١٦ يناير 2024", "١٦ يناير 2024"),
    ("و«حزب»", "و«حزب»"),
    ("إلى أن فاطمة رأت سؤالا", "إلى أن فاطمة رأت سؤالا"), ("الأهواز (گچساران)", "الأهواز (گچساران)"), ("ﷲ", "الله"),
    ("في20 مدينة", "في20 مدينة"),
  ])
  func `has Arabic letters and keeps what is spelling`(input: String, expected: String) {
    #expect(arabic(input) == expected)
  }
}

@Suite struct `Normal text of Urdu` {
  @Test(arguments: [
    ("پاكستان كي", "پاکستان کی"), ("شهر", "شہر"), ("وزیرِ اعظم", "وزیر اعظم"), ("وزیر اعلیٰ", "وزیر اعلیٰ"),
    ("فوراً", "فوراً"),
    ("12افراد", "12 افراد"), ("19ویں صدی", "19ویں صدی"), ("2024ء میں", "2024ء میں"), ("کہا ،پھر", "کہا، پھر"),
    ("گیا۔وہ", "گیا۔ وہ"), ("بی۔بی۔سی نے", "بی۔بی۔سی نے"), ("اسکولSchool میں", "اسکول School میں"),
    ("\"امن\" ہے", "\"امن\" ہے"),
    ("بھارت میں کے گھر", "بھارت میں کے گھر"),
  ])
  func `has Urdu letters and spaces`(input: String, expected: String) { #expect(urdu(input) == expected) }
}

@Suite struct `Normalisation of any text` {
  private static let pieces = [
    "می", "نمی", "ها", "های", "ای", "تر", "ام", "و", "خانه", "شده", "گفت", "گو", "کتاب", "میکند", "ی", "ء", "ة", "ي",
    "ے", "ہ", "هـ",
    " ", " ", " ", "\n", "\r\n", "\t", ".", "...", "،", "؟", "!", "۔", ":", ",", "\"", "'", "''", "`", "«", "»", "(",
    ")", "-", "--",
    "\u{200C}", "\u{200D}", "\u{200F}", "\u{AD}", "\u{640}", "\u{64B}", "\u{651}", "\u{654}", "\u{653}", "\u{FDFA}",
    "\u{FEFB}",
    "12", "٣", "۴.۵", "%", "a", "Bc", "<b>", "<", "&amp;", "&quot;", "quot;", "```", "http://x.y/", "👍🏽", "|", "·",
    "\u{0}",
  ]

  /// A small generator with a fixed seed: the same texts in every run.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state ^ state >> 33) &* 0xFF51_AFD7_ED55_8CCD
    }
  }

  @Test func `changes nothing the second time`() {
    var dice = Dice(state: 7)
    for language in Language.allCases {
      for _ in 0..<4_000 {
        let text = (0..<Int.random(in: 1...14, using: &dice)).map { _ in Self.pieces.randomElement(using: &dice)! }
          .joined()
        let once = TextNormalizer.normalize(text, language: language)
        #expect(TextNormalizer.normalize(once, language: language) == once, "\(language) \(text.debugDescription)")
      }
    }
  }

  @Test func `never fails on scalars of any kind`() {
    var dice = Dice(state: 11)
    for language in Language.allCases {
      for _ in 0..<500 {
        var text = String.UnicodeScalarView()
        for _ in 0..<60 {
          let top: UInt32 = Bool.random(using: &dice) ? 0x700 : 0x10FFFF
          if let scalar = Unicode.Scalar(UInt32.random(in: 0...top, using: &dice)) { text.append(scalar) }
        }
        let once = TextNormalizer.normalize(String(text), language: language)
        #expect(once.unicodeScalars.count <= text.count * 20)
      }
    }
  }

  @Test func `keeps the letters of a text, in order`() {
    // Only space, joiners and marks may change between the letters of well-spelt text.
    let text = "سپاه پاسداران دیروز اعلام کرد : پایگاههای گروهک تروریستی در کوههای شرق هدف حمله موشکی قرار گرفتهاند ."
    let letters = { (s: String) in s.unicodeScalars.filter { $0.properties.isAlphabetic } }
    #expect(letters(persian(text)).elementsEqual(letters(text)))
  }

  @Test(arguments: [
    "\u{64E}", "\u{640}", "\"", "<a ", "```", "&amp;", "می", "(", "۔", ". ", "! ", "\u{200C}", "ا", "1.", "www.",
  ])
  func `takes a long run of one thing in its stride`(piece: String) {
    let text = String(repeating: piece, count: 60_000)
    for language in Language.allCases {
      let normal = TextNormalizer.normalize(text, language: language)
      #expect(normal.utf8.count <= text.utf8.count * 4)
    }
  }
}

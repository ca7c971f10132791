import ArabicScript
import NewsEvents
import Testing

@Suite struct `Folding` {
  @Test(arguments: [
    (Language.persian, "ایران", "ايران"), (.persian, "می‌شود", "میشود"), (.persian, "امیرعبداللہیان", "امیرعبداللهیان"),
    (.arabic, "إسلام آباد", "اسلام اباد"), (.arabic, "مُسَيَّرات", "مسيرات"), (.arabic, "ﻻجئين", "لاجئين"),
    (.arabic, "باکستان", "باكستان"), (.arabic, "پاكستان", "باكستان"), (.urdu, "پاكستان", "پاکستان"),
    (.urdu, "هلاك", "ہلاک"), (.persian, "۱۴۰۲", "1402"), (.arabic, "١٤٠٢", "1402"), (.arabic, "أ", "أ"),
    (.persian, "خانهٔ", "خانه"), (.persian, "مسئول", "مسیول"),
  ])
  func `makes one key of the spellings of one word`(language: Language, a: String, b: String) {
    #expect(FoldedText.key(a, language: language) == FoldedText.key(b, language: language))
  }

  @Test(arguments: [
    (Language.arabic, "على", "علي"), (.arabic, "سفيرة", "سفيره"), (.urdu, "کے", "کی"), (.urdu, "میں", "مین"),
    (.urdu, "گھر", "گہر"), (.persian, "آن", "ان"),
  ])
  func `keeps apart what the language keeps apart`(language: Language, a: String, b: String) {
    #expect(FoldedText.key(a, language: language) != FoldedText.key(b, language: language))
  }

  @Test func `quotes the original, marks and joiners included`() {
    let text = "گفت: «می‌رَوَم» ـ ﷲ"
    let folded = FoldedText(text, language: .persian)
    let scalars = Array(text.unicodeScalars)
    #expect(folded.scalarOffset(folded.codes.count) == scalars.count)
    for i in folded.codes.indices {
      let quote = folded.quote(i..<folded.codes.count)
      var expected = String.UnicodeScalarView()
      expected.append(contentsOf: scalars[Int(quote.range.start)...])
      #expect(quote.text == String(expected))
    }
  }

  @Test func `knows the scalar of every code, whatever surrounds it`() {
    // One code, none, several; one byte to four; a mark that changes the letter before it.
    let pieces = ["س", "a", " ", "\u{064E}", "\u{200C}", "ﷺ", "ﻻ", "€", "😀", "ا\u{0653}", "é", "\n", "۵"]
    var random = SystemRandomNumberGenerator()
    for length in [0, 1, 15, 16, 17, 64, 500] {
      let text = (0..<length).map { _ in pieces.randomElement(using: &random)! }.joined()
      for language in Language.allCases {
        let folded = FoldedText(text, language: language)
        let bytes = Array(text.utf8)
        for code in 0...folded.codes.count {
          let before = bytes[..<Int(folded.byteOffsets[code])].count { $0 & 0xC0 != 0x80 }
          #expect(folded.scalarOffset(code) == before)
        }
      }
    }
  }

  @Test func `reads a text as it reads its parts`() {
    let parts = ["رفتند ", "ﷺ ﷺ ﷺ ", "x😀 ", "ۀ‌ها ", "2,5 ", "مُسَيَّرات ", "— ", "آ "]
    for language in Language.allCases {
      for repeats in [1, 3, 200] {
        let whole = FoldedText(String(repeating: parts.joined(), count: repeats), language: language).codes
        let expected = (0..<repeats).flatMap { _ in parts.flatMap { FoldedText($0, language: language).codes } }
        #expect((whole == expected) as Bool)
      }
    }
  }

  @Test func `gives marks to the letter before them, composed or not`() {
    #expect(FoldedText.key("ا\u{0653}", language: .persian) == FoldedText.key("آ", language: .persian))
    #expect(FoldedText.key("ا\u{0654}\u{0653}", language: .persian) == FoldedText.key("أ", language: .persian))
    #expect(FoldedText.key("ﺍ\u{0653}", language: .urdu) == FoldedText.key("آ", language: .urdu))
    #expect(FoldedText.key("\u{0653}", language: .urdu) == [])
  }
}

@Suite struct `Tokens and sentences` {
  private func words(_ text: String, _ language: Language) -> [String] {
    let analyzed = AnalyzedText(text, language: language)
    return analyzed.tokens.indices.map { analyzed.text($0..<$0 + 1) }
  }

  private func sentences(_ text: String, _ language: Language) -> [String] {
    let analyzed = AnalyzedText(text, language: language)
    return analyzed.sentences.map { analyzed.text($0.tokens) }
  }

  @Test func `split numbers from letters that touch them`() {
    #expect(words("2012ء میں", .urdu) == ["2012", "ء", "میں"])
    #expect(words("۱۶/۱۰/۱۴۰۲", .persian) == ["۱۶", "/", "۱۰", "/", "۱۴۰۲"])
  }

  @Test func `end at the stops of each language`() {
    #expect(sentences("وہ آئے۔ پھر گئے۔", .urdu) == ["وہ آئے۔", "پھر گئے۔"])
    #expect(sentences("آمد؟ رفت. «بله.» گفت", .persian) == ["آمد؟", "رفت.", "«بله.»", "گفت"])
  }

  @Test func `do not end inside numbers, Latin abbreviations and headlines`() {
    #expect(sentences("ارتفع 3.5 بالمئة.", .arabic) == ["ارتفع 3.5 بالمئة."])
    #expect(sentences("بعد القصف.. اتفاق جديد", .arabic) == ["بعد القصف.. اتفاق جديد"])
    #expect(sentences("قال U.S. أمس", .arabic) == ["قال U.S. أمس"])
  }

  @Test func `number the lines`() {
    let analyzed = AnalyzedText("عنوان\n\n\nمتن. متن\nآخر", language: .persian)
    #expect(analyzed.sentences.map(\.line) == [0, 1, 1, 2])
  }
}

@Suite struct `The language of a text` {
  @Test(arguments: [
    ("وزیر خارجه ایران وارد اسلام‌آباد شد", Language.persian),
    ("اتفقت إيران وباكستان على توسيع التعاون الأمني", .arabic),
    ("ایران نے جیش العدل کے ٹھکانوں پر حملے کیے", .urdu),
    ("دیدار عراقچی با نخست‌وزیر پاکستان", .persian),
  ])
  func `is told from its letters and function words`(text: String, language: Language) {
    #expect(LanguageIdentifier.identify(text).language == language)
  }

  @Test(arguments: [
    "Iran and Pakistan agree", "", "12345", "Привет, мир", "د افغانستان ولسمشر ځينې څېړنې وړاندې کړې ټولې",
  ])
  func `is none of the three for another language`(text: String) {
    #expect(LanguageIdentifier.identify(text).language == nil)
  }
}

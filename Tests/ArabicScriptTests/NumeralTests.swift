import ArabicScript
import NewsEvents
import Testing

@Suite struct `Numbers in words and digits` {
  @Test(arguments: [
    (Language.persian, "ده نفر", 10, 1), (.persian, "یکهزار و چهارصد و دو", 1402, 5),
    (.persian, "هزار و سیصد و شصت و چهار هجری", 1364, 7), (.persian, "بیست و سوم مهر", 23, 3),
    (.persian, "سی‌ام", 30, 1),
    (.persian, "سی ام", 30, 2), (.persian, "۱۲٬۵۰۰ نفر", 12500, 3), (.persian, "۳ میلیون و ۲۰۰ هزار تن", 3_200_000, 5),
    (.persian, "۱۸ و ۱۹ بهمن", 18, 1), (.persian, "دو سه روز", 2, 1), (.persian, "۳.۵ میلیون", 3_500_000, 4),
    (.persian, "دوهزار و بیست", 2020, 3), (.persian, "شصت‌وچهارمین", 64, 1), (.arabic, "عشرة أشخاص", 10, 1),
    (.arabic, "أحد عشر", 11, 2), (.arabic, "اثني عشر", 12, 2), (.arabic, "خمسة وعشرين", 25, 2),
    (.arabic, "الحادي والعشرين من", 21, 2), (.arabic, "الثالث عشر", 13, 2),
    (.arabic, "ألف وتسعمائة وثمانية وسبعون", 1978, 4), (.arabic, "ألفان وثمانية عشر", 2018, 3),
    (.arabic, "ثلاثة آلاف جندي", 3000, 2), (.arabic, "ثلاثمئة وخمسون ألفا", 350_000, 3), (.arabic, "ألفين", 2000, 1),
    (.urdu, "دس افراد", 10, 1), (.urdu, "تینتیس", 33, 1), (.urdu, "دو ہزار چوبیس", 2024, 3),
    (.urdu, "ایک سو پچیس", 125, 3), (.urdu, "دو لاکھ پچاس ہزار", 250_000, 4), (.urdu, "21ویں", 21, 2),
    (.urdu, "پانچویں", 5, 1), (.arabic, "29th January", 29, 2),
  ])
  func `are read with their extent`(language: Language, text: String, value: Int, tokens: Int) {
    let numeral = Numerals.read(AnalyzedText(text, language: language), at: 0)
    #expect(numeral?.value == Int64(value))
    #expect(numeral?.tokens == tokens)
  }

  @Test(arguments: [
    (Language.urdu, "ہزاروں افراد"), (.persian, "ده‌ها نفر"), (.arabic, "عشرات القتلى"), (.arabic, "آلاف المتظاهرين"),
    (.urdu, "اسی دوران"), (.persian, "۳.۵"), (.arabic, "الأحد"),
  ])
  func `are not found where the quantity is indefinite`(language: Language, text: String) {
    #expect(Numerals.read(AnalyzedText(text, language: language), at: 0) == nil)
  }

  @Test(arguments: [
    (Language.persian, "سوم", true), (.persian, "سه", false), (.arabic, "الخامسة", true), (.arabic, "خمسة", false),
    (.urdu, "تیسرا", true), (.urdu, "تین", false), (.persian, "۱۴م", true),
  ])
  func `tell ordinals from cardinals`(language: Language, text: String, isOrdinal: Bool) {
    #expect(Numerals.read(AnalyzedText(text, language: language), at: 0)?.isOrdinal == isOrdinal)
  }

  @Test(arguments: Language.allCases)
  func `of any size and length never trap`(language: Language) {
    let joiner = language == .arabic ? " و" : " و "
    for text in [
      String(repeating: "9", count: 60), Array(repeating: "999999999999", count: 50).joined(separator: " "),
      Array(repeating: language == .arabic ? "مليار" : "میلیارد", count: 300).joined(separator: joiner),
      "999999999999 " + (language == .urdu ? "کھرب" : "تریلیون"), "999,999,999,999,999,999,999.999 ہزار",
    ] {
      let analyzed = AnalyzedText(text, language: language)
      for i in analyzed.tokens.indices { _ = Numerals.read(analyzed, at: i) }
    }
  }
}

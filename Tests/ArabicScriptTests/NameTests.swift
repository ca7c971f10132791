import ArabicScript
import NewsEvents
import Testing

@Suite struct `Two names` {
  private func score(_ a: String, _ aLanguage: Language, _ b: String, _ bLanguage: Language) -> Int {
    NameMatch.score(NameSkeleton(a, language: aLanguage), NameSkeleton(b, language: bLanguage))
  }

  @Test(arguments: [
    ("حسین امیرعبداللهیان", Language.persian, "حسين أمير عبد اللهيان", Language.arabic),
    ("فؤاد معصوم", .arabic, "فواد معصوم", .urdu),
    ("پرویز مشرف", .urdu, "برويز مشرف", .arabic),
    ("چنگیز آیتماتوف", .persian, "جنكيز آيتماتوف", .arabic),
    ("عبدالفتاح السیسی", .persian, "عبد الفتاح السيسي", .arabic),
  ])
  func `of one person agree across the languages`(a: String, al: Language, b: String, bl: Language) {
    #expect(score(a, al, b, bl) >= NameMatch.threshold)
  }

  @Test(arguments: [
    ("حسن روحانی", Language.persian, "حسين روحاني", Language.arabic, true),
    ("کمال خرازی", .persian, "صادق خرازي", .arabic, false),
    ("نصرت بھٹو", .urdu, "بينظير بوتو", .arabic, false),
    ("احمد شاه مسعود", .persian, "أحمد ضياء مسعود", .arabic, false),
  ])
  func `that share a family name are told apart by the given name`(
    a: String, al: Language, b: String, bl: Language, vowelsOnly: Bool
  ) {
    // حسن and حسین differ in a vowel alone, which no consonant key can see.
    #expect((score(a, al, b, bl) >= NameMatch.threshold) == vowelsOnly)
  }
}

import NewsEvents
import Testing

@Suite struct `Who did it to whom` {
  @Test(arguments: [
    (Language.persian, "اسرائیل به سوریه حمله کرد.", "ASSAULT ISR>SYR"),
    (.arabic, "هاجمت إسرائيل سوريا.", "ASSAULT ISR>SYR"),
    (.urdu, "اسرائیل نے شام پر حملہ کیا۔", "ASSAULT ISR>SYR"),
  ])
  func `the subject attacks, the object suffers`(language: Language, text: String, expected: String) {
    #expect(summaries(text, language).contains(expected))
  }

  @Test(arguments: [
    (Language.persian, "پس از حمله هوایی ترکیه به عراق، اوضاع آرام شد.", "ASSAULT TUR>IRQ"),
    (.urdu, "ترکی کے عراق پر فضائی حملے کے بعد حالات پرسکون ہو گئے۔", "ASSAULT TUR>IRQ"),
    (.arabic, "ساد الهدوء بعد القصف التركي على العراق.", "ASSAULT TUR>IRQ"),
  ])
  func `a noun after "after" carries its own parties`(language: Language, text: String, expected: String) {
    #expect(summaries(text, language).contains(expected))
  }

  @Test(arguments: [
    (Language.persian, "وزیر خارجه ترکیه با همتای عراقی خود دیدار کرد.", "CONSULT IRQ,TUR>"),
    (.arabic, "اجتمع وزير الخارجية التركي مع نظيره العراقي.", "CONSULT IRQ,TUR>"),
    (.urdu, "ترک وزیر خارجہ نے عراقی وزیر خارجہ سے ملاقات کی۔", "CONSULT IRQ,TUR>"),
  ])
  func `a meeting has two sides and no recipient`(language: Language, text: String, expected: String) {
    #expect(summaries(text, language).contains(expected))
  }

  @Test(arguments: [
    (Language.persian, "ایران حمله اسرائیل به غزه را محکوم کرد."),
    (.arabic, "أدانت إيران الهجوم الإسرائيلي على غزة."),
    (.urdu, "ایران نے غزہ پر اسرائیلی حملے کی مذمت کی۔"),
  ])
  func `who condemns an attack accuses the attacker`(language: Language, text: String) {
    let found = code(text, language).filter { $0.type == .accuse }
    #expect(found.map(summary) == ["ACCUSE IRN>ISR"])
    #expect(found.first?.modes == ["disapprove"])
  }

  @Test(arguments: [
    (Language.persian, "ایران و پاکستان درباره امنیت مرزها توافق کردند.", "AGREE IRN,PAK>"),
    (.arabic, "اتفقت إيران وباكستان على ضبط الحدود.", "AGREE IRN,PAK>"),
    (.urdu, "ایران اور پاکستان نے سرحدی سلامتی پر اتفاق کیا۔", "AGREE IRN,PAK>"),
  ])
  func `an agreement is one event of both`(language: Language, text: String, expected: String) {
    #expect(summaries(text, language) == [expected])
  }

  @Test func `an office takes the country beside it`() {
    #expect(code("وزیر دفاع ترکیه از عراق دیدار کرد.", .persian).first?.actors.first?.sector == "GOV")
    #expect(code("زار الرئيس التركي العراق.", .arabic).first.map(summary) == "CONSULT TUR>IRQ")
  }
}

import NewsEvents
import Testing

@testable import EventCoding

@Suite struct `An event coder` {
  @Test func `quotes are the text between their offsets`() {
    let text = "خبر\nاسرائیل به سوریه حمله کرد و ایران این حمله را محکوم کرد."
    let scalars = Array(text.unicodeScalars)
    func slice(_ quote: Quote) -> String {
      var out = String.UnicodeScalarView()
      out.append(contentsOf: scalars[Int(quote.range.start)..<Int(quote.range.end)])
      return String(out)
    }
    let mentions = code(text, .persian)
    #expect(!mentions.isEmpty)
    for mention in mentions {
      #expect(slice(mention.trigger) == mention.trigger.text)
      #expect(slice(mention.sentence) == mention.sentence.text)
      for party in mention.actors + mention.recipients {
        if let quote = party.quote { #expect(slice(quote) == quote.text) }
      }
    }
  }

  @Test func `the same article gives the same result`() {
    let article = Article(id: "a", language: .urdu, text: "اسرائیل نے شام پر حملہ کیا۔ ایران نے مذمت کی۔")
    #expect(coder.code(article) == coder.code(article))
  }

  @Test func `ids differ within an article`() {
    let mentions = code("اسرائیل به سوریه حمله کرد. ترکیه به عراق حمله کرد. ترکیه به عراق حمله کرد.", .persian)
    #expect(mentions.count == 3)
    #expect(Set(mentions.map(\.id)).count == 3)
  }

  @Test func `a language that is not read is a reject with a remedy`() {
    let result = coder.code(Article(id: "x", text: "The cat sat on the mat and looked at the dog."))
    #expect(result.rejects.map(\.code) == [.unsupportedLanguage])
    #expect(result.mentions.isEmpty)
  }

  @Test func `an empty article is a reject`() {
    #expect(coder.code(Article(id: "x", text: " \n ")).rejects.map(\.code) == [.empty])
  }

  @Test func `the work budget turns into a reject`() {
    let tight = EventCoder(lexicon: coder.tables.lexicon, budget: 20)
    let long = String(repeating: "اسرائیل به سوریه حمله کرد. ", count: 20)
    #expect(tight.code(Article(id: "x", language: .persian, text: long)).rejects.map(\.code) == [.overBudget])
  }

  @Test func `a sentence of more names than sixteen bits can count is read`() {
    // Enough steps to read it, not enough to code it.
    let patient = EventCoder(lexicon: coder.tables.lexicon, budget: 100_000)
    let names = String(repeating: "ایران ", count: 40_000)
    #expect(patient.code(Article(id: "x", language: .persian, text: names)).rejects.map(\.code) == [.overBudget])
  }

  @Test func `sport is no war`() {
    let text = """
      پرسپولیس با حمله‌های پیاپی در لیگ برتر تیم استقلال را شکست داد. بازیکنان این تیم در ورزشگاه آزادی دو گل زدند. \
      سرمربی تیم ملی عراق از بازیکنان ایران تمجید کرد.
      """
    #expect(code(text, .persian).isEmpty)
  }

  @Test func `copies have equal sketches, other texts do not`() {
    func sketch(_ text: String) -> [UInt32] { coder.code(Article(id: "s", language: .persian, text: text)).sketch }
    let words = (0..<80).map { "واژه\($0 % 37) متن\($0 * 7 % 61)" }
    let text = words.joined(separator: " ") + "."
    let other = words.reversed().joined(separator: " ") + "."
    #expect(sketch(text).count == 64)
    #expect(sketch(text) == sketch("\n" + text))
    #expect(zip(sketch(text), sketch(other)).filter { $0 == $1 }.count < 16)
    #expect(sketch("کوتاه.").isEmpty)
  }
}

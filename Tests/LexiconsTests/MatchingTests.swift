import ArabicScript
import Lexicons
import NewsEvents
import Testing

private let tables = """
  country IRN
    en Iran
    fa ایران
    ar إيران
    ur ایران
    fa.adj ایرانی
    ar.adj إيراني
    ur.adj ایرانی
    fa.metonym تهران/GOV
    ar.metonym طهران/GOV
    ur.metonym تہران/GOV

  country IRQ
    en Iraq
    fa عراق
    ar العراق
    ur عراق

  country MAR
    en Morocco
    fa مراکش
    ar المغرب
    ur مراکش

  lightverb fa-do
    fa.active کرد/کن
    fa.passive شد/شو

  lightverb ar-launch
    ar.active شن/يشن

  office foreign-minister
    en foreign minister
    sector GOV
    fa وزیر امور خارجه | وزیر خارجه
    ar وزير الخارجية
    ur وزیر خارجہ

  actor police
    en police
    kind generic
    code * COP
    fa نیروی انتظامی | پلیس
    ar شرطة
    ur پولیس

  place tehran
    en Tehran
    country IRN
    at 35.6892 51.389
    fa تهران
    ar طهران
    ur تہران

  trigger attack
    type ASSAULT
    fa.noun حمله | حملات
    fa.light حمله + کرد
    fa.not حمله قلبی
    fa.verb کشت/کش
    ar.noun هجوم | ضربة
    ar.light شن + هجوم
    ar.verb هاجم/يهاجم | دعا إلى/يدعو إلى | ألغى/يلغي
    ur.noun حملہ
    ur.verb مار

  """

@Suite struct `A phrase is found` {
  private let lexicon: Lexicon

  init() throws { lexicon = try compile(tables) }

  private func found(_ text: String, _ language: Language) -> [(String, Meaning)] {
    let analyzed = AnalyzedText(text, language: language)
    return lexicon.matches(in: analyzed, tokens: 0..<analyzed.tokens.count).map {
      (analyzed.text($0.tokens), $0.meaning)
    }
  }

  private func texts(_ text: String, _ language: Language, _ wanted: (Meaning) -> Bool) -> [String] {
    found(text, language).filter { wanted($0.1) }.map(\.0)
  }

  private func isTrigger(_ meaning: Meaning) -> Bool {
    switch meaning {
    case .triggerNoun, .triggerVerb: true
    default: false
    }
  }

  @Test(arguments: ["باکو", "قد"]) func `never where no entry stands`(text: String) {
    #expect(found(text, .persian).isEmpty)
  }

  @Test(arguments: [
    ("والهجوم على", "والهجوم"), ("هجومها الأخير", "هجومها"), ("بضربتهم", "بضربتهم"), ("للهجوم", "للهجوم"),
    ("ستهاجم", "ستهاجم"), ("فهاجمته", "فهاجمته"), ("ضربات", "ضربات"), ("الهجومان", "الهجومان"),
    ("ودعت إلى", "ودعت إلى"), ("وألغت", "وألغت"),
  ])
  func `under Arabic clitics, articles and endings`(text: String, match: String) {
    #expect(texts(text, .arabic, isTrigger).contains(match))
  }

  @Test(arguments: [
    ("حمله‌ای", "حمله‌ای"), ("حمله هایی", "حمله هایی"), ("حمله‌های", "حمله‌های"), ("حملههای", "حملههای"),
    ("حملاتی", "حملاتی"), ("حمله‌شان", "حمله‌شان"), ("می‌کشند", "می‌کشند"), ("نکشتند", "نکشتند"), ("بکشد", "بکشد"),
  ])
  func `under Persian endings, joined, apart and with lost joiners`(text: String, match: String) {
    #expect(texts(text, .persian, isTrigger).contains(match))
  }

  @Test(arguments: [("حملے", "حملے"), ("حملوں میں", "حملوں"), ("مارا", "مارا"), ("مارتے", "مارتے"), ("مارنے", "مارنے")])
  func `under Urdu inflection`(text: String, match: String) {
    #expect(texts(text, .urdu, isTrigger).contains(match))
  }

  @Test func `as the longest and every shorter reading, longest first`() {
    let offices = texts("وزیر امور خارجه ایران", .persian) { if case .office = $0 { true } else { false } }
    #expect(offices == ["وزیر امور خارجه"])
    #expect(found("حمله قلبی", .persian).first?.1 == .notTrigger(0))
  }

  @Test func `as a noun that begins like an article: الإلغاء is cancellation, الالتزام commitment`() throws {
    let lexicon = try compile("trigger t\n  type REJECT\n  ar.noun إلغاء | التزام | الهجوم\n")
    for word in ["إلغاء", "الإلغاء", "بالإلغاء", "التزام", "الالتزام", "هجوم", "بالهجوم"] {
      let text = AnalyzedText(word, language: .arabic)
      #expect(!lexicon.matches(in: text, tokens: 0..<text.tokens.count).isEmpty, "\(word)")
    }
    let unknown = AnalyzedText("غاء", language: .arabic)
    #expect(lexicon.matches(in: unknown, tokens: 0..<unknown.tokens.count).isEmpty)
  }

  @Test func `as a name only with its article: المغرب is Morocco, مغرب is dusk`() {
    func countries(_ text: String) -> [String] {
      texts(text, .arabic) { if case .country = $0 { true } else { false } }
    }
    #expect(countries("في المغرب") == ["المغرب"])
    #expect(texts("الطهران", .arabic) { $0 == .place(0) } == [])
    #expect(texts("لطهران", .arabic) { $0 == .place(0) } == ["لطهران"])
    #expect(countries("عند مغرب") == [])
    #expect(countries("والعراق") == ["والعراق"])
    #expect(countries("للعراق") == ["للعراق"])
    #expect(countries("الإيرانيين") == ["الإيرانيين"])
  }

  @Test func `as a place but not as its demonym: تهرانی is nobody's capital`() {
    #expect(texts("تهرانی", .persian) { $0 == .place(0) }.isEmpty)
    #expect(texts("تهران", .persian) { $0 == .place(0) } == ["تهران"])
  }

  @Test func `with the features of the verb form`() throws {
    func features(_ text: String, _ language: Language) -> VerbFeatures {
      for (_, meaning) in found(text, language) {
        if case .triggerVerb(_, let features) = meaning { return features }
      }
      return []
    }
    #expect(features("نکشت", .persian).contains([.past, .negated]))
    #expect(features("نمی‌کشند", .persian).contains([.present, .negated, .plural]))
    #expect(features("سيهاجم", .arabic).contains(.future))
    #expect(features("هاجمت", .arabic).contains([.past, .feminine]))
    #expect(features("مارنا", .urdu).contains(.infinitive))
  }
}

@Suite struct `A compiled lexicon` {
  @Test func `survives its binary form unchanged`() throws {
    let lexicon = try compile(tables)
    let bytes = LexiconBinary.encode(lexicon)
    let again = try LexiconBinary.decode(bytes)
    #expect(LexiconBinary.encode(again) == bytes)
    #expect(again.fingerprint == lexicon.fingerprint)
    #expect(again.triggers == lexicon.triggers)
  }

  @Test func `has the same bytes whenever it is compiled`() throws {
    #expect(LexiconBinary.encode(try compile(tables)) == LexiconBinary.encode(try compile(tables)))
  }

  @Test func `is refused when cut off anywhere, and never traps when a byte is changed`() throws {
    let bytes = LexiconBinary.encode(try compile(tables))
    for end in stride(from: 0, to: bytes.count, by: 211) {
      let isRefused = (try? LexiconBinary.decode(Array(bytes[..<end]))) == nil
      #expect(isRefused, "cut at byte \(end)")
    }
    for i in stride(from: 8, to: min(bytes.count, 4000), by: 37) {
      var damaged = bytes
      damaged[i] = 0xFF
      _ = try? LexiconBinary.decode(damaged)
    }
  }
}

import ArabicScript
import Calendars
import NewsEvents
import TemporalTagging
import Testing

/// A small deterministic generator (SplitMix64, Steele and others), so that a failing case comes again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite struct `Any input` {
  private let tagger = TemporalTagger()
  private let reference = Day(year: 2023, month: 5, day: 10)

  /// Every span lies in the text, in order, and quotes it exactly.
  private func check(_ text: String, _ language: Language) {
    let scalars = Array(text.unicodeScalars)
    var last = 0
    func verify(_ expression: TemporalExpression) {
      guard let quote = expression.interval.quote else {
        Issue.record("an expression without a quote")
        return
      }
      let range = Int(quote.range.start)..<Int(quote.range.end)
      #expect(range.lowerBound >= 0 && range.upperBound <= scalars.count && !range.isEmpty)
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      #expect(quote.text == String(view))
      if let start = expression.interval.start, let end = expression.interval.end { #expect(start <= end) }
      for part in expression.parts { verify(part) }
    }
    let analyzed = AnalyzedText(text, language: language)
    for expression in tagger.tag(analyzed, reference: reference) {
      verify(expression)
      #expect(Int(expression.interval.quote?.range.start ?? 0) >= last)
      last = Int(expression.interval.quote?.range.end ?? 0)
    }
    for expression in tagger.tag(analyzed, reference: nil)
    where expression.kind == .deictic || expression.kind == .weekday {
      #expect(expression.interval.start == nil && expression.interval.end == nil)
    }
    _ = tagger.anchor(of: analyzed, published: nil)
  }

  private static let pieces: [Language: [String]] = [
    .persian: [
      "۱۲", "31", "1402", "۹۹", "دی", "مهر", "ماه", "سال", "روز", "هفته", "گذشته", "آینده", "پیش", "بعد", "از", "تا",
      "و", "در",
      "سه‌شنبه", "شنبه", "صبح", "ساعت", ":", "/", "-", ".", "(", ")", "،", "برابر با", "ژانویه", "رجب", "دهه", "نیمه",
      "دوم",
      "پایان", "فردای", "آن", "امروز", "دیروز", "کتاب", "\n", "هزار", "سیصد", "چند", "هر", "۰", "امسال", "قمری",
    ],
    .arabic: [
      "12", "٣٠", "2024", "1445", "يناير", "كانون", "الثاني", "رمضان", "من", "شهر", "عام", "في", "قبل", "بعد", "يومين",
      "أسبوع",
      "الماضي", "المقبل", "الجاري", "الاثنين", "يوم", "أمس", "غدا", "الأول", "الحادي", "والعشرين", "إلى", "بين", "و",
      "هـ", "م",
      "الموافق", "(", ")", "/", "-", ":", "،", "الساعة", "مساء", "آخر", "خلال", "بعدها", "بيومين", "\n", "كتاب", "ألف",
      "الربع",
    ],
    .urdu: [
      "16", "31", "2024", "ء", "ھ", "جنوری", "مارچ", "رجب", "گزشتہ", "آئندہ", "رواں", "ماہ", "کی", "تاریخ", "ہفتہ",
      "ہفتے", "منگل",
      "کے", "روز", "دن", "سال", "دو", "پہلے", "بعد", "قبل", "کل", "پرسوں", "آج", "سے", "تک", "اور", "بجے", "شام", ":",
      "-", "/",
      "بمطابق", "یکم", "میں", "کو", "چند", "ہر", "\n", "کتاب", "ہزار", "سو", "دہائی", "گا",
    ],
  ]

  @Test(arguments: Language.allCases)
  func `made of the words of dates in any order maps back to itself`(language: Language) throws {
    var random = SplitMix(state: 20_240_116)
    let pieces = try #require(Self.pieces[language])
    for _ in 0..<1500 {
      let count = Int.random(in: 1...14, using: &random)
      var text = ""
      for _ in 0..<count {
        text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
        if Bool.random(using: &random) || Bool.random(using: &random) { text += " " }
      }
      check(text, language)
    }
  }

  @Test(arguments: Language.allCases)
  func `made of random scalars maps back to itself`(language: Language) {
    var random = SplitMix(state: 7)
    let blocks: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x600...0x6FF, 0x2000...0x2069, 0xFB50...0xFEFF, 0x1F300...0x1F320,
    ]
    for _ in 0..<300 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        let block = blocks[Int.random(in: 0..<blocks.count, using: &random)]
        if let scalar = Unicode.Scalar(UInt32.random(in: block, using: &random)) { view.append(scalar) }
      }
      check(String(view), language)
    }
  }

  /// Whether the cost stays linear is counted in instructions by Benchmarks/text/cost.sh; here a square would not end.
  @Test(arguments: Language.allCases)
  func `of a hundred kilobytes without a full stop gives as many dates as its parts`(language: Language) throws {
    let pieces = try #require(Self.pieces[language]).filter { $0 != "\n" }
    var random = SplitMix(state: 3)
    var unit = ""
    while unit.utf8.count < 8_000 { unit += pieces[Int.random(in: 0..<pieces.count, using: &random)] + " " }
    func found(_ copies: Int) -> Int {
      tagger.tag(AnalyzedText(String(repeating: unit, count: copies), language: language), reference: reference).count
    }
    let one = found(1)
    // At each seam two expressions may become one, or one reach over it.
    #expect(abs(found(16) - 16 * one) <= 32)
  }

  @Test(arguments: Language.allCases)
  func `of marks without end or brackets without closing is read`(language: Language) {
    let marks = "م" + String(repeating: "\u{64E}\u{651}\u{670}", count: 20_000)
    let brackets = String(repeating: "(«[", count: 10_000) + "2024-01-16"
    let joiners = String(repeating: "\u{200C}\u{200F}", count: 20_000)
    for text in [marks, brackets, joiners, String(repeating: "1402/", count: 8_000)] {
      let analyzed = AnalyzedText(text, language: language)
      for expression in tagger.tag(analyzed, reference: reference) {
        #expect(expression.interval.quote?.text.isEmpty == false)
      }
      _ = tagger.anchor(of: analyzed, published: reference)
    }
  }

  @Test(arguments: [
    (Language.persian, "۳۱ مهر ۱۴۰۲"), (.persian, "۳۲ دی ۱۴۰۲"), (.persian, "۳۰ فوریه ۲۰۲۳"), (.persian, "۱۴۰۲/۱۳/۰۱"),
    (.arabic, "30 فبراير 2023"), (.arabic, "31 نيسان 2023"), (.arabic, "2023-02-30"), (.urdu, "31 جون 2023"),
    (.urdu, "32-13-2023"),
  ])
  func `with an impossible date gives none`(language: Language, text: String) {
    let found = tagger.tag(AnalyzedText(text, language: language), reference: reference).filter(\.isDate)
    #expect(found.allSatisfy { $0.interval.granularity != .day }, "\(found)")
  }
}

@Suite struct `Nested and endless input` {
  @Test(arguments: Language.allCases)
  func `has no depth that reading could run out of`(language: Language) {
    let brackets = "2024 " + String(repeating: "(", count: 300_000) + "م"
    let text = AnalyzedText(brackets, language: language)
    #expect(TemporalTagger().read(text, published: Day(year: 2024, month: 1, day: 29)).expressions.count <= 1)
  }

  @Test func `a year is no longer a year of an era in two brackets`() {
    let found = TemporalTagger().tag(AnalyzedText("عام 2024 ((ميلادي))", language: .arabic), reference: nil)
    #expect(found.first?.interval.quote?.text == "عام 2024")
  }
}

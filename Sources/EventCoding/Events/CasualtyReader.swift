import ArabicScript
import Lexicons
import NewsEvents

/// Numbers of people killed, injured and arrested in a stretch of text.
struct CasualtyReader {
  let text: AnalyzedText
  let reading: SentenceReading
  /// Words of killing that are no markers: the triggers themselves.
  var killers: [Range<Int>] = []

  struct Counts: Sendable, Hashable {
    var deaths: CountRange?
    var injured: CountRange?
    var arrested: CountRange?
    var isEmpty: Bool { deaths == nil && injured == nil && arrested == nil }
  }

  /// A number counts with the nearest word of its kind, when nothing but people and adjectives stands between.
  /// `dates` are spans whose numbers are no people. O(tokens).
  func read(_ range: Range<Int>, dates: [Range<Int>]) -> Counts {
    var out = Counts()
    var numbers: [(range: Range<Int>, value: CountRange)] = []
    var i = range.lowerBound
    while i < range.upperBound {
      if !dates.contains(where: { $0.contains(i) }), Numerals.canBegin(text.tokens[i], text.language),
        let number = Numerals.read(text, at: i, before: range.upperBound), !number.isOrdinal, number.value > 0,
        number.value < 10_000_000
      {
        let span = i ..<| i + max(1, number.tokens)
        if isPeople(span, range) { numbers.append((span, bounds(Int(number.value), span, range))) }
        i = span.upperBound
        continue
      }
      i += 1
    }
    var used: Set<Int> = []
    let extra = killers.map { MarkerMatch(tokens: $0, set: MarkerSet(.killed), entry: nil) }
    for marker in reading.markers + extra {
      guard range.contains(marker.tokens.lowerBound) else { continue }
      let kind: MarkerClass
      if marker.set.has(.killed) {
        kind = .killed
      } else if marker.set.has(.injured) {
        kind = .injured
      } else if marker.set.has(.arrested) {
        kind = .arrested
      } else {
        continue
      }
      guard value(kind, out) == nil else { continue }
      var best: (distance: Int, index: Int)?
      for (n, number) in numbers.enumerated() where !used.contains(n) {
        let gap =
          number.range.lowerBound >= marker.tokens.upperBound
          ? marker.tokens.upperBound ..<| number.range.lowerBound : number.range.upperBound
          ..<| max(number.range.upperBound, marker.tokens.lowerBound)
        guard gap.count <= 9, isClear(gap, kind) else { continue }
        // The noun of an Urdu or Persian clause precedes its verb; an Arabic number follows the noun.
        let ahead = number.range.lowerBound >= marker.tokens.upperBound
        let cost = gap.count + (ahead == (text.language == .arabic) ? 0 : 4)
        if best == nil || cost < best!.distance { best = (cost, n) }
      }
      if let best {
        used.insert(best.index)
        set(kind, numbers[best.index].value, &out)
      } else if let value = implied(marker, kind) {
        set(kind, value, &out)
      }
    }
    return out
  }

  private func value(_ kind: MarkerClass, _ counts: Counts) -> CountRange? {
    switch kind {
    case .killed: counts.deaths
    case .injured: counts.injured
    default: counts.arrested
    }
  }

  private func set(_ kind: MarkerClass, _ value: CountRange, _ counts: inout Counts) {
    switch kind {
    case .killed: counts.deaths = value
    case .injured: counts.injured = value
    default: counts.arrested = value
    }
  }

  /// شخصين, شخصان: the Arabic dual is a number of its own.
  private func implied(_ marker: MarkerMatch, _ kind: MarkerClass) -> CountRange? {
    guard text.language == .arabic else { return nil }
    for t in marker.tokens.upperBound ..<| min(marker.tokens.upperBound + 2, reading.tokens.upperBound)
    where CasualtyReader.dual.contains(text.tokens[t].hash) { return CountRange(min: 2, max: 2) }
    return nil
  }

  private static let dual = WordSet(
    """
    شخصين شخصان جنديين جنديان مدنيين مدنيان شرطيين شرطيان فلسطينيين فلسطينيان طفلين طفلان امرأتين مسلحين مسلحان
    رجلين
    """, .arabic)

  /// Not money, age, distance, percentage or a clock time: the next word is people, a casualty word, or nothing known.
  private func isPeople(_ span: Range<Int>, _ range: Range<Int>) -> Bool {
    if span.upperBound < range.upperBound {
      let next = text.tokens[span.upperBound]
      if next.isMark(UInt8(ascii: "%")) || next.isMark(UInt8(ascii: ":")) || next.isMark(UInt8(ascii: "/")) {
        return false
      }
      if CasualtyReader.units.contains(next.hash) { return false }
      if isUrduAgent(span, range) { return false }
    }
    if span.lowerBound > range.lowerBound {
      let previous = text.tokens[span.lowerBound - 1]
      if previous.isMark(UInt8(ascii: "/")) || previous.isMark(UInt8(ascii: ":")) { return false }
      if CasualtyReader.unitsBefore.contains(previous.hash) { return false }
    }
    return true
  }

  /// تین مسلح افراد نے قتل کیا: those who did it.
  private func isUrduAgent(_ span: Range<Int>, _ range: Range<Int>) -> Bool {
    guard text.language == .urdu else { return false }
    for t in span.upperBound ..<| min(range.upperBound, span.upperBound + 5) {
      if CasualtyReader.ergative.contains(text.tokens[t].hash) { return true }
      if text.tokens[t].kind == .mark || CasualtyReader.cases.contains(text.tokens[t].hash) { return false }
    }
    return false
  }

  private static let ergative = WordSet("نے", .urdu)
  private static let cases = WordSet("کو کا کی کے سے میں پر", .urdu)

  private static let units = WordSet(
    (
      """
      درصد دلار تومان ریال سال ساله روز ماه هفته کیلومتر متر کیلو کیلوگرم تن ساعت دقیقه میلیون میلیارد هزار دستگاه
      فروند مورد واحد بار کشور شهر استان گلوله موشک پهپاد ماهه روزه
      """, .persian
    ),
    (
      """
      بالمئة بالمائة دولار دولارا ريال سنة عاما عام أعوام سنوات يوما أيام شهرا أشهر أسبوعا كيلومترا كيلومتر كلم كم
      متر مترا ساعة ساعات دقيقة دقائق مليون مليار ألف طن طنا مرة مرات دولة سيارة سيارات صاروخا صواريخ غارة غارات
      مسيرة منزلا مبنى قرية وقائع حوادث حادثا عمليات عملية هجمات هجوما ضربات ضربة طلقات رصاصات قذائف قذيفة قنابل
      طائرات زوارق مناطق مدن بلدات محافظات كيلوغراما
      """, .arabic
    ),
    (
      """
      فیصد ڈالر روپے سال سالہ برس دن ماہ مہینے ہفتے کلومیٹر میٹر کلو ٹن گھنٹے گھنٹوں منٹ لاکھ کروڑ ہزار ارب بار
      مرتبہ گاڑیاں گھر مکانات طیارے میزائل ڈرون مقامات کلوگرام
      """, .urdu
    ))

  private static let unitsBefore = WordSet(
    Language.allCases.flatMap { language in
      ["سنة", "عام", "سال", "الساعة", "ساعت", "بند", "ماده", "المادة", "قرار", "رقم", "شماره", "نمبر"].map {
        WordHash.of($0, language)
      }
    })

  private func bounds(_ value: Int, _ span: Range<Int>, _ range: Range<Int>) -> CountRange {
    let before = max(range.lowerBound, span.lowerBound - 4) ..<| span.lowerBound
    let after = span.upperBound ..<| min(range.upperBound, span.upperBound + 3)
    for marker in reading.markers {
      let touchesBefore =
        before.contains(marker.tokens.lowerBound) && marker.tokens.upperBound <= span.lowerBound
        && span.lowerBound - marker.tokens.upperBound <= 1
      let touchesAfter =
        after.contains(marker.tokens.lowerBound) && marker.tokens.lowerBound - span.upperBound <= 1
        && (text.language != .persian)
      guard touchesBefore || touchesAfter else { continue }
      if marker.set.has(.atLeast) { return CountRange(min: value, max: nil) }
      if marker.set.has(.atMost) { return CountRange(min: nil, max: value) }
    }
    return CountRange(min: value, max: value)
  }

  /// No other number's noun, verb of another clause or stop in between.
  private func isClear(_ gap: Range<Int>, _ kind: MarkerClass) -> Bool {
    for t in gap {
      let token = text.tokens[t]
      if token.kind == .number || token.isMark(UInt8(ascii: ";")) || token.isMark(UInt8(ascii: ".")) { return false }
      let set = reading.classes(at: t)
      if set.has(.killed) && kind != .killed || set.has(.injured) && kind != .injured
        || set.has(.arrested) && kind != .arrested
      {
        return false
      }
    }
    return true
  }
}

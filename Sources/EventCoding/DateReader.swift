import ArabicScript
import Calendars
import NewsEvents
import TemporalTagging

/// The dates of an article and the day they refer to.
struct DateReader {
  let anchor: ArticleAnchor
  private let all: [TemporalExpression]

  init(text: AnalyzedText, published: Day?) {
    let tagger = TemporalTagger()
    anchor = tagger.anchor(of: text, published: published)
    let tagged = tagger.tag(text, reference: anchor.day)
    all = anchor.day == nil ? DateReader.yearsFromNeighbours(tagged) : tagged
  }

  /// The expressions in some tokens. Another story in the page has a day of its own that nobody knows: only its full
  /// dates mean anything. O(log expressions + found).
  func expressions(_ tokens: Range<Int>, isOtherStory: Bool) -> [TemporalExpression] {
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].tokens.lowerBound < tokens.lowerBound { low = middle + 1 } else { high = middle }
    }
    var out: [TemporalExpression] = []
    while low < all.count, all[low].tokens.lowerBound < tokens.upperBound {
      if !isOtherStory || all[low].kind == .absolute { out.append(all[low]) }
      low += 1
    }
    return out
  }

  /// Without an anchor a day and month take the year that brings them nearest to a full month or day told within
  /// 120 words: "in December 2023 …, on 10 January …".
  private static func yearsFromNeighbours(_ all: [TemporalExpression]) -> [TemporalExpression] {
    let full = all.filter {
      $0.kind == .absolute && $0.isResolved && ($0.interval.granularity == .day || $0.interval.granularity == .month)
    }
    guard !full.isEmpty else { return all }
    return all.map { expression in
      guard expression.kind == .partial, !expression.isResolved, let month = expression.partialMonth,
        expression.partialYear == nil, let calendar = expression.interval.calendar ?? Optional(.gregorian),
        calendar != .islamic,
        let near = full.min(by: { distance($0, expression) < distance($1, expression) }),
        distance(near, expression) <= 120, let told = near.interval.start
      else { return expression }
      let year = calendar == .gregorian ? told.gregorian.year : SolarHijri.fields(of: told).year
      var best: (gap: Int, start: Day, end: Day)?
      for y in [year - 1, year, year + 1] {
        guard let span = span(y, month, expression.partialDay, calendar) else { continue }
        let gap = abs(span.0 - told)
        if best == nil || gap < best!.gap { best = (gap, span.0, span.1) }
      }
      guard let best, best.gap <= 183 else { return expression }
      var resolved = expression
      resolved.interval.start = best.start
      resolved.interval.end = best.end
      resolved.interval.basis = .resolved
      resolved.interval.anchor = told
      return resolved
    }
  }

  private static func distance(_ a: TemporalExpression, _ b: TemporalExpression) -> Int {
    a.tokens.lowerBound < b.tokens.lowerBound
      ? b.tokens.lowerBound - a.tokens.upperBound : a.tokens.lowerBound - b.tokens.upperBound
  }

  private static func span(_ year: Int, _ month: Int, _ day: Int?, _ calendar: CalendarSystem) -> (Day, Day)? {
    func make(_ d: Int) -> Day? {
      calendar == .gregorian ? Day(year: year, month: month, day: d) : SolarHijri.day(year: year, month: month, day: d)
    }
    if let day { return make(day).map { ($0, $0) } }
    let length =
      calendar == .gregorian ? Day.length(ofMonth: month, year: year) : SolarHijri.length(ofMonth: month, year: year)
    guard let first = make(1), let last = make(length) else { return nil }
    return (first, last)
  }
}

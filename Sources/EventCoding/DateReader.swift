import ArabicScript
import Calendars
import NewsEvents
import TemporalTagging

/// The dates of an article and the day they refer to.
struct DateReader {
  let anchor: ArticleAnchor
  private let all: [TemporalExpression]

  init(text: AnalyzedText, published: Day?) {
    let (anchor, tagged) = TemporalTagger().read(text, published: published)
    self.anchor = anchor
    all =
      anchor.day == nil
      ? DateReader.weekdaysFromDeadline(DateReader.yearsFromNeighbours(tagged), text) : tagged
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
        let near = nearest(to: expression, in: full),
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

  /// The one of `full`, which are in the order of the text, with the fewest words between. O(log n).
  private static func nearest(
    to expression: TemporalExpression, in full: [TemporalExpression]
  ) -> TemporalExpression? {
    var low = 0
    var high = full.count
    while low < high {
      let middle = (low + high) / 2
      if full[middle].tokens.lowerBound < expression.tokens.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low < full.count else { return full.last }
    guard low > 0 else { return full[low] }
    return distance(full[low], expression) < distance(full[low - 1], expression) ? full[low] : full[low - 1]
  }

  /// Without an anchor a bare weekday is the last one before a full date that the text calls a deadline ("agreed to
  /// return by 26 January … on Friday announced"): who writes of a deadline writes before it, and news tells a deadline
  /// in its last days. Only the latest date of the text, and no weekday that is called the next one, says so.
  private static func weekdaysFromDeadline(
    _ all: [TemporalExpression], _ text: AnalyzedText
  ) -> [TemporalExpression] {
    let days = all.filter { $0.kind == .absolute && $0.isResolved && $0.interval.granularity == .day }
    guard let last = days.compactMap(\.interval.end).max(),
      days.contains(where: { $0.interval.end == last && isDeadline($0, text) })
    else { return all }
    let next = DeadlineWords.next(text.language)
    return all.map { expression in
      guard expression.kind == .weekday, !expression.isResolved, let weekday = expression.weekday,
        !expression.tokens.contains(where: { next.contains(text.tokens[$0].hash) })
      else { return expression }
      let day = last - ((last.weekday - weekday + 6) % 7 + 1)
      var resolved = expression
      resolved.interval.start = day
      resolved.interval.end = day
      resolved.interval.basis = .resolved
      resolved.interval.anchor = last
      return resolved
    }
  }

  /// تا before a Persian date, حتى or بحلول before an Arabic one, تک after an Urdu one.
  private static func isDeadline(_ date: TemporalExpression, _ text: AnalyzedText) -> Bool {
    let at = text.language == .urdu ? date.tokens.upperBound : date.tokens.lowerBound - 1
    guard text.tokens.indices.contains(at) else { return false }
    return DeadlineWords.marks(text.language).contains(text.tokens[at].hash)
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

/// Words that make a date a deadline, and words that move a weekday ahead of the article's day.
private enum DeadlineWords {
  static func marks(_ language: Language) -> WordSet {
    switch language {
    case .persian: persian
    case .arabic: arabic
    case .urdu: urdu
    }
  }

  static func next(_ language: Language) -> WordSet {
    switch language {
    case .persian: persianNext
    case .arabic: arabicNext
    case .urdu: urduNext
    }
  }

  private static let persian = hashes("تا", .persian)
  private static let arabic = hashes("حتى بحلول قبل", .arabic)
  private static let urdu = hashes("تک", .urdu)
  private static let persianNext = hashes("آینده بعد آتی", .persian)
  private static let arabicNext = hashes("المقبل المقبلة القادم القادمة التالي", .arabic)
  private static let urduNext = hashes("آئندہ اگلے اگلی آنے", .urdu)

  private static func hashes(_ words: String, _ language: Language) -> WordSet {
    WordSet(words, language)
  }
}

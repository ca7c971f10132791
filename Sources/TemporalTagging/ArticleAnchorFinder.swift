public import ArabicScript
import Calendars
public import NewsEvents

extension TemporalTagger {
  /// The day an article's relative dates count from: found, not assumed.
  ///
  /// Candidates are the publication date of the metadata and full dates on a line of their own at the text's head
  /// (a header, a dateline). A candidate that the story contradicts is dropped: a full date of the past tense after
  /// it, days and months without a year that are all far from it, or "today, Monday" on another weekday. With no
  /// candidate left there is no anchor, and the reason says why. O(n).
  public func anchor(of text: AnalyzedText, published: Day?) -> ArticleAnchor {
    let expressions = tag(text, reference: nil)
    let header = headerDate(expressions, text)
    var candidates: [(day: Day, reason: String)] = []
    if let header { candidates.append((header.day, "header line \"\(header.quote)\"")) }
    if let published { candidates.append((published, "metadata")) }
    if let header, let published, header.day == published {
      candidates = [(published, "metadata, and header line \"\(header.quote)\"")]
    }
    var rejected: [String] = []
    var standing: [(day: Day, reason: String)] = []
    for candidate in candidates {
      if let why = contradiction(of: candidate.day, expressions, text, header: header?.tokens) {
        rejected.append("\(candidate.reason) \(candidate.day) contradicts \(why)")
      } else {
        standing.append(candidate)
      }
    }
    if let best = standing.first {
      // The page's own date is the story's; metadata may be the day of the crawl.
      let others = standing.dropFirst().map { "\($0.reason) says \($0.day)" } + rejected
      return ArticleAnchor(
        day: best.day, reason: others.isEmpty ? best.reason : best.reason + " (" + others.joined(separator: "; ") + ")")
    }
    if !rejected.isEmpty { return ArticleAnchor(day: nil, reason: rejected.joined(separator: "; ")) }
    return ArticleAnchor(day: nil, reason: "no metadata and no dated header line")
  }

  /// A full date that makes up most of one of the first lines, or follows a word such as "published".
  private func headerDate(_ expressions: [TemporalExpression], _ text: AnalyzedText) -> (
    day: Day, quote: String, tokens: Range<Int>
  )? {
    for expression in expressions {
      guard let line = text.sentences.first(where: { $0.tokens.overlaps(expression.tokens) }), line.line < 6 else {
        return nil
      }
      guard expression.kind == .absolute, let day = expression.interval.start, day == expression.interval.end,
        expression.contradiction == nil
      else { continue }
      let rest = line.tokens.filter {
        !expression.tokens.contains($0) && (text.tokens[$0].kind == .word || text.tokens[$0].kind == .latin)
      }
      if rest.count <= 3 || line.tokens.count <= 2 * expression.tokens.count {
        return (day, expression.interval.quote?.text ?? "", expression.tokens)
      }
    }
    return nil
  }

  /// Why `day` cannot be the article's day; nil when nothing speaks against it.
  private func contradiction(
    of day: Day, _ expressions: [TemporalExpression], _ text: AnalyzedText, header: Range<Int>?
  ) -> String? {
    var yearless: [(distance: Int, quote: String)] = []
    var near = false
    for expression in expressions where expression.tokens != header {
      let quote = expression.interval.quote?.text ?? ""
      if expression.kind == .deictic, let weekday = expression.weekday, let offset = deicticOffset(expression, text),
        (day + offset).weekday != weekday
      {
        return "\"\(quote)\""
      }
      if expression.kind == .absolute, let start = expression.interval.start, let end = expression.interval.end {
        if start - day <= 45, day - end <= 45 { near = true }
      }
      guard expression.kind == .partial, let month = expression.partialMonth, expression.partialYear == nil,
        let calendar = expression.interval.calendar
      else { continue }
      let year = calendar.fields(of: day).year
      let distances = ((year - 1)...(year + 1)).compactMap { year -> Int? in
        if let number = expression.partialDay {
          return calendar.day(year: year, month: month, day: number).map { abs($0 - day) }
        }
        return calendar.month(month, of: year).map {
          $0.contains(day) ? 0 : min(abs($0.lowerBound - day), abs($0.upperBound - day))
        }
      }
      if let least = distances.min() { yearless.append((least, quote)) }
    }
    // News writes the year of a day that is not of these weeks; one far day without a year proves the page wrong only
    // when no date of the text is near the page's.
    if let nearest = yearless.min(by: { $0.distance < $1.distance }), nearest.distance > 45, !near {
      return "the story's \"\(nearest.quote)\""
    }
    return nil
  }

  private func deicticOffset(_ expression: TemporalExpression, _ text: AnalyzedText) -> Int? {
    let reference = Day(number: 10_000)
    let again = tag(text, tokens: expression.tokens, reference: reference)
    return again.first.flatMap { $0.contradiction == nil ? nil : nil }
      ?? again.first?.interval.start.map { $0 - reference }
  }
}

public import ArabicScript
import Calendars
public import NewsEvents

extension TemporalTagger {
  /// The day an article's relative dates count from: found, not assumed.
  ///
  /// Best is a day that the story itself calls today, yesterday or tomorrow («اليوم الأحد 7 ماي 2023»). Else the
  /// candidates are the publication date of the metadata and a full date on a line of its own, or in a dateline, at
  /// the text's head. A candidate that the story contradicts is dropped: days and months without a year that are all
  /// far from it, a past day that lies after it, "yesterday, Monday" on another weekday, or a "today" more than two
  /// days from it. Of two that stand the earlier is taken, because pages also carry the day they were fetched. With
  /// none left there is no anchor; the reason says why, and about when the story was told by its own dates. O(n).
  public func anchor(of text: AnalyzedText, published: Day?) -> ArticleAnchor {
    anchor(of: text, published: published, tag(text, reference: nil))
  }

  /// `expressions` are those of the text without a reference.
  func anchor(of text: AnalyzedText, published: Day?, _ expressions: [TemporalExpression]) -> ArticleAnchor {
    let header = headerDate(expressions, text)
    let told = toldDay(expressions, text, header?.tokens)
    var candidates: [(day: Day, reason: String)] = []
    if let published { candidates.append((published, "metadata")) }
    if let header {
      let reason = "header line \"\(header.quote)\""
      if header.day == published {
        candidates[0].reason += ", " + reason
      } else {
        candidates.append((header.day, reason))
      }
    }
    var standing: [(day: Day, reason: String)] = []
    var rejected: [String] = []
    for candidate in candidates {
      let why =
        told.flatMap { abs($0.day - candidate.day) > TemporalTagger.publishing ? "the story's \"\($0.quote)\"" : nil }
        ?? contradiction(of: candidate.day, expressions, text, header: header?.tokens)
      if let why {
        rejected.append("\(candidate.reason) \(candidate.day) contradicts \(why)")
      } else {
        standing.append(candidate)
      }
    }
    if let told { standing = [(told.day, "the story's \"\(told.quote)\"")] + standing }
    guard let best = told == nil ? standing.min(by: { $0.day < $1.day }) : standing.first else {
      let reasons = rejected.isEmpty ? ["no metadata and no dated header line"] : rejected
      return ArticleAnchor(day: nil, reason: (reasons + textDates(expressions, header?.tokens)).joined(separator: "; "))
    }
    let others = standing.filter { $0.day != best.day }.map { "\($0.reason) says \($0.day)" } + rejected
    return ArticleAnchor(
      day: best.day, reason: others.isEmpty ? best.reason : "\(best.reason) (\(others.joined(separator: "; ")))")
  }

  /// How many days a story may be published after the day it calls today.
  private static let publishing = 2

  /// The day that the story says is its own. A date without a year takes the year, near those of the story's full
  /// dates, in which its weekday fits, when there is only one.
  private func toldDay(_ expressions: [TemporalExpression], _ text: AnalyzedText, _ header: Range<Int>?) -> (
    day: Day, quote: String
  )? {
    var years: Set<Int> = []
    for day in storyDays(expressions, nil) { years.formUnion([-1, 0, 1].map { day.gregorian.year + $0 }) }
    for expression in expressions where expression.tokens != header && expression.contradiction == nil {
      guard let offset = expression.daysFromArticle, expression.interval.granularity == .day,
        isInProse(expression.tokens, text)
      else { continue }
      let quote = expression.interval.quote?.text ?? ""
      if expression.kind == .absolute, let day = expression.interval.start, day == expression.interval.end {
        return (day - offset, quote)
      }
      guard let weekday = expression.weekday, let calendar = expression.interval.calendar,
        let month = expression.partialMonth, let number = expression.partialDay, calendar != .islamic
      else { continue }
      let fitting = years.compactMap {
        calendar.day(year: calendar == .gregorian ? $0 : $0 - 621, month: month, day: number)
      }.filter { $0.weekday == weekday }
      if let day = fitting.first, fitting.count == 1 { return (day - offset, quote) }
    }
    return nil
  }

  /// Whether a sentence stands around the tokens: pages also show today's date by itself, the day they were fetched.
  private func isInProse(_ tokens: Range<Int>, _ text: AnalyzedText) -> Bool {
    var low = 0
    var high = text.sentences.count
    while low < high {
      let middle = (low + high) / 2
      if text.sentences[middle].tokens.upperBound <= tokens.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low < text.sentences.count else { return false }
    let near = max(0, tokens.lowerBound - 12)..<tokens.upperBound + 12
    let sentence = text.sentences[low].tokens.clamped(to: near)
    return sentence.count { !tokens.contains($0) && text.tokens[$0].kind == .word } > 3
  }

  /// The full days told in the story.
  private func storyDays(_ expressions: [TemporalExpression], _ header: Range<Int>?) -> [Day] {
    expressions.filter { $0.kind == .absolute && $0.tokens != header }
      .compactMap { $0.interval.start == $0.interval.end ? $0.interval.start : nil }
  }

  /// First and last of the full dates in the story.
  private func textDates(_ expressions: [TemporalExpression], _ header: Range<Int>?) -> [String] {
    let days = storyDays(expressions, header)
    guard let first = days.min(), let last = days.max() else { return [] }
    return [first == last ? "text date \(first)" : "text dates \(first) … \(last)"]
  }

  /// A full date that makes up most of one of the first lines, or stands in its dateline.
  private func headerDate(_ expressions: [TemporalExpression], _ text: AnalyzedText) -> (
    day: Day, quote: String, tokens: Range<Int>
  )? {
    var sentence = 0
    for expression in expressions {
      while sentence < text.sentences.count, text.sentences[sentence].tokens.upperBound <= expression.tokens.lowerBound
      {
        sentence += 1
      }
      guard sentence < text.sentences.count, text.sentences[sentence].line < 6 else { return nil }
      let line = text.sentences[sentence].tokens
      guard expression.kind == .absolute, let day = expression.interval.start, day == expression.interval.end,
        expression.interval.granularity == .day, expression.contradiction == nil
      else { continue }
      if isAlmostAlone(expression.tokens, in: line, text) || isDateline(expression.tokens, line, text) {
        return (day, expression.interval.quote?.text ?? "", expression.tokens)
      }
    }
    return nil
  }

  /// Whether there are no more than three words and numbers beside the expression. O(1): lines of a header are short.
  private func isAlmostAlone(_ tokens: Range<Int>, in line: Range<Int>, _ text: AnalyzedText) -> Bool {
    guard line.count - tokens.count <= 100 else { return false }
    return line.count { !tokens.contains($0) && text.tokens[$0].kind != .mark } <= 3
  }

  /// «طهران (رويترز) 16 يناير 2024 - »: near the line's start, with a dash or colon after it.
  private func isDateline(_ tokens: Range<Int>, _ line: Range<Int>, _ text: AnalyzedText) -> Bool {
    guard tokens.lowerBound - line.lowerBound <= 6, tokens.upperBound < line.upperBound else { return false }
    var next = text.tokens[tokens.upperBound]
    if next.isMark(UInt8(ascii: ")")), tokens.upperBound + 1 < line.upperBound {
      next = text.tokens[tokens.upperBound + 1]
    }
    return next.isMark(UInt8(ascii: "-")) || next.isMark(UInt8(ascii: ":")) || next.isMark(UInt8(ascii: "|"))
  }

  /// How far from the article's day the nearest day without its year may be.
  private static let reach = 45

  /// Why `day` cannot be the article's day; nil when nothing speaks against it.
  private func contradiction(
    of day: Day, _ expressions: [TemporalExpression], _ text: AnalyzedText, header: Range<Int>?
  ) -> String? {
    var nearest: (distance: Int, quote: String)?
    var isNear = false
    for expression in expressions where expression.tokens != header {
      let quote = expression.interval.quote?.text ?? ""
      if expression.kind == .deictic, expression.weekday != nil {
        let again = tag(text, tokens: expression.tokens, reference: day)
        if again.first?.contradiction != nil { return "\"\(quote)\"" }
      }
      if expression.kind == .absolute, let start = expression.interval.start, let end = expression.interval.end,
        expression.interval.granularity != .year, abs(start - day) <= 45 || abs(end - day) <= 45
      {
        isNear = true
      }
      guard expression.kind == .partial, expression.partialYear == nil, let distance = distance(expression, day) else {
        continue
      }
      if nearest.map({ distance < $0.distance }) ?? true { nearest = (distance, quote) }
    }
    // One far day proves nothing while another date of the text is near.
    if let nearest, nearest.distance > TemporalTagger.reach, !isNear {
      return "the story's \"\(nearest.quote)\""
    }
    return nil
  }

  /// Days from `day` to the nearest year's instance of a day or month without a year.
  private func distance(_ expression: TemporalExpression, _ day: Day) -> Int? {
    guard let month = expression.partialMonth, let calendar = expression.interval.calendar else { return nil }
    let year = calendar.fields(of: day).year
    return ((year - 1)...(year + 1)).compactMap { year -> Int? in
      if let number = expression.partialDay {
        return calendar.day(year: year, month: month, day: number).map { abs($0 - day) }
      }
      return calendar.month(month, of: year).map {
        $0.contains(day) ? 0 : min(abs($0.lowerBound - day), abs($0.upperBound - day))
      }
    }.min()
  }
}

public import ArabicScript
import Calendars
public import NewsEvents

/// Finds date and time expressions in Persian, Arabic and Urdu text and resolves them to days.
///
/// One grammar over three calendars; words per language. Impossible dates (31 Mehr) give none. O(n).
public struct TemporalTagger: Sendable {
  public init() {}

  /// The expressions of a text in order, without overlaps; nested dates are in `parts`.
  ///
  /// - Parameters:
  ///   - tokens: only these, the whole text by default. What stands before them gives no context.
  ///   - reference: the day that relative expressions count from. Without it they are returned unresolved.
  public func tag(_ text: AnalyzedText, tokens: Range<Int>? = nil, reference: Day?) -> [TemporalExpression] {
    let range = (tokens ?? 0..<text.tokens.count).clamped(to: 0..<text.tokens.count)
    var grammar = DateGrammar(text, tokens: range, reference: reference)
    return expressions(&grammar)
  }

  /// The article's day and the expressions resolved against it: `anchor(of:published:)` and `tag(_:reference:)`, with
  /// the words of dates looked up once for both. O(n).
  public func read(_ text: AnalyzedText, published: Day?) -> (anchor: ArticleAnchor, expressions: [TemporalExpression])
  {
    var grammar = DateGrammar(text, tokens: 0..<text.tokens.count, reference: nil)
    let unresolved = expressions(&grammar)
    let anchor = anchor(of: text, published: published, unresolved)
    guard let day = anchor.day, !grammar.candidates.isEmpty else { return (anchor, unresolved) }
    grammar.begin(reference: day)
    return (anchor, expressions(&grammar))
  }

  private func expressions(_ grammar: inout DateGrammar) -> [TemporalExpression] {
    guard let first = grammar.candidates.first else { return [] }
    let text = grammar.text
    let reference = grammar.reference
    var found: [TemporalExpression] = []
    var at = first
    var sentence = -1
    var context: (day: Day, sentence: Int)?
    var past: (day: Day, sentence: Int)?
    var span: (value: DateGrammar.ToldSpan, sentence: Int)?
    for i in grammar.candidates where i >= at {
      // A set phrase that only looks like a date.
      if grammar.isInert(i) {
        at = grammar.after(i)
        continue
      }
      let current = sentenceIndex(of: i, from: max(sentence, 0), in: text)
      if current != sentence {
        sentence = current
        grammar.setting = grammar.setting(ofSentence: sentence)
      }
      // Three sentences are as far as "two days later" reaches back.
      grammar.context = context.flatMap { sentence - $0.sentence <= 3 ? $0.day : nil }
      grammar.past = past.flatMap { sentence - $0.sentence <= 1 ? $0.day : nil }
      grammar.span = span.flatMap { sentence - $0.sentence <= 1 ? $0.value : nil }
      guard let reading = grammar.expression(i) else { continue }
      let begin = reading.begin ?? i
      let expression = reading.expression(begin..<reading.end, in: text, grammar)
      found.append(expression)
      at = reading.end
      if reading.kind == .absolute, let day = reading.start, reading.month != nil || reading.granularity == .year {
        // A bare year rules its own sentence only.
        past = (day, reading.month != nil ? sentence : sentence - 1)
      }
      if reading.kind == .deictic, reading.start == reference { continue }
      if let start = reading.start, let finish = reading.finish, let calendar = reading.calendar,
        reading.granularity == .year || reading.granularity == .month
      {
        span = (
          DateGrammar.ToldSpan(days: start...finish, calendar: calendar, granularity: reading.granularity), sentence
        )
      } else if reading.isDate, reading.isSingleDay {
        span = nil
      }
      if expression.isDate, reading.isSingleDay, let day = reading.start {
        context = (day, sentence)
      } else if let last = reading.parts.last, last.reading.isSingleDay, let day = last.reading.start {
        context = (day, sentence)
      }
    }
    return found
  }

  /// The expressions of a text with the dates nested in them after each: what `silsila dates` prints.
  ///
  /// - Parameter language: identified from the text when nil; a text in none of the three has no dates.
  public func dates(in text: String, language: Language?, reference: Day?) -> [TemporalExpression] {
    guard let analyzed = language.map({ AnalyzedText(text, language: $0) }) ?? AnalyzedText(identifying: text) else {
      return []
    }
    func flat(_ expression: TemporalExpression) -> [TemporalExpression] {
      [expression] + expression.parts.flatMap(flat)
    }
    return tag(analyzed, reference: reference).flatMap(flat)
  }

  private func sentenceIndex(of token: Int, from start: Int, in text: AnalyzedText) -> Int {
    var index = start
    while index < text.sentences.count, text.sentences[index].tokens.upperBound <= token { index += 1 }
    return index
  }
}

extension Reading {
  /// The public form, with the original words.
  func expression(_ tokens: Range<Int>, in text: AnalyzedText, _ grammar: DateGrammar) -> TemporalExpression {
    // Conjunctions and prepositions written onto the first word stay outside.
    let codes = text.codeRange(tokens)
    let start = codes.lowerBound + (grammar.lexeme(tokens.lowerBound)?.prefixLength ?? 0)
    let quote = text.folded.quote(min(start, codes.upperBound)..<codes.upperBound)
    let interval = DateInterval(
      start: self.start, end: finish, granularity: granularity, basis: basis, calendar: calendar, quote: quote,
      time: time, anchor: basis == .stated ? nil : anchor)
    var expression = TemporalExpression(
      tokens: tokens, kind: kind, interval: interval, isRelativeToContext: isRelativeToContext, partialYear: year,
      partialMonth: month, partialDay: day, weekday: weekday,
      parts: parts.map { $0.reading.expression($0.tokens, in: text, grammar) }, contradiction: contradiction)
    expression.daysFromArticle = daysFromArticle
    // A weekday written beside it that agrees confirms the day.
    if calendar == .islamic, isResolved, weekday == nil || contradiction != nil {
      expression.uncertainty = IslamicCalendar.uncertainty
    }
    return expression
  }
}

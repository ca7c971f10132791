import ArabicScript
import NewsEvents
import TemporalTagging

extension FuzzTarget {
  /// Dates: spans in order that quote the original, intervals that do not run backwards, nothing relative resolved
  /// without a day to count from, and an anchor for any text.
  package static let dates = FuzzTarget("dates", seeds: LanguageInput.seeds, words: LanguageInput.words) { bytes in
    let input = LanguageInput(bytes)
    let text = AnalyzedText(input.text, language: input.language)
    let scalars = Array(input.text.unicodeScalars)
    let tagger = TemporalTagger()
    _ = tagger.anchor(of: text, published: input.reference)
    var end = 0
    for expression in tagger.tag(text, reference: input.reference) {
      if let why = broken(expression, scalars, input.reference) { return why }
      guard let range = expression.interval.quote?.range, Int(range.start) >= end else {
        return "expressions overlap at token \(expression.tokens.lowerBound)"
      }
      end = Int(range.end)
    }
    return nil
  }

  private static func broken(_ expression: TemporalExpression, _ scalars: [Unicode.Scalar], _ reference: Day?)
    -> String?
  {
    guard let quote = expression.interval.quote else { return "an expression without a quote" }
    let range = Int(quote.range.start)..<Int(quote.range.end)
    guard range.lowerBound >= 0, range.upperBound <= scalars.count, !range.isEmpty else { return "a span \(range)" }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    guard quote.text.unicodeScalars.elementsEqual(view) else { return "a quote that is not the text of \(range)" }
    if let start = expression.interval.start, let end = expression.interval.end, start > end {
      return "an interval that runs backwards in \(range)"
    }
    if reference == nil, expression.kind == .deictic || expression.kind == .weekday, expression.isResolved {
      return "a relative date resolved without a reference in \(range)"
    }
    for part in expression.parts {
      if let why = broken(part, scalars, reference) { return "a part: " + why }
    }
    return nil
  }
}

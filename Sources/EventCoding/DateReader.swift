import ArabicScript
import NewsEvents
import TemporalTagging

/// The dates of an article and the day they refer to.
struct DateReader {
  let text: AnalyzedText
  let anchor: ArticleAnchor

  init(text: AnalyzedText, published: Day?) {
    self.text = text
    anchor = ArticleAnchor(day: published, reason: published == nil ? "none" : "metadata")
  }

  func expressions(_ tokens: Range<Int>) -> [TemporalExpression] { [] }
}

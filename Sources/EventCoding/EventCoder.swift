import ArabicScript
public import Lexicons
public import NewsEvents
import TemporalTagging

/// Reads articles in Persian, Arabic and Urdu and codes who did what to whom, when and where.
///
/// A pure value: the same article gives the same result, whatever was coded before and on whichever thread. Cost is
/// linear in the article; one that needs more than the work budget is refused, never endless.
public struct EventCoder: Sendable {
  /// Rises with every change of the rules that can change a result.
  public static let version = 2

  let tables: CoderTables
  /// Steps (tokens, matches, pairs of parties and events) that one article may cost.
  let budget: Int

  /// What an article may cost unless somebody says otherwise: some seconds.
  public static let standardBudget = 60_000_000

  /// - Parameter budget: the steps that one article may cost. The same on every machine, whatever its speed; results
  ///   of articles within it do not depend on it.
  public init(lexicon: Lexicon, budget: Int = standardBudget) {
    self.budget = budget
    tables = CoderTables(lexicon)
  }

  /// Coder version and hash of the lexicon: results with the same fingerprint agree.
  public var fingerprint: String { "\(EventCoder.version)-\(tables.lexicon.fingerprint)" }

  /// Codes one article. Never fails: what cannot be coded is in `rejects`.
  public func code(_ article: Article) -> ArticleResult { read(article, keepsSteps: false).result }

  /// Codes one article and keeps every step for `explain`.
  public func analyze(_ article: Article) -> ArticleAnalysis { read(article, keepsSteps: true) }

  private func read(_ article: Article, keepsSteps: Bool) -> ArticleAnalysis {
    let hash = article.contentHash
    func empty(_ code: Reject.Code, _ message: String, _ language: Language? = nil) -> ArticleAnalysis {
      ArticleAnalysis(
        result: ArticleResult(
          article: article.id, contentHash: hash, language: language, published: article.published,
          title: article.title, url: article.url, source: article.source,
          anchor: ArticleAnchor(day: nil, reason: "not read"), rejects: [Reject(code: code, message: message)]),
        text: nil, lines: [], sentences: [])
    }
    let text: AnalyzedText
    if let language = article.language {
      text = AnalyzedText(article.text, language: language)
    } else if let identified = AnalyzedText(identifying: article.text) {
      text = identified
    } else if !article.text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) {
      return empty(.empty, "article \(article.id) has no letters; give it a text")
    } else {
      return empty(
        .unsupportedLanguage,
        "article \(article.id) is in no language Silsila reads; give it in Persian, Arabic or Urdu")
    }
    guard text.tokens.contains(where: { $0.kind == .word }) else {
      return empty(.empty, "article \(article.id) has no word in Arabic script; give it a text", text.language)
    }
    var run = ArticleRun(coder: self, article: article, hash: hash, text: text, keepsSteps: keepsSteps)
    guard run.code() else {
      return empty(
        .overBudget,
        "article \(article.id) needs more than \(budget) steps (\(text.tokens.count) words); split it", text.language)
    }
    return run.analysis
  }
}

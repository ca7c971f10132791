public import ArabicScript
public import NewsEvents

/// Everything that was read from one article, step by step: what `explain` prints.
public struct ArticleAnalysis: Sendable {
  public var result: ArticleResult
  /// nil when the article was not read.
  public var text: AnalyzedText?
  public var lines: [PageLine]
  public var sentences: [SentenceAnalysis]
}

/// The steps of one sentence. All ranges are token indices of the article.
public struct SentenceAnalysis: Sendable {
  public var tokens: Range<Int>
  public var section: Section
  /// What the lexicon knows of its words.
  var reading: SentenceReading
  public var clauses: [Clause]
  public var parties: [PartyMention]
  public var dates: [Range<Int>]
  /// Every word that may report an event, coded or rejected with the reason.
  public var decisions: [TriggerDecision]
  /// Ids of the mentions coded from it.
  public var mentions: [String]
}

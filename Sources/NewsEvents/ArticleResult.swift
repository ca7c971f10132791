/// Why a part of an article, or all of it, was not coded.
public struct Reject: Sendable, Hashable {
  public enum Code: String, Sendable, Hashable, CaseIterable {
    case unsupportedLanguage = "unsupported-language"
    case empty
    case overBudget = "over-budget"
  }

  public var code: Code
  /// One sentence for people: what, where, what to do.
  public var message: String

  public init(code: Code, message: String) {
    self.code = code
    self.message = message
  }
}

/// All that merging and export need of one article; the aggregator never sees the text.
public struct ArticleResult: Sendable, Hashable {
  public var article: String
  public var contentHash: ContentHash
  /// The language that was read; nil when none is supported (then `rejects` says so).
  public var language: Language?
  public var published: Day?
  public var title: String?
  public var url: String?
  public var source: String?
  public var anchor: ArticleAnchor
  /// MinHash of word 5-grams of the folded body, for syndication; empty for a very short text.
  public var sketch: [UInt32]
  public var mentions: [EventMention]
  public var rejects: [Reject]

  public init(
    article: String, contentHash: ContentHash, language: Language?, published: Day? = nil, title: String? = nil,
    url: String? = nil, source: String? = nil, anchor: ArticleAnchor, sketch: [UInt32] = [],
    mentions: [EventMention] = [], rejects: [Reject] = []
  ) {
    self.article = article
    self.contentHash = contentHash
    self.language = language
    self.published = published
    self.title = title
    self.url = url
    self.source = source
    self.anchor = anchor
    self.sketch = sketch
    self.mentions = mentions
    self.rejects = rejects
  }
}

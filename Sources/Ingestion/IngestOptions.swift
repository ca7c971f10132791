public import NewsEvents

/// How input is read.
public struct IngestOptions: Sendable {
  /// The most UTF-8 bytes that an article's text may have.
  public var maximumSize: Int
  /// Tells the language of a text that its source leaves unsaid; nil for one that is not supported, which is then
  /// rejected. Without this function such articles pass with no language.
  public var identify: (@Sendable (String) -> Language?)?

  public init(maximumSize: Int = 5_000_000, identify: (@Sendable (String) -> Language?)? = nil) {
    self.maximumSize = maximumSize
    self.identify = identify
  }

  /// The most bytes that one JSON record may have: every character escaped, and room for the other fields.
  var maximumRecord: Int { maximumSize * 6 + 65_536 }
}

/// What the reader hands over, one at a time.
public enum IngestItem: Sendable, Hashable {
  /// An article, and the language of its queue: the stated one, or the identified one; nil when not identified.
  case article(Article, queue: Language?)
  case reject(IngestReject)
}

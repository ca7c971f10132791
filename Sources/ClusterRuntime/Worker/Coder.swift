public import NewsEvents

/// What a worker does with an article: a pure function, and the name of exactly this function.
public struct Coder: Sendable {
  /// Coder version and lexicon hash. Results of different fingerprints never meet in one store.
  public var fingerprint: String
  /// Called from several threads at once. The same article always gives the same result.
  public var code: @Sendable (Article) -> ArticleResult

  public init(fingerprint: String, code: @escaping @Sendable (Article) -> ArticleResult) {
    self.fingerprint = fingerprint
    self.code = code
  }
}

public import NewsEvents

/// A folded text with its tokens and sentences: what every later stage reads.
///
/// A class, so that handing it on is one reference and not one for each of its arrays.
public final class AnalyzedText: Sendable {
  public let folded: FoldedText
  public let tokens: [Token]
  public let sentences: [Sentence]

  public init(_ folded: FoldedText) {
    self.folded = folded
    tokens = Tokenizer.tokens(of: folded)
    sentences = SentenceSplitter.sentences(of: tokens)
  }

  /// Folds, tokenises and splits `text`. O(n).
  public convenience init(_ text: String, language: Language) { self.init(FoldedText(text, language: language)) }

  /// Identifies the language first; nil when `text` is in none of the three.
  public convenience init?(identifying text: String) {
    let universal = UniversalFolding(text.utf8Span.span)
    guard let language = LanguageIdentifier.identify(universal.codes).language else { return nil }
    self.init(FoldedText(universal: universal, original: text, language: language))
  }

  @inlinable public var language: Language { folded.language }

  /// The letter codes of a token.
  @inlinable public func codes(_ token: Token) -> ArraySlice<UInt8> { folded.codes[token.codes] }

  /// The code range from the first to the last of `tokens`; empty at the text's end for an empty range.
  public func codeRange(_ tokens: Range<Int>) -> Range<Int> {
    guard !tokens.isEmpty else {
      let at = tokens.lowerBound < self.tokens.count ? Int(self.tokens[tokens.lowerBound].start) : folded.codes.count
      return at..<at
    }
    return Int(self.tokens[tokens.lowerBound].start)..<Int(self.tokens[tokens.upperBound - 1].end)
  }

  /// The original range of some tokens.
  public func range(_ tokens: Range<Int>) -> TextRange { folded.range(codeRange(tokens)) }

  /// The original words of some tokens.
  public func quote(_ tokens: Range<Int>) -> Quote { folded.quote(codeRange(tokens)) }

  public func text(_ tokens: Range<Int>) -> String { folded.text(codeRange(tokens)) }
}

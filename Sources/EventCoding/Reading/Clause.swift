import ArabicScript
import Lexicons
import NewsEvents

/// A verb with its auxiliaries: کرده بود, ہلاک ہو گیا, خواهد شد.
struct VerbGroup: Sendable, Hashable {
  var tokens: Range<Int>
  /// Indices into `SentenceReading.verbs`: a group's verbs follow one another.
  var verbs: Range<Int>
  var features: VerbFeatures
  var isSpeech: Bool
}

/// A clause: one predicate and what belongs to it. A relative clause in the middle leaves its host two ranges.
public struct Clause: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    case main, complement, relative, participle, subordinate
  }

  public var kind: Kind
  /// Token ranges of the article, in order.
  public var ranges: Few<Range<Int>>
  /// The clause it depends on or follows.
  public var parent: Int?
  /// Indices into the sentence's verb groups.
  var groups: Few<Int> = []
  /// Classes of the words that open it.
  var opener: MarkerSet = []

  public var start: Int { ranges.first?.lowerBound ?? 0 }
  public var end: Int { ranges.last?.upperBound ?? 0 }
  func contains(_ token: Int) -> Bool { ranges.contains { $0.contains(token) } }
}

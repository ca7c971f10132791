/// What a matched phrase means. Indices are into the arrays of `Lexicon`.
public enum Meaning: Sendable, Hashable {
  case country(Int, CountryForm)
  case actor(Int)
  case person(Int)
  case office(Int)
  case place(Int)
  /// A verbal noun or event noun.
  case triggerNoun(Int)
  case triggerVerb(Int, VerbFeatures)
  /// A fixed phrase that reports an event.
  case triggerForm(Int)
  /// The noun of a light-verb construction; it is an event only with one of `lightNouns[…].verbs` in its clause.
  case triggerLight(Int)
  /// A phrase that contains a trigger word but reports no event.
  case notTrigger(Int)
  case lightVerb(Int, VerbFeatures)
  case marker(Int)
}

/// What was stripped from a token to reach a known word.
public struct Affixes: OptionSet, Sendable, Hashable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Arabic و or ف, Persian none.
  public static let and = Affixes(rawValue: 1)
  /// Arabic ب
  public static let bi = Affixes(rawValue: 2)
  /// Arabic ل
  public static let li = Affixes(rawValue: 4)
  /// Arabic ك
  public static let ka = Affixes(rawValue: 8)
  /// Arabic ال
  public static let definite = Affixes(rawValue: 16)
  /// A possessive or object pronoun (هجومه, هجومها, حمله‌اش).
  public static let pronoun = Affixes(rawValue: 32)
  /// Persian ها, ان; generated plurals of nouns.
  public static let plural = Affixes(rawValue: 64)
  /// Persian ی after a vowel letter: ezafe or indefinite.
  public static let ya = Affixes(rawValue: 128)
  /// Persian ی after a consonant: indefinite, possessive or adjectival, never an ezafe.
  public static let indefinite = Affixes(rawValue: 256)
}

/// One reading of a run of tokens. Readings overlap; the coder chooses.
public struct LexiconMatch: Sendable, Hashable {
  /// Token indices into `AnalyzedText.tokens`.
  public var tokens: Range<Int>
  public var meaning: Meaning
  /// Of the first token (clitics before it) and the last (suffixes after it).
  public var affixes: Affixes
  /// The entry was written with `?`: an ordinary word too; it needs a title, office or nationality beside it.
  public var needsContext: Bool

  public init(tokens: Range<Int>, meaning: Meaning, affixes: Affixes = [], needsContext: Bool = false) {
    self.tokens = tokens
    self.meaning = meaning
    self.affixes = affixes
    self.needsContext = needsContext
  }
}

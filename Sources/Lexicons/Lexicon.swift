public import ArabicScript
public import NewsEvents

/// The noun of a light-verb construction and the light verbs that complete it.
public struct LightNoun: Sendable, Hashable {
  /// Index into `Lexicon.triggers`.
  public var trigger: Int
  /// Indices into `Lexicon.lightVerbs`.
  public var verbs: [Int]
}

/// A light verb's lemma and voice.
public struct LightVerbEntry: Sendable, Hashable {
  public var id: String
  public var language: Language
  /// The stem as the tables name it (`کرد`, `شن`, `کر`).
  public var lemma: String
  public var passive: Bool
  /// The noun may stand apart from it, as the object of its clause: نیروهای خود را از سوریه خارج کرد.
  public var apart: Bool
}

/// A compiled lexicon: entries and the matcher over them. Immutable, shared by any number of threads.
public struct Lexicon: Sendable {
  public internal(set) var countries: [CountryEntry] = []
  public internal(set) var actors: [ActorEntry] = []
  public internal(set) var persons: [PersonEntry] = []
  public internal(set) var offices: [OfficeEntry] = []
  public internal(set) var places: [PlaceEntry] = []
  public internal(set) var triggers: [TriggerEntry] = []
  public internal(set) var lightNouns: [LightNoun] = []
  public internal(set) var lightVerbs: [LightVerbEntry] = []
  public internal(set) var markers: [MarkerEntry] = []
  /// Page furniture: class and how such a line begins, folded per language (`fa`, `ar`, `ur`).
  public internal(set) var cues: [CueEntry] = []
  /// Hash of the compiled tables; part of the coder fingerprint.
  public internal(set) var fingerprint: String = ""

  var automata: [Language: PhraseAutomaton] = [:]

  init() {}

  /// All readings of `tokens` of `text`, sorted by start, longest first. The cost is linear in the tokens for a
  /// bounded phrase length.
  public func matches(in text: AnalyzedText, tokens: Range<Int>) -> [LexiconMatch] {
    guard let automaton = automata[text.language] else { return [] }
    return automaton.matches(in: text, tokens: tokens)
  }
}

/// The beginning of a line of page furniture.
public struct CueEntry: Sendable, Hashable {
  public var `class`: String
  public var language: Language
  /// Folded codes of the beginning of the line.
  public var prefix: [UInt8]
}

public import NewsEvents

/// Counts of a lexicon, for `silsila lexicon stats`.
public struct LexiconStatistics: Sendable {
  /// Entries by kind, in a fixed order.
  public var entries: [(kind: String, count: Int)]
  /// Phrases (with generated forms) and distinct words by language.
  public var phrases: [(language: Language, phrases: Int, words: Int)]

  public init(_ lexicon: Lexicon) {
    entries = [
      ("countries", lexicon.countries.count), ("actors", lexicon.actors.count), ("persons", lexicon.persons.count),
      ("offices", lexicon.offices.count), ("places", lexicon.places.count), ("triggers", lexicon.triggers.count),
      ("light verbs", lexicon.lightVerbs.count), ("markers", lexicon.markers.count), ("cues", lexicon.cues.count),
    ]
    phrases = Language.allCases.sorted().compactMap { language in
      lexicon.automata[language].map { automaton in
        (language, automaton.outputs.count, automaton.words.keys.count { $0 != 0 })
      }
    }
  }
}

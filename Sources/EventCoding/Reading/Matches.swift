import ArabicScript
import Lexicons
import NewsEvents

/// A name or office of the lexicon in a sentence, with every reading of the same words.
struct EntityMatch: Sendable, Hashable {
  var tokens: Range<Int>
  var meanings: Few<Meaning>
  var affixes: Affixes
}

/// A word that may report an event, with every reading of the same words.
struct TriggerMatch: Sendable, Hashable {
  var tokens: Range<Int>
  var meanings: Few<Meaning>
  /// How many of the meanings, the first ones, are of all its words; the others are of its head alone.
  var whole: Int
  var affixes: Affixes
}

/// A verb form: a light verb, the verb of a trigger, a verb of speech or a copula.
struct VerbMatch: Sendable, Hashable {
  var tokens: Range<Int>
  /// Indices into `Lexicon.lightVerbs` with the form's features.
  var light: Few<Light>
  var features: VerbFeatures
  var isTrigger: Bool
  var isSpeech: Bool
  /// Arabic و or ف is written on it.
  var hasAnd = false
  /// An object pronoun is written on it: شنته, نفذه.
  var hasPronoun = false

  struct Light: Sendable, Hashable {
    var index: Int
    var features: VerbFeatures
  }
}

/// A function word or phrase.
struct MarkerMatch: Sendable, Hashable {
  var tokens: Range<Int>
  var set: MarkerSet
  /// Index into `Lexicon.markers`, for modes and contexts.
  var entry: Int?
  var affixes: Affixes = []
}

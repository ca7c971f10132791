/// The classes of function words that the coder reads; `name` is the `class` of the lexicon's tables.
public enum MarkerClass: UInt8, Sendable, Hashable, CaseIterable {
  case about, arrested, atLeast, atMost, attribution, cause
  case agent, against, between, from, genitive, object, on, to, with, `in`
  case complementizer, conditional, contrast, coordination, denied, future, historical, hypothetical
  case injured, killed, modal, negation, ongoing, passive, person, planned, purpose, reciprocal, relative
  case reportedPassive, speechNoun, speechVerb, after, before, during
  case mode, context
  case pair, home, ownCountry, counterpart, group, regime, town, pronoun, we
  case lastCountry, lastOffice, neighbour
  case copula, deadline, placeNoun, sport, accident, topic
  case newsSource, opinion, demonstrator

  private static let names = [
    "about", "arrested", "at-least", "at-most", "attribution", "cause",
    "case-agent", "case-against", "case-between", "case-from", "case-genitive", "case-object", "case-on", "case-to",
    "case-with", "case-in",
    "complementizer", "conditional", "contrast", "coordination", "denied", "future", "historical", "hypothetical",
    "injured", "killed", "modal", "negation", "ongoing", "passive", "person", "planned", "purpose",
    "reciprocal", "relative",
    "reported-passive", "speech-noun", "speech-verb", "temporal-after", "temporal-before", "temporal-while",
    "mode", "context",
    "alias-pair", "alias-home", "alias-own-country", "alias-counterpart", "alias-group", "alias-regime", "alias-town",
    "pronoun-party", "pronoun-we",
    "alias-country", "alias-office", "alias-neighbour",
    "copula", "deadline", "place-noun", "topic-sport", "topic-accident",
    "case-about",
    "news-source", "opinion", "demonstrator",
  ]

  public var name: String { MarkerClass.names[Int(rawValue)] }

  static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}

/// A set of marker classes in one word.
struct MarkerSet: OptionSet, Sendable, Hashable {
  let rawValue: UInt64
  init(rawValue: UInt64) { self.rawValue = rawValue }
  init(_ marker: MarkerClass) { rawValue = 1 << UInt64(marker.rawValue) }
  init(_ classes: MarkerClass...) { rawValue = classes.reduce(0) { $0 | 1 << UInt64($1.rawValue) } }

  func has(_ marker: MarkerClass) -> Bool { rawValue & (1 << UInt64(marker.rawValue)) != 0 }
  func meets(_ other: MarkerSet) -> Bool { rawValue & other.rawValue != 0 }

  /// Words that govern a noun phrase.
  static let adposition = MarkerSet(
    .agent, .against, .between, .from, .object, .on, .to, .with, .in, .after, .before, .during, .cause, .purpose,
    .attribution, .topic)
  /// Words that open a clause of their own.
  static let opening = MarkerSet(.contrast, .conditional)
  static let temporal = MarkerSet(.after, .before, .during, .cause)
  /// Words that stand for a party named elsewhere.
  static let alias = MarkerSet(
    .pair, .home, .ownCountry, .counterpart, .group, .regime, .pronoun, .we, .lastCountry, .lastOffice, .neighbour)
}

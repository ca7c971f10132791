import Lexicons
public import NewsEvents

/// Where a clause reports an event, and by which words.
struct EventSite: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case verb, light, noun, form
  }

  /// Index into the lexicon's triggers.
  var trigger: Int
  var type: EventType
  var kind: Kind
  /// The trigger's own words.
  var tokens: Range<Int>
  /// The light verb or verb group.
  var verb: Range<Int>?
  /// Index into the sentence's verb groups, for the form of the verb.
  var group: Int?
  var features: VerbFeatures = []
  var passive = false
  var affixes: Affixes
  var clause: Int

  var isVerbal: Bool { kind != .noun }
}

/// Why words that may report an event were not coded.
public enum Rejection: String, Sendable, Hashable, CaseIterable {
  /// The noun of a light verb without its verb.
  case noLightVerb = "its light verb is missing"
  /// No party that a country or sector identifies.
  case noParty = "no party is known"
  /// It only names what another event of the clause is about.
  case content = "it is what another event is about"
  /// The same event as another word of the clause.
  case sameEvent = "another word of the clause reports the same event"
  case sport = "the passage is about sport"
  case accident = "the passage is about an accident or disaster"
  case weak = "the word alone is too weak"
  /// A thing asked for, threatened or feared.
  case unreal = "it is only asked for, feared or purposed"
  /// Words of force for something without force.
  case figurative = "the words are meant otherwise"
  /// Business, ceremony, a journey at home: nothing between political actors.
  case routine = "it is business, ceremony or the daily life of one country"
}

/// A word that may report an event, with the decision taken: a step of `explain`.
public struct TriggerDecision: Sendable, Hashable {
  public var trigger: String
  public var type: EventType
  public var tokens: Range<Int>
  /// nil when it was coded.
  public var rejection: Rejection?
  /// What spoke for and against it; empty when it was rejected before that was asked.
  public var reasons: [EvidenceReason] = []
}

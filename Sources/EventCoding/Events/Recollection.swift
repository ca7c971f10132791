import ArabicScript
import Lexicons
import NewsEvents

/// An attack that a sentence takes as known and does not tell: "after the attack on the base". It is a mention of an
/// attack when the article tells of one, before it or after it.
struct Recollection: Sendable {
  var event: CodedEvent
  /// Index of its rejection in the sentence's decisions.
  var decision: Int
  /// How many coded events of the sentence stand before it.
  var earlier: Int

  /// Whether `told`, an event of the same article, may be the one that is recalled: no country of the recollection is
  /// foreign to it.
  func mayMean(_ told: EventMention) -> Bool {
    guard told.type == event.site.type, told.status == .occurred || told.status == .ongoing else { return false }
    let countries = Set((told.actors + told.recipients).compactMap(\.country))
    return (event.actors + event.recipients).allSatisfy { party in
      guard let country = party.country, country.utf8.count == 3 else { return true }
      return countries.isEmpty || countries.contains(country)
    }
  }
}

extension SentenceCoder {
  /// A definite noun of violence, or a verb whose subject is one (إن الهجوم استهدف …), with a target or weapon or as the
  /// background of something else. Only Arabic has an article that tells what is known.
  func takesAsKnown(_ event: CodedEvent) -> Bool {
    let site = event.site
    guard text.language == .arabic, site.type == .assault, event.status == .occurred, event.weight > 2 else {
      return false
    }
    if site.isVerbal { return !event.recipients.isEmpty && hasKnownEventSubject(site) }
    guard !site.affixes.isDisjoint(with: [.definite, .pronoun]) else { return false }
    return event.recipients.contains { !$0.isPlaceOnly } || event.isBackground
  }

  /// The subject before or after the verb is a definite noun of violence.
  private func hasKnownEventSubject(_ site: EventSite) -> Bool {
    guard hasEventSubject(site) else { return false }
    return sites.contains {
      $0.kind == .noun && $0.type == .assault && $0.clause == site.clause && $0.affixes.contains(.definite)
    }
  }
}

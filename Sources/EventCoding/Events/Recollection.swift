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

  /// Whether an event of the same article between parties of these countries may be the one that is recalled: no country
  /// of the recollection is foreign to it.
  func mayMean(eventOf countries: [String]) -> Bool {
    if countries.isEmpty { return true }
    return (event.actors + event.recipients).allSatisfy { party in
      guard let country = party.country, country.utf8.count == 3 else { return true }
      return countries.contains(country.description)
    }
  }
}

/// The attacks that one story tells, for recollections of them: those between the same countries are one.
struct ToldAttacks {
  private struct Group {
    var type: EventType
    /// Of the parties, sorted.
    var countries: [String]
    /// The first actor of each country, with the number of its event.
    var actors: [(country: String, event: Int, party: Party)] = []
  }

  private var groups: [Group] = []
  private var count = 0

  /// O(groups), of which a story has few: an event has few countries, and all are of one story.
  mutating func add(_ mention: EventMention) {
    guard mention.status == .occurred || mention.status == .ongoing else { return }
    var countries: [String] = []
    for side in [mention.actors, mention.recipients] {
      for party in side {
        if let country = party.country, !countries.contains(country) { countries.append(country) }
      }
    }
    countries.sort()
    var n = groups.firstIndex { $0.type == mention.type && $0.countries == countries }
    if n == nil {
      n = groups.count
      groups.append(Group(type: mention.type, countries: countries))
    }
    guard let n else { return }
    for party in mention.actors {
      guard let country = party.country, !groups[n].actors.contains(where: { $0.country == country }) else { continue }
      groups[n].actors.append((country, count, party))
    }
    count += 1
  }

  func mayHold(_ recollection: Recollection) -> Bool { !meant(by: recollection).isEmpty }

  /// The first of those who acted in an event that may be meant, of one country.
  func actor(of country: String, meantBy recollection: Recollection) -> Party? {
    meant(by: recollection).compactMap { group in group.actors.first { $0.country == country } }
      .min { $0.event < $1.event }?.party
  }

  private func meant(by recollection: Recollection) -> [Group] {
    groups.filter { $0.type == recollection.event.site.type && recollection.mayMean(eventOf: $0.countries) }
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

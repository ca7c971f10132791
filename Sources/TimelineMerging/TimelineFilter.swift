public import NewsEvents

/// Which events of a timeline are wanted: the filters that every command and page offers alike.
///
/// Each criterion that is given must hold; within one, any of its values will do. An empty filter keeps everything.
public struct TimelineFilter: Sendable, Hashable {
  /// The first and the last day: an event is kept when its interval meets them, an undated one is not.
  public var from: Day?
  public var to: Day?
  /// Country codes, of a party or of the place.
  public var countries: Set<String>
  /// Parties, whichever role they have: lexicon id, country code or English name, regardless of case.
  public var actors: Set<String>
  public var types: Set<EventType>
  /// Languages in which somebody tells it.
  public var languages: Set<Language>
  public var statuses: Set<EventStatus>
  /// Outlets or article ids, regardless of case.
  public var sources: Set<String>

  public init(
    from: Day? = nil, to: Day? = nil, countries: Set<String> = [], actors: Set<String> = [],
    types: Set<EventType> = [], languages: Set<Language> = [], statuses: Set<EventStatus> = [],
    sources: Set<String> = []
  ) {
    self.from = from
    self.to = to
    self.countries = countries
    self.actors = actors
    self.types = types
    self.languages = languages
    self.statuses = statuses
    self.sources = sources
  }

  /// Whether nothing is asked for.
  public var isEmpty: Bool { self == TimelineFilter() }

  /// Whether the event is wanted. O(mentions).
  public func matches(_ event: TimelineEvent) -> Bool {
    matchesDates(event) && (types.isEmpty || types.contains(event.type))
      && (statuses.isEmpty || statuses.contains(event.status)) && matchesCountries(event) && matchesParties(event)
      && (languages.isEmpty || event.mentions.contains { languages.contains($0.language) }) && matchesSources(event)
  }

  /// The wanted events, in their order.
  public func apply(to timeline: Timeline) -> Timeline {
    isEmpty ? timeline : Timeline(events: timeline.events.filter(matches))
  }

  private func matchesDates(_ event: TimelineEvent) -> Bool {
    guard from != nil || to != nil else { return true }
    guard let date = event.date else { return false }
    let start = date.start?.number ?? .min, end = date.end?.number ?? .max
    return start <= (to?.number ?? .max) && end >= (from?.number ?? .min)
  }

  private func matchesCountries(_ event: TimelineEvent) -> Bool {
    guard !countries.isEmpty else { return true }
    let codes = (event.actors + event.recipients).map(\.country) + [event.location?.country]
    return codes.contains { code in code.map { countries.contains($0.uppercased()) } ?? false }
  }

  private func matchesParties(_ event: TimelineEvent) -> Bool {
    guard !actors.isEmpty else { return true }
    let wanted = Set(actors.map { $0.lowercased() })
    return (event.actors + event.recipients).contains { party in
      [party.entity, party.name, party.country].contains { $0.map { wanted.contains($0.lowercased()) } ?? false }
    }
  }

  private func matchesSources(_ event: TimelineEvent) -> Bool {
    guard !sources.isEmpty else { return true }
    let wanted = Set(sources.map { $0.lowercased() })
    return event.sources.contains { source in
      ([source.article, source.source ?? ""] + source.copies).contains { wanted.contains($0.lowercased()) }
    }
  }
}

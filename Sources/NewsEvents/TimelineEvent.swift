/// A text in the four interface languages.
public struct LocalizedText: Sendable, Hashable {
  public var en: String
  public var fa: String
  public var ar: String
  public var ur: String

  public init(en: String, fa: String, ar: String, ur: String) {
    self.en = en
    self.fa = fa
    self.ar = ar
    self.ur = ur
  }
}

/// A field on which the sources disagree, with each value and the mentions that say it.
public struct Conflict: Sendable, Hashable {
  public struct Value: Sendable, Hashable {
    public var value: String
    /// Mention ids, sorted.
    public var mentions: [String]

    public init(value: String, mentions: [String]) {
      self.value = value
      self.mentions = mentions
    }
  }

  /// `date`, `deaths`, `actors` …
  public var field: String
  /// Best supported first.
  public var values: [Value]

  public init(field: String, values: [Value]) {
    self.field = field
    self.values = values
  }
}

/// An article that reports an event.
public struct EventSource: Sendable, Hashable {
  public var article: String
  public var language: Language
  public var source: String?
  public var url: String?
  public var published: Day?
  /// Other articles that carry the same text, sorted: one confirmation together with this one.
  public var copies: [String]

  public init(
    article: String, language: Language, source: String? = nil, url: String? = nil, published: Day? = nil,
    copies: [String] = []
  ) {
    self.article = article
    self.language = language
    self.source = source
    self.url = url
    self.published = published
    self.copies = copies
  }
}

/// What an event is to another one that stays an event of its own.
public struct EventLink: Sendable, Hashable {
  public enum Relation: String, Sendable, Hashable, CaseIterable {
    /// This event is what the other one announced, promised or asked for.
    case fulfils
    /// The other event is what this one announced, promised or asked for.
    case fulfilledBy = "fulfilled-by"
  }

  public var relation: Relation
  /// The other event's id.
  public var event: String
  /// Why, in plain English, with the mentions that show it.
  public var because: String

  public init(relation: Relation, event: String, because: String) {
    self.relation = relation
    self.event = event
    self.because = because
  }
}

/// Another event that was nearly taken for this one.
public struct NearMiss: Sendable, Hashable {
  /// The other event's id.
  public var event: String
  /// What speaks for one event, in plain English.
  public var reasons: [String]
  /// What speaks against it and decided.
  public var against: [String]

  public init(event: String, reasons: [String], against: [String]) {
    self.event = event
    self.reasons = reasons
    self.against = against
  }
}

/// One real-world event: mentions of any language and article that report it, merged.
public struct TimelineEvent: Sendable, Hashable {
  /// Hash of the least mention id: changes only when the membership does.
  public var id: String
  public var type: EventType
  public var modes: [String]
  public var contexts: [String]
  public var status: EventStatus
  public var actors: [Party]
  public var recipients: [Party]
  public var date: DateInterval?
  public var location: Place?
  public var deaths: CountRange?
  public var injured: CountRange?
  public var arrested: CountRange?
  public var title: LocalizedText
  public var summary: LocalizedText
  /// Sorted by id.
  public var mentions: [EventMention]
  /// Independent confirmations, sorted by article id.
  public var sources: [EventSource]
  public var conflicts: [Conflict]
  /// Why these mentions are one event, in plain English.
  public var reasons: [String]
  /// Plans and what came of them, sorted by relation and event.
  public var links: [EventLink]
  /// The events that were nearly joined with this one, nearest first; three at most.
  public var nearMisses: [NearMiss]
  /// Thousandths, 0...1000.
  public var confidence: Int

  public init(
    id: String, type: EventType, modes: [String], contexts: [String], status: EventStatus, actors: [Party],
    recipients: [Party], date: DateInterval?, location: Place?, deaths: CountRange?, injured: CountRange?,
    arrested: CountRange?, title: LocalizedText, summary: LocalizedText, mentions: [EventMention],
    sources: [EventSource], conflicts: [Conflict], reasons: [String],
    links: [EventLink] = [], nearMisses: [NearMiss] = [], confidence: Int
  ) {
    self.id = id
    self.type = type
    self.modes = modes
    self.contexts = contexts
    self.status = status
    self.actors = actors
    self.recipients = recipients
    self.date = date
    self.location = location
    self.deaths = deaths
    self.injured = injured
    self.arrested = arrested
    self.title = title
    self.summary = summary
    self.mentions = mentions
    self.sources = sources
    self.conflicts = conflicts
    self.reasons = reasons
    self.links = links
    self.nearMisses = nearMisses
    self.confidence = confidence
  }
}

/// The merged timeline, in chronological order; undated events last.
public struct Timeline: Sendable, Hashable {
  public var events: [TimelineEvent]

  public init(events: [TimelineEvent]) { self.events = events }
}

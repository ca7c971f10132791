/// One clause of one article that reports one event.
public struct EventMention: Sendable, Hashable {
  /// Hash of article id, content hash, trigger span, type and number in the clause: 16 hexadecimal digits.
  public var id: String
  public var article: String
  public var language: Language
  public var section: Section
  public var type: EventType
  /// PLOVER modes, sorted.
  public var modes: [String]
  /// PLOVER contexts, sorted.
  public var contexts: [String]
  public var status: EventStatus
  public var actors: [Party]
  public var recipients: [Party]
  /// nil rather than guessed.
  public var date: DateInterval?
  public var location: Place?
  public var deaths: CountRange?
  public var injured: CountRange?
  public var arrested: CountRange?
  public var attribution: Attribution?
  public var trigger: Quote
  public var sentence: Quote
  /// Thousandths, 0...1000.
  public var confidence: Int

  public init(
    id: String, article: String, language: Language, section: Section, type: EventType, modes: [String] = [],
    contexts: [String] = [], status: EventStatus = .occurred, actors: [Party] = [], recipients: [Party] = [],
    date: DateInterval? = nil, location: Place? = nil, deaths: CountRange? = nil, injured: CountRange? = nil,
    arrested: CountRange? = nil, attribution: Attribution? = nil, trigger: Quote, sentence: Quote,
    confidence: Int
  ) {
    self.id = id
    self.article = article
    self.language = language
    self.section = section
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
    self.attribution = attribution
    self.trigger = trigger
    self.sentence = sentence
    self.confidence = confidence
  }

  /// The id of the `ordinal`th event of this type at this trigger.
  public static func id(
    article: String, content: ContentHash, trigger: TextRange, type: EventType, ordinal: Int
  ) -> String {
    Namer(article: article, content: content).id(trigger: trigger, type: type, ordinal: ordinal)
  }

  /// Makes the ids of one article's mentions; what they share is hashed once.
  public struct Namer: Sendable {
    private let shared: FieldHasher

    public init(article: String, content: ContentHash) {
      var hasher = FieldHasher()
      hasher.add(article)
      hasher.add(content.hex())
      shared = hasher
    }

    /// The id of the `ordinal`th event of this type at this trigger.
    public func id(trigger: TextRange, type: EventType, ordinal: Int) -> String {
      var hasher = shared
      hasher.add(String(trigger.start))
      hasher.add(String(trigger.end))
      hasher.add(type.rawValue)
      hasher.add(String(ordinal))
      return hasher.finish().hex(16)
    }
  }
}

public import NewsEvents

/// How one article, or one sentence, was coded, step by step and in plain words.
public struct Explanation: Sendable {
  public var language: Language?
  /// The day that relative dates refer to, and why.
  public var anchor: ArticleAnchor
  /// Why nothing was read, when nothing was.
  public var rejects: [Reject]
  public var sentences: [Sentence]

  public struct Sentence: Sendable {
    public var text: String
    public var section: Section
    public var tokens: [String]
    public var matches: [Match]
    public var clauses: [ClauseStep]
    public var parties: [PartyStep]
    public var dates: [String]
    public var decisions: [Decision]
  }

  /// Words that the lexicon knows and every meaning that was kept.
  public struct Match: Sendable, Hashable {
    public var text: String
    public var meanings: [String]
  }

  public struct ClauseStep: Sendable, Hashable {
    public var text: String
    public var kind: String
    /// The number of the clause it hangs on, from 1.
    public var parent: Int?
  }

  public struct PartyStep: Sendable, Hashable {
    public var text: String
    public var country: String?
    public var sector: String?
    public var name: String?
    /// Empty, or how it was understood: `a place`, `resolved from earlier` …
    public var notes: [String]
  }

  /// What was decided about words that may report an event.
  public struct Decision: Sendable {
    public var text: String
    /// The lexicon's trigger and its PLOVER type.
    public var trigger: String
    public var type: EventType
    /// Where the trigger's frame looks for the agent and for the recipient, best first.
    public var agentSlots: [String]
    public var recipientSlots: [String]
    /// nil when an event was coded.
    public var rejection: Rejection?
    /// What spoke for and against it, with points; empty where no points were counted.
    public var reasons: [Reason]
    public var mention: EventMention?
  }

  public struct Reason: Sendable, Hashable {
    public var words: String
    public var points: Int
  }
}

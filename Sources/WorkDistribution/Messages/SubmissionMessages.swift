/// An article or a request that cannot be admitted, and why.
public struct Rejection: Hashable, Sendable {
  /// A short stable word (`language`, `size`, `empty` …) for machines.
  public var code: String
  public var message: String

  public init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}

/// One article of a submission as the core sees it: the shell has hashed the text and identified the language.
public struct SubmittedArticle: Hashable, Sendable {
  public var id: String
  public var hash: ContentHash
  public var bytes: UInt32
  public var language: LanguageCode
  /// A hash of the source that it names, for fairness among sources; 0 if it names none, then its submitter counts as
  /// its source.
  public var source: UInt64

  public init(id: String, hash: ContentHash, bytes: UInt32, language: LanguageCode, source: UInt64 = 0) {
    self.id = id
    self.hash = hash
    self.bytes = bytes
    self.language = language
    self.source = source
  }
}

/// What the shell found out about one article of a submission.
public enum ScreenedArticle: Hashable, Sendable {
  case admissible(SubmittedArticle)
  case rejected(Rejection)

  /// Bytes of text, 0 for a reject.
  var bytes: Int {
    switch self {
    case .admissible(let article): Int(article.bytes)
    case .rejected: 0
    }
  }
}

/// Articles from a submitter.
public struct Submission: Hashable, Sendable {
  /// 1, 2, 3 … for the life of the submitter's process; never used twice.
  public var sequence: UInt64
  public var replaces: Bool
  /// Of all its articles: each point doubles the share of their source. From -8 to 8, what is beyond counts as these.
  public var priority: Int32
  /// The shell's copy of the texts; item `n` of it belongs to article `n`.
  public var payload: PayloadID
  public var articles: [ScreenedArticle]

  public init(
    sequence: UInt64, replaces: Bool, priority: Int32 = 0, payload: PayloadID, articles: [ScreenedArticle]
  ) {
    self.sequence = sequence
    self.replaces = replaces
    self.priority = priority
    self.payload = payload
    self.articles = articles
  }
}

/// What became of one submitted article.
public enum AdmissionOutcome: Hashable, Sendable {
  case accepted
  case duplicate
  /// Same id, other content; needs `--replace`.
  case conflict
  case rejected(Rejection)
}

/// The answer to a submission, sent only when its articles are durable.
public struct Submitted: Hashable, Sendable {
  public var sequence: UInt64
  public var outcomes: [AdmissionOutcome]
  /// How much the submitter may have unanswered at once from now on.
  public var window: Allowance

  public init(sequence: UInt64, outcomes: [AdmissionOutcome], window: Allowance) {
    self.sequence = sequence
    self.outcomes = outcomes
    self.window = window
  }
}

/// How many articles are in which final state.
public struct Totals: Hashable, Sendable {
  public var accepted: UInt64
  public var committed: UInt64
  public var dead: UInt64
  public var rejected: UInt64

  public init(accepted: UInt64 = 0, committed: UInt64 = 0, dead: UInt64 = 0, rejected: UInt64 = 0) {
    self.accepted = accepted
    self.committed = committed
    self.dead = dead
    self.rejected = rejected
  }
}

/// What an operator asks about dead letters.
public struct DeadLetterCommand: Hashable, Sendable {
  public enum Action: UInt8, Hashable, Sendable, CaseIterable { case list, show, retry, discard }

  /// Which dead letters are meant.
  public enum Selector: Hashable, Sendable {
    case all
    case articles([String])
    case reason(FailureCode)
  }

  public var action: Action
  public var selector: Selector

  public init(action: Action, selector: Selector) {
    self.action = action
    self.selector = selector
  }
}

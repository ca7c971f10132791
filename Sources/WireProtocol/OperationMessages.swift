public import NewsEvents

extension Wire {
  /// Articles for the coordinator.
  public struct Submission: Sendable, Hashable {
    public var sequence: UInt64
    /// An article with a known id and other content becomes a new revision instead of a conflict.
    public var replaces: Bool
    /// Each point doubles the share of the articles' source; from -8 to 8.
    public var priority: Int32
    public var articles: [Article]

    public init(sequence: UInt64, replaces: Bool = false, priority: Int32 = 0, articles: [Article]) {
      self.sequence = sequence
      self.replaces = replaces
      self.priority = priority
      self.articles = articles
    }
  }

  /// What became of one submitted article.
  public enum SubmitOutcome: Sendable, Hashable {
    case accepted
    case duplicate
    /// The id is known with other content.
    case conflict
    case rejected(code: String, message: String)
  }

  /// The answer to a submission: what was accepted is durable.
  public struct Submitted: Sendable, Hashable {
    public var sequence: UInt64
    /// In the order of the articles.
    public var outcomes: [SubmitOutcome]
    /// What may be unanswered at once from now on.
    public var window: Allowance

    public init(sequence: UInt64, outcomes: [SubmitOutcome], window: Allowance) {
      self.sequence = sequence
      self.outcomes = outcomes
      self.window = window
    }
  }

  /// How many articles are in which final state.
  public struct Totals: Sendable, Hashable {
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

  /// A snapshot of the cluster.
  public struct Status: Sendable, Hashable {
    /// One language's queue, in articles.
    public struct Queue: Sendable, Hashable {
      public var language: String
      public var waiting: UInt64
      public var leased: UInt64
      public var retrying: UInt64
      public var done: UInt64
      public var dead: UInt64

      public init(
        language: String, waiting: UInt64, leased: UInt64, retrying: UInt64, done: UInt64, dead: UInt64
      ) {
        self.language = language
        self.waiting = waiting
        self.leased = leased
        self.retrying = retrying
        self.done = done
        self.dead = dead
      }
    }

    /// One connected worker.
    public struct Worker: Sendable, Hashable {
      public var name: String
      public var languages: [String]
      /// `active`, `draining` or `silent`.
      public var state: String
      public var inFlight: UInt64
      /// Articles in a thousand seconds.
      public var rateMilli: UInt64
      public var retries: UInt64
      public var lastHeardMilliseconds: UInt64
      public var finished: UInt64

      public init(
        name: String, languages: [String], state: String, inFlight: UInt64, rateMilli: UInt64, retries: UInt64,
        lastHeardMilliseconds: UInt64, finished: UInt64 = 0
      ) {
        self.name = name
        self.languages = languages
        self.state = state
        self.inFlight = inFlight
        self.rateMilli = rateMilli
        self.retries = retries
        self.lastHeardMilliseconds = lastHeardMilliseconds
        self.finished = finished
      }
    }

    public var queues: [Queue]
    public var workers: [Worker]
    public var totals: Totals
    /// nil while no aggregator is connected.
    public var aggregator: Lag?
    public var uptimeMilliseconds: UInt64
    public var isDraining: Bool
    /// Articles in a thousand seconds, over all workers.
    public var rateMilli: UInt64

    public init(
      queues: [Queue] = [], workers: [Worker] = [], totals: Totals = Totals(), aggregator: Lag? = nil,
      uptimeMilliseconds: UInt64 = 0, isDraining: Bool = false, rateMilli: UInt64 = 0
    ) {
      self.queues = queues
      self.workers = workers
      self.totals = totals
      self.aggregator = aggregator
      self.uptimeMilliseconds = uptimeMilliseconds
      self.isDraining = isDraining
      self.rateMilli = rateMilli
    }
  }

  /// How far the aggregator is behind, and how large its store is.
  public struct Lag: Sendable, Hashable {
    public var uncommitted: UInt64
    public var mentions: UInt64
    public var events: UInt64
    /// Of the last group.
    public var commitMicroseconds: UInt64

    public init(uncommitted: UInt64 = 0, mentions: UInt64 = 0, events: UInt64 = 0, commitMicroseconds: UInt64 = 0) {
      self.uncommitted = uncommitted
      self.mentions = mentions
      self.events = events
      self.commitMicroseconds = commitMicroseconds
    }
  }

  /// What an operator wants of the dead letters.
  public struct DeadLetterRequest: Sendable, Hashable {
    public enum Action: String, Sendable, Hashable, CaseIterable { case list, show, retry, discard }

    public enum Selector: Sendable, Hashable {
      case all
      case articles([String])
      case code(Failure.Code)
    }

    public var action: Action
    public var selector: Selector

    public init(action: Action, selector: Selector = .all) {
      self.action = action
      self.selector = selector
    }
  }

  /// An article that was given up, and why.
  public struct DeadLetter: Sendable, Hashable {
    /// One failed attempt.
    public struct Record: Sendable, Hashable {
      public var attempt: UInt32
      public var worker: String
      public var code: String
      public var message: String
      /// Since 1970.
      public var atMilliseconds: UInt64

      public init(attempt: UInt32, worker: String, code: String, message: String, atMilliseconds: UInt64) {
        self.attempt = attempt
        self.worker = worker
        self.code = code
        self.message = message
        self.atMilliseconds = atMilliseconds
      }
    }

    public var job: UInt64
    public var article: String
    public var revision: UInt32
    public var language: String?
    public var code: String
    public var message: String
    public var history: [Record]

    public init(
      job: UInt64, article: String, revision: UInt32, language: String? = nil, code: String, message: String,
      history: [Record] = []
    ) {
      self.job = job
      self.article = article
      self.revision = revision
      self.language = language
      self.code = code
      self.message = message
      self.history = history
    }
  }

  /// The answer to a dead-letter request.
  public struct DeadLetters: Sendable, Hashable {
    public var letters: [DeadLetter]
    /// How many letters the action touched; for `list`, how many there are.
    public var affected: UInt64

    public init(letters: [DeadLetter] = [], affected: UInt64) {
      self.letters = letters
      self.affected = affected
    }
  }

  /// An article at a revision: held, or withdrawn.
  public struct ArticleRevision: Sendable, Hashable {
    public var article: String
    public var revision: UInt32

    public init(article: String, revision: UInt32) {
      self.article = article
      self.revision = revision
    }
  }

  /// Asks the aggregator for a page of what it holds.
  public struct InventoryRequest: Sendable, Hashable {
    /// The page begins after this article id; nil: at the first.
    public var after: String?
    public var limit: UInt64

    public init(after: String? = nil, limit: UInt64) {
      self.after = after
      self.limit = limit
    }
  }

  /// A page of what the aggregator holds, in the order of the ids' UTF-8 bytes.
  public struct Inventory: Sendable, Hashable {
    public var after: String?
    public var held: [ArticleRevision]
    /// Where the next page begins; nil: this is the last.
    public var next: String?

    public init(after: String? = nil, held: [ArticleRevision], next: String? = nil) {
      self.after = after
      self.held = held
      self.next = next
    }
  }
}

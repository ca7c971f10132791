/// The work of one language: what is ready in memory, how far the ledger has been read, who can take some.
struct LanguageQueue: Sendable {
  let language: LanguageCode
  /// References may be stale; ``readyCount`` counts the valid ones.
  var ready = ReadyHeap()
  /// Jobs whose worker was lost.
  var split = RingQueue<JobReference>()
  /// Suspects, each to be handed out alone.
  var solo = RingQueue<JobReference>()
  var readyCount = 0
  var splitCount = 0
  var soloCount = 0
  var delayedCount = 0
  var leasedCount = 0
  /// Slots of workers that may have credit, in turn.
  var eligible = RingQueue<Int32>()
  /// The rest of a round in which every taker gets the same share, and that share.
  var round = (left: 0, share: 0)
  /// Workers that finish what they have so as to take some of `split` next.
  var reservedCount = 0
  var turns: FairTurns

  /// Rows up to this place have been read from the ledger.
  var cursor = QueuePlace.beginning
  /// There is no waiting row beyond the cursor.
  var isComplete: Bool
  var isLoading = false
  /// Where to read again from, found out while a part was being loaded that lies beyond.
  var rewind: QueuePlace?
  var loadFailures = 0
  var loadAgainAt: Instant?

  /// What the ledger holds. `waiting` includes the jobs in memory.
  var counts: LedgerCounts

  init(language: LanguageCode, counts: LedgerCounts, turn: Int64) {
    self.language = language
    turns = FairTurns(now: turn)
    self.counts = counts
    isComplete = counts.waiting == 0
  }

  /// Jobs in memory that nobody works on.
  var idleCount: Int { readyCount + splitCount + soloCount + delayedCount }

  /// Something waits for a worker.
  var hasWork: Bool { readyCount + splitCount + soloCount > 0 }
}

/// The work of one language: what is ready in memory, how far the ledger has been read, who can take some.
struct LanguageQueue: Sendable {
  let language: LanguageCode
  /// References may be stale; ``readyCount`` counts the valid ones.
  var ready = RingQueue<JobReference>()
  /// Suspects, each to be handed out alone.
  var solo = RingQueue<JobReference>()
  var readyCount = 0
  var soloCount = 0
  var delayedCount = 0
  var leasedCount = 0
  /// Slots of workers that may have credit, in turn.
  var eligible = RingQueue<Int32>()

  /// Rows up to this one have been read from the ledger.
  var cursor = JobID.none
  /// There is no waiting row beyond the cursor.
  var isComplete: Bool
  var isLoading = false
  /// Where to read again from, found out while a part was being loaded that lies beyond.
  var rewind: JobID?
  var loadFailures = 0
  var loadAgainAt: Instant?

  /// What the ledger holds. `waiting` includes the jobs in memory.
  var counts: LedgerCounts

  init(language: LanguageCode, counts: LedgerCounts) {
    self.language = language
    self.counts = counts
    isComplete = counts.waiting == 0
  }

  /// Jobs in memory that nobody works on.
  var idleCount: Int { readyCount + soloCount + delayedCount }
}

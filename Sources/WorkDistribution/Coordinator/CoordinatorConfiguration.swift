/// The measures of a coordinator; every default is meant for real use.
public struct CoordinatorConfiguration: Sendable {
  public var identity: LocalIdentity
  /// What grants and receipts are made with; kept with the ledger for ever.
  public var grantKey: GrantKey
  /// Seeds the jitter of retries.
  public var seed: UInt64

  /// A worker that shows no progress for this long loses its jobs.
  public var leaseDuration = TimeSpan.seconds(10)
  /// How often workers report.
  public var heartbeatInterval = TimeSpan.milliseconds(500)
  /// How often each worker is pinged; a failed send frees its jobs at once.
  public var pingInterval = TimeSpan.milliseconds(500)
  /// Heartbeats in a row that miss a job before it counts as lost on the way.
  public var mismatchesAllowed = 1

  public var batchArticles = 16
  public var batchBytes = 64 * 1024

  /// A worker has at most what it finishes in this time at its present pace, so that a slow one gets less …
  public var workAhead = TimeSpan.seconds(4)
  /// … but never less than this many jobs …
  public var leastJobLimit = 4
  /// … and this many while its pace is not known.
  public var firstJobLimit = 32

  /// Jobs of one language kept in memory beyond those handed out; the ledger holds the rest.
  public var readyLimit = 4_096
  /// Waiting articles in the ledger above which submitters are told to wait.
  public var backlogLimit: UInt64 = 1_000_000
  /// What one submitter may have unanswered.
  public var submissionWindow = Allowance(jobs: 1_024, bytes: 8 << 20)
  /// What may wait for admission in memory, all submitters together.
  public var admissionLimit = Allowance(jobs: 8_192, bytes: 64 << 20)
  /// Articles per admission transaction.
  public var admissionGroup = 256
  /// What a submitter that was told to wait waits.
  public var busyRetry = TimeSpan.milliseconds(200)

  /// Done marks per transaction, and how long the first may wait for others.
  public var doneGroup = 256
  public var doneDelay = TimeSpan.milliseconds(50)

  /// Waits between tries of a job that failed.
  public var retryBackoff = Backoff(base: .milliseconds(200), cap: .seconds(60))
  /// Waits between tries of a write that failed.
  public var storeBackoff = Backoff(base: .milliseconds(100), cap: .seconds(10))
  /// Waits between connections to the aggregator.
  public var connectBackoff = Backoff(base: .milliseconds(50), cap: .seconds(5))
  /// A job whose worker was lost this often is tried alone.
  public var lossesBeforeSolo = 3
  /// A job that failed alone this often, by itself, is a dead letter.
  public var soloFailuresBeforeDeath = 3

  /// Entries per inventory page.
  public var inventoryPage = 1_000
  /// An aggregator that is silent for this long is connected afresh.
  public var aggregatorSilence = TimeSpan.seconds(3)
  /// A tombstone that is not confirmed is sent again after this.
  public var tombstoneRetry = TimeSpan.seconds(2)

  public init(identity: LocalIdentity, grantKey: GrantKey, seed: UInt64) {
    self.identity = identity
    self.grantKey = grantKey
    self.seed = seed
  }
}

/// A connected worker.
struct WorkerRecord: Sendable {
  let peer: PeerID
  let sender: Epoch
  let name: String
  let languages: [LanguageCode]
  /// One bit per language queue.
  let queues: UInt64
  let connectedAt: Instant
  var isConnected = true
  var isDraining = false
  /// It handed work back, and has granted nothing since.
  var hasReleased = false

  /// All that was granted and used since the hello.
  var granted = Allowance(jobs: 0, bytes: 0)
  var usedJobs: UInt64 = 0
  var usedBytes: UInt64 = 0

  /// The list of its jobs, oldest first.
  var firstJob: Int32 = -1
  var lastJob: Int32 = -1
  var jobCount = 0
  var lastBatch: UInt64 = 0

  var lastHeard: Instant
  /// The last sign that it gets on with its work: the lease of all its jobs counts from here.
  var lastProgress: Instant
  var progress: UInt64 = 0
  var heartbeatSequence: UInt64 = 0
  var mismatches = 0
  var rate: UInt64 = 0
  var retries: UInt64 = 0

  /// The most jobs that it may have, by the pace at which it finishes them; its own capacity is the other bound.
  var jobLimit: Int
  /// Articles per thousand seconds while it had something to do, smoothed; nil before the first heartbeat with work.
  var pace: UInt64?
  /// What it has are jobs whose worker was lost: nothing else joins them.
  var isIsolated = false
  /// It gets nothing more until it is idle, then jobs of this queue whose worker was lost.
  var reservedQueue: Int?

  /// A job may be sent: bytes may be overdrawn by one article, so that one larger than the grant is sent at all.
  var hasCredit: Bool {
    isConnected && !isDraining && !hasReleased && usedJobs < granted.jobs && usedBytes < granted.bytes
      && jobCount < jobLimit
      && (jobCount == 0 || !isIsolated && reservedQueue == nil)
  }

  /// It has used up its credit and has no job. A worker that holds nothing then waits for ever: what was sent to it was
  /// lost, and its jobs were found done, or withdrawn, before anybody missed them.
  var isStranded: Bool {
    jobCount == 0 && !isDraining && !hasReleased && usedJobs > 0
      && (usedJobs >= granted.jobs || usedBytes >= granted.bytes)
  }

  /// Takes over what a heartbeat says of the pace.
  mutating func update(pace measured: UInt64, configuration: CoordinatorConfiguration) {
    // Whatever a peer says: a million articles a second are enough.
    let measured = min(measured, 1_000_000_000)
    let pace = pace.map { ($0 + measured) / 2 } ?? measured
    self.pace = pace
    // Articles per thousand seconds times nanoseconds: articles in units of 10⁻¹².
    let product = Double(pace) * Double(configuration.workAhead.nanoseconds) / 1e12
    jobLimit = max(configuration.leastJobLimit, Int(min(product, 1e6)))
  }
}

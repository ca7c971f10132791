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

  /// A job may be sent: bytes may be overdrawn by one article, so that one larger than the grant is sent at all.
  var hasCredit: Bool {
    isConnected && !isDraining && usedJobs < granted.jobs && usedBytes < granted.bytes
  }
}

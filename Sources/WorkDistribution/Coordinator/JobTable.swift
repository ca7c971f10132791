/// Where a job in memory stands.
enum JobState: UInt8, Sendable {
  /// In a queue of its language.
  case ready
  /// Waiting for its backoff to pass.
  case delayed
  /// Handed out; in the list of its worker.
  case leased
  /// Committed by the aggregator; the done mark is on its way to the ledger.
  case finishing
  /// Given up; the dead letter is on its way to the ledger.
  case burying
}

/// A job in memory. Jobs handed to one worker form a doubly linked list through these records, oldest first, so that
/// taking one out costs nothing.
struct JobRecord: Sendable {
  var id: JobID
  var articleID: String
  var revision: Revision
  var turn: Int64
  var bytes: UInt32
  var queue: Int32
  var state = JobState.ready
  var isSuspect = false
  var attempt: Attempt = 0
  var losses: UInt16 = 0
  var failures: UInt16 = 0
  var soloFailures: UInt16 = 0
  /// Changes when the record is freed: references from queues and timers then mean nothing.
  var generation: UInt32 = 0
  var worker: Int32 = -1
  var batch: UInt64 = 0
  var previous: Int32 = -1
  var next: Int32 = -1

  var place: QueuePlace { QueuePlace(turn: turn, job: id) }

  /// Where it waits when it is ready.
  var line: WaitingLine { isSuspect ? .solo : losses > 0 ? .split : .ready }
}

/// The lines of a queue.
enum WaitingLine: Sendable {
  case ready
  /// Its worker was lost: handed out in small groups, to workers that have nothing else.
  case split
  /// A suspect: handed out alone.
  case solo
}

/// A reference to a job from a queue or timer, valid as long as the generation matches.
struct JobReference: Hashable, Sendable {
  var slot: Int32
  var generation: UInt32
}

/// The jobs in memory: an array of records with a free list, and an index by id.
struct JobTable: Sendable {
  private(set) var records: [JobRecord] = []
  private var free: [Int32] = []
  private var index: [JobID: Int32] = [:]

  var count: Int { index.count }

  subscript(slot: Int32) -> JobRecord {
    @inline(__always) _read { yield records[Int(slot)] }
    @inline(__always) _modify { yield &records[Int(slot)] }
  }

  func slot(of id: JobID) -> Int32? { index[id] }

  /// Adds a job that is not in the table. Returns nil if it is.
  mutating func insert(_ job: LedgerJob, queue: Int) -> Int32? {
    let slot = free.last ?? Int32(records.count)
    guard index.updateIfAbsent(job.id, slot) else { return nil }
    var record = JobRecord(
      id: job.id, articleID: job.articleID, revision: job.revision, turn: job.turn, bytes: job.bytes,
      queue: Int32(queue))
    if free.isEmpty {
      records.append(record)
    } else {
      free.removeLast()
      record.generation = records[Int(slot)].generation
      records[Int(slot)] = record
    }
    return slot
  }

  mutating func remove(_ slot: Int32) {
    index.removeValue(forKey: records[Int(slot)].id)
    records[Int(slot)].generation &+= 1
    records[Int(slot)].articleID = ""
    free.append(slot)
  }

  func reference(_ slot: Int32) -> JobReference {
    JobReference(slot: slot, generation: records[Int(slot)].generation)
  }

  /// The slot of a reference, if the job is still there and in this state.
  func slot(of reference: JobReference, in state: JobState) -> Int32? {
    let record = records[Int(reference.slot)]
    guard record.generation == reference.generation, record.state == state else { return nil }
    return reference.slot
  }
}

extension Dictionary {
  /// Stores the value unless the key has one; returns whether it did.
  fileprivate mutating func updateIfAbsent(_ key: Key, _ value: Value) -> Bool {
    guard self[key] == nil else { return false }
    self[key] = value
    return true
  }
}

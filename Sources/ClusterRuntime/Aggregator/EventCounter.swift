internal import Logging
internal import Storage
internal import WorkDistribution
internal import ZeroMQ

/// Keeps count of the events that the results merge into, on a thread of its own and in its own time: merging costs
/// more than committing, and never holds it up.
final class EventCounter: Sendable {
  private let requests = BlockingQueue<Void>()
  private let latest = Locked<UInt64>(0)
  private let isOver = Locked(false)
  private let thread: DedicatedThread?

  /// - Parameter count: how many events the store's results merge into; nil: nobody wants to know, the count stays 0.
  init(store: TimelineStore, logger: Logger, count: (@Sendable (TimelineStore) throws -> Int)?) {
    guard let count else {
      thread = nil
      return
    }
    let (requests, latest, isOver) = (requests, latest, isOver)
    thread = DedicatedThread(name: "events") {
      while requests.takeAll() != nil {
        if isOver.withLock({ $0 }) { return }
        let start = Clocks.now
        do {
          let events = try count(store)
          latest.withLock { $0 = UInt64(clamping: events) }
        } catch {
          logger.error("timeline: events not counted: \(error)")
        }
        // At most a tenth of one core, and not more than once in half a second.
        let cost = Clocks.now - start
        let next = start + max(.milliseconds(500), cost * 10)
        while Clocks.now < next, !isOver.withLock({ $0 }) { Clocks.sleep(milliseconds: 50) }
      }
    }
  }

  /// As of the last time they were counted.
  var events: UInt64 { latest.withLock { $0 } }

  /// The store has changed.
  func storeChanged() { if thread != nil { requests.push(()) } }

  /// A count that is under way is not waited for: it may take long, and changes nothing.
  func finish() {
    isOver.withLock { $0 = true }
    requests.close()
  }
}

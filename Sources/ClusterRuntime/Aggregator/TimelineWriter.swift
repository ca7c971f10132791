internal import Logging
internal import Storage
internal import WireProtocol
internal import WorkDistribution
internal import ZeroMQ

/// What other threads bring to the aggregator's socket thread.
enum AggregatorEvent: Sendable {
  case input(AggregatorInput)
  case malformed(WireError, from: PeerID)
  case drain
  case stop
}

/// Executes the core's store effects one after the other on a thread of its own.
final class TimelineWriter: Sendable {
  private let queue = BlockingQueue<AggregatorEffect>()
  private let latest: Locked<TimelineCounts>
  private let thread: DedicatedThread

  init(
    store: TimelineStore, payloads: Payloads, inbox: Inbox<AggregatorEvent>, logger: Logger
  ) throws {
    latest = Locked(try store.counts())
    let (queue, latest) = (queue, latest)
    thread = DedicatedThread(name: "timeline") {
      while let effect = queue.take() {
        switch effect {
        case .commit(let group, let items):
          do {
            inbox.post(.input(.committed(group, try Self.commit(items, store, payloads, latest))))
          } catch {
            logger.error("timeline: \(error)")
            inbox.post(.input(.commitFailed(group)))
          }
        case .readInventory(let after, let limit, let peer):
          do {
            inbox.post(.input(.inventoryRead(try Self.page(store, after: after, limit: limit), for: peer)))
          } catch {
            // Unanswered, the coordinator asks again.
            logger.error("timeline: \(error)")
          }
        case .keepGrantKey(let key):
          do { try store.keep(StoredGrantKey(key)) } catch {
            // Known for the life of this process; the coordinator says it again to the next one.
            logger.error("timeline: \(error)")
          }
        case .send, .releasePayload, .drained: break
        }
      }
    }
  }

  func push(_ effect: AggregatorEffect) { queue.push(effect) }

  /// How much the store holds, as of the last commit.
  var counts: TimelineCounts { latest.withLock { $0 } }

  func finish() {
    queue.close()
    thread.join()
  }

  private static func commit(
    _ items: [CommitItem], _ store: TimelineStore, _ payloads: Payloads, _ latest: Locked<TimelineCounts>
  ) throws -> CommitReport {
    let start = Clocks.now
    let changes = items.compactMap { item -> TimelineChange? in
      switch item.content {
      case .result(_, let payload, let index): payloads.item(payload, index).map(TimelineChange.result)
      case .tombstone(let tombstone):
        .tombstone(StoredTombstone(id: tombstone.articleID, revision: tombstone.revision))
      }
    }
    // An acknowledgement for something that was not written would lose it.
    guard changes.count == items.count else { throw MissingPayload() }
    let (effects, counts) = try store.commitCounting(changes)
    let written = effects.count { $0 == .committed }
    latest.withLock { $0 = counts }
    return CommitReport(
      written: written, ignored: effects.count - written, duration: Clocks.now - start,
      mentions: UInt64(clamping: counts.mentions), events: 0)
  }

  private static func page(_ store: TimelineStore, after: String?, limit: Int) throws -> InventoryPage {
    let held = try store.inventory(after: after, limit: limit)
    return InventoryPage(
      after: after, entries: held.map { InventoryEntry(articleID: $0.article, revision: $0.revision) },
      next: held.count < limit ? nil : held.last?.article)
  }

  private struct MissingPayload: Error, CustomStringConvertible {
    var description: String { "a result was let go before it was committed" }
  }
}

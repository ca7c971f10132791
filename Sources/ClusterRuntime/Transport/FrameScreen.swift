internal import WorkDistribution
internal import ZeroMQ

/// Reads messages with texts on a thread of its own, in their order, so that the socket's thread never waits for one.
final class FrameScreen: Sendable {
  /// Frames that wait here, in bytes, beyond which further messages are dropped (their senders send them again).
  private static let limit = 256 << 20

  private let queue = BlockingQueue<(frames: [Frame], peer: PeerID)>()
  private let pending = Locked(0)
  private let thread: DedicatedThread

  init(_ read: @escaping @Sendable ([Frame], PeerID) -> Void) {
    let (queue, pending) = (queue, pending)
    thread = DedicatedThread(name: "screen") {
      while let item = queue.take() {
        read(item.frames, item.peer)
        pending.withLock { $0 -= Self.size(item.frames) }
      }
    }
  }

  func push(_ frames: [Frame], from peer: PeerID) {
    let size = Self.size(frames)
    let isTaken = pending.withLock { pending in
      guard pending + size <= Self.limit || pending == 0 else { return false }
      pending += size
      return true
    }
    if isTaken { queue.push((frames, peer)) }
  }

  func finish() {
    queue.close()
    thread.join()
  }

  private static func size(_ frames: [Frame]) -> Int { frames.reduce(0) { $0 + $1.count } }
}

/// What messages brought and the core decides about, kept for the store's thread until the core lets go of it.
final class PayloadShelf<Item: Sendable>: Sendable {
  private let kept = Locked<(next: UInt64, items: [PayloadID: [Item]])>((1, [:]))

  func keep(_ items: [Item]) -> PayloadID {
    kept.withLock { kept in
      let id = PayloadID(kept.next)
      kept.next += 1
      kept.items[id] = items
      return id
    }
  }

  /// Item `index` of what was kept together; nil when there is none.
  func item(_ payload: PayloadID, _ index: Int) -> Item? {
    kept.withLock { kept in
      guard let items = kept.items[payload], items.indices.contains(index) else { return nil }
      return items[index]
    }
  }

  func release(_ payload: PayloadID) { kept.withLock { _ = $0.items.removeValue(forKey: payload) } }
}

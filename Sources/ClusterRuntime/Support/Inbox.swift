internal import ZeroMQ

/// Brings things from other threads to the thread that owns the sockets, and wakes it.
final class Inbox<Item: Sendable>: Sendable {
  private let items = Locked<[Item]>([])
  let wakeup: Wakeup

  init() throws(ZMQError) { wakeup = try Wakeup() }

  func post(_ item: Item) {
    let wasEmpty = items.withLock { items in
      defer { items.append(item) }
      return items.isEmpty
    }
    if wasEmpty { wakeup.signal() }
  }

  /// What has come since the last call, in order.
  func takeAll() -> [Item] {
    // The signal is taken back first: what is posted in between signals again.
    wakeup.drain()
    return items.withLock { items in
      var taken: [Item] = []
      swap(&taken, &items)
      return taken
    }
  }
}

internal import ZeroMQ

/// Brings things from other threads to the thread that owns the sockets, and wakes it.
final class Inbox<Item: Sendable>: Sendable {
  private let items = Locked<[Item]>([])
  let wakeup: Wakeup

  init() throws(ZMQError) { wakeup = try Wakeup() }

  func post(_ item: Item) { post(CollectionOfOne(item)) }

  func post(_ new: some Collection<Item>) {
    guard !new.isEmpty else { return }
    let wasEmpty = items.withLock { items in
      defer { items.append(contentsOf: new) }
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

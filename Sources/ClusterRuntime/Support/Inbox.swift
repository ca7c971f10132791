internal import ZeroMQ

/// Brings things from other threads to the thread that owns the sockets, and wakes it.
final class Inbox<Item: Sendable>: Sendable {
  private struct State {
    var items: [Item] = []
    var isSignalled = false

    /// Whether the signal is wanted and not on its way yet.
    mutating func signal(_ wanted: Bool) -> Bool {
      defer { isSignalled = isSignalled || wanted }
      return wanted && !isSignalled
    }
  }

  private let state = Locked(State())
  let wakeup: Wakeup

  init() throws(ZMQError) { wakeup = try Wakeup() }

  /// Without `wakes` the item waits for the thread's next look, whatever brings that about.
  func post(_ item: Item, wakes: Bool = true) {
    let isFirst = state.withLock { state in
      state.items.append(item)
      return state.signal(wakes)
    }
    if isFirst { wakeup.signal() }
  }

  /// Wakes the thread for what was posted without waking it.
  func wake() {
    if state.withLock({ state in state.signal(!state.items.isEmpty) }) { wakeup.signal() }
  }

  /// What has come since the last call, in order.
  func takeAll() -> [Item] {
    // The signal is taken back first: what is posted in between signals again.
    wakeup.drain()
    return state.withLock { state in
      var taken = State()
      swap(&taken, &state)
      return taken.items
    }
  }
}

internal import Glibc

/// Hands work to a thread that has nothing else to wait for.
final class BlockingQueue<Item: Sendable>: @unchecked Sendable {
  // Safe to share: `items` and `isClosed` are touched only between lock and unlock.
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>
  private var items: [Item] = []
  private var isClosed = false

  init() {
    mutex = .allocate(capacity: 1)
    condition = .allocate(capacity: 1)
    precondition(pthread_mutex_init(mutex, nil) == 0, "pthread_mutex_init")
    precondition(pthread_cond_init(condition, nil) == 0, "pthread_cond_init")
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Adds an item at the end; dropped once the queue is closed.
  func push(_ item: Item) {
    pthread_mutex_lock(mutex)
    if !isClosed { items.append(item) }
    pthread_mutex_unlock(mutex)
    pthread_cond_signal(condition)
  }

  /// Waits for items and takes all of them; nil when the queue is closed and empty.
  func takeAll() -> [Item]? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while items.isEmpty && !isClosed { pthread_cond_wait(condition, mutex) }
    if items.isEmpty { return nil }
    var taken: [Item] = []
    swap(&taken, &items)
    return taken
  }

  /// Waits for an item and takes the first; nil when the queue is closed and empty.
  func take() -> Item? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while items.isEmpty && !isClosed { pthread_cond_wait(condition, mutex) }
    return items.isEmpty ? nil : items.removeFirst()
  }

  /// Lets takers finish what is there and then stop.
  func close() {
    pthread_mutex_lock(mutex)
    isClosed = true
    pthread_mutex_unlock(mutex)
    pthread_cond_broadcast(condition)
  }
}

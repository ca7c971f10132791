internal import Glibc

/// A value behind a pthread mutex, which ThreadSanitizer understands (it reports false races for
/// `Synchronization.Mutex`, whose futex calls are not instrumented).
public final class Locked<Value>: @unchecked Sendable {
  // Safe to share: `value` is touched only between lock and unlock.
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private var value: Value

  public init(_ value: sending Value) {
    self.value = value
    mutex = .allocate(capacity: 1)
    precondition(pthread_mutex_init(mutex, nil) == 0, "pthread_mutex_init")
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Runs `body` alone; keep it short, and never wait in it.
  public func withLock<R, E: Error>(_ body: (inout Value) throws(E) -> sending R) throws(E) -> sending R {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body(&value)
  }
}

internal import CZeroMQ
internal import Glibc

/// A thread of the operating system that runs one function: the owner of sockets, or of work that blocks.
public final class DedicatedThread: @unchecked Sendable {
  // Safe to share: the handle is written once, before `init` returns; `joined` is touched only under its lock.
  private let handle: pthread_t
  private let joined = Locked(false)

  private final class Start {
    let name: String
    let body: () -> Void

    init(_ name: String, _ body: @escaping () -> Void) {
      self.name = name
      self.body = body
    }
  }

  /// Starts `body` at once. Signals are blocked in the thread, so that they are handled by the main one.
  /// - Parameters:
  ///   - name: for ps and debuggers; 15 bytes are kept.
  ///   - stackSize: in bytes.
  public init(name: String, stackSize: Int = 8 << 20, _ body: sending @escaping () -> Void) {
    let start = Unmanaged.passRetained(Start(name, body))
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, stackSize)
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    var handle = pthread_t()
    let code = pthread_create(
      &handle, &attributes,
      { argument in
        guard let argument else { return nil }
        let start = Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
        silsila_thread_name(start.name)
        start.body()
        return nil
      }, start.toOpaque())
    pthread_sigmask(SIG_SETMASK, &before, nil)
    pthread_attr_destroy(&attributes)
    precondition(code == 0, "pthread_create: \(String(cString: strerror(code)))")
    self.handle = handle
  }

  /// Waits until the thread has ended. Later calls return at once.
  public func join() {
    let mine = joined.withLock { done in
      defer { done = true }
      return !done
    }
    if mine { pthread_join(handle, nil) }
  }

  deinit {
    if !joined.withLock({ $0 }) { pthread_detach(handle) }
  }
}

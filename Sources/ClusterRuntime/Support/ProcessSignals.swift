internal import Glibc
internal import ZeroMQ

/// Turns SIGINT and SIGTERM into calls on a thread of its own, where anything may be done.
///
/// Make it in the main thread before any other thread starts: the signals are blocked there, and threads inherit that.
public final class ProcessSignals: Sendable {
  private let thread: DedicatedThread

  /// - Parameters:
  ///   - once: called at the first signal, to begin an orderly end.
  ///   - again: called at the second; without it the process ends at once.
  public init(once: @escaping @Sendable (Int32) -> Void, again: (@Sendable (Int32) -> Void)? = nil) {
    var set = Self.watched
    pthread_sigmask(SIG_BLOCK, &set, nil)
    thread = DedicatedThread(name: "signals", stackSize: 1 << 20) {
      var set = Self.watched
      var count = 0
      while true {
        var signal: Int32 = 0
        guard sigwait(&set, &signal) == 0 else { continue }
        count += 1
        if count == 1 {
          once(signal)
        } else if let again {
          again(signal)
        } else {
          _exit(128 + signal)
        }
      }
    }
  }

  private static var watched: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&set, signal) }
    return set
  }
}

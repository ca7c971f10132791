internal import CZeroMQ
internal import Glibc

/// Wakes a thread that waits in `Poller.wait`, from any other thread: an eventfd.
public final class Wakeup: Sendable {
  let descriptor: Int32

  /// - Throws: `ZMQError` when the process has no file descriptor left.
  public init() throws(ZMQError) {
    descriptor = silsila_eventfd_new()
    guard descriptor >= 0 else { throw ZMQError(.init(rawValue: errno), "make an eventfd") }
  }

  deinit { close(descriptor) }

  /// Makes the poller's wait end, now or when it next starts. Cheap: one system call.
  public func signal() { _ = silsila_eventfd_signal(descriptor) }

  /// Takes the signals back, before the work they announce is looked at.
  /// - Returns: whether there were any.
  @discardableResult
  public func drain() -> Bool { silsila_eventfd_drain(descriptor) > 0 }
}

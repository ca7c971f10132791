internal import CZeroMQ

/// The library's I/O threads and the sockets they serve. Make one per role or test; there is no global one.
///
/// Every socket holds its context, so the context ends after its last socket. Ending cannot hang: the linger of a
/// socket is always finite (`SocketOptions.linger`), and nothing else is waited for.
public final class Context: @unchecked Sendable {
  // Safe to share: libzmq documents that a context may be used from any thread.
  let raw: UnsafeMutableRawPointer

  /// - Parameters:
  ///   - ioThreads: one serves about a gigabyte a second.
  ///   - maximumSockets: of all kinds, monitors included.
  public init(ioThreads: Int = 1, maximumSockets: Int = 1023) {
    raw = LibZMQ.newContext()
    LibZMQ.setContextOption(raw, ZMQ_IO_THREADS, Int32(ioThreads))
    LibZMQ.setContextOption(raw, ZMQ_MAX_SOCKETS, Int32(maximumSockets))
    // Sockets start with a linger of 0 instead of "for ever", should one be closed before its options are set.
    LibZMQ.setContextOption(raw, ZMQ_BLOCKY, 0)
  }

  /// Makes every operation on this context's sockets, in any thread, end with `ZMQError.Code.terminated`.
  public func shutdown() { LibZMQ.shutdown(raw) }

  deinit { LibZMQ.terminate(raw) }

  /// Major, minor and patch number of the libzmq that is loaded.
  public static var libraryVersion: (major: Int, minor: Int, patch: Int) { LibZMQ.version }

  /// Whether the loaded library can encrypt (it was built with libsodium or tweetnacl).
  public static var supportsCurve: Bool { LibZMQ.has("curve") }
}

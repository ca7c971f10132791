internal import Glibc
internal import ZeroMQ

/// Ends this process when the `silsila run` that started it is gone, whatever ended that.
public enum ParentWatch {
  /// Names the descriptor whose end of file says so.
  static let variable = "SILSILA_PARENT_DESCRIPTOR"
  /// Names the directory of sockets that the supervisor can no longer remove then.
  static let directoryVariable = "SILSILA_SOCKET_DIRECTORY"

  /// Whether this process was started by a supervisor.
  public static var isSupervised: Bool { getenv(variable) != nil }

  /// Call first thing in every part that `run` starts; without a supervisor it does nothing.
  public static func begin() {
    guard let text = getenv(variable), let descriptor = Int32(String(cString: text)) else { return }
    // Not for the children of this process: they would hold it open, and wait for the wrong parent.
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    let directory = getenv(directoryVariable).map { String(cString: $0) }
    unsetenv(variable)
    unsetenv(directoryVariable)
    _ = DedicatedThread(name: "parent", stackSize: 256 << 10) {
      var byte: UInt8 = 0
      while true {
        let count = read(descriptor, &byte, 1)
        if count < 0 && errno == EINTR { continue }
        guard count <= 0 else { continue }
        if let directory { SocketDirectory.removeAbandoned(directory) }
        _exit(0)
      }
    }
  }
}

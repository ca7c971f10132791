internal import Glibc

/// A fresh directory for ipc sockets, for the owner only, with a path short enough for `sun_path`.
///
/// It carries the process id of its owner and is locked by it, so that a later start can tell what a crash left behind.
public final class SocketDirectory: Sendable {
  public let path: String
  private let lock: Int32

  private static let prefix = "silsila-"

  /// Makes one below `$XDG_RUNTIME_DIR`, else `$TMPDIR`, else `/tmp`, and sweeps what ended processes left there.
  public init(environment: [String: String]) throws(ClusterError) {
    let base = Self.base(environment)
    Self.sweep(base)
    var reason: Int32 = 0
    // A sweep by another process may take the directory in the moment before it is locked.
    for _ in 0..<5 {
      guard let made = Self.makeDirectory(base) else {
        reason = errno
        break
      }
      let lock = open(made + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      if lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0, access(made + "/lock", F_OK) == 0 {
        path = made
        self.lock = lock
        return
      }
      reason = errno
      if lock >= 0 { close(lock) }
      Self.removeAll(made)
    }
    throw .noSocketDirectory(path: base, reason: String(cString: strerror(reason)))
  }

  /// For the owner only: mkdtemp makes it 0700.
  private static func makeDirectory(_ base: String) -> String? {
    var template = Array("\(base)/\(prefix)XXXXXX".utf8CString)
    return template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
  }

  deinit {
    remove()
    close(lock)
  }

  /// Removes the directory and the sockets in it, now; it also goes when the object does.
  public func remove() { Self.removeAll(path) }

  /// The longest base that leaves room for the names of sockets; a longer one falls back to /tmp.
  private static func base(_ environment: [String: String]) -> String {
    for name in ["XDG_RUNTIME_DIR", "TMPDIR"] {
      guard let value = environment[name], value.hasPrefix("/"), value.utf8.count <= 70,
        access(value, W_OK | X_OK) == 0
      else { continue }
      return value.hasSuffix("/") ? String(value.dropLast()) : value
    }
    return "/tmp"
  }

  /// Removes directories of ours whose owner is gone: nobody holds their lock.
  private static func sweep(_ base: String) {
    for name in entries(base) where name.hasPrefix(prefix) {
      removeAbandoned(base + "/" + name)
    }
  }

  /// Removes the directory at `path` if it is one of ours and its owner is gone.
  static func removeAbandoned(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == getuid() else { return }
    let lock = open(path + "/lock", O_RDWR | O_CLOEXEC)
    guard lock >= 0 else { return }
    if flock(lock, LOCK_EX | LOCK_NB) == 0 { removeAll(path) }
    close(lock)
  }

  private static func removeAll(_ path: String) {
    for name in entries(path) { unlink(path + "/" + name) }
    rmdir(path)
  }

  private static func entries(_ path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }
}

import Glibc

/// An exclusive hold on the data directory for one role, by flock on `ROLE.lock`: the kernel lets go of it when the
/// process ends, however it ends. The descriptor is closed on exec, so children do not inherit the hold.
public final class DirectoryLock: Sendable {
  /// The part that a process plays in the directory; each is held by one process at a time.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// `silsila run`, and commands that need everything to stand still.
    case cluster
    case coordinator
    case aggregator
  }

  public let role: Role
  private let descriptor: Int32

  /// Takes the hold, or throws `StorageError.locked` with the holder's process id.
  init(role: Role, directory: String) throws(StorageError) {
    self.role = role
    let path = Self.path(role, directory)
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .notWritable(path: path, reason: String(cString: strerror(errno))) }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let reason = errno
      if reason == EINTR { continue }
      let holder = Self.read(descriptor)
      close(descriptor)
      guard reason == EWOULDBLOCK else { throw .notWritable(path: path, reason: String(cString: strerror(reason))) }
      throw .locked(path: directory, role: role.rawValue, holder: holder)
    }
    let text = "\(getpid())\n"
    ftruncate(descriptor, 0)
    _ = text.withCString { pwrite(descriptor, $0, strlen($0), 0) }
    self.descriptor = descriptor
  }

  deinit { Self.release(descriptor) }

  /// Unlocks before closing: a child that was forked and has not reached its exec still has the descriptor open.
  private static func release(_ descriptor: Int32) {
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// The process that holds `role` in `directory` now: nil when nobody does, 0 when its id cannot be read.
  static func holder(of role: Role, directory: String) -> Int32? {
    let descriptor = open(path(role, directory), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_SH | LOCK_NB) != 0 else {
      flock(descriptor, LOCK_UN)
      return nil
    }
    return errno == EWOULDBLOCK ? read(descriptor) ?? 0 : nil
  }

  /// A short hold that waits its turn instead of failing, for the moment of opening a store.
  struct Gate: ~Copyable {
    fileprivate let descriptor: Int32

    consuming func release() {}

    deinit { DirectoryLock.release(descriptor) }
  }

  static func gate(directory: String) throws(StorageError) -> Gate {
    let path = directory + "/open.lock"
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .notWritable(path: path, reason: String(cString: strerror(errno))) }
    while flock(descriptor, LOCK_EX) != 0 {
      let reason = errno
      if reason == EINTR { continue }
      close(descriptor)
      throw .notWritable(path: path, reason: String(cString: strerror(reason)))
    }
    return Gate(descriptor: descriptor)
  }

  private static func path(_ role: Role, _ directory: String) -> String { "\(directory)/\(role.rawValue).lock" }

  private static func read(_ descriptor: Int32) -> Int32? {
    var buffer: [UInt8] = Array(repeating: 0, count: 16)
    let n = pread(descriptor, &buffer, buffer.count, 0)
    guard n > 0 else { return nil }
    return Int32(String(decoding: buffer.prefix(n).prefix { $0 >= 48 && $0 <= 57 }, as: UTF8.self))
  }
}

internal import Glibc

/// A child process, started with `posix_spawn`.
///
/// It inherits standard error, the environment and what is passed to it, nothing else. Its signal mask and handlers are
/// the defaults, whatever this process has.
struct ChildProcess: Sendable {
  let pid: pid_t

  /// How a process ended.
  enum Ending: Sendable, Hashable, CustomStringConvertible {
    case exited(Int32)
    case signalled(Int32)

    var description: String {
      switch self {
      case .exited(let code): "exit code \(code)"
      case .signalled(let signal): "signal \(signal) (\(String(cString: strsignal(signal))))"
      }
    }
  }

  struct SpawnError: Error, CustomStringConvertible {
    var reason: Int32
    var description: String { String(cString: strerror(reason)) }
  }

  /// - Parameters:
  ///   - command: the path of the executable, then its arguments.
  ///   - descriptors: what becomes which descriptor of the child.
  ///   - environment: added to, and instead of, this process's.
  ///   - ownGroup: whether it leads a process group of its own, so that a Ctrl-C at the terminal does not reach it.
  init(
    _ command: [String], descriptors: [(from: Int32, to: Int32)], environment: [String: String] = [:],
    ownGroup: Bool
  ) throws(SpawnError) {
    Self.sealDescriptors()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (from, to) in descriptors {
      // Duplicating onto itself clears close-on-exec since glibc 2.29, which is what is wanted.
      posix_spawn_file_actions_adddup2(&actions, from, to)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    var flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    if ownGroup {
      flags |= POSIX_SPAWN_SETPGROUP
      posix_spawnattr_setpgroup(&attributes, 0)
    }
    posix_spawnattr_setflags(&attributes, Int16(flags))

    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = Self.environment(adding: environment).map { strdup($0) } + [nil]
    defer {
      for pointer in arguments + variables { free(pointer) }
    }
    var pid: pid_t = 0
    let code = posix_spawn(&pid, command[0], &actions, &attributes, &arguments, &variables)
    guard code == 0 else { throw SpawnError(reason: code) }
    self.pid = pid
  }

  /// Marks everything beyond standard error to be closed on exec: what a library has open, in this process or in the
  /// one that started it, is none of a child's business. What is passed on is duplicated, without the mark.
  private static func sealDescriptors() {
    guard let directory = opendir("/proc/self/fd") else { return }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if let descriptor = Int32(name), descriptor > 2 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    }
  }

  private static func environment(adding extra: [String: String]) -> [String] {
    var lines: [String] = []
    var next = environ
    while let line = next.pointee {
      let text = String(cString: line)
      if !extra.keys.contains(where: { text.hasPrefix($0 + "=") }) { lines.append(text) }
      next += 1
    }
    return lines + extra.map { "\($0.key)=\($0.value)" }
  }

  /// Waits for the end. To be called once.
  func wait() -> (ending: Ending, usage: rusage) {
    var status: Int32 = 0
    var usage = rusage()
    while wait4(pid, &status, 0, &usage) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return (signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal), usage)
  }

  func signal(_ signal: Int32) { kill(pid, signal) }
}

/// A one-way channel to or from a child; its ends are closed on exec, and when it goes.
///
/// It is a pair of sockets, which, unlike a pipe, can be made closed-on-exec in one step from here: another thread that
/// starts a child at that moment must not give it an end.
struct Pipe: ~Copyable {
  private(set) var reader: Int32
  private(set) var writer: Int32

  init() throws(ChildProcess.SpawnError) {
    var ends: [Int32] = [-1, -1]
    let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, type, 0, &ends) == 0 else { throw ChildProcess.SpawnError(reason: errno) }
    reader = ends[0]
    writer = ends[1]
  }

  mutating func closeReader() {
    if reader >= 0 { close(reader) }
    reader = -1
  }

  mutating func closeWriter() {
    if writer >= 0 { close(writer) }
    writer = -1
  }

  deinit {
    if reader >= 0 { close(reader) }
    if writer >= 0 { close(writer) }
  }
}

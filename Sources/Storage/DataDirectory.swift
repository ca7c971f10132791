import Glibc

/// The directory that holds a cluster's ledger and timeline.
public struct DataDirectory: Sendable, Hashable {
  /// An absolute path, or as given.
  public let path: String

  public var ledgerPath: String { path + "/ledger.sqlite" }
  public var timelinePath: String { path + "/timeline.sqlite" }

  /// Names a directory without touching the disk.
  public init(path: String) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// The directory that `--data`, else `SILSILA_DATA`, else the XDG state directory names
  /// (`$XDG_STATE_HOME/silsila`, `~/.local/state/silsila`). Touches nothing.
  public static func resolve(option: String?, environment: [String: String]) throws(StorageError) -> DataDirectory {
    if let option, !option.isEmpty { return DataDirectory(path: option) }
    if let value = environment["SILSILA_DATA"], !value.isEmpty { return DataDirectory(path: value) }
    // The XDG specification tells us to ignore relative values.
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return DataDirectory(path: state + "/silsila")
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else {
      throw .notWritable(path: "~/.local/state/silsila", reason: "HOME is not set")
    }
    return DataDirectory(path: home + "/.local/state/silsila")
  }

  /// Creates the directory where it is missing, for its owner only (0700), and checks that it can be written.
  public func create() throws(StorageError) {
    var prefix = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      prefix += prefix.isEmpty || prefix.hasSuffix("/") ? "\(part)" : "/\(part)"
      if mkdir(prefix, 0o700) != 0, errno != EEXIST {
        // A parent that we may not write, such as `/`, may well be there already.
        let reason = errno
        guard access(prefix, F_OK) == 0 else {
          throw .notWritable(path: prefix, reason: String(cString: strerror(reason)))
        }
      }
    }
    var status = stat()
    guard stat(path, &status) == 0 else { throw .notWritable(path: path, reason: String(cString: strerror(errno))) }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .notWritable(path: path, reason: "it is not a directory") }
    guard access(path, R_OK | W_OK | X_OK) == 0 else {
      throw .notWritable(path: path, reason: String(cString: strerror(errno)))
    }
  }

  /// Holds the directory in `role` until the answer is released.
  public func lock(_ role: DirectoryLock.Role) throws(StorageError) -> DirectoryLock {
    try DirectoryLock(role: role, directory: path)
  }

  /// The process that plays `role` here now; nil when nobody does.
  public func holder(of role: DirectoryLock.Role) -> Int32? { DirectoryLock.holder(of: role, directory: path) }

  /// Opens the ledger for the coordinator. A new one takes over the identity of the timeline beside it, if any.
  public func openLedger() throws(StorageError) -> Ledger {
    // Coordinator and aggregator start together: without the gate both would invent an identity.
    let gate = try DirectoryLock.gate(directory: path)
    let identity = try partnerIdentity { () throws(StorageError) in try readTimeline().identity() }
    let ledger = try Ledger(path: ledgerPath, identity: identity)
    gate.release()
    return ledger
  }

  /// Opens the timeline for the aggregator. A new one takes over the identity of the ledger beside it, if any.
  public func openTimeline() throws(StorageError) -> TimelineStore {
    let gate = try DirectoryLock.gate(directory: path)
    let identity = try partnerIdentity { () throws(StorageError) in try readLedger().identity() }
    let timeline = try TimelineStore(path: timelinePath, identity: identity)
    gate.release()
    return timeline
  }

  /// Opens the ledger for looking, also while the coordinator runs.
  public func readLedger() throws(StorageError) -> Ledger { try Ledger(readingFrom: ledgerPath) }

  /// Opens the timeline for looking, also while the aggregator runs.
  public func readTimeline() throws(StorageError) -> TimelineStore { try TimelineStore(readingFrom: timelinePath) }

  /// The identity that `read` finds; nil when that store does not exist yet.
  private func partnerIdentity(_ read: () throws(StorageError) -> String) throws(StorageError) -> String? {
    do { return try read() } catch {
      guard case .missing = error else { throw error }
      return nil
    }
  }
}

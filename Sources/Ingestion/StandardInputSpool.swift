import Glibc

/// Standard input kept in an unnamed temporary file, since it must be read more than once.
final class StandardInputSpool {
  private var spool: Int32?

  deinit { if let spool { close(spool) } }

  /// A reader at the start of all that `source` had to say. Reads it on the first call, to its end.
  func open(source: Int32) throws(IngestReject) -> FileBytes {
    let spool: Int32
    if let filled = self.spool { spool = filled } else { spool = try fill(source) }
    self.spool = spool
    // A descriptor of its own, at its own position.
    let descriptor = Glibc.open("/proc/self/fd/\(spool)", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileBytes.failure(FileBytes.standardInput, errno) }
    return FileBytes(descriptor: descriptor)
  }

  private func fill(_ source: Int32) throws(IngestReject) -> Int32 {
    let directory = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(directory)/silsila-input-XXXXXX".utf8CString)
    let spool = mkstemp(&template)
    guard spool >= 0 else {
      throw IngestReject(
        code: .unreadable, file: FileBytes.standardInput,
        message: "no temporary file in \(directory) (\(String(cString: strerror(errno)))); set TMPDIR")
    }
    unlink(template)
    _ = fcntl(spool, F_SETFD, FD_CLOEXEC)
    var buffer: [UInt8] = Array(repeating: 0, count: 256 << 10)
    while true {
      let n = read(source, &buffer, buffer.count)
      if n < 0, errno == EINTR { continue }
      guard n >= 0 else {
        let reason = errno
        close(spool)
        throw FileBytes.failure(FileBytes.standardInput, reason)
      }
      if n == 0 { return spool }
      var written = 0
      while written < n {
        let m = buffer.withUnsafeBytes { write(spool, $0.baseAddress?.advanced(by: written), n - written) }
        if m < 0, errno == EINTR { continue }
        guard m >= 0 else {
          let reason = String(cString: strerror(errno))
          close(spool)
          throw IngestReject(
            code: .unreadable, file: FileBytes.standardInput,
            message: "cannot be kept in \(directory) (\(reason)); set TMPDIR to a directory with space")
        }
        written += m
      }
    }
  }
}

import Glibc

/// A file read from start to end in pieces of 256 KiB, whatever its size.
final class FileBytes {
  static let standardInput = "-"
  private static let piece = 256 << 10

  private let descriptor: Int32
  /// Bytes read and not yet consumed: `buffer[head..<tail]`.
  private var buffer: [UInt8] = Array(repeating: 0, count: FileBytes.piece)
  private var head = 0
  private var tail = 0
  private(set) var isAtEnd = false
  /// Bytes consumed.
  private(set) var offset = 0

  /// Takes over the descriptor.
  init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Opens a regular file. Throws what went wrong, in words.
  static func open(_ path: String) throws(IngestReject) -> (bytes: FileBytes, size: Int) {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(path, errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let reason = errno
      close(descriptor)
      throw failure(path, reason)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw IngestReject(
        code: .unreadable, file: path, message: "not a regular file; pipe its content to `-` (standard input) instead")
    }
    return (FileBytes(descriptor: descriptor), Int(status.st_size))
  }

  static func failure(_ path: String, _ reason: Int32) -> IngestReject {
    let words = String(cString: strerror(reason))
    return reason == ENOENT || reason == ENOTDIR
      ? IngestReject(code: .missing, file: path, message: "no such file or directory; check the path")
      : IngestReject(code: .unreadable, file: path, message: "cannot be read (\(words)); check its permissions")
  }

  /// The next byte without consuming it; nil at the end.
  func peek() throws(ReadFailure) -> UInt8? {
    if head == tail { try fill() }
    return head < tail ? buffer[head] : nil
  }

  /// Consumes one byte, which `peek` has shown to be there.
  func skip() {
    head += 1
    offset += 1
  }

  /// Hands over buffered bytes (empty only at the end) and consumes as many as `body` says.
  func consume<T>(_ body: (Span<UInt8>) -> (T, consumed: Int)) throws(ReadFailure) -> T {
    if head == tail { try fill() }
    let (value, consumed) = body(buffer.span.extracting(head..<tail))
    head += consumed
    offset += consumed
    return value
  }

  struct ReadFailure: Error { var reason: Int32 }

  private func fill() throws(ReadFailure) {
    guard !isAtEnd else { return }
    while true {
      let n = read(descriptor, &buffer, buffer.count)
      if n < 0 {
        if errno == EINTR { continue }
        throw ReadFailure(reason: errno)
      }
      head = 0
      tail = n
      isAtEnd = n == 0
      return
    }
  }
}

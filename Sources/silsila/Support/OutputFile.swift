import Foundation

/// A file that appears whole or not at all: written beside its place and then moved there.
enum OutputFile {
  /// Bytes gathered before they are written.
  private static let block = 1 << 16

  /// Writes the pieces that `body` gives, in constant memory. A device or a pipe (`/dev/stdout`) is written in place.
  static func write(to path: String, _ body: ((String) throws -> Void) throws -> Void) throws {
    let failure = CommandFailure("\(path): cannot be written; check the folder, its permissions and the disk's space")
    var status = stat()
    // Only a plain file, or none yet, can be replaced by moving another one there.
    let exists = stat(path, &status) == 0
    let isPlain = !exists || status.st_mode & S_IFMT == S_IFREG
    let target = isPlain ? path + ".silsila-\(getpid())" : path
    let descriptor = open(target, isPlain ? O_WRONLY | O_CREAT | O_EXCL : O_WRONLY, 0o666)
    guard descriptor >= 0 else { throw failure }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    defer { close(descriptor) }
    do {
      var buffer = Data()
      try body { piece in
        buffer.append(contentsOf: piece.utf8)
        guard buffer.count >= block else { return }
        try handle.write(contentsOf: buffer)
        buffer.removeAll(keepingCapacity: true)
      }
      try handle.write(contentsOf: buffer)
      guard isPlain else { return }
      if exists { fchmod(descriptor, status.st_mode & 0o7777) }
      guard rename(target, path) == 0 else { throw failure }
    } catch {
      if isPlain { unlink(target) }
      throw failure
    }
  }
}

import Foundation

/// The lines of a file or of standard input (`-`), without their line feeds, read in blocks.
struct LineReader: Sequence, IteratorProtocol {
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var at = 0
  private var ended = false

  init(path: String) throws {
    if path == "-" {
      handle = .standardInput
    } else {
      guard let opened = FileHandle(forReadingAtPath: path) else {
        throw CommandFailure("\(path): cannot be read; check that the file exists and its permissions")
      }
      handle = opened
    }
  }

  mutating func next() -> [UInt8]? {
    var scanned = at
    while true {
      if let end = buffer[scanned...].firstIndex(of: 10) {
        defer { at = end + 1 }
        let line = buffer[at..<end]
        return Array(line.last == 13 ? line.dropLast() : line)
      }
      if ended {
        guard at < buffer.count else { return nil }
        defer { at = buffer.count }
        return Array(buffer[at...])
      }
      scanned = buffer.count - at
      buffer.removeSubrange(..<at)
      at = 0
      let data = (try? handle.read(upToCount: 1 << 20)) ?? nil
      if let data, !data.isEmpty { buffer.append(contentsOf: data) } else { ended = true }
    }
  }
}

/// A failure that ends the command with exit code 1 and one clear line.
struct CommandFailure: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}

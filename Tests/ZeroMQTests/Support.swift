import Glibc
import ZeroMQ

/// A private directory for ipc sockets, removed at the end.
final class Scratch {
  let path: String

  init() {
    var template = Array("/tmp/zmq-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress, let made = mkdtemp(base) else { fatalError("no temporary directory") }
      return String(cString: made)
    }
  }

  func ipc(_ name: String) -> String { "ipc://\(path)/\(name)" }

  deinit {
    if let directory = opendir(path) {
      while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != "." && name != ".." { unlink("\(path)/\(name)") }
      }
      closedir(directory)
    }
    rmdir(path)
  }
}

/// Waits for a message for up to `milliseconds`.
func receive(_ socket: inout Socket, within milliseconds: Int = 5_000) throws -> [Frame]? {
  var poller = Poller()
  _ = poller.add(socket)
  let deadline = Clock.milliseconds + milliseconds
  while true {
    if let frames = try socket.receive() { return frames }
    let left = deadline - Clock.milliseconds
    guard left > 0 else { return nil }
    try poller.wait(left)
  }
}

/// Sends, waiting for a connection or for room for up to `milliseconds`.
func send(_ socket: inout Socket, _ frames: [Frame], within milliseconds: Int = 5_000) throws -> SendOutcome {
  let deadline = Clock.milliseconds + milliseconds
  while true {
    let outcome = try socket.send(frames)
    guard outcome == .wouldBlock, Clock.milliseconds < deadline else { return outcome }
    usleep(2_000)
  }
}

/// The next event of one of these kinds within five seconds.
func event(_ monitor: inout SocketMonitor, _ kinds: Set<ConnectionEvent.Kind>) throws -> ConnectionEvent? {
  let deadline = Clock.milliseconds + 5_000
  while Clock.milliseconds < deadline {
    while let event = try monitor.next() {
      if kinds.contains(event.kind) { return event }
    }
    usleep(2_000)
  }
  return nil
}

enum Clock {
  static var milliseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}

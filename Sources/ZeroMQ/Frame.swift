internal import CZeroMQ

/// One frame of a message: bytes that libzmq owns, shared without copying.
///
/// A received frame is the library's own buffer; sending a frame hands libzmq another reference to it, so the same
/// frame may be sent to several peers, or kept and sent again, at no cost. Bytes are copied once: in `init`.
public final class Frame: @unchecked Sendable {
  // Safe to share: the message is filled before the object is published and never written afterwards; libzmq counts
  // references to its buffer atomically, and the last `Frame` closes its own reference in `deinit`.
  let message: UnsafeMutablePointer<zmq_msg_t>

  /// Takes the message that `fill` initialises.
  init(_ fill: (UnsafeMutablePointer<zmq_msg_t>) -> Void) {
    message = .allocate(capacity: 1)
    fill(message)
  }

  /// A frame with a copy of `bytes`. One memcpy.
  public convenience init(_ bytes: [UInt8]) {
    self.init(count: bytes.count) { buffer in bytes.withUnsafeBytes { buffer.copyMemory(from: $0) } }
  }

  /// A frame with the UTF-8 bytes of `text`. One memcpy.
  public convenience init(_ text: String) {
    var text = text
    self.init(count: text.utf8.count) { buffer in
      text.withUTF8 { buffer.copyMemory(from: UnsafeRawBufferPointer($0)) }
    }
  }

  /// A frame of `count` bytes that `fill` writes in place.
  public convenience init(count: Int, filledBy fill: (UnsafeMutableRawBufferPointer) -> Void) {
    self.init { message in
      LibZMQ.initialize(message, count: count)
      fill(LibZMQ.bytes(message))
    }
  }

  deinit {
    LibZMQ.closeMessage(message)
    message.deallocate()
  }

  /// The number of bytes.
  public var count: Int { LibZMQ.bytes(message).count }

  /// Gives `body` the bytes, which live as long as the call.
  public func withUnsafeBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
    try body(UnsafeRawBufferPointer(LibZMQ.bytes(message)))
  }

  /// A copy of the bytes. O(n).
  public var bytes: [UInt8] { withUnsafeBytes { [UInt8]($0) } }

  /// The bytes as text; faulty UTF-8 is replaced. O(n).
  public var text: String { withUnsafeBytes { String(decoding: $0, as: UTF8.self) } }

  /// What the connection this frame came over says of itself: `User-Id` (from the ZAP handler), `Peer-Address`,
  /// `Socket-Type`. nil for a frame that was not received (a ROUTER makes the identity frame itself), or where the
  /// peer was not authenticated.
  public func property(_ name: String) -> String? { LibZMQ.property(message, name) }

  /// The user id that the ZAP handler gave the peer.
  public var userID: String? { property("User-Id") }

  /// The network address of the peer, for logs; IPv4 in its own form.
  public var peerAddress: String? {
    property("Peer-Address").map { $0.hasPrefix("::ffff:") ? String($0.dropFirst(7)) : $0 }
  }
}

extension Frame: Equatable {
  /// Equal bytes.
  public static func == (a: Frame, b: Frame) -> Bool {
    a.withUnsafeBytes { x in b.withUnsafeBytes { y in x.elementsEqual(y) } }
  }
}

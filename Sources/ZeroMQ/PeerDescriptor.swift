internal import Glibc

/// The operating system's end of a connection that libzmq holds: to see where it comes from, and to cut it, which
/// libzmq has no call for.
///
/// libzmq's I/O thread closes the descriptor when it likes, and the number may come back for another connection. So
/// both operations are hints: what is cut wrongly connects again, and nobody is let in by them.
public struct PeerDescriptor: Sendable, Hashable {
  public let number: Int32

  public init(_ number: Int32) { self.number = number }

  /// That of the connection over which `frame` came; nil where libzmq does not tell (inproc).
  public init?(of frame: Frame) {
    // What stands behind libzmq's deprecated ZMQ_SRCFD.
    guard let text = frame.property("__fd"), let number = Int32(text), number >= 0 else { return nil }
    self.number = number
  }

  /// The other side's address, while the connection is open and a TCP one.
  public var remote: RemoteAddress? {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let result = withUnsafeMutablePointer(to: &storage) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getpeername(number, $0, &length) }
    }
    guard result == 0 else { return nil }
    let family = Int32(storage.ss_family)
    return withUnsafeBytes(of: &storage) { bytes -> RemoteAddress? in
      // Family, port and address lie at the same places in every Linux: two bytes, two bytes, then 4 bytes of IPv4,
      // or after four bytes of flow label 16 of IPv6.
      let port = UInt16(bytes[2]) << 8 | UInt16(bytes[3])
      switch family {
      case AF_INET: return RemoteAddress(bytes: Array(bytes[4..<8]), port: port)
      case AF_INET6:
        let address = Array(bytes[8..<24])
        let isMapped = address.prefix(10).allSatisfy { $0 == 0 } && address[10] == 0xFF && address[11] == 0xFF
        return RemoteAddress(bytes: isMapped ? Array(address.suffix(4)) : address, port: port)
      default: return nil
      }
    }
  }

  /// Ends the connection for both sides. The I/O thread then closes the descriptor.
  public func cut() { _ = shutdown(number, Int32(SHUT_RDWR)) }
}

/// Where a TCP connection comes from.
public struct RemoteAddress: Sendable, Hashable {
  /// 4 bytes of IPv4, or 16 of IPv6.
  public let bytes: [UInt8]
  public let port: UInt16

  public init(bytes: [UInt8], port: UInt16) {
    self.bytes = bytes
    self.port = port
  }

  /// What one owner usually has: an address of IPv4, or the first 64 bits of one of IPv6.
  public var network: [UInt8] { bytes.count == 4 ? bytes : Array(bytes.prefix(8)) }
}

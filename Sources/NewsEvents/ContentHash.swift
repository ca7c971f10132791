/// SHA-256 of a piece of content, as 32 bytes.
public struct ContentHash: Sendable, Hashable, Comparable {
  public let bytes: [UInt8]

  /// The hash whose bytes these are; nil unless there are 32.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// The hash of `content`. O(n).
  public init(of content: some Sequence<UInt8>) {
    var sha = SHA256()
    sha.update(content)
    bytes = sha.finish()
  }

  /// The hash of these fields, each preceded by its length, so that ("ab","c") and ("a","bc") differ.
  public init(fields: [String]) {
    var sha = SHA256()
    for field in fields {
      var n = UInt64(field.utf8.count)
      var prefix: [UInt8] = []
      for _ in 0..<8 {
        prefix.append(UInt8(truncatingIfNeeded: n))
        n >>= 8
      }
      sha.update(prefix)
      sha.update(field.utf8)
    }
    bytes = sha.finish()
  }

  /// The first `digits` lower-case hexadecimal digits (64 at most).
  public func hex(_ digits: Int = 64) -> String {
    let alphabet = Array("0123456789abcdef".utf8)
    var out: [UInt8] = []
    for byte in bytes.prefix((digits + 1) / 2) {
      out.append(alphabet[Int(byte >> 4)])
      out.append(alphabet[Int(byte & 15)])
    }
    return String(decoding: out.prefix(digits), as: UTF8.self)
  }

  public static func < (a: ContentHash, b: ContentHash) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
}

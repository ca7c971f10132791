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
    var hasher = FieldHasher()
    for field in fields { hasher.add(field) }
    self = hasher.finish()
  }

  fileprivate init(finishing sha: SHA256) {
    var sha = sha
    bytes = sha.finish()
  }

  /// The first `digits` lower-case hexadecimal digits (64 at most).
  public func hex(_ digits: Int = 64) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(64)
    func digit(_ n: UInt8) -> UInt8 { n < 10 ? 48 + n : 87 + n }
    for byte in bytes.prefix((digits + 1) / 2) {
      out.append(digit(byte >> 4))
      out.append(digit(byte & 15))
    }
    if out.count > digits { out.removeLast(out.count - digits) }
    return String(decoding: out, as: UTF8.self)
  }

  public static func < (a: ContentHash, b: ContentHash) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
}

/// Hashes fields, each preceded by its length.
struct FieldHasher: Sendable {
  private var sha = SHA256()

  mutating func add(_ field: String) {
    sha.update(length: field.utf8.count)
    sha.update(field.utf8)
  }

  func finish() -> ContentHash { ContentHash(finishing: sha) }
}

import Testing

@testable import NewsEvents

@Suite struct `SHA-256` {
  @Test func `does not depend on how the bytes arrive`() {
    let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let whole = ContentHash(of: bytes)
    for cut in 0...bytes.count {
      var sha = SHA256()
      sha.update(bytes[..<cut])
      sha.update(AnySequence(bytes[cut...]))
      #expect(sha.finish() == whole.bytes)
    }
  }

  @Test func `is the same of bytes in memory and of bytes made one by one`() {
    for count in [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000] {
      #expect(ContentHash(of: [UInt8](repeating: 97, count: count)) == ContentHash(of: repeatElement(97, count: count)))
    }
  }

  @Test func `shows as many digits as asked for`() {
    let hash = ContentHash(of: "abc".utf8)
    #expect(hash.hex(7) == "ba7816b")
    #expect(hash.hex(0) == "")
    #expect(ContentHash(bytes: hash.bytes) == hash)
    #expect(ContentHash(bytes: [1, 2]) == nil)
  }
}

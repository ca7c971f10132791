import Testing

@testable import NewsEvents

@Suite struct `A content hash` {
  /// The examples of FIPS 180-4 and of NIST's test vectors.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `is SHA-256`(text: String, expected: String) {
    #expect(ContentHash(of: text.utf8).hex() == expected)
  }

  @Test func `is SHA-256 of a million bytes too`() {
    let expected = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    #expect(ContentHash(of: [UInt8](repeating: 97, count: 1_000_000)).hex() == expected)
    #expect(ContentHash(of: repeatElement(97, count: 1_000_000)).hex() == expected)
  }

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

  @Test func `tells where one field ends and the next begins`() {
    #expect(ContentHash(fields: ["ab", "c"]) != ContentHash(fields: ["a", "bc"]))
    #expect(ContentHash(fields: ["ab", ""]) != ContentHash(fields: ["ab"]))
  }

  @Test func `shows as many hexadecimal digits as asked for`() {
    let hash = ContentHash(of: "abc".utf8)
    #expect(hash.hex(7) == "ba7816b")
    #expect(hash.hex(0) == "")
    #expect(ContentHash(bytes: hash.bytes) == hash)
    #expect(ContentHash(bytes: [1, 2]) == nil)
  }
}

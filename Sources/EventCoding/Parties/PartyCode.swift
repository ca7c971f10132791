/// The code of a country or sector (IRN, GOV, IGO): at most eight bytes of UTF-8 in one word.
///
/// Parties are copied and compared everywhere in a sentence; with strings for codes every copy counted references.
public struct PartyCode: Sendable, Hashable {
  /// The first byte in the highest place, zeros after the last: codes are in the order of their strings.
  private let bits: UInt64

  /// How many bytes fit; the lexicon takes no longer code.
  public static let capacity = 8

  /// - Precondition: `code` has at most `capacity` bytes and none of them is 0.
  public init(_ code: String) {
    precondition(code.utf8.count <= PartyCode.capacity, "a lexicon has no code of more than eight bytes")
    bits =
      code.utf8.reduce(into: (bits: UInt64(0), shift: UInt64(56))) { word, byte in
        word.bits |= UInt64(byte) << word.shift
        word.shift &-= 8
      }.bits
  }

  /// The bytes of the code.
  public var utf8: Bytes { Bytes(bits: bits) }

  public struct Bytes: RandomAccessCollection, Sendable {
    fileprivate let bits: UInt64
    public var startIndex: Int { 0 }
    @inline(__always) public var endIndex: Int { (71 - bits.trailingZeroBitCount) / 8 }
    @inline(__always) public var count: Int { endIndex }
    public subscript(n: Int) -> UInt8 { UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * n)) }
  }
}

extension PartyCode: ExpressibleByStringLiteral {
  /// Worked out by the compiler.
  @inline(__always)
  public init(stringLiteral code: StaticString) {
    bits = code.withUTF8Buffer { bytes in
      precondition(bytes.count <= PartyCode.capacity)
      var bits: UInt64 = 0
      for n in 0..<bytes.count { bits |= UInt64(bytes[n]) << UInt64(56 - 8 * n) }
      return bits
    }
  }
}

extension PartyCode: Comparable {
  public static func < (a: PartyCode, b: PartyCode) -> Bool { a.bits < b.bits }
}

extension PartyCode: CustomStringConvertible {
  public var description: String {
    // Each byte was one of a string in this order. Decoding any collection of bytes costs ten times as much.
    String(unsafeUninitializedCapacity: PartyCode.capacity) { $0.initialize(fromContentsOf: utf8) }
  }
}

/// A language tag of up to eight ASCII letters (`fa`, `ar`, `ur`), packed, so that comparing costs nothing.
public struct LanguageCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  private let packed: UInt64

  /// Nil if the text is empty, longer than eight bytes or not printable ASCII.
  public init?(_ text: some StringProtocol) {
    var packed: UInt64 = 0
    var count = 0
    for byte in text.utf8 {
      guard count < 8, byte > 0x20, byte < 0x7F else { return nil }
      packed |= UInt64(byte) << UInt64(56 - 8 * count)
      count += 1
    }
    guard count > 0 else { return nil }
    self.packed = packed
  }

  public static func < (a: LanguageCode, b: LanguageCode) -> Bool { a.packed < b.packed }

  public var description: String {
    var text = ""
    var rest = packed
    while rest != 0 {
      text.unicodeScalars.append(Unicode.Scalar(UInt8(rest >> 56)))
      rest <<= 8
    }
    return text
  }
}

/// Z85, ZeroMQ's text form of binary keys (ZeroMQ RFC 32): four bytes in five printable characters.
public enum Z85 {
  private static let alphabet = Array(
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#".utf8)

  /// The text form of `bytes`; nil unless their number is a multiple of four. O(n).
  public static func encode(_ bytes: [UInt8]) -> String? {
    guard bytes.count % 4 == 0 else { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count / 4 * 5)
    for start in stride(from: 0, to: bytes.count, by: 4) {
      let value = bytes[start..<start + 4].reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
      for divisor in [52_200_625, 614_125, 7_225, 85, 1] as [UInt32] {
        out.append(alphabet[Int(value / divisor % 85)])
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The bytes that `text` stands for; nil when its length is not a multiple of five, or a character or a group of
  /// five is not one that `encode` writes. O(n).
  public static func decode(_ text: String) -> [UInt8]? {
    let characters = Array(text.utf8)
    guard characters.count % 5 == 0 else { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(characters.count / 5 * 4)
    for start in stride(from: 0, to: characters.count, by: 5) {
      var value: UInt64 = 0
      for character in characters[start..<start + 5] {
        guard let digit = alphabet.firstIndex(of: character) else { return nil }
        value = value * 85 + UInt64(digit)
      }
      guard let word = UInt32(exactly: value) else { return nil }
      for shift in [24, 16, 8, 0] as [UInt32] { out.append(UInt8(truncatingIfNeeded: word >> shift)) }
    }
    return out
  }
}

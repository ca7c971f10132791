/// A JSON value whose members keep their order and whose numbers are printed exactly, so that equal values give equal
/// bytes on every machine.
public indirect enum JSON: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A decimal number already in JSON's notation.
  case decimal(String)
  case string(String)
  case array([JSON])
  case object([Member])

  public struct Member: Sendable, Hashable {
    public var key: String
    public var value: JSON

    public init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// An object with these members, in this order.
  public static func members(_ members: (String, JSON)...) -> JSON { .object(members.map { Member($0.0, $0.1) }) }

  /// The string, or null.
  static func optional(_ string: String?) -> JSON { string.map { .string($0) } ?? .null }
  static func optional(_ number: Int?) -> JSON { number.map { .integer($0) } ?? .null }
  static func strings(_ strings: [String]) -> JSON { .array(strings.map { .string($0) }) }

  /// Thousandths as a decimal with three places: 930 is `0.930`.
  static func thousandths(_ n: Int) -> JSON { .decimal(Decimals.fixed(n, places: 3)) }

  /// Millionths as the shortest decimal with at least one place: 26_200_000 is `26.2`.
  static func millionths(_ n: Int32?) -> JSON { n.map { .decimal(Decimals.shortest(Int($0), places: 6)) } ?? .null }

  /// The value on one line, without spaces. O(size).
  public var line: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the value on one line.
  public func write(to out: inout String) { out += line }

  private func write(to out: inout [UInt8]) {
    switch self {
    case .null: out.append(contentsOf: "null".utf8)
    case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): out.append(contentsOf: String(value).utf8)
    case .decimal(let value): out.append(contentsOf: value.utf8)
    case .string(let value): JSON.quote(value, into: &out)
    case .array(let items):
      out.append(UInt8(ascii: "["))
      for (i, item) in items.enumerated() {
        if i > 0 { out.append(UInt8(ascii: ",")) }
        item.write(to: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let members):
      out.append(UInt8(ascii: "{"))
      for (i, member) in members.enumerated() {
        if i > 0 { out.append(UInt8(ascii: ",")) }
        JSON.quote(member.key, into: &out)
        out.append(UInt8(ascii: ":"))
        member.value.write(to: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }

  /// RFC 8259 §7; also U+2028 and U+2029, which older JavaScript takes for line ends. Works on bytes: appending to a
  /// string through its scalar view copies all of it each time.
  private static func quote(_ text: String, into out: inout [UInt8]) {
    let hex = Array("0123456789abcdef".utf8)
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        out.append(UInt8(ascii: "\\"))
        out.append(byte)
      case UInt8(ascii: "\n"): out.append(contentsOf: "\\n".utf8)
      case UInt8(ascii: "\r"): out.append(contentsOf: "\\r".utf8)
      case UInt8(ascii: "\t"): out.append(contentsOf: "\\t".utf8)
      case 0..<0x20, 0x7F:
        out.append(contentsOf: "\\u00".utf8)
        out.append(hex[Int(byte >> 4)])
        out.append(hex[Int(byte & 15)])
      case 0xA8, 0xA9:
        // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
        if out.count >= 2, out[out.count - 1] == 0x80, out[out.count - 2] == 0xE2 {
          out.removeLast(2)
          out.append(contentsOf: (byte == 0xA8 ? "\\u2028" : "\\u2029").utf8)
        } else {
          out.append(byte)
        }
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}

/// Exact decimals from integers.
enum Decimals {
  /// `n` · 10^-places with all places: (930, 3) is `0.930`, (-5, 3) is `-0.005`.
  static func fixed(_ n: Int, places: Int) -> String {
    let digits = String(n.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return (n < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
  }

  /// The same without trailing zeros, but with one place.
  static func shortest(_ n: Int, places: Int) -> String {
    var text = fixed(n, places: places)
    while text.hasSuffix("0"), !text.hasSuffix(".0") { text.removeLast() }
    return text
  }
}

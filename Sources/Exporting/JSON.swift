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
    var out = ""
    write(to: &out)
    return out
  }

  /// Appends the value on one line.
  public func write(to out: inout String) {
    switch self {
    case .null: out += "null"
    case .bool(let value): out += value ? "true" : "false"
    case .integer(let value): out += String(value)
    case .decimal(let value): out += value
    case .string(let value): JSON.quote(value, into: &out)
    case .array(let items):
      out += "["
      for (i, item) in items.enumerated() {
        if i > 0 { out += "," }
        item.write(to: &out)
      }
      out += "]"
    case .object(let members):
      out += "{"
      for (i, member) in members.enumerated() {
        if i > 0 { out += "," }
        JSON.quote(member.key, into: &out)
        out += ":"
        member.value.write(to: &out)
      }
      out += "}"
    }
  }

  /// RFC 8259 §7; also U+2028 and U+2029, which older JavaScript takes for line ends.
  private static func quote(_ text: String, into out: inout String) {
    var scalars = String.UnicodeScalarView()
    scalars.append("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": scalars.append(contentsOf: "\\\"".unicodeScalars)
      case "\\": scalars.append(contentsOf: "\\\\".unicodeScalars)
      case "\n": scalars.append(contentsOf: "\\n".unicodeScalars)
      case "\r": scalars.append(contentsOf: "\\r".unicodeScalars)
      case "\t": scalars.append(contentsOf: "\\t".unicodeScalars)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0x2028 || scalar.value == 0x2029:
        let hex = String(scalar.value, radix: 16)
        scalars.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - hex.count) + hex).unicodeScalars)
      default: scalars.append(scalar)
      }
    }
    scalars.append("\"")
    out.unicodeScalars.append(contentsOf: scalars)
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

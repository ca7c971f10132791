/// Why a text is no JSON: what stands where something else should.
struct JSONFailure: Error, Hashable {
  /// Bytes before the place, in the text given.
  var offset: Int
  var message: String
}

extension JSON {
  /// Reads one value (RFC 8259) and nothing after it. Stricter than the RFC where it leaves a choice: no member twice, no
  /// half of a surrogate pair, at most `JSONReader.deepest` levels. O(bytes).
  init(parsing bytes: [UInt8]) throws(JSONFailure) {
    var reader = JSONReader(bytes: bytes)
    reader.skipSpace()
    self = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.at == bytes.count else { throw reader.failure("something follows the value") }
  }

  /// The member of an object; nil when there is none, or no object.
  subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }
}

/// A recursive reader of JSON that keeps the order of members and the digits of numbers.
struct JSONReader {
  static let deepest = 64

  let bytes: [UInt8]
  private(set) var at = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  func failure(_ message: String) -> JSONFailure { JSONFailure(offset: at, message: message) }

  mutating func skipSpace() {
    while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
  }

  mutating func value(depth: Int) throws(JSONFailure) -> JSON {
    guard depth < Self.deepest else { throw failure("more than \(Self.deepest) levels") }
    guard at < bytes.count else { throw failure("a value is expected") }
    switch bytes[at] {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw failure("a value is expected")
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func word(_ text: String, _ value: JSON) throws(JSONFailure) -> JSON {
    guard bytes[at...].starts(with: text.utf8) else { throw failure("a value is expected") }
    at += text.utf8.count
    return value
  }

  private mutating func object(_ depth: Int) throws(JSONFailure) -> JSON {
    at += 1
    var members: [JSON.Member] = [], keys: Set<String> = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object([]) }
    while true {
      skipSpace()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { throw failure("a name in quotes is expected") }
      let place = at, key = try string()
      guard keys.insert(key).inserted else {
        throw JSONFailure(offset: place, message: "the member \"\(key)\" stands twice")
      }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw failure("`:` is expected") }
      skipSpace()
      members.append(JSON.Member(key, try value(depth: depth + 1)))
      skipSpace()
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { throw failure("`,` or `}` is expected") }
    }
  }

  private mutating func array(_ depth: Int) throws(JSONFailure) -> JSON {
    at += 1
    var items: [JSON] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array([]) }
    while true {
      skipSpace()
      items.append(try value(depth: depth + 1))
      skipSpace()
      if take(UInt8(ascii: "]")) { return .array(items) }
      guard take(UInt8(ascii: ",")) else { throw failure("`,` or `]` is expected") }
    }
  }

  private mutating func number() throws(JSONFailure) -> JSON {
    let start = at
    func isDigit(_ i: Int) -> Bool { i < bytes.count && (0x30...0x39).contains(bytes[i]) }
    _ = take(UInt8(ascii: "-"))
    let whole = at
    while isDigit(at) { at += 1 }
    guard at > whole else { throw failure("a digit is expected") }
    if at - whole > 1, bytes[whole] == 0x30 { throw failure("a number does not begin with 0") }
    var isWhole = true
    if take(UInt8(ascii: ".")) {
      isWhole = false
      guard isDigit(at) else { throw failure("a digit is expected") }
      while isDigit(at) { at += 1 }
    }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      at += 1
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      guard isDigit(at) else { throw failure("a digit is expected") }
      while isDigit(at) { at += 1 }
    }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    if isWhole, let value = Int(text) { return .integer(value) }
    return .decimal(text)
  }

  private mutating func string() throws(JSONFailure) -> String {
    let opening = at
    at += 1
    var out: [UInt8] = []
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        at += 1
        guard let text = String(validating: out, as: UTF8.self) else {
          throw JSONFailure(offset: opening, message: "the string is not UTF-8")
        }
        return text
      case UInt8(ascii: "\\"): try escape(into: &out)
      case 0..<0x20: throw failure("a control character must be written as an escape")
      default:
        out.append(bytes[at])
        at += 1
      }
    }
    throw JSONFailure(offset: opening, message: "the string has no end")
  }

  private mutating func escape(into out: inout [UInt8]) throws(JSONFailure) {
    at += 1
    guard at < bytes.count else { throw failure("the string has no end") }
    let letter = bytes[at]
    at += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(letter)
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "f"): out.append(0x0C)
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "u"):
      var code = try fourDigits()
      if (0xD800..<0xDC00).contains(code), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
        let low = try fourDigits()
        guard (0xDC00..<0xE000).contains(low) else { throw failure("half of a surrogate pair stands alone") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw failure("half of a surrogate pair stands alone") }
      out.append(contentsOf: String(scalar).utf8)
    default: throw failure("no such escape")
    }
  }

  private mutating func fourDigits() throws(JSONFailure) -> UInt32 {
    guard at + 4 <= bytes.count, bytes[at..<(at + 4)].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(String(decoding: bytes[at..<(at + 4)], as: UTF8.self), radix: 16)
    else { throw failure("four hexadecimal digits are expected") }
    at += 4
    return value
  }
}

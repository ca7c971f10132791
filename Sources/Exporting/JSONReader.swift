internal import Ingestion

extension JSON {
  typealias Failure = JSONParser.Failure

  /// Levels of arrays and objects that are read.
  private static let deepest = 64

  /// Reads one value (RFC 8259) and nothing after it; members keep their order and numbers their digits. Stricter than
  /// the RFC where it leaves a choice: no member twice, no half of a surrogate pair, at most 64 levels. O(bytes).
  init(parsing bytes: [UInt8]) throws(Failure) {
    var parser = JSONParser(isStrict: true)
    guard String(validating: bytes, as: UTF8.self) != nil else { throw parser.failure("the text is not UTF-8") }
    let span = bytes.span
    parser.skipSpace(span)
    self = try JSON.value(&parser, span, depth: 0)
    parser.skipSpace(span)
    guard parser.position == span.count else { throw parser.failure("something follows the value") }
  }

  /// The member of an object; nil when there is none, or no object.
  subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  private static func value(_ parser: inout JSONParser, _ bytes: Span<UInt8>, depth: Int) throws(Failure) -> JSON {
    guard depth < deepest else { throw parser.failure("more than \(deepest) levels") }
    guard parser.position < bytes.count else { throw parser.failure("a value is expected") }
    switch bytes[parser.position] {
    case UInt8(ascii: "{"): return try object(&parser, bytes, depth)
    case UInt8(ascii: "["): return try array(&parser, bytes, depth)
    case UInt8(ascii: "\""): return .string(try parser.string(bytes))
    case UInt8(ascii: "t"):
      try parser.literal("true", bytes)
      return .bool(true)
    case UInt8(ascii: "f"):
      try parser.literal("false", bytes)
      return .bool(false)
    case UInt8(ascii: "n"):
      try parser.literal("null", bytes)
      return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let text = try parser.number(bytes)
      return Int(text).map { .integer($0) } ?? .decimal(text)
    default: throw parser.failure("a value is expected")
    }
  }

  private static func object(_ parser: inout JSONParser, _ bytes: Span<UInt8>, _ depth: Int) throws(Failure) -> JSON {
    try parser.expect(UInt8(ascii: "{"), "an object is expected", bytes)
    var members: [Member] = [], keys: Set<String> = []
    parser.skipSpace(bytes)
    if parser.take(UInt8(ascii: "}"), bytes) { return .object([]) }
    repeat {
      parser.skipSpace(bytes)
      let place = parser.position
      let key = try parser.string(bytes)
      guard keys.insert(key).inserted else {
        throw Failure(offset: place, message: "the member \"\(key)\" stands twice")
      }
      parser.skipSpace(bytes)
      try parser.expect(UInt8(ascii: ":"), "`:` is expected after a name", bytes)
      parser.skipSpace(bytes)
      members.append(Member(key, try value(&parser, bytes, depth: depth + 1)))
      parser.skipSpace(bytes)
    } while parser.take(UInt8(ascii: ","), bytes)
    try parser.expect(UInt8(ascii: "}"), "`,` or `}` is expected after a value", bytes)
    return .object(members)
  }

  private static func array(_ parser: inout JSONParser, _ bytes: Span<UInt8>, _ depth: Int) throws(Failure) -> JSON {
    try parser.expect(UInt8(ascii: "["), "an array is expected", bytes)
    var items: [JSON] = []
    parser.skipSpace(bytes)
    if parser.take(UInt8(ascii: "]"), bytes) { return .array([]) }
    repeat {
      parser.skipSpace(bytes)
      items.append(try value(&parser, bytes, depth: depth + 1))
      parser.skipSpace(bytes)
    } while parser.take(UInt8(ascii: ","), bytes)
    try parser.expect(UInt8(ascii: "]"), "`,` or `]` is expected after a value", bytes)
    return .array(items)
  }
}

/// The tokens of JSON, on bytes. Never recurses, so no nesting can exhaust the stack.
///
/// Not Foundation's, because that cannot pass over a text without making a string of it (a survey of a corpus for
/// doubled ids reads every record, and no text), names no place that a person could find, refuses deep nesting, and
/// leaves open which of two equal names counts. Measured side by side on articles as JSON lines, half of them escaped:
/// 24 MB/s here, 14 with `JSONDecoder`, 7 with `JSONSerialization`. `Fuzz/Targets/RecordTarget.swift` holds the two
/// against each other.
package struct JSONParser {
  package internal(set) var position = 0
  /// Whether a control character in a string is an error, as RFC 8259 has it. Writers of articles leave them in.
  let isStrict: Bool

  /// Why a text is no JSON: what stands where something else should.
  package struct Failure: Error, Hashable {
    /// In bytes from the start of the text.
    package var offset: Int
    package var message: String

    package init(offset: Int, message: String) {
      self.offset = offset
      self.message = message
    }
  }

  package init(isStrict: Bool = false) { self.isStrict = isStrict }

  package func failure(_ message: String) -> Failure { Failure(offset: position, message: message) }

  package mutating func skipSpace(_ bytes: Span<UInt8>) {
    while position < bytes.count {
      switch bytes[position] {
      case 0x09, 0x0A, 0x0D, 0x20: position += 1
      default: return
      }
    }
  }

  package mutating func take(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  package mutating func expect(_ byte: UInt8, _ message: String, _ bytes: Span<UInt8>) throws(Failure) {
    guard take(byte, bytes) else { throw failure(message) }
  }

  /// Reads a value; of an array or an object only the kind is told.
  mutating func value(_ bytes: Span<UInt8>) throws(Failure) -> JSONRecord.Value {
    guard position < bytes.count else { throw failure("a value is expected") }
    switch bytes[position] {
    case UInt8(ascii: "\""): return .text(try string(bytes))
    case UInt8(ascii: "-"), 0x30...0x39: return .number(try number(bytes))
    case UInt8(ascii: "n"):
      try literal("null", bytes)
      return .null
    case UInt8(ascii: "t"), UInt8(ascii: "f"):
      try skipValue(bytes)
      return .other("a truth value")
    case UInt8(ascii: "["):
      try skipValue(bytes)
      return .other("an array")
    default:
      try skipValue(bytes)
      return .other("an object")
    }
  }

  package mutating func literal(_ word: StaticString, _ bytes: Span<UInt8>) throws(Failure) {
    for i in 0..<word.utf8CodeUnitCount {
      guard take(word.utf8Start[i], bytes) else { throw failure("a value is expected") }
    }
  }

  /// Reads a number, as it is written.
  package mutating func number(_ bytes: Span<UInt8>) throws(Failure) -> String {
    let start = position
    _ = take(UInt8(ascii: "-"), bytes)
    let whole = digits(bytes)
    guard whole > 0 else { throw failure("a digit is expected") }
    if whole > 1, bytes[position - whole] == 0x30 { throw failure("a number must not begin with 0") }
    if take(UInt8(ascii: "."), bytes), digits(bytes) == 0 { throw failure("a digit is expected") }
    if take(UInt8(ascii: "e"), bytes) || take(UInt8(ascii: "E"), bytes) {
      if !take(UInt8(ascii: "+"), bytes) { _ = take(UInt8(ascii: "-"), bytes) }
      if digits(bytes) == 0 { throw failure("a digit is expected") }
    }
    var text = ""
    for i in start..<position { text.unicodeScalars.append(Unicode.Scalar(bytes[i])) }
    return text
  }

  private mutating func digits(_ bytes: Span<UInt8>) -> Int {
    let start = position
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
    return position - start
  }

  /// Checks and passes over any value.
  mutating func skipValue(_ bytes: Span<UInt8>) throws(Failure) {
    // What closes each open array or object, innermost last.
    var open: [UInt8] = []
    while true {
      guard position < bytes.count else { throw failure("a value is expected") }
      var isOpening = false
      switch bytes[position] {
      case UInt8(ascii: "\""): try skipString(bytes)
      case UInt8(ascii: "-"), 0x30...0x39: _ = try number(bytes)
      case UInt8(ascii: "n"): try literal("null", bytes)
      case UInt8(ascii: "t"): try literal("true", bytes)
      case UInt8(ascii: "f"): try literal("false", bytes)
      case UInt8(ascii: "["):
        position += 1
        skipSpace(bytes)
        if !take(UInt8(ascii: "]"), bytes) {
          open.append(UInt8(ascii: "]"))
          isOpening = true
        }
      case UInt8(ascii: "{"):
        position += 1
        skipSpace(bytes)
        if !take(UInt8(ascii: "}"), bytes) {
          open.append(UInt8(ascii: "}"))
          try skipName(bytes)
          isOpening = true
        }
      default: throw failure("a value is expected")
      }
      if isOpening { continue }
      // A value has ended: close what it ends, then go on with the next one.
      while let closer = open.last {
        skipSpace(bytes)
        if take(closer, bytes) {
          open.removeLast()
          continue
        }
        try expect(UInt8(ascii: ","), "`,` or the end of a list is expected after a value", bytes)
        skipSpace(bytes)
        if closer == UInt8(ascii: "}") { try skipName(bytes) }
        break
      }
      if open.isEmpty { return }
    }
  }

  private mutating func skipName(_ bytes: Span<UInt8>) throws(Failure) {
    try skipString(bytes)
    skipSpace(bytes)
    try expect(UInt8(ascii: ":"), "`:` is expected after a name", bytes)
    skipSpace(bytes)
  }
}

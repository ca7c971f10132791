extension JSONParser {
  /// Reads a string with its escapes.
  package mutating func string(_ bytes: Span<UInt8>) throws(Failure) -> String {
    try expect(UInt8(ascii: "\""), "a string is expected", bytes)
    var out: [UInt8] = []
    var start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        append(start..<position, of: bytes, to: &out)
        position += 1
        return String(decoding: out, as: UTF8.self)
      case UInt8(ascii: "\\"):
        append(start..<position, of: bytes, to: &out)
        try escape(bytes, into: &out)
        start = position
      case 0..<0x20 where isStrict: throw failure("a control character must be written as an escape")
      default: position += 1
      }
    }
    throw failure("the string has no end")
  }

  /// Checks and passes over a string.
  mutating func skipString(_ bytes: Span<UInt8>) throws(Failure) {
    try expect(UInt8(ascii: "\""), "a string is expected", bytes)
    var ignored: [UInt8] = []
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return
      case UInt8(ascii: "\\"):
        try escape(bytes, into: &ignored)
        ignored.removeAll(keepingCapacity: true)
      default: position += 1
      }
    }
    throw failure("the string has no end")
  }

  private func append(_ range: Range<Int>, of bytes: Span<UInt8>, to out: inout [UInt8]) {
    bytes.extracting(range).withUnsafeBufferPointer { out.append(contentsOf: $0) }
  }

  private mutating func escape(_ bytes: Span<UInt8>, into out: inout [UInt8]) throws(Failure) {
    let start = position
    position += 1
    guard position < bytes.count else { throw failure("the string has no end") }
    let letter = bytes[position]
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(letter)
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "f"): out.append(0x0C)
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "u"):
      var value = try unit(bytes)
      if (0xD800...0xDBFF).contains(value), take(UInt8(ascii: "\\"), bytes), take(UInt8(ascii: "u"), bytes) {
        let low = try unit(bytes)
        guard (0xDC00...0xDFFF).contains(low) else {
          throw Failure(offset: start, message: "half of a surrogate pair stands alone")
        }
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(value) else {
        throw Failure(offset: start, message: "half of a surrogate pair stands alone")
      }
      out.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
    default: throw Failure(offset: start, message: "no such escape in JSON")
    }
  }

  private mutating func unit(_ bytes: Span<UInt8>) throws(Failure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard position < bytes.count else { throw failure("four hexadecimal digits are expected") }
      let digit: UInt32 =
        switch bytes[position] {
        case 0x30...0x39: UInt32(bytes[position] - 0x30)
        case 0x41...0x46: UInt32(bytes[position] - 0x41 + 10)
        case 0x61...0x66: UInt32(bytes[position] - 0x61 + 10)
        default: throw failure("four hexadecimal digits are expected")
        }
      value = value << 4 | digit
      position += 1
    }
    return value
  }
}

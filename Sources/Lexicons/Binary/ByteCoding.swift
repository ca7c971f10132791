/// Little-endian bytes and length-prefixed strings: the compiled lexicon's encoding.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func byte(_ value: UInt8) { bytes.append(value) }

  mutating func u32(_ value: UInt32) {
    for shift in stride(from: UInt32(0), to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
  }

  mutating func u64(_ value: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
  }

  mutating func int(_ value: Int) { u32(UInt32(truncatingIfNeeded: value)) }

  mutating func string(_ value: String) {
    int(value.utf8.count)
    bytes.append(contentsOf: value.utf8)
  }

  mutating func optional(_ value: String?) {
    byte(value == nil ? 0 : 1)
    if let value { string(value) }
  }

  mutating func optional(_ value: Int32?) {
    byte(value == nil ? 0 : 1)
    if let value { u32(UInt32(bitPattern: value)) }
  }

  mutating func strings(_ values: [String]) {
    int(values.count)
    for value in values { string(value) }
  }

  mutating func u32s(_ values: [UInt32]) {
    int(values.count)
    bytes.reserveCapacity(bytes.count + values.count * 4)
    for value in values { u32(value) }
  }

  mutating func u64s(_ values: [UInt64]) {
    int(values.count)
    bytes.reserveCapacity(bytes.count + values.count * 8)
    for value in values { u64(value) }
  }
}

/// Reads what `ByteWriter` wrote. Total: any bytes give values or `LexiconError`, never a trap.
struct ByteReader {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { at == bytes.count }

  static func corrupt(_ message: String) -> LexiconError {
    LexiconError(
      code: .corruptBinary, file: "compiled lexicon", line: 0, message: message,
      remedy: "compile it again with `silsila lexicon compile`")
  }

  private mutating func take(_ count: Int) throws(LexiconError) -> Range<Int> {
    guard count >= 0, bytes.count - at >= count else { throw ByteReader.corrupt("it ends at byte \(bytes.count)") }
    defer { at += count }
    return at..<at + count
  }

  mutating func byte() throws(LexiconError) -> UInt8 { bytes[try take(1).lowerBound] }

  mutating func u32() throws(LexiconError) -> UInt32 {
    let i = try take(4).lowerBound
    return UInt32(bytes[i]) | UInt32(bytes[i + 1]) << 8 | UInt32(bytes[i + 2]) << 16 | UInt32(bytes[i + 3]) << 24
  }

  mutating func u64() throws(LexiconError) -> UInt64 {
    let low = UInt64(try u32())
    return low | UInt64(try u32()) << 32
  }

  mutating func int() throws(LexiconError) -> Int { Int(try u32()) }

  /// A count of items of at least `size` bytes each; refused when the rest cannot hold them.
  mutating func count(_ size: Int) throws(LexiconError) -> Int {
    let n = try int()
    guard n <= (bytes.count - at) / max(1, size) else { throw ByteReader.corrupt("a list of \(n) items is too long") }
    return n
  }

  mutating func string() throws(LexiconError) -> String {
    let range = try take(try int())
    return String(decoding: bytes[range], as: UTF8.self)
  }

  mutating func optionalString() throws(LexiconError) -> String? { try byte() == 0 ? nil : try string() }

  mutating func optionalInt32() throws(LexiconError) -> Int32? {
    try byte() == 0 ? nil : Int32(bitPattern: try u32())
  }

  mutating func strings() throws(LexiconError) -> [String] { try list(4) { r throws(LexiconError) in try r.string() } }

  mutating func list<T>(
    _ size: Int, _ read: (inout ByteReader) throws(LexiconError) -> T
  ) throws(LexiconError) -> [T] {
    let n = try count(size)
    var out: [T] = []
    out.reserveCapacity(n)
    for _ in 0..<n { out.append(try read(&self)) }
    return out
  }

  mutating func u32s() throws(LexiconError) -> [UInt32] { try words() }
  mutating func u64s() throws(LexiconError) -> [UInt64] { try words() }

  /// A list of integers, copied as one block: the compiled lexicon is loaded at every start.
  private mutating func words<T: FixedWidthInteger>() throws(LexiconError) -> [T] {
    let size = MemoryLayout<T>.size
    let n = try count(size)
    let range = try take(n * size)
    let values = [T](unsafeUninitializedCapacity: n) { buffer, initialized in
      // The range was checked by `take`, the buffer has room for n values.
      bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(buffer).copyMemory(from: .init(rebasing: $0[range])) }
      initialized = n
    }
    return 1.littleEndian == 1 ? values : values.map(T.init(littleEndian:))
  }
}

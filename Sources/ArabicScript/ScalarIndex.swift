/// Offsets of Unicode scalars in UTF-8 without a number for each byte: how many begin before every 256th byte; the rest
/// is counted when asked. Few offsets are ever asked for.
struct ScalarIndex: Sendable {
  private var marks: [UInt32] = []

  private static let step = 256

  /// O(n), a few bytes per cycle.
  init(_ utf8: [UInt8]) {
    marks.reserveCapacity(utf8.count / ScalarIndex.step + 1)
    var total = 0
    for start in stride(from: 0, through: utf8.count, by: ScalarIndex.step) {
      marks.append(UInt32(truncatingIfNeeded: total))
      total += ScalarIndex.count(utf8.span.extracting(start..<min(start + ScalarIndex.step, utf8.count)))
    }
  }

  /// The number of scalars that begin before a byte of the same text. O(1).
  func offset(ofByte byte: Int, in utf8: [UInt8]) -> Int {
    let mark = byte / ScalarIndex.step
    return Int(marks[mark]) + ScalarIndex.count(utf8.span.extracting(mark * ScalarIndex.step..<byte))
  }

  /// Bytes that do not continue a scalar.
  private static func count(_ bytes: Span<UInt8>) -> Int {
    var n = 0
    for i in bytes.indices where Int8(bitPattern: bytes[i]) >= -64 { n += 1 }
    return n
  }
}

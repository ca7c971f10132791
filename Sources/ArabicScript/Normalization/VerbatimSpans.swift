/// What must come out as it went in (code blocks, HTML tags, addresses, format directives), taken out of a text and
/// put back. In between each span is one placeholder, which no rule touches. O(n).
struct VerbatimSpans {
  /// The text with a placeholder for each span.
  private(set) var text: [UInt32] = []
  private var spans: [Range<Int>] = []
  private let source: [UInt32]

  init(_ source: [UInt32]) {
    self.source = source
    text.reserveCapacity(source.count)
    var i = 0
    // Where the next closing fence cannot be: one search is enough to know that there is none.
    var noFenceAfter = Int.max
    while i < source.count {
      let end: Int?
      switch source[i] {
      case 0x60 where i < noFenceAfter && isFence(i):
        end = closingFence(i)
        if end == nil { noFenceAfter = i }
      case 0x3C: end = tagEnd(i)
      case 0x25: end = directiveEnd(i)
      case 0x68, 0x77: end = addressEnd(i)
      default: end = nil
      }
      if let end {
        text.append(ScriptScalar.placeholder + UInt32(truncatingIfNeeded: spans.count))
        spans.append(i..<end)
        i = end
      } else {
        text.append(source[i])
        i += 1
      }
    }
  }

  /// The final text, spans in place.
  func restore(_ scalars: [UInt32]) -> String {
    var result = String.UnicodeScalarView()
    for value in scalars {
      if value >= ScriptScalar.placeholder {
        for original in source[spans[Int(value - ScriptScalar.placeholder)]] {
          if let scalar = Unicode.Scalar(original) { result.append(scalar) }
        }
      } else if let scalar = Unicode.Scalar(value) {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private func isFence(_ i: Int) -> Bool { i + 2 < source.count && source[i + 1] == 0x60 && source[i + 2] == 0x60 }

  private func closingFence(_ start: Int) -> Int? {
    var i = start + 3
    while i < source.count {
      if source[i] == 0x60, isFence(i) { return i + 3 }
      i += 1
    }
    return nil
  }

  /// `<name …>`, `</name>`: stops at the next `<`, so that the scans do not overlap.
  private func tagEnd(_ start: Int) -> Int? {
    var i = start + 1
    if i < source.count, source[i] == 0x2F || source[i] == 0x21 { i += 1 }
    guard i < source.count, source[i] < 0x80, ScriptScalar.isLatin(source[i]) || source[i] == 0x2D else { return nil }
    while i < source.count, source[i] != 0x3C {
      if source[i] == 0x3E { return i + 1 }
      i += 1
    }
    return nil
  }

  /// `%s`, `%d`, `%1$s`: not a percentage, so no digit may stand before it.
  private func directiveEnd(_ start: Int) -> Int? {
    if start > 0, ScriptScalar.isDigit(source[start - 1]) { return nil }
    var i = start + 1
    while i < source.count, i < start + 4, source[i] >= 0x30, source[i] <= 0x39 { i += 1 }
    if i > start + 1 {
      guard i < source.count, source[i] == 0x24 else { return nil }
      i += 1
    }
    guard i < source.count, source[i] == 0x73 || source[i] == 0x64 else { return nil }
    if i + 1 < source.count, ScriptScalar.isLatin(source[i + 1]) { return nil }
    return i + 1
  }

  private static let schemes = ["http://", "https://", "www."].map { $0.unicodeScalars.map(\.value) }

  private func addressEnd(_ start: Int) -> Int? {
    if start > 0, ScriptScalar.isLatin(source[start - 1]) { return nil }
    guard VerbatimSpans.schemes.contains(where: { source[start...].starts(with: $0) }) else { return nil }
    var i = start
    while i < source.count, source[i] > 0x20, source[i] < 0x7F, source[i] != 0x22, source[i] != 0x3C, source[i] != 0x60
    {
      i += 1
    }
    // A stop, comma or bracket at the end belongs to the sentence.
    while i > start, [0x2E, 0x2C, 0x29, 0x3B, 0x3A, 0x21, 0x3F, 0x27, 0x5D].contains(source[i - 1]) { i -= 1 }
    return i
  }
}

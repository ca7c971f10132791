/// Character references of HTML that survive in the text of crawled pages. `&lt;` and `&gt;` stay: decoded they
/// could become markup. O(n).
enum HTMLEntities {
  private static let named: [String: UInt32] = [
    "quot": 0x22, "apos": 0x27, "nbsp": 0xA0, "laquo": 0xAB, "raquo": 0xBB, "ldquo": 0x201C, "rdquo": 0x201D,
    "lsquo": 0x2018, "rsquo": 0x2019, "hellip": 0x2026, "ndash": 0x2013, "mdash": 0x2014, "shy": 0xAD,
    "zwnj": 0x200C, "zwj": 0x200D, "bull": 0x2022, "middot": 0xB7,
  ]

  static func decode(_ text: [UInt32]) -> [UInt32] {
    guard text.contains(0x26) else { return text }
    var result: [UInt32] = []
    result.reserveCapacity(text.count)
    var i = 0
    while i < text.count {
      guard text[i] == 0x26 else {
        result.append(text[i])
        i += 1
        continue
      }
      // Text that was escaped several times: `&amp;quot;` is one quote, too.
      var from = i
      while let (name, end) = reference(text, from), name == "amp" { from = end - 1 }
      if let (name, end) = reference(text, from), let value = value(of: name) {
        result.append(value)
        i = end
      } else {
        result.append(0x26)
        i = from + 1
      }
    }
    return result
  }

  /// The name between `&` (or the `;` that stands for a decoded one) and `;`.
  private static func reference(_ text: [UInt32], _ start: Int) -> (name: String, end: Int)? {
    var name = ""
    var i = start + 1
    while i < text.count, i < start + 10 {
      if text[i] == 0x3B { return name.isEmpty ? nil : (name, i + 1) }
      guard text[i] < 0x80, let scalar = Unicode.Scalar(text[i]), scalar == "#" || isAlphanumeric(text[i]) else {
        return nil
      }
      name.unicodeScalars.append(scalar)
      i += 1
    }
    return nil
  }

  private static func isAlphanumeric(_ s: UInt32) -> Bool { ScriptScalar.isLatin(s) || ScriptScalar.isDigit(s) }

  private static func value(of name: String) -> UInt32? {
    if let value = named[name] { return value }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value =
      digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    guard let value, Unicode.Scalar(value) != nil, value >= 0x20, !ScriptScalar.isInvisible(value),
      ![0x26, 0x3C, 0x3E].contains(value)
    else {
      return nil
    }
    return value
  }
}

/// Names as Prometheus allows them.
enum MetricName {
  /// `silsila.articles-committed` → `silsila_articles_committed`; a leading digit gets `_` before it.
  static func metric(_ label: String) -> String { sanitized(label, extra: UInt8(ascii: ":")) }

  /// Label names allow no colon; two leading underscores are Prometheus' own, `le` is the histogram's.
  static func label(_ name: String) -> String {
    var name = sanitized(name, extra: nil)
    while name.hasPrefix("__") { name.removeFirst() }
    return name == "le" ? "le_" : name
  }

  private static func sanitized(_ text: String, extra: UInt8?) -> String {
    var out: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39:
        if out.isEmpty { out.append(UInt8(ascii: "_")) }
        out.append(byte)
      case 0x41...0x5A, 0x61...0x7A: out.append(byte)
      // One underscore for each character, not for each byte of it.
      case 0x80...0xBF: continue
      default: out.append(byte == extra ? byte : UInt8(ascii: "_"))
      }
    }
    return out.isEmpty ? "_" : String(decoding: out, as: UTF8.self)
  }
}

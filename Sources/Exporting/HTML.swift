/// HTML made of text that nobody vouches for.
enum HTML {
  /// Text as the content of an element or of a quoted attribute: it can neither begin a tag nor end the quotation.
  /// Characters that HTML forbids are dropped; bidirectional controls too, since the page isolates by elements.
  static func text(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
      case "'": out.append(contentsOf: "&#39;".unicodeScalars)
      case "\n", "\t": out.append(" ")
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): break
      case _ where (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value): break
      case _ where scalar.value & 0xFFFE == 0xFFFE: break
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// The address, when it is one that a page may link to: http or https. Nothing else becomes a link.
  static func link(_ url: String?) -> String? {
    guard let url else { return nil }
    let lower = url.lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else { return nil }
    return text(url)
  }
}

/// Text in columns of a terminal.
enum TerminalText {
  /// Without control and direction characters: a worker's name must not move the cursor or turn the line around.
  static func printable(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: out.append("?")
      case .format where scalar.value != 0x200C && scalar.value != 0x200D: continue
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// Columns that the text takes: marks and joiners none, East Asian wide characters two.
  static func width(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + width($1) } }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    return switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }

  /// At most `columns` wide, with `…` at the end where something was cut off.
  static func truncated(_ text: String, _ columns: Int) -> String {
    guard width(text) > columns else { return text }
    guard columns > 0 else { return "" }
    var out = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
      let w = width(scalar)
      if used + w > columns - 1 { break }
      used += w
      out.append(scalar)
    }
    out.append("…")
    return String(out)
  }

  static func padded(_ text: String, _ columns: Int, right: Bool) -> String {
    let space = String(repeating: " ", count: max(0, columns - width(text)))
    return right ? space + text : text + space
  }

  /// `12,345`.
  static func count(_ number: UInt64) -> String {
    var out: [Character] = []
    for (i, digit) in String(number).reversed().enumerated() {
      if i > 0, i % 3 == 0 { out.append(",") }
      out.append(digit)
    }
    return String(out.reversed())
  }

  /// With `digits` after the point, rounded half away from zero; `–` for what is no number.
  static func decimal(_ value: Double, digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "–" }
    var unit: UInt64 = 1
    for _ in 0..<digits { unit *= 10 }
    let scaled = UInt64((abs(value) * Double(unit)).rounded())
    let fraction = String(scaled % unit)
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard digits > 0 else { return sign + count(scaled) }
    return sign + count(scaled / unit) + "." + String(repeating: "0", count: digits - fraction.count) + fraction
  }

  /// `3 d 04:05:06`, `4:05:06`, `5:06`.
  static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0, seconds < 1e12 else { return "–" }
    let total = Int(seconds.rounded())
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    let (days, hours, minutes, rest) = (total / 86_400, total / 3600 % 24, total / 60 % 60, total % 60)
    if days > 0 { return "\(days) d \(two(hours)):\(two(minutes)):\(two(rest))" }
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(rest))" : "\(minutes):\(two(rest))"
  }
}

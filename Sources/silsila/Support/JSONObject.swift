import Foundation

/// One JSON object with its fields in the order they are added.
struct JSONObject {
  private var fields: [String] = []

  var text: String { "{" + fields.joined(separator: ",") + "}" }

  mutating func add(raw key: String, _ json: String) { fields.append(JSONObject.quoted(key) + ":" + json) }
  mutating func add(_ key: String, _ value: String?) { add(raw: key, value.map(JSONObject.quoted) ?? "null") }
  mutating func add(_ key: String, _ value: Int) { add(raw: key, String(value)) }

  /// The caller's `id`, when it gave one.
  mutating func echo(_ id: JSONScalar?) {
    guard let id, let data = try? JSONEncoder().encode([id]) else { return }
    add(raw: "id", String(String(decoding: data, as: UTF8.self).dropFirst().dropLast()))
  }

  static func array(_ items: [String]) -> String { "[" + items.joined(separator: ",") + "]" }

  /// 0.930 for 930.
  static func thousandths(_ value: Int) -> String {
    let fraction = String(value % 1000)
    return "\(value / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }

  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{0}"..."\u{1F}", "\u{2028}", "\u{2029}":
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}

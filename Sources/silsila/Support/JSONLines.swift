import Exporting
import Foundation

/// A JSON value as it came, to be echoed.
enum JSONScalar: Decodable, Hashable {
  case string(String)
  case integer(Int)
  case number(Double)
  case boolean(Bool)
  case null

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .boolean(value)
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else {
      self = .string(try container.decode(String.self))
    }
  }

  var json: JSON {
    switch self {
    case .string(let value): .string(value)
    case .integer(let value): .integer(value)
    case .number(let value): .decimal("\(value)")
    case .boolean(let value): .bool(value)
    case .null: .null
    }
  }
}

/// One line of output: the caller's `id`, when it gave one, and the members.
func answerLine(_ id: JSONScalar?, _ members: (String, JSON)...) -> String {
  let echo = id.map { [JSON.Member("id", $0.json)] } ?? []
  return JSON.object(echo + members.map { JSON.Member($0.0, $0.1) }).line
}

/// 930 as 0.930.
func thousandths(_ value: Int) -> JSON {
  let fraction = String(value % 1000)
  return .decimal("\(value / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction)
}

/// One case of a language command: a JSON line, or a line of plain text.
struct LanguageCase: Decodable {
  var id: JSONScalar?
  var text: String
  var language: String?
  var reference: String?

  private enum Key: String, CodingKey {
    case id, text, input, tokens, lang, language, reference, published
  }

  init(text: String) { self.text = text }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    id = try? values.decodeIfPresent(JSONScalar.self, forKey: .id)
    language =
      try values.decodeIfPresent(String.self, forKey: .language) ?? values.decodeIfPresent(String.self, forKey: .lang)
    reference =
      try values.decodeIfPresent(String.self, forKey: .reference)
      ?? values.decodeIfPresent(String.self, forKey: .published)
    if let value = try values.decodeIfPresent(String.self, forKey: .text) {
      text = value
    } else if let value = try values.decodeIfPresent(String.self, forKey: .input) {
      text = value
    } else {
      text = try values.decode([String].self, forKey: .tokens).joined(separator: " ")
    }
  }
}

/// Reads cases from files or standard input, line by line, and answers each with one line, in order.
enum LineCommand {
  /// Calls `answer` with each case; a line that begins with `{` is JSON, any other is plain text.
  /// A line that cannot be read is answered with `{"error":…}` and reported on standard error.
  static func run(_ paths: [String], answer: (LanguageCase) throws -> String) throws {
    let decoder = JSONDecoder()
    for path in paths.isEmpty ? ["-"] : paths {
      var number = 0
      for line in try LineReader(path: path) {
        number += 1
        if line.isEmpty { continue }
        let item: LanguageCase
        if line.first == UInt8(ascii: "{") {
          do { item = try decoder.decode(LanguageCase.self, from: Data(line)) } catch {
            let place = path == "-" ? "line \(number)" : "\(path):\(number)"
            Console.error("\(place): not a case: a JSON object with `text` (or `input`) is needed")
            Console.output("{\"error\":\"not a case\",\"line\":\(number)}\n")
            continue
          }
        } else {
          guard let text = String(validating: line, as: UTF8.self) else {
            Console.error("\(path):\(number): not UTF-8")
            Console.output("{\"error\":\"not UTF-8\",\"line\":\(number)}\n")
            continue
          }
          item = LanguageCase(text: text)
        }
        Console.output(try answer(item) + "\n")
      }
    }
    Console.flush()
  }
}

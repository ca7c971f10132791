/// A file of tables, as text.
public struct TableFile: Sendable, Hashable {
  public var name: String
  public var text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// One record of a table: `kind id`, then fields.
struct TableRecord: Sendable {
  struct Field: Sendable {
    var key: String
    var value: String
    var line: Int
  }

  var kind: String
  var id: String
  var file: String
  var line: Int
  var fields: [Field]

  func first(_ key: String) -> Field? { fields.first { $0.key == key } }
  func all(_ key: String) -> [Field] { fields.filter { $0.key == key } }

  func error(
    _ code: LexiconError.Code, _ message: String, _ remedy: String, at field: Field? = nil
  ) -> LexiconError {
    LexiconError(code: code, file: file, line: field?.line ?? line, message: message, remedy: remedy)
  }
}

/// Reads the one format of all tables (docs/lexicons.md). O(n).
enum TableParser {
  static func records(of file: TableFile) throws(LexiconError) -> [TableRecord] {
    var records: [TableRecord] = []
    var number = 0
    for raw in file.text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      var line = Substring(raw)
      if line.last == "\r" { line = line.dropLast() }
      if number == 1, line.unicodeScalars.first == "\u{FEFF}" { line = Substring(line.unicodeScalars.dropFirst()) }
      let body = line.drop { $0 == " " }
      if body.isEmpty || body.first == "#" { continue }
      func fail(_ message: String, _ remedy: String) -> LexiconError {
        LexiconError(
          code: .syntax, file: file.name, line: number, column: line.count - body.count + 1, message: message,
          remedy: remedy)
      }
      if body.first == "\t" { throw fail("a tab", "indent fields by two spaces") }
      let parts = body.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
      let value = parts.count > 1 ? trimmed(parts[1]) : ""
      if line.first != " " {
        guard parts.count == 2, !value.contains(" ") else {
          throw fail("a record begins with its kind and id, as in `actor jaish-al-adl`", "write one kind and one id")
        }
        records.append(
          TableRecord(kind: String(parts[0]), id: value, file: file.name, line: number, fields: []))
      } else {
        guard !records.isEmpty else { throw fail("a field before the first record", "begin with `kind id`") }
        let key = String(parts[0])
        guard !value.isEmpty || key == "remove" else {
          throw fail("the field `\(key)` has no value", "write a value or delete the line")
        }
        records[records.count - 1].fields.append(.init(key: key, value: value, line: number))
      }
    }
    return records
  }

  /// The alternatives of a value, separated by ` | `.
  static func alternatives(_ value: String) -> [String] {
    value.split(separator: "|").map { trimmed($0) }.filter { !$0.isEmpty }
  }

  static func trimmed(_ text: Substring) -> String {
    var t = text
    while t.first == " " { t = t.dropFirst() }
    while t.last == " " { t = t.dropLast() }
    return String(t)
  }
}

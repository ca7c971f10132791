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
    /// Of the value, from 1.
    var column: Int = 0

    /// Where an alternative of the value stands in its line; the value's own column when it is none of them.
    func column(of alternative: String) -> Int {
      var at = column
      for part in value.split(separator: "|", omittingEmptySubsequences: false) {
        if TableParser.trimmed(part) == alternative { return at + part.prefix { $0 == " " }.count }
        at += part.count + 1
      }
      return column
    }
  }

  var kind: String
  var id: String
  var file: String
  var line: Int
  var fields: [Field]

  func first(_ key: String) -> Field? { fields.first { $0.key == key } }
  func all(_ key: String) -> [Field] { fields.filter { $0.key == key } }

  /// An error at the record, at the value of `field`, or at one alternative of that value.
  func error(
    _ code: LexiconError.Code, _ message: String, _ remedy: String, at field: Field? = nil,
    of alternative: String? = nil
  ) -> LexiconError {
    LexiconError(
      code: code, file: file, line: field?.line ?? line, column: column(field, alternative), message: message,
      remedy: remedy)
  }

  func warning(
    _ code: LexiconWarning.Code, _ message: String, _ remedy: String, at field: Field? = nil,
    of alternative: String? = nil
  ) -> LexiconWarning {
    LexiconWarning(
      code: code, file: file, line: field?.line ?? line, column: column(field, alternative), message: message,
      remedy: remedy)
  }

  private func column(_ field: Field?, _ alternative: String?) -> Int {
    guard let field else { return 1 }
    return alternative.map(field.column(of:)) ?? field.column
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
        let indent = line.count - body.count
        let gap = body.dropFirst(key.count).prefix { $0 == " " }.count
        records[records.count - 1].fields.append(
          .init(key: key, value: value, line: number, column: indent + key.count + gap + 1))
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

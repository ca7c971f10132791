internal import Ingestion
import NewsEvents

/// Checks PLOVER 2.0 files, of whatever coder, record by record: JSON Lines, one event a line.
///
/// Where the manual contradicts itself both readings pass and the finding is a warning that says so. Members beyond the
/// codebook are allowed by it and pass. Memory: the ids seen so far, and one record.
public struct PloverLint: Sendable {
  /// Records seen, and findings by severity.
  public private(set) var records = 0
  public private(set) var errors = 0
  public private(set) var warnings = 0

  private var line = 0
  private var ids: [String: Int] = [:]

  public init() {}

  /// Begins another file: lines are counted anew; an id must be unique within one file.
  public mutating func beginFile() {
    line = 0
    ids = [:]
  }

  /// Checks the next line, without its line end. The findings stand in the order of the record's members.
  public mutating func check(line bytes: [UInt8]) -> [PloverFinding] {
    line += 1
    var report = PloverReport(line: line)
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
      report.warn("", "the line is empty", "leave it out")
      return count(report)
    }
    records += 1
    let record: JSON
    do throws(JSON.Failure) {
      record = try JSON(parsing: bytes)
    } catch {
      report.error("", "no JSON at byte \(error.offset + 1): \(error.message)", "write one JSON object a line")
      return count(report)
    }
    guard case .object(let members) = record else {
      report.error("", "\(record.kind) instead of a record", "write one JSON object a line")
      return count(report)
    }
    checkID(record["id"], &report)
    PloverRecordCheck.check(record, members, &report)
    return count(report)
  }

  private mutating func count(_ report: PloverReport) -> [PloverFinding] {
    for finding in report.findings {
      switch finding.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      }
    }
    return report.findings
  }

  private mutating func checkID(_ value: JSON?, _ report: inout PloverReport) {
    switch value {
    case nil, .null: report.error("id", "is missing", "give every record an id of its own")
    case .string(let id):
      if id.isEmpty { report.error("id", "is empty", "give every record an id of its own") }
      if let first = ids[id] {
        report.error("id", "\"\(id)\" stands in line \(first) already", "give every record an id of its own")
      } else {
        ids[id] = line
      }
    case .integer(let id):
      report.warn("id", "is a number", "write \"\(id)\": ids are texts in every example of the manual")
      if let first = ids["\(id)"] {
        report.error("id", "\(id) stands in line \(first) already", "give every record an id of its own")
      } else {
        ids["\(id)"] = line
      }
    case let other?: report.error("id", "is \(other.kind)", "write a text")
    }
  }
}

/// The findings of one record.
struct PloverReport {
  let line: Int
  private(set) var findings: [PloverFinding] = []

  init(line: Int) { self.line = line }

  mutating func error(_ field: String, _ reason: String, _ remedy: String) {
    findings.append(PloverFinding(.error, line: line, field: field, reason: reason, remedy: remedy))
  }

  mutating func warn(_ field: String, _ reason: String, _ remedy: String) {
    findings.append(PloverFinding(.warning, line: line, field: field, reason: reason, remedy: remedy))
  }
}

extension JSON {
  /// The kind of value, in words.
  var kind: String {
    switch self {
    case .null: "null"
    case .bool: "a truth value"
    case .integer, .decimal: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }

  /// The texts of a list of texts; nil for anything else.
  var texts: [String]? {
    guard case .array(let items) = self else { return nil }
    var out: [String] = []
    for item in items {
      guard case .string(let text) = item else { return nil }
      out.append(text)
    }
    return out
  }

  var text: String? { if case .string(let text) = self { text } else { nil } }

  /// The number, as far as a double holds it.
  var number: Double? {
    switch self {
    case .integer(let n): Double(n)
    case .decimal(let text): Double(text)
    default: nil
    }
  }
}

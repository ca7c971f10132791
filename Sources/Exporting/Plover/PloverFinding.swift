/// What is wrong, or doubtful, at one place of a PLOVER file, and what to do about it.
public struct PloverFinding: Sendable, Hashable {
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    /// The codebook forbids it: readers that hold to the letter refuse or misread the record.
    case error
    /// The codebook allows it, contradicts itself there, or leaves it open.
    case warning
  }

  public var severity: Severity
  /// Counted from 1.
  public var line: Int
  /// The member and the place in it, as in `actor[1].code`; empty for the whole record.
  public var field: String
  public var reason: String
  public var remedy: String

  public init(_ severity: Severity, line: Int, field: String, reason: String, remedy: String) {
    self.severity = severity
    self.line = line
    self.field = field
    self.reason = reason
    self.remedy = remedy
  }

  /// `events.jsonl:12: error: actor[0].code: "IR" is no country code; write ISO 3166-1 alpha-3, as in IRN`.
  public func text(file: String) -> String {
    let place = field.isEmpty ? "" : " \(field):"
    return PlainText.safe("\(file):\(line): \(severity.rawValue):\(place) \(reason); \(remedy)")
  }

  /// The same as a JSON object, for programs.
  public func json(file: String) -> JSON {
    .members(
      ("file", .string(file)), ("line", .integer(line)), ("severity", .string(severity.rawValue)),
      ("field", .string(field)), ("reason", .string(reason)), ("remedy", .string(remedy)))
  }
}

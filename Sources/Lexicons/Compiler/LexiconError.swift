/// A table or a compiled lexicon that cannot be used: what, where and the remedy.
public struct LexiconError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Code: String, Sendable, Hashable {
    case syntax, unknownKind, unknownField, missingField, badValue, duplicate, unknownReference, emptyPattern
    case corruptBinary, unsupportedBinary
  }

  public var code: Code
  public var file: String
  /// From 1; 0 when the whole file is meant.
  public var line: Int
  /// From 1; 0 when the whole line is meant.
  public var column: Int
  public var message: String
  public var remedy: String

  public init(code: Code, file: String, line: Int, column: Int = 0, message: String, remedy: String) {
    self.code = code
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.remedy = remedy
  }

  public var description: String {
    let place = line > 0 ? (column > 0 ? "\(file):\(line):\(column)" : "\(file):\(line)") : file
    return "\(place): \(message); \(remedy)"
  }
}

/// Something in a table that is legal but probably not meant.
public struct LexiconWarning: Sendable, Hashable, CustomStringConvertible {
  public enum Code: String, Sendable, Hashable {
    case missingLanguage, shadowed, ordinaryWord, unsorted, overridden
  }

  public var code: Code
  public var file: String
  public var line: Int
  public var message: String

  public var description: String { "\(file):\(line): \(message)" }
}

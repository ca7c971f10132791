/// A table or a compiled lexicon that cannot be used: what, where and the remedy.
public struct LexiconError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Code: String, Sendable, Hashable {
    case syntax, unknownKind, unknownField, missingField, badValue, duplicate, unknownReference, emptyPattern, tooBroad
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
    /// A record without any word in one of the languages.
    case missingLanguage
    /// A spelling that another record has too, or that a `not` phrase silences.
    case shadowed
    /// A spelling that stands twice in a record once letters are folded.
    case repeated
    /// A phrase that the matcher can never find.
    case unreachable
    /// A name that is found in an everyday word.
    case ordinaryWord
    /// A record that stands after one with a greater id.
    case unsorted
    /// A record that replaces one of an earlier directory.
    case overridden
  }

  public var code: Code
  public var file: String
  /// From 1.
  public var line: Int
  /// From 1.
  public var column: Int
  public var message: String
  public var remedy: String

  public var description: String { "\(file):\(line):\(column): \(message); \(remedy)" }
}

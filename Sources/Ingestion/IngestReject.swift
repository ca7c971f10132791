/// Input that did not become an article: which file, where in it, why, and what to do.
public struct IngestReject: Error, Sendable, Hashable {
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// The path does not exist.
    case missing = "missing-file"
    /// It is there, but cannot be read.
    case unreadable
    /// Nothing under the path is of a format that is read.
    case noInput = "no-input"
    case unsupportedFormat = "unsupported-format"
    case notUTF8 = "not-utf8"
    case empty
    case tooLarge = "too-large"
    case malformedJSON = "malformed-json"
    /// A field is missing or has a value that cannot be used.
    case badField = "bad-field"
    case unsupportedLanguage = "unsupported-language"
    /// Another article of the same input has this id and other content.
    case conflict
  }

  public var code: Code
  /// The path as it was reached from the one given; `-` for standard input.
  public var file: String
  /// Counted from 1; nil when the whole file is meant.
  public var line: Int?
  /// In bytes from the start of the file; nil when the whole file or line is meant.
  public var offset: Int?
  /// What is wrong and what to do, in one sentence.
  public var message: String

  public init(code: Code, file: String, line: Int? = nil, offset: Int? = nil, message: String) {
    self.code = code
    self.file = file
    self.line = line
    self.offset = offset
    self.message = message
  }

  /// Where in the file, in words; empty for the whole file.
  public var position: String {
    [line.map { "line \($0)" }, offset.map { "byte \($0)" }].compactMap { $0 }.joined(separator: ", ")
  }
}

extension IngestReject: CustomStringConvertible {
  /// `FILE: line 3, byte 17: MESSAGE`.
  public var description: String {
    ([file, position].filter { !$0.isEmpty } + [message]).joined(separator: ": ")
  }
}

/// The fields of one JSON object that an article may have; anything else in it is checked and passed over.
///
/// Strict JSON (RFC 8259), except that control characters inside strings are let pass. Of a repeated name the last
/// value counts.
struct JSONRecord {
  enum Value: Equatable {
    case text(String)
    /// As it is written.
    case number(String)
    case null
    case other(String)
  }

  typealias Failure = JSONParser.Failure

  static let names: Set<String> = ["id", "language", "lang", "published", "title", "text", "url", "source"]

  private(set) var fields: [String: Value] = [:]

  /// Reads one object, which must be all there is. `bytes` must be UTF-8. With `isSurvey` texts are passed over.
  init(_ bytes: Span<UInt8>, isSurvey: Bool = false) throws(Failure) {
    var parser = JSONParser()
    parser.skipSpace(bytes)
    try parser.expect(UInt8(ascii: "{"), "an object `{…}` is expected", bytes)
    parser.skipSpace(bytes)
    if !parser.take(UInt8(ascii: "}"), bytes) {
      repeat {
        parser.skipSpace(bytes)
        let name = try parser.string(bytes)
        parser.skipSpace(bytes)
        try parser.expect(UInt8(ascii: ":"), "`:` is expected after a name", bytes)
        parser.skipSpace(bytes)
        if JSONRecord.names.contains(name), !(isSurvey && name == "text") {
          fields[name] = try parser.value(bytes)
        } else {
          try parser.skipValue(bytes)
        }
        parser.skipSpace(bytes)
      } while parser.take(UInt8(ascii: ","), bytes)
      try parser.expect(UInt8(ascii: "}"), "`,` or `}` is expected after a value", bytes)
    }
    parser.skipSpace(bytes)
    guard parser.position == bytes.count else {
      throw Failure(offset: parser.position, message: "something follows the object")
    }
  }
}

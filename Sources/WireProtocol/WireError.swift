/// Why a message from the network was not understood.
@nonexhaustive
public enum WireError: Error, Sendable, Hashable {
  /// The sender speaks another major version.
  case incompatible(theirs: ProtocolVersion, ours: ProtocolVersion)
  /// A kind that a newer minor version added: to be ignored.
  case unknownKind(number: Int, sender: ProtocolVersion)
  /// Too few or too many frames for the kind.
  case frameCount(kind: String, expected: Int, found: Int)
  /// A frame, list or text beyond `WireLimits`.
  case overLimit(field: String, limit: Int, found: Int)
  /// Bytes that are no message of the kind.
  case malformed(kind: String)
  /// A field whose value means nothing here.
  case invalid(field: String, value: String)
  /// The lengths of the articles do not add up to the frame of texts.
  case textLengths(declared: Int, found: Int)
  /// An article whose text is not UTF-8.
  case notUTF8(article: String)
}

extension WireError: CustomStringConvertible {
  /// One line for people: what is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .incompatible(let theirs, let ours):
      "the peer speaks protocol \(theirs), this program \(ours); run the same version of silsila on both"
    case .unknownKind(let number, let sender):
      "message kind \(number) of protocol \(sender) is not known to \(ProtocolVersion.current); it is ignored"
    case .frameCount(let kind, let expected, let found):
      "\(kind): expected \(expected) frames, found \(found); the sender does not follow the protocol"
    case .overLimit(let field, let limit, let found):
      "\(field): \(found) is over the limit of \(limit); send less at once"
    case .malformed(let kind): "\(kind): not a message of this kind; the sender does not follow the protocol"
    case .invalid(let field, let value): "\(field): \(Wire.excerpt(value)) is not one of its values"
    case .textLengths(let declared, let found):
      "articles of \(declared) bytes were announced, but the frame of texts has \(found)"
    case .notUTF8(let article): "article \(Wire.excerpt(article)): its text is not UTF-8; convert it first"
    }
  }
}

extension Wire {
  /// Text of a peer, fit for a log line: short and without control characters.
  static func excerpt(_ text: String) -> String {
    var out = "“"
    for scalar in text.unicodeScalars.prefix(60) { out.unicodeScalars.append(scalar.value < 32 ? "�" : scalar) }
    return out + (text.unicodeScalars.count > 60 ? "…”" : "”")
  }
}

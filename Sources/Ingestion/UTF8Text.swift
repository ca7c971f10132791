/// Strict UTF-8: no repair, no surrogates, no overlong forms.
enum UTF8Text {
  /// The text of `bytes`, or the offset of the first byte that is not UTF-8. O(n).
  static func decode(_ bytes: Span<UInt8>) -> Result<String, InvalidByte> {
    do {
      return .success(String(copying: try UTF8Span(validating: bytes)))
    } catch {
      return .failure(InvalidByte(offset: error.byteOffsets.lowerBound))
    }
  }

  /// The offset of the first byte that is not UTF-8; nil when all is. O(n).
  static func firstInvalid(_ bytes: Span<UInt8>) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  struct InvalidByte: Error { var offset: Int }

  /// What the first bytes say about an encoding that is not UTF-8, for the message.
  static func hint(_ bytes: Span<UInt8>) -> String {
    guard bytes.count >= 2 else { return "" }
    return switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE): " (it looks like UTF-16 little endian)"
    case (0xFE, 0xFF): " (it looks like UTF-16 big endian)"
    default: ""
    }
  }
}

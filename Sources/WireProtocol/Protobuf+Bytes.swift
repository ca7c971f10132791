internal import SwiftProtobuf

extension SwiftProtobuf.Message {
  /// The message in binary form.
  var bytes: [UInt8] {
    do {
      return try serializedBytes()
    } catch {
      // Only required fields, which proto3 has not, and more than 2 GiB make this fail.
      preconditionFailure("\(Self.protoMessageName) cannot be written: \(error)")
    }
  }

  /// Reads the message in place; fields it does not know are dropped.
  init(reading frame: some ByteFrame, kind: @autoclosure () -> String) throws(WireError) {
    var options = BinaryDecodingOptions()
    options.discardUnknownFields = true
    let message: Self? = frame.withFrameBytes { buffer in
      try? Self(serializedBytes: RawSpan(_unsafeBytes: buffer), options: options)
    }
    guard let message else { throw .malformed(kind: kind()) }
    self = message
  }
}

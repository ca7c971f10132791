public import WireProtocol
public import ZeroMQ

extension Frame: WireProtocol.ByteFrame {
  public func withFrameBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
    try withUnsafeBytes(body)
  }
}

extension Wire.Envelope {
  /// The message as frames to send.
  var frames: [Frame] { Wire.encode(self).map { Frame($0) } }
}

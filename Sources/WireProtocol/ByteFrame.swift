/// Contiguous bytes of one frame, wherever they live: decoding reads them in place.
public protocol ByteFrame {
  var count: Int { get }
  /// Gives `body` the bytes, which live as long as the call.
  func withFrameBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R
}

extension [UInt8]: ByteFrame {
  public func withFrameBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
    try span.withUnsafeBytes(body)
  }
}

internal import CZstd

/// Texts in Zstandard frames. One value reuses its compression state over a group; it belongs to one thread.
struct ZstandardCompressor: ~Copyable {
  /// Below this size a frame saves nothing worth the work.
  static let leastSize = 128

  private let context: OpaquePointer

  /// Every frame carries a checksum, which reading it back checks.
  init(level: Int32 = 1) {
    guard let context = ZSTD_createCCtx() else { fatalError("out of memory for a compression context") }
    self.context = context
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level)
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
  }

  deinit { ZSTD_freeCCtx(context) }

  /// The frame of `bytes`; nil when it would not be smaller. O(n).
  func compress(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard bytes.count >= Self.leastSize else { return nil }
    var failed = false
    let frame = [UInt8](unsafeUninitializedCapacity: bytes.count - 1) { out, count in
      let written = ZSTD_compress2(context, out.baseAddress, out.count, bytes.baseAddress, bytes.count)
      failed = ZSTD_isError(written) != 0
      count = failed ? 0 : written
    }
    return failed ? nil : frame
  }
}

/// The way back. One value reuses its state over a group; it belongs to one thread.
struct ZstandardDecompressor: ~Copyable {
  private let context: OpaquePointer

  init() {
    guard let context = ZSTD_createDCtx() else { fatalError("out of memory for a decompression context") }
    self.context = context
  }

  deinit { ZSTD_freeDCtx(context) }

  /// The content of `frame`; nil unless it is sound and exactly `size` bytes long. Never allocates more than `size`.
  func decompress(_ frame: UnsafeRawBufferPointer, size: Int) -> [UInt8]? {
    let declared = ZSTD_getFrameContentSize(frame.baseAddress, frame.count)
    guard declared == UInt64(size) else { return nil }
    var sound = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { out, count in
      let written = ZSTD_decompressDCtx(context, out.baseAddress, out.count, frame.baseAddress, frame.count)
      sound = ZSTD_isError(written) == 0 && written == size
      count = sound ? size : 0
    }
    return sound ? bytes : nil
  }
}

// A package that takes over the domain modules alone may leave the C target out.
#if canImport(CSHA256)
  internal import CSHA256
#endif

/// SHA-256 (FIPS 180-4). The domain modules load no Foundation, and the crypto packages do.
///
/// Whole blocks go through the processor's own instructions where it has them, which is eight times as fast.
struct SHA256 {
  private var state: InlineArray<8, UInt32> = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  /// The beginning of a block, `filled` bytes of it.
  private var block = InlineArray<64, UInt8>(repeating: 0)
  private var filled = 0
  private var length: UInt64 = 0

  init() {}

  mutating func update(_ bytes: some Sequence<UInt8>) {
    if bytes.withContiguousStorageIfAvailable({ update($0.span) }) != nil { return }
    for byte in bytes { append(byte) }
  }

  /// Whole blocks are read where they stand.
  private mutating func update(_ bytes: Span<UInt8>) {
    var i = 0
    while i < bytes.count, filled > 0 {
      append(bytes[i])
      i += 1
    }
    let whole = (bytes.count - i) / 64
    if whole > 0, compressQuickly(bytes.extracting(i..<i + 64 * whole)) {
      length &+= UInt64(64 * whole)
      i += 64 * whole
    }
    while bytes.count - i >= 64 {
      compress(bytes.extracting(i..<i + 64))
      length &+= 64
      i += 64
    }
    while i < bytes.count {
      append(bytes[i])
      i += 1
    }
  }

  private mutating func append(_ byte: UInt8) {
    block[filled] = byte
    filled += 1
    length &+= 1
    if filled == 64 {
      let full = block
      compressOne(full.span)
      filled = 0
    }
  }

  /// Eight bytes, lowest first.
  mutating func update(length: Int) {
    for shift in stride(from: 0, to: 64, by: 8) { append(UInt8(truncatingIfNeeded: length >> shift)) }
  }

  mutating func finish() -> [UInt8] {
    let bits = length &* 8
    append(0x80)
    if filled > 56 {
      while filled != 0 { append(0) }
    }
    for i in filled..<56 { block[i] = 0 }
    for i in 0..<8 { block[56 + i] = UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * i)) }
    let last = block
    compressOne(last.span)
    var out: [UInt8] = []
    out.reserveCapacity(32)
    for i in state.indices {
      for shift in stride(from: 24, through: 0, by: -8) {
        out.append(UInt8(truncatingIfNeeded: state[i] >> UInt32(shift)))
      }
    }
    return out
  }

  private mutating func compressOne(_ block: Span<UInt8>) {
    if !compressQuickly(block) { compress(block) }
  }

  /// False, with nothing done, where the processor has no instructions for it.
  private mutating func compressQuickly(_ blocks: Span<UInt8>) -> Bool {
    #if canImport(CSHA256)
      var words = state.mutableSpan
      return blocks.withUnsafeBufferPointer { blocks in
        words.withUnsafeMutableBufferPointer { words in
          silsila_sha256_blocks(words.baseAddress, blocks.baseAddress, blocks.count / 64) == 1
        }
      }
    #else
      return false
    #endif
  }

  /// The eight working variables.
  private struct Registers {
    var a: UInt32, b: UInt32, c: UInt32, d: UInt32, e: UInt32, f: UInt32, g: UInt32, h: UInt32
  }

  private mutating func compress(_ block: Span<UInt8>) {
    precondition(block.count == 64)
    var w = InlineArray<16, UInt32>(repeating: 0)
    for i in 0..<16 {
      w[i] =
        UInt32(block[4 * i]) << 24 | UInt32(block[4 * i + 1]) << 16 | UInt32(block[4 * i + 2]) << 8
        | UInt32(block[4 * i + 3])
    }
    var r = Registers(
      a: state[0], b: state[1], c: state[2], d: state[3], e: state[4], f: state[5], g: state[6], h: state[7])
    let k = SHA256.constants.span
    for base in stride(from: 0, to: 64, by: 16) {
      if base > 0 { SHA256.schedule(&w) }
      SHA256.rounds(&r, w, k.extracting(base..<base + 16))
    }
    state[0] &+= r.a
    state[1] &+= r.b
    state[2] &+= r.c
    state[3] &+= r.d
    state[4] &+= r.e
    state[5] &+= r.f
    state[6] &+= r.g
    state[7] &+= r.h
  }

  /// The next sixteen words of the message schedule.
  @inline(__always)
  private static func schedule(_ w: inout InlineArray<16, UInt32>) {
    for i in 0..<16 {
      let (x, y) = (w[(i + 1) & 15], w[(i + 14) & 15])
      let s0 = rotate(x, 7) ^ rotate(x, 18) ^ x >> 3
      let s1 = rotate(y, 17) ^ rotate(y, 19) ^ y >> 10
      w[i] = w[i] &+ s0 &+ w[(i + 9) & 15] &+ s1
    }
  }

  /// Sixteen rounds. Eight in a row bring every variable back to its place, so that none is moved.
  @inline(__always)
  private static func rounds(_ s: inout Registers, _ w: InlineArray<16, UInt32>, _ k: Span<UInt32>) {
    precondition(k.count == 16)
    step(s.a, s.b, s.c, &s.d, s.e, s.f, s.g, &s.h, k[0] &+ w[0])
    step(s.h, s.a, s.b, &s.c, s.d, s.e, s.f, &s.g, k[1] &+ w[1])
    step(s.g, s.h, s.a, &s.b, s.c, s.d, s.e, &s.f, k[2] &+ w[2])
    step(s.f, s.g, s.h, &s.a, s.b, s.c, s.d, &s.e, k[3] &+ w[3])
    step(s.e, s.f, s.g, &s.h, s.a, s.b, s.c, &s.d, k[4] &+ w[4])
    step(s.d, s.e, s.f, &s.g, s.h, s.a, s.b, &s.c, k[5] &+ w[5])
    step(s.c, s.d, s.e, &s.f, s.g, s.h, s.a, &s.b, k[6] &+ w[6])
    step(s.b, s.c, s.d, &s.e, s.f, s.g, s.h, &s.a, k[7] &+ w[7])
    step(s.a, s.b, s.c, &s.d, s.e, s.f, s.g, &s.h, k[8] &+ w[8])
    step(s.h, s.a, s.b, &s.c, s.d, s.e, s.f, &s.g, k[9] &+ w[9])
    step(s.g, s.h, s.a, &s.b, s.c, s.d, s.e, &s.f, k[10] &+ w[10])
    step(s.f, s.g, s.h, &s.a, s.b, s.c, s.d, &s.e, k[11] &+ w[11])
    step(s.e, s.f, s.g, &s.h, s.a, s.b, s.c, &s.d, k[12] &+ w[12])
    step(s.d, s.e, s.f, &s.g, s.h, s.a, s.b, &s.c, k[13] &+ w[13])
    step(s.c, s.d, s.e, &s.f, s.g, s.h, s.a, &s.b, k[14] &+ w[14])
    step(s.b, s.c, s.d, &s.e, s.f, s.g, s.h, &s.a, k[15] &+ w[15])
  }

  @inline(__always)
  private static func step(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
    _ h: inout UInt32, _ word: UInt32
  ) {
    let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    let t1 = h &+ s1 &+ (g ^ e & (f ^ g)) &+ word
    let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    d = d &+ t1
    h = t1 &+ s0 &+ (a & b | c & (a | b))
  }

  @inline(__always)
  private static func rotate(_ x: UInt32, _ n: UInt32) -> UInt32 { x &>> n | x &<< (32 &- n) }

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}

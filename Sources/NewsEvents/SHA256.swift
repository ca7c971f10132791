/// SHA-256 (FIPS 180-4). The domain modules load no Foundation, and the crypto packages do.
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
      compress(full.span)
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
    while filled != 56 { append(0) }
    for shift in stride(from: 56, through: 0, by: -8) { append(UInt8(truncatingIfNeeded: bits >> UInt64(shift))) }
    var out: [UInt8] = []
    out.reserveCapacity(32)
    for i in state.indices {
      for shift in stride(from: 24, through: 0, by: -8) {
        out.append(UInt8(truncatingIfNeeded: state[i] >> UInt32(shift)))
      }
    }
    return out
  }

  private mutating func compress(_ block: Span<UInt8>) {
    precondition(block.count == 64)
    // The message schedule, of which only the last 16 words are ever needed.
    var w = InlineArray<16, UInt32>(repeating: 0)
    for i in 0..<16 {
      w[i] =
        UInt32(block[4 * i]) << 24 | UInt32(block[4 * i + 1]) << 16 | UInt32(block[4 * i + 2]) << 8
        | UInt32(block[4 * i + 3])
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    let k = SHA256.constants.span
    // Eight rounds in a row bring every variable back to its place, so that none is moved.
    for base in stride(from: 0, to: 64, by: 8) {
      if base >= 16 { for i in base..<base + 8 { SHA256.schedule(&w, i) } }
      let j = base & 15
      SHA256.round(a, b, c, &d, e, f, g, &h, k[base] &+ w[j])
      SHA256.round(h, a, b, &c, d, e, f, &g, k[base + 1] &+ w[j + 1])
      SHA256.round(g, h, a, &b, c, d, e, &f, k[base + 2] &+ w[j + 2])
      SHA256.round(f, g, h, &a, b, c, d, &e, k[base + 3] &+ w[j + 3])
      SHA256.round(e, f, g, &h, a, b, c, &d, k[base + 4] &+ w[j + 4])
      SHA256.round(d, e, f, &g, h, a, b, &c, k[base + 5] &+ w[j + 5])
      SHA256.round(c, d, e, &f, g, h, a, &b, k[base + 6] &+ w[j + 6])
      SHA256.round(b, c, d, &e, f, g, h, &a, k[base + 7] &+ w[j + 7])
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  @inline(__always)
  private static func schedule(_ w: inout InlineArray<16, UInt32>, _ i: Int) {
    let (x, y) = (w[(i + 1) & 15], w[(i + 14) & 15])
    let s0 = rotate(x, 7) ^ rotate(x, 18) ^ x >> 3
    let s1 = rotate(y, 17) ^ rotate(y, 19) ^ y >> 10
    w[i & 15] = w[i & 15] &+ s0 &+ w[(i + 9) & 15] &+ s1
  }

  @inline(__always)
  private static func round(
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

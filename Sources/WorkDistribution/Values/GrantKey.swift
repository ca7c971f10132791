/// The secret that coordinator and aggregator share, by which each knows what the other has said although workers carry
/// it: the coordinator *grants* a worker one revision of one article; the aggregator takes a result only with the grant,
/// and gives a *receipt* for what it has on disk; the coordinator marks a job done only with the receipt.
///
/// Both are SipHash-2-4 of the statement (Aumasson and Bernstein, 2012): 64 bits that only the two can compute. They can
/// be guessed only over the network, one message a guess.
public struct GrantKey: Hashable, Sendable {
  private let k0: UInt64
  private let k1: UInt64

  public init(_ k0: UInt64, _ k1: UInt64) {
    self.k0 = k0
    self.k1 = k1
  }

  /// Of 16 bytes, least significant first; nil for any other count.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == 16 else { return nil }
    func word(_ bytes: some Sequence<UInt8>) -> UInt64 {
      bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    self.init(word(bytes.prefix(8)), word(bytes.dropFirst(8)))
  }

  public var bytes: [UInt8] {
    [k0, k1].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) } }
  }

  /// Says that the coordinator handed out this revision of the article.
  public func grant(_ articleID: String, _ revision: Revision) -> UInt64 {
    code(articleID, UInt64(revision) << 8 | 1)
  }

  /// Says that the aggregator holds this revision of the article, or a later one, on disk.
  public func receipt(_ articleID: String, _ revision: Revision) -> UInt64 {
    code(articleID, UInt64(revision) << 8 | 2)
  }

  /// O(bytes of the id).
  private func code(_ text: String, _ word: UInt64) -> UInt64 {
    var text = text
    return text.withUTF8 { bytes in
      var state = SipState(k0, k1)
      state.absorb(word)
      var index = 0
      while index + 8 <= bytes.count {
        var block: UInt64 = 0
        for offset in 0..<8 { block |= UInt64(bytes[index + offset]) << UInt64(8 * offset) }
        state.absorb(block)
        index += 8
      }
      var last = UInt64(truncatingIfNeeded: bytes.count + 8) << 56
      for offset in 0..<(bytes.count - index) { last |= UInt64(bytes[index + offset]) << UInt64(8 * offset) }
      state.absorb(last)
      return state.finish()
    }
  }
}

/// The state of SipHash-2-4.
private struct SipState {
  private var v0, v1, v2, v3: UInt64

  init(_ k0: UInt64, _ k1: UInt64) {
    v0 = k0 ^ 0x736F_6D65_7073_6575
    v1 = k1 ^ 0x646F_7261_6E64_6F6D
    v2 = k0 ^ 0x6C79_6765_6E65_7261
    v3 = k1 ^ 0x7465_6462_7974_6573
  }

  mutating func absorb(_ block: UInt64) {
    v3 ^= block
    round()
    round()
    v0 ^= block
  }

  mutating func finish() -> UInt64 {
    v2 ^= 0xFF
    for _ in 0..<4 { round() }
    return v0 ^ v1 ^ v2 ^ v3
  }

  private mutating func round() {
    v0 = v0 &+ v1
    v1 = rotated(v1, 13) ^ v0
    v0 = rotated(v0, 32)
    v2 = v2 &+ v3
    v3 = rotated(v3, 16) ^ v2
    v0 = v0 &+ v3
    v3 = rotated(v3, 21) ^ v0
    v2 = v2 &+ v1
    v1 = rotated(v1, 17) ^ v2
    v2 = rotated(v2, 32)
  }

  private func rotated(_ word: UInt64, _ by: UInt64) -> UInt64 { word << by | word >> (64 - by) }
}

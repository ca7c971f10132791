/// Vigna's SplitMix64 (public domain, prng.di.unimi.it/splitmix64.c): small, seeded, the same on every machine.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number in `0..<bound`, by multiplication and shift (bias below 2⁻³² for the small bounds used here).
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: ((next() >> 32) &* UInt64(bound)) >> 32)
  }

  /// True with a chance of `numerator` in a thousand.
  mutating func chance(perMille numerator: Int) -> Bool { below(1_000) < numerator }
}

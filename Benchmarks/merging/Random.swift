/// A stream of pseudo-random numbers that a seed fixes on every machine (SplitMix64; Steele, Lea, Flood 2014).
struct Random {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Random.mix(state)
  }

  /// The finaliser of SplitMix64: a bijection, so that different numbers have different images.
  static func mix(_ x: UInt64) -> UInt64 {
    var z = (x ^ x >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  /// 0 ..< n, evenly but for a bias of n / 2⁶⁴.
  mutating func below(_ n: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(n)).high) }

  /// Whether something of this chance, in thousandths, happens.
  mutating func chance(_ thousandths: Int) -> Bool { below(1000) < thousandths }

  mutating func pick<T>(_ items: [T]) -> T { items[below(items.count)] }

  mutating func shuffle<T>(_ items: inout [T]) {
    for i in stride(from: items.count - 1, to: 0, by: -1) { items.swapAt(i, below(i + 1)) }
  }
}

/// Numbers 0 ..< n of which the k-th comes with weight (k + 1)^-exponent.
struct PowerLaw {
  /// Cumulative weights in integers, so that no rounding of one machine shows on another.
  private let sums: [Int]

  /// The weights are computed by repeated integer roots of rationals: `numerator / denominator` is the exponent.
  init(_ n: Int, exponentInTenths: Int) {
    var total = 0
    sums = (1...n).map { k in
      total += PowerLaw.weight(k, exponentInTenths)
      return total
    }
  }

  func pick(_ random: inout Random) -> Int {
    let at = random.below(sums[sums.count - 1])
    var low = 0, high = sums.count - 1
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > at { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// About 10⁹ · k^(-e/10): the greatest w with w¹⁰ · k^e ≤ 10⁹⁰, found in logarithms of base 2 with 32 places.
  private static func weight(_ k: Int, _ tenths: Int) -> Int {
    let bits = log2(1 << 30) - log2(UInt64(k)) * tenths / 10
    return max(1, exp2(bits))
  }

  /// log₂ x in units of 2⁻³², by squaring.
  private static func log2(_ x: UInt64) -> Int {
    let whole = 63 - x.leadingZeroBitCount
    // x / 2^whole in units of 2⁻³¹, in [1, 2).
    var mantissa = whole <= 31 ? x << UInt64(31 - whole) : x >> UInt64(whole - 31)
    var out = whole << 32
    for bit in stride(from: 31, through: 0, by: -1) {
      mantissa = (mantissa &* mantissa) >> 31
      if mantissa >= 1 << 32 {
        mantissa >>= 1
        out |= 1 << bit
      }
    }
    return out
  }

  /// 2^(x / 2³²), rounded down; 0 for a negative x. The fraction is taken by halving roots.
  private static func exp2(_ x: Int) -> Int {
    guard x >= 0 else { return 0 }
    let whole = x >> 32, fraction = x & 0xFFFF_FFFF
    // Bisection on the logarithm: 31 steps.
    var low = UInt64(1) << 31, high = UInt64(1) << 32
    for _ in 0..<31 {
      let middle = (low + high) / 2
      if log2(middle) - (31 << 32) <= fraction { low = middle } else { high = middle }
    }
    return whole <= 31 ? Int(low >> UInt64(31 - whole)) : Int(low) << (whole - 31)
  }
}

import ArabicScript

/// A MinHash sketch of a text's word 5-grams, by which syndicated copies are found.
///
/// One permutation, 64 bins (Li, Owen, Zhang: One Permutation Hashing, 2012); empty bins take the value of the next
/// filled one so that equal texts have equal sketches. Two sketches agree in a share of bins near the Jaccard
/// similarity of the texts.
enum Sketch {
  static let bins = 64

  /// Empty for a text of fewer than 25 words. O(words).
  static func make(_ tokens: some Sequence<Token>) -> [UInt32] {
    var bins = [UInt32](repeating: .max, count: Sketch.bins)
    var window: [UInt64] = []
    var count = 0
    for token in tokens where token.kind == .word || token.kind == .number {
      window.append(token.hash)
      count += 1
      if window.count > 5 { window.removeFirst() }
      guard window.count == 5 else { continue }
      var h: UInt64 = 0x9E37_79B9_7F4A_7C15
      for word in window { h = mix(h ^ word) }
      let bin = Int(h >> 58)
      bins[bin] = min(bins[bin], UInt32(truncatingIfNeeded: h))
    }
    guard count >= 25 else { return [] }
    for i in bins.indices where bins[i] == .max {
      var step = 1
      while step < bins.count, bins[(i + step) % bins.count] == .max { step += 1 }
      bins[i] = bins[(i + step) % bins.count] &+ UInt32(step)
    }
    return bins
  }

  /// The finaliser of SplitMix64.
  private static func mix(_ x: UInt64) -> UInt64 {
    var z = x &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}

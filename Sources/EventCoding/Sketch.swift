import ArabicScript

/// A MinHash sketch of a text's word 5-grams, by which syndicated copies are found.
///
/// One permutation, 64 bins (Li, Owen, Zhang: One Permutation Hashing, 2012); empty bins take the value of the next
/// filled one so that equal texts have equal sketches. Two sketches agree in a share of bins near the Jaccard
/// similarity of the texts.
enum Sketch {
  static let bins = 64

  /// Empty for a text of fewer than 25 words. O(words).
  static func make(_ tokens: [Token], in ranges: [Range<Int>]) -> [UInt32] {
    var bins = [UInt32](repeating: .max, count: Sketch.bins)
    /// The last five words, oldest first.
    var window: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)
    var count = 0
    for range in ranges {
      for token in tokens[range] where token.kind == .word || token.kind == .number {
        window = (window.1, window.2, window.3, window.4, token.hash)
        count += 1
        guard count >= 5 else { continue }
        var h = mix(0x9E37_79B9_7F4A_7C15 ^ window.0)
        h = mix(h ^ window.1)
        h = mix(h ^ window.2)
        h = mix(h ^ window.3)
        h = mix(h ^ window.4)
        let bin = Int(h >> 58)
        bins[bin] = min(bins[bin], UInt32(truncatingIfNeeded: h))
      }
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

import FuzzTargets
import Testing

/// A small deterministic generator (SplitMix64, Steele and others), so that a failing case comes again.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite struct `Every reader of bytes from outside` {
  @Test(arguments: FuzzTarget.all.map(\.name))
  func `keeps its promises for its seeds`(name: String) throws {
    let target = try #require(FuzzTarget.named(name))
    #expect(!target.seeds.isEmpty)
    for (index, seed) in target.seeds.enumerated() { #expect(target.check(seed) == nil, "seed \(index)") }
  }

  @Test(arguments: FuzzTarget.all.map(\.name))
  func `keeps its promises for cut, flipped, doubled and spliced seeds`(name: String) throws {
    let target = try #require(FuzzTarget.named(name))
    var random = SplitMix(state: 20_240_116)
    for round in 0..<600 {
      var bytes = try #require(target.seeds.randomElement(using: &random))
      for _ in 0...Int.random(in: 0..<6, using: &random) { mutate(&bytes, target, &random) }
      if let why = target.check(bytes) {
        Issue.record("round \(round): \(why): \(bytes)")
        return
      }
    }
  }

  @Test(arguments: FuzzTarget.all.map(\.name))
  func `keeps its promises when cut at each byte`(name: String) throws {
    let target = try #require(FuzzTarget.named(name))
    for seed in target.seeds {
      for end in 0...min(seed.count, 300) {
        if let why = target.check(Array(seed[..<end])) {
          Issue.record("cut at \(end): \(why)")
          return
        }
      }
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ target: FuzzTarget, _ random: inout SplitMix) {
    let at = Int.random(in: 0...bytes.count, using: &random)
    switch Int.random(in: 0..<7, using: &random) {
    case 0: if at < bytes.count { bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
    case 1: if at < bytes.count { bytes[at] = UInt8.random(in: 0...255, using: &random) }
    case 2: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 0..<9, using: &random)))
    case 3:
      let end = min(bytes.count, at + Int.random(in: 0..<40, using: &random))
      bytes.insert(contentsOf: Array(bytes[at..<end]), at: at)
    case 4: if let word = target.words.randomElement(using: &random) { bytes.insert(contentsOf: word, at: at) }
    case 5:
      if let other = target.seeds.randomElement(using: &random), !other.isEmpty {
        bytes.replaceSubrange(at..., with: other[Int.random(in: 0..<other.count, using: &random)...])
      }
    default: bytes.insert(contentsOf: [UInt8](repeating: UInt8.random(in: 0...255, using: &random), count: 3), at: at)
    }
  }
}

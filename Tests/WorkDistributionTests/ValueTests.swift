import Testing
import WorkDistribution

@Suite struct `The seeded generator` {
  @Test func `gives the numbers of the reference implementation`() {
    // The first outputs of splitmix64.c for the seed 1234567.
    var generator = SplitMix64(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
      16_408_922_859_458_223_821,
    ]
    #expect((0..<5).map { _ in generator.next() } == expected)
  }
}

@Suite struct `Small values` {
  @Test(arguments: ["fa", "ar", "ur", "x", "abcdefgh"])
  func `a language code prints as it was made`(_ text: String) {
    #expect(LanguageCode(text)?.description == text)
  }

  @Test(arguments: ["", "abcdefghi", "f a", "فا"])
  func `a language code is short and plain`(_ text: String) {
    #expect(LanguageCode(text) == nil)
  }

  @Test func `a content hash keeps its bytes`() {
    let bytes = (0..<32).map { UInt8($0 * 7) }
    #expect(ContentHash(bytes)?.bytes == bytes)
    #expect(ContentHash(bytes.dropLast()) == nil)
    var other = bytes
    other[31] ^= 1
    #expect(ContentHash(bytes) != ContentHash(other))
  }

  @Test func `times do not overflow`() {
    #expect(Instant(nanoseconds: .max) + .seconds(1) == .never)
    #expect(TimeSpan.seconds(1) * .max == .forever)
    #expect(TimeSpan(nanoseconds: 1).wholeMilliseconds == 1)
    #expect(TimeSpan.milliseconds(5).wholeMilliseconds == 5)
  }
}

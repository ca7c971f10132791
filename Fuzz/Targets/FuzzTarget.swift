/// A reader of bytes from outside, and what it promises for any of them.
package struct FuzzTarget: Sendable {
  package let name: String
  /// Good inputs that mutations start from.
  package let seeds: [[UInt8]]
  /// Pieces of the input language, for libFuzzer's dictionary and for the mutations of the tests.
  package let words: [[UInt8]]
  /// Reads the bytes. Returns nil, or which promise broke; traps where the reader traps.
  package let check: @Sendable ([UInt8]) -> String?

  package init(
    _ name: String, seeds: [[UInt8]], words: [[UInt8]] = [], check: @escaping @Sendable ([UInt8]) -> String?
  ) {
    self.name = name
    self.seeds = seeds
    self.words = words
    self.check = check
  }

  /// Every target, in the order in which they are run.
  package static let all: [FuzzTarget] = [.text, .dates, .normalize, .wire, .result, .record, .tables, .lexicon, .keys]

  package static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}

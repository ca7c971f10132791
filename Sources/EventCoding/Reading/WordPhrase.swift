import ArabicScript

/// The words of a governing phrase (به, کے خلاف) as one value that is copied and compared without an array.
///
/// Phrases are told apart by a hash over the hashes of their words, as words are by theirs.
struct WordPhrase: Sendable, Hashable {
  private(set) var count = 0
  /// The hash of the first word, 0 of an empty phrase.
  private(set) var first: UInt64 = 0
  private var hash: UInt64 = WordHash.seed

  init() {}

  init(_ words: some Sequence<UInt64>) {
    for word in words { append(word) }
  }

  mutating func append(_ word: UInt64) {
    if count == 0 { first = word }
    count += 1
    // One round of MurmurHash3's finaliser: a word's hash is spread over all bits before the next is added.
    var mixed = (hash ^ word) &* 0xff51_afd7_ed55_8ccd
    mixed ^= mixed >> 33
    hash = mixed &* 0xc4ce_b9fe_1a85_ec53
  }
}

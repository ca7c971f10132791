import Foundation
import NewsEvents

@testable import Storage

/// A directory that is gone when the value is.
final class Scratch: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "silsila-storage-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }
}

func article(_ id: String, _ text: String = "متن خبر", language: Language? = .persian) -> Admission {
  Admission(article: Article(id: id, language: language, text: text), queue: language)
}

func result(_ id: String, _ revision: UInt32, _ payload: String) -> ResultCommit {
  ResultCommit(
    article: id, revision: revision, fingerprint: "f", contentHash: ContentHash(of: Array(payload.utf8)),
    payload: Array(payload.utf8))
}

/// A small seeded generator (SplitMix64), so that a failing test can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

extension Ledger {
  func jobs(_ outcomes: [AdmissionOutcome]) -> [UInt64] {
    outcomes.compactMap { if case .accepted(let job, _) = $0 { job } else { nil } }
  }
}

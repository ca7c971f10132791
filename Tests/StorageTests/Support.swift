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

func article(
  _ id: String, _ text: String = "متن خبر", language: Language? = .persian, replaces: Bool = false
) -> Admission {
  Admission(article: Article(id: id, language: language, text: text), queue: language, replaces: replaces)
}

func result(_ id: String, _ revision: UInt32, _ payload: String) -> TimelineChange {
  .result(
    ResultCommit(
      article: id, revision: revision, fingerprint: "f", contentHash: ContentHash(of: Array(payload.utf8)),
      mentions: payload.count, payload: Array(payload.utf8)))
}

func tombstone(_ id: String, _ revision: UInt32) -> TimelineChange {
  .tombstone(StoredTombstone(id: id, revision: revision))
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

extension AdmissionEffect {
  /// Job and revision of an accepted article.
  var accepted: [UInt64]? {
    if case .accepted(let waiting, _) = self { [waiting.job, UInt64(waiting.revision)] } else { nil }
  }

  var superseded: SupersededArticle? {
    if case .accepted(_, let superseded) = self { superseded } else { nil }
  }
}

extension Ledger {
  /// Of every queue, in order of job.
  func allWaiting() throws -> [WaitingArticle] {
    try Language.allCases.flatMap { try waiting(queue: $0, limit: 1_000) }.sorted { $0.job < $1.job }
  }

  func jobs(_ outcomes: [AdmissionEffect]) -> [UInt64] {
    outcomes.compactMap { if case .accepted(let waiting, _) = $0 { waiting.job } else { nil } }
  }
}

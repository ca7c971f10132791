import NewsEvents
import Testing
import WorkDistribution

@testable import ClusterRuntime

@Suite struct `Texts on their way to workers` {
  private func articles(_ numbers: Range<UInt64>) -> [(job: UInt64, article: Article)] {
    numbers.map { ($0, Article(id: "\($0)", text: String(repeating: "x", count: 100))) }
  }

  private func at(_ seconds: Int64) -> Instant { Instant(nanoseconds: seconds * 1_000_000_000) }

  @Test func `are given out once`() {
    let cache = TextCache(limit: 1_000)
    cache.keep(articles(0..<4), at: at(0))
    #expect(Set(cache.take([1, 3, 9]).keys) == [1, 3])
    #expect(Set(cache.take([0, 1, 2, 3]).keys) == [0, 2])
  }

  @Test func `stay when more come than there is room for, because they are the first to go out`() {
    let cache = TextCache(limit: 1_000)
    for start in stride(from: UInt64(0), to: 40, by: 4) { cache.keep(articles(start..<start + 4), at: at(0)) }
    #expect(Set(cache.take(0..<40).keys) == Set(0..<10))
    // What went out made room.
    cache.keep(articles(40..<60), at: at(0))
    #expect(Set(cache.take(0..<60).keys) == Set(40..<50))
  }

  @Test func `make room when nobody took them for long`() {
    let cache = TextCache(limit: 1_000, lifetime: .seconds(30))
    cache.keep(articles(0..<5), at: at(0))
    cache.keep(articles(5..<10), at: at(20))
    cache.keep(articles(10..<20), at: at(30))
    #expect(Set(cache.take(0..<20).keys) == Set(5..<15))
  }
}

import NewsEvents

/// Finds the articles that carry one text: an agency's report in ten newspapers is one confirmation.
///
/// Compares MinHash sketches (Broder 1997); two that agree in `threshold` of their places share about that part of
/// their word 5-grams. Candidates meet in bands of four equal values, so the cost is near-linear; each article belongs
/// to the first one it resembles, never to a chain of likenesses.
struct Syndication {
  /// Thousandths of equal places that make two texts one.
  static let threshold = 700
  private static let band = 4

  /// For each article the number of the first article with its text; an article that resembles none has its own.
  static func texts(_ sketches: [[UInt32]]) -> [Int32] {
    struct Band: Hashable {
      var at: Int
      var values: ArraySlice<UInt32>
    }
    var leaders: [Band: [Int]] = [:]
    var out: [Int32] = []
    out.reserveCapacity(sketches.count)
    for (i, sketch) in sketches.enumerated() {
      let bands = stride(from: 0, to: sketch.count - band + 1, by: band).map {
        Band(at: $0, values: sketch[$0..<($0 + band)])
      }
      var seen: Set<Int> = []
      var home: Int?
      search: for band in bands {
        for leader in leaders[band] ?? [] where seen.insert(leader).inserted {
          if alike(sketch, sketches[leader]) {
            home = home.map { min($0, leader) } ?? leader
            break search
          }
        }
      }
      if let home {
        out.append(Int32(home))
      } else {
        for band in bands { leaders[band, default: []].append(i) }
        out.append(Int32(i))
      }
    }
    return out
  }

  private static func alike(_ a: [UInt32], _ b: [UInt32]) -> Bool {
    guard a.count == b.count, !a.isEmpty else { return false }
    var equal = 0
    for i in a.indices where a[i] == b[i] { equal += 1 }
    return equal * 1000 >= threshold * a.count
  }
}

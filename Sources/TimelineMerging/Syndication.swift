import NewsEvents

import NewsEvents

/// Finds the articles that carry one text: an agency's report in ten newspapers is one confirmation.
///
/// Compares MinHash sketches (Broder 1997); two that agree in `threshold` of their places share about that part of
/// their word 5-grams. Candidates meet in bands of four equal values, so the cost is near-linear; each article belongs
/// to the first one it resembles, never to a chain of likenesses. A text too short for a sketch is a copy of another
/// short one when title and every coded sentence are the same, letter by letter.
struct Syndication {
  /// Thousandths of equal places that make two texts one.
  static let threshold = 700
  private static let band = 4
  /// Words that a text without a sketch must have to be known by them.
  private static let shortest = 5

  /// For each article the number of the first article with its text; an article that resembles none has its own.
  static func texts(_ articles: [ArticleResult]) -> [Int32] {
    var leaders: [UInt64: [Int]] = [:]
    var short: [ContentHash: Int] = [:]
    var out: [Int32] = []
    out.reserveCapacity(articles.count)
    for (i, article) in articles.enumerated() {
      let sketch = article.sketch
      if sketch.isEmpty {
        guard let hash = shortText(article) else {
          out.append(Int32(i))
          continue
        }
        let home = short[hash] ?? i
        short[hash] = home
        out.append(Int32(home))
        continue
      }
      let bands = stride(from: 0, to: sketch.count - band + 1, by: band).map { key(sketch, $0) }
      var seen: Set<Int> = []
      var home: Int?
      search: for band in bands {
        for leader in leaders[band] ?? [] where seen.insert(leader).inserted {
          if alike(sketch, articles[leader].sketch) {
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

  /// One number for a band of a sketch; two that share it by chance are told apart by the whole sketch. FNV-1a.
  private static func key(_ sketch: [UInt32], _ at: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(at)
    for value in sketch[at..<(at + band)] { hash = (hash ^ UInt64(value)) &* 0x100_0000_01b3 }
    return hash
  }

  /// What is known of a text without a sketch; nil when it tells nothing.
  private static func shortText(_ article: ArticleResult) -> ContentHash? {
    guard !article.mentions.isEmpty else { return nil }
    let sentences = Dictionary(
      article.mentions.map { ($0.sentence.range, $0.sentence.text) }, uniquingKeysWith: { min($0, $1) })
    let ordered = sentences.sorted { $0.key < $1.key }.map(\.value)
    // A word or two may be the same by chance.
    guard ordered.reduce(0, { $0 + $1.split(whereSeparator: \.isWhitespace).count }) >= shortest else { return nil }
    return ContentHash(fields: [article.language?.rawValue ?? "", article.title ?? ""] + ordered)
  }

  private static func alike(_ a: [UInt32], _ b: [UInt32]) -> Bool {
    guard a.count == b.count, !a.isEmpty else { return false }
    var equal = 0
    for i in a.indices where a[i] == b[i] { equal += 1 }
    return equal * 1000 >= threshold * a.count
  }
}

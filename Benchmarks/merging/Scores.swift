import NewsEvents

/// Precision, recall and their harmonic mean.
struct Score {
  var precision: Double
  var recall: Double
  var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }
}

/// How well a clustering of mentions agrees with the truth: B³ (Bagga, Baldwin 1998) and LEA (Moosavi, Strube 2016).
/// A single mention is a link to itself. Linear in the mentions.
struct ClusterScores {
  let b3: Score
  let lea: Score

  /// `pairs` are (response, key) of each mention.
  init(_ pairs: [(response: UInt32, key: UInt32)]) {
    var cells: [UInt64: Int] = [:], responses: [UInt32: Int] = [:], keys: [UInt32: Int] = [:]
    for (response, key) in pairs {
      cells[UInt64(response) << 32 | UInt64(key), default: 0] += 1
      responses[response, default: 0] += 1
      keys[key, default: 0] += 1
    }
    func link(_ n: Int) -> Double { n > 1 ? Double(n) * Double(n - 1) / 2 : 1 }
    var b3Precision = 0.0, b3Recall = 0.0, leaPrecision = 0.0, leaRecall = 0.0
    // In a fixed order, so that the sums are the same each time.
    for (cell, count) in cells.sorted(by: { $0.key < $1.key }) {
      guard let response = responses[UInt32(cell >> 32)], let key = keys[UInt32(truncatingIfNeeded: cell)] else {
        continue
      }
      let n = Double(count)
      b3Precision += n * n / Double(response)
      b3Recall += n * n / Double(key)
      // A cluster of one counts where the other side has the same cluster; larger ones by their common links.
      let isLinked = count > 1
      if isLinked || (response == 1 && key == 1) {
        leaPrecision += Double(response) * link(count) / link(response)
        leaRecall += Double(key) * link(count) / link(key)
      }
    }
    let total = Double(max(1, pairs.count))
    b3 = Score(precision: b3Precision / total, recall: b3Recall / total)
    lea = Score(precision: leaPrecision / total, recall: leaRecall / total)
  }
}

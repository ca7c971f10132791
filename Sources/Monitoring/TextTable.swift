/// A table whose columns line up; the least important ones go when there is no room.
struct TextTable {
  struct Column {
    var title: String
    var isNumber: Bool
    /// 0 stays always, higher ones go first.
    var expendability: Int
  }

  var columns: [Column]
  var rows: [[String]] = []

  /// The heading and the rows, none wider than `width`; the first column is cut off when the others need the room.
  func lines(width: Int) -> [String] {
    var shown = Array(columns.indices)
    func widths() -> [Int] {
      shown.map { i in rows.reduce(TerminalText.width(columns[i].title)) { max($0, TerminalText.width($1[i])) } }
    }
    /// The first column may shrink to this before others go.
    func needed() -> Int {
      let all = widths()
      return min(all[0], 16) + all.dropFirst().reduce(0) { $0 + $1 + 2 }
    }
    while needed() > width, let victim = shown.dropFirst().max(by: { rank($0) < rank($1) }),
      columns[victim].expendability > 0
    {
      shown.removeAll { $0 == victim }
    }
    var fitted = widths()
    let others = fitted.dropFirst().reduce(0) { $0 + $1 + 2 }
    fitted[0] = min(fitted[0], max(width - others, 1))
    return ([columns.map(\.title)] + rows).map { row in
      let cells = zip(shown, fitted).map { i, w in
        TerminalText.padded(TerminalText.truncated(row[i], w), w, right: columns[i].isNumber)
      }
      return TerminalText.truncated(trimmed(cells.joined(separator: "  ")), width)
    }
  }

  private func rank(_ column: Int) -> (Int, Int) { (columns[column].expendability, column) }

  private func trimmed(_ line: String) -> String {
    var line = line
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }
}

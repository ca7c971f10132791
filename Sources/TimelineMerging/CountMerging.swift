import NewsEvents

/// Numbers of dead, injured or arrested: one range, and the figures that contradict each other.
struct CountMerging {
  /// From the least to the greatest number that any text gives; open above when no text closes it.
  let range: CountRange?
  private let values: [(value: String, mentions: [String], range: CountRange)]

  init(_ evidence: [Evidence], _ field: (EventMention) -> CountRange?) {
    var ranges: [String: CountRange] = [:]
    let ranked = Ballot.ranked(evidence) { item in
      guard let range = field(item.mention), range.min != nil || range.max != nil else { return nil }
      let text = Self.text(range)
      ranges[text] = range
      return text
    }
    values = ranked.compactMap { value, mentions in ranges[value].map { (value, mentions, $0) } }
    guard !values.isEmpty else {
      range = nil
      return
    }
    // "11" within "at least 9" says more than it: only figures that no other one explains open the range.
    let exact = values.map(\.range).filter { $0.max != nil }
    let told = exact.isEmpty ? values.map(\.range) : exact
    let low = told.compactMap(\.min).min()
    let high = told.contains { $0.max == nil } ? nil : told.compactMap(\.max).max()
    range = CountRange(min: low, max: high)
  }

  /// The figures, when two of them exclude each other.
  func conflict(field: String) -> Conflict? {
    let disagree = values.contains { a in
      values.contains { b in (a.range.min ?? 0) > (b.range.max ?? .max) }
    }
    guard disagree else { return nil }
    return Conflict(field: field, values: values.map { Conflict.Value(value: $0.value, mentions: $0.mentions) })
  }

  /// `11`, `9-11`, `>=11`, `<=5`.
  static func text(_ range: CountRange) -> String {
    switch (range.min, range.max) {
    case (let a?, let b?): a == b ? "\(a)" : "\(a)-\(b)"
    case (let a?, nil): ">=\(a)"
    case (nil, let b?): "<=\(b)"
    case (nil, nil): ""
    }
  }
}

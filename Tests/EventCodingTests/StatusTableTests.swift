import NewsEvents
import Testing

/// Sentences of each status in each language, written for this table. An article's day of 20 January 2024 stands
/// behind all of them.
enum StatusTable {
  static func cases(_ language: Language) -> [(status: EventStatus, text: String)] {
    let table =
      switch language {
      case .persian: persian
      case .arabic: arabic
      case .urdu: urdu
      }
    return table.flatMap { status, lines in
      lines.split(separator: "\n").map { (status, String($0)) }
    }
  }
}

@Suite struct `The status of an event` {
  /// A sentence without an event counts against the status it should have had.
  @Test(arguments: Language.allCases)
  func `is right with a macro F1 of 0.90 in each language`(language: Language) {
    var right: [EventStatus: Int] = [:], expected: [EventStatus: Int] = [:], given: [EventStatus: Int] = [:]
    var wrong: [String] = []
    for (status, text) in StatusTable.cases(language) {
      let mentions = code(text, language, published: "2024-01-20")
      // "Denied the attack" tells of a denial, too.
      let found = (mentions.first { $0.type != .reject } ?? mentions.first)?.status
      expected[status, default: 0] += 1
      if let found { given[found, default: 0] += 1 }
      if found == status { right[status, default: 0] += 1 } else { wrong.append("\(status) \(found as Any): \(text)") }
    }
    let scores = EventStatus.allCases.map { status -> Double in
      let hits = Double(right[status] ?? 0)
      return 2 * hits / Double((expected[status] ?? 0) + (given[status] ?? 0))
    }
    let macro = scores.reduce(0, +) / Double(scores.count)
    #expect(EventStatus.allCases.allSatisfy { (expected[$0] ?? 0) >= 30 })
    #expect(macro >= 0.90, "\(scores) \(wrong.joined(separator: "\n"))")
  }
}

import NewsEvents

/// Dates that a story's order of telling gives to events that have none of their own.
///
/// Every one is a bound and says so: `resolved` between two dated events that the text tells one after the other,
/// `published` where only the day of the article or of the main event bounds it.
struct NarrativeDates {
  /// What the coder knows of a mention besides its fields.
  struct Fact: Sendable, Hashable {
    /// Number of the sentence in the article, and of the story in the page.
    var sentence: Int
    var story: Int
    var section: Section
    /// A noun after "after", "because of" and the like.
    var isBackground: Bool
    /// Its parties are those of attacks told before ("the two attacks").
    var isRecalled: Bool
  }

  let facts: [Fact]
  let anchor: Day?

  /// The mentions are in the order of their sentences. O(mentions × neighbours within two sentences).
  func fill(_ mentions: inout [EventMention]) {
    /// The dates of the last two attacks of each story before the mention.
    var attacks: [Int: [DateInterval]] = [:]
    for n in mentions.indices {
      if mentions[n].date == nil, mentions[n].status == .occurred,
        let date = recalled(n, mentions, attacks) ?? meetingBefore(n, mentions) ?? between(n, mentions)
      {
        mentions[n].date = date
      }
      if mentions[n].type == .assault, isDated(mentions[n]), let date = mentions[n].date {
        attacks[facts[n].story] = (attacks[facts[n].story]?.last.map { [$0] } ?? []) + [date]
      }
    }
  }

  /// The mentions of the sentences at most `reach` away from that of mention `n`.
  private func neighbours(_ n: Int, _ reach: Int) -> Range<Int> {
    var (from, to) = (n, n + 1)
    while from > 0, facts[n].sentence - facts[from - 1].sentence <= reach { from -= 1 }
    while to < facts.count, facts[to].sentence - facts[n].sentence <= reach { to += 1 }
    return from..<to
  }

  private func isDated(_ m: EventMention) -> Bool {
    m.date?.start != nil && m.date?.end != nil && m.date?.basis != .published && m.status == .occurred
  }

  /// "The two attacks led to …": the span of the attacks told before.
  private func recalled(
    _ n: Int, _ mentions: [EventMention], _ attacks: [Int: [DateInterval]]
  ) -> DateInterval? {
    guard mentions[n].type == .assault, facts[n].isRecalled else { return nil }
    let days = attacks[facts[n].story] ?? []
    guard let start = days.compactMap(\.start).min(), let end = days.compactMap(\.end).max() else { return nil }
    return DateInterval(
      start: start, end: end, granularity: start == end ? .day : .range, basis: .resolved, anchor: days.last?.anchor)
  }

  /// "After their talks the ministers said on Monday …": talks come at most two days before what is said after them.
  private func meetingBefore(_ n: Int, _ mentions: [EventMention]) -> DateInterval? {
    guard mentions[n].type == .consult else { return nil }
    let isAfter = facts[n].isBackground || facts[n].section == .title
    guard isAfter, facts[n].section != .embedded, facts[n].section != .related else { return nil }
    let near = neighbours(n, 1).first {
      $0 != n && facts[$0].story == facts[n].story && !facts[$0].isBackground
        && mentions[$0].status == .occurred && mentions[$0].date?.end != nil && mentions[$0].date?.granularity != .year
        && shares(mentions[$0], mentions[n])
    }
    guard let day = near.flatMap({ mentions[$0].date?.end }) ?? (facts[n].story == 0 ? anchor : nil) else { return nil }
    return DateInterval(start: day - 2, end: day, granularity: .range, basis: .published, anchor: day)
  }

  private func shares(_ a: EventMention, _ b: EventMention) -> Bool {
    let mine = Set((a.actors + a.recipients).compactMap(\.country))
    return (b.actors + b.recipients).contains { $0.country.map { mine.contains($0) } ?? false }
  }

  /// Between two dated events told within two sentences before and after, in the order of time: not before the one and
  /// not after the other.
  private func between(_ n: Int, _ mentions: [EventMention]) -> DateInterval? {
    guard !facts[n].isBackground, facts[n].section == .body else { return nil }
    func isNear(_ m: Int) -> Bool {
      facts[m].story == facts[n].story && isDated(mentions[m])
        && mentions[m].date?.granularity == .day
    }
    let near = neighbours(n, 2)
    guard let before = near.last(where: { $0 < n && isNear($0) }),
      let after = near.first(where: { $0 > n && facts[$0].sentence > facts[n].sentence && isNear($0) }),
      let start = mentions[before].date?.start, let end = mentions[after].date?.end, start < end, end - start <= 31
    else { return nil }
    return DateInterval(start: start, end: end, granularity: .range, basis: .resolved, anchor: start)
  }
}

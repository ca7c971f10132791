import NewsEvents

/// Bounds the days of events that no mention dates.
///
/// News tells what happened in the order in which it happened: what stands between two dated events of the same parties
/// lies between their days. What is left is bounded by the day of the articles that tell it, a real event by that day and
/// the half year before it, a plan from that day on; without such a day, by an event that it is told to precede.
struct UndatedEvents {
  let articles: [ArticleResult]

  /// Scalars of text across which neighbours are looked for.
  private static let reach = 1200
  /// Days between two neighbours beyond which they say too little.
  private static let span = 31
  /// Days that one story without a day of its own may span.
  private static let days = 14
  /// Days before an article's own day in which what its text tells without any date happened: news gives what lies
  /// further back its year, its season or at least a "last year". Half a year is the bound that a reader assumes.
  private static let memory = 183

  private struct DatedMention {
    var offset: Int
    var start: Day
    var end: Day
    var countries: Set<String>
    var sentence: TextRange
    var id: String
  }

  /// Gives undated events an interval, and mentions and reasons accordingly: by their neighbours in the text, by the
  /// promise they keep, by what leads an article, by a story that goes on; else by the day of the articles.
  /// `clusters` are those of the events. O(mentions · log mentions).
  func bound(_ events: inout [TimelineEvent], _ clusters: [EventCluster]) {
    var dated = datedMentions(events)
    for i in events.indices where events[i].date == nil {
      if let found = narrative(events[i], dated) { set(&events[i], found) }
    }
    Fulfilment(clusters: clusters).link(&events)
    LeadingNews(articles: articles).date(&events)
    dated = datedMentions(events)
    let anchors = Dictionary(uniqueKeysWithValues: articles.map { ($0.article, $0.anchor.day) })
    for i in events.indices where events[i].date == nil {
      if let published = publication(events[i], anchors) {
        events[i].date = published
      } else if let found = story(events[i], dated) {
        set(&events[i], found)
      }
    }
  }

  private func set(_ event: inout TimelineEvent, _ found: (start: Day, end: Day, reason: String)) {
    let date = DateInterval(
      start: found.start, end: found.end, granularity: found.start == found.end ? .day : .range, basis: .inferred)
    event.date = date
    event.reasons.append(found.reason)
    for j in event.mentions.indices where event.mentions[j].date == nil { event.mentions[j].date = date }
  }

  /// Body mentions of real events with a known day, by article, in order of the text.
  private func datedMentions(_ events: [TimelineEvent]) -> [String: [DatedMention]] {
    var out: [String: [DatedMention]] = [:]
    for event in events {
      guard Reality(event.status) == .real, event.status != .historical, let date = event.date, let start = date.start,
        let end = date.end, end - start <= 3, date.basis != .published
      else { continue }
      for mention in event.mentions where mention.section == .body && Reality(mention.status) == .real {
        out[mention.article, default: []].append(
          DatedMention(
            offset: Int(mention.trigger.range.start), start: start, end: end, countries: Self.countries(mention),
            sentence: mention.sentence.range, id: mention.id))
      }
    }
    for key in out.keys { out[key]?.sort { $0.offset != $1.offset ? $0.offset < $1.offset : $0.id < $1.id } }
    return out
  }

  private func narrative(
    _ event: TimelineEvent, _ dated: [String: [DatedMention]]
  ) -> (start: Day, end: Day, reason: String)? {
    guard Reality(event.status) == .real, event.status == .occurred else { return nil }
    var best: (start: Day, end: Day, reason: String)?
    for mention in event.mentions
    where mention.section == .body && mention.status == .occurred && !Self.pointsBack(mention) {
      guard let row = dated[mention.article] else { continue }
      let at = Int(mention.trigger.range.start), countries = Self.countries(mention)
      // Neighbours of one day show no passage of time, and a clause beside one ("after the attack") looks back.
      let near = row.filter {
        abs($0.offset - at) <= Self.reach && !$0.countries.isDisjoint(with: countries)
          && !$0.sentence.overlaps(mention.sentence.range)
      }
      guard let before = near.last(where: { $0.offset < at }), let after = near.first(where: { $0.offset > at }),
        before.end < after.start, after.end - before.start <= Self.span
      else { continue }
      let reason =
        "dated between \(before.start) and \(after.end): it is told between mention \(before.id) and mention \(after.id)"
      guard let now = best else {
        best = (before.start, after.end, reason)
        continue
      }
      let start = max(now.start, before.start), end = min(now.end, after.end)
      if start <= end, end - start < now.end - now.start { best = (start, end, reason) }
    }
    return best
  }

  /// "Following the call they agreed": the call is no later than the agreement, and no earlier than the story of the two
  /// parties that the article tells, when its dated events lie within a few days.
  private func story(
    _ event: TimelineEvent, _ dated: [String: [DatedMention]]
  ) -> (start: Day, end: Day, reason: String)? {
    guard event.status == .occurred else { return nil }
    let pair = Set((event.actors + event.recipients).compactMap(\.country))
    guard pair.count == 2 else { return nil }
    for mention in event.mentions where mention.section == .body && Precedence.isBackground(mention) {
      guard let row = dated[mention.article]?.filter({ !$0.countries.isDisjoint(with: pair) }),
        let after = row.first(where: {
          $0.sentence == mention.sentence.range && $0.id != mention.id && $0.countries.isSuperset(of: pair)
        }),
        let first = row.min(by: { $0.start != $1.start ? $0.start < $1.start : $0.id < $1.id }),
        first.start < after.end, after.end - first.start <= Self.days
      else { continue }
      return (
        first.start, after.end,
        "dated between \(first.start) and \(after.end): told as before mention \(after.id), in a story that begins with "
          + "mention \(first.id)"
      )
    }
    return nil
  }

  /// The bound that the articles' own days give; nil when none has one.
  private func publication(_ event: TimelineEvent, _ anchors: [String: Day?]) -> DateInterval? {
    guard event.status != .historical, Reality(event.status) == .real || event.status == .planned else { return nil }
    func day(_ mention: EventMention) -> Day? { anchors[mention.article] ?? nil }
    let days = event.mentions.compactMap(day)
    guard let first = days.min() else { return nil }
    if event.status == .planned {
      return DateInterval(start: days.max(), end: nil, granularity: .range, basis: .published, anchor: first)
    }
    // A link to another story and a second article in the page are as old as they like.
    let own = event.mentions.filter { $0.section != .related && $0.section != .embedded }.compactMap(day).min()
    return DateInterval(
      start: own.map { $0 - Self.memory }, end: first, granularity: .range,
      basis: .published, anchor: first)
  }

  /// "The two attacks": its parties were found by what it points back to, so its place in the text says nothing of when.
  private static func pointsBack(_ mention: EventMention) -> Bool {
    let parties = mention.actors + mention.recipients
    return !parties.isEmpty && parties.allSatisfy { $0.quote?.range == mention.trigger.range }
  }

  private static func countries(_ mention: EventMention) -> Set<String> {
    Set((mention.actors + mention.recipients).compactMap(\.country))
  }
}

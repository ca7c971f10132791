import NewsEvents

/// Dates what an article without a day of its own tells first.
///
/// An article begins with its news and goes back from there: what it tells before all that is dated is no earlier than
/// the latest day it tells of these parties. And an article does not know of what comes after it: the next event between
/// the same parties that several others tell, and it does not, came later.
struct LeadingNews {
  let articles: [ArticleResult]

  /// Days within which the next event must come for its absence to say anything.
  private static let horizon = 14
  /// Articles that must tell the next event.
  private static let tellers = 2
  /// Scalars of text that count as the beginning.
  private static let beginning = 1500

  private struct Told {
    var start: Day
    var end: Day
    var offset: Int
    var event: Int
    var mention: String
  }

  private struct Pair: Hashable {
    var a: String
    var b: String
  }

  /// Gives undated events an interval where both bounds are known. O(mentions).
  func date(_ events: inout [TimelineEvent]) {
    let anchorless = Set(articles.filter { $0.anchor.day == nil }.map(\.article))
    guard events.contains(where: { $0.date == nil && $0.mentions.contains { anchorless.contains($0.article) } }) else {
      return
    }
    var told: [String: [Pair: [Told]]] = [:]
    var calendar: [Pair: [(start: Day, event: Int)]] = [:]
    for (i, event) in events.enumerated() {
      guard let pair = Self.pair(event), event.status == .occurred, let date = event.date, date.basis != .published,
        let start = date.start, let end = date.end, end - start <= 3
      else { continue }
      calendar[pair, default: []].append((start, i))
      for mention in event.mentions where anchorless.contains(mention.article) && mention.section != .related {
        told[mention.article, default: [:]][pair, default: []].append(
          Told(start: start, end: end, offset: Int(mention.trigger.range.start), event: i, mention: mention.id))
      }
    }
    for pair in calendar.keys {
      calendar[pair]?.sort { $0.start != $1.start ? $0.start < $1.start : events[$0.event].id < events[$1.event].id }
    }
    let tellers = events.map { Set($0.mentions.map(\.article)) }
    for i in events.indices where events[i].date == nil && events[i].status == .occurred {
      guard let pair = Self.pair(events[i]) else { continue }
      for mention in events[i].mentions where mention.section != .related && mention.section != .embedded {
        guard let own = told[mention.article]?[pair], Int(mention.trigger.range.start) <= Self.beginning,
          own.allSatisfy({ $0.offset > Int(mention.trigger.range.start) }),
          let latest = own.max(by: { $0.start != $1.start ? $0.start < $1.start : $0.mention > $1.mention }),
          let next = calendar[pair]?.first(where: {
            $0.start > latest.end && tellers[$0.event].count >= Self.tellers
              && !tellers[$0.event].contains(mention.article)
          }), next.start - latest.start <= Self.horizon
        else { continue }
        let date = DateInterval(
          start: latest.start, end: next.start - 1, granularity: latest.start == next.start - 1 ? .day : .range,
          basis: .inferred)
        events[i].date = date
        events[i].reasons.append(
          "dated \(DateMerging.text(date)): news before what mention \(latest.mention) tells of \(latest.start), in an "
            + "article that does not know of \(next.start) (event \(events[next.event].id))")
        for j in events[i].mentions.indices where events[i].mentions[j].date == nil {
          events[i].mentions[j].date = date
        }
        break
      }
    }
  }

  /// The two countries of an event that has two.
  private static func pair(_ event: TimelineEvent) -> Pair? {
    let countries = Set(
      (event.actors + event.recipients).compactMap(\.country) + [event.location?.country].compactMap { $0 }
    )
    .sorted()
    return countries.count == 2 ? Pair(a: countries[0], b: countries[1]) : nil
  }
}

import NewsEvents

/// Links what was planned, promised or asked for with what came of it, and dates the deed by the term of the promise.
///
/// A plan and the deed that coreference has already joined are one event; here stand those that remain two: "they agreed
/// that the ambassadors return by 26 January" and "the ambassadors returned on Friday". A deed answers a promise when its
/// parties are among the promise's, both speak of two subjects in common (or are of one type and pair), and its day, if
/// known, lies between the promise and the end of its term.
struct Fulfilment {
  private struct Promise {
    var event: Int
    /// When it was made, if known.
    var made: Day?
    /// The last day of its term.
    var term: Day?
    var mention: String
  }

  private struct Key: Hashable {
    var country: String
    var topics: UInt64
  }

  /// Days after which a deed is no longer the answer to a promise without a term.
  private static let patience = 60
  /// Promises of one country about one pair of subjects, beyond which none is distinctive.
  private static let crowd = 64
  /// Sentences of one event that are read for terms and weekdays.
  private static let read = 32

  let clusters: [EventCluster]

  /// Links events, and dates those that have no day by a promise they keep. O(events), each against few promises.
  func link(_ events: inout [TimelineEvent]) {
    var promises: [Key: [Int]] = [:]
    var terms: [Int: Term?] = [:]
    for i in events.indices where Self.promises(events[i]) {
      for key in keys(events[i], i) { promises[key, default: []].append(i) }
    }
    guard !promises.isEmpty else { return }
    for i in events.indices where Self.isDeed(events[i]) {
      var candidates: Set<Int> = []
      for key in keys(events[i], i) {
        if let found = promises[key], found.count <= Self.crowd { candidates.formUnion(found) }
      }
      var best: (promise: Promise, distance: Int)?
      for candidate in candidates.sorted(by: { events[$0].id < events[$1].id }) where candidate != i {
        if terms[candidate] == nil { terms[candidate] = .some(term(events[candidate])) }
        let term = terms[candidate] ?? nil
        guard let (promise, distance) = answered(events[candidate], candidate, term, by: events[i], i) else { continue }
        if distance < best?.distance ?? .max { best = (promise, distance) }
      }
      guard let promise = best?.promise else { continue }
      let because = date(&events[i], by: promise)
      narrow(&events[promise.event], doneBy: events[i])
      events[i].links.append(
        EventLink(relation: .fulfils, event: events[promise.event].id, because: because))
      events[promise.event].links.append(
        EventLink(relation: .fulfilledBy, event: events[i].id, because: because))
    }
    for i in events.indices {
      events[i].links.sort {
        $0.relation != $1.relation ? $0.relation.rawValue < $1.relation.rawValue : $0.event < $1.event
      }
    }
  }

  private static func promises(_ event: TimelineEvent) -> Bool {
    if event.status == .planned { return true }
    guard event.status == .occurred else { return false }
    switch event.type {
    case .agree, .request, .threaten: return true
    default: return false
    }
  }

  private static func isDeed(_ event: TimelineEvent) -> Bool {
    guard event.status == .occurred || event.status == .ongoing else { return false }
    switch event.type {
    case .request, .accuse, .threaten, .reject: return false
    default: return true
    }
  }

  /// Whether a deed of one type can be what a word of another announced: agreements are kept by working together,
  /// threats by hostile deeds.
  private static func answers(_ deed: EventType, _ promise: EventType) -> Bool {
    if deed == promise { return true }
    switch TypeFamily(promise) {
    case .cooperation, .demand: return TypeFamily(deed) == .cooperation
    case .threat: return [.assault, .coercion, .deployment, .refusal].contains(TypeFamily(deed))
    default: return false
    }
  }

  private static func countries(_ event: TimelineEvent) -> Set<String> {
    Set((event.actors + event.recipients).compactMap(\.country))
  }

  /// A country and two subjects: what a promise and its fulfilment have in common.
  private func keys(_ event: TimelineEvent, _ i: Int) -> [Key] {
    let topics = clusters[i].profile.topics
    let bits = (0..<64).map { UInt64(1) << UInt64($0) }.filter { topics & $0 != 0 }.prefix(8)
    var pairs: [UInt64] = []
    for (k, a) in bits.enumerated() { for b in bits.dropFirst(k + 1) { pairs.append(a | b) } }
    return Self.countries(event).sorted().prefix(4).flatMap { country in pairs.map { Key(country: country, topics: $0) }
    }
  }

  /// The last day until which something is to be done.
  private struct Term {
    var day: Day
    var mention: String
    /// The text says "until"; else it is the day of a plan, which may be the day on which the plan was told.
    var isStated: Bool
  }

  private func term(_ event: TimelineEvent) -> Term? {
    for mention in event.mentions.prefix(Self.read) {
      if let day = Terms.deadline(mention) { return Term(day: day, mention: mention.id, isStated: true) }
      if mention.status == .planned, let end = mention.date?.end, mention.date?.basis != .published {
        return Term(day: end, mention: mention.id, isStated: false)
      }
    }
    return nil
  }

  /// The promise, when the deed may answer it, and how far it is among the promises of that deed: in days where the deed
  /// has one, else by how sure its term is. Nearer ones are better.
  private func answered(
    _ promise: TimelineEvent, _ p: Int, _ term: Term?, by deed: TimelineEvent, _ d: Int
  ) -> (Promise, distance: Int)? {
    let promised = Self.countries(promise), done = Self.countries(deed)
    guard !done.isEmpty, done.isSubset(of: promised), Self.answers(deed.type, promise.type) else { return nil }
    let made = promise.date.flatMap { $0.basis == .published ? nil : $0.start }
    // Only what is still a plan is kept by a deed of its own kind; an agreement is kept by doing something else.
    guard promise.status == .planned || promise.type != deed.type else { return nil }
    // "They agreed that the ambassadors return": the agreement makes the plan of its sentence and does not fulfil it.
    if promise.status == .planned, Self.shareSentence(promise, deed) { return nil }
    if promise.status == .planned, promise.type != deed.type,
      !TypeFamily.kin([promise.type], [deed.type]), term == nil
    {
      return nil
    }
    let own = deed.date.flatMap { $0.basis == .published ? nil : $0 }
    guard let day = own?.start else {
      // Without a day the deed is dated by the term: nothing less will do.
      guard let term else { return nil }
      let known = Promise(event: p, made: made, term: term.day, mention: term.mention)
      // The plan itself before the agreement that made it.
      return (known, (term.isStated ? 0 : 2) + (promise.status == .planned ? 0 : 1))
    }
    guard clusters[p].profile.articles != clusters[d].profile.articles || term != nil else { return nil }
    if let made, day < made { return nil }
    if let term {
      guard day <= term.day + 1 else { return nil }
    } else {
      guard promise.status == .planned, let made, day - made <= Self.patience else { return nil }
    }
    let known = Promise(event: p, made: made, term: term?.day, mention: term?.mention ?? promise.mentions[0].id)
    return (known, term.map { abs($0.day - day) } ?? day - (made ?? day))
  }

  private static func shareSentence(_ a: TimelineEvent, _ b: TimelineEvent) -> Bool {
    a.mentions.prefix(read).contains { x in
      b.mentions.prefix(read).contains { $0.article == x.article && $0.sentence.range == x.sentence.range }
    }
  }

  /// What was planned until some day and is known to have been done has the day of the deed.
  private func narrow(_ plan: inout TimelineEvent, doneBy deed: TimelineEvent) {
    guard plan.status == .planned, let planned = plan.date, let end = planned.end, let done = deed.date,
      let first = done.start, let last = done.end, done.basis != .published, last <= end,
      planned.start.map({ $0 <= first }) ?? true, planned.start != first || last != end
    else { return }
    let date = DateInterval(start: first, end: last, granularity: done.granularity, basis: .inferred)
    plan.date = date
    plan.reasons.append("dated \(DateMerging.text(date)): event \(deed.id) fulfils it")
  }

  /// Dates the deed where it has no day, and says why the two belong together.
  private func date(_ deed: inout TimelineEvent, by promise: Promise) -> String {
    let announced =
      promise.term.map { "mention \(promise.mention) gives \($0) as the last day" }
      ?? "mention \(promise.mention) announces it"
    guard let term = promise.term, deed.date == nil || deed.date?.basis == .published else {
      return announced
    }
    var start = promise.made, end = term
    var why = announced
    let named = deed.mentions.prefix(Self.read).compactMap { mention in
      Terms.weekday(mention).map { (weekday: $0, mention: mention.id) }
    }
    if let (weekday, sayer) = named.first, named.allSatisfy({ $0.weekday == weekday }) {
      let day = term - (term.weekday - weekday + 7) % 7
      if promise.made.map({ day >= $0 }) ?? true {
        (start, end) = (day, day)
        why += ", and mention \(sayer) names the weekday"
      }
    }
    let date = DateInterval(start: start, end: end, granularity: start == end ? .day : .range, basis: .inferred)
    deed.date = date
    deed.reasons.append("dated \(DateMerging.text(date)): \(why)")
    for j in deed.mentions.indices where deed.mentions[j].date == nil { deed.mentions[j].date = date }
    return why
  }
}

import NewsEvents

/// What is known of an event from some of its mentions: all that linking compares. Profiles add up, so that a report is
/// compared with the whole event and not with one lucky member of it.
struct Profile: Sendable {
  var family: TypeFamily
  var types: Set<EventType>
  /// All parties stand on one footing in every mention.
  var mutual: Bool
  var actors: Side
  var recipients: Side
  var parties: Side

  /// The narrowest interval that all dated mentions allow; open sides are `Int32.min` and `.max`.
  var start = Int32.min
  var end = Int32.max
  var dated = false
  /// The days that articles without a date for it refer to, earliest and latest.
  var anchorStart = Int32.max
  var anchorEnd = Int32.min
  /// Said in a headline or a lead: then it is news of the article's day.
  var isNews = false

  var places = SmallSet()
  var placeCountries = SmallSet()
  var deaths: CountRange?
  var modes = SmallSet()
  var topics: UInt64 = 0
  var isByTelephone = false
  var reality: Reality
  var section: Section
  var articles: Set<Int32> = []
  /// The texts (an agency's, however often printed) that say it, with the place in the text.
  var printings: Set<Printing> = []

  /// A clause of a text that several articles print.
  struct Printing: Hashable, Sendable {
    var text: Int32
    /// FNV-1a over type, sentence and the trigger's place in it.
    var clause: UInt64

    init(text: Int32, _ mention: EventMention) {
      self.text = text
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      for byte in mention.type.rawValue.utf8 { mix(byte) }
      for byte in "\(mention.trigger.range.start - mention.sentence.range.start) ".utf8 { mix(byte) }
      for byte in mention.sentence.text.utf8 { mix(byte) }
      clause = hash
    }
  }

  /// Days between the two ends; `Int.max` with an open side.
  var width: Int { start == .min || end == .max ? .max : Int(end) - Int(start) }
  var isExactDay: Bool { dated && start == end }
  var hasAnchor: Bool { anchorStart <= anchorEnd }
}

/// Whether an event is told as a fact.
enum Reality: UInt8, Sendable, Hashable {
  case real, planned, denied, imagined

  init(_ status: EventStatus) {
    switch status {
    case .occurred, .ongoing, .historical: self = .real
    case .planned: self = .planned
    case .denied: self = .denied
    case .hypothetical: self = .imagined
    }
  }
}

extension Profile {
  /// The profile of one mention. `article` is the article's number, `text` that of its syndicated text.
  init(
    _ mention: EventMention, article: Int32, text: Int32?, anchor: Day?, interner: inout Interner
  ) {
    family = TypeFamily(mention.type)
    types = [mention.type]
    actors = Side(mention.actors, &interner)
    recipients = Side(mention.recipients, &interner)
    parties = actors.union(recipients)
    mutual = recipients.isEmpty && actors.countries.count + actors.groups.count >= 2
    if let date = mention.date, date.start != nil || date.end != nil, date.basis != .published {
      start = date.start?.number ?? .min
      end = date.end?.number ?? .max
      dated = start <= end
      if !dated { (start, end) = (.min, .max) }
    }
    if let anchor {
      anchorStart = anchor.number
      anchorEnd = anchor.number
    }
    isNews = mention.section == .title || mention.section == .lead
    if let place = mention.location {
      if let country = place.country { placeCountries.insert(interner.id(country)) }
      places.insert(interner.id(place.entity ?? "p:" + place.name.lowercased()))
    }
    deaths = mention.deaths
    isByTelephone = mention.modes.contains("phone")
    for mode in mention.modes { modes.insert(interner.id(mode)) }
    topics = TopicWords.topics(in: Self.clause(of: mention))
    reality = Reality(mention.status)
    section = mention.section
    articles = [article]
    if let text { printings = [Printing(text: text, mention)] }
  }

  /// The words around the trigger that probably belong to its clause: before the verb in Persian and Urdu, after it in
  /// Arabic.
  private static func clause(of mention: EventMention) -> ArraySlice<Unicode.Scalar> {
    let scalars = Array(mention.sentence.text.unicodeScalars)
    let from = Int(mention.trigger.range.start - mention.sentence.range.start)
    let to = Int(mention.trigger.range.end - mention.sentence.range.start)
    guard from >= 0, from <= to, to <= scalars.count else { return scalars[...] }
    let (before, after) = mention.language == .arabic ? (20, 90) : (90, 20)
    return scalars[max(0, from - before)..<min(scalars.count, to + after)]
  }

  mutating func formUnion(_ other: Profile) {
    types.formUnion(other.types)
    mutual = mutual && other.mutual
    actors.formUnion(other.actors)
    recipients.formUnion(other.recipients)
    parties.formUnion(other.parties)
    if other.dated {
      let low = max(start, other.start), high = min(end, other.end)
      if low <= high { (start, end) = (low, high) }
      dated = true
    }
    anchorStart = min(anchorStart, other.anchorStart)
    anchorEnd = max(anchorEnd, other.anchorEnd)
    isNews = isNews || other.isNews
    if places.count < 64 { places.formUnion(other.places) }
    placeCountries.formUnion(other.placeCountries)
    deaths = deaths ?? other.deaths
    modes.formUnion(other.modes)
    topics |= other.topics
    isByTelephone = isByTelephone || other.isByTelephone
    if reality != other.reality, other.reality == .real { reality = .real }
    articles.formUnion(other.articles)
    if printings.count < 256 { printings.formUnion(other.printings) }
  }
}

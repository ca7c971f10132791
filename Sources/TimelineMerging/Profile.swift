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
  /// Every day it has was carried over from another sentence of an article.
  var carriesDate = false
  /// The days that articles without a date for it refer to, earliest and latest.
  var anchorStart = Int32.max
  var anchorEnd = Int32.min
  /// Said in a headline or a lead: then it is news of the article's day.
  var isNews = false

  /// Towns, provinces, sites; not whole countries.
  var places = SmallSet()
  var placeCountries = SmallSet()
  var deaths: CountRange?
  var modes = SmallSet()
  /// What the clauses speak of, for each type of deed.
  var subjects: [EventType: UInt64] = [:]
  /// The subjects that the words of the deed themselves name: a return, a summons.
  var deed: UInt64 = 0
  /// Words of the sentences, as `ClauseWords` reads them.
  var gist: [UInt32] = []
  var isByTelephone = false
  var reality: Reality
  /// Every mention tells of what goes on, without a day.
  var isSeries: Bool
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
  /// A month at most.
  var isOfOneTime: Bool { dated && width <= 31 }
  var isExactDay: Bool { dated && start == end && !carriesDate }
  /// Everything it speaks of.
  var topics: UInt64 { subjects.values.reduce(0, |) }
  /// The interval for people: `2024-01-16`, `2024-01-16/2024-01-18`, `../2024-01-26`.
  var days: String {
    let a = start == .min ? ".." : Day(number: start).description, b = end == .max ? ".." : Day(number: end).description
    return a == b ? a : "\(a)/\(b)"
  }
  var hasAnchor: Bool { anchorStart <= anchorEnd }
}

extension EventMention {
  /// Whether its day stands in another sentence of the article, from which the coder took it over.
  var carriesDate: Bool { date?.quote.map { !sentence.range.overlaps($0.range) } ?? false }
}

/// Whether an event is told as a fact.
enum Reality: UInt8, Sendable, Hashable {
  case real, planned, denied, imagined

  /// For people.
  var word: String {
    switch self {
    case .real: "told as a fact"
    case .planned: "planned"
    case .denied: "denied"
    case .imagined: "imagined"
    }
  }

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
      carriesDate = dated && mention.carriesDate
    }
    if let anchor {
      anchorStart = anchor.number
      anchorEnd = anchor.number
    }
    isNews = mention.section == .title || mention.section == .lead
    if let place = mention.location {
      if let country = place.country { placeCountries.insert(interner.id(country)) }
      if !PlaceMerging.isCountry(place) {
        places.insert(interner.id(place.entity ?? "p:" + place.name.lowercased()))
      }
    }
    deaths = mention.deaths
    isByTelephone = mention.modes.contains("phone")
    for mode in mention.modes { modes.insert(interner.id(mode)) }
    let words = ClauseWords(mention)
    let named = (mention.actors + mention.recipients).reduce(0) { $0 | TopicWords.naming($1.sector) }
    let topics = words.topics & ~named
    subjects = topics == 0 ? [:] : [mention.type: topics]
    deed = words.deed & ~named
    gist = words.gist
    reality = Reality(mention.status)
    isSeries = mention.status == .ongoing && !dated
    section = mention.section
    articles = [article]
    if let text { printings = [Printing(text: text, mention)] }
  }

  /// The subjects that both speak of: of one type of deed where they share a type, of any otherwise.
  func commonTopics(with other: Profile) -> UInt64 {
    let types = types.intersection(other.types)
    guard !types.isEmpty else { return topics & other.topics }
    return types.reduce(0) { $0 | (subjects[$1] ?? 0) & (other.subjects[$1] ?? 0) }
  }

  /// Whether they are one clause of one text that several articles print.
  func sharesPrinting(with other: Profile) -> Bool {
    printings.count <= other.printings.count
      ? printings.contains(where: other.printings.contains) : other.printings.contains(where: printings.contains)
  }

  /// Days between two dated events that do not meet; 0 where a date is missing.
  func gap(to other: Profile) -> Int {
    guard dated, other.dated else { return 0 }
    return max(0, Int(max(start, other.start)) - Int(min(end, other.end)))
  }

  /// Whether an article tells of both.
  func sharesArticle(with other: Profile) -> Bool {
    articles.count <= other.articles.count
      ? articles.contains(where: other.articles.contains) : other.articles.contains(where: articles.contains)
  }

  /// Words beyond which an event's gist no longer grows: after some sentences it knows its words.
  private static let gistLimit = 96

  mutating func formUnion(_ other: Profile) {
    types.formUnion(other.types)
    mutual = mutual && other.mutual
    actors.formUnion(other.actors)
    recipients.formUnion(other.recipients)
    parties.formUnion(other.parties)
    if other.dated {
      let low = max(start, other.start), high = min(end, other.end)
      if low <= high {
        (start, end) = (low, high)
      } else if carriesDate, !other.carriesDate {
        (start, end) = (other.start, other.end)
      }
      carriesDate = (carriesDate || !dated) && other.carriesDate
      dated = true
    }
    anchorStart = min(anchorStart, other.anchorStart)
    anchorEnd = max(anchorEnd, other.anchorEnd)
    isNews = isNews || other.isNews
    if places.count < 64 { places.formUnion(other.places) }
    placeCountries.formUnion(other.placeCountries)
    deaths = deaths ?? other.deaths
    modes.formUnion(other.modes)
    subjects.merge(other.subjects) { $0 | $1 }
    deed |= other.deed
    if gist.count < Self.gistLimit { gist = ClauseWords.union(gist, other.gist, limit: Self.gistLimit) }
    isByTelephone = isByTelephone || other.isByTelephone
    if reality != other.reality, other.reality == .real { reality = .real }
    isSeries = isSeries && other.isSeries
    articles.formUnion(other.articles)
    if printings.count < 256 { printings.formUnion(other.printings) }
  }
}

import NewsEvents

/// What the sentences read so far let a later short mention mean.
struct Discourse: Sendable {
  /// Mentions per country of the current story, and the last place of each in the order of mentions.
  private(set) var counts: [PartyCode: Int] = [:]
  private(set) var lastSeen: [PartyCode: Int] = [:]
  private var clock = 0
  /// The subject of the last main clause.
  var lastSubject: PartyMention?
  /// The last one who was said to speak.
  var lastSpeaker: PartyMention?
  var lastGroup: PartyMention?
  private(set) var lastCountry: PartyMention?
  private(set) var lastOffice: PartyMention?
  var lastRegime: PartyMention?
  /// The last ministry named as one: وزارة الخارجية السورية.
  var lastMinistry: PartyMention?
  /// Last holder of each office.
  var offices: [Int: PartyMention] = [:]
  /// A person in office whose name was not given yet.
  var unnamed: PartyMention?
  /// Words beside an office that may be its holder's name.
  var possibleNames: [UInt64: PartyMention] = [:]
  /// Names that stood where only a person stands.
  private(set) var names: [UInt64: PartyMention] = [:]
  /// One bit for every name: most words are told by it to be none.
  private var nameBits: UInt64 = 0
  /// Index of the last town or region.
  var lastTown: Int?
  /// Attacks told so far, in order.
  var attacks: [(actors: [PartyMention], recipients: [PartyMention])] = []
  /// The last event of each type with its parties.
  var events = ByEventType<(actors: [PartyMention], recipients: [PartyMention])>()

  /// False for a word that is no name; every unknown word of every sentence asks.
  func mayBeName(_ word: UInt64) -> Bool { nameBits & Discourse.bit(word) != 0 }

  mutating func learn(_ word: UInt64, as party: PartyMention) {
    names[word] = party
    nameBits |= Discourse.bit(word)
  }

  private static func bit(_ word: UInt64) -> UInt64 { 1 << (word >> 58) }

  mutating func note(_ party: PartyMention) {
    clock += 1
    if let country = party.country, country.utf8.count == 3, !party.isPlaceOnly, !party.isAlias {
      counts[country, default: 0] += 1
      lastSeen[country] = clock
    }
    if party.isAlias { return }
    if party.country?.utf8.count == 3, !party.isPlaceOnly, !party.isMedia {
      if party.sector == nil, !party.isAdjective { lastCountry = party }
      if party.office != nil || party.sector == "GOV" || party.sector == "MIL", party.entity == nil {
        lastOffice = party
      }
    }
    if let sector = party.sector, sector == "REB" || sector == "PRM" || sector == "CRM", party.entity != nil {
      lastGroup = party
    }
    if let office = party.office, party.country != nil { offices[office] = party }
  }

  /// The two countries that the story is about, most mentioned first; the later mentioned on a tie.
  var dyad: [PartyCode] {
    guard let first = leading(besides: nil) else { return [] }
    guard let second = leading(besides: first) else { return [first] }
    return [first, second]
  }

  /// The most mentioned country, the later mentioned on a tie.
  private func leading(besides other: PartyCode?) -> PartyCode? {
    var best: (country: PartyCode, count: Int, seen: Int)?
    for (country, count) in counts where country != other {
      let seen = lastSeen[country] ?? 0
      if let b = best, count < b.count || count == b.count && seen < b.seen { continue }
      best = (country, count, seen)
    }
    return best?.country
  }

  /// Whether two countries are so much more frequent than all others that the story is about them.
  var isBilateral: Bool {
    guard counts.count >= 2 else { return false }
    var (first, second, third) = (0, 0, 0)
    for count in counts.values {
      if count > first {
        (first, second, third) = (count, first, second)
      } else if count > second {
        (second, third) = (count, second)
      } else if count > third {
        third = count
      }
    }
    return counts.count == 2 || second >= 2 * third
  }

  var mainCountry: PartyCode? {
    leading(besides: nil)
  }

  /// The most mentioned one that is a state.
  var mainState: PartyCode? {
    counts.filter { PartyMention.isState($0.key) }
      .max { a, b in a.value != b.value ? a.value < b.value : (lastSeen[a.key] ?? 0) < (lastSeen[b.key] ?? 0) }?.key
  }
}

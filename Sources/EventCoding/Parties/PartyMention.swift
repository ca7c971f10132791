import NewsEvents

/// The number of an entity among those of a lexicon.
struct EntityNumber: Sendable, Hashable {
  let rawValue: Int32
  /// The code of an entity that is a country.
  let country: PartyCode?
}

/// A country, group, office or person as one sentence names it; resolved as far as the article allows.
///
/// Numbers and codes only: it is copied many times in every sentence, and a copy counts no references.
public struct PartyMention: Sendable, Hashable {
  /// Token indices of the words, apposition included.
  public var tokens: Range<Int>
  public var country: PartyCode?
  public var sector: PartyCode?
  /// What the lexicon knows it as: its id and its name are those of `CoderTables.entities`.
  var entity: EntityNumber?
  /// Index of the lexicon's actor whose PLOVER contexts it brings (terrorism …).
  var contextsOf: Int?
  /// Whether it is a person or the holder of an office, not a state or body.
  public var isPerson = false
  /// An adjective of nationality or a capital: it may modify a noun or name a place.
  public var isAdjective = false
  /// The index of a place in the lexicon when the same words name one.
  public var place: Int?
  /// Only a place; a party at most in the sense of who was hit there.
  public var isPlaceOnly = false
  /// An outlet or agency: it reports, it does not act.
  public var isMedia = false
  /// A generic agent or office without a country beside it.
  public var needsCountry = false
  /// A nationality beside a noun of people that is no office or body: پاکستانی اداکارہ, بازیگر ایرانی.
  public var isPrivate = false
  /// An office id, for its counterpart and for later short mentions.
  public var office: Int?
  /// سفيرها, سفیر خود: of the one who acts.
  public var isOwned = false
  /// نظيره, همتای او: the holder of the same office elsewhere.
  public var isCounterpart = false
  /// A pronoun or alias that was resolved elsewhere.
  public var isAlias = false
  /// Both of two parties stand for one phrase (دو کشور): the second shares the words of the first.
  public var sharesWords = false

  public init(tokens: Range<Int>, country: PartyCode? = nil, sector: PartyCode? = nil) {
    self.tokens = tokens
    self.country = country
    self.sector = sector
  }

  /// The country as such, not somebody in it.
  var isCountryItself: Bool { country != nil && entity?.country == country }

  var isKnown: Bool { country != nil || sector != nil }

  /// A country, not one of PLOVER's codes for organisations and companies: those have no government or police.
  static func isState(_ code: PartyCode) -> Bool {
    code.utf8.count == 3 && !organisations.contains(code)
  }

  private static let organisations: [PartyCode] = ["IGO", "NGO", "MNC", "IMG", "NGM", "UNO"]

  /// The same party for counting and comparing: country and sector, or the entity of a group.
  func isSame(as other: PartyMention) -> Bool {
    if let country, let theirs = other.country { return country == theirs && sector == other.sector }
    if let entity, let theirs = other.entity { return entity == theirs }
    return country == other.country && sector == other.sector
  }
}

extension [PartyMention] {
  /// How many countries there are among them.
  var distinctCountries: Int { distinctCountries(besides: []) }

  /// How many countries there are among them that the others do not have.
  private func distinctCountries(besides others: [PartyMention]) -> Int {
    var n = 0
    for i in indices {
      guard let country = self[i].country else { continue }
      let isKnown = others.contains { $0.country == country } || (0..<i).contains { self[$0].country == country }
      if !isKnown { n += 1 }
    }
    return n
  }

  /// How many countries there are among these and `others`.
  func distinctCountries(with others: [PartyMention]) -> Int {
    distinctCountries + others.distinctCountries(besides: self)
  }
}

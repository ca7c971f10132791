import NewsEvents

/// The parties on one side of an event, as far as linking compares them.
struct Side: Sendable {
  /// Country codes, also of parts of a state: a country contains its army, its government and its people.
  var countries = SmallSet()
  /// Countries that act through their own institutions or that are named as such; not through rebels living there.
  var states = SmallSet()
  /// Named organisations that are no part of a state: two different ones are two parties.
  var groups = SmallSet()
  /// Named persons and institutions of a state: the same one is evidence, another one is not evidence against.
  var people = SmallSet()
  /// An armed group that the text does not name.
  var unnamedGroup = false

  var isEmpty: Bool { countries.isEmpty && groups.isEmpty && people.isEmpty && !unnamedGroup }
  /// Armed groups only, no country.
  var isOnlyGroups: Bool { countries.isEmpty && (unnamedGroup || !groups.isEmpty) }

  init() {}

  init(_ parties: [Party], _ interner: inout Interner) {
    for party in parties {
      let armed = Sectors.isNonState(party.sector)
      if let country = party.country {
        let id = interner.id(country)
        if !(armed && party.entity != nil) { countries.insert(id) }
        if !armed { states.insert(id) }
      }
      if let key = PartyIdentity.key(party), key != party.country {
        let id = interner.id(key)
        if armed || party.country == nil { groups.insert(id) } else { people.insert(id) }
      } else if armed {
        unnamedGroup = true
      }
    }
  }

  mutating func formUnion(_ other: Side) {
    countries.formUnion(other.countries)
    states.formUnion(other.states)
    if groups.count < 64 { groups.formUnion(other.groups) }
    if people.count < 64 { people.formUnion(other.people) }
    unnamedGroup = unnamedGroup || other.unnamedGroup
  }

  func union(_ other: Side) -> Side {
    var out = self
    out.formUnion(other)
    return out
  }
}

/// PLOVER sectors, divided by whether a state answers for them.
enum Sectors {
  static func isNonState(_ sector: String?) -> Bool {
    switch sector {
    case "REB", "UAF", "CRM", "PRE", "PRM": true
    default: false
    }
  }
}

/// What makes two parties one across languages: the lexicon's id first, else a name.
enum PartyIdentity {
  static func key(_ party: Party) -> String? {
    if let entity = party.entity { return isSurname(entity) ? nil : entity }
    if let name = party.name { return "n:" + name.lowercased() }
    return nil
  }

  /// The key of an unknown person by one word, which any namesake shares.
  private static func isSurname(_ entity: String) -> Bool {
    entity.hasPrefix(PersonKeys.prefix) && !entity.utf8.contains(UInt8(ascii: "-"))
  }
}

import NewsEvents

extension Affinity {
  /// False when the parties exclude each other.
  mutating func weighParties(_ a: Profile, _ b: Profile) -> Bool {
    if a.family.ignoresRoles || (a.mutual && b.mutual) { return weighTogether(a, b) }
    if a.mutual != b.mutual {
      let directed = a.mutual ? b : a
      return directed.recipients.isEmpty && directed.actors.isEmpty
    }
    let before = self
    var actors = weighSide(a.actors, b.actors, "actor", a, b)
    if actors == nil, Self.isOneDeed(a, b) {
      self = before
      subtract(10, "who did it is disputed")
      actors = .nothing
    }
    guard let actors, let recipients = weighSide(a.recipients, b.recipients, "recipient", a, b) else { return false }
    if actors != .nothing, recipients != .nothing {
      partiesAgree = true
      // "Pakistan's police" and "people in Pakistan" are one country's news, not two sides.
      if actors == .group || recipients == .group || !isDomestic(a, b) {
        add(0, marks: 1, "both sides agree")
        isNamedDeed = actors == .group || recipients == .group
      }
    } else if actors == .group || recipients == .group {
      partiesAgree = true
      add(0, marks: 1, "a named group in both")
    }
    return true
  }

  /// Whether day, place and toll show one attack although the texts name other doers.
  private static func isOneDeed(_ a: Profile, _ b: Profile) -> Bool {
    guard a.family == .assault, a.isExactDay, b.isExactDay, a.start == b.start, a.places.intersects(b.places),
      a.recipients.countries.intersects(b.recipients.countries), let x = a.deaths?.min, let y = b.deaths?.min
    else { return false }
    return x == y && x > 1
  }

  private func isDomestic(_ a: Profile, _ b: Profile) -> Bool {
    a.actors.countries.count == 1 && a.actors.countries == a.recipients.countries
      || b.actors.countries.count == 1 && b.actors.countries == b.recipients.countries
  }

  /// Events whose parties stand on one footing: all parties of both are compared at once.
  private mutating func weighTogether(_ a: Profile, _ b: Profile) -> Bool {
    let names = names
    let x = a.parties, y = b.parties
    guard !x.isEmpty, !y.isEmpty else { return false }
    if x.countries.isEmpty && y.countries.isEmpty {
      let common = x.groups.common(y.groups)
      guard !common.isEmpty || x.groups.isEmpty || y.groups.isEmpty else { return false }
      partiesAgree = !common.isEmpty
      add(25 * min(common.count, 2), marks: min(common.count, 1), "same parties: \(names(common))")
      return true
    }
    let common = x.countries.common(y.countries)
    guard !common.isEmpty else { return false }
    partiesAgree = common.count > 1
    let pair = common.count > 1 ? 1 : 0
    if x.countries == y.countries {
      add(common.count > 1 ? 40 : 20, marks: pair, "same parties: \(names(common))")
    } else if x.countries.isSubset(of: y.countries) || y.countries.isSubset(of: x.countries) {
      add(common.count > 1 ? 30 : 8, marks: pair, "parties in common: \(names(common))")
    } else {
      return false
    }
    // Praise and help have a giver and a taker: who praises back does another thing.
    if a.types.isSubset(of: Self.oneWay), b.types.isSubset(of: Self.oneWay), a.mutual != b.mutual || Self.opposed(a, b)
    {
      subtract(25, "giver and taker change places")
    }
    if !x.groups.isEmpty, !y.groups.isEmpty {
      let groups = x.groups.common(y.groups)
      if groups.isEmpty { return false }
      add(15, marks: 1, "same group: \(names(groups))")
    }
    weighPeople(x, y)
    return true
  }

  private static let oneWay: Set<EventType> = [.support, .aid, .concede]

  /// Whether only praise or help is told, whose giver and taker differ.
  static func isOneWay(_ types: Set<EventType>) -> Bool { types.isSubset(of: oneWay) }

  /// The giver of one is the taker of the other.
  private static func opposed(_ a: Profile, _ b: Profile) -> Bool {
    !a.actors.countries.isEmpty && !b.actors.countries.isEmpty && !a.actors.countries.intersects(b.actors.countries)
  }

  private mutating func weighPeople(_ x: Side, _ y: Side) {
    let names = names
    let people = x.people.common(y.people)
    if !people.isEmpty {
      add(min(10, 5 * people.count), marks: people.count > 1 ? 1 : 0, "same person or institution: \(names(people))")
    }
  }

  /// How two sides agree.
  private enum Agreement {
    /// One of them says nothing.
    case nothing
    case country, group
  }

  /// One role of a one-sided event. nil when the two sides exclude each other.
  private mutating func weighSide(
    _ x: Side, _ y: Side, _ role: String, _ a: Profile, _ b: Profile
  ) -> Agreement? {
    let names = names
    if x.isEmpty || y.isEmpty { return .nothing }
    let groups = x.groups.common(y.groups)
    if !groups.isEmpty {
      add(25, "same \(role): \(names(groups))")
      return .group
    }
    if !x.groups.isEmpty, !y.groups.isEmpty, x.countries.isEmpty || y.countries.isEmpty { return nil }
    let countries = x.countries.common(y.countries)
    if !countries.isEmpty {
      // A state and a group that fights it share a country and nothing else.
      if x.states.isEmpty != y.states.isEmpty { return nil }
      weighPeople(x, y)
      // "The armies of both" is another doer than the army of one.
      guard role != "actor" || x.countries.isSubset(of: y.countries) && x.countries.count == y.countries.count else {
        add(10, "among the actors: \(names(countries))")
        return .nothing
      }
      add(x.countries == y.countries ? 20 : 15, "same \(role): \(names(countries))")
      return .country
    }
    if !x.countries.isEmpty, !y.countries.isEmpty { return nil }
    if x.isOnlyGroups, y.isOnlyGroups {
      add(8, "\(role) an armed group in both")
      return .country
    }
    guard x.isOnlyGroups || y.isOnlyGroups else { return .nothing }
    // A country on one side, a group on the other: the country is meant as the ground where the group was hit. A group
    // as actor is never that country.
    if role == "actor" { return nil }
    let (country, host) = x.isOnlyGroups ? (y, a) : (x, b)
    if host.placeCountries.isEmpty {
      add(2, "\(role): a group, and the country it was hit in")
    } else if host.placeCountries.intersects(country.countries) {
      add(10, marks: 1, "\(role): a group in \(names(host.placeCountries.common(country.countries)))")
    } else {
      return nil
    }
    return .country
  }
}

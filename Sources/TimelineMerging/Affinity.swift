import NewsEvents

/// How much speaks for two profiles being one event, and what.
///
/// A sum of points, each with its reason; a contradiction that no event survives (other parties, disjoint dates) is a
/// veto. The weights order the evidence: the same parties and the same day make an event, either alone does not.
struct Affinity {
  private(set) var points = 0
  private(set) var reasons: [String] = []
  /// Neither a day nor the article's own day places one of the two in time.
  private(set) var timeless = false
  /// Whether reasons are written; a search for the best partner needs only the points.
  private let explains: Bool

  private init(explains: Bool) { self.explains = explains }

  private mutating func add(_ n: Int, _ reason: @autoclosure () -> String) {
    points += n
    if explains, n > 0 { reasons.append(reason()) }
  }

  /// Two profiles of one article.
  static let withinArticle = 45
  /// Two profiles of different articles.
  static let acrossArticles = 50

  /// nil when the two cannot be one event.
  static func between(
    _ a: Profile, _ b: Profile, sameArticle: Bool, distance: Int = 0, interner: Interner, explains: Bool = false
  ) -> Affinity? {
    guard a.family == b.family else { return nil }
    var out = Affinity(explains: explains)
    if !sameArticle, !a.printings.isDisjoint(with: b.printings) {
      guard max(a.start, b.start) <= min(a.end, b.end) else { return nil }
      out.add(200, "the same clause of one text that several outlets print")
      return out
    }
    guard out.weighReality(a, b, sameArticle: sameArticle), out.weighParties(a, b, interner),
      out.weighDates(a, b, sameArticle: sameArticle), out.weighPlaces(a, b, interner), out.weighDeaths(a, b),
      out.weighTypes(a, b, sameArticle: sameArticle, distance: distance, interner)
    else { return nil }
    return out
  }

  // MARK: Reality

  private mutating func weighReality(_ a: Profile, _ b: Profile, sameArticle: Bool) -> Bool {
    if a.section == .embedded || b.section == .embedded, sameArticle, a.section != b.section { return false }
    if a.reality == b.reality { return a.reality != .imagined || sameArticle }
    if a.reality == .imagined || b.reality == .imagined { return false }
    guard a.dated, b.dated, !a.types.isDisjoint(with: b.types) else { return false }
    if a.reality == .denied || b.reality == .denied { return true }
    // A plan is fulfilled on its day, or when its term is out; what happened before is another story.
    let (plan, deed) = a.reality == .planned ? (a, b) : (b, a)
    guard plan.end != .max, deed.start != .min else { return false }
    return abs(Int(plan.end) - Int(deed.start)) <= 1 || plan.width <= 7
  }

  // MARK: Parties

  private mutating func weighParties(_ a: Profile, _ b: Profile, _ interner: Interner) -> Bool {
    if a.family.ignoresRoles || (a.mutual && b.mutual) {
      return weighTogether(a, b, interner)
    }
    if a.mutual != b.mutual {
      guard !(a.mutual ? b : a).recipients.isEmpty || !(a.mutual ? b : a).actors.isEmpty else { return true }
      return false
    }
    guard weighSide(a.actors, b.actors, "actor", a, b, interner) else { return false }
    return weighSide(a.recipients, b.recipients, "recipient", a, b, interner)
  }

  /// Events whose parties stand on one footing: all parties of both are compared at once.
  private mutating func weighTogether(_ a: Profile, _ b: Profile, _ interner: Interner) -> Bool {
    let x = a.parties, y = b.parties
    guard !x.isEmpty, !y.isEmpty else { return false }
    if x.countries.isEmpty && y.countries.isEmpty {
      let common = x.groups.common(y.groups)
      guard !common.isEmpty || x.groups.isEmpty || y.groups.isEmpty else { return false }
      add(25 * min(common.count, 2), "same parties: \(Self.list(common, interner))")
      return true
    }
    let common = x.countries.common(y.countries)
    guard !common.isEmpty else { return false }
    if x.countries == y.countries {
      add(common.count > 1 ? 40 : 20, "same parties: \(Self.list(common, interner))")
    } else if x.countries.isSubset(of: y.countries) || y.countries.isSubset(of: x.countries) {
      add(common.count > 1 ? 30 : 12, "parties in common: \(Self.list(common, interner))")
    } else {
      return false
    }
    // Praise and help have a giver and a taker: who praises back does another thing.
    if a.types.isSubset(of: Self.oneWay), b.types.isSubset(of: Self.oneWay), a.mutual != b.mutual || Self.opposed(a, b)
    {
      points -= 25
    }
    if !x.groups.isEmpty, !y.groups.isEmpty {
      let groups = x.groups.common(y.groups)
      if groups.isEmpty { return false }
      add(15, "same group: \(Self.list(groups, interner))")
    }
    weighPeople(x, y, interner)
    return true
  }

  private static let oneWay: Set<EventType> = [.support, .aid, .concede]

  /// The giver of one is the taker of the other.
  private static func opposed(_ a: Profile, _ b: Profile) -> Bool {
    !a.actors.countries.isEmpty && !b.actors.countries.isEmpty && !a.actors.countries.intersects(b.actors.countries)
  }

  private mutating func weighPeople(_ x: Side, _ y: Side, _ interner: Interner) {
    let people = x.people.common(y.people)
    if !people.isEmpty { add(min(10, 5 * people.count), "same person or institution: \(Self.list(people, interner))") }
  }

  /// One role of a one-sided event. False when the two sides exclude each other.
  private mutating func weighSide(
    _ x: Side, _ y: Side, _ role: String, _ a: Profile, _ b: Profile, _ interner: Interner
  ) -> Bool {
    if x.isEmpty || y.isEmpty { return true }
    let groups = x.groups.common(y.groups)
    if !groups.isEmpty {
      add(25, "same \(role): \(Self.list(groups, interner))")
      return true
    }
    if !x.groups.isEmpty, !y.groups.isEmpty, x.countries.isEmpty || y.countries.isEmpty { return false }
    let countries = x.countries.common(y.countries)
    if !countries.isEmpty {
      // A state and a group that fights it share a country and nothing else.
      if x.states.isEmpty != y.states.isEmpty { return false }
      add(x.countries == y.countries ? 20 : 15, "same \(role): \(Self.list(countries, interner))")
      weighPeople(x, y, interner)
      return true
    }
    if !x.countries.isEmpty, !y.countries.isEmpty { return false }
    if x.isOnlyGroups, y.isOnlyGroups {
      add(8, "\(role) an armed group in both")
      return true
    }
    guard x.isOnlyGroups || y.isOnlyGroups else { return true }
    // A country on one side, a group on the other: the country is meant as the ground where the group was hit. A group
    // as actor is never that country.
    if role == "actor" { return false }
    let (country, host) = x.isOnlyGroups ? (y, a) : (x, b)
    if host.placeCountries.isEmpty {
      add(2, "\(role): a group, and the country it was hit in")
    } else if host.placeCountries.intersects(country.countries) {
      add(10, "\(role): a group in \(Self.list(host.placeCountries.common(country.countries), interner))")
    } else {
      return false
    }
    return true
  }

  // MARK: Dates

  private mutating func weighDates(_ a: Profile, _ b: Profile, sameArticle: Bool) -> Bool {
    switch (a.dated, b.dated) {
    case (true, true):
      let low = max(a.start, b.start), high = min(a.end, b.end)
      guard low <= high else { return false }
      switch max(a.width, b.width) {
      case 0: add(40, "same day \(Day(number: low))")
      case 1...2: add(35, "same days \(Day(number: low)) … \(Day(number: high))")
      case 3...7: add(22, "dates meet around \(Day(number: low))")
      case 8...31: add(14, "dates meet in \(Day(number: low)) … \(Day(number: high))")
      default: add(5, "dates do not contradict")
      }
    case (false, false):
      return weighAnchors(a, b, sameArticle: sameArticle)
    case (true, false): return weighAgainstAnchor(dated: a, undated: b, sameArticle: sameArticle)
    case (false, true): return weighAgainstAnchor(dated: b, undated: a, sameArticle: sameArticle)
    }
    return true
  }

  private mutating func weighAnchors(_ a: Profile, _ b: Profile, sameArticle: Bool) -> Bool {
    if sameArticle {
      add(10, "same article")
      return true
    }
    guard a.hasAnchor, b.hasAnchor else {
      timeless = true
      return true
    }
    let gap = max(0, max(Int(a.anchorStart) - Int(b.anchorEnd), Int(b.anchorStart) - Int(a.anchorEnd)))
    guard gap <= (a.family.isTalk ? 7 : 30) else { return false }
    if gap <= 3 { add(12, "articles of the same days") }
    return true
  }

  private mutating func weighAgainstAnchor(dated: Profile, undated: Profile, sameArticle: Bool) -> Bool {
    if sameArticle {
      add(10, "same article, dated \(Day(number: dated.start == .min ? dated.end : dated.start)) elsewhere in it")
      return true
    }
    guard undated.hasAnchor else {
      timeless = true
      return true
    }
    let low = dated.start == .min ? dated.end : dated.start
    let high = dated.end == .max ? dated.start : dated.end
    if undated.reality == .real, Int(low) > Int(undated.anchorEnd) + 1 { return false }
    let age = max(0, Int(undated.anchorStart) - Int(high))
    if undated.isNews && undated.family.isTalk {
      guard age <= 10 else { return false }
    }
    switch age {
    case 0...3: add(undated.isNews ? 22 : 14, "told within three days of \(Day(number: high))")
    case 4...10: add(10, "told in the days after \(Day(number: high))")
    case 11...60: points += undated.family.isTalk ? -5 : 5
    case 61...400: points -= 10
    default: points -= 25
    }
    return true
  }

  // MARK: Places, victims, kinds

  private mutating func weighPlaces(_ a: Profile, _ b: Profile, _ interner: Interner) -> Bool {
    let same = a.places.common(b.places)
    if !same.isEmpty {
      add(12, "same place: \(Self.list(same, interner))")
      return true
    }
    if a.placeCountries.isEmpty || b.placeCountries.isEmpty { return true }
    if a.placeCountries.intersects(b.placeCountries) {
      points += 3
    } else if a.family.isLocal {
      return false
    } else {
      points -= 10
    }
    return true
  }

  private mutating func weighDeaths(_ a: Profile, _ b: Profile) -> Bool {
    guard let x = a.deaths, let y = b.deaths else { return true }
    if x.min == y.min, let n = x.min {
      add(n > 1 ? 15 : 5, "same number of dead: \(n)")
    } else if (x.min ?? 0) <= (y.max ?? .max) && (y.min ?? 0) <= (x.max ?? .max) {
      points += 2
    } else {
      // Tolls rise from report to report of one day; without the day, another toll is another attack.
      guard a.dated, b.dated, max(a.width, b.width) <= 1 else { return false }
      points -= 8
    }
    return true
  }

  private mutating func weighTypes(
    _ a: Profile, _ b: Profile, sameArticle: Bool, distance: Int, _ interner: Interner
  ) -> Bool {
    let types = a.types.intersection(b.types)
    let shared = a.topics & b.topics
    let sameDay = a.dated && b.dated && max(a.width, b.width) <= 2
    if !types.isEmpty {
      add(15, "same type \(types.map(\.rawValue).sorted().joined(separator: "/"))")
    } else {
      guard weighKinds(a, b, sameArticle: sameArticle, sameDay: sameDay, distance: distance, shared: shared) else {
        return false
      }
    }
    let modes = a.modes.common(b.modes)
    if !modes.isEmpty {
      add(8, "same mode: \(Self.list(modes, interner))")
    } else if !a.modes.isEmpty, !b.modes.isEmpty {
      points -= a.types == [.consult] && b.types == [.consult] ? 30 : 3
    }
    if shared != 0 {
      add(min(20, 8 * shared.nonzeroBitCount), "same subject")
    } else if a.family.isTalk, a.topics != 0, b.topics != 0 {
      // One article that speaks of two subjects tells two events, unless a day or its headline holds them together.
      points -= sameArticle && !types.isEmpty && !(a.dated && b.dated) && !(a.isNews || b.isNews) ? 25 : 8
    }
    if sameArticle, distance > 0 { points += distance <= 300 ? 6 : distance > 1500 ? -4 : 0 }
    // Praise that nothing places in time is not the praise beside some agreement.
    if timeless, a.family.isTalk, a.types.isSubset(of: Self.oneWay) != b.types.isSubset(of: Self.oneWay) {
      return false
    }
    // Words without a day recur: only much in common says that they are the same words.
    return !(timeless && a.family.isTalk && shared.nonzeroBitCount < 2)
  }

  /// Two kinds of word about one occasion: a common day says so, or in one article a common subject or, for talks and
  /// what came of them, the neighbouring sentence.
  private mutating func weighKinds(
    _ a: Profile, _ b: Profile, sameArticle: Bool, sameDay: Bool, distance: Int, shared: UInt64
  ) -> Bool {
    guard TypeFamily.kin(a.types, b.types) else {
      points -= 10
      return sameDay
    }
    if sameDay { return true }
    // A telephone call prepares what is agreed later; a meeting ends in it.
    if a.isByTelephone || b.isByTelephone { return false }
    guard sameArticle else { return false }
    if a.types.union(b.types).isSuperset(of: [.agree, .consult]), distance <= 600 {
      add(8, "talks and their outcome in neighbouring sentences")
      return true
    }
    return shared != 0
  }

  private static func list(_ ids: [Int32], _ interner: Interner) -> String {
    ids.map { name(interner[$0]) }.sorted().joined(separator: ", ")
  }

  /// The readable part of an interned key.
  private static func name(_ key: String) -> String {
    key.hasPrefix("n:") || key.hasPrefix("p:") ? String(key.dropFirst(2)) : key
  }
}

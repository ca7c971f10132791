import NewsEvents

/// Finds the events that a report may belong to without looking at all of them.
///
/// An event is filed by family and country pair, by a lone country, by named group and by printed text, in buckets of
/// eight days; a report asks the buckets its own dates allow. Buckets of one key hold only the events of that key and
/// week, so a search costs what happened then between these parties, not the size of the archive.
struct ClusterIndex {
  private enum Kind: UInt8, Hashable {
    case pair, anyOf, only, group, text, toll
  }

  private struct Key: Hashable {
    var family: TypeFamily
    var kind: Kind
    var a: Int32
    var b: Int32
    var bucket: Int32
  }

  /// The bucket of events without a date, or with one so wide that it fills many buckets.
  private static let loose = Int32.max
  /// Searches that nothing dates stop where there are more events than this: joining one would be a guess.
  private static let ambiguous = 64

  private var files: [Key: [Int32]] = [:]
  /// All events of a key, in any bucket, until there are too many to choose among.
  private var open: [Key: [Int32]] = [:]

  /// Files a new event.
  mutating func insert(_ cluster: Int32, _ profile: Profile) {
    for key in Self.keys(profile) { file(cluster, key) }
  }

  /// Files an event again, under what a joining report adds to it.
  mutating func extend(_ cluster: Int32, from old: Profile, by report: Profile) {
    // A report that names nothing new is filed where the event is.
    guard
      !report.parties.countries.isSubset(of: old.parties.countries)
        || !report.parties.groups.isSubset(of: old.parties.groups)
        || !report.placeCountries.isSubset(of: old.placeCountries)
        || !report.printings.isSubset(of: old.printings)
    else { return }
    var new = old
    // No key depends on them, and they are as many as the event's articles.
    new.articles = []
    new.formUnion(report)
    let known = Set(Self.keys(old))
    for key in Self.keys(new) where !known.contains(key) { file(cluster, key) }
  }

  private mutating func file(_ cluster: Int32, _ key: Key) {
    if files[key, default: []].last != cluster { files[key, default: []].append(cluster) }
    var all = key
    all.bucket = 0
    if let count = open[all]?.count, count > Self.ambiguous || open[all]?.last == cluster { return }
    open[all, default: []].append(cluster)
  }

  private static func keys(_ profile: Profile) -> [Key] {
    let buckets = buckets(profile).map { Array($0) } ?? [loose]
    return filed(profile).flatMap { kind, a, b in
      buckets.map { Key(family: profile.family, kind: kind, a: a, b: b, bucket: $0) }
    }
  }

  /// The events that share a party key and a week with the report, in order of creation.
  func candidates(_ profile: Profile) -> [Int32] {
    var found: Set<Int32> = []
    let buckets = Self.searched(profile)
    for (kind, a, b) in Self.asked(profile) {
      if let buckets {
        for bucket in buckets {
          found.formUnion(files[Key(family: profile.family, kind: kind, a: a, b: b, bucket: bucket)] ?? [])
        }
        found.formUnion(
          files[Key(family: profile.family, kind: kind, a: a, b: b, bucket: Self.loose)]?.prefix(Self.ambiguous) ?? [])
      } else {
        let all = open[Key(family: profile.family, kind: kind, a: a, b: b, bucket: 0)] ?? []
        if all.count <= Self.ambiguous { found.formUnion(all) }
      }
    }
    return found.sorted()
  }

  private static func bucket(_ day: Int32) -> Int32 { day >> 3 }

  /// nil when the event has no date or a wide one.
  private static func buckets(_ profile: Profile) -> ClosedRange<Int32>? {
    if profile.dated, profile.width <= 62 { return bucket(profile.start)...bucket(profile.end) }
    guard !profile.dated, profile.hasAnchor else { return nil }
    return bucket(profile.anchorStart)...bucket(profile.anchorEnd)
  }

  /// The weeks to search; nil for all.
  private static func searched(_ profile: Profile) -> ClosedRange<Int32>? {
    if profile.dated {
      guard profile.width <= 400 else { return nil }
      // An undated event is filed under its article's day, which follows the event.
      // A week before it stands what it may be mistaken for.
      return bucket(profile.start &- 7)...bucket(profile.end &+ 16)
    }
    guard profile.hasAnchor else { return nil }
    return bucket(profile.anchorStart &- 120)...bucket(profile.anchorEnd &+ 8)
  }

  private static func filed(_ profile: Profile) -> [(Kind, Int32, Int32)] {
    var keys = grounds(profile)
    let countries = self.countries(profile)
    for country in countries { keys.append((.anyOf, country, 0)) }
    if countries.count == 1 { keys.append((.only, countries[0], 0)) }
    return keys
  }

  private static func asked(_ profile: Profile) -> [(Kind, Int32, Int32)] {
    var keys = grounds(profile)
    let countries = self.countries(profile)
    if countries.count == 1 {
      keys.append((.anyOf, countries[0], 0))
    } else {
      for country in countries { keys.append((.only, country, 0)) }
    }
    return keys
  }

  /// Pairs, groups, tolls and printed texts: filed and asked alike.
  private static func grounds(_ profile: Profile) -> [(Kind, Int32, Int32)] {
    var keys: [(Kind, Int32, Int32)] = []
    let countries = self.countries(profile)
    for (i, a) in countries.enumerated() {
      for b in countries[(i + 1)...] { keys.append((.pair, a, b)) }
    }
    for group in profile.parties.groups.items.prefix(6) { keys.append((.group, group, 0)) }
    // Texts that differ on who did it agree on where and how many died.
    if let toll = profile.deaths?.min, toll > 1 {
      for place in profile.places.items.prefix(3) { keys.append((.toll, place, Int32(clamping: toll))) }
    }
    for text in Set(profile.printings.map(\.text)) { keys.append((.text, text, 0)) }
    return keys
  }

  /// Countries of the parties and of the ground.
  private static func countries(_ profile: Profile) -> [Int32] {
    Array(profile.parties.countries.union(profile.placeCountries).items.prefix(6))
  }
}

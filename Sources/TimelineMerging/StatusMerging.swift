import NewsEvents

/// Whether the event happened, according to all its mentions.
enum StatusMerging {
  /// What is told as a fact outweighs the plan it fulfils; a denial counts only where nobody tells a fact.
  static func status(_ evidence: [Evidence]) -> EventStatus {
    let said = Set(evidence.map(\.mention.status))
    for status in [EventStatus.occurred, .ongoing, .historical, .planned, .denied, .hypothetical]
    where said.contains(status) { return status }
    return .occurred
  }

  /// Some tell it as a fact and others deny it.
  static func conflict(_ evidence: [Evidence]) -> Conflict? {
    let said = Set(evidence.map(\.mention.status))
    guard said.contains(.denied), said.count > 1 else { return nil }
    let ranked = Ballot.ranked(evidence) { $0.mention.status.rawValue }
    return Conflict(field: "status", values: ranked.map { Conflict.Value(value: $0.value, mentions: $0.mentions) })
  }
}

/// Where the event took place, according to all its mentions.
enum PlaceMerging {
  /// The place that most texts name; of two that one text each names, the one that is no mere country.
  static func place(_ evidence: [Evidence]) -> Place? {
    func key(_ place: Place) -> String { place.entity ?? place.name }
    let ranked = Ballot.ranked(evidence) { $0.mention.location.map(key) }
    var best: (place: Place, texts: Int, precise: Bool)?
    for (value, _) in ranked {
      let sayers = evidence.filter { $0.mention.location.map(key) == value }
      guard let place = sayers.first?.mention.location else { continue }
      let texts = Set(sayers.map(\.text)).count
      let precise = !isCountry(place)
      if let now = best, !(precise && !now.precise) { continue }
      best = (place, texts, precise)
    }
    return best?.place
  }

  /// A location that only names the country.
  static func isCountry(_ place: Place) -> Bool {
    guard let country = place.country else { return false }
    if place.entity == country { return true }
    guard let name = NameTable.builtin.name(country) else { return false }
    return name.text.en == place.name || name.text.en == "the " + place.name
  }
}

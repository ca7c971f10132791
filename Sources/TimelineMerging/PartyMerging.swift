import NewsEvents

/// The parties of an event according to all its mentions.
struct PartyMerging {
  let actors: [Party]
  let recipients: [Party]
  /// Who did it, when texts name different states.
  let conflict: Conflict?

  init(_ evidence: [Evidence], type: EventType, mutual: Bool) {
    let own = evidence.filter { $0.mention.type == type }
    let used = own.isEmpty ? evidence : own
    let mutual = mutual || Self.isTogether(used, type)
    let directed = !mutual && !TypeFamily(type).ignoresRoles
    let ranked = Ballot.ranked(used) { item in
      let states = Set(item.mention.actors.filter { !Sectors.isNonState($0.sector) }.compactMap(\.country))
      return states.isEmpty ? nil : states.sorted().joined(separator: ", ")
    }
    let sets = ranked.map { Set($0.value.split(separator: ",").map { $0.drop { $0 == " " } }) }
    let disagree = directed && sets.contains { a in sets.contains { a.isDisjoint(with: $0) } }
    if mutual {
      actors = Self.merge(used, { $0.actors + $0.recipients }, fallback: evidence)
      recipients = []
    } else {
      let directed = used.filter { !$0.mention.recipients.isEmpty }
      let roles = directed.isEmpty ? used : directed
      var actors = Self.merge(roles, \.actors, fallback: used)
      // Where texts exclude each other the best supported doer stands, the others in the conflict.
      if disagree, let held = sets.first {
        actors.removeAll { party in
          !Sectors.isNonState(party.sector) && party.country.map { !held.contains($0[...]) } ?? false
        }
      }
      self.actors = actors
      let keys = Set(actors.map(Self.identity))
      let states = Set(actors.filter { !Sectors.isNonState($0.sector) }.compactMap(\.country))
      recipients = Self.merge(roles, \.recipients, fallback: used).filter { party in
        // In a visit or a pledge each reporter sees the roles his way; a state does not act towards itself.
        if TypeFamily(type).ignoresRoles, let country = party.country, states.contains(country) { return false }
        return !keys.contains(Self.identity(party))
      }
    }
    conflict =
      disagree
      ? Conflict(field: "actors", values: ranked.map { Conflict.Value(value: $0.value, mentions: $0.mentions) }) : nil
  }

  /// Whether as many mentions name the parties side by side as name them in two roles.
  private static func isTogether(_ evidence: [Evidence], _ type: EventType) -> Bool {
    guard TypeFamily(type).ignoresRoles else { return false }
    let together = evidence.count {
      $0.mention.recipients.isEmpty && Set($0.mention.actors.compactMap(\.country)).count > 1
    }
    return together > 0 && together >= evidence.count { !$0.mention.recipients.isEmpty }
  }

  private static func identity(_ party: Party) -> String {
    PartyIdentity.key(party) ?? "\(party.country ?? "")/\(party.sector ?? "")"
  }

  /// The distinct parties, best supported first; a bare country gives way to its institution only where no text leaves
  /// the country bare.
  private static func merge(
    _ evidence: [Evidence], _ side: (EventMention) -> [Party], fallback: [Evidence]
  ) -> [Party] {
    var parties: [String: Party] = [:]
    var texts: [String: Set<Int32>] = [:]
    var count: [String: Int] = [:]
    func read(_ evidence: [Evidence]) {
      for item in evidence {
        for party in side(item.mention) {
          let key = identity(party)
          if let known = parties[key] {
            if known.quote == nil, party.quote != nil { parties[key] = party }
          } else {
            parties[key] = party
          }
          texts[key, default: []].insert(item.text)
          count[key, default: 0] += 1
        }
      }
    }
    read(evidence)
    if parties.isEmpty { read(fallback) }
    let all = Array(parties.keys)
    let kept = all.filter { key in
      guard let party = parties[key], PartyIdentity.key(party) == nil || party.entity == party.country else {
        return true
      }
      if party.country == nil {
        // An unnamed group is the named one of another mention.
        return !parties.contains { $0.key != key && PartyIdentity.key($0.value) != nil && $0.value.country == nil }
      }
      return !parties.contains { other in
        other.key != key && other.value.country == party.country
          && Sectors.isNonState(other.value.sector) == Sectors.isNonState(party.sector)
          && (detail(other.value) > detail(party)
            // إسلام آباد and باكستان: one state, with its entity or without.
            || detail(other.value) == detail(party) && party.entity == nil && other.value.entity != nil)
      }
    }
    return kept.sorted { a, b in
      let x = texts[a]?.count ?? 0, y = texts[b]?.count ?? 0
      if x != y { return x > y }
      let cx = count[a] ?? 0, cy = count[b] ?? 0
      return cx != cy ? cx > cy : a < b
    }.compactMap { parties[$0] }
  }

  private static func detail(_ party: Party) -> Int {
    (party.sector == nil ? 0 : 1) + (PartyIdentity.key(party) == nil || party.entity == party.country ? 0 : 2)
  }
}

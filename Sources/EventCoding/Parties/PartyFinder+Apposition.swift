import ArabicScript
import Lexicons
import NewsEvents

/// Title and name as one party, and countries from elsewhere.
extension PartyFinder {
  /// Title and name, name and title, with or without a comma: one party with both spans.
  func joinAppositions(_ parties: [PartyMention]) -> [PartyMention] {
    guard
      parties.indices.dropFirst().contains(where: {
        canJoin(parties[$0 - 1], parties[$0]) || isNamedAgain(parties[$0 - 1], parties[$0])
      })
    else { return parties }
    var out: [PartyMention] = []
    for party in parties {
      if let last = out.last, isNamedAgain(last, party) {
        out[out.count - 1].tokens = last.tokens.lowerBound ..<| party.tokens.upperBound
      } else if let last = out.last, canJoin(last, party) {
        var joined = last
        joined.tokens = min(last.tokens.lowerBound, party.tokens.lowerBound)
          ..<| max(last.tokens.upperBound, party.tokens.upperBound)
        let named = party.entity != nil && party.isPerson ? party : last
        joined.entity = named.isPerson && named.entity != nil ? named.entity : nil
        joined.isPerson = true
        joined.office = last.office ?? party.office
        let title = last.office != nil ? last : party
        if title.country != nil { joined.country = title.country } else { joined.country = named.country }
        joined.sector = title.sector ?? named.sector
        joined.needsCountry = joined.country == nil
        joined.sharesWords = last.sharesWords
        out[out.count - 1] = joined
      } else {
        out.append(party)
      }
    }
    return out
  }

  /// حركة المقاومة الإسلامية (حماس): the short name in brackets.
  private func isNamedAgain(_ a: PartyMention, _ b: PartyMention) -> Bool {
    guard let entity = a.entity, entity == b.entity, b.tokens.lowerBound == a.tokens.upperBound + 1 else {
      return false
    }
    return text.tokens[a.tokens.upperBound].isMark(UInt8(ascii: "("))
  }

  func canJoin(_ a: PartyMention, _ b: PartyMention) -> Bool {
    guard a.isPerson, b.isPerson, a.office != nil || b.office != nil || a.isCounterpart, !a.isAlias, !b.isAlias else {
      return false
    }
    // Two offices are two people unless one is the name's.
    guard (a.entity == nil) != (b.entity == nil) || a.entity == nil && b.office == nil else { return false }
    if let x = a.country, let y = b.country, x != y { return false }
    let gap = a.tokens.upperBound ..<| max(a.tokens.upperBound, b.tokens.lowerBound)
    if gap.isEmpty { return true }
    if gap.count == 1 {
      return text.tokens[gap.lowerBound].isMark(UInt8(ascii: ",")) || isUnknownOrShort(gap.lowerBound)
    }
    return false
  }

  /// در پاکستان, پاکستان میں: a country as a place.
  private func isWhere(_ party: PartyMention) -> Bool {
    guard party.country?.utf8.count == 3, party.sector == nil, !party.isPerson, !party.isAdjective else { return false }
    switch language {
    case .persian:
      let before = party.tokens.lowerBound - 1
      return reading.tokens.contains(before) && ClosedWords.persianIn.contains(text.tokens[before].hash)
    case .urdu:
      let after = party.tokens.upperBound
      return reading.tokens.contains(after) && ClosedWords.urduIn.contains(text.tokens[after].hash)
    case .arabic: return false
    }
  }

  /// مرشحين, سفیروں: several holders of an office are not the one named before.
  private func isPlural(_ party: PartyMention) -> Bool {
    guard let first = party.tokens.first else { return false }
    let end = Array(text.codes(text.tokens[language == .urdu ? party.tokens.upperBound - 1 : first]).suffix(2))
    switch language {
    case .arabic: return [[LetterCode.yeh, LetterCode.noon], [LetterCode.waw, LetterCode.noon]].contains(end)
    case .persian: return end == [LetterCode.heh, LetterCode.alef]
    case .urdu: return end == [LetterCode.waw, LetterCode.noonGhunna]
    }
  }

  func resolveCountries(_ parties: inout [PartyMention], _ discourse: Discourse) {
    for i in parties.indices where parties[i].needsCountry && parties[i].country == nil {
      if let office = parties[i].office, let known = discourse.offices[office] {
        parties[i].country = known.country
        if parties[i].entity == nil, !isPlural(parties[i]) { parties[i].entity = known.entity }
        continue
      }
      // A police station of a town belongs to the town's country.
      let place = parties.indices.filter {
        parties[$0].place != nil && (parties[$0].isPlaceOnly || parties[$0].country != nil) || isWhere(parties[$0])
      }
      .min { abs($0 - i) < abs($1 - i) }
      // The police commander of a province is its country's; whose minister one is no place tells.
      let isLocal = parties[i].sector == "COP" || parties[i].sector == "JUD"
      guard parties[i].office == nil || isLocal else { continue }
      if language != .arabic, parties[i].sector == "GOV", !parties[i].isPerson {
        parties[i].country = discourse.mainState ?? place.flatMap { parties[$0].country } ?? home(discourse)
        continue
      }
      if let place { parties[i].country = parties[place].country }
      // The police and the army of nobody else are those of the story's place, or of the one who speaks.
      if parties[i].country == nil, let sector = parties[i].sector,
        ["COP", "MIL", "JUD", "LEG", "SPY"].contains(sector)
      {
        parties[i].country =
          discourse.lastTown.flatMap { tables.entities.placeCountries[$0] } ?? discourse.lastSpeaker?.country.flatMap {
            PartyMention.isState($0) ? $0 : nil
          } ?? discourse.mainState
        // Where no country is named at all, Persian and Urdu outlets speak of their own.
        if parties[i].country == nil, language != .arabic { parties[i].country = home(discourse) }
      }
    }
  }
}

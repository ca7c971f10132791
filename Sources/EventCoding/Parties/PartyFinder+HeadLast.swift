import ArabicScript
import Lexicons
import NewsEvents

/// Assembly in Urdu, where the head stands last.
extension PartyFinder {
  func assembleLeft(_ items: [Item], _ discourse: Discourse) -> [PartyMention] {
    var out: [PartyMention] = []
    out.reserveCapacity(items.count + 1)
    /// Parties of `out` that are bare countries and may still be taken by a head, with the item's tokens.
    var open: [Int] = []
    for (i, item) in items.enumerated() {
      // برطانوی آئل ٹینکر: a thing or people of no state have a nationality where it is said.
      if case .actor(let generic) = item.kind, generic.entity == nil, !generic.isMedia, generic.country == nil,
        let last = open.last, last == out.count - 1, out[last].isAdjective,
        out[last].tokens.upperBound == item.tokens.lowerBound
      {
        var party = generic
        party.country = out[last].country
        party.tokens = out[last].tokens.lowerBound ..<| item.tokens.upperBound
        out[last] = party
        open = []
        continue
      }
      switch item.kind {
      case .head(let head):
        var taken: [Int] = []
        if let last = open.last, let previous = out.indices.last, last == previous {
          let gap = out[last].tokens.upperBound ..<| item.tokens.lowerBound
          if isUrduGenitive(gap) {
            taken = [last]
            var k = open.count - 2
            while k >= 0, open[k] == taken[0] - 1,
              isAnd(out[open[k]].tokens.upperBound ..<| out[taken[0]].tokens.lowerBound, items[i])
            {
              taken.insert(open[k], at: 0)
              k -= 1
            }
          }
        }
        if taken.isEmpty, let last = out.last, last.entity != nil, !last.isMedia, !last.isPerson,
          last.sector != nil || last.country.map({ !PartyMention.isState($0) }) ?? false,
          isUrduGenitive(last.tokens.upperBound ..<| item.tokens.lowerBound),
          words.genitive.contains(text.tokens[last.tokens.upperBound].hash)
        {
          // حماس کے رہنما: one of a group counts as the group.
          out[out.count - 1].tokens = last.tokens.lowerBound ..<| item.tokens.upperBound
          out[out.count - 1].isPerson = head.isPerson
          out[out.count - 1].office = head.office
          open = []
          continue
        }
        if taken.isEmpty {
          // حکومتوں اور حکام: a second head shares the country of the first.
          if let last = out.last, last.office != nil || last.sector != nil, !last.needsCountry, last.country != nil,
            isAnd(last.tokens.upperBound ..<| item.tokens.lowerBound, item)
          {
            out[out.count - 1].tokens = last.tokens.lowerBound ..<| item.tokens.upperBound
            continue
          }
          var party = head
          if isOwned(item), let owner = owner(discourse, out) {
            party.country = owner.country
            party.needsCountry = false
            party.isOwned = true
          }
          out.append(party)
        } else {
          for (n, index) in taken.enumerated() {
            var party = head
            party.country = out[index].country
            if out[index].isPlaceOnly { party.place = out[index].place }
            party.needsCountry = false
            party.tokens =
              n == taken.count - 1 ? out[index].tokens.lowerBound ..<| item.tokens.upperBound : out[index].tokens
            party.sharesWords = out[index].sharesWords
            party.isAlias = false
            out[index] = party
          }
        }
        open = []
      case .alias(let set) where set.has(.counterpart):
        var party = PartyMention(tokens: item.tokens)
        let model = out.last(where: { $0.isPerson }) ?? discourse.lastSpeaker ?? discourse.lastSubject
        party.sector = model?.sector
        party.office = model?.office
        party.isPerson = true
        party.isCounterpart = true
        if let last = open.last, last == out.count - 1,
          isUrduGenitive(out[last].tokens.upperBound ..<| item.tokens.lowerBound)
        {
          party.country = out[last].country
          party.tokens = out[last].tokens.lowerBound ..<| item.tokens.upperBound
          out[last] = party
        } else {
          party.needsCountry = true
          out.append(party)
        }
        open = []
      default:
        let parties = simple(item, discourse, before: out)
        for party in parties {
          out.append(party)
          if party.sector == nil || party.isAdjective, !party.isPerson, let country = party.country,
            PartyMention.isState(country)
          {
            open.append(out.count - 1)
          }
        }
      }
    }
    return out
  }

  /// ایران کے سفیر, ایرانی سفیر, ایران کے نئے سفیر.
  func isUrduGenitive(_ gap: Range<Int>) -> Bool {
    if gap.isEmpty { return true }
    guard gap.count <= 3 else { return false }
    let rest = gap.dropFirst()
    if words.genitive.contains(text.tokens[gap.lowerBound].hash) { return rest.allSatisfy { isUnknownOrShort($0) } }
    return gap.count == 1 && isUnknownOrShort(gap.lowerBound)
  }
}

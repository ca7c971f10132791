import ArabicScript
import Lexicons
import NewsEvents

/// Assembly in Persian and Arabic, where the head stands first.
extension PartyFinder {
  func assembleRight(_ items: [Item], _ discourse: Discourse) -> [PartyMention] {
    var out: [PartyMention] = []
    out.reserveCapacity(items.count + 1)
    var i = 0
    while i < items.count {
      let item = items[i]
      var next = i + 1
      switch item.kind {
      case .head(let head):
        var heads = [head]
        // ملت و دولت X: heads in coordination share the country; the last names the sector.
        while next < items.count, case .head(let other) = items[next].kind,
          isAnd(items[next - 1].tokens.upperBound ..<| items[next].tokens.lowerBound, items[next])
        {
          heads.append(other)
          next += 1
        }
        var countries: [(code: PartyCode, tokens: Range<Int>, alias: Bool)] = []
        let end = items[next - 1].tokens.upperBound
        if next < items.count, !isJoinedByAnd(items[next]), !isParted(items[next - 1], from: items[next]),
          let codes = owners(items[next], discourse, before: out)
        {
          let gap = end ..<| items[next].tokens.lowerBound
          let viaIn = language == .arabic && gap.count == 1 && isAliasPair(items[next])
          if isLoose(gap, atMost: isAdjective(items[next]) ? 2 : 1) || viaIn {
            countries = codes.map { ($0, items[next].tokens, false) }
            next += 1
            while next < items.count, let more = country(items[next]),
              isAnd(items[next - 1].tokens.upperBound ..<| items[next].tokens.lowerBound, items[next])
            {
              countries.append((more, items[next].tokens, false))
              next += 1
            }
          }
        }
        if countries.isEmpty, isOwned(items[next - 1]), let owner = owner(discourse, out) {
          var h = heads[0]
          h.country = owner.country
          h.needsCountry = false
          h.isOwned = true
          out.append(h)
        } else if countries.isEmpty, let chain = chain(items, from: next - 1, discourse, before: out) {
          for (n, head) in heads.enumerated() {
            var party = n == heads.count - 1 ? chain.party : head
            party.country = chain.party.country
            party.needsCountry = false
            party.tokens = n == 0 ? item.tokens.lowerBound ..<| chain.party.tokens.upperBound : chain.party.tokens
            party.sharesWords = n > 0
            out.append(party)
          }
          next = chain.next
        } else if countries.isEmpty, heads.count == 1, next < items.count, let body = body(items[next], of: head),
          isBelonging(end ..<| items[next].tokens.lowerBound)
        {
          // زعماء طالبان, ضابط في الشرطة, عناصر من حزب الله: one of a body counts as the body.
          var party = body
          party.tokens = item.tokens.lowerBound ..<| items[next].tokens.upperBound
          party.isPerson = head.isPerson
          party.office = head.office
          if head.office != nil, party.country != nil { party.sector = head.sector ?? party.sector }
          // جندي من جيش إسرائيل: the body's own country stands behind it.
          if party.country == nil, next + 1 < items.count, let code = country(items[next + 1]),
            items[next + 1].tokens.lowerBound == party.tokens.upperBound
          {
            party.country = code
            party.needsCountry = false
            party.tokens = party.tokens.lowerBound ..<| items[next + 1].tokens.upperBound
            next += 1
          }
          out.append(party)
          next += 1
        } else if countries.isEmpty, heads.count == 1, head.office == nil, head.sector == "REL", next < items.count,
          case .person(var person) = items[next].kind, items[next].tokens.lowerBound == end
        {
          // آیت‌الله علی سیستانی: the title of the one named.
          person.tokens = item.tokens.lowerBound ..<| items[next].tokens.upperBound
          out.append(person)
          next += 1
        } else if countries.isEmpty {
          for var h in heads {
            if h.office != nil, next < items.count, case .person = items[next].kind { h.needsCountry = true }
            out.append(h)
          }
        } else {
          let chosen = heads.last(where: { $0.sector == "GOV" || $0.sector == "MIL" }) ?? heads[0]
          for (n, country) in countries.enumerated() {
            var party = chosen
            party.country = country.code
            party.needsCountry = false
            party.tokens = n == 0 ? item.tokens.lowerBound ..<| country.tokens.upperBound : country.tokens
            party.sharesWords = n > 0
            out.append(party)
          }
        }
      case .alias(let set) where set.has(.counterpart):
        var party = PartyMention(tokens: item.tokens)
        let model = out.last(where: { $0.isPerson }) ?? discourse.lastSpeaker ?? discourse.lastSubject
        party.sector = model?.sector
        party.office = model?.office
        party.isPerson = true
        party.isCounterpart = true
        if next < items.count, let code = country(items[next]),
          isLoose(item.tokens.upperBound ..<| items[next].tokens.lowerBound, atMost: 1)
        {
          party.country = code
          party.tokens = item.tokens.lowerBound ..<| items[next].tokens.upperBound
          next += 1
        } else {
          party.needsCountry = true
        }
        out.append(party)
      case .actor(let generic)
      where generic.entity == nil && next < items.count
        && isOf(item.tokens.upperBound ..<| items[next].tokens.lowerBound):
        // مسلحون من داعش: they count as the group they belong to.
        if case .actor(var body) = items[next].kind, body.entity != nil, !body.isMedia {
          body.tokens = item.tokens.lowerBound ..<| items[next].tokens.upperBound
          out.append(body)
          next += 1
        } else {
          out.append(contentsOf: simple(item, discourse, before: out))
        }
      case .actor(var generic)
      where generic.entity == nil && !generic.isMedia && next < items.count && !isJoinedByAnd(items[next])
        && isLoose(item.tokens.upperBound ..<| items[next].tokens.lowerBound, atMost: isAdjective(items[next]) ? 1 : 0):
        // ناقلة نفط بريطانية, تک‌تیرانداز اسرائیلی: things and people of no state have a nationality where it is said.
        if let code = country(items[next]), generic.country == nil {
          generic.country = code
          generic.tokens = item.tokens.lowerBound ..<| items[next].tokens.upperBound
          out.append(generic)
          next += 1
        } else {
          out.append(contentsOf: simple(item, discourse, before: out))
        }
      default:
        out.append(contentsOf: simple(item, discourse, before: out))
      }
      i = next
    }
    return out
  }

  /// من between people and their group, with quotation marks around its name.
  func isOf(_ gap: Range<Int>) -> Bool {
    guard language == .arabic else { return false }
    let rest = gap.filter { !text.tokens[$0].isMark(UInt8(ascii: "\"")) }
    return rest.count == 1 && words.of.contains(text.tokens[rest[0]].hash)
  }

  /// Arabic: أمام البرلمان إيران: a noun with the article has no genitive; السعودية is an adjective, too.
  private func isParted(_ head: Item, from name: Item) -> Bool {
    guard language == .arabic, case .country(_, .name) = name.kind, name.tokens.lowerBound == head.tokens.upperBound,
      let last = head.tokens.last, let first = name.tokens.first
    else { return false }
    func hasArticle(_ token: Int) -> Bool {
      text.codes(text.tokens[token]).starts(with: [LetterCode.alef, LetterCode.lam])
    }
    return hasArticle(last) && !hasArticle(first)
  }

  /// الجنود وواشنطن: another party, not whose soldiers they are.
  func isJoinedByAnd(_ item: Item) -> Bool { language == .arabic && item.affixes.contains(.and) }

  /// رهبران احزاب ایتالیا, سخنگوی وزارت دفاع هند: Persian heads in a chain of ezafe belong to the country at its end.
  private func chain(
    _ items: [Item], from first: Int, _ discourse: Discourse, before: [PartyMention]
  ) -> (party: PartyMention, next: Int)? {
    guard language == .persian, case .head(var party) = items[first].kind else { return nil }
    var at = first + 1
    while at < items.count, case .head(let inner) = items[at].kind,
      items[at].tokens.lowerBound == items[at - 1].tokens.upperBound, at - first <= 3
    {
      // The spokesman of the army speaks for the army.
      if inner.office == nil, let sector = inner.sector, sector != "GOV" { party.sector = sector }
      at += 1
    }
    guard at > first + 1, at < items.count, let code = owners(items[at], discourse, before: before)?.first,
      isLoose(items[at - 1].tokens.upperBound ..<| items[at].tokens.lowerBound, atMost: 1)
    else { return nil }
    party.country = code
    party.needsCountry = false
    party.tokens = items[first].tokens.lowerBound ..<| items[at].tokens.upperBound
    return (party, at + 1)
  }

  /// A group or body whose member the head before it is; with a country of its own, or armed.
  func body(_ item: Item, of head: PartyMention) -> PartyMention? {
    switch item.kind {
    case .actor(let party) where !party.isMedia: return party
    case .head(let party)
    where party.office == nil && ["COP", "MIL", "REB", "SPY", "UAF"].contains(party.sector ?? ""):
      return head.office == nil ? party : nil
    default: return nil
    }
  }

  /// Nothing, an adjective, or the word for "in" or "of" between a member and its body.
  func isBelonging(_ gap: Range<Int>) -> Bool {
    let words = gap.filter { !text.tokens[$0].isMark(UInt8(ascii: "\"")) }
    if words.isEmpty { return true }
    return words.count == 1 && self.words.member.contains(text.tokens[words[0]].hash)
  }

  /// سفيرها, سفیر خود, اپنے سفیر: its own.
  func isOwned(_ item: Item) -> Bool {
    if item.affixes.contains(.pronoun) { return true }
    guard let own = ClosedWords.own[language] else { return false }
    let at = language == .urdu ? item.tokens.lowerBound - 1 : item.tokens.upperBound
    return reading.tokens.contains(at) && own.contains(text.tokens[at].hash)
  }

  func isAdjective(_ item: Item) -> Bool {
    if case .country(_, .adjective) = item.kind { return language == .arabic }
    return false
  }

  func isAliasPair(_ item: Item) -> Bool {
    if case .alias(let set) = item.kind { return set.has(.pair) }
    return false
  }

  /// One country by name or adjective.
  func country(_ item: Item) -> PartyCode? {
    if case .country(let n, _) = item.kind { return tables.entities.countries[n].country }
    return nil
  }

  /// The country or countries that an item gives to the head beside it.
  func owners(_ item: Item, _ discourse: Discourse, before: [PartyMention]) -> [PartyCode]? {
    switch item.kind {
    case .country(_, let form):
      return form == .government ? nil : country(item).map { [$0] }
    case .alias(let set):
      if set.has(.pair) { return pair(discourse, before) }
      if set.has(.home) { return [home(discourse)] }
      if set.has(.ownCountry) { return owner(discourse, before)?.country.map { [$0] } }
      return nil
    default: return nil
    }
  }
}

import ArabicScript
import Lexicons
import NewsEvents

/// Makes parties of the names in a sentence: offices take the country beside them, appositions become one party,
/// coordination distributes, aliases and short mentions are resolved from what was read before.
struct PartyFinder {
  let tables: CoderTables
  let text: AnalyzedText
  let reading: SentenceReading
  /// The day at which terms of office are judged.
  let day: Day?

  enum Kind: Sendable {
    case head(PartyMention)  // an office or generic agent
    case country(String, CountryForm)
    case actor(PartyMention)
    case person(PartyMention)
    case place(Int)
    case alias(MarkerSet)
    case name(PartyMention)
  }

  struct Item: Sendable {
    var tokens: Range<Int>
    var kind: Kind
    var affixes: Affixes
    var place: Int?
  }

  var language: Language { text.language }
  var words: ClosedWords { tables.words[CoderTables.index(language)] }

  /// O(items).
  func find(_ discourse: inout Discourse) -> [PartyMention] {
    let items = items(&discourse)
    var parties = language == .urdu ? assembleLeft(items, discourse) : assembleRight(items, discourse)
    parties = joinAppositions(parties)
    resolveCountries(&parties, discourse)
    for party in parties { discourse.note(party) }
    learnNames(parties, &discourse)
    return parties
  }

  // MARK: Items

  private func items(_ discourse: inout Discourse) -> [Item] {
    var out: [Item] = []
    out.reserveCapacity(reading.entities.count + 4)
    for entity in reading.entities { if let item = item(entity) { out.append(item) } }
    for marker in reading.markers where marker.set.meets(.alias) || marker.set.has(.town) {
      // The marker says more exactly what the short mention points to.
      if marker.set.meets(.alias) { out.removeAll { $0.isAlias && $0.tokens == marker.tokens } }
      guard !out.contains(where: { $0.tokens.overlaps(marker.tokens) }) else { continue }
      if marker.set.has(.town) {
        // "The town of X" names it.
        let named = out.contains {
          $0.place != nil
            && ($0.tokens.lowerBound == marker.tokens.upperBound || $0.tokens.upperBound == marker.tokens.lowerBound)
        }
        if !named, let town = discourse.lastTown {
          out.append(Item(tokens: marker.tokens, kind: .place(town), affixes: []))
        }
        continue
      }
      out.append(Item(tokens: marker.tokens, kind: .alias(marker.set), affixes: []))
    }
    names(&out, &discourse)
    out.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    return out
  }

  /// The item of the best meaning; the first of equals.
  private func item(_ entity: EntityMatch) -> Item? {
    var place: Int?
    var best: (rank: Int, meaning: Meaning)?
    for meaning in entity.meanings {
      if case .place(let n) = meaning, tables.lexicon.places[n].feature != .country { place = n }
      let rank = rank(meaning)
      if rank > best?.rank ?? 0 { best = (rank, meaning) }
    }
    guard let best, let kind = kind(best.meaning, entity.tokens) else { return nil }
    return Item(tokens: entity.tokens, kind: kind, affixes: entity.affixes, place: place)
  }

  /// How much a meaning is preferred to others of the same words; 0 when it names no party.
  private func rank(_ meaning: Meaning) -> Int {
    switch meaning {
    case .person: return 7
    case .actor(let n):
      switch tables.lexicon.actors[n].kind {
      case .alias: return PartyFinder.aliases[tables.lexicon.actors[n].id] == nil ? 0 : 5
      // A group's own name before an ordinary word: طالبان.
      case .generic: return 5
      default: return 6
      }
    case .office: return 4
    case .country(_, let form): return form == .adjective ? 2 : 3
    case .place: return 1
    default: return 0
    }
  }

  private func kind(_ meaning: Meaning, _ tokens: Range<Int>) -> Kind? {
    switch meaning {
    case .person(let n): return .person(person(n, tokens))
    case .actor(let n):
      if tables.lexicon.actors[n].kind == .alias {
        return PartyFinder.aliases[tables.lexicon.actors[n].id].map { .alias($0) }
      }
      let party = actor(n, tokens)
      return party.needsCountry ? .head(party) : .actor(party)
    case .office(let n):
      var party = PartyMention(tokens: tokens, sector: tables.lexicon.offices[n].sector)
      party.office = n
      party.isPerson = true
      party.needsCountry = true
      return .head(party)
    case .country(let n, let form): return .country(tables.lexicon.countries[n].code, form)
    case .place(let n): return .place(n)
    default: return nil
    }
  }

  /// What the lexicon's alias actors stand for.
  private static let aliases: [String: MarkerSet] = [
    "two-countries": MarkerSet(.pair), "parties": MarkerSet(.pair), "both-ministers": MarkerSet(.pair),
    "speaker-he-she": MarkerSet(.pronoun), "the-group": MarkerSet(.group), "the-country": MarkerSet(.lastCountry),
    "the-ministry": MarkerSet(.lastOffice), "that-force": MarkerSet(.lastOffice),
    "the-neighbour": MarkerSet(.neighbour),
  ]

  private func actor(_ n: Int, _ tokens: Range<Int>) -> PartyMention {
    // Field by field: a copy of the entry would count references to all its names.
    let actors = tables.lexicon.actors
    let kind = actors[n].kind
    var party = PartyMention(tokens: tokens, country: actors[n].country, sector: actors[n].sector)
    party.contexts = actors[n].contexts
    party.isMedia = kind == .media
    party.needsCountry = actors[n].takesCountry
    if kind != .generic {
      party.entity = actors[n].id
      party.name = actors[n].display.en
    }
    return party
  }

  private func person(_ n: Int, _ tokens: Range<Int>) -> PartyMention {
    let entry = tables.lexicon.persons[n]
    var party = PartyMention(tokens: tokens)
    party.entity = entry.id
    party.name = entry.display.en
    party.isPerson = true
    let role = PartyFinder.role(of: entry, on: day)
    party.country = role?.country
    party.sector = role?.sector
    return party
  }

  /// The office held on `day`; else the last one begun before it; else the first.
  static func role(of person: PersonEntry, on day: Day?) -> Role? {
    guard let day else { return person.roles.max { ($0.from ?? .min) < ($1.from ?? .min) } }
    let n = day.number
    if let held = person.roles.first(where: { ($0.from ?? .min) <= n && n <= ($0.until ?? .max) }) { return held }
    return person.roles.filter { ($0.from ?? .min) <= n }.max { ($0.from ?? .min) < ($1.from ?? .min) }
      ?? person.roles.first
  }

  // MARK: Unknown names

  private func isUnknown(_ token: Int) -> Bool {
    guard reading.tokens.contains(token) else { return false }
    let t = text.tokens[token]
    return t.kind == .word && t.count >= 3 && reading.entity(at: token) == nil && reading.verb(at: token) == nil
      && reading.trigger(at: token) == nil && reading.classes(at: token) == []
  }

  /// Words that stand where only a person stands: before نے, after a verb of speech, or known from before.
  private func names(_ items: inout [Item], _ discourse: inout Discourse) {
    for token in reading.tokens where isUnknown(token) {
      let hash = text.tokens[token].hash
      guard discourse.names.index(forKey: hash) != nil || isPersonPosition(token) else { continue }
      var party = discourse.names[hash]
      if party == nil, isPersonPosition(token) {
        party = discourse.possibleNames[hash] ?? (language == .urdu ? discourse.unnamed : nil)
        if let party {
          discourse.names[hash] = party
          if language == .urdu { discourse.unnamed = nil }
        }
      }
      guard var party, !items.contains(where: { $0.tokens.contains(token) }) else { continue }
      var end = token + 1
      while end < reading.tokens.upperBound, isUnknown(end), end - token < 3,
        discourse.names[text.tokens[end].hash] != nil
      {
        end += 1
      }
      if items.contains(where: { $0.tokens.upperBound == token && $0.isName }) { continue }
      party.tokens = token ..<| end
      party.isAlias = false
      items.append(Item(tokens: token ..<| end, kind: .name(party), affixes: []))
    }
  }

  private func isPersonPosition(_ token: Int) -> Bool {
    switch language {
    case .urdu:
      return token + 1 < reading.tokens.upperBound && words.ergative.contains(text.tokens[token + 1].hash)
    case .arabic:
      guard let v = reading.verb(at: token - 1) else { return false }
      return reading.verbs[v].isSpeech
    case .persian:
      guard let v = reading.verb(at: token + 1) else { return false }
      return reading.verbs[v].isSpeech
    }
  }

  /// Words beside the holder of an office may be a name; before a comma and the title they are one.
  private func learnNames(_ parties: [PartyMention], _ discourse: inout Discourse) {
    // The last word of a known name is enough from now on.
    for party in parties where party.isPerson && party.entity != nil && !party.isAlias {
      guard let last = party.tokens.last(where: { text.tokens[$0].kind == .word }), text.tokens[last].count >= 4 else {
        continue
      }
      if reading.entity(at: last) != nil, reading.verb(at: last) == nil, reading.trigger(at: last) == nil {
        var known = party
        known.isAlias = false
        discourse.names[text.tokens[last].hash] = known
      }
    }
    for party in parties where party.isPerson && party.entity == nil && party.country != nil && !party.isAlias {
      var known = party
      known.isAlias = false
      var named = false
      if language != .urdu, party.tokens.lowerBound - 2 >= reading.tokens.lowerBound,
        text.tokens[party.tokens.lowerBound - 1].isMark(UInt8(ascii: ",")), isUnknown(party.tokens.lowerBound - 2)
      {
        discourse.names[text.tokens[party.tokens.lowerBound - 2].hash] = known
        named = true
      }
      var at = party.tokens.upperBound
      while at < reading.tokens.upperBound, at < party.tokens.upperBound + 3, isUnknown(at) {
        discourse.possibleNames[text.tokens[at].hash] = known
        named = true
        at += 1
      }
      if !named { discourse.unnamed = known }
    }
  }

  // MARK: Gaps

  /// Nothing but an adjective or two between a head and its country.
  private func isLoose(_ gap: Range<Int>, atMost limit: Int) -> Bool {
    gap.count <= limit && gap.allSatisfy { isUnknownOrShort($0) }
  }

  private func isUnknownOrShort(_ token: Int) -> Bool {
    text.tokens[token].kind == .word && reading.entity(at: token) == nil && reading.verb(at: token) == nil
      && reading.trigger(at: token) == nil && !reading.classes(at: token).meets(.adposition)
      && !words.and.contains(text.tokens[token].hash) && !words.genitive.contains(text.tokens[token].hash)
      && !words.complementizer.contains(text.tokens[token].hash)
  }

  private func isAnd(_ gap: Range<Int>, _ next: Item) -> Bool {
    if gap.isEmpty { return language == .arabic && next.affixes.contains(.and) }
    return gap.count == 1 && words.and.contains(text.tokens[gap.lowerBound].hash)
  }

  // MARK: Assembly, head first (Persian, Arabic)

  private func assembleRight(_ items: [Item], _ discourse: Discourse) -> [PartyMention] {
    var out: [PartyMention] = []
    out.reserveCapacity(items.count + 2)
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
        var countries: [(code: String, tokens: Range<Int>, alias: Bool)] = []
        let end = items[next - 1].tokens.upperBound
        if next < items.count, let codes = owners(items[next], discourse, before: out) {
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
      default:
        out.append(contentsOf: simple(item, discourse, before: out))
      }
      i = next
    }
    return out
  }

  /// سفيرها, سفیر خود, اپنے سفیر: its own.
  private func isOwned(_ item: Item) -> Bool {
    if item.affixes.contains(.pronoun) { return true }
    guard let own = ClosedWords.own[language] else { return false }
    let at = language == .urdu ? item.tokens.lowerBound - 1 : item.tokens.upperBound
    return reading.tokens.contains(at) && own.contains(text.tokens[at].hash)
  }

  private func isAdjective(_ item: Item) -> Bool {
    if case .country(_, .adjective) = item.kind { return language == .arabic }
    return false
  }

  private func isAliasPair(_ item: Item) -> Bool {
    if case .alias(let set) = item.kind { return set.has(.pair) }
    return false
  }

  /// One country by name or adjective.
  private func country(_ item: Item) -> String? {
    if case .country(let code, _) = item.kind { return code }
    return nil
  }

  /// The country or countries that an item gives to the head beside it.
  private func owners(_ item: Item, _ discourse: Discourse, before: [PartyMention]) -> [String]? {
    switch item.kind {
    case .country(let code, let form):
      return form == .government ? nil : [code]
    case .alias(let set):
      if set.has(.pair) { return pair(discourse, before) }
      if set.has(.home) { return [home(discourse)] }
      if set.has(.ownCountry) { return owner(discourse, before)?.country.map { [$0] } }
      return nil
    default: return nil
    }
  }

  // MARK: Assembly, head last (Urdu)

  private func assembleLeft(_ items: [Item], _ discourse: Discourse) -> [PartyMention] {
    var out: [PartyMention] = []
    out.reserveCapacity(items.count + 2)
    /// Parties of `out` that are bare countries and may still be taken by a head, with the item's tokens.
    var open: [Int] = []
    for (i, item) in items.enumerated() {
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
          if party.sector == nil || party.isAdjective, !party.isPerson, party.country != nil {
            open.append(out.count - 1)
          }
        }
      }
    }
    return out
  }

  /// ایران کے سفیر, ایرانی سفیر, ایران کے نئے سفیر.
  private func isUrduGenitive(_ gap: Range<Int>) -> Bool {
    if gap.isEmpty { return true }
    guard gap.count <= 3 else { return false }
    let rest = gap.dropFirst()
    if words.genitive.contains(text.tokens[gap.lowerBound].hash) { return rest.allSatisfy { isUnknownOrShort($0) } }
    return gap.count == 1 && isUnknownOrShort(gap.lowerBound)
  }

  // MARK: Single items

  private func simple(_ item: Item, _ discourse: Discourse, before: [PartyMention]) -> [PartyMention] {
    switch item.kind {
    case .head(let party): return [party]
    case .country(let code, let form):
      var party = PartyMention(tokens: item.tokens, country: code, sector: form == .government ? "GOV" : nil)
      party.entity = code
      party.name = tables.countryNames[code]
      party.isAdjective = form == .adjective
      party.place = item.place
      return [party]
    case .actor(let party), .person(let party), .name(let party):
      return [party]
    case .place(let n):
      var party = PartyMention(tokens: item.tokens, country: tables.lexicon.places[n].country)
      party.place = n
      party.isPlaceOnly = true
      return [party]
    case .alias(let set):
      return alias(set, item.tokens, discourse, before: before)
    }
  }

  private func alias(
    _ set: MarkerSet, _ tokens: Range<Int>, _ discourse: Discourse, before: [PartyMention]
  ) -> [PartyMention] {
    func copy(_ party: PartyMention?) -> [PartyMention] {
      guard var party else { return [] }
      party.tokens = tokens
      party.isAlias = true
      party.sharesWords = false
      return [party]
    }
    if set.has(.pair) {
      return (pair(discourse, before) ?? []).enumerated().map { n, code in
        var party = PartyMention(tokens: tokens, country: code)
        party.isAlias = true
        party.sharesWords = n > 0
        return party
      }
    }
    if set.has(.home) {
      var party = PartyMention(tokens: tokens, country: home(discourse))
      party.isAlias = true
      return [party]
    }
    if set.has(.ownCountry) {
      guard let country = owner(discourse, before)?.country else { return [] }
      var party = PartyMention(tokens: tokens, country: country)
      party.isAlias = true
      return [party]
    }
    if set.has(.lastCountry) {
      return copy(before.last { $0.country?.utf8.count == 3 && !$0.isMedia && !$0.isPerson } ?? discourse.lastCountry)
    }
    if set.has(.lastOffice) { return copy(discourse.lastOffice) }
    if set.has(.neighbour) {
      guard let mine = before.last(where: { $0.country?.utf8.count == 3 })?.country ?? discourse.lastSubject?.country,
        let other = discourse.dyad.first(where: { $0 != mine })
      else { return [] }
      return copy(PartyMention(tokens: tokens, country: other))
    }
    if set.has(.group) { return copy(before.last { $0.sector == "REB" && $0.entity != nil } ?? discourse.lastGroup) }
    if set.has(.regime) { return copy(discourse.lastRegime) }
    if set.has(.we) { return copy(discourse.lastSpeaker ?? discourse.lastSubject) }
    if set.has(.pronoun) {
      // Within a sentence the pronoun may follow its noun: "… a group that …, and it attacked".
      return copy(before.last { !$0.isPlaceOnly && !$0.isMedia && $0.sector == "REB" } ?? discourse.lastSubject)
    }
    return []
  }

  private func owner(_ discourse: Discourse, _ before: [PartyMention]) -> PartyMention? {
    if language == .arabic,
      let near = before.last(where: { $0.country?.utf8.count == 3 && !$0.isPlaceOnly && !$0.isMedia })
    {
      return near
    }
    return before.first { $0.country != nil && !$0.isPlaceOnly && !$0.isMedia } ?? discourse.lastSpeaker
      ?? discourse.lastSubject
  }

  private func home(_ discourse: Discourse) -> String {
    switch language {
    case .persian: (discourse.counts["AFG"] ?? 0) > (discourse.counts["IRN"] ?? 0) ? "AFG" : "IRN"
    case .urdu: "PAK"
    case .arabic: discourse.mainCountry ?? "IGO"
    }
  }

  /// Both sides: the two countries of this sentence, else of the story.
  private func pair(_ discourse: Discourse, _ before: [PartyMention]) -> [String]? {
    var near: [String] = []
    for party in before.reversed() {
      if let c = party.country, c.utf8.count == 3, !party.isPlaceOnly, !party.isMedia, !near.contains(c) {
        near.append(c)
      }
      if near.count == 2 { return near.reversed() }
    }
    let dyad = discourse.dyad
    if near.count == 1, let other = dyad.first(where: { $0 != near[0] }) { return [near[0], other] }
    return dyad.count == 2 ? dyad : nil
  }

  // MARK: Apposition

  /// Title and name, name and title, with or without a comma: one party with both spans.
  private func joinAppositions(_ parties: [PartyMention]) -> [PartyMention] {
    guard parties.indices.dropFirst().contains(where: { canJoin(parties[$0 - 1], parties[$0]) }) else {
      return parties
    }
    var out: [PartyMention] = []
    for party in parties {
      if let last = out.last, canJoin(last, party) {
        var joined = last
        joined.tokens = min(last.tokens.lowerBound, party.tokens.lowerBound)
          ..<| max(last.tokens.upperBound, party.tokens.upperBound)
        let named = party.entity != nil && party.isPerson ? party : last
        joined.entity = named.isPerson && named.entity != nil ? named.entity : nil
        joined.name = joined.entity == nil ? nil : named.name
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

  private func canJoin(_ a: PartyMention, _ b: PartyMention) -> Bool {
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

  // MARK: Countries from elsewhere

  private func resolveCountries(_ parties: inout [PartyMention], _ discourse: Discourse) {
    for i in parties.indices where parties[i].needsCountry && parties[i].country == nil {
      if let office = parties[i].office, let known = discourse.offices[office] {
        parties[i].country = known.country
        if parties[i].entity == nil {
          parties[i].entity = known.entity
          parties[i].name = known.name
        }
        continue
      }
      // A police station of a town belongs to the town's country.
      let place = parties.indices.filter {
        parties[$0].place != nil && (parties[$0].isPlaceOnly || parties[$0].country != nil)
      }
      .min { abs($0 - i) < abs($1 - i) }
      guard parties[i].office == nil else { continue }
      if let place { parties[i].country = parties[place].country }
      // The police and the army of nobody else are those of the story's place, or of the one who speaks.
      if parties[i].country == nil, let sector = parties[i].sector,
        ["COP", "MIL", "JUD", "LEG", "SPY"].contains(sector)
      {
        parties[i].country =
          discourse.lastTown.flatMap { tables.lexicon.places[$0].country } ?? discourse.lastSpeaker?.country
          ?? discourse.mainCountry
      }
    }
  }
}

extension PartyFinder.Item {
  var isAlias: Bool {
    if case .alias = kind { return true }
    return false
  }

  var isName: Bool {
    if case .name = kind { return true }
    return false
  }
}

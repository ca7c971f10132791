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
    case country(Int, CountryForm)
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
    if language != .arabic { for n in parties.indices where isPrivate(parties[n]) { parties[n].isPrivate = true } }
    for party in parties {
      discourse.note(party)
      if !party.isAlias, party.country != nil, let first = party.tokens.first,
        ClosedWords.ministry.contains(text.tokens[first].hash)
      {
        discourse.lastMinistry = party
      }
    }
    learnNames(parties, &discourse)
    return parties
  }

  /// The adjective of a noun that only names a person's trade.
  private func isPrivate(_ party: PartyMention) -> Bool {
    guard party.isAdjective, party.sector == nil, !party.isAlias else { return false }
    let beside = language == .urdu ? party.tokens.upperBound : party.tokens.lowerBound - 1
    guard reading.tokens.contains(beside) else { return false }
    return ClosedWords.trades.contains(text.tokens[beside].hash)
  }

  // MARK: Items

  func items(_ discourse: inout Discourse) -> [Item] {
    var out: [Item] = []
    out.reserveCapacity(reading.entities.count + 4)
    for entity in reading.entities {
      if let item = item(entity), !isOfMoney(item), !isDistrict(item) { out.append(relative(item) ?? item) }
    }
    for marker in reading.markers where marker.set.meets(.alias) || marker.set.has(.town) {
      // The marker says more exactly what the short mention points to.
      if marker.set.meets(.alias) { out.removeAll { $0.isAlias && $0.tokens == marker.tokens } }
      guard !out.contains(where: { $0.tokens.overlaps(marker.tokens) }) else { continue }
      if marker.set.has(.pronoun), isPossessor(marker.tokens.lowerBound) { continue }
      if marker.set.has(.town) {
        // "The town of X" names it.
        let named = out.contains {
          $0.place != nil
            && ($0.tokens.lowerBound == marker.tokens.upperBound || $0.tokens.upperBound == marker.tokens.lowerBound)
        }
        let near = language == .arabic ? nil : town(before: marker.tokens.lowerBound, out)
        if !named, let town = near?.place ?? discourse.lastTown {
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

  /// دولار أمريكي, دلار آمریکا, امریکی ڈالر: the country of a currency.
  private func isOfMoney(_ item: Item) -> Bool {
    // عشرة ملايين دولار لأفغانستان: what has a preposition written on it gets the money.
    guard case .country = item.kind, item.affixes.isDisjoint(with: [.li, .bi, .ka]) else { return false }
    let beside = language == .urdu ? item.tokens.upperBound : item.tokens.lowerBound - 1
    return reading.tokens.contains(beside) && ClosedWords.money.contains(text.tokens[beside].hash)
  }

  /// قضاء سنجار: a district, not the judiciary.
  private func isDistrict(_ item: Item) -> Bool {
    guard language == .arabic, item.place == nil, item.tokens.count == 1, let word = item.tokens.first,
      words.placeNoun.contains(text.tokens[word].hash), let next = reading.entity(at: item.tokens.upperBound)
    else { return false }
    return reading.entities[next].meanings.contains {
      if case .place = $0 { return true }
      return false
    }
  }

  /// شقيق الرئيس, همسر رئیس‌جمهور, صدر کے بھائی: a relative or lawyer of somebody is somebody else.
  private func relative(_ item: Item) -> Item? {
    guard case .person(let person) = item.kind else { return nil }
    let kin: Range<Int>
    switch language {
    case .persian, .arabic: kin = item.tokens.lowerBound - 1 ..<| item.tokens.lowerBound
    case .urdu:
      let genitive = item.tokens.upperBound
      guard reading.tokens.contains(genitive), words.genitive.contains(text.tokens[genitive].hash) else { return nil }
      kin = genitive + 1 ..<| genitive + 2
    }
    guard let word = kin.first, reading.tokens.contains(word), ClosedWords.kin.contains(text.tokens[word].hash) else {
      return nil
    }
    var party = PartyMention(
      tokens: min(kin.lowerBound, item.tokens.lowerBound) ..<| max(kin.upperBound, item.tokens.upperBound),
      country: person.country, sector: "CVL")
    party.isPerson = true
    return Item(tokens: party.tokens, kind: .actor(party), affixes: item.affixes)
  }

  /// Persian: بستگان آنها, نام وی: a pronoun in the ezafe of a noun that is no event owns it and is no party.
  private func isPossessor(_ token: Int) -> Bool {
    guard language == .persian, token > reading.tokens.lowerBound else { return false }
    return isUnknown(token - 1) && !words.and.contains(text.tokens[token - 1].hash)
      && !PersianVerbs.isImperfect(text.codes(text.tokens[token - 1]))
  }

  /// The town that the sentence names before a word: one with "town" before it, else the last.
  private func town(before token: Int, _ items: [Item]) -> Item? {
    let named = items.filter { item in
      item.place.map { isTown($0) } == true && item.tokens.upperBound <= token
    }
    return named.last { item in
      var at = item.tokens.lowerBound - 1
      if reading.tokens.contains(at), text.tokens[at].kind == .mark { at -= 1 }
      return reading.tokens.contains(at) && words.placeNoun.contains(text.tokens[at].hash)
    } ?? named.last
  }

  private func isTown(_ place: Int) -> Bool {
    [.city, .region].contains(tables.lexicon.places[place].feature)
  }

  func item(_ entity: EntityMatch) -> Item? {
    var place: Int?
    var best: (rank: Int, kind: Kind)?
    func offer(_ rank: Int, _ kind: Kind) {
      if best == nil || rank > best!.rank { best = (rank, kind) }
    }
    // سرباز: the word for people is seldom the town.
    let isPeople =
      language != .arabic
      && entity.meanings.contains {
        if case .actor(let n) = $0 { return tables.lexicon.actors[n].kind == .generic }
        return false
      }
    for meaning in entity.meanings {
      if isPeople, case .place = meaning { continue }
      switch meaning {
      case .person(let n): offer(7, .person(person(n, entity.tokens)))
      case .actor(let n):
        if tables.lexicon.actors[n].kind == .alias {
          // این گروه‌ها: several are not the group.
          if language == .persian, entity.affixes.contains(.plural) { continue }
          if let set = PartyFinder.aliases[tables.lexicon.actors[n].id], !isIndefiniteGroup(set, entity) {
            offer(5, .alias(set))
          }
          continue
        }
        let party = actor(n, entity.tokens)
        // A group's own name before an ordinary word: طالبان.
        offer(tables.lexicon.actors[n].kind == .generic ? 5 : 6, party.needsCountry ? .head(party) : .actor(party))
      case .office(let n):
        var party = PartyMention(tokens: entity.tokens, sector: tables.entities.officeSectors[n])
        party.office = n
        party.isPerson = true
        party.needsCountry = true
        offer(4, .head(party))
      case .country(let n, let form):
        // عمان is Oman before it is the capital of Jordan.
        offer(form == .name ? 3 : 2, .country(n, form))
      case .place(let n):
        if tables.lexicon.places[n].feature != .country { place = n }
        offer(1, .place(n))
      default: break
      }
    }
    return best.map { Item(tokens: entity.tokens, kind: $0.kind, affixes: entity.affixes, place: place) }
  }

  /// جماعة جند الحق: without the article or "this" before it the word begins a name and points back to nothing.
  func isIndefiniteGroup(_ set: MarkerSet, _ entity: EntityMatch) -> Bool {
    guard language == .arabic, set.has(.group), entity.tokens.count == 1 else { return false }
    // المجموعة الدولية: the community of states.
    let next = entity.tokens.upperBound
    if reading.tokens.contains(next), ClosedWords.arabicInternational.contains(text.tokens[next].hash) { return true }
    return !entity.affixes.contains(.definite)
      && !text.codes(text.tokens[entity.tokens.lowerBound]).starts(with: [LetterCode.alef, LetterCode.lam])
  }

  /// What the lexicon's alias actors stand for.
  static let aliases: [String: MarkerSet] = [
    "two-countries": MarkerSet(.pair), "parties": MarkerSet(.pair), "both-ministers": MarkerSet(.pair),
    "speaker-he-she": MarkerSet(.pronoun), "the-group": MarkerSet(.group), "the-country": MarkerSet(.lastCountry),
    "the-ministry": MarkerSet(.lastOffice), "that-force": MarkerSet(.lastOffice),
    "the-neighbour": MarkerSet(.neighbour),
  ]

  func actor(_ n: Int, _ tokens: Range<Int>) -> PartyMention {
    var party = tables.entities.actors[n]
    party.tokens = tokens
    return party
  }

  func person(_ n: Int, _ tokens: Range<Int>) -> PartyMention {
    var party = PartyMention(tokens: tokens)
    party.entity = tables.entities.persons[n]
    party.isPerson = true
    let role = tables.entities.role(of: n, on: day)
    party.country = role?.country
    party.sector = role?.sector
    return party
  }

  // MARK: Gaps

  /// Nothing but an adjective or two between a head and its country.
  func isLoose(_ gap: Range<Int>, atMost limit: Int) -> Bool {
    gap.count <= limit && gap.allSatisfy { isUnknownOrShort($0) }
  }

  func isUnknownOrShort(_ token: Int) -> Bool {
    text.tokens[token].kind == .word && reading.entity(at: token) == nil && reading.verb(at: token) == nil
      && reading.trigger(at: token) == nil && !reading.classes(at: token).meets(.adposition)
      && !words.and.contains(text.tokens[token].hash) && !words.genitive.contains(text.tokens[token].hash)
      && !words.complementizer.contains(text.tokens[token].hash)
  }

  func isAnd(_ gap: Range<Int>, _ next: Item) -> Bool {
    if gap.isEmpty { return language == .arabic && next.affixes.contains(.and) }
    return gap.count == 1 && words.and.contains(text.tokens[gap.lowerBound].hash)
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

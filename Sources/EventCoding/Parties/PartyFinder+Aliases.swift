import ArabicScript
import Lexicons
import NewsEvents

/// Single names, and short mentions that stand for a party named elsewhere.
extension PartyFinder {
  func simple(_ item: Item, _ discourse: Discourse, before: [PartyMention]) -> [PartyMention] {
    switch item.kind {
    case .head(let party): return [party]
    case .country(let n, let form):
      var party = tables.entities.countries[n]
      party.tokens = item.tokens
      if form == .government { party.sector = "GOV" }
      party.isAdjective = form == .adjective
      party.place = item.place
      return [party]
    case .actor(let party), .person(let party), .name(let party):
      return [party]
    case .place(let n):
      var party = PartyMention(tokens: item.tokens, country: tables.entities.placeCountries[n])
      party.place = n
      party.isPlaceOnly = true
      return [party]
    case .alias(let set):
      return alias(set, item.tokens, discourse, before: before)
    }
  }

  func alias(
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
    if set.has(.lastOffice) {
      let isMinistry = tokens.first.map { ClosedWords.ministry.contains(text.tokens[$0].hash) } ?? false
      return copy(isMinistry ? discourse.lastMinistry ?? discourse.lastOffice : discourse.lastOffice)
    }
    if set.has(.neighbour) {
      guard let mine = before.last(where: { $0.country?.utf8.count == 3 })?.country ?? discourse.lastSubject?.country,
        let other = discourse.dyad.first(where: { $0 != mine })
      else { return [] }
      return copy(PartyMention(tokens: tokens, country: other))
    }
    if set.has(.group) { return copy(before.last { $0.sector == "REB" && $0.entity != nil } ?? discourse.lastGroup) }
    if set.has(.regime) { return copy(discourse.lastRegime) }
    if set.has(.we) { return copy(discourse.lastSpeaker) }
    if set.has(.pronoun) {
      if let speaker = speaker(of: tokens, before) { return copy(speaker) }
      // Within a sentence the pronoun may follow its noun: "… a group that …, and it attacked".
      return copy(before.last { !$0.isPlaceOnly && !$0.isMedia && $0.sector == "REB" } ?? discourse.lastSubject)
    }
    return []
  }

  /// Urdu: پولیس کا کہنا ہے کہ انھوں نے …: who is said to speak right before the clause that the pronoun opens.
  private func speaker(of pronoun: Range<Int>, _ before: [PartyMention]) -> PartyMention? {
    let that = pronoun.lowerBound - 1
    guard language == .urdu, reading.tokens.contains(that), words.complementizer.contains(text.tokens[that].hash) else {
      return nil
    }
    let speech = max(reading.tokens.lowerBound, that - 4) ..<| that
    guard speech.contains(where: { t in reading.verb(at: t).map { reading.verbs[$0].isSpeech } ?? false }) else {
      return nil
    }
    let speaker = before.last {
      !$0.isMedia && $0.tokens.upperBound < that && words.ergative.contains(text.tokens[$0.tokens.upperBound].hash)
    }
    return speaker ?? before.last { !$0.isPlaceOnly && !$0.isMedia && that - $0.tokens.upperBound <= 5 }
  }

  func owner(_ discourse: Discourse, _ before: [PartyMention]) -> PartyMention? {
    if language == .arabic,
      let near = before.last(where: { $0.country?.utf8.count == 3 && !$0.isPlaceOnly && !$0.isMedia })
    {
      return near
    }
    return before.first { $0.country != nil && !$0.isPlaceOnly && !$0.isMedia } ?? discourse.lastSpeaker
      ?? discourse.lastSubject
  }

  func home(_ discourse: Discourse) -> PartyCode {
    switch language {
    case .persian: (discourse.counts["AFG"] ?? 0) > (discourse.counts["IRN"] ?? 0) ? "AFG" : "IRN"
    case .urdu: "PAK"
    case .arabic: discourse.mainCountry ?? "IGO"
    }
  }

  /// Both sides: the two countries of this sentence, else of the story.
  func pair(_ discourse: Discourse, _ before: [PartyMention]) -> [PartyCode]? {
    var near: [PartyCode] = []
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
}

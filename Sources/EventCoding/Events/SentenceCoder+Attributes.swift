import ArabicScript
import Lexicons
import NewsEvents
import TemporalTagging

/// Modes, contexts, numbers, date, place and source of an event.
extension SentenceCoder {
  func finish(_ event: inout CodedEvent, _ n: Int, _ merged: [Int?]) {
    let site = event.site
    let trigger = tables.triggers[site.trigger]
    let clause = clauses[site.clause]
    let range = clause.ranges.first { $0.contains(site.tokens.lowerBound) } ?? site.tokens
    var modes = trigger.mode.map { [$0] } ?? []
    // An event may be of another type than its word: a restriction on another country is a sanction.
    if site.type == .sanction, trigger.mode == "restrict" { modes = ["discontinue"] }
    modes.removeAll { !EventModes.of(site.type).contains($0) }
    func add(_ word: String, to list: inout [String]) { if !list.contains(word) { list.append(word) } }
    for (m, target) in merged.enumerated() where target == n {
      if site.type == .assault, let mode = tables.triggers[sites[m].trigger].mode { add(mode, to: &modes) }
    }
    var contexts = trigger.contexts
    let near =
      event.isBackground
      ? max(range.lowerBound, site.tokens.lowerBound - 2) ..<| min(range.upperBound, site.tokens.upperBound + 6) : range
    for marker in reading.markers {
      guard let entry = marker.entry else { continue }
      let word = tables.lexicon.markers[entry]
      if let mode = word.mode, word.modeType == site.type.rawValue, near.contains(marker.tokens.lowerBound) {
        add(mode, to: &modes)
      }
      if let context = word.context { add(context, to: &contexts) }
    }
    for parties in [event.actors, event.recipients] {
      for party in parties {
        guard let actor = party.contextsOf else { continue }
        for context in tables.lexicon.actors[actor].contexts { add(context, to: &contexts) }
      }
    }
    if site.type == .consult, trigger.mutual, !event.recipients.isEmpty { add("visit", to: &modes) }
    if modes.count > 1 { modes.sort() }
    if contexts.count > 1 { contexts.sort() }
    event.modes = modes
    event.contexts = contexts
    if event.status == .occurred, isOverYears(site) { event.status = .ongoing }

    let hasVictims = text.language != .arabic && merged.contains(n)
    if [.assault, .coerce, .protest].contains(site.type), !event.isBackground || sites.count == 1 || hasVictims {
      let dateSpans = dates.map(\.tokens)
      let killers = sites.filter { $0.type == .assault && tables.triggers[$0.trigger].isKilling }.map(\.tokens)
      let reader = CasualtyReader(text: text, reading: reading, killers: killers)
      var counts = reader.read(clause.start ..<| clause.end, dates: dateSpans)
      if counts.isEmpty, site.type == .assault {
        for c in clauses.indices
        where isLinked(site.clause, c)
          || c == site.clause + 1
            && !sites.contains(where: { $0.clause == c && merged[sites.firstIndex(of: $0)!] == nil })
        {
          counts = reader.read(clauses[c].start ..<| clauses[c].end, dates: dateSpans)
          if !counts.isEmpty { break }
        }
      }
      // Victims told in another clause of the same event.
      for (m, target) in merged.enumerated() where target == n && sites[m].clause != site.clause {
        let other = clauses[sites[m].clause]
        let more = reader.read(other.start ..<| other.end, dates: dateSpans)
        counts.deaths = counts.deaths ?? more.deaths
        counts.injured = counts.injured ?? more.injured
      }
      if site.type == .coerce { counts.deaths = nil; counts.injured = nil }
      event.counts = counts
    }
    let chooser = DateChooser(text: text, reading: reading, clauses: clauses, dates: dates)
    if event.status == .planned { event.date = chooser.deadline(site) }
    event.date = event.date ?? chooser.date(site, range: range, isBackground: event.isBackground)
    if event.status == .occurred, let date = event.date { event.date = pastWeekday(date, site) }
    // روز جمعه از بازگشت سفرا خبر داد: a day that is past, or that may be, is when the plan was told.
    if event.status == .planned, !site.isVerbal, let date = event.date, let end = date.end,
      day.map({ end <= $0 }) ?? (date.basis == .resolved)
    {
      event.date = nil
    }
    event.place = place(site, event.actors)
    event.attribution = attribution(site)
  }

  /// جمعے کو اعلان کیا: the weekday of a verb in the past is the last one, not the next.
  private func pastWeekday(_ date: DateInterval, _ site: EventSite) -> DateInterval {
    guard text.language != .arabic, let day, let start = date.start, start - day > 0, start - day <= 7,
      dates.contains(where: { $0.kind == .weekday && $0.interval == date }),
      clauses[site.clause].groups.contains(where: {
        groups[$0].features.contains(.past) && groups[$0].features.isDisjoint(with: .future)
          && !hasFutureWord(groups[$0].tokens)
      })
    else { return date }
    var last = date
    last.start = start - 7
    last.end = date.end.map { $0 - 7 }
    return last
  }

  private func hasFutureWord(_ tokens: Range<Int>) -> Bool {
    tokens.contains { words.future.contains(text.tokens[$0].hash) }
  }

  /// حالیہ برسوں میں کئی حملے کیے, نفذت في السنوات الأخيرة هجمات: deeds over years are no deed of a day.
  private func isOverYears(_ site: EventSite) -> Bool {
    guard site.isVerbal, site.type == .assault || site.type == .protest || site.type == .coerce else { return false }
    return dates.contains { date in
      date.isDate && date.interval.start == nil && date.interval.end == nil
        && clauses[site.clause].contains(date.tokens.lowerBound)
        && date.tokens.contains { ClosedWords.longTimes.contains(text.tokens[$0].hash) }
    }
  }

  /// The place in the event's own clause, nearest to it; then in a clause of its sentence that tells no event of its
  /// own. From there the country of who acts is no place: no place is better than the agent's.
  func place(
    _ site: EventSite, _ actors: [PartyMention], inSentence: Bool = true
  ) -> CodedEvent.PlaceMention? {
    let clause = clauses[site.clause]
    func isCandidate(_ p: PartyMention, _ inClause: Bool) -> Bool {
      guard inClause == clause.contains(p.tokens.lowerBound) else { return false }
      // A town's police station is a place as well.
      let isPlace = p.place != nil && (p.isPlaceOnly || p.sector == "COP" && !p.isPerson)
      guard isPlace || p.country?.utf8.count == 3 && !p.isPerson && p.sector == nil else { return false }
      if !inClause, let country = p.country, actors.contains(where: { $0.country == country }) { return false }
      if belongsToAnother(p, than: site, inClause: inClause) { return false }
      return isPlace || isLocative(p)
    }
    for inClause in inSentence ? [true, false] : [true] {
      func distance(_ p: PartyMention) -> Int {
        let d =
          p.tokens.lowerBound >= site.tokens.upperBound
          ? p.tokens.lowerBound - site.tokens.upperBound : site.tokens.lowerBound - p.tokens.upperBound
        return d * 2 + (p.place == nil ? 6 : 0)
      }
      var best: (distance: Int, party: Int)?
      for n in parties.indices where isCandidate(parties[n], inClause) {
        let d = distance(parties[n])
        if best == nil || d < best!.distance { best = (d, n) }
      }
      if let n = best?.party {
        return .init(place: parties[n].place, country: parties[n].country, tokens: parties[n].tokens)
      }
    }
    return nil
  }

  /// An Arabic place follows what happened there: it belongs to the last event named before it. A Persian or Urdu one
  /// belongs to its own clause and, in it, to a background noun that it stands with.
  func belongsToAnother(_ party: PartyMention, than site: EventSite, inClause: Bool) -> Bool {
    func isOther(_ n: Int) -> Bool { !isSilent[n] && sites[n] != site }
    let at = party.tokens.lowerBound
    guard text.language == .arabic else {
      return inClause
        ? belongsToBackground(party, of: site)
        : sites.indices.contains { isOther($0) && clauses[sites[$0].clause].contains(at) }
    }
    if at >= site.tokens.upperBound {
      let between = site.tokens.upperBound ..<| at
      return sites.indices.contains {
        sites[$0].type != site.type && between.contains(sites[$0].tokens.lowerBound) && isOther($0)
      }
    }
    return sites.indices.contains { sites[$0].tokens.upperBound <= at && isOther($0) }
  }

  /// "After the attack on a base at the border agreed …": the border is where the attack was. The place follows the
  /// noun in Persian and precedes it in Urdu, and no verb stands between.
  func belongsToBackground(_ party: PartyMention, of site: EventSite) -> Bool {
    sites.contains { other in
      guard other != site, other.clause == site.clause, other.kind == .noun, isBackground(other) else { return false }
      let between =
        text.language == .urdu
        ? party.tokens.upperBound ..<| other.tokens.lowerBound : other.tokens.upperBound ..<| party.tokens.lowerBound
      let isOrdered =
        text.language == .urdu
        ? party.tokens.upperBound <= other.tokens.lowerBound : other.tokens.upperBound <= party.tokens.lowerBound
      guard isOrdered, between.count <= 12, !between.overlaps(site.tokens) else { return false }
      return !clauses[site.clause].groups.contains { groups[$0].tokens.overlaps(between) }
    }
  }

  /// در ایران, في باكستان, بشرق إيران, ایران میں.
  func isLocative(_ party: PartyMention) -> Bool {
    if let e = reading.entity(at: party.tokens.lowerBound), reading.entities[e].affixes.contains(.bi) { return true }
    for list in phrases {
      if let phrase = list.first(where: { $0.tokens.contains(party.tokens.lowerBound) }) {
        guard let marker = phrase.marker,
          party.tokens.lowerBound - phrase.tokens.lowerBound <= 2 || text.language == .urdu,
          !ClosedWords.regime.contains(text.tokens[party.tokens.lowerBound].hash)
        else { return false }
        return phrase.set.has(.in) && !phrase.set.has(.agent)
          || reading.classes(at: marker.lowerBound).has(.in)
      }
    }
    return false
  }

  /// Who says so: the subject of the verb of speech above the clause.
  func attribution(_ site: EventSite) -> Attribution? {
    var at: Int? = clauses[site.clause].kind == .complement ? clauses[site.clause].parent : nil
    while let c = at {
      if clauses[c].groups.contains(where: { groups[$0].isSpeech }) {
        guard let n = assigner.subject(of: c).first else { return nil }
        return source(parties[n])
      }
      at = clauses[c].kind == .complement ? clauses[c].parent : nil
    }
    for list in phrases {
      for phrase in list where phrase.set.has(.attribution) {
        if let n = phrase.parties.first { return source(parties[n]) }
      }
    }
    return nil
  }

  func source(_ party: PartyMention) -> Attribution {
    let quote = text.quote(party.tokens)
    return Attribution(
      source: tables.entities.name(party.entity) ?? quote.text, country: party.country?.description, quote: quote)
  }
}

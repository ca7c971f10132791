import ArabicScript
import Lexicons
import NewsEvents

/// Fills the slots of an event's frame with the parties of its clause.
final class RoleAssigner {
  let tables: CoderTables
  let text: AnalyzedText
  let reading: SentenceReading
  let clauses: [Clause]
  let groups: [VerbGroup]
  let parties: [PartyMention]
  let sites: [EventSite]
  let words: ClosedWords
  /// Phrases per clause.
  let phrases: [[Phrase]]
  /// The subject of each clause, once it was asked for.
  private var subjects: [[Int]?]

  init(
    tables: CoderTables, text: AnalyzedText, reading: SentenceReading, clauses: [Clause], groups: [VerbGroup],
    parties: [PartyMention], sites: [EventSite], words: ClosedWords, phrases: [[Phrase]]
  ) {
    self.tables = tables
    self.text = text
    self.reading = reading
    self.clauses = clauses
    self.groups = groups
    self.parties = parties
    self.sites = sites
    self.words = words
    self.phrases = phrases
    subjects = [[Int]?](repeating: nil, count: clauses.count)
  }

  /// The parties of an event as indices into `parties`, and how they were found.
  struct Roles: Sendable {
    var actors: [Int] = []
    var recipients: [Int] = []
    /// The agent was found in a slot of its own frame, not inherited.
    var ownAgent = false
    var ownRecipient = false
    /// The verb is read as a passive.
    var passive = false
  }

  private typealias Slot = CoderTables.Slot

  private var language: Int { CoderTables.index(text.language) }

  // MARK: Groups of coordinated parties

  /// The coordinated parties that begin with `first`, within `phrase`.
  func coordinated(_ first: Int, in phrase: Phrase) -> [Int] {
    var out = [first]
    var last = first
    for next in phrase.parties where next > first {
      let gap =
        parties[last].tokens.upperBound ..<| max(parties[last].tokens.upperBound, parties[next].tokens.lowerBound)
      guard parties[next].sharesWords || isAnd(gap, next) else { break }
      out.append(next)
      last = next
    }
    return out.filter { !parties[$0].isMedia && (!parties[$0].isPlaceOnly || out.count == 1) }
  }

  private func isAnd(_ gap: Range<Int>, _ next: Int) -> Bool {
    if gap.isEmpty {
      guard text.language == .arabic else { return false }
      return text.codes(text.tokens[parties[next].tokens.lowerBound]).first == LetterCode.waw
        && reading.entity(at: parties[next].tokens.lowerBound).map { reading.entities[$0].affixes.contains(.and) }
          ?? false
    }
    return gap.count <= 2
      && gap.allSatisfy { words.and.contains(text.tokens[$0].hash) || text.tokens[$0].isMark(UInt8(ascii: ",")) }
  }

  /// The first group of coordinated parties of a phrase, unless an event's noun stands before it.
  func head(of phrase: Phrase, from start: Int? = nil, skipping taken: Set<Int> = []) -> [Int] {
    for p in phrase.parties where !taken.contains(p) {
      if let start, parties[p].tokens.lowerBound < start { continue }
      if parties[p].isMedia { continue }
      let lead =
        (start ?? phrase.tokens.lowerBound) ..<| max(start ?? phrase.tokens.lowerBound, parties[p].tokens.lowerBound)
      if text.language != .urdu, lead.contains(where: { t in sites.contains { $0.tokens.contains(t) } }) { return [] }
      return coordinated(p, in: phrase)
    }
    return []
  }

  // MARK: Subject

  /// The subject of a clause by the word order of its language; empty when it has none or it is an event.
  func subject(of clause: Int) -> [Int] {
    if let known = subjects[clause] { return known }
    let found = findSubject(of: clause)
    subjects[clause] = found
    return found
  }

  private func findSubject(of clause: Int) -> [Int] {
    let list = phrases[clause]
    switch text.language {
    case .persian:
      let verb = clauses[clause].groups.first.map { groups[$0].tokens.lowerBound } ?? clauses[clause].end
      for phrase in list where phrase.marker == nil && !phrase.isObject && phrase.tokens.lowerBound < verb {
        if phrase.parties.isEmpty { continue }
        return head(of: phrase)
      }
      // در همان لحظات گروه‌های … : an adverbial of time or place runs into the subject.
      for phrase in list where phrase.set.has(.in) && phrase.tokens.lowerBound < verb {
        if let p = phrase.parties.first(where: {
          parties[$0].sector != nil && !parties[$0].isPlaceOnly
            && parties[$0].tokens.lowerBound > phrase.tokens.lowerBound + 1
        }), !sites.contains(where: { $0.kind == .noun && phrase.tokens.contains($0.tokens.lowerBound) }) {
          return coordinated(p, in: phrase)
        }
      }
      return []
    case .urdu:
      if let agent = list.first(where: {
        $0.set.has(.agent) && $0.literal.count == 1 && words.ergative.contains($0.literal[0])
      }) {
        // The head of an Urdu noun phrase is its last party; coordinated ones stand before it.
        return headLast(of: agent)
      }
      let verb = clauses[clause].groups.first.map { groups[$0].tokens.lowerBound } ?? clauses[clause].end
      for phrase in list where phrase.marker == nil && phrase.tokens.lowerBound < verb && !phrase.parties.isEmpty {
        return unmarkedHead(of: phrase)
      }
      return []
    case .arabic:
      guard let verb = clauses[clause].groups.first.map({ groups[$0].tokens }) else {
        for phrase in list where phrase.marker == nil && !phrase.parties.isEmpty { return head(of: phrase) }
        return []
      }
      if let after = list.first(where: { $0.tokens.lowerBound == verb.upperBound && $0.marker == nil }) {
        let found = head(of: after)
        if let first = found.first, parties[first].tokens.lowerBound - verb.upperBound <= 3 { return found }
      }
      for phrase in list where phrase.marker == nil && phrase.tokens.upperBound <= verb.lowerBound {
        if phrase.parties.isEmpty { continue }
        return head(of: phrase)
      }
      return []
    }
  }

  /// Urdu without نے: the first party that is not only the owner of what follows.
  private func unmarkedHead(of phrase: Phrase) -> [Int] {
    for p in phrase.parties where !parties[p].isMedia && !parties[p].isPlaceOnly {
      let at = parties[p].tokens.upperBound
      if at < phrase.tokens.upperBound, words.genitive.contains(text.tokens[at].hash) { continue }
      var cut = phrase
      cut.parties = phrase.parties.filter { $0 <= p }
      var end = p
      for next in phrase.parties where next > p {
        guard
          parties[next].sharesWords || isAnd(parties[end].tokens.upperBound ..<| parties[next].tokens.lowerBound, next)
        else { break }
        cut.parties.append(next)
        end = next
      }
      cut.tokens = phrase.tokens.lowerBound ..<| parties[end].tokens.upperBound
      return headLast(of: cut)
    }
    return headLast(of: phrase)
  }

  /// Urdu: the parties that the postposition governs: the last one and those coordinated before it. A party with
  /// a genitive after it only modifies the head, which then counts by its owner.
  func headLast(of phrase: Phrase) -> [Int] {
    guard let last = phrase.parties.last(where: { !parties[$0].isMedia }) else { return [] }
    // "X of the attack": the head of the phrase is an event.
    let tail = parties[last].tokens.upperBound ..<| max(parties[last].tokens.upperBound, phrase.tokens.upperBound)
    if tail.contains(where: { t in sites.contains { $0.tokens.contains(t) && $0.kind == .noun } }) { return [] }
    var out = [last]
    for p in phrase.parties.reversed() where p < last {
      let first = out[0]
      let gap = parties[p].tokens.upperBound ..<| max(parties[p].tokens.upperBound, parties[first].tokens.lowerBound)
      if parties[first].sharesWords || isAnd(gap, first) {
        out.insert(p, at: 0)
      } else if isAndWithPlace(gap) {
        out.insert(p, at: 0)
      }
    }
    return out.filter { !parties[$0].isPlaceOnly || out.count == 1 }
  }

  /// اور اسلام آباد میں …: a place between two coordinated people.
  private func isAndWithPlace(_ gap: Range<Int>) -> Bool {
    gap.count <= 5 && gap.contains { words.and.contains(text.tokens[$0].hash) }
      && gap.contains { t in parties.contains { $0.place != nil && $0.tokens.contains(t) } }
  }

  /// The subject, or that of the clause it depends on or follows.
  func subjectOrInherited(_ clause: Int) -> (parties: [Int], own: Bool) {
    let own = subject(of: clause)
    if !own.isEmpty { return (own, true) }
    // A clause whose subject is an event or a nameless noun does not borrow one.
    if clauses[clause].kind == .relative, let parent = clauses[clause].parent {
      let range = clauses[parent].ranges.first ?? 0 ..<| 0
      if let near = parties.indices.last(where: {
        parties[$0].tokens.upperBound <= clauses[clause].start && range.contains(parties[$0].tokens.lowerBound)
      }) {
        return ([near], false)
      }
    }
    var at = clauses[clause].parent
    var steps = 0
    while let c = at, steps < 6 {
      let found = subject(of: c)
      if !found.isEmpty { return (found, false) }
      at = clauses[c].parent
      steps += 1
    }
    return ([], false)
  }

  // MARK: Slots

  /// Tokens in which an event's own parties stand.
  private func scope(_ site: EventSite) -> Range<Int> {
    let clause = clauses[site.clause]
    guard let range = clause.ranges.first(where: { $0.contains(site.tokens.lowerBound) }) else { return site.tokens }
    if site.isVerbal { return clause.start ..<| clause.end }
    if text.language == .urdu {
      var start = range.lowerBound
      for phrase in phrases[site.clause] where phrase.tokens.upperBound <= site.tokens.lowerBound {
        // The agent of the main verb and what another event owns stay outside.
        if phrase.literal.count == 1, words.ergative.contains(phrase.literal[0]) {
          start = max(start, phrase.marker!.upperBound)
        }
        if phrase.set.meets(.temporal), !phrase.set.has(.cause) {
          start = max(start, phrase.marker?.upperBound ?? start)
        }
      }
      for other in sites
      where other.tokens.upperBound <= site.tokens.lowerBound && range.contains(other.tokens.lowerBound)
        && other.kind != .noun
      {
        start = max(start, other.tokens.upperBound)
      }
      return min(start, site.tokens.lowerBound) ..<| site.tokens.upperBound
    }
    var end = range.upperBound
    for other in sites where other.tokens.lowerBound >= site.tokens.upperBound && other.tokens.lowerBound < end {
      end = other.tokens.lowerBound
    }
    for g in clause.groups where groups[g].tokens.lowerBound >= site.tokens.upperBound {
      end = min(end, groups[g].tokens.lowerBound)
    }
    for phrase in phrases[site.clause] where phrase.tokens.lowerBound > site.tokens.upperBound {
      if phrase.set.meets(.temporal), phrase.marker != nil { end = min(end, phrase.marker!.lowerBound) }
    }
    return site.tokens.lowerBound ..<| max(end, site.tokens.upperBound)
  }

  private func fill(_ slot: Slot, _ site: EventSite, _ scope: Range<Int>) -> [Int] {
    switch slot {
    case .subject:
      guard site.isVerbal else { return [] }
      // إثر شن إيران هجوما: the light verb is a noun, its subject stands in the genitive.
      if text.language == .arabic, site.kind == .light, site.group == nil, let verb = site.verb {
        guard let phrase = phrases[site.clause].first(where: { $0.tokens.contains(verb.upperBound) }) else { return [] }
        let found = head(of: phrase, from: verb.upperBound)
        return found.first.map { parties[$0].tokens.lowerBound - verb.upperBound <= 2 } == true ? found : []
      }
      return subject(of: site.clause)
    case .object:
      return site.isVerbal ? object(site) : []
    case .genitive:
      return genitive(site, scope)
    case .adjective:
      return adjective(site, scope)
    case .marker(let literal):
      return marked(literal, site, scope)
    case .clitic(let affix):
      for (n, party) in parties.enumerated() where scope.contains(party.tokens.lowerBound) {
        guard let e = reading.entity(at: party.tokens.lowerBound) else { continue }
        if reading.entities[e].affixes.contains(affix),
          party.tokens.lowerBound >= site.tokens.upperBound || site.isVerbal
        {
          return phrases[site.clause].first { $0.parties.contains(n) }.map { coordinated(n, in: $0) } ?? [n]
        }
      }
      return []
    }
  }

  private func object(_ site: EventSite) -> [Int] {
    let list = phrases[site.clause]
    let subject = Set(subject(of: site.clause))
    switch text.language {
    case .persian:
      for phrase in list where phrase.isObject && !phrase.parties.isEmpty { return head(of: phrase) }
      guard let verb = site.verb?.lowerBound else { return [] }
      for phrase in list.reversed() where phrase.marker == nil && phrase.tokens.upperBound <= verb {
        let found = head(of: phrase, skipping: subject)
        if !found.isEmpty { return found }
      }
      return []
    case .arabic:
      guard let verb = site.verb ?? Optional(site.tokens) else { return [] }
      guard let after = list.first(where: { $0.tokens.lowerBound == verb.upperBound && $0.marker == nil }) else {
        return []
      }
      // The first noun after the verb is the subject when nothing before it is.
      let taken = after.parties.filter { subject.contains($0) }
      return head(of: after, from: taken.last.map { parties[$0].tokens.upperBound }, skipping: subject)
    case .urdu:
      for phrase in list where phrase.marker == nil {
        let found = headLast(of: phrase).filter { !subject.contains($0) }
        if !found.isEmpty { return found }
      }
      return []
    }
  }

  private func genitive(_ site: EventSite, _ scope: Range<Int>) -> [Int] {
    let noun = site.tokens
    if text.language == .urdu {
      // The nearest party with کا, کے, کی after it; what the noun governs with another postposition may stand between.
      for p in parties.indices.reversed()
      where parties[p].tokens.upperBound <= noun.lowerBound && scope.contains(parties[p].tokens.lowerBound)
        && !parties[p].isMedia
      {
        let gap = parties[p].tokens.upperBound ..<| noun.lowerBound
        guard let first = gap.first, gap.count <= 9, words.genitive.contains(text.tokens[first].hash) else { continue }
        if gap.contains(where: { t in
          text.tokens[t].kind == .mark || words.ergative.contains(text.tokens[t].hash)
            || groups.contains { $0.tokens.contains(t) } || sites.contains { $0.tokens.contains(t) }
        }) {
          break
        }
        guard let phrase = phrases[site.clause].first(where: { $0.parties.contains(p) }) else { return [p] }
        return before(p, in: phrase)
      }
      return []
    }
    guard let p = parties.indices.first(where: { parties[$0].tokens.lowerBound >= noun.upperBound }),
      scope.contains(parties[p].tokens.lowerBound), !parties[p].isMedia
    else { return [] }
    let gap = noun.upperBound ..<| parties[p].tokens.lowerBound
    guard gap.count <= 4, !gap.contains(where: { isBoundary($0) }) else { return [] }
    if let e = reading.entity(at: parties[p].tokens.lowerBound),
      !reading.entities[e].affixes.isDisjoint(with: [.bi, .li, .and])
    {
      return []
    }
    guard let phrase = phrases[site.clause].first(where: { $0.parties.contains(p) }) else { return [p] }
    return coordinated(p, in: phrase)
  }

  /// Urdu: a party and those coordinated before it.
  private func before(_ last: Int, in phrase: Phrase) -> [Int] {
    var out = [last]
    for p in phrase.parties.reversed() where p < last {
      let gap = parties[p].tokens.upperBound ..<| max(parties[p].tokens.upperBound, parties[out[0]].tokens.lowerBound)
      guard parties[out[0]].sharesWords || isAnd(gap, out[0]) else { break }
      out.insert(p, at: 0)
    }
    return out.filter { !parties[$0].isPlaceOnly }
  }

  private func isBoundary(_ token: Int) -> Bool {
    text.tokens[token].kind == .mark || reading.classes(at: token).meets(.adposition)
      || words.complementizer.contains(text.tokens[token].hash) || words.relative.contains(text.tokens[token].hash)
      || words.and.contains(text.tokens[token].hash)
      || groups.contains { $0.tokens.contains(token) }
  }

  private func adjective(_ site: EventSite, _ scope: Range<Int>) -> [Int] {
    let noun = site.tokens
    for (n, party) in parties.enumerated() where party.isAdjective && scope.contains(party.tokens.lowerBound) {
      // An adjective inside the trigger's own words: غارة إسرائيلية.
      if noun.contains(party.tokens.lowerBound) { return [n] }
      let gap =
        text.language == .urdu
        ? party.tokens.upperBound ..<| max(party.tokens.upperBound, noun.lowerBound)
        : noun.upperBound ..<| max(noun.upperBound, party.tokens.lowerBound)
      let placed =
        text.language == .urdu ? party.tokens.upperBound <= noun.lowerBound : party.tokens.lowerBound >= noun.upperBound
      if placed, gap.count <= 2,
        !gap.contains(where: { isBoundary($0) || words.genitive.contains(text.tokens[$0].hash) })
      {
        return [n]
      }
    }
    return []
  }

  /// The party of the phrase that this word or phrase governs, nearest to the event.
  private func marked(_ literal: [UInt64], _ site: EventSite, _ scope: Range<Int>) -> [Int] {
    var best: (distance: Int, found: [Int])?
    for phrase in phrases[site.clause] where phrase.literal == literal && scope.overlaps(phrase.tokens) {
      // دیدار از X: the phrase belongs to the noun before it.
      if site.isVerbal, text.language != .urdu, let marker = phrase.marker,
        sites.contains(where: {
          $0.kind == .noun && $0.tokens != site.tokens && $0.tokens.upperBound <= marker.lowerBound
            && marker.lowerBound - $0.tokens.upperBound <= 1 && $0.clause == site.clause
        })
      {
        continue
      }
      var found = text.language == .urdu ? headLast(of: phrase) : head(of: phrase)
      if found.isEmpty, text.language == .urdu, phrase.parties.isEmpty == false {
        found = [phrase.parties[phrase.parties.count - 1]].filter { !parties[$0].isMedia }
      }
      guard !found.isEmpty else { continue }
      let at = parties[found[0]].tokens
      let distance =
        at.lowerBound >= site.tokens.upperBound
        ? at.lowerBound - site.tokens.upperBound : site.tokens.lowerBound - at.upperBound
      if best == nil || distance < best!.distance { best = (distance, found) }
    }
    return best?.found ?? []
  }

  // MARK: Roles

  /// قتل is "killed" and "was killed". Without an object it is the passive: a number of people follows, the clause
  /// ends after the first noun, or the subject stands before and a preposition follows.
  private func isUnvowelledPassive(_ site: EventSite) -> Bool {
    guard text.language == .arabic, site.kind == .verb, let verb = site.verb else { return false }
    guard tables.triggers[site.trigger].mayBePassive else { return false }
    let next = verb.upperBound
    guard let after = phrases[site.clause].first(where: { $0.tokens.lowerBound == next && $0.marker == nil }) else {
      return true
    }
    let hasNumber = Numerals.canBegin(text.tokens[next], .arabic) || reading.classes(at: next).has(.atLeast)
    let before = phrases[site.clause].contains {
      $0.marker == nil && $0.tokens.upperBound <= verb.lowerBound && !$0.parties.isEmpty
    }
    if before { return false }
    if hasNumber { return true }
    guard let first = after.parties.first, parties[first].tokens.lowerBound - next <= 1 else { return false }
    let group = coordinated(first, in: after)
    let end = group.map { parties[$0].tokens.upperBound }.max() ?? after.tokens.upperBound
    return after.tokens.upperBound - end <= 0
  }

  func roles(_ site: EventSite) -> Roles {
    let trigger = tables.triggers[site.trigger]
    let frame = trigger.frames[language]
    let scope = scope(site)
    var out = Roles()
    out.passive = site.passive || isUnvowelledPassive(site)
    if trigger.mutual {
      for slot in frame.agent + frame.recipient {
        for p in fill(slot, site, scope) where !out.actors.contains(p) && !parties[p].isPlaceOnly {
          out.actors.append(p)
        }
      }
      out.ownAgent = !out.actors.isEmpty
      return out
    }
    if out.passive {
      for slot in frame.agent where out.actors.isEmpty {
        switch slot {
        case .subject, .object: continue
        case .genitive where site.kind != .light: continue
        default: out.actors = fill(slot, site, scope)
        }
      }
      let order: [CoderTables.Slot] = [.subject] + frame.recipient
      for slot in order where out.recipients.isEmpty {
        out.recipients = fill(slot, site, scope).filter { !out.actors.contains($0) }
      }
    } else {
      for slot in frame.agent where out.actors.isEmpty {
        out.actors = fill(slot, site, scope).filter { !parties[$0].isPlaceOnly }
      }
      for slot in frame.recipient where out.recipients.isEmpty {
        out.recipients = fill(slot, site, scope).filter { !out.actors.contains($0) }
      }
    }
    out.ownAgent = !out.actors.isEmpty
    out.ownRecipient = !out.recipients.isEmpty
    return out
  }
}

import ArabicScript
import Lexicons
import NewsEvents

/// Finds the words of a sentence that report events: verbs, nouns with their light verbs, nouns alone, phrases.
struct SiteFinder {
  let tables: CoderTables
  let text: AnalyzedText
  let reading: SentenceReading
  let clauses: [Clause]
  let groups: [VerbGroup]
  let words: ClosedWords

  /// O(triggers × verbs of the sentence).
  func find(_ decisions: inout [TriggerDecision]) -> [EventSite] {
    var out: [EventSite] = []
    /// A light verb serves one noun, the nearest: from the last noun backwards (forwards in Arabic).
    var used: Set<Int> = []
    var order = text.language == .arabic ? Array(reading.triggers.indices) : reading.triggers.indices.reversed()
    // خواستار استرداد … شد: what somebody wants does not take the verb of the wanting.
    if text.language == .persian {
      order.sort { isWanting($0) && !isWanting($1) }
    }
    for n in order {
      let match = reading.triggers[n]
      guard let clause = clauses.firstIndex(where: { $0.contains(match.tokens.lowerBound) }) else { continue }
      if let site = site(match, clause, &used) {
        out.append(site)
      } else if let trigger = match.meanings.lazy.compactMap({ self.trigger($0) }).first {
        decisions.append(decision(trigger, match.tokens, .noLightVerb))
      }
    }
    // سفیر خود را فراخواند: the verb reports no event of its own beside the noun it was made for.
    if text.language != .arabic {
      let taken = out.filter { $0.kind == .light }.compactMap(\.verb)
      out.removeAll { $0.kind == .verb && taken.contains($0.tokens) }
    }
    return out.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  func isWanting(_ n: Int) -> Bool {
    ClosedWords.persianWanting.contains(text.tokens[reading.triggers[n].tokens.lowerBound].hash)
  }

  func decision(_ trigger: Int, _ tokens: Range<Int>, _ rejection: Rejection?) -> TriggerDecision {
    TriggerDecision(
      trigger: tables.lexicon.triggers[trigger].id, type: tables.triggers[trigger].type, tokens: tokens,
      rejection: rejection)
  }

  func trigger(_ meaning: Meaning) -> Int? {
    switch meaning {
    case .triggerNoun(let n), .triggerForm(let n), .triggerVerb(let n, _): n
    case .triggerLight(let n): tables.lexicon.lightNouns[n].trigger
    default: nil
    }
  }

  func site(_ match: TriggerMatch, _ clause: Int, _ used: inout Set<Int>) -> EventSite? {
    // تواصل إسرائيل هجومها: at the head of its clause the word is the verb of going on, no contact.
    if text.language == .arabic, match.tokens.count == 1, match.tokens.lowerBound == clauses[clause].start,
      reading.classes(at: match.tokens.lowerBound).has(.ongoing)
    {
      return nil
    }
    if isDrone(match, clause) || isEmphasis(match) { return nil }
    var best: (rank: Int, site: EventSite)?
    func offer(_ rank: Int, _ site: EventSite) {
      let rank = rank * 10 + tables.triggers[site.trigger].weight
      if best == nil || rank > best!.rank { best = (rank, site) }
    }
    var verbUsed: Int?
    for (order, meaning) in match.meanings.enumerated() {
      switch meaning {
      case .triggerLight(let n):
        let t = special(match, order, tables.lexicon.lightNouns[n].trigger)
        guard let found = lightVerb(for: n, match, clause, used) else {
          if let passive = verblessPredicate(n, match, clause) {
            var site = EventSite(
              trigger: t, type: tables.triggers[t].type, kind: .light, tokens: match.tokens, affixes: match.affixes,
              clause: clause)
            site.features = .past
            site.passive = passive
            offer(4, site)
          }
          continue
        }
        if tables.triggers[t].type == .protest, !isActing(match, found.verb) { continue }
        var site = EventSite(
          trigger: t, type: tables.triggers[t].type, kind: .light, tokens: match.tokens, affixes: match.affixes,
          clause: clause)
        site.verb = reading.verbs[found.verb].tokens
        site.group = groups.firstIndex { $0.tokens.contains(reading.verbs[found.verb].tokens.lowerBound) }
        site.features = site.group.map { groups[$0].features } ?? found.features
        site.passive = found.passive || text.language != .arabic && isPassiveGroup(site.group, after: found.verb)
        offer(4, site)
        verbUsed = found.verb
      case .triggerVerb(let n, let features):
        guard let group = groups.firstIndex(where: { $0.tokens.overlaps(match.tokens) }) else {
          // A participle or an infinitive reports the event as a noun does.
          let site = EventSite(
            trigger: n, type: tables.triggers[n].type, kind: .noun, tokens: match.tokens, affixes: match.affixes,
            clause: clause)
          if text.language == .arabic || !features.contains(.stem) { offer(1, site) }
          continue
        }
        var site = EventSite(
          trigger: n, type: tables.triggers[n].type, kind: .verb, tokens: match.tokens, affixes: match.affixes,
          clause: clause)
        site.verb = groups[group].tokens
        site.group = group
        site.features = groups[group].features
        site.passive = features.contains(.passive) || isPassiveGroup(group, after: nil)
        offer(3, site)
      case .triggerForm(let n):
        var site = EventSite(
          trigger: n, type: tables.triggers[n].type, kind: .form, tokens: match.tokens, affixes: match.affixes,
          clause: clause)
        if let group = groups.firstIndex(where: {
          $0.tokens.overlaps(match.tokens) || $0.tokens.lowerBound == match.tokens.upperBound
        }) {
          site.verb = groups[group].tokens
          site.group = group
          site.features = groups[group].features
        } else if text.language == .persian && isFinite(match.tokens) {
          // کشتند, کشته‌اند: listed as they stand, because the stem alone means something else.
          site.verb = match.tokens
        } else if text.language == .persian, let last = match.tokens.last,
          PersianVerbs.subjunctives.contains(text.tokens[last].hash)
        {
          // تا به محل کار خود بازگردند: what is to be done.
          site.verb = match.tokens
          site.features = .subjunctive
        } else if text.language != .arabic || followsPreposition(match.tokens) {
          // A phrase without a verb reports the event as a noun does.
          site.kind = .noun
        }
        offer(2, site)
      case .triggerNoun(let n):
        if let found = plainVerb(after: match.tokens, clause, used) {
          var site = EventSite(
            trigger: n, type: tables.triggers[n].type, kind: .light, tokens: match.tokens, affixes: match.affixes,
            clause: clause)
          site.verb = reading.verbs[found.verb].tokens
          site.group = groups.firstIndex { $0.tokens.contains(reading.verbs[found.verb].tokens.lowerBound) }
          site.features = site.group.map { groups[$0].features } ?? []
          site.passive = found.passive
          offer(3, site)
          verbUsed = found.verb
          continue
        }
        if let found = carrier(before: match, clause, used) {
          let v = found.verb
          var site = EventSite(
            trigger: n, type: tables.triggers[n].type, kind: .light, tokens: match.tokens, affixes: match.affixes,
            clause: clause)
          site.verb = reading.verbs[v].tokens
          site.group = groups.firstIndex { $0.tokens.contains(reading.verbs[v].tokens.lowerBound) }
          site.features = reading.verbs[v].features
          site.passive = found.passive && !tables.triggers[n].mutual
          offer(3, site)
          verbUsed = v
          continue
        }
        offer(
          0,
          EventSite(
            trigger: n, type: tables.triggers[n].type, kind: .noun, tokens: match.tokens, affixes: match.affixes,
            clause: clause))
      default: break
      }
    }
    if let best, best.site.kind == .light, let verbUsed { used.insert(verbUsed) }
    return best?.site
  }

  /// Urdu: تعلقات کے فروغ پر زور دیا is said of a thing, اسرائیل پر زور دیا of somebody who is urged.
  func isEmphasis(_ match: TriggerMatch) -> Bool {
    guard text.language == .urdu, match.tokens.count == 1,
      text.tokens[match.tokens.lowerBound].hash == ClosedWords.urduStress
    else { return false }
    return match.tokens.lowerBound - 2 < reading.tokens.lowerBound
      || reading.entity(at: match.tokens.lowerBound - 2) == nil
  }

  /// هجوم بعشرات المسيّرات: the means of an attack are drones, no marches.
  func isDrone(_ match: TriggerMatch, _ clause: Int) -> Bool {
    guard text.language == .arabic, ClosedWords.arabicDrones.contains(text.tokens[match.tokens.lowerBound].hash) else {
      return false
    }
    if let v = reading.verb(at: match.tokens.lowerBound - 1), let t = reading.trigger(at: match.tokens.lowerBound - 1),
      reading.verbs[v].isTrigger,
      reading.triggers[t].meanings.contains(where: { trigger($0).map { tables.triggers[$0].type } == .assault })
    {
      return true
    }
    let near = max(reading.tokens.lowerBound, match.tokens.lowerBound - 2) ..<| match.tokens.lowerBound
    if near.contains(where: { ClosedWords.arabicAircraft.contains(text.tokens[$0].hash) }) { return true }
    let isMeans =
      match.affixes.contains(.bi)
      || text.codes(text.tokens[match.tokens.lowerBound - 1]).first == LetterCode.beh
    return isMeans
      && reading.triggers.contains {
        clauses[clause].contains($0.tokens.lowerBound) && $0.tokens.lowerBound < match.tokens.lowerBound
          && $0.meanings.contains { self.trigger($0).map { tables.triggers[$0].type } == .assault }
      }
  }

  /// Persian: a past stem (in ـت, ـید, ـود, ـاد) with the ending of the third person plural, or the perfect in ـه‌اند; the
  /// subjunctive of a promise, بازگردند, is none.
  func isFinite(_ tokens: Range<Int>) -> Bool {
    guard let last = tokens.last else { return false }
    let codes = Array(text.codes(text.tokens[last]))
    guard codes.count >= 4, codes.suffix(2) == [LetterCode.noon, LetterCode.dal] else { return false }
    let (before, stem) = (codes[codes.count - 4], codes[codes.count - 3])
    if stem == LetterCode.teh || stem == LetterCode.alef { return true }
    return stem == LetterCode.dal && [LetterCode.waw, LetterCode.yeh, LetterCode.alef].contains(before)
  }

  func followsPreposition(_ tokens: Range<Int>) -> Bool {
    reading.classes(at: tokens.lowerBound - 1).meets(.adposition) || !match(tokens).isDisjoint(with: [.bi, .li])
  }

  func match(_ tokens: Range<Int>) -> Affixes {
    reading.trigger(at: tokens.lowerBound).map { reading.triggers[$0].affixes } ?? []
  }

  /// کشته شد, مارا گیا, کیا گیا: a participle with the verb of the passive.
  func isPassiveGroup(_ group: Int?, after verb: Int?) -> Bool {
    guard let group else { return false }
    switch text.language {
    case .persian:
      guard verb == nil else { return false }
      return groups[group].tokens.dropFirst().contains { ClosedWords.persianPassive.contains(text.tokens[$0].hash) }
    case .urdu:
      return groups[group].tokens.dropFirst().contains { ClosedWords.urduPassive.contains(text.tokens[$0].hash) }
        && groups[group].features.contains(.past)
        && !groups[group].tokens.contains { ClosedWords.urduIntransitive.contains(text.tokens[$0].hash) }
    case .arabic: return false
    }
  }
}

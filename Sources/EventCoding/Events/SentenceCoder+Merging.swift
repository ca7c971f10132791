import ArabicScript
import Lexicons
import NewsEvents
import TemporalTagging

/// One event, not two: which words of a sentence tell the same event, and which only what another event is about.
extension SentenceCoder {
  func joinSame(_ roles: [RoleAssigner.Roles], _ dropped: inout [Rejection?], _ merged: inout [Int?]) {
    for b in sites.indices where sites[b].isVerbal && sites[b].type == .assault {
      guard let a = describedEvent(sites[b].clause), sites[a].type == .assault, dropped[a] == nil else { continue }
      dropped[b] = .sameEvent
      merged[b] = a
    }
    for b in sites.indices {
      for a in sites.indices where a != b && dropped[a] == nil && dropped[b] == nil && sites[a].type == sites[b].type {
        let sameClause = sites[a].clause == sites[b].clause
        if text.language == .arabic, sharesPredicate(sites[a], sites[b]), isFuller(sites[a], than: sites[b], a < b) {
          dropped[b] = .sameEvent
          merged[b] = a
          continue
        }
        // أصيب برصاص قناص: what they were hit with goes with the verb, whose agent it names.
        if text.language == .arabic, sites[a].type == .assault, sameClause, sites[a].kind == .verb,
          sites[b].kind != .verb, isInstrument(sites[b])
        {
          dropped[b] = .sameEvent
          merged[b] = a
          continue
        }
        if text.language == .arabic, sites[b].type == .assault, sameClause, sites[b].kind == .verb,
          sites[a].kind != .verb, isInstrument(sites[a])
        {
          dropped[a] = .sameEvent
          merged[a] = b
          continue
        }
        // حملہ کر کے … ہلاک کر دیا: what the participle tells is how the main clause's deed was done.
        if sites[a].type == .assault, clauses[sites[b].clause].kind == .participle, sites[b].isVerbal,
          sites[a].isVerbal, clauses[sites[a].clause].parent == sites[b].clause
        {
          dropped[b] = .sameEvent
          merged[b] = a
          continue
        }
        // The dead of an attack belong to the attack.
        if sites[a].type == .assault, isSuffering(sites[b]) || roles[b].passive,
          !isSuffering(sites[a]), !roles[a].passive,
          sameClause || isLinked(sites[a].clause, sites[b].clause) || areVictimsListed(sites[b], before: sites[a]),
          !isBackground(sites[b]) || isWithin(sites[a], after: sites[b])
        {
          dropped[b] = .sameEvent
          merged[b] = a
          continue
        }
        // کشته و زخمی شدند: the dead and the wounded of one attack.
        if text.language != .arabic, sites[a].type == .assault, a < b, sameClause, sites[a].isVerbal, sites[b].isVerbal,
          isSuffering(sites[a]) || roles[a].passive, isSuffering(sites[b]) || roles[b].passive
        {
          dropped[b] = .sameEvent
          merged[b] = a
          continue
        }
        // قتلوا خمسين في هجوم على …: a phrase without a verb goes with the verb of its clause.
        let isNominal = sites[b].kind == .noun || sites[b].kind == .form && sites[b].group == nil
        guard sameClause, isNominal, !isBackground(sites[b]) else { continue }
        // "The attacks led to the death of eleven": the attacks are the event.
        if sites[a].kind == .noun, isSuffering(sites[a]), !isSuffering(sites[b]) { continue }
        if sites[a].isVerbal {
          dropped[b] = .sameEvent
          merged[b] = a
        } else if a < b
          || roles[a].actors.count + roles[a].recipients.count > roles[b].actors.count + roles[b].recipients.count,
          !isBackground(sites[a]) || roles[b].actors.isEmpty,
          roles[b].actors.isEmpty || sites[a].type != .assault || roles[a].actors == roles[b].actors
        {
          dropped[b] = .sameEvent
          merged[b] = a
        }
      }
    }
  }

  /// برصاص, بنيران, برصاصة.
  func isInstrument(_ site: EventSite) -> Bool {
    site.type == .assault && ClosedWords.arabicInstruments.contains(text.tokens[site.tokens.lowerBound].hash)
  }

  /// يهدد and يهدد بالرد, دعت and دعت … للحوار: one verb in two readings tells one event.
  func sharesPredicate(_ a: EventSite, _ b: EventSite) -> Bool {
    let (x, y) = (a.verb ?? a.tokens, b.verb ?? b.tokens)
    return a.clause == b.clause && (a.verb != nil || b.verb != nil) && x.overlaps(y)
  }

  /// Of two readings of one verb the one with a mode says more, then the first.
  func isFuller(_ a: EventSite, than b: EventSite, _ isFirst: Bool) -> Bool {
    let (x, y) = (tables.triggers[a.trigger].mode != nil, tables.triggers[b.trigger].mode != nil)
    return x != y ? x : isFirst
  }

  /// مقتل جنود في هجوم: the attack is where the deaths happened.
  func isWithin(_ attack: EventSite, after deaths: EventSite) -> Bool {
    guard text.language == .arabic, attack.tokens.lowerBound >= deaths.tokens.upperBound,
      attack.tokens.lowerBound - deaths.tokens.upperBound <= 8
    else { return false }
    return reading.classes(at: attack.tokens.lowerBound - 1).has(.in) || attack.affixes.contains(.bi)
  }

  /// قتل عشرة وأصيب عشرون في غارة: victims told in two clauses joined by و belong to the attack named after the second.
  func areVictimsListed(_ deaths: EventSite, before attack: EventSite) -> Bool {
    guard text.language == .arabic, deaths.clause + 1 == attack.clause, attack.kind == .noun,
      let g = clauses[attack.clause].groups.first, let v = reading.verb(at: groups[g].tokens.lowerBound),
      reading.verbs[v].hasAnd, groups[g].tokens.upperBound <= attack.tokens.lowerBound
    else { return false }
    return sites.contains { $0.clause == attack.clause && $0.tokens.overlaps(groups[g].tokens) && isSuffering($0) }
  }

  /// The second clause hangs on the first: a relative, a participle, a result.
  func isLinked(_ a: Int, _ b: Int) -> Bool {
    guard b > a else { return false }
    return clauses[b].parent == a || clauses[b].kind == .relative && b == a + 1
  }

  func dropContents(_ roles: [RoleAssigner.Roles], _ dropped: inout [Rejection?]) {
    for n in sites.indices where dropped[n] == nil {
      let site = sites[n]
      let material = [EventType.assault, .protest, .coerce, .sanction].contains(site.type)
      if site.kind == .noun, !isBackground(site) {
        for h in sites.indices where h != n && sites[h].clause == site.clause && dropped[h] == nil {
          let head = sites[h]
          // What lies in the background is about nothing but its own phrase.
          if isBackground(head), phrase(of: head) != phrase(of: site) { continue }
          let governs: Bool
          if head.isVerbal {
            governs = text.language == .arabic ? head.tokens.lowerBound < site.tokens.lowerBound : true
          } else {
            governs = text.language == .urdu ? h > n : h < n
          }
          guard governs, SentenceCoder.verbal.contains(head.type) || head.isVerbal else { continue }
          // What is denied is an event that did not happen, beside the denial.
          if tables.lexicon.triggers[head.trigger].id.hasSuffix("deny") { continue }
          if material, roles[n].ownAgent, [.accuse, .support, .consult, .assault].contains(head.type) { continue }
          if isHeldByItsClause(site) { continue }
          dropped[n] = .content
          break
        }
      }
      if dropped[n] == nil, material, isThreatened(site) { dropped[n] = .unreal }
      if dropped[n] == nil, !isHeldByItsClause(site), let parent = clauses[site.clause].parent,
        clauses[site.clause].kind == .complement || isControlled(site.clause)
      {
        for h in sites.indices where sites[h].clause == parent && sites[h].isVerbal && dropped[h] == nil {
          switch sites[h].type {
          case .request, .threaten, .reject: dropped[n] = .unreal
          case .accuse: dropped[n] = .content
          // "Decided to …": one decision.
          case .agree where isControlled(site.clause) || site.kind == .noun && !isBackground(site):
            // توافق کردند که سفرا … بازگردند: what others are to do is a plan of its own.
            if text.language == .persian, site.isVerbal, !assigner.subject(of: site.clause).isEmpty { break }
            dropped[n] = .content
          default: break
          }
        }
      }
    }
  }

  /// در اجلاس سران که هفته آینده برگزار می‌شود: a meeting whose own clause gives its day is an event of its own.
  func isHeldByItsClause(_ site: EventSite) -> Bool {
    guard text.language != .arabic, site.type == .consult else { return false }
    return clauses.contains { clause in
      clause.kind == .relative && clause.parent == site.clause && clause.start >= site.tokens.upperBound
        && clause.start - site.tokens.upperBound <= 6 && dates.contains { clause.contains($0.tokens.lowerBound) }
    }
  }

  /// A clause in the subjunctive that the verb before it governs without a complementizer (تصمیم گرفت … پایان دهد).
  func isControlled(_ clause: Int) -> Bool {
    guard text.language == .persian, let g = clauses[clause].groups.last else { return false }
    let features = groups[g].features
    return features.contains(.subjunctive) && !features.contains(.past)
      || features.contains(.participle) && features.isDisjoint(with: [.past, .present])
  }
}

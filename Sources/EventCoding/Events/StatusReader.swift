import ArabicScript
import Lexicons
import NewsEvents

/// Whether an event happened, from the verb's form and the words around it.
struct StatusReader {
  let tables: CoderTables
  let text: AnalyzedText
  let reading: SentenceReading
  let clauses: [Clause]
  let groups: [VerbGroup]
  let phrases: [[Phrase]]
  let words: ClosedWords

  /// The words' own status (a promise is about what is to come) holds unless they are denied or only possible.
  func status(_ site: EventSite) -> EventStatus {
    let read = reading(site)
    guard let fixed = tables.triggers[site.trigger].status else { return read }
    return site.isVerbal && (read == .denied || read == .hypothetical) ? read : fixed
  }

  private func reading(_ site: EventSite) -> EventStatus {
    let clause = clauses[site.clause]
    let range = clause.ranges.first { $0.contains(site.tokens.lowerBound) } ?? site.tokens
    let classes = MarkerScan(reading: reading)

    if isDenied(site, clause, range) { return .denied }
    // خشية توجيه ضربة: an Arabic light verb that is a verbal noun itself.
    if site.isVerbal, !(text.language == .arabic && site.kind == .light && site.group == nil) {
      // خواست هدف قرار ندهد: what is not to be done is no denial.
      let isWish = text.language == .persian && site.features.contains(.subjunctive)
      // اجازه نداد: the phrase itself is the refusal.
      let isOwnNegation =
        text.language == .persian && site.kind == .form
        && (site.verb.map { $0.upperBound <= site.tokens.upperBound } ?? true)
      if !isOwnNegation, isNegated(site, range),
        !isWish || !site.features.isDisjoint(with: [.past, .present]) || isIndicative(site)
      {
        return .denied
      }
      if isConditional(clause, range, site) || isUnderCondition(clause) || isPerhaps(site, range) {
        return .hypothetical
      }
      if isFuture(site, range) { return .planned }
      if site.features.contains(.subjunctive), site.features.isDisjoint(with: [.past]), !isIndicative(site) {
        // نباید … ببرند: what should or should not be done.
        if text.language == .persian, range.contains(where: { ClosedWords.persianMust.contains(text.tokens[$0].hash) })
        {
          return .hypothetical
        }
        return classes.any(.planned, in: clause.start ..<| clause.end) || parentIsPlan(clause)
          ? .planned : .hypothetical
      }
      if isModal(site, range) { return .hypothetical }
      if classes.any(.planned, in: range), site.features.isDisjoint(with: .past) { return .planned }
      if let above = statusFromAbove(clause, site) { return above }
      if isOngoing(site, range) { return .ongoing }
      return .occurred
    }
    // A noun: what governs it, then the verb of its clause.
    let before = min(site.tokens.lowerBound, site.verb?.lowerBound ?? site.tokens.lowerBound)
    if before > range.lowerBound {
      let previous = reading.classes(at: before - 1)
      if previous.has(.negation) { return .denied }
      // أي هجوم: any such event, none that happened; after a negation there was none.
      if text.language == .arabic, ClosedWords.arabicAny.contains(text.tokens[before - 1].hash) {
        let isNone = (range.lowerBound ..<| before).contains { words.negation.contains(text.tokens[$0].hash) }
        return isNone ? .denied : .hypothetical
      }
      // في ذكرى اغتيال …: what is commemorated is long ago.
      if text.language == .arabic,
        (max(range.lowerBound, before - 3) ..<| before).contains(where: {
          ClosedWords.arabicAnniversary.contains(text.tokens[$0].hash)
        })
      {
        return .historical
      }
      let window = max(range.lowerBound, before - 4) ..<| before
      if classes.any(.hypothetical, in: window) { return .hypothetical }
      if text.language != .urdu, previous.has(.purpose), !previous.meets(.temporal), !previous.has(.to) {
        return .hypothetical
      }
    }
    if site.affixes.contains(.li) { return .hypothetical }
    if text.language != .arabic, UnrealNouns(text: text, words: words).hold(site, range) {
      // Who comes to meet will meet.
      return tables.triggers[site.trigger].mutual && site.type == .consult ? .planned : .hypothetical
    }
    let after = site.tokens.upperBound ..<| min(range.upperBound, site.tokens.upperBound + 3)
    if text.language == .urdu, classes.any(.purpose, in: after) || classes.any(.hypothetical, in: after) {
      return .hypothetical
    }
    if classes.any(
      .ongoing, in: max(range.lowerBound, before - 2) ..<| min(range.upperBound, site.tokens.upperBound + 3))
    {
      return .ongoing
    }
    if continues(site, range) { return .ongoing }
    if isPlannedNoun(site, range, classes) { return .planned }
    if isObjectOfWish(site, clause) { return .hypothetical }
    return .occurred
  }

  /// تمایل دارد مذاکراتی داشته باشد: the noun of a clause in the subjunctive is not there yet.
  private func isObjectOfWish(_ site: EventSite, _ clause: Clause) -> Bool {
    guard text.language == .persian, let g = clause.groups.last, groups[g].tokens.lowerBound >= site.tokens.upperBound,
      let last = groups[g].tokens.last, ClosedWords.persianBe.contains(text.tokens[last].hash)
    else { return false }
    return !(phrases[site.clause].first { $0.tokens.overlaps(site.tokens) }?.set.meets(.temporal) ?? false)
  }

  /// What is denied: the object of a verb of denial in Arabic before it, in Persian and Urdu after it, or what a
  /// clause with such a verb says.
  private func isDenied(_ site: EventSite, _ clause: Clause, _ range: Range<Int>) -> Bool {
    let own =
      text.language == .arabic
      ? range.lowerBound ..<| site.tokens.lowerBound : site.tokens.upperBound ..<| range.upperBound
    for marker in reading.markers where marker.set.has(.denied) && own.contains(marker.tokens.lowerBound) {
      // A verb that is itself the event is no denial of it.
      if let verb = site.verb, verb.overlaps(marker.tokens) { continue }
      // نفت إيران شن هجوم: a light verb without a verb group is a noun.
      if !site.isVerbal || text.language != .arabic || site.kind == .light && site.group == nil { return true }
    }
    // این ادعا که … را رد کرد: the clause of a claim is its content.
    let isClaim =
      text.language == .persian && clause.kind == .relative && clause.start > reading.tokens.lowerBound
      && ClosedWords.persianClaims.contains(text.tokens[clause.start - 1].hash)
    guard clause.kind == .complement || isClaim, let parent = clause.parent else { return false }
    return clauses[parent].ranges.contains { MarkerScan(reading: reading).any(.denied, in: $0) }
  }

  /// Arabic: a present after أن takes its status from what stands above it: يجب أن, من المقرر أن.
  private func statusFromAbove(_ clause: Clause, _ site: EventSite) -> EventStatus? {
    // لا يستبعد أن تكون القوات استهدفت: a past after "be" is as uncertain as a present.
    // يمكن أن تحشدها: a verb written like a past is none after "may".
    if text.language == .arabic, clause.kind == .complement, clause.start > reading.tokens.lowerBound,
      ClosedWords.arabicThat.contains(text.tokens[clause.start].hash),
      reading.classes(at: clause.start - 1).has(.hypothetical) || reading.classes(at: clause.start - 1).has(.modal)
    {
      return .hypothetical
    }
    let isUncertain =
      site.features.isDisjoint(with: .past)
      || clause.start + 1 < reading.tokens.upperBound
        && ClosedWords.arabicBe.contains(text.tokens[clause.start + 1].hash)
    guard text.language == .arabic, isUncertain, clause.kind == .complement,
      ClosedWords.arabicThat.contains(text.tokens[clause.start].hash), let parent = clause.parent
    else { return nil }
    let scan = MarkerScan(reading: reading)
    for range in clauses[parent].ranges {
      if scan.any(.planned, in: range) { return .planned }
      if scan.any(.hypothetical, in: range) || scan.any(.modal, in: range) { return .hypothetical }
    }
    return nil
  }

  /// Arabic: the object or subject of a verb of going on: يواصل الجيش قصف …, يستمر القصف.
  private func continues(_ site: EventSite, _ range: Range<Int>) -> Bool {
    guard text.language == .arabic else {
      // حملات … ادامه دارد, حملے جاری ہیں: the verb of the clause goes on.
      let phrase = phrases[site.clause].first { $0.tokens.overlaps(site.tokens) }
      if let phrase, phrase.set.meets(.temporal) { return false }
      return MarkerScan(reading: reading).any(.ongoing, in: site.tokens.upperBound ..<| range.upperBound)
    }
    let before = max(range.lowerBound, site.tokens.lowerBound - 6) ..<| site.tokens.lowerBound
    guard !reading.classes(at: site.tokens.lowerBound - 1).meets(.temporal) else { return false }
    return MarkerScan(reading: reading).any(.ongoing, in: before)
  }

  /// An if before the verb; Arabic إن is written like أن.
  private func isConditional(_ clause: Clause, _ range: Range<Int>, _ site: EventSite) -> Bool {
    guard reading.allClasses.has(.conditional) else { return false }
    for t in range where t < site.tokens.lowerBound {
      let set = reading.classes(at: t)
      if set.has(.conditional), !set.has(.complementizer), !words.complementizer.contains(text.tokens[t].hash) {
        return true
      }
    }
    return false
  }

  /// إذا أمكن إثبات أن الشركة ضللت …: what a condition's own clause says is as open as the condition.
  private func isUnderCondition(_ clause: Clause) -> Bool {
    var at = clause
    while at.kind == .complement, let parent = at.parent {
      at = clauses[parent]
      let first = at.start ..<| min(at.end, at.start + 2)
      for t in first where reading.classes(at: t).has(.conditional) {
        if !reading.classes(at: t).has(.complementizer), !words.complementizer.contains(text.tokens[t].hash) {
          return true
        }
      }
    }
    return false
  }

  /// ربما قصفت, لعل: perhaps, whatever the tense.
  private func isPerhaps(_ site: EventSite, _ range: Range<Int>) -> Bool {
    guard text.language == .arabic else { return false }
    let verb = (site.verb ?? site.tokens).lowerBound
    return (max(reading.tokens.lowerBound, verb - 3) ..<| verb).contains {
      ClosedWords.arabicPerhaps.contains(text.tokens[$0].hash)
    }
  }

  private func isPlannedNoun(_ site: EventSite, _ range: Range<Int>, _ classes: MarkerScan) -> Bool {
    // An event that the past already holds (after, during, because of) is not planned by the main verb.
    let phrase = phrases[site.clause].first { $0.tokens.overlaps(site.tokens) }
    if let phrase, phrase.set.meets(.temporal) { return false }
    // A meeting that will be held: the verb of the relative clause right after it.
    if let relative = relativeClause(after: site) {
      return clauses[relative].groups.contains {
        groups[$0].features.contains(.future) || hasFutureWord(groups[$0].tokens)
      }
    }
    if classes.any(.planned, in: range) { return true }
    // به‌زودی نشستی برگزار می‌شود: a present with "soon".
    if text.language == .persian, site.type == .consult || site.type == .agree, classes.any(.future, in: range),
      clauses[site.clause].groups.contains(where: { groups[$0].features.contains(.present) })
    {
      return true
    }
    return clauses[site.clause].groups.contains { g in
      groups[g].features.contains(.future) || hasFutureWord(groups[g].tokens)
    }
  }

  private func relativeClause(after site: EventSite) -> Int? {
    clauses.indices.first {
      clauses[$0].kind == .relative && clauses[$0].parent == site.clause && clauses[$0].start >= site.tokens.upperBound
        && clauses[$0].start - site.tokens.upperBound <= 6
    }
  }

  /// دارد has no می and is no subjunctive.
  private func isIndicative(_ site: EventSite) -> Bool {
    (site.verb ?? site.tokens).contains { ClosedWords.persianIndicative.contains(text.tokens[$0].hash) }
  }

  private func hasFutureWord(_ tokens: Range<Int>) -> Bool {
    tokens.contains { words.future.contains(text.tokens[$0].hash) }
  }

  func isNegated(_ site: EventSite, _ range: Range<Int>) -> Bool {
    if site.features.contains(.negated) { return true }
    let verb = site.verb ?? site.tokens
    switch text.language {
    case .arabic:
      for t in max(range.lowerBound, verb.lowerBound - 2) ..<| verb.lowerBound
      where words.negation.contains(text.tokens[t].hash) {
        // لم يدعم … إلا: not … but is yes.
        if isExcepted(after: verb.upperBound) { continue }
        // لا يزال, ما زال: still.
        if ClosedWords.arabicCease.contains(text.tokens[t + 1].hash) { continue }
        return true
      }
      return false
    case .persian:
      return (max(range.lowerBound, verb.lowerBound - 1) ..<| verb.upperBound).contains {
        ClosedWords.persianWillNot.contains(text.tokens[$0].hash)
      }
    case .urdu:
      let from = site.kind == .light ? site.tokens.upperBound : max(range.lowerBound, verb.lowerBound - 2)
      return (from ..<| max(from, verb.upperBound)).contains { words.negation.contains(text.tokens[$0].hash) }
    }
  }

  /// إلا or سوى further on; إلا أن is "however".
  private func isExcepted(after token: Int) -> Bool {
    (token ..<| min(reading.tokens.upperBound, token + 12)).contains { t in
      ClosedWords.arabicExcept.contains(text.tokens[t].hash)
        && !(t + 1 < reading.tokens.upperBound && words.complementizer.contains(text.tokens[t + 1].hash))
        && !text.tokens[t - 1].isMark(UInt8(ascii: ","))
    }
  }

  private func isFuture(_ site: EventSite, _ range: Range<Int>) -> Bool {
    if site.features.contains(.future) { return true }
    let verb = site.verb ?? site.tokens
    switch text.language {
    case .arabic:
      if verb.lowerBound > range.lowerBound, words.future.contains(text.tokens[verb.lowerBound - 1].hash) {
        return true
      }
      // سيصل … ويلتقي: the second verb takes the time of the first.
      if followsFuture(site, verb) { return true }
      // س on the verb.
      let t = text.tokens[verb.lowerBound]
      let codes = text.codes(t)
      let at = codes.first == LetterCode.waw ? codes.dropFirst() : codes
      return site.features.contains(.present) && at.first == LetterCode.seen
        && at.dropFirst().first.map { [LetterCode.yeh, LetterCode.teh, LetterCode.noon].contains($0) } ?? false
    case .persian:
      // خواهد stands before the verb.
      return hasFutureWord(max(range.lowerBound, verb.lowerBound - 1) ..<| verb.upperBound)
    case .urdu:
      return hasFutureWord(verb)
    }
  }

  /// A present with و after a clause whose verb is a future; that verb need not be one of the lexicon's.
  private func followsFuture(_ site: EventSite, _ verb: Range<Int>) -> Bool {
    guard site.features.contains(.present), site.features.isDisjoint(with: .past),
      let v = reading.verb(at: verb.lowerBound), reading.verbs[v].hasAnd
    else { return false }
    let first = reading.tokens.lowerBound
    let codes = text.codes(text.tokens[first])
    if reading.entity(at: first) == nil, reading.classes(at: first) == [], codes.count >= 4,
      codes.first == LetterCode.seen, codes.last != LetterCode.tehMarbuta,
      codes.dropFirst().first.map({ [LetterCode.yeh, LetterCode.teh].contains($0) }) ?? false
    {
      return true
    }
    guard site.clause > 0 else { return false }
    return clauses[site.clause - 1].groups.contains {
      groups[$0].features.contains(.future) || hasFutureWord(groups[$0].tokens)
    }
  }

  private func isModal(_ site: EventSite, _ range: Range<Int>) -> Bool {
    let verb = site.verb ?? site.tokens
    // قد before a present says that it may be.
    if text.language == .arabic, site.features.contains(.present), site.features.isDisjoint(with: .past),
      verb.lowerBound > reading.tokens.lowerBound,
      ClosedWords.arabicMay.contains(text.tokens[verb.lowerBound - 1].hash)
    {
      return true
    }
    let window =
      text.language == .urdu
      ? verb.lowerBound ..<| min(range.upperBound, verb.upperBound + 2)
      : max(range.lowerBound, verb.lowerBound - 3) ..<| verb.upperBound
    for marker in reading.markers where window.contains(marker.tokens.lowerBound) {
      if marker.set.has(.hypothetical) || marker.set.has(.modal) {
        // قد before a past verb affirms it; على is a preposition.
        if text.language == .arabic {
          if site.features.contains(.past) || marker.set.has(.on) || marker.set.has(.against) { continue }
        }
        return true
      }
    }
    return false
  }

  private func isOngoing(_ site: EventSite, _ range: Range<Int>) -> Bool {
    let verb = site.verb ?? site.tokens
    // A present goes on when its clause says so anywhere, a past only when the word stands beside the verb. Arabic
    // لا يزال may stand in a clause of its own before the verb.
    let isPast = site.features.contains(.past)
    let reach = isPast ? 3 : text.language == .arabic ? 5 : range.count
    let from = text.language == .arabic ? reading.tokens.lowerBound : range.lowerBound
    let window = max(from, verb.lowerBound - reach) ..<| min(range.upperBound, verb.upperBound + 1)
    return MarkerScan(reading: reading).any(.ongoing, in: window)
  }

  private func parentIsPlan(_ clause: Clause) -> Bool {
    guard let parent = clause.parent else { return false }
    // قرار است … : Persian needs no که before the clause that says what.
    guard clause.kind == .complement || text.language == .persian && clauses[parent].end == clause.start else {
      return false
    }
    return clauses[parent].ranges.contains { MarkerScan(reading: reading).any(.planned, in: $0) }
  }
}

/// Looks for classes of markers in a range of tokens.
struct MarkerScan {
  let reading: SentenceReading

  func any(_ marker: MarkerClass, in range: Range<Int>, before: Int? = nil) -> Bool {
    guard reading.allClasses.has(marker) else { return false }
    for t in range where before == nil || t < before! {
      if reading.classes(at: t).has(marker) { return true }
    }
    return false
  }
}

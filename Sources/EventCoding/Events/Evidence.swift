import ArabicScript
import Lexicons
import NewsEvents
import TemporalTagging

/// Whether a word that may report an event does report one that happened to somebody: a finite verb, known parties,
/// the dead and wounded, a day and a place speak for it; a relative clause about somebody, fear, purpose, a court's
/// case and a question speak against it.
struct Evidence {
  let text: AnalyzedText
  let reading: SentenceReading
  let clause: Clause
  let dates: [TemporalExpression]
  let trigger: CoderTables.Trigger
  let isSuffering: Bool
  let isRecalled: Bool
  /// Its sentence or an earlier one tells of the attack.
  let isPartOfAttack: Bool
  /// Of an act of violence or a protest.
  let reasons: [EvidenceReason]

  private var scan: MarkerScan { MarkerScan(reading: reading) }

  static let armed: [PartyCode] = ["MIL", "REB", "UAF", "PRM", "COP", "CRM"]

  /// Points for and against; a report of a newspaper has four and more.
  func points(_ event: CodedEvent) -> Int {
    let site = event.site
    if site.type == .assault || site.type == .protest {
      return reasons.reduce(0) { $0 + (site.type == .assault ? $1.assaultPoints : $1.protestPoints) }
    }
    var points = 0
    switch site.kind {
    case .verb, .light: points += clause.kind == .relative ? 2 : 3
    case .form: points += site.group == nil ? 2 : 3
    case .noun where isExpressed(site): points += 3
    case .noun: points += event.isBackground ? 2 : 1
    }
    if event.counts.deaths != nil || event.counts.injured != nil { points += 3 }
    if event.counts.arrested != nil { points += 2 }
    if event.ownAgent {
      points += event.actors.contains { Evidence.armed.contains($0.sector ?? "") } ? 2 : 1
    } else if !event.actors.isEmpty {
      points += 1
    }
    if !event.recipients.isEmpty { points += 1 }
    if event.actors.distinctCountries(with: event.recipients) >= 2 { points += 1 }
    if event.weight >= 8 { points += 1 } else if event.weight <= 4 { points -= 1 }
    if hasDay(site) { points += 1 }
    if let place = event.place, clause.contains(place.tokens.lowerBound) { points += 1 }
    switch event.status {
    case .hypothetical: points -= 2
    case .planned, .denied: if site.type == .assault || site.type == .protest { points -= 1 }
    default: break
    }
    if reading.tokens.contains(where: { text.tokens[$0].isMark(UInt8(ascii: "?")) }) { points -= 2 }
    return points
  }

  /// تشویش کا اظہار کیا: the verb of expressing belongs to the noun.
  private func isExpressed(_ site: EventSite) -> Bool {
    guard text.language == .urdu, let last = site.tokens.last,
      ClosedWords.urduExpression.contains(text.tokens[last].hash)
    else { return false }
    return reading.verb(at: last) != nil || reading.verb(at: site.tokens.upperBound) != nil
  }

  /// Persian: a plural in ها.
  private func isPlural(_ site: EventSite) -> Bool {
    guard text.language == .persian, let last = site.tokens.last else { return false }
    let codes = text.codes(text.tokens[last])
    return ClosedWords.persianPlurals.contains {
      codes.count > $0.count + 2 && codes.suffix($0.count).elementsEqual($0)
    }
  }

  /// A day, not a year or an age, stands in the clause.
  private func hasDay(_ site: EventSite) -> Bool {
    dates.contains {
      clause.contains($0.tokens.lowerBound) && $0.isDate
        && ($0.interval.granularity == .day || $0.kind == .weekday || $0.kind == .deictic)
    }
  }

  /// جان باختند, جاں بحق, دم توڑ گیا: they lost their lives, which tells of no attack unless something else does.
  private func isNeutralDeath(_ event: CodedEvent) -> Bool {
    guard text.language != .arabic, isSuffering, !event.ownAgent, !isPartOfAttack else { return false }
    return event.site.tokens.contains { ClosedWords.neutralDeaths.contains(text.tokens[$0].hash) }
      && !scan.any(.mode, in: reading.tokens)
  }

  /// Persian and Urdu: a noun that is only feared, asked for or purposed; a meeting in view is news all the same.
  private func isUnrealNoun(_ event: CodedEvent) -> Bool {
    text.language != .arabic && event.site.kind == .noun && event.status == .hypothetical
  }

  /// Why an event is not believed, or nil.
  func lacks(_ event: CodedEvent) -> Rejection? {
    let site = event.site
    let known = event.actors.count + event.recipients.count
    let countries = event.actors.distinctCountries(with: event.recipients)
    switch site.type {
    case .assault:
      if event.actors.isEmpty || !event.ownAgent, isSuffering || event.weight <= 5,
        scan.any(.accident, in: reading.tokens)
      {
        return .accident
      }
      // ڈمپر نے رکشے کو کچل دیا: a lorry runs over people, the police a crowd.
      if trigger.mode == "crowd-control", event.actors.isEmpty, scan.any(.accident, in: reading.tokens) {
        return .accident
      }
      if isUnrealNoun(event) { return .unreal }
      if isNeutralDeath(event) { return .accident }
      if isRecalled { return event.isBackground || event.counts.deaths != nil ? nil : .sameEvent }
      // What one state did to another is news in whatever words; Persian and Urdu have no article to tell news apart.
      let between = countries >= 2 && (event.ownAgent || event.actors.allSatisfy(\.isAlias))
      if event.status == .hypothetical, site.kind == .noun || !between { return .unreal }
      // Told as the background of something between the two it is known news, whatever the sentence goes on to say.
      // "Operation", "war": words for what is seldom one attack.
      let vague = event.weight <= 2 ? 1 : 0
      let needed =
        vague
        + (between
          ? (event.isBackground ? -2 : event.status == .denied ? 1 : 3)
          : text.language == .arabic ? 6 : event.counts.deaths != nil ? 3 : 4)
      guard event.evidence < needed else { return nil }
      return known == 0 && event.counts.isEmpty ? .noParty : .weak
    case .protest:
      if event.status == .hypothetical { return .unreal }
      // Slogans and banners go with a protest that the sentence need not tell: they take more.
      let needed = text.language == .arabic ? (event.weight <= 2 ? 4 : 2) : 1
      return event.evidence >= needed ? nil : .weak
    case .coerce, .mobilize:
      if text.language != .arabic, site.type == .mobilize,
        !event.actors.contains(where: { Evidence.armed.contains($0.sector ?? "") || $0.sector == nil })
      {
        return .weak
      }
      if site.kind == .noun, site.type == .mobilize, event.actors.allSatisfy({ $0.country == nil }) { return .weak }
      if isUnrealNoun(event) { return .unreal }
      // "Four men were arrested": a count or a finite verb tells it, though nobody is named.
      let isArrest = site.type == .coerce && event.counts.arrested != nil
      guard known > 0 || isArrest else { return .noParty }
      return event.evidence >= (isArrest ? 3 : 4) ? nil : .weak
    default:
      if isUnrealNoun(event), site.type != .consult { return .unreal }
      if text.language != .arabic, event.status == .hypothetical, countries < 2 { return .unreal }
      // Helping is aid when somebody gets it.
      if site.type == .aid, text.language != .arabic, event.recipients.isEmpty { return .noParty }
      // One warns of something; a warning given to somebody threatens.
      if trigger.isWarning, event.recipients.isEmpty { return .weak }
      // Words between people of no country or group are daily life, not news between parties.
      func isNamed(_ party: PartyMention) -> Bool {
        (party.country != nil || party.entity != nil) && !party.isPrivate
      }
      guard event.actors.contains(where: isNamed) || event.recipients.contains(where: isNamed) else {
        return .noParty
      }
      if trigger.mutual {
        if site.kind == .noun, site.type == .cooperate || site.type == .support && event.weight <= 3 { return .weak }
        if site.isVerbal {
          let two = countries >= 2 || event.actors.count >= 2 || !event.recipients.isEmpty
          // استقبلت المكتبة: with one party alone more has to speak for a meeting of two.
          let needed = two ? 3 : text.language == .arabic && site.type == .consult ? 6 : 5
          return known == 0 ? .noParty : event.evidence >= needed ? nil : .weak
        }
        // The summit of an organisation is a meeting of its members when its day or plan is told.
        let isSummit =
          site.type == .consult && event.actors.contains { $0.country == "IGO" || $0.country == "UNO" }
          && (event.date != nil || event.status == .planned)
        return countries >= 2 || isSummit ? nil : .noParty
      }
      if site.isVerbal {
        if known == 0 || event.actors.isEmpty && !(event.ownRecipient && site.passive) { return .noParty }
        return event.evidence >= 3 ? nil : .weak
      }
      if site.type == .cooperate { return .weak }
      // تحریم‌های آمریکا: a state of affairs unless the other side is told.
      if isPlural(site), known < 2 { return .noParty }
      return event.ownAgent && event.weight >= 4 && event.evidence >= 3 || known >= 2 ? nil : .noParty
    }
  }
}

import ArabicScript
import Lexicons
import NewsEvents
import TemporalTagging

/// Collects what speaks for and against an act of violence or a protest being told as an event of its own.
struct EvidenceReader {
  let text: AnalyzedText
  let reading: SentenceReading
  let clause: Clause
  let dates: [TemporalExpression]
  /// Other words of the sentence for an act of the same type, coded or not.
  let siblings: [EventSite]
  /// Those of them that were taken into this event.
  let merged: [EventSite]
  /// Whether a site tells of victims, not of the attack.
  let isSuffering: (EventSite) -> Bool
  /// Whether its agent says that it did it.
  let isClaimed: Bool
  /// Clauses whose verb tells more about this event's noun.
  let described: [Clause]
  let tables: CoderTables
  /// The article's day.
  let day: Day?

  /// In the order of the cases. O(tokens of the sentence).
  func reasons(_ event: CodedEvent, passive: Bool) -> [EvidenceReason] {
    let site = event.site
    var out = EvidenceReasons()
    form(event, passive, &out)
    if merged.contains(where: { isSuffering($0) != isSuffering(site) }) { out.insert(.attackAndVictims) }
    if takesPlace(site) || event.status == .ongoing { out.insert(.occurrence) }
    if isClaimed { out.insert(.claim) }
    if isEnumerated(site) { out.insert(.enumeration) }
    if let deaths = event.counts.deaths {
      out.insert(.deaths)
      if (deaths.min ?? deaths.max ?? 0) >= 1000 { out.insert(.largeToll) }
    }
    if event.counts.injured != nil { out.insert(.injured) }
    if event.counts.arrested != nil { out.insert(.arrested) }
    if event.actors.contains(where: { Evidence.armed.contains($0.sector ?? "") }) { out.insert(.armedAgent) }
    if !event.actors.isEmpty { out.insert(event.ownAgent ? .agent : .inheritedAgent) }
    // Both sides of a clash suffer it.
    let isClash = text.language != .arabic && tables.triggers[site.trigger].mutual && event.actors.count >= 2
    if isClash || event.recipients.contains(where: { !$0.isPlaceOnly }) { out.insert(.recipient) }
    if event.actors.isEmpty, event.recipients.isEmpty { out.insert(.nobody) }
    if (event.actors + event.recipients).contains(where: { $0.entity != nil && $0.sector == "REB" }) {
      out.insert(.namedGroup)
    }
    if event.actors.distinctCountries(with: event.recipients) >= 2 { out.insert(.twoCountries) }
    time(event, &out)
    if let place = event.place, clause.contains(place.tokens.lowerBound) { out.insert(.place) }
    if namesMeans(site) { out.insert(.means) }
    if event.weight >= 8 { out.insert(.strongWord) } else if event.weight <= 4 { out.insert(.weakWord) }
    switch event.status {
    case .hypothetical: out.insert(.unreal)
    case .planned, .denied: out.insert(.future)
    default: break
    }
    if reading.tokens.contains(where: { text.tokens[$0].isMark(UInt8(ascii: "?")) }) { out.insert(.question) }
    if event.contexts.contains("legal") { out.insert(.court) }
    let scan = MarkerScan(reading: reading)
    if scan.any(.newsSource, in: reading.tokens) { out.insert(.officialSource) }
    if scan.any(.opinion, in: reading.tokens) { out.insert(.opinion) }
    if site.type == .protest { crowd(event, &out) }
    return out.inOrder
  }

  private func form(_ event: CodedEvent, _ passive: Bool, _ out: inout EvidenceReasons) {
    let site = event.site
    switch site.kind {
    case .light where text.language == .arabic && site.group == nil:
      // عن توجيه ضربة: the light verb is a noun, too.
      out.insert(.indefiniteNoun)
    case _ where site.kind != .noun && (site.kind != .form || site.group != nil):
      let isHabitual =
        text.language == .arabic && site.features.contains(.present) && site.features.isDisjoint(with: .past)
        && event.status == .occurred
      out.insert(isHabitual ? .habitualVerb : .finiteVerb)
      if clause.kind == .relative || isAboutCrowd(site) { out.insert(.relativeClause) }
      // أغلق المتظاهرون الطريق: "the" demonstrators are known, a number of them is news.
      if isKnownCrowd(site) { out.insert(.definiteNoun) }
    case .form, .verb, .light: out.insert(.phrase)
    case .noun:
      let definite = site.affixes.contains(.definite) || site.affixes.contains(.pronoun)
      // What goes on is news even when it is known.
      if event.status != .ongoing { out.insert(definite ? .definiteNoun : .indefiniteNoun) }
      if event.isBackground { out.insert(.background) }
      if isPlural(site) { out.insert(.pluralNoun) }
    }
  }

  private func isKnownCrowd(_ site: EventSite) -> Bool {
    guard text.language == .arabic, site.type == .protest, site.kind == .light, site.affixes.contains(.definite) else {
      return false
    }
    let previous = site.tokens.lowerBound - 1
    guard reading.tokens.contains(previous) else { return true }
    let words = tables.words[CoderTables.index(.arabic)]
    return !words.quantity.contains(text.tokens[previous].hash) && !words.of.contains(text.tokens[previous].hash)
      && !Numerals.canBegin(text.tokens[previous], .arabic)
      && !ClosedWords.crowdNumbers.contains(text.tokens[previous].hash)
  }

  /// المتظاهرون الذين تجمعوا: the verb of the protest stands in a clause about the people.
  private func isAboutCrowd(_ site: EventSite) -> Bool {
    guard text.language == .arabic, site.type == .protest, let verb = site.verb,
      verb.lowerBound > reading.tokens.lowerBound
    else { return false }
    return verb.lowerBound >= site.tokens.upperBound
      && tables.words[CoderTables.index(.arabic)].relative.contains(text.tokens[verb.lowerBound - 1].hash)
  }

  /// A weapon or manner named apart from the event's own word.
  private func namesMeans(_ site: EventSite) -> Bool {
    reading.markers.contains { marker in
      marker.set.has(.mode) && clause.contains(marker.tokens.lowerBound)
        && marker.entry.map { tables.lexicon.markers[$0].modeType == site.type.rawValue } ?? false
    }
  }

  /// وقع الهجوم, التفجير الذي استهدف, هجوم شنه: a verb of happening or carrying out has the noun as its subject or object.
  private func takesPlace(_ site: EventSite) -> Bool {
    guard site.kind == .noun, text.language == .arabic else { return false }
    if !described.isEmpty { return true }
    return reading.verbs.contains { verb in
      let gap =
        verb.tokens.lowerBound >= site.tokens.upperBound
        ? verb.tokens.lowerBound - site.tokens.upperBound : site.tokens.lowerBound - verb.tokens.upperBound
      guard gap <= 3 else { return false }
      return verb.light.contains { EvidenceReader.happening.contains(tables.lexicon.lightVerbs[$0.index].id) }
    }
  }

  private static let happening: Set<String> = ["ar-waqaa", "ar-hadath", "ar-naffadh", "ar-shann", "ar-tabanna"]

  private func isPlural(_ site: EventSite) -> Bool {
    if site.affixes.contains(.plural) { return true }
    guard text.language == .arabic else { return false }
    let codes = Array(text.codes(text.tokens[site.tokens.lowerBound]))
    return codes.suffix(2) == [LetterCode.alef, LetterCode.teh]
  }

  /// خطف وقتل وتفجير: the acts of a list are kinds of acts.
  private func isEnumerated(_ site: EventSite) -> Bool {
    guard site.kind == .noun else { return false }
    return siblings.contains {
      $0 != site && $0.kind == .noun
        && ($0.tokens.lowerBound == site.tokens.upperBound && $0.affixes.contains(.and)
          || $0.tokens.upperBound == site.tokens.lowerBound && site.affixes.contains(.and)
          || $0.tokens.lowerBound - site.tokens.upperBound == 1 || site.tokens.lowerBound - $0.tokens.upperBound == 1)
    }
  }

  private func time(_ event: CodedEvent, _ out: inout EvidenceReasons) {
    for date in dates where date.isDate && clause.contains(date.tokens.lowerBound) {
      let precise =
        date.interval.granularity == .day || date.kind == .weekday || date.kind == .deictic && date.isResolved
      guard let start = date.interval.start, let day else {
        if precise { out.insert(.recentDay) }
        continue
      }
      if day - start > 90 { out.insert(.longAgo) } else if precise { out.insert(.recentDay) }
    }
    if let end = event.date?.end, let day, day - end > 90 { out.insert(.longAgo) }
    if MarkerScan(reading: reading).any(.historical, in: clause.start ..<| clause.end) { out.insert(.longAgo) }
    if out.contains(.longAgo) { out.remove(.recentDay) }
  }

  private func crowd(_ event: CodedEvent, _ out: inout EvidenceReasons) {
    for party in reading.markers where party.set.has(.demonstrator) {
      guard clause.contains(party.tokens.lowerBound) else { continue }
      // Those who protest are no other demonstrators; of slogans alone they are.
      if event.weight > 2,
        event.site.tokens.overlaps(party.tokens)
          || event.actors.contains(where: {
            $0.tokens.overlaps(party.tokens)
          })
      {
        continue
      }
      out.insert(.crowd)
    }
    let words = ClosedWords.crowdNumbers
    for t in reading.tokens where clause.contains(t) && words.contains(text.tokens[t].hash) { out.insert(.crowdSize) }
  }
}

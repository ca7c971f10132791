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
  /// Tokens of dates.
  let dates: [Range<Int>]
  /// The subject of each clause, once it was asked for.
  private var subjects: [[Int]?]

  init(
    tables: CoderTables, text: AnalyzedText, reading: SentenceReading, clauses: [Clause], groups: [VerbGroup],
    parties: [PartyMention], sites: [EventSite], words: ClosedWords, phrases: [[Phrase]], dates: [Range<Int>]
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
    self.dates = dates
    subjects = [[Int]?](repeating: nil, count: clauses.count)
  }

  /// The subject of a clause, worked out once.
  func subject(of clause: Int) -> [Int] {
    if let known = subjects[clause] { return known }
    let found = findSubject(of: clause)
    subjects[clause] = found
    return found
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

  typealias Slot = CoderTables.Slot

  var language: Int { CoderTables.index(text.language) }

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
    // خرسون اوکراین: a town beside its country counts as the country.
    if out.count == 1, parties[first].isPlaceOnly, let country = phrase.parties.first(where: { $0 > first }),
      parties[country].isCountryItself, parties[country].country == parties[first].country,
      parties[country].tokens.lowerBound - parties[first].tokens.upperBound <= 1
    {
      return [country]
    }
    func counts(_ p: Int) -> Bool { !parties[p].isMedia && (!parties[p].isPlaceOnly || out.count == 1) }
    return out.allSatisfy(counts) ? out : out.filter(counts)
  }

  func isAnd(_ gap: Range<Int>, _ next: Int) -> Bool {
    if gap.isEmpty {
      guard text.language == .arabic else { return false }
      return text.codes(text.tokens[parties[next].tokens.lowerBound]).first == LetterCode.waw
        && reading.entity(at: parties[next].tokens.lowerBound).map { reading.entities[$0].affixes.contains(.and) }
          ?? false
    }
    guard gap.count <= 2,
      gap.allSatisfy({ words.and.contains(text.tokens[$0].hash) || text.tokens[$0].isMark(UInt8(ascii: ",")) })
    else { return false }
    if text.language == .arabic || gap.contains(where: { words.and.contains(text.tokens[$0].hash) }) { return true }
    return PartyList(text: text, parties: parties, and: words.and).goesOn(from: next)
  }

  /// The first group of coordinated parties of a phrase, unless an event's noun stands before it.
  ///
  /// رفض العرض الأميركي, رفضت المزاعم الهندية: whose offer or words an event of refusal `rejected` is about is its object.
  func head(
    of phrase: Phrase, from start: Int? = nil, skipping taken: Set<Int> = [], rejected: EventSite? = nil
  ) -> [Int] {
    for p in phrase.parties where !taken.contains(p) {
      if let start, parties[p].tokens.lowerBound < start { continue }
      if parties[p].isMedia { continue }
      // مع القضايا المتعلقة بالصين: what ب adds further on in a phrase is not its head.
      if text.language == .arabic, !parties[p].isPlaceOnly,
        parties[p].tokens.lowerBound > (start ?? phrase.tokens.lowerBound),
        let e = reading.entity(at: parties[p].tokens.lowerBound), reading.entities[e].affixes.contains(.bi)
      {
        continue
      }
      let lead =
        (start ?? phrase.tokens.lowerBound) ..<| max(start ?? phrase.tokens.lowerBound, parties[p].tokens.lowerBound)
      if text.language != .urdu,
        lead.contains(where: { t in
          sites.contains { $0.tokens.contains(t) && !isRefused($0, by: rejected) }
        })
      {
        return []
      }
      return coordinated(p, in: phrase)
    }
    return []
  }

  private func isRefused(_ noun: EventSite, by site: EventSite?) -> Bool {
    guard let site, site.type == .reject || site.type == .accuse else { return false }
    return noun.tokens == site.tokens || site.type == .reject && SentenceCoder.verbal.contains(noun.type)
  }

  // MARK: Roles

  /// تدفق المتظاهرون, حشد المتظاهرين: the word that reports the protest names who protests.
  func crowd(_ site: EventSite) -> [Int] {
    parties.indices.first {
      site.tokens.overlaps(parties[$0].tokens) && !parties[$0].isAlias && !parties[$0].isPlaceOnly
    }
    .map { [$0] } ?? []
  }

  /// شهدت المدينة مظاهرات: the subject is where it happened.
  func isWitnessed(_ site: EventSite) -> Bool {
    guard text.language == .arabic, let verb = site.verb, let v = reading.verb(at: verb.lowerBound) else {
      return false
    }
    return reading.verbs[v].light.contains { tables.lexicon.lightVerbs[$0.index].id == "ar-shahid" }
  }

  /// پاک بھارت مذاکرات, روس یوکرین جنگ: two countries side by side before what both do.
  private func pair(before site: EventSite) -> [Int]? {
    guard text.language == .urdu, site.kind == .noun || site.kind == .light,
      let second = parties.indices.last(where: {
        parties[$0].tokens.upperBound <= site.tokens.lowerBound
          && site.tokens.lowerBound - parties[$0].tokens.upperBound <= 1
      }), second > 0, parties[second - 1].tokens.upperBound == parties[second].tokens.lowerBound,
      [second - 1, second].allSatisfy({ parties[$0].country?.utf8.count == 3 && parties[$0].sector == nil }),
      parties[second - 1].country != parties[second].country,
      !(parties[second].tokens.upperBound ..<| site.tokens.lowerBound).contains(where: {
        isBoundary($0) || words.genitive.contains(text.tokens[$0].hash) || words.ergative.contains(text.tokens[$0].hash)
      })
    else { return nil }
    return [second - 1, second]
  }

  /// پاکستان کی مدد کرنا, اسرائیل کی حمایت کی: in Urdu the genitive before the noun of an active light verb is its object.
  private func isDoneByLightVerb(_ site: EventSite) -> Bool {
    guard text.language == .urdu, site.kind == .light, !site.passive, let verb = site.verb,
      let v = reading.verb(at: verb.lowerBound)
    else { return false }
    return reading.verbs[v].light.contains {
      RoleAssigner.doing.contains(tables.lexicon.lightVerbs[$0.index].id)
        && !tables.lexicon.lightVerbs[$0.index].passive
    }
  }

  /// Urdu: اثاثے منجمد کرنے کا اعلان: the genitive before the infinitive of doing is its object, too.
  private func isToBeDone(_ site: EventSite) -> Bool {
    guard text.language == .urdu, site.kind == .noun, site.tokens.upperBound < reading.tokens.upperBound else {
      return false
    }
    return ClosedWords.urduToDo.contains(text.tokens[site.tokens.upperBound].hash)
  }

  private static let doing: Set<String> = ["ur-kar", "ur-de"]

  func roles(_ site: EventSite) -> Roles {
    let trigger = tables.triggers[site.trigger]
    let frame = trigger.frames[language]
    let scope = scope(site)
    var out = Roles()
    out.passive = site.passive || isUnvowelledPassive(site)
    if trigger.mutual, let pair = pair(before: site) {
      out.actors = pair
      out.ownAgent = true
      return out
    }
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
        default:
          out.actors = fill(slot, site, scope).filter { text.language == .arabic || !parties[$0].isPlaceOnly }
        }
      }
      let order: [CoderTables.Slot] = [.subject] + frame.recipient
      for slot in order where out.recipients.isEmpty {
        out.recipients = fill(slot, site, scope).filter { !out.actors.contains($0) }
      }
    } else {
      if site.type == .protest { out.actors = crowd(site) }
      let isDone = isDoneByLightVerb(site) || isToBeDone(site)
      for slot in frame.agent where out.actors.isEmpty && !(slot == .subject && isWitnessed(site)) {
        if isDone, case .genitive = slot { continue }
        out.actors = fill(slot, site, scope).filter { !parties[$0].isPlaceOnly }
      }
      for slot in frame.recipient + (isDone ? [.genitive] : []) where out.recipients.isEmpty {
        out.recipients = fill(slot, site, scope).filter { !out.actors.contains($0) }
      }
    }
    // تأييد إسبانيا للخطة, رفض طهران للعرض: with ل after it the owner of the noun is who does it.
    if text.language == .arabic, site.kind == .noun, out.actors.isEmpty, frame.recipient.contains(.clitic(.li)),
      SentenceCoder.verbal.contains(site.type)
    {
      let owner = genitive(site, scope)
      if let last = owner.last, isFollowedByLi(parties[last].tokens.upperBound), !parties[last].isPlaceOnly {
        out.actors = owner
        out.recipients.removeAll { owner.contains($0) }
      }
    }
    // در بازداشت نیروهای آمریکایی: who holds them.
    if text.language == .persian, site.kind == .noun, site.type == .coerce, out.actors.isEmpty,
      reading.tokens.contains(site.tokens.lowerBound - 1),
      ClosedWords.persianIn.contains(text.tokens[site.tokens.lowerBound - 1].hash),
      !out.recipients.isEmpty, genitive(site, scope) == out.recipients
    {
      swap(&out.actors, &out.recipients)
    }
    // تحریم ایران: the one in the ezafe of a single sanction suffers it; تحریم‌های آمریکا are those of America.
    if text.language == .persian, site.kind == .noun, site.type == .sanction, out.recipients.isEmpty,
      !out.actors.isEmpty, !site.affixes.contains(.plural), genitive(site, scope) == out.actors
    {
      swap(&out.actors, &out.recipients)
    }
    // سفر بوش برگرداندن اعتماد به …: where somebody goes stands beside the noun.
    if text.language == .persian, trigger.mode == "visit", site.kind == .noun {
      out.recipients.removeAll { parties[$0].tokens.lowerBound - site.tokens.upperBound > 9 }
    }
    // وزیر اعظم نے بھارت کی جانب سے … پر تشویش کا اظہار کیا: who expresses it has نے.
    if text.language == .urdu, site.kind == .noun, let last = site.tokens.last,
      ClosedWords.urduExpression.contains(text.tokens[last].hash),
      phrases[site.clause].contains(where: { $0.literal.count == 1 && words.ergative.contains($0.literal.first) })
    {
      out.actors = subject(of: site.clause)
      out.recipients.removeAll { out.actors.contains($0) }
    }
    // دورہ ایران: the country after the noun is the host.
    if text.language == .urdu, trigger.mode == "visit", site.kind == .noun,
      let host = parties.indices.first(where: {
        parties[$0].tokens.lowerBound == site.tokens.upperBound
          || parties[$0].tokens.upperBound == site.tokens.upperBound
            && parties[$0].tokens.lowerBound > site.tokens.lowerBound
      }), isHost(parties[host])
    {
      out.recipients = [host]
      out.actors.removeAll { $0 == host }
    }
    // وارد پکن شد: the event's own words end in the host.
    if text.language == .persian, trigger.mode == "visit",
      let host = parties.indices.first(where: {
        parties[$0].tokens.upperBound == site.tokens.upperBound
          && parties[$0].tokens.lowerBound > site.tokens.lowerBound
      }), isHost(parties[host])
    {
      out.recipients = [host]
      out.actors.removeAll { $0 == host }
    }
    // تہران کے دورے, زيارة إيران: a bare country or town beside the noun is the host.
    if trigger.mode == "visit", site.kind == .noun, out.recipients.isEmpty, !out.actors.isEmpty,
      out.actors.allSatisfy({ isHost(parties[$0]) }), genitive(site, scope) == out.actors
    {
      swap(&out.actors, &out.recipients)
    }
    out.ownAgent = !out.actors.isEmpty
    out.ownRecipient = !out.recipients.isEmpty
    return out
  }

  /// ل on the word itself or, after an adjective, on the next one.
  private func isFollowedByLi(_ token: Int) -> Bool {
    guard reading.tokens.contains(token), text.tokens[token].kind == .word else { return false }
    if let e = reading.entity(at: token) { return reading.entities[e].affixes.contains(.li) }
    let codes = text.codes(text.tokens[token])
    return codes.count >= 4 && codes.first == LetterCode.lam && codes[codes.startIndex + 1] != LetterCode.alef
  }

  private func isHost(_ party: PartyMention) -> Bool {
    guard !party.isPerson, party.country != nil else { return false }
    if let sector = party.sector { return ["LEG", "JUD", "EDU"].contains(sector) }
    return party.entity == nil || party.isCountryItself
  }
}

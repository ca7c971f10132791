import ArabicScript
import Lexicons
public import NewsEvents

extension EventCoder {
  /// Codes an article and says how. The result is the one that `code` gives. Linear in the article.
  public func explain(_ article: Article) -> Explanation {
    let analysis = analyze(article)
    let result = analysis.result
    var out = Explanation(language: result.language, anchor: result.anchor, rejects: result.rejects, sentences: [])
    guard let text = analysis.text else { return out }
    let mentions = Dictionary(result.mentions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let triggers = Dictionary(
      tables.lexicon.triggers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for sentence in analysis.sentences {
      var coded = sentence.mentions.compactMap { mentions[$0] }
      out.sentences.append(
        Explanation.Sentence(
          text: text.text(sentence.tokens), section: sentence.section,
          tokens: sentence.tokens.filter { text.tokens[$0].kind != .lineBreak }.map { text.text($0 ..<| $0 + 1) },
          matches: matches(sentence.reading, text),
          clauses: sentence.clauses.map {
            Explanation.ClauseStep(
              text: $0.ranges.map { text.text($0) }.joined(separator: " … "), kind: $0.kind.rawValue,
              parent: $0.parent.map { $0 + 1 })
          },
          parties: sentence.parties.map { step($0, text) }, dates: sentence.dates.map { text.text($0) },
          decisions: sentence.decisions.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }.map { decision in
            let at = text.quote(decision.tokens).range
            let n =
              decision.rejection == nil
              ? coded.firstIndex {
                $0.type == decision.type && $0.trigger.range.start <= at.start && at.end <= $0.trigger.range.end
              } : nil
            let frame = triggers[decision.trigger]?.frames[text.language.rawValue]
            return Explanation.Decision(
              text: text.text(decision.tokens), trigger: decision.trigger, type: decision.type,
              agentSlots: (frame?.agent ?? []).map { name($0) },
              recipientSlots: (frame?.recipient ?? []).map { name($0) }, rejection: decision.rejection,
              reasons: decision.reasons.map {
                Explanation.Reason(
                  words: $0.rawValue, points: decision.type == .protest ? $0.protestPoints : $0.assaultPoints)
              },
              mention: n.map { coded.remove(at: $0) })
          }))
    }
    return out
  }

  private func name(_ slot: RoleSlot) -> String {
    switch slot {
    case .subject: "the subject"
    case .object: "the object"
    case .genitive: "the genitive"
    case .adjective: "an adjective of nationality"
    case .marker(let word): word
    }
  }

  private func step(_ party: PartyMention, _ text: AnalyzedText) -> Explanation.PartyStep {
    var notes: [String] = []
    if party.isPlaceOnly { notes.append("a place") }
    if party.isPerson { notes.append("a person") }
    if party.isMedia { notes.append("a news outlet: it reports, it does not act") }
    if party.isAlias { notes.append("resolved from what was read before") }
    if party.isOwned { notes.append("its own, of the one who acts") }
    if party.needsCountry, party.country != nil { notes.append("its country is taken from its surroundings") }
    if party.needsCountry, party.country == nil { notes.append("no country is known") }
    return Explanation.PartyStep(
      text: text.text(party.tokens), country: party.country?.description, sector: party.sector?.description,
      name: tables.entities.name(party.entity), notes: notes)
  }

  private func matches(_ reading: SentenceReading, _ text: AnalyzedText) -> [Explanation.Match] {
    var found: [(tokens: Range<Int>, meanings: [String])] = []
    func add(_ tokens: Range<Int>, _ meanings: [String]) {
      var unique: [String] = []
      for meaning in meanings where !unique.contains(meaning) { unique.append(meaning) }
      guard !unique.isEmpty else { return }
      if let n = found.firstIndex(where: { $0.tokens == tokens }) {
        found[n].meanings += unique.filter { !found[n].meanings.contains($0) }
      } else {
        found.append((tokens, unique))
      }
    }
    for entity in reading.entities { add(entity.tokens, entity.meanings.compactMap { meaning($0) }) }
    for trigger in reading.triggers { add(trigger.tokens, trigger.meanings.compactMap { meaning($0) }) }
    for verb in reading.verbs {
      var list = verb.light.map { "light verb \(tables.lexicon.lightVerbs[$0.index].lemma)" }
      if verb.isSpeech { list.append("verb of speech") }
      if verb.isTrigger, list.isEmpty { list.append("verb") }
      add(verb.tokens, list.isEmpty ? ["copula"] : list)
    }
    for marker in reading.markers { add(marker.tokens, MarkerClass.allCases.filter { marker.set.has($0) }.map(\.name)) }
    for silenced in reading.silenced { add(silenced, ["a phrase that reports no event"]) }
    return found.sorted { ($0.tokens.lowerBound, $0.tokens.upperBound) < ($1.tokens.lowerBound, $1.tokens.upperBound) }
      .map { Explanation.Match(text: text.text($0.tokens), meanings: $0.meanings) }
  }

  private func meaning(_ meaning: Meaning) -> String? {
    let lexicon = tables.lexicon
    func trigger(_ n: Int) -> String { "\(lexicon.triggers[n].id) (\(lexicon.triggers[n].type))" }
    switch meaning {
    case .country(let n, let form): return "country \(lexicon.countries[n].code), \(form)"
    case .actor(let n): return "\(lexicon.actors[n].kind) \(lexicon.actors[n].id)"
    case .person(let n): return "person \(lexicon.persons[n].id)"
    case .office(let n): return "office \(lexicon.offices[n].id)"
    case .place(let n): return "place \(lexicon.places[n].id)"
    case .triggerNoun(let n): return "noun of \(trigger(n))"
    case .triggerVerb(let n, _): return "verb of \(trigger(n))"
    case .triggerForm(let n): return "phrase of \(trigger(n))"
    case .triggerLight(let n):
      let noun = lexicon.lightNouns[n]
      // A noun may go with many verbs.
      let verbs = noun.verbs.prefix(4).map { lexicon.lightVerbs[$0].lemma }.joined(separator: ", ")
      return "noun of \(trigger(noun.trigger)) with \(verbs)"
    case .notTrigger, .lightVerb, .marker: return nil
    }
  }
}

import ArabicScript
import Lexicons
import NewsEvents

/// Chooses among the overlapping readings that the lexicon gives for a sentence.
struct SentenceReader {
  let tables: CoderTables
  let text: AnalyzedText

  /// Words of a date (فجر أمس, 23 مارچ, يوم) are neither verbs nor events. O(matches + tokens).
  func read(_ sentence: Range<Int>, dates: [Range<Int>] = []) -> SentenceReading {
    let matches = tables.lexicon.matches(in: text, tokens: sentence)
    var out = SentenceReading.Draft(sentence)
    markDates(dates, &out)
    chooseEntities(matches, &out)
    chooseTriggers(matches, &out)
    chooseVerbs(matches, &out)
    if text.language == .arabic { partVerbalNouns(&out) } else { partNounsFromPredicates(&out) }
    chooseMarkers(matches, &out)
    return SentenceReading(out)
  }

  private func markDates(_ dates: [Range<Int>], _ out: inout SentenceReading.Draft) {
    let sentence = out.tokens
    for range in dates {
      // قد فجرا: after قد stands a verb, not "at dawn".
      if text.language == .arabic, range.count == 1, range.lowerBound > sentence.lowerBound,
        ClosedWords.arabicMay.contains(text.tokens[range.lowerBound - 1].hash)
      {
        continue
      }
      for t in range where sentence.contains(t) { out.words[t - sentence.lowerBound].isDate = true }
    }
  }

  /// متهم کرد, بسیج کرد: a noun of people beside its light verb is part of the predicate and no party; elsewhere it is a
  /// party and reports nothing. A name stays a name before a passive: مسئول بسیج شد.
  private func partNounsFromPredicates(_ out: inout SentenceReading.Draft) {
    for n in out.triggers.indices {
      let tokens = out.triggers[n].tokens
      guard let e = out.entity(at: tokens.lowerBound), out.entities[e].tokens == tokens else { continue }
      let allowed = out.triggers[n].meanings.flatMap { meaning -> [Int] in
        if case .triggerLight(let noun) = meaning { return tables.lexicon.lightNouns[noun].verbs }
        return []
      }
      guard !allowed.isEmpty else { continue }
      // سفیر خود را از بیروت فراخواند: the object of a verb that stands apart is both.
      let isObject = out.verbs.contains {
        $0.tokens.lowerBound > tokens.upperBound && $0.tokens.lowerBound - tokens.upperBound <= 14
          && $0.light.contains { allowed.contains($0.index) && tables.lexicon.lightVerbs[$0.index].apart }
      }
      if isObject { continue }
      let readings = out.verb(at: tokens.upperBound).map { out.verbs[$0].light } ?? []
      let isName = out.entities[e].meanings.contains { isNamed($0) }
      let isPredicate = readings.contains {
        allowed.contains($0.index) && !(isName && tables.lexicon.lightVerbs[$0.index].passive)
      }
      if isPredicate {
        out.entities[e].meanings = []
        for t in tokens { out.words[t - out.tokens.lowerBound].entity = -1 }
      } else {
        out.triggers[n].meanings = []
        for t in tokens { out.words[t - out.tokens.lowerBound].trigger = -1 }
      }
    }
  }

  /// Arabic: أعادت فتح سفارتها: the first word of a noun whose light verb stands before it is no name.
  private func partVerbalNouns(_ out: inout SentenceReading.Draft) {
    for trigger in out.triggers where trigger.tokens.count > 1 {
      guard let e = out.entity(at: trigger.tokens.lowerBound), out.entities[e].tokens.count == 1 else { continue }
      let isObject = trigger.meanings.contains { meaning in
        guard case .triggerLight(let noun) = meaning else { return false }
        return out.verbs.contains { verb in
          verb.tokens.upperBound <= trigger.tokens.lowerBound
            && verb.light.contains { tables.lexicon.lightNouns[noun].verbs.contains($0.index) }
        }
      }
      guard isObject, out.entities[e].meanings.contains(where: { isNamed($0) }) else { continue }
      out.entities[e].meanings = []
      out.words[trigger.tokens.lowerBound - out.tokens.lowerBound].entity = -1
    }
  }

  private func isNamed(_ meaning: Meaning) -> Bool {
    switch meaning {
    case .actor(let n): tables.lexicon.actors[n].kind != .generic
    case .person, .country: true
    default: false
    }
  }
}

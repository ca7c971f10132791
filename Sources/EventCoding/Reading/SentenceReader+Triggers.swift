import ArabicScript
import Lexicons
import NewsEvents

extension SentenceReader {
  func chooseTriggers(_ matches: [LexiconMatch], _ out: inout SentenceReading.Draft) {
    for m in matches {
      if case .notTrigger(let n) = m.meaning, !isOwnedByPeople(m, out) { out.silence(m.tokens, by: n) }
    }
    out.extendSilence()
    var end = out.tokens.lowerBound
    var i = 0
    while i < matches.count {
      let m = matches[i]
      guard isTrigger(m.meaning), m.tokens.lowerBound >= end, !isCovered(m, out),
        !out.isDate(m.tokens.lowerBound), !isIdle(m, matches)
      else {
        i += 1
        continue
      }
      var meanings = Few(m.meaning)
      var shorter: [Meaning] = []
      var j = i + 1
      while j < matches.count, matches[j].tokens.lowerBound == m.tokens.lowerBound {
        if isTrigger(matches[j].meaning) {
          if matches[j].tokens == m.tokens {
            meanings.append(matches[j].meaning)
          } else if case .triggerLight = matches[j].meaning, text.language != .urdu {
            shorter.append(matches[j].meaning)
          }
        }
        j += 1
      }
      if text.language == .urdu, !meanings.contains(where: { isLight($0) }) { shorter = heads(of: m, matches, from: j) }
      let whole = meanings.count
      for meaning in shorter { meanings.append(meaning) }
      for t in m.tokens { out.words[t - out.tokens.lowerBound].trigger = Int32(out.triggers.count) }
      out.triggers.append(TriggerMatch(tokens: m.tokens, meanings: meanings, whole: whole, affixes: m.affixes))
      end = m.tokens.upperBound
      i = j
    }
  }

  /// Urdu: the nouns with light verbs in which the phrase ends, ایٹمی حملے کی دھمکی + دے: its head is its last word. In
  /// Persian and Arabic it is the first.
  private func heads(of match: LexiconMatch, _ matches: [LexiconMatch], from start: Int) -> [Meaning] {
    guard match.tokens.count > 1 else { return [] }
    return matches[start...].prefix { $0.tokens.lowerBound < match.tokens.upperBound }.compactMap {
      guard case .triggerLight = $0.meaning, $0.tokens.upperBound == match.tokens.upperBound else { return nil }
      return $0.meaning
    }
  }

  /// Urdu: تحمل کا مظاہرہ is a show of patience, ہزاروں افراد کا مظاہرہ a demonstration.
  private func isOwnedByPeople(_ match: LexiconMatch, _ out: SentenceReading.Draft) -> Bool {
    let start = match.tokens.lowerBound
    return text.language == .urdu && start > out.tokens.lowerBound && out.entity(at: start - 1) != nil
      && tables.words[CoderTables.index(.urdu)].genitive.contains(text.tokens[start].hash)
  }

  /// فرض عقوبات, "to threaten sanctions", where nobody threatens: a noun for a light verb that the sentence does not have,
  /// while another trigger stands in it.
  private func isIdle(_ match: LexiconMatch, _ matches: [LexiconMatch]) -> Bool {
    guard match.tokens.count > 1, case .triggerLight(let noun) = match.meaning else { return false }
    let allowed = tables.lexicon.lightNouns[noun].verbs
    let hasVerb = matches.contains {
      if case .lightVerb(let n, _) = $0.meaning { return allowed.contains(n) }
      return false
    }
    if hasVerb { return false }
    return matches.contains {
      guard $0.tokens.lowerBound > match.tokens.lowerBound, $0.tokens.upperBound <= match.tokens.upperBound else {
        return false
      }
      switch $0.meaning {
      case .triggerNoun, .triggerLight: return true
      default: return false
      }
    }
  }

  private func isLight(_ meaning: Meaning) -> Bool {
    if case .triggerLight = meaning { return true }
    return false
  }

  private func isTrigger(_ meaning: Meaning) -> Bool {
    switch meaning {
    case .triggerNoun, .triggerVerb, .triggerForm, .triggerLight: true
    default: false
    }
  }

  /// Inside a name that is longer, or inside a phrase that reports no event.
  private func isCovered(_ match: LexiconMatch, _ out: SentenceReading.Draft) -> Bool {
    let tokens = match.tokens
    // استدعى + سفير: the noun of a light verb may be a party too.
    let isLight = isLight(match.meaning)
    if let e = out.entity(at: tokens.lowerBound), !(isLight && out.entities[e].tokens == tokens) {
      let name = out.entities[e].tokens
      if name.lowerBound <= tokens.lowerBound, name.upperBound >= tokens.upperBound { return true }
    }
    guard tokens.upperBound <= out.silenceEnd(at: tokens.lowerBound) else { return false }
    // پابندیاں + اٹھا is easing; that the words are no sanction silences the sanction.
    guard case .triggerLight(let noun) = match.meaning else { return true }
    let type = tables.triggers[tables.lexicon.lightNouns[noun].trigger].type
    return out.silenced.indices.contains {
      out.silenced[$0].lowerBound <= tokens.lowerBound && tokens.upperBound <= out.silenced[$0].upperBound
        && tables.triggers[out.silencers[$0]].type == type
    }
  }
}

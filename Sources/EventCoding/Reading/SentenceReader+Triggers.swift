import ArabicScript
import Lexicons
import NewsEvents

extension SentenceReader {
  func chooseTriggers(_ matches: [LexiconMatch], _ out: inout SentenceReading.Draft) {
    for m in matches {
      if case .notTrigger = m.meaning { out.silence(m.tokens) }
    }
    out.extendSilence()
    var end = out.tokens.lowerBound
    var i = 0
    while i < matches.count {
      let m = matches[i]
      guard isTrigger(m.meaning), m.tokens.lowerBound >= end, !isCovered(m, out),
        !out.isDate(m.tokens.lowerBound)
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
      if text.language == .urdu { shorter = heads(of: m, matches, from: j) }
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
    var isLight = false
    if case .triggerLight = match.meaning { isLight = true }
    if let e = out.entity(at: tokens.lowerBound), !(isLight && out.entities[e].tokens == tokens) {
      let name = out.entities[e].tokens
      if name.lowerBound <= tokens.lowerBound, name.upperBound >= tokens.upperBound { return true }
    }
    // به حبس محکوم + کرد is a sentence; that the same words are no reproach silences the reproach.
    if isLight, out.silenced.contains(tokens) { return false }
    return tokens.upperBound <= out.silenceEnd(at: tokens.lowerBound)
  }
}

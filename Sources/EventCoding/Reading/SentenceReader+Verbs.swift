import ArabicScript
import Lexicons
import NewsEvents

extension SentenceReader {
  func chooseVerbs(_ matches: [LexiconMatch], _ out: inout SentenceReading.Draft) {
    var end = out.tokens.lowerBound
    /// A phrase of speech whose first word is the noun of a trigger.
    var speech = end ..<| end
    var i = 0
    while i < matches.count {
      let start = matches[i].tokens.lowerBound
      // دو فوجی: two, not "give".
      if text.language == .urdu, Numerals.canBegin(text.tokens[start], .urdu) {
        i += 1
        continue
      }
      if text.language == .urdu, isInsideNoun(start, out) {
        i += 1
        continue
      }
      if text.language == .persian, isNounInstead(start, out) {
        i += 1
        continue
      }
      var j = i
      var best: VerbMatch?
      while j < matches.count, matches[j].tokens.lowerBound == start {
        let m = matches[j]
        j += 1
        guard start >= end, out.entity(at: start) == nil, !out.isDate(start) else { continue }
        // النقل, الدعم: no verb has the article.
        if text.language == .arabic, m.affixes.contains(.definite) { continue }
        // لضرب, بقتل: with a preposition written on it the word is a noun.
        if text.language == .arabic, !m.affixes.isDisjoint(with: [.bi, .ka, .li]) {
          switch m.meaning {
          case .lightVerb(_, let features), .triggerVerb(_, let features):
            if features.contains(.past) || m.affixes.isDisjoint(with: .li) { continue }
          default: break
          }
        }
        switch m.meaning {
        case .lightVerb(let n, let features):
          // پابندی عائد + کر: the phrase of a trigger that ends in the verb's first word leaves it the rest.
          if tables.lexicon.lightVerbs[n].apart, isShared(start, m.tokens, matches, out) { continue }
          add(&best, m.tokens, features, light: .init(index: n, features: features))
        case .triggerVerb(_, let features):
          if let t = out.trigger(at: start), out.triggers[t].tokens == m.tokens {
            add(&best, m.tokens, features, trigger: true)
          }
        case .marker(let n):
          switch tables.markerClass[n] {
          case .speechVerb:
            // زور + دے: to insist that, and to urge somebody.
            if isShared(start, m.tokens, matches, out) {
              speech = m.tokens
              continue
            }
            add(&best, withoutComplementizer(m.tokens), .past, speech: true)
          case .copula: add(&best, m.tokens, [], speech: false)
          default: break
          }
        default: break
        }
      }
      if var verb = best {
        if speech.contains(start) { verb.isSpeech = true }
        verb.hasAnd = matches[i..<j].contains { $0.tokens == verb.tokens && $0.affixes.contains(.and) }
        verb.hasPronoun = matches[i..<j].contains {
          guard $0.tokens == verb.tokens, $0.affixes.contains(.pronoun) else { return false }
          switch $0.meaning {
          case .lightVerb, .triggerVerb: return true
          default: return false
          }
        }
        for t in verb.tokens { out.words[t - out.tokens.lowerBound].verb = Int32(out.verbs.count) }
        out.verbs.append(verb)
        end = verb.tokens.upperBound
      }
      i = j
    }
  }

  /// Urdu: the second half of دہشت گردی is no form of گرنا.
  private func isInsideNoun(_ start: Int, _ out: SentenceReading.Draft) -> Bool {
    guard let t = out.trigger(at: start), out.triggers[t].tokens.lowerBound < start,
      out.triggers[t].tokens.upperBound == start + 1
    else { return false }
    return out.triggers[t].meanings.allSatisfy {
      switch $0 {
      case .triggerNoun, .triggerLight: true
      default: false
      }
    }
  }

  /// Persian: نشست سران, در نشست: a meeting, not "sat".
  private func isNounInstead(_ start: Int, _ out: SentenceReading.Draft) -> Bool {
    guard ClosedWords.persianVerbalNouns.contains(text.tokens[start].hash) else { return false }
    if let t = out.trigger(at: start), out.triggers[t].tokens.count > 1 { return true }
    guard start > out.tokens.lowerBound else { return false }
    let before = text.tokens[start - 1].hash
    return ClosedWords.persianGoverning.contains(before) || ClosedWords.persianDemonstrative.contains(before)
  }

  /// The verb's first words are a trigger's last, and what is left of the verb is the trigger's light verb.
  private func isShared(
    _ start: Int, _ verb: Range<Int>, _ matches: [LexiconMatch], _ out: SentenceReading.Draft
  ) -> Bool {
    guard let t = out.trigger(at: start), out.triggers[t].tokens.upperBound < verb.upperBound else { return false }
    let rest = out.triggers[t].tokens.upperBound
    return out.triggers[t].meanings.contains { meaning in
      guard case .triggerLight(let noun) = meaning else {
        if case .triggerNoun = meaning { return out.triggers[t].tokens.lowerBound < start }
        return false
      }
      return matches.contains {
        guard $0.tokens.lowerBound == rest, case .lightVerb(let n, _) = $0.meaning else { return false }
        return tables.lexicon.lightNouns[noun].verbs.contains(n)
      }
    }
  }

  /// کہا کہ: the complementizer opens the next clause.
  private func withoutComplementizer(_ tokens: Range<Int>) -> Range<Int> {
    let words = tables.words[CoderTables.index(text.language)]
    guard tokens.count > 1, words.complementizer.contains(text.tokens[tokens.upperBound - 1].hash) else {
      return tokens
    }
    return tokens.lowerBound ..<| tokens.upperBound - 1
  }

  /// Of verbs that begin at one token the longest counts; readings of the same length are kept together.
  private func add(
    _ best: inout VerbMatch?, _ tokens: Range<Int>, _ features: VerbFeatures, light: VerbMatch.Light? = nil,
    trigger: Bool = false, speech: Bool = false
  ) {
    if var b = best {
      guard b.tokens.count == tokens.count else { return }
      if let light { b.light.append(light) }
      b.features.formUnion(features)
      b.isTrigger = b.isTrigger || trigger
      b.isSpeech = b.isSpeech || speech
      best = b
    } else {
      best = VerbMatch(
        tokens: tokens, light: light.map { Few($0) } ?? [], features: features, isTrigger: trigger, isSpeech: speech)
    }
  }
}

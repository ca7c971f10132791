import ArabicScript
import Lexicons
import NewsEvents
import TemporalTagging

/// Arabic clauses that say more about an event's noun.
extension SentenceCoder {
  /// Arabic: هجوم استهدف X, غارة شنها Y, هجوم قتل فيه …: a verb right after an event's noun, without و and without a
  /// subject of its own, says more about that event. The index of the event whose clause `clause` describes.
  func describedEvent(_ clause: Int) -> Int? {
    guard text.language == .arabic, let g = clauses[clause].groups.first else { return nil }
    let verb = groups[g].tokens.lowerBound
    guard let v = reading.verb(at: verb), !reading.verbs[v].hasAnd, !reading.verbs[v].isSpeech else { return nil }
    // Nothing but a relative pronoun or a particle opens the clause.
    guard verb - clauses[clause].start <= 1, verb > reading.tokens.lowerBound else { return nil }
    let isRelative = verb > clauses[clause].start && words.relative.contains(text.tokens[verb - 1].hash)
    guard isRelative || verb == clauses[clause].start else { return nil }
    let before = clauses[clause].start
    guard !text.tokens[before - 1 < 0 ? 0 : before - 1].isMark(UInt8(ascii: ".")) else { return nil }
    guard
      let n = sites.lastIndex(where: {
        $0.kind == .noun && $0.tokens.upperBound <= before && before - $0.tokens.upperBound <= 8
          && clauses[$0.clause].end >= before - 1 && $0.clause != clause
      })
    else { return nil }
    let gap = sites[n].tokens.upperBound ..<| before
    guard !gap.contains(where: { text.tokens[$0].isMark(UInt8(ascii: ",")) && $0 != before - 1 }) else { return nil }
    if let last = gap.last, text.tokens[last].isMark(UInt8(ascii: ",")), !isRelative { return nil }
    // "The soldier who was killed": a person between takes the clause.
    if gap.contains(where: { t in parties.contains { $0.tokens.contains(t) && $0.isPerson } }) { return nil }
    return isRelative || !sites[n].affixes.contains(.definite) ? n : nil
  }
}

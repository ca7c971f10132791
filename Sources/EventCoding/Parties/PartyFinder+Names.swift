import ArabicScript
import Lexicons
import NewsEvents

/// Unknown names: words that stand where only a person stands.
extension PartyFinder {
  func isUnknown(_ token: Int) -> Bool {
    guard reading.tokens.contains(token) else { return false }
    let t = text.tokens[token]
    return t.kind == .word && t.count >= 3 && reading.entity(at: token) == nil && reading.verb(at: token) == nil
      && reading.trigger(at: token) == nil && reading.classes(at: token) == []
  }

  /// Words that stand where only a person stands: before نے, after a verb of speech, or known from before.
  func names(_ items: inout [Item], _ discourse: inout Discourse) {
    for token in reading.tokens {
      let hash = text.tokens[token].hash
      guard discourse.mayBeName(hash) && discourse.names.index(forKey: hash) != nil || isPersonPosition(token),
        isUnknown(token)
      else { continue }
      var party = discourse.names[hash]
      if party == nil, isPersonPosition(token) {
        party = discourse.possibleNames[hash] ?? (language == .urdu ? discourse.unnamed : nil)
        if let party {
          discourse.learn(hash, as: party)
          if language == .urdu { discourse.unnamed = nil }
        }
      }
      guard var party, !items.contains(where: { $0.tokens.contains(token) }) else { continue }
      var end = token + 1
      while end < reading.tokens.upperBound, isUnknown(end), end - token < 3,
        discourse.names[text.tokens[end].hash] != nil
      {
        end += 1
      }
      if items.contains(where: { $0.tokens.upperBound == token && $0.isName }) { continue }
      party.tokens = token ..<| end
      party.isAlias = false
      items.append(Item(tokens: token ..<| end, kind: .name(party), affixes: []))
    }
  }

  func isPersonPosition(_ token: Int) -> Bool {
    switch language {
    case .urdu:
      return token + 1 < reading.tokens.upperBound && words.ergative.contains(text.tokens[token + 1].hash)
    case .arabic:
      guard let v = reading.verb(at: token - 1) else { return false }
      return reading.verbs[v].isSpeech
    case .persian:
      guard let v = reading.verb(at: token + 1) else { return false }
      return reading.verbs[v].isSpeech
    }
  }

  /// Words beside the holder of an office may be a name; before a comma and the title they are one.
  func learnNames(_ parties: [PartyMention], _ discourse: inout Discourse) {
    // The last word of a known name is enough from now on.
    for party in parties where party.isPerson && party.entity != nil && !party.isAlias {
      guard let last = party.tokens.last(where: { text.tokens[$0].kind == .word }), text.tokens[last].count >= 4 else {
        continue
      }
      if reading.entity(at: last) != nil, reading.verb(at: last) == nil, reading.trigger(at: last) == nil {
        var known = party
        known.isAlias = false
        discourse.learn(text.tokens[last].hash, as: known)
      }
    }
    for party in parties where party.isPerson && party.entity == nil && party.country != nil && !party.isAlias {
      var known = party
      known.isAlias = false
      var named = false
      if language != .urdu, party.tokens.lowerBound - 2 >= reading.tokens.lowerBound,
        text.tokens[party.tokens.lowerBound - 1].isMark(UInt8(ascii: ",")), isUnknown(party.tokens.lowerBound - 2)
      {
        discourse.learn(text.tokens[party.tokens.lowerBound - 2].hash, as: known)
        named = true
      }
      var at = party.tokens.upperBound
      while at < reading.tokens.upperBound, at < party.tokens.upperBound + 3, isUnknown(at) {
        discourse.possibleNames[text.tokens[at].hash] = known
        named = true
        at += 1
      }
      if !named { discourse.unnamed = known }
    }
  }
}

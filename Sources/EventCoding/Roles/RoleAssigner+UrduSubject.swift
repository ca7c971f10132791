import ArabicScript
import Lexicons
import NewsEvents

/// The subject of a clause by the word order of Urdu.
extension RoleAssigner {
  /// Urdu: the subject of a perfective verb has نے, any other stands before it without a postposition.
  func urduSubject(of clause: Int) -> [Int] {
    let list = phrases[clause]
    if let agent = list.first(where: {
      $0.set.has(.agent) && $0.literal.count == 1 && words.ergative.contains($0.literal.first)
    }) {
      // The head of an Urdu noun phrase is its last party; coordinated ones stand before it.
      return namesCompany(agent) ? [] : headLast(of: agent)
    }
    let verb = clauses[clause].groups.first.map { groups[$0].tokens.lowerBound } ?? clauses[clause].end
    if let both = partedByPlace(list, verb) { return both }
    for phrase in list where phrase.marker == nil && phrase.tokens.lowerBound < verb && !phrase.parties.isEmpty {
      let found = unmarkedHead(of: phrase)
      // … اسلام آباد پہنچیں گے: the town before a verb is where somebody goes while another noun opens the clause.
      if phrase.tokens.upperBound == verb, !found.isEmpty, found.allSatisfy({ parties[$0].place != nil }) {
        let leader = urduLeader(clause, verb, list)
        if !leader.isEmpty { return leader }
      }
      // … نیپال کی مدد کرتا ہے: the owner of the noun is no subject while another noun opens the clause.
      if found.count == 1, let after = found.first.map({ parties[$0].tokens.upperBound }),
        reading.tokens.contains(after), words.genitive.contains(text.tokens[after].hash)
      {
        let leader = urduLeader(clause, verb, list)
        if !leader.isEmpty { return leader }
      }
      return found
    }
    // امریکا روس پر …, پاکستان ایرانی سفیر کو …: without نے nothing parts the subject from what the postposition governs.
    for phrase in list
    where phrase.tokens.lowerBound < verb && phrase.parties.count >= 2 && !phrase.set.has(.attribution) {
      let p = phrase.parties[0]
      let at = parties[p].tokens.upperBound
      guard opens(phrase, p), !parties[p].isMedia, !parties[p].isPlaceOnly, !parties[p].isAdjective,
        !parties[phrase.parties[1]].sharesWords, !words.genitive.contains(text.tokens[at].hash),
        !words.and.contains(text.tokens[at].hash)
      else { continue }
      return [p]
    }
    return urduLeader(clause, verb, list)
  }

  /// پاکستان سوزوکی نے: a country's bare name right before another name is part of that name.
  private func namesCompany(_ agent: Phrase) -> Bool {
    guard agent.parties.count == 1, let p = agent.parties.first else { return false }
    let rest = parties[p].tokens.upperBound ..<| agent.tokens.upperBound
    return parties[p].isCountryItself && !parties[p].isAdjective && !rest.isEmpty
      && rest.allSatisfy { t in
        text.tokens[t].kind == .word && reading.classes(at: t) == [] && reading.trigger(at: t) == nil
          && !words.genitive.contains(text.tokens[t].hash) && !words.and.contains(text.tokens[t].hash)
          && !isDate(t)
      }
  }

  /// مدثر اور اسلام آباد میں ایران کے سفیر …: a place with its postposition stands between two subjects.
  private func partedByPlace(_ list: [Phrase], _ verb: Int) -> [Int]? {
    for (n, phrase) in list.enumerated() where phrase.set.has(.in) && phrase.parties.count == 2 && n + 1 < list.count {
      let (first, place) = (phrase.parties[0], phrase.parties[1])
      let gap = parties[first].tokens.upperBound ..<| parties[place].tokens.lowerBound
      guard parties[first].isPerson, parties[place].place != nil, gap.count == 1, isAnd(gap, place),
        parties[place].tokens.upperBound == phrase.tokens.upperBound, list[n + 1].tokens.lowerBound < verb,
        let second = list[n + 1].parties.first, parties[second].isPerson
      else { continue }
      return [first, second]
    }
    return nil
  }

  /// چین دہشت گردی کے خلاف پاکستان کی مدد کرتا ہے: what opens the clause without a postposition of its own is the subject,
  /// unless the verb is a perfective, whose agent takes نے.
  private func urduLeader(_ clause: Int, _ verb: Int, _ list: [Phrase]) -> [Int] {
    guard let g = clauses[clause].groups.first, groups[g].features.isDisjoint(with: .past) || isIntransitive(g),
      let phrase = list.first(where: { !$0.parties.isEmpty && $0.tokens.lowerBound < verb }),
      let p = phrase.parties.first, opens(phrase, p),
      !parties[p].isMedia, !parties[p].isPlaceOnly, !parties[p].isAdjective, !phrase.set.has(.attribution)
    else { return [] }
    let leaders = urduList(from: p, in: phrase)
    let next = parties[leaders[leaders.count - 1]].tokens.upperBound
    guard next < phrase.tokens.upperBound, text.tokens[next].kind == .word,
      !words.genitive.contains(text.tokens[next].hash), !words.and.contains(text.tokens[next].hash)
    else { return [] }
    return leaders
  }

  /// متفق ہو گئے, پہنچ گئے: the subject of an intransitive verb never has نے.
  private func isIntransitive(_ group: Int) -> Bool {
    groups[group].tokens.first.map { ClosedWords.urduIntransitiveVerbs.contains(text.tokens[$0].hash) } ?? false
  }

  /// شام اور اس کا اتحادی روس, جان کیری اور ان کے ہم منصب لاوروف: a list whose second member is told by the first, as far as
  /// nothing but اور and a pronoun's genitive stands in between.
  private func urduList(from p: Int, in phrase: Phrase) -> [Int] {
    var out = [p]
    for next in phrase.parties where next > p {
      let gap = parties[out[out.count - 1]].tokens.upperBound ..<| parties[next].tokens.lowerBound
      guard let and = gap.first, words.and.contains(text.tokens[and].hash), gap.count <= 5,
        !parties[next].isPlaceOnly, !parties[next].isMedia
      else { break }
      let owned = gap.dropFirst(2).first.map { words.genitive.contains(text.tokens[$0].hash) } ?? (gap.count == 1)
      guard owned, gap.dropFirst(3).allSatisfy({ isPlainWord($0) }) else { break }
      out.append(next)
    }
    return out
  }

  /// Urdu without نے: the first party that is not only the owner of what follows.
  func unmarkedHead(of phrase: Phrase) -> [Int] {
    for p in phrase.parties where !parties[p].isMedia && !parties[p].isPlaceOnly {
      var at = parties[p].tokens.upperBound
      // بھارتی پراکسیز کی …: the adjective's noun is the owner.
      let isOfThing = parties[p].isAdjective && at < phrase.tokens.upperBound && reading.entity(at: at) == nil
      if isOfThing { at += 1 }
      if at < phrase.tokens.upperBound, words.genitive.contains(text.tokens[at].hash) { continue }
      let list = urduList(from: p, in: phrase)
      if list.count > 1 { return list }
      var cut = phrase
      cut.parties = phrase.parties.filter { $0 <= p }
      var end = p
      for next in phrase.parties where next > p {
        guard
          parties[next].sharesWords || isAnd(parties[end].tokens.upperBound ..<| parties[next].tokens.lowerBound, next)
        else { break }
        cut.parties.append(next)
        end = next
      }
      cut.tokens = phrase.tokens.lowerBound ..<| parties[end].tokens.upperBound
      return headLast(of: cut)
    }
    return headLast(of: phrase)
  }

  /// Urdu: the parties that the postposition governs: the last one and those coordinated before it. A party with
  /// a genitive after it only modifies the head, which then counts by its owner.
  func headLast(of phrase: Phrase) -> [Int] {
    guard let last = phrase.parties.last(where: { !parties[$0].isMedia }) else { return [] }
    // "X of the attack": the head of the phrase is an event.
    let tail = parties[last].tokens.upperBound ..<| max(parties[last].tokens.upperBound, phrase.tokens.upperBound)
    if tail.contains(where: { t in sites.contains { $0.tokens.contains(t) && $0.kind == .noun } }) { return [] }
    var out = [last]
    for p in phrase.parties.reversed() where p < last {
      let first = out[0]
      let gap = parties[p].tokens.upperBound ..<| max(parties[p].tokens.upperBound, parties[first].tokens.lowerBound)
      if parties[first].sharesWords || isAnd(gap, first) {
        out.insert(p, at: 0)
      } else if isAndWithPlace(gap) {
        out.insert(p, at: 0)
      }
    }
    // یوکرین کے شہر خیرسون سے: a town after its country counts as the country.
    if out.count == 1, parties[out[0]].isPlaceOnly,
      let country = phrase.parties.last(where: { $0 < out[0] }), parties[country].isCountryItself,
      parties[country].country == parties[out[0]].country, !parties[country].isAdjective
    {
      return [country]
    }
    return out.filter { !parties[$0].isPlaceOnly || out.count == 1 }
  }

  /// اور اسلام آباد میں …: a place between two coordinated people.
  func isAndWithPlace(_ gap: Range<Int>) -> Bool {
    gap.count <= 5 && gap.contains { words.and.contains(text.tokens[$0].hash) }
      && gap.contains { t in parties.contains { $0.place != nil && $0.tokens.contains(t) } }
  }
}

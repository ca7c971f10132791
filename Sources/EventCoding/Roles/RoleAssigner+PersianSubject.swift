import ArabicScript
import Lexicons
import NewsEvents

/// The subject of a clause by the word order of Persian.
extension RoleAssigner {
  /// Persian: the subject stands before its object and verb, without a mark of its own.
  func persianSubject(of clause: Int) -> [Int] {
    let list = phrases[clause]
    let verb = clauses[clause].groups.first.map { groups[$0].tokens.lowerBound } ?? clauses[clause].end
    if let first = list.first(where: { $0.isObject && $0.tokens.lowerBound < verb }), first.marker == nil,
      let subject = partedSubject(first)
    {
      return subject
    }
    for (n, phrase) in list.enumerated()
    where phrase.marker == nil && !phrase.isObject && phrase.tokens.lowerBound < verb && !headsObject(n, list)
      && !goesOnList(n, list)
    {
      if phrase.parties.isEmpty { continue }
      // پاکستان «ملا برادر» را مطابق خواست طالبان …: the subject stands before the object.
      if let object = list[..<n].first(where: { $0.isObject && $0.marker == nil && $0.parties.count >= 2 }) {
        let first = head(of: object)
        if first.count == 1, parties[first[0]].tokens.lowerBound == object.tokens.lowerBound { return first }
      }
      return head(of: phrase)
    }
    // هند دیپلمات پاکستانی را …: nothing parts the subject from the object.
    for phrase in list
    where phrase.isObject && phrase.marker == nil && phrase.tokens.lowerBound < verb && phrase.parties.count >= 2 {
      let first = head(of: phrase)
      if !first.isEmpty, first.count < phrase.parties.count,
        parties[first[0]].tokens.lowerBound == phrase.tokens.lowerBound
      {
        return first
      }
    }
    // آنها حدود ۹۰ نفر را …: a pronoun opens the clause, and another noun phrase with a number is the object.
    for phrase in list where phrase.isObject && phrase.tokens.lowerBound < verb && phrase.parties.count == 1 {
      let p = phrase.parties[0]
      let rest = parties[p].tokens.upperBound ..<| phrase.tokens.upperBound
      if parties[p].isAlias, parties[p].tokens.lowerBound == phrase.tokens.lowerBound,
        rest.contains(where: { Numerals.canBegin(text.tokens[$0], .persian) })
      {
        return [p]
      }
    }
    // در همان لحظات گروه‌های … : an adverbial of time or place runs into the subject.
    for phrase in list where phrase.set.has(.in) && !phrase.isObject && phrase.tokens.lowerBound < verb {
      if let p = phrase.parties.first(where: {
        parties[$0].sector != nil && !parties[$0].isPlaceOnly
          && parties[$0].tokens.lowerBound > phrase.tokens.lowerBound + 1
      }), !sites.contains(where: { $0.kind == .noun && phrase.tokens.contains($0.tokens.lowerBound) }) {
        return coordinated(p, in: phrase)
      }
    }
    return []
  }

  /// Persian: روسیه این قطعنامه را …, دولت سوریه صدها زندانی را …: a proper name takes no ezafe but before an adjective, so
  /// a plural, a determiner or a number after it begins the object.
  private func partedSubject(_ phrase: Phrase) -> [Int]? {
    guard let p = phrase.parties.first, !parties[p].isMedia, !parties[p].isPlaceOnly,
      opens(phrase, p) && !parties[p].isAdjective || opensWithNoun(phrase, p)
    else { return nil }
    let list = coordinated(p, in: phrase)
    guard let last = list.last else { return nil }
    let next = parties[last].tokens.upperBound
    guard next < phrase.tokens.upperBound, endsInName(parties[last]), !words.and.contains(text.tokens[next].hash) else {
      return nil
    }
    let token = text.tokens[next]
    let begins =
      phrase.parties.contains { q in
        q > last && parties[q].country != nil && !list.contains { parties[$0].country == parties[q].country }
      }
      || (next ..<| phrase.tokens.upperBound).contains {
        ClosedWords.own[.persian]?.contains(text.tokens[$0].hash) ?? false
      }
      || ClosedWords.persianDemonstrative.contains(token.hash) || words.quantity.contains(token.hash)
      || Numerals.canBegin(token, .persian) || isPlural(next) || reading.entity(at: next) != nil
      || phrase.tokens.count - (next - phrase.tokens.lowerBound) == 1
    return begins ? list : nil
  }

  /// Persian: نیروهای اسرائیلی, توپخانه ترکیه: the nationality or country of the noun that opens the phrase.
  private func opensWithNoun(_ phrase: Phrase, _ p: Int) -> Bool {
    let lead = phrase.tokens.lowerBound ..<| parties[p].tokens.lowerBound
    guard parties[p].isAdjective || lead.count == 1 && lead.allSatisfy({ !isPlural($0) }) else { return false }
    return (1...2).contains(lead.count)
      && lead.allSatisfy {
        (isPlainWord($0) || reading.classes(at: $0).has(.mode) && reading.entity(at: $0) == nil) && !isDate($0)
      }
  }

  /// The party ends in a name of its own: a country, a person, an organisation; not in a noun that may take an ezafe.
  private func endsInName(_ party: PartyMention) -> Bool {
    party.isCountryItself || party.entity != nil
      || reading.entities.contains { e in
        e.tokens.upperBound == party.tokens.upperBound
          && e.meanings.contains {
            if case .country = $0 { return true }
            return false
          }
      }
  }

  /// Persian: a plural in ها.
  func isPlural(_ token: Int) -> Bool {
    let codes = text.codes(text.tokens[token])
    return codes.count >= 4 && ClosedWords.persianPlurals.contains { codes.suffix($0.count).elementsEqual($0) }
  }

  /// Persian: به عربستان، امارات و کویت: what a comma adds to the object of a preposition.
  private func goesOnList(_ n: Int, _ list: [Phrase]) -> Bool {
    guard n > 0, list[n - 1].marker != nil, let last = list[n - 1].parties.last, let first = list[n].parties.first,
      parties[first].tokens.lowerBound == list[n].tokens.lowerBound,
      parties[last].tokens.upperBound + 1 == list[n].tokens.lowerBound,
      text.tokens[parties[last].tokens.upperBound].isMark(UInt8(ascii: ","))
    else { return false }
    return PartyList(text: text, parties: parties, and: words.and).goesOn(from: last)
  }

  /// Persian: دارایی‌های ایران در این کانال را: the noun before the prepositions that lead to را is the object.
  private func headsObject(_ n: Int, _ list: [Phrase]) -> Bool {
    var at = n
    while at + 1 < list.count, let marker = list[at + 1].marker, marker.lowerBound == list[at].tokens.upperBound {
      at += 1
      if list[at].isObject { return n > 0 }
    }
    return false
  }
}

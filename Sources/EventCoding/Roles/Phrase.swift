import ArabicScript
import NewsEvents

/// A noun phrase of a clause and the word that governs it: a preposition before it in Persian and Arabic, a
/// postposition after it in Urdu; none for subjects and bare objects.
struct Phrase: Sendable, Hashable {
  /// Without the governing word.
  var tokens: Range<Int>
  var marker: Range<Int>?
  var set: MarkerSet = []
  /// The hashes of the governing word or phrase, without an Arabic و before it.
  var literal = WordPhrase()
  /// Persian را.
  var isObject = false
  /// Parties whose first word stands in it, in order.
  var parties: [Int] = []
}

/// A list of parties: A, B and C. Persian and Urdu part phrases by commas as well, so that a comma alone makes no list.
struct PartyList {
  let text: AnalyzedText
  let parties: [PartyMention]
  let and: WordSet

  /// Whether the list that the party `n` stands in ends in "and" and another party.
  func goesOn(from n: Int) -> Bool {
    var at = parties[n].tokens.upperBound
    while at + 1 < text.tokens.count {
      let isAnd = and.contains(text.tokens[at].hash)
      guard isAnd || text.tokens[at].isMark(UInt8(ascii: ",")),
        let next = parties.first(where: { $0.tokens.lowerBound == at + 1 })
      else { return false }
      if isAnd { return true }
      at = next.tokens.upperBound
    }
    return false
  }
}

/// Divides a clause into phrases.
struct PhraseParser {
  let text: AnalyzedText
  let reading: SentenceReading
  let parties: [PartyMention]
  let words: ClosedWords
  let governors: WordTable<[CoderTables.Governor]>
  let groups: [VerbGroup]
  /// Tokens of dates.
  let dates: [Range<Int>]
  /// Per token (from the sentence's first): whether it stands inside a party, not at its beginning.
  private let inside: [Bool]

  private let comma = UInt8(ascii: ",")

  init(
    text: AnalyzedText, reading: SentenceReading, parties: [PartyMention], words: ClosedWords,
    governors: WordTable<[CoderTables.Governor]>, groups: [VerbGroup],
    dates: [Range<Int>]
  ) {
    self.text = text
    self.reading = reading
    self.parties = parties
    self.words = words
    self.governors = governors
    self.groups = groups
    self.dates = dates
    var inside = [Bool](repeating: false, count: reading.tokens.count)
    for n in parties.indices {
      for i in parties[n].tokens.dropFirst() where reading.tokens.contains(i) {
        inside[i - reading.tokens.lowerBound] = true
      }
    }
    self.inside = inside
  }

  /// O(tokens of the clause).
  func phrases(of clause: Clause) -> [Phrase] {
    var out: [Phrase] = []
    for range in clause.ranges {
      if text.language == .urdu { left(range, clause, &out) } else { right(range, clause, &out) }
    }
    for n in parties.indices {
      let at = parties[n].tokens.lowerBound
      guard clause.contains(at) else { continue }
      if let p = out.firstIndex(where: { $0.tokens.contains(at) }) { out[p].parties.append(n) }
    }
    return out
  }

  private func verbEnd(at i: Int, _ clause: Clause) -> Int? {
    for g in clause.groups where groups[g].tokens.lowerBound == i { return groups[g].tokens.upperBound }
    return nil
  }

  /// The longest governing phrase that begins at `i`: its end, classes and words.
  private func governor(at i: Int, in range: Range<Int>) -> (end: Int, set: MarkerSet, literal: WordPhrase)? {
    guard reading.entity(at: i) == nil, !isPartitive(i) else { return nil }
    var best: (end: Int, set: MarkerSet, literal: WordPhrase)?
    if reading.classes(at: i).meets(.adposition) {
      for m in reading.markers where m.tokens.lowerBound == i && m.set.meets(.adposition) {
        guard m.tokens.upperBound <= range.upperBound, m.tokens.upperBound > (best?.end ?? i) else { continue }
        var literal = WordPhrase()
        for t in m.tokens { literal.append(hash(t, first: t == i)) }
        best = (m.tokens.upperBound, m.set, literal)
      }
      if text.language == .urdu, let apart = ClosedWords.urduJoined[text.tokens[i].hash] { best?.literal = apart }
    }
    guard let known = governors[hash(i, first: true)] else { return best }
    for governor in known where i + governor.words.count <= range.upperBound {
      let end = i + governor.words.count
      guard end > (best?.end ?? i) else { continue }
      var isSame = true
      for n in governor.words.indices where isSame { isSame = hash(i + n, first: n == 0) == governor.words[n] }
      if isSame {
        best = (end, best?.set ?? [], governor.phrase)
        break
      }
    }
    return best
  }

  /// عدد من, خمسة من, تعدادی از: "of" after a quantity governs nothing, the phrase goes on to its real noun.
  private func isPartitive(_ i: Int) -> Bool {
    // بين 30 و35 شخصا: a range of numbers; نحو خمسين: about fifty.
    let set = reading.classes(at: i)
    if text.language == .arabic, set.has(.between) || set.has(.about) || set.has(.atLeast) || set.has(.atMost),
      i + 1 < reading.tokens.upperBound,
      Numerals.canBegin(text.tokens[i + 1], .arabic)
    {
      return true
    }
    guard words.of.contains(text.tokens[i].hash), i > reading.tokens.lowerBound else { return false }
    // هزاران نفر از مردم: the counter stands between.
    if text.language == .persian, i - 1 > reading.tokens.lowerBound, words.quantity.contains(text.tokens[i - 2].hash),
      reading.classes(at: i - 1).has(.person) || reading.entity(at: i - 1) != nil
    {
      return true
    }
    return words.quantity.contains(text.tokens[i - 1].hash) || Numerals.canBegin(text.tokens[i - 1], text.language)
  }

  /// The hash of a token; of the first word in Arabic without و.
  private func hash(_ token: Int, first: Bool) -> UInt64 {
    let t = text.tokens[token]
    guard first, text.language == .arabic, t.kind == .word, t.count >= 3 else { return t.hash }
    let codes = text.codes(t)
    guard codes.first == LetterCode.waw else { return t.hash }
    return WordHash.of(codes.dropFirst())
  }

  private func insideParty(_ i: Int) -> Bool {
    reading.tokens.contains(i) && inside[i - reading.tokens.lowerBound]
  }

  // MARK: Persian, Arabic

  private func right(_ range: Range<Int>, _ clause: Clause, _ out: inout [Phrase]) {
    var phrase = Phrase(tokens: range.lowerBound ..<| range.lowerBound)
    func close(_ end: Int) {
      guard end > phrase.tokens.lowerBound else { return }
      phrase.tokens = phrase.tokens.lowerBound ..<| end
      out.append(phrase)
    }
    var i = range.lowerBound
    while i < range.upperBound {
      if let end = verbEnd(at: i, clause) {
        close(i)
        i = end
        phrase = Phrase(tokens: i ..<| i)
      } else if let end = adverbialDate(at: i, phrase, range) {
        close(i)
        phrase.tokens = i ..<| i
        close(end)
        i = end
        phrase = Phrase(tokens: i ..<| i)
      } else if beginsCounted(at: i, phrase) {
        close(i)
        phrase = Phrase(tokens: i ..<| i)
        i += 1
      } else if text.language == .persian, words.accusative.contains(text.tokens[i].hash) {
        phrase.isObject = true
        close(i)
        i += 1
        phrase = Phrase(tokens: i ..<| i)
      } else if isStop(i), !insideParty(i), !joinsParties(i) {
        close(i)
        i += 1
        phrase = Phrase(tokens: i ..<| i)
      } else if !insideParty(i), let g = governor(at: i, in: range) {
        close(i)
        phrase = Phrase(tokens: g.end ..<| g.end, marker: i ..<| g.end, set: g.set, literal: g.literal)
        i = g.end
        // در همین راستا صهیونیست‌ها …: an adverb of three words.
        if isAdverb(at: i), i + 2 < range.upperBound {
          i += 2
          close(i)
          phrase = Phrase(tokens: i ..<| i)
        }
        // به گزارش فارس وزیر خارجه …: the name of an outlet ends the phrase.
        if text.language == .persian, g.set.has(.attribution),
          let outlet = parties.first(where: { $0.isMedia && $0.tokens.lowerBound == i }),
          outlet.tokens.upperBound < range.upperBound, !text.tokens[outlet.tokens.upperBound].isMark(comma),
          parties.contains(where: { $0.tokens.lowerBound == outlet.tokens.upperBound })
        {
          i = outlet.tokens.upperBound
          close(i)
          phrase = Phrase(tokens: i ..<| i)
        }
      } else {
        i += 1
      }
    }
    close(range.upperBound)
  }

  /// Persian: the end of a date that stands between subject and object (ائتلاف سعودی بامداد پنجشنبه فرودگاه صنعا را …) or
  /// right after its preposition (در بامداد پنجشنبه ارتش …): it is a phrase of its own. A date in the ezafe of a noun of an
  /// event or inside another prepositional phrase is not.
  private func adverbialDate(at i: Int, _ phrase: Phrase, _ range: Range<Int>) -> Int? {
    guard text.language == .persian, let date = dates.first(where: { $0.lowerBound == i }),
      date.upperBound < range.upperBound,
      !insideParty(i)
    else { return nil }
    if phrase.marker != nil { return phrase.tokens.lowerBound == i ? date.upperBound : nil }
    guard i > phrase.tokens.lowerBound, reading.trigger(at: i - 1) == nil,
      parties.contains(where: { $0.tokens.upperBound == i })
    else { return nil }
    return date.upperBound
  }

  /// Persian: "this" and a noun of time or respect after a preposition.
  private func isAdverb(at i: Int) -> Bool {
    text.language == .persian && i + 1 < reading.tokens.upperBound
      && ClosedWords.persianThis.contains(text.tokens[i].hash)
      && ClosedWords.persianPeriods.contains(text.tokens[i + 1].hash)
  }

  /// Persian: در وزیرستان ده شبه‌نظامی را …, در چارچوب توافق ۹۰ زندانی را …: a number of people begins the object.
  private func beginsCounted(at i: Int, _ phrase: Phrase) -> Bool {
    guard text.language == .persian, phrase.marker != nil, i > phrase.tokens.lowerBound,
      Numerals.canBegin(text.tokens[i], .persian), !Numerals.canBegin(text.tokens[i - 1], .persian),
      !dates.contains(where: { $0.contains(i) }), i + 1 < reading.tokens.upperBound
    else { return false }
    return reading.entity(at: i + 1) != nil || reading.classes(at: i + 1).has(.person)
  }

  /// A mark that ends a phrase; quotation marks and brackets do not.
  private func isStop(_ i: Int) -> Bool {
    let t = text.tokens[i]
    return t.kind == .mark && !t.isMark(UInt8(ascii: "\"")) && !t.isMark(UInt8(ascii: "("))
      && !t.isMark(UInt8(ascii: ")"))
      && !t.isMark(UInt8(ascii: "'"))
  }

  /// A comma in a list of parties.
  private func joinsParties(_ i: Int) -> Bool {
    guard text.tokens[i].isMark(comma), parties.contains(where: { $0.tokens.upperBound == i }),
      let next = parties.firstIndex(where: { $0.tokens.lowerBound == i + 1 })
    else { return false }
    return text.language == .arabic || PartyList(text: text, parties: parties, and: words.and).goesOn(from: next)
  }

  // MARK: Urdu

  private func left(_ range: Range<Int>, _ clause: Clause, _ out: inout [Phrase]) {
    var start = range.lowerBound
    func close(_ end: Int) {
      guard end > start else { return }
      out.append(Phrase(tokens: start ..<| end))
    }
    var i = range.lowerBound
    while i < range.upperBound {
      if let end = verbEnd(at: i, clause) {
        close(i)
        i = end
        start = i
      } else if isStop(i), !insideParty(i), !joinsParties(i) {
        close(i)
        i += 1
        start = i
      } else if !insideParty(i), i > start, words.ergative.contains(text.tokens[i].hash) {
        out.append(
          Phrase(
            tokens: start ..<| i, marker: i ..<| i + 1, set: MarkerSet(.agent),
            literal: WordPhrase(CollectionOfOne(text.tokens[i].hash))))
        i += 1
        start = i
      } else if !insideParty(i), i > start, let g = governor(at: i, in: range) {
        start = partDate(before: i, from: start, &out)
        start = partTrigger(at: i, from: start, &out)
        out.append(Phrase(tokens: start ..<| i, marker: i ..<| g.end, set: g.set, literal: g.literal))
        i = g.end
        start = i
      } else {
        i += 1
      }
    }
    close(range.upperBound)
  }

  /// آئل ٹینکر قبضے میں لے لیا: the postposition inside an event's own words governs nothing that stands before them.
  private func partTrigger(at i: Int, from start: Int, _ out: inout [Phrase]) -> Int {
    guard let t = reading.trigger(at: i), case let own = reading.triggers[t].tokens, own.lowerBound > start,
      own.lowerBound < i, !words.genitive.contains(text.tokens[own.lowerBound - 1].hash)
    else { return start }
    out.append(Phrase(tokens: start ..<| own.lowerBound))
    return own.lowerBound
  }

  /// وزیر خارجہ لاوروف سنیچر کو …: the postposition governs the day; what stands before the day is a phrase of its own,
  /// unless a genitive leads from it to the day. Returns where the date's phrase begins.
  private func partDate(before i: Int, from start: Int, _ out: inout [Phrase]) -> Int {
    guard let date = dates.first(where: { $0.upperBound == i && $0.lowerBound > start }),
      !words.genitive.contains(text.tokens[date.lowerBound - 1].hash)
    else { return start }
    out.append(Phrase(tokens: start ..<| date.lowerBound))
    return date.lowerBound
  }
}

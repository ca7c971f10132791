import ArabicScript
import Lexicons
import NewsEvents

/// A name or office of the lexicon in a sentence, with every reading of the same words.
struct EntityMatch: Sendable, Hashable {
  var tokens: Range<Int>
  var meanings: Few<Meaning>
  var affixes: Affixes
}

/// A word that may report an event, with every reading of the same words.
struct TriggerMatch: Sendable, Hashable {
  var tokens: Range<Int>
  var meanings: Few<Meaning>
  var affixes: Affixes
}

/// A verb form: a light verb, the verb of a trigger, a verb of speech or a copula.
struct VerbMatch: Sendable, Hashable {
  var tokens: Range<Int>
  /// Indices into `Lexicon.lightVerbs` with the form's features.
  var light: Few<Light>
  var features: VerbFeatures
  var isTrigger: Bool
  var isSpeech: Bool
  /// Arabic و or ف is written on it.
  var hasAnd = false
  /// An object pronoun is written on it: شنته, نفذه.
  var hasPronoun = false

  struct Light: Sendable, Hashable {
    var index: Int
    var features: VerbFeatures
  }
}

/// A function word or phrase.
struct MarkerMatch: Sendable, Hashable {
  var tokens: Range<Int>
  var set: MarkerSet
  /// Index into `Lexicon.markers`, for modes and contexts.
  var entry: Int?
  var affixes: Affixes = []
}

/// The resolved lexicon matches of one sentence: names do not overlap, triggers inside names are gone, phrases that
/// only look like events have silenced the triggers in them.
///
/// A class, so that every step of the coder holds one reference to it.
final class SentenceReading: Sendable {
  private let draft: Draft

  init(_ draft: Draft) { self.draft = draft }

  var tokens: Range<Int> { draft.tokens }
  var entities: [EntityMatch] { draft.entities }
  var triggers: [TriggerMatch] { draft.triggers }
  var verbs: [VerbMatch] { draft.verbs }
  var markers: [MarkerMatch] { draft.markers }
  var silenced: [Range<Int>] { draft.silenced }

  /// The classes of all its markers: what is not among them need not be looked for.
  var allClasses: MarkerSet { draft.allClasses }

  func classes(at token: Int) -> MarkerSet {
    tokens.contains(token) ? draft.words[token - tokens.lowerBound].classes : []
  }
  func entity(at token: Int) -> Int? { draft.entity(at: token) }
  func verb(at token: Int) -> Int? { draft.verb(at: token) }
  func trigger(at token: Int) -> Int? { draft.trigger(at: token) }

  /// A reading in the making.
  struct Draft: Sendable {
    let tokens: Range<Int>
    var entities: [EntityMatch] = []
    var triggers: [TriggerMatch] = []
    var verbs: [VerbMatch] = []
    var markers: [MarkerMatch] = []
    /// Spans of phrases that contain a trigger word but report no event.
    var silenced: [Range<Int>] = []
    var allClasses: MarkerSet = []
    /// Per token, from `tokens.lowerBound`.
    var words: [Word]

    /// What covers a token.
    struct Word: Sendable {
      /// The classes of its markers.
      var classes: MarkerSet = []
      /// Indices of the entity, verb and trigger, or -1.
      var entity: Int32 = -1
      var verb: Int32 = -1
      var trigger: Int32 = -1
      var isDate = false
      /// Where the silenced spans end that begin here or before, from the sentence's first token; 0 for none.
      var silenceEnd = 0
    }

    init(_ tokens: Range<Int>) {
      self.tokens = tokens
      words = [Word](repeating: Word(), count: tokens.count)
    }

    func entity(at token: Int) -> Int? { word(token).flatMap { $0.entity < 0 ? nil : Int($0.entity) } }
    func verb(at token: Int) -> Int? { word(token).flatMap { $0.verb < 0 ? nil : Int($0.verb) } }
    func trigger(at token: Int) -> Int? { word(token).flatMap { $0.trigger < 0 ? nil : Int($0.trigger) } }

    private func word(_ token: Int) -> Word? {
      tokens.contains(token) ? words[token - tokens.lowerBound] : nil
    }

    mutating func silence(_ span: Range<Int>) {
      silenced.append(span)
      let n = span.lowerBound - tokens.lowerBound
      words[n].silenceEnd = max(words[n].silenceEnd, span.upperBound - tokens.lowerBound)
    }

    /// Every token learns how far silence reaches that begins before it.
    mutating func extendSilence() {
      guard !silenced.isEmpty else { return }
      for n in words.indices.dropFirst() { words[n].silenceEnd = max(words[n].silenceEnd, words[n - 1].silenceEnd) }
    }

    /// The end of the silenced spans that begin at the token or before it.
    func silenceEnd(at token: Int) -> Int { words[token - tokens.lowerBound].silenceEnd + tokens.lowerBound }

    func isDate(_ token: Int) -> Bool { words[token - tokens.lowerBound].isDate }
  }
}

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
    if text.language != .arabic { partNounsFromPredicates(&out) }
    chooseMarkers(matches, &out)
    return SentenceReading(out)
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

  private func isNamed(_ meaning: Meaning) -> Bool {
    switch meaning {
    case .actor(let n): tables.lexicon.actors[n].kind != .generic
    case .person, .country: true
    default: false
    }
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

  private func isEntity(_ meaning: Meaning) -> Bool {
    switch meaning {
    case .country, .actor, .person, .office, .place: true
    default: false
    }
  }

  /// Leftmost, then longest; a name that is also an ordinary word only beside a title, an office or a nationality.
  private func chooseEntities(_ matches: [LexiconMatch], _ out: inout SentenceReading.Draft) {
    var certain = Places(out.tokens)
    for m in matches where !m.needsContext {
      switch m.meaning {
      case .office, .country(_, .adjective), .country(_, .name), .actor:
        certain.insert(m.tokens.lowerBound)
        certain.insert(m.tokens.upperBound)
      default: break
      }
    }
    out.entities.reserveCapacity(8)
    var end = out.tokens.lowerBound
    var i = 0
    while i < matches.count {
      let m = matches[i]
      guard isEntity(m.meaning), m.tokens.lowerBound >= end, !isFunctionWord(m), !isMisread(m, matches) else {
        i += 1
        continue
      }
      if m.needsContext, !hasContext(m, certain, out.tokens) {
        i += 1
        continue
      }
      var affixes = m.affixes
      var meanings = Few(m.meaning)
      var j = i + 1
      while j < matches.count, matches[j].tokens.lowerBound == m.tokens.lowerBound {
        if matches[j].tokens == m.tokens, isEntity(matches[j].meaning), !isMisread(matches[j], matches),
          !matches[j].needsContext || hasContext(matches[j], certain, out.tokens)
        {
          meanings.append(matches[j].meaning)
          affixes.formUnion(matches[j].affixes)
        }
        j += 1
      }
      for t in m.tokens { out.words[t - out.tokens.lowerBound].entity = Int32(out.entities.count) }
      out.entities.append(EntityMatch(tokens: m.tokens, meanings: meanings, affixes: affixes))
      end = m.tokens.upperBound
      i = j
    }
  }

  /// What an Arabic name does not carry: the article on a person's name (الرئيسي is no Raisi), ف anywhere but at the
  /// head of a clause (فخمين is no Khomein), a pronoun where the word is a verb with its object (قتلتهم).
  private func isMisread(_ m: LexiconMatch, _ matches: [LexiconMatch]) -> Bool {
    guard text.language == .arabic, m.affixes != [] else { return false }
    let first = m.tokens.lowerBound
    if case .person = m.meaning, m.affixes.contains(.definite) || m.affixes.contains(.pronoun) { return true }
    if m.affixes.contains(.and), text.codes(text.tokens[first]).first == LetterCode.feh, first > 0,
      text.tokens[first - 1].kind != .mark
    {
      return true
    }
    if m.affixes.contains(.pronoun), m.tokens.count == 1 {
      var n = firstMatch(at: first, matches)
      while n < matches.count, matches[n].tokens.lowerBound == first {
        if matches[n].tokens == m.tokens {
          switch matches[n].meaning {
          case .triggerVerb, .lightVerb: return true
          default: break
          }
        }
        n += 1
      }
    }
    return false
  }

  /// The index of the first match that begins at `token` or after it. O(log matches).
  private func firstMatch(at token: Int, _ matches: [LexiconMatch]) -> Int {
    var low = 0
    var high = matches.count
    while low < high {
      let middle = (low + high) / 2
      if matches[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// A particle that only looks like a name with a clitic, or a Persian or Urdu verb that is also a name (کرد).
  private func isFunctionWord(_ m: LexiconMatch) -> Bool {
    guard m.tokens.count == 1 else { return false }
    let hash = text.tokens[m.tokens.lowerBound].hash
    let words = tables.words[CoderTables.index(text.language)]
    return words.complementizer.contains(hash) || words.relative.contains(hash) || words.verbs.contains(hash)
  }

  /// Tokens of a sentence and the one after it.
  private struct Places {
    private var bits: [Bool]
    private let start: Int
    private(set) var isEmpty = true

    init(_ sentence: Range<Int>) {
      bits = [Bool](repeating: false, count: sentence.count + 1)
      start = sentence.lowerBound
    }

    mutating func insert(_ token: Int) {
      bits[token - start] = true
      isEmpty = false
    }

    func contains(_ token: Int) -> Bool { bits[token - start] }
  }

  private func hasContext(_ m: LexiconMatch, _ certain: Places, _ sentence: Range<Int>) -> Bool {
    if certain.contains(m.tokens.lowerBound) || certain.contains(m.tokens.upperBound) { return true }
    // شام, Syria or the evening: with a postposition beside another country of the sentence.
    if case .country(_, .name) = m.meaning, text.language == .urdu, !certain.isEmpty,
      m.tokens.upperBound < sentence.upperBound
    {
      return ClosedWords.urduCases.contains(text.tokens[m.tokens.upperBound].hash)
        && (m.tokens.upperBound + 1 >= sentence.upperBound
          || !ClosedWords.urduTime.contains(text.tokens[m.tokens.upperBound + 1].hash))
    }
    // به گزارش فارس, به نقل از مهر: there only an outlet stands.
    if case .actor(let n) = m.meaning, text.language == .persian, tables.lexicon.actors[n].kind == .media,
      m.tokens.lowerBound > sentence.lowerBound,
      ClosedWords.persianReport.contains(text.tokens[m.tokens.lowerBound - 1].hash)
    {
      return true
    }
    // قواته: an owned body is one.
    if case .actor = m.meaning, text.language == .arabic, m.affixes.contains(.pronoun) { return true }
    // ۳ غیرنظامی, ایک شہری: what is counted is people.
    if case .actor = m.meaning, text.language != .arabic, m.tokens.lowerBound > sentence.lowerBound,
      Numerals.canBegin(text.tokens[m.tokens.lowerBound - 1], text.language)
        || ClosedWords.one.contains(text.tokens[m.tokens.lowerBound - 1].hash)
    {
      return true
    }
    guard case .place = m.meaning, m.tokens.lowerBound > sentence.lowerBound else { return false }
    return tables.words[CoderTables.index(text.language)].placeNoun.contains(
      text.tokens[m.tokens.lowerBound - 1].hash)
  }

  private func chooseTriggers(_ matches: [LexiconMatch], _ out: inout SentenceReading.Draft) {
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
          } else if case .triggerLight = matches[j].meaning {
            shorter.append(matches[j].meaning)
          }
        }
        j += 1
      }
      for meaning in shorter { meanings.append(meaning) }
      for t in m.tokens { out.words[t - out.tokens.lowerBound].trigger = Int32(out.triggers.count) }
      out.triggers.append(TriggerMatch(tokens: m.tokens, meanings: meanings, affixes: m.affixes))
      end = m.tokens.upperBound
      i = j
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
    return tokens.upperBound <= out.silenceEnd(at: tokens.lowerBound)
  }

  private func chooseVerbs(_ matches: [LexiconMatch], _ out: inout SentenceReading.Draft) {
    var end = out.tokens.lowerBound
    var i = 0
    while i < matches.count {
      let start = matches[i].tokens.lowerBound
      var j = i
      var best: VerbMatch?
      while j < matches.count, matches[j].tokens.lowerBound == start {
        let m = matches[j]
        j += 1
        guard start >= end, out.entity(at: start) == nil, !out.isDate(start) else { continue }
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
          add(&best, m.tokens, features, light: .init(index: n, features: features))
        case .triggerVerb(_, let features):
          if let t = out.trigger(at: start), out.triggers[t].tokens == m.tokens {
            add(&best, m.tokens, features, trigger: true)
          }
        case .marker(let n):
          switch tables.markerClass[n] {
          case .speechVerb: add(&best, withoutComplementizer(m.tokens), .past, speech: true)
          case .copula: add(&best, m.tokens, [], speech: false)
          default: break
          }
        default: break
        }
      }
      if var verb = best {
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

  /// The last marker of these words that is more than a topic; the markers are in the order of their beginnings.
  private func plainMarker(_ tokens: Range<Int>, _ markers: [MarkerMatch]) -> Int? {
    for n in markers.indices.reversed() {
      if markers[n].tokens.lowerBound < tokens.lowerBound { return nil }
      if markers[n].tokens == tokens, markers[n].entry == nil { return n }
    }
    return nil
  }

  private func chooseMarkers(_ matches: [LexiconMatch], _ out: inout SentenceReading.Draft) {
    var longestEnd = out.tokens.lowerBound
    let markerClass = tables.markerClass
    out.markers.reserveCapacity(16)
    for m in matches {
      guard case .marker(let n) = m.meaning, let kind = markerClass[n] else { continue }
      if let e = out.entity(at: m.tokens.lowerBound), out.entities[e].tokens.count > m.tokens.count { continue }
      let topical =
        kind == .mode || kind == .context || kind == .sport || kind == .accident || kind == .newsSource
        || kind == .opinion || kind == .demonstrator
      // المدينة is the town spoken of, مدينة begins a name.
      if text.language == .arabic, kind == .town || kind == .group, !m.affixes.contains(.definite) { continue }
      if topical || kind == .killed || kind == .injured || kind == .arrested || kind == .person {
        // These say what a sentence is about; they stand inside other phrases and hide none.
        out.markers.append(MarkerMatch(tokens: m.tokens, set: MarkerSet(kind), entry: n, affixes: m.affixes))
      } else if let last = plainMarker(m.tokens, out.markers) {
        out.markers[last].set.insert(MarkerSet(kind))
      } else if m.tokens.upperBound > longestEnd {
        out.markers.append(MarkerMatch(tokens: m.tokens, set: MarkerSet(kind), entry: nil, affixes: m.affixes))
        longestEnd = m.tokens.upperBound
      } else {
        continue
      }
      out.allClasses.insert(MarkerSet(kind))
      for t in m.tokens { out.words[t - out.tokens.lowerBound].classes.insert(MarkerSet(kind)) }
    }
  }
}
